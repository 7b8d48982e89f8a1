// What stands on the chain beside the decisions: what contracts are told of the
// market, each day's rewards, the certificates made from metered curtailment,
// futures on the hashprice, and the contracts themselves.
import { useResource } from "../api";
import { dayClock, number, usd, utcKey } from "../format";
import { StateMark, type Tone } from "../marks";
import { Panel } from "../panel";
import { DataTable } from "../table";
import type { ChainContract, ChainMarket, FuturesPosition, OracleFeed, RewardDay, StabilityCert } from "../api.gen";

export function Certificates() {
  const market = useResource<ChainMarket>("/api/chain/market", ["chain", "settlement"]);
  const closed = (m: ChainMarket) => !m.open && m.text;
  const simulated = (m: ChainMarket) => m.simulated;
  return (
    <div class="page">
      <Panel
        title="Stability certificates"
        note="Energy that a site did not draw, by its meter against the hour before, less the method's own error. Provisional on telemetry; computation never becomes one."
        resource={market}
        simulated={simulated}
        empty={(m) => closed(m) || (m.certificates.length === 0 && "None yet: a UTC day's curtailment is certified once the day is over and its rewards are final.")}
      >
        {(m) => <Made m={m} />}
      </Panel>
      <Panel
        title="Rewards by day"
        note="Two hours after a UTC day its lines are sealed and proposed behind a bond; for an hour anybody can show a fault; then the day is final."
        resource={market}
        simulated={simulated}
        empty={(m) => closed(m) || (m.rewards.length === 0 && "No day is sealed yet: the first is sealed two hours after midnight UTC, in the time of the chain.")}
      >
        {(m) => (
          <>
            <p class="soft">
              {number(m.task_payments.entered)} verified tasks were entered in the last two weeks, {number(m.task_payments.final)} of them undisputed; the worker in this process has{" "}
              {number(m.task_payments.worker_tokens, 3)} reward tokens at <code>{m.task_payments.worker_account}</code>.
            </p>
            <Days rows={m.rewards} />
          </>
        )}
      </Panel>
      <Panel title="Oracle" note="What contracts read of the market, one round an epoch. A jump is held back until a second round agrees." resource={market} simulated={simulated} empty={closed}>
        {(m) => <Oracle rows={m.oracle} />}
      </Panel>
      <Panel title="Hashrate futures" resource={market} simulated={simulated} empty={(m) => closed(m) || (m.futures.length === 0 && `No position is open. ${m.regulated}`)}>
        {(m) => <Futures m={m} />}
      </Panel>
      <Panel title="Contracts" resource={market} simulated={simulated} empty={closed}>
        {(m) => <Contracts rows={m.contracts} />}
      </Panel>
    </div>
  );
}

const states: Record<string, Tone> = { provisional: "warn", settled: "good", retired: "plain", superseded: "plain", final: "good", proposed: "warn" };

function Made({ m }: { m: ChainMarket }) {
  const t = m.certificate_totals;
  return (
    <>
      {m.text && <p class="note bad">{m.text}</p>}
      <p class="soft">
        {number(t.made)} made, {number(t.live_kwh)} kWh in force, {number(t.retired_kwh)} kWh retired.
      </p>
      <DataTable
        caption="Newest certificates"
        rows={m.certificates}
        rowKey={(c: StabilityCert) => String(c.id)}
        columns={[
          { head: "No.", cell: (c) => number(c.id) },
          { head: "Site", cell: (c) => c.site },
          { head: "From, CT", cell: (c) => <time dateTime={utcKey(c.start_utc)}>{dayClock(c.start_utc)}</time> },
          { head: "Minutes", cell: (c) => number(c.intervals * 5), num: true },
          { head: "kWh", cell: (c) => number(c.kwh), num: true },
          { head: "State", cell: (c) => <StateMark tone={states[c.state] ?? "plain"}>{c.state}</StateMark> },
          { head: "Asked", cell: (c) => (c.price_usd === null ? "not for sale" : usd(c.price_usd)), num: true },
          {
            head: "Baseline",
            cell: (c) => (
              <span title={`${c.baseline}${c.band_kwh === null ? "" : `; ${number(c.band_kwh)} kWh taken off for its error`}${c.declared_held === null ? "" : `; declared maximum base load ${c.declared_held ? "held" : "not held"}`}`}>
                {c.methods > 0 ? `least of ${number(c.methods)}` : <code>{c.baseline.slice(0, 14)}…</code>}
              </span>
            ),
          },
          { head: "Additional", cell: (c) => <span title={c.paid_by.length > 0 ? `already paid for by ${c.paid_by.join(", ")}: not to be counted twice` : "no programme has paid for it"}>{`${c.class.replace("_", " ") || "–"}${c.paid_by.length > 0 ? ", paid for" : ""}`}</span> },
        ]}
      />
    </>
  );
}

