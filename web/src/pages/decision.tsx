// One decision with all that led to it and came of it, in a drawer.
import { useResource } from "../api";
import { Chart } from "../chart";
import { Dialog } from "../dialog";
import { clock, dayClock, duration, mw, mwh, quantity, signedUSD, usd, usdPerMWh, utcKey } from "../format";
import { SimulatedMark, StateMark, type Tone, UseMark } from "../marks";
import { Content, Frame } from "../panel";
import { navigate } from "../router";
import { DataTable } from "../table";
import type { Command, Decision, Proposal, Reason, SeenOutlook, Settlement, SettlementLine, Snapshot, UsePower, Value } from "../api.gen";
import { useName } from "../uses";

export function DecisionDrawer({ id }: { id: string }) {
  const [site = "", ...rest] = id.split("/");
  const key = rest.map(encodeURIComponent).join("/");
  const decision = useResource<Decision>(`/api/decisions/${encodeURIComponent(site)}/${key}`, ["settlement", "command"]);
  return (
    <Dialog title={`Decision ${rest.join("/")}`} className="drawer" onClose={() => navigate({ decision: "" })}>
      <Content resource={decision}>{(d) => <Body d={d} />}</Content>
    </Dialog>
  );
}

function Body({ d }: { d: Decision }) {
  return (
    <div class="page">
      <p class="decision-line">
        <b>{d.site}</b> <span>{dayClock(d.interval_start_utc)} CT, for {duration(d.interval_s)}</span>
        <span>
          decided by <b>{d.policy}</b> at {clock(d.decided_at_utc)} CT
        </span>
        {d.fast && <StateMark tone="warn">forced by an instruction</StateMark>}
        {d.degraded && <StateMark tone="warn">degraded: {d.degraded}</StateMark>}
        {d.snapshot.late && <StateMark tone="bad">late</StateMark>}
        {d.simulated && <SimulatedMark />}
      </p>
      <Frame title={`Plan: ${mw(d.power_mw)}`} inner>
        <Plan uses={d.uses} />
        {d.reserve.map((h) => (
          <p key={h.product} class="small">
            Reserve {h.product}, {h.up ? "upward" : "downward"}: {mw(h.power_mw)}
          </p>
        ))}
      </Frame>
      <Frame title="Reasons" inner>
        <Reasons reasons={d.reasons} none="No reason was recorded." />
      </Frame>
      <Frame title="Guard" inner>
        <Reasons reasons={d.guard} none="Guard changed nothing." />
        <OrdersInForce d={d} />
      </Frame>
      <Frame title="What each policy proposed" inner>
        <Proposals proposals={d.proposals} />
      </Frame>
      <Frame title="What it knew" simulated={d.snapshot.simulated} inner>
        <Knowledge snapshot={d.snapshot} />
      </Frame>
      <Frame title="The prices that it expected" simulated={d.snapshot.outlook?.simulated ?? false} inner>
        <Expected snapshot={d.snapshot} />
      </Frame>
      <Frame title="Commands" inner>
        <Commands commands={d.commands} />
      </Frame>
      <Frame title="Settlement" inner>
        {d.settlements.length === 0 && <p class="empty">Not settled yet: its price is not published.</p>}
        {d.settlements.map((s) => (
          <Settled key={s.version} s={s} />
        ))}
      </Frame>
      <Frame title="Identity" inner>
        <dl class="pairs">
          <dt>Snapshot</dt>
          <dd>
            <code>{d.snapshot_hash}</code>
          </dd>
          <dt>Policy</dt>
          <dd>
            <code>{d.policy_hash}</code>
          </dd>
          <dt>Proof</dt>
          <dd>
            <a href={`/api/ledger/proof?${new URLSearchParams({ site: d.site, key: d.key })}`} download={`${d.site}-${d.key.replaceAll("/", "-")}.json`}>
              Proof file
            </a>{" "}
            <span class="soft">once a batch holds it; see the Ledger page</span>
          </dd>
          <dt>Parameters</dt>
          <dd>
            <code>{JSON.stringify(d.params)}</code>
          </dd>
        </dl>
      </Frame>
    </div>
  );
}

function Plan({ uses }: { uses: readonly UsePower[] }) {
  return (
    <DataTable
      caption="Power granted to each class and use"
      rows={uses}
      rowKey={(u) => u.class + u.use + u.tier}
      empty="Everything is off."
      columns={[
        { head: "Class", cell: (u) => u.class },
        { head: "Use", cell: (u) => <UseMark use={u.use} tier={u.tier} /> },
        { head: "Power", num: true, cell: (u) => mw(u.power_mw) },
      ]}
    />
  );
}

function Reasons({ reasons, none }: { reasons: readonly Reason[]; none: string }) {
  if (reasons.length === 0) return <p class="empty">{none}</p>;
  return (
    <ul class="reasons">
      {reasons.map((r, i) => (
        <li key={i}>
          <code>{r.rule}</code> {r.class && <span class="soft">{r.class}: </span>}
          {r.text}
        </li>
      ))}
    </ul>
  );
}

function OrdersInForce({ d }: { d: Decision }) {
  const o = d.orders;
  const lines = [
    ...(o.stop ? ["Emergency stop is on."] : []),
    ...o.instructions.map((i) => `${i.from} ${i.kind} ${i.id} revision ${i.revision}: at most ${mw(i.max_mw)}, at least ${mw(i.min_mw)}.`),
    ...o.overrides.map((v) => `Override by ${v.by}: ${v.class || "whole site"} at ${mw(v.power_mw)} until ${clock(v.end_utc)} CT (${v.reason}).`),
    ...o.awards.map((a) => `Award ${a.product} ${mw(a.power_mw)} ${a.up ? "up" : "down"}${a.deployed ? ", deployed" : ""}.`),
  ];
  if (lines.length === 0) return <p class="small soft">No order was in force.</p>;
  return (
    <ul class="reasons">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const plan = (p: Proposal) =>
    p.uses.filter((u) => u.use !== "off" && u.power_mw > 0).map((u) => [u.class, useName(u.use).toLowerCase(), u.tier, mw(u.power_mw)].filter(Boolean).join(" ")).join(", ") || "all off";
  return (
    <DataTable
      caption="Proposals of all policies for the same snapshot"
      rows={proposals}
      rowKey={(p) => p.policy}
      columns={[
        {
          head: "Policy",
          cell: (p) => (
            <>
              {p.policy} {p.taken && <StateMark tone="good">taken</StateMark>}
            </>
          ),
        },
        { head: "Power", num: true, cell: (p) => mw(p.power_mw) },
        { head: "Plan", cell: plan },
        { head: "Because", cell: (p) => <Because reasons={p.reasons} /> },
      ]}
    />
  );
}

function Because({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return <>–</>;
  return (
    <ul class="reasons">
      {reasons.map((r, i) => (
        <li key={i}>
          {r.class && <span class="soft">{r.class}: </span>}
          {r.text}
        </li>
      ))}
    </ul>
  );
}

function Knowledge({ snapshot: s }: { snapshot: Snapshot }) {
  const list = (values: readonly Value[]) => values.map((v) => `${clock(v.start_utc)} ${usdPerMWh(v.value)}`).join(", ");
  return (
    <>
      <p class="small soft">As of {utcKey(s.as_of_utc)}; nothing published later was visible.</p>
      <DataTable
        caption="Values in the snapshot"
        rows={s.values.filter((v) => v.value !== null)}
        rowKey={(v) => v.name}
        columns={[
          { head: "Value", cell: (v) => v.name },
          { head: "Is", num: true, cell: (v) => quantity(v.value, v.unit) },
          { head: "Age", num: true, cell: (v) => duration(v.age_s) },
          { head: "From", cell: (v) => <span class="source">{v.source}</span> },
          { head: "State", cell: (v) => (v.stale ? <StateMark tone="warn">stale</StateMark> : "fresh") },
        ]}
      />
      {s.values.some((v) => v.value === null) && (
        <p class="small soft">Not known: {s.values.filter((v) => v.value === null).map((v) => v.name).join(", ")}.</p>
      )}
      {s.sced.length > 0 && <p class="small">SCED runs: {list(s.sced)}.</p>}
      {s.settled.length > 0 && <p class="small">Settled prices: {list(s.settled)}.</p>}
      {s.day_ahead.length > 0 && (
        <details>
          <summary class="small">{s.day_ahead.length} day-ahead hours</summary>
          <p class="small">{list(s.day_ahead)}</p>
        </details>
      )}
    </>
  );
}

function Expected({ snapshot }: { snapshot: Snapshot }) {
  const o = snapshot.outlook;
  if (!o || o.ahead.start_s.length === 0) return <p class="empty">No price was forecast when it was taken.</p>;
  return (
    <>
      <p class="small">
        <StateMark tone={o.stale || o.reason ? "warn" : "good"}>{o.model}</StateMark> {o.stale && <StateMark tone="warn">stale</StateMark>}{" "}
        <span class="soft">
          from <span class="source">{o.source}</span>, made {dayClock(o.made_utc)} CT, {duration(o.age_s)} before this decision looked, of prices up to{" "}
          {clock(o.newest_price_utc)} CT
          {o.reason && `; ${o.reason}`}. {o.paths > 0 ? `${o.paths} ways in which prices may go came with it.` : "It came without scenarios: too few forecasts had met their prices."}
        </span>
      </p>
      <OutlookChart point={snapshot.point} o={o} />
    </>
  );
}

function OutlookChart({ point, o }: { point: string; o: SeenOutlook }) {
  const { start_s, usd_per_mwh, low_usd_per_mwh, high_usd_per_mwh } = o.ahead;
  const last = start_s.length - 1;
  const end = start_s[last]! + o.length_min[last]! * 60;
  const held = <T,>(values: readonly T[]) => [...values, values[last]!]; // the last slot is as wide as it is long
  const banded = high_usd_per_mwh[0] !== null;
  return (
    <Chart
      title={`Prices at ${point} as the decision expected them`}
      summary={`Expected ${usdPerMWh(usd_per_mwh[0])} at first${banded ? `, eight times in ten between ${usdPerMWh(low_usd_per_mwh[0])} and ${usdPerMWh(high_usd_per_mwh[0])}` : ""}; at most ${usdPerMWh(Math.max(...usd_per_mwh))} until ${dayClock(end * 1000)} CT.`}
      times={[...start_s, end]}
      layers={[
        { label: "Forecast", colour: "series-b", values: held(usd_per_mwh), shape: "step", format: usdPerMWh },
        ...(banded
          ? [
              { label: "10 % quantile", colour: "series-d", values: held(low_usd_per_mwh), shape: "step" as const, dash: [2, 3], format: usdPerMWh },
              { label: "90 % quantile", colour: "series-d", values: held(high_usd_per_mwh), shape: "step" as const, dash: [5, 3], format: usdPerMWh },
            ]
          : []),
      ]}
      leftUnit="$/MWh"
      height={180}
      fileName={`expected-${point}-${utcKey(o.made_utc)}`}
    />
  );
}

const commandTones: Record<string, Tone> = { confirmed: "good", unknown: "warn", failed: "bad" };

function Commands({ commands }: { commands: readonly Command[] }) {
  return (
    <DataTable
      caption="Set-points and their fate"
      rows={commands}
      rowKey={(c) => c.class}
      empty="No command: nothing had to change, or control is advise."
      columns={[
        { head: "Class", cell: (c) => c.class },
        { head: "Target", num: true, cell: (c) => mw(c.target_mw) },
        { head: "Read back", num: true, cell: (c) => mw(c.actual_mw) },
        { head: "State", cell: (c) => <StateMark tone={commandTones[c.state] ?? "plain"}>{c.state}</StateMark> },
        { head: "Attempts", num: true, cell: (c) => c.attempts },
        { head: "Sent", cell: (c) => `${clock(c.sent_at_utc)}${c.error ? `, ${c.error}` : ""}` },
      ]}
    />
  );
}

function Settled({ s }: { s: Settlement }) {
  return (
    <>
      <p class="small">
        <b>{s.version.replace("_", "-")}</b>: {usd(s.total_usd)} on {mwh(s.mwh)} at {usdPerMWh(s.price_usd_per_mwh)},{" "}
        {s.measured ? "metered" : "planned power stands in for the meter"} {s.simulated && <SimulatedMark />}
      </p>
      <DataTable
        caption={`Lines of the ${s.version} settlement`}
        rows={s.lines}
        rowKey={(l: SettlementLine) => l.lever + l.class + l.use + l.note}
        columns={[
          { head: "Lever", cell: (l) => l.lever.replace("_", " ") },
          { head: "For", cell: (l) => [l.class, l.use && useName(l.use)].filter(Boolean).join(", ") || "site" },
          { head: "Energy", num: true, cell: (l) => mwh(l.mwh) },
          { head: "Amount", num: true, cell: (l) => signedUSD(l.amount_usd) },
          { head: "Note", cell: (l) => l.note || "–" },
        ]}
      />
    </>
  );
}