function Days({ rows }: { rows: readonly RewardDay[] }) {
  return (
    <DataTable
      caption="Rewards by day"
      rows={rows}
      rowKey={(d) => d.day_utc}
      columns={[
        { head: "Day, UTC", cell: (d) => d.day_utc },
        { head: "Lines", cell: (d) => number(d.lines), num: true },
        { head: "kWh cited", cell: (d) => number(d.kwh), num: true },
        { head: "State", cell: (d) => <StateMark tone={states[d.status] ?? "plain"}>{d.status}</StateMark> },
        { head: "Window closes, CT", cell: (d) => (d.status === "proposed" ? dayClock(d.closes_utc) : "–") },
        { head: "Root", cell: (d) => (d.root ? <code title={d.root}>{d.root.slice(0, 14)}…</code> : "–") },
      ]}
    />
  );
}

function Oracle({ rows }: { rows: readonly OracleFeed[] }) {
  return (
    <DataTable
      caption="Feeds of the oracle"
      rows={rows}
      rowKey={(f) => f.name}
      columns={[
        { head: "Feed", cell: (f) => <code>{f.name}</code> },
        { head: "Value", cell: (f) => (f.refusal ? "–" : number(f.value)), num: true },
        { head: "Unit", cell: (f) => f.unit },
        { head: "About, CT", cell: (f) => (f.refusal ? "–" : dayClock(f.observed_utc)) },
        { head: "Rounds", cell: (f) => number(f.rounds), num: true },
        { head: "Contracts read it", cell: (f) => <Readable f={f} /> },
      ]}
    />
  );
}

function Readable({ f }: { f: OracleFeed }) {
  if (f.trouble) return <StateMark tone="bad">{f.trouble}</StateMark>;
  return f.refusal ? <StateMark tone="warn">no: {f.refusal}</StateMark> : <StateMark tone="good">yes</StateMark>;
}

function Futures({ m }: { m: ChainMarket }) {
  return (
    <>
      <DataTable
        caption="Open positions"
        rows={m.futures}
        rowKey={(p: FuturesPosition) => String(p.id)}
        columns={[
          { head: "No.", cell: (p) => number(p.id) },
          { head: "PH/s", cell: (p) => number(p.qty_ph_s), num: true },
          { head: "Window, CT", cell: (p) => `${dayClock(p.start_utc)} to ${dayClock(p.end_utc)}` },
          { head: "Mark, $/PH/day", cell: (p) => number(p.mark_usd_per_ph_day, 2), num: true },
          { head: "Long's margin", cell: (p) => usd(p.margin_long_usd), num: true },
          { head: "Short's margin", cell: (p) => usd(p.margin_short_usd), num: true },
        ]}
      />
      <p class="soft small">{m.regulated}</p>
    </>
  );
}

function Contracts({ rows }: { rows: readonly ChainContract[] }) {
  return (
    <DataTable
      caption="Contracts"
      rows={rows}
      rowKey={(c) => c.name}
      columns={[
        { head: "Contract", cell: (c) => c.name },
        { head: "Address", cell: (c) => <code>{c.address}</code> },
        { head: "Code", cell: (c) => <code title={c.code_hash}>{c.code_hash.slice(0, 14)}…</code> },
        { head: "In the registry", cell: (c) => (c.registered ? "yes" : c.name === "Registry" ? "is it" : "announced") },
      ]}
    />
  );
}
