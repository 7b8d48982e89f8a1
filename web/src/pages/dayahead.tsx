// What sites offer to ERCOT's markets and what came of it: the next market's
// offers at opportunity cost, awards and obligations by hour, what is offered
// now, what positions cost to keep and to buy back, and the way to the QSE.
import { useState } from "preact/hooks";
import { change, Problem, refresh, useResource } from "../api";
import type { PageProps } from "../app";
import { Chart } from "../chart";
import { dayClock, duration, mw, number, quantity, signedUSD, usd, utcKey } from "../format";
import { Quoted, SimulatedMark, StateMark, type Tone } from "../marks";
import { Frame, Panel } from "../panel";
import { DataTable } from "../table";
import type { DeskBoard, DeskDay, DeskDifference, DeskHour, DeskLink, DeskPeak, DeskPosition, DeskSite, DeskStatement, MatrixRow, Session, Telemetry } from "../api.gen";

const perMWh = (v: number | null | undefined) => quantity(v, "$/MWh");
const perMW = (v: number | null | undefined) => quantity(v, "$/MW-h");
const tones: Record<string, Tone> = { draft: "plain", approved: "good", submitted: "good", awarded: "good", missed: "warn" };

export function DayAhead({ route }: PageProps) {
  const query = route.site ? `?site=${encodeURIComponent(route.site)}` : "";
  const board = useResource<DeskBoard>(`/api/desk${query}`, ["desk", "decision", "order", "settlement"]);
  const session = useResource<Session>("/api/session", ["session"]);
  const may = session.data?.role === "operator" || session.data?.role === "admin";
  const none = (b: DeskBoard) => b.sites.length === 0 && "No site that is shown takes part in ERCOT's markets: sites.participation in the configuration says how one does.";
  return (
    <div class="page">
      <Panel title="The next market" note="Offers at opportunity cost, for the operating day whose market closes next, at 10:00 Central." resource={board} simulated={(b) => b.simulated} empty={none}>
        {(b) => b.sites.map((s) => <Next key={s.site} s={s} may={may} />)}
      </Panel>
      <Panel title="Awards and obligations by hour" resource={board} simulated={(b) => b.simulated} empty={none}>
        {(b) => b.sites.map((s) => <Awarded key={s.site} s={s} at={b.at_utc} />)}
      </Panel>
      <Panel title="In the running interval" note="Reserve offered on load that is on now, and what day-ahead positions cost to keep and to buy back." resource={board} simulated={(b) => b.simulated} empty={none}>
        {(b) => b.sites.map((s) => <Now key={s.site} s={s} />)}
      </Panel>
      <Panel title="The way to the QSE" resource={board} simulated={(b) => b.simulated}>
        {(b) => <Way link={b.link} sites={b.sites} />}
      </Panel>
      <Panel title="Peaks and statements" resource={board} simulated={(b) => b.simulated} empty={none}>
        {(b) => b.sites.map((s) => <Later key={s.site} s={s} />)}
      </Panel>
      <Panel title="Products by type of load" resource={board} note={board.data && `Now: ${board.data.regime}.`}>
        {(b) => <Matrix rows={b.matrix} />}
      </Panel>
    </div>
  );
}

const names: Record<string, string> = { clr: "Controllable Load Resource", nclr: "Non-Controllable Load Resource" };

function Title({ s }: { s: DeskSite }) {
  return (
    <p>
      <b>{s.name || s.site}</b> <span class="soft">{names[s.load_type] ?? s.load_type} at {s.point}, {mw(s.low_mw)} to {mw(s.max_mw)}</span>{" "}
      {s.trouble && <StateMark tone="warn">{s.trouble}</StateMark>}
    </p>
  );
}

function Next({ s, may }: { s: DeskSite; may: boolean }) {
  const d = s.days.find((x) => x.operating_day === s.next_day);
  return (
    <section>
      <Title s={s} />
      {!d && <p class="empty">No offers for {s.next_day} yet.</p>}
      {d && (
        <>
          <p class="decision-line">
            <StateMark tone={tones[d.status] ?? "plain"}>{d.status}</StateMark>
            <span>
              {d.operating_day}, revision {d.revision}, made {dayClock(d.made_utc)} CT; the market closes {dayClock(s.closes_utc)} CT.{" "}
              {s.auto ? "Offers go out by policy." : "They go out once somebody has approved them."} {d.note}
            </span>
          </p>
          <Approval s={s} d={d} may={may} />
          <OfferChart d={d} site={s.site} />
          <Offers d={d} />
          <Files site={s.site} day={d.operating_day} />
        </>
      )}
    </section>
  );
}

function Approval({ s, d, may }: { s: DeskSite; d: DeskDay; may: boolean }) {
  const [failed, fail] = useState("");
  const open = d.status === "draft" || d.status === "approved";
  if (!open || (s.auto && d.status === "draft" && !may)) return null;
  const on = d.status === "draft";
  const send = async () => {
    try {
      await change("POST", `/api/desk/${encodeURIComponent(s.site)}/${d.operating_day}/approval`, { approve: on, reason: "on the Day-ahead page" });
      fail("");
      refresh("desk");
    } catch (error) {
      fail(error instanceof Problem ? error.message : String(error));
    }
  };
  return (
    <p>
      <button type="button" class="button" disabled={!may} onClick={send}>
        {on ? "Approve" : "Hold back"}
        <span class="visually-hidden"> the offers of {s.name || s.site}</span>
      </button>{" "}
      {!may && <span class="soft small">Log in as operator to approve.</span>} {failed && <span class="note bad">{failed}</span>}
    </p>
  );
}

function Files({ site, day }: { site: string; day: string }) {
  const base = `/api/desk/${encodeURIComponent(site)}/${day}`;
  return (
    <p class="small">
      <a href={`${base}/offers.csv`} download={`offers-${site}-${day}.csv`}>Offers as CSV</a>, <a href={`${base}/awards.csv`} download={`awards-${site}-${day}.csv`}>awards as CSV</a>,{" "}
      <a href={base} download={`desk-${site}-${day}.json`}>all as JSON</a>.
    </p>
  );
}

const offered = (h: DeskHour, product: string) => h.products.find((p) => p.product === product);
const products = (d: DeskDay) => [...new Set(d.hours.flatMap((h) => h.products.map((p) => p.product)))];
const colours = ["series-a", "series-b", "series-c", "series-d", "series-a"];

function OfferChart({ d, site }: { d: DeskDay; site: string }) {
  const times = d.hours.map((h) => Date.parse(h.start_utc) / 1000);
  const first = d.hours[0];
  if (!first) return null;
  const all = products(d);
  return (
    <Chart
      title={`Cheapest reserve and expected price on ${d.operating_day}`}
      summary={`Real-time prices are expected between ${perMWh(Math.min(...d.hours.map((h) => h.mean_usd_per_mwh)))} and ${perMWh(Math.max(...d.hours.map((h) => h.mean_usd_per_mwh)))}; source: ${first.source}.`}
      times={times}
      layers={[
        { label: "Expected price", colour: "ink", values: d.hours.map((h) => h.mean_usd_per_mwh), shape: "step", format: perMWh },
        { label: "90 %", colour: "ink", values: d.hours.map((h) => h.high_usd_per_mwh), shape: "step", dash: [5, 3], format: perMWh },
        ...all.map((p, i) => ({
          label: `${p} from`,
          colour: colours[i % colours.length]!,
          values: d.hours.map((h) => offered(h, p)?.from_usd_per_mw_h ?? null),
          shape: "step" as const,
          axis: "right" as const,
          ...(i === 4 ? { dash: [2, 3] } : {}),
          format: perMW,
        })),
      ]}
      leftUnit="$/MWh"
      rightUnit="$/MW-h"
      height={220}
      fileName={`offers-${site}-${d.operating_day}`}
    />
  );
}

function Offers({ d }: { d: DeskDay }) {
  return (
    <details class="fold">
      <summary>
        <h3>Offers by hour</h3> <span class="soft small">{d.hours.length}</span>
      </summary>
      <DataTable
        caption={`Offers for ${d.operating_day}`}
        rows={d.hours}
        rowKey={(h: DeskHour) => h.start_utc}
        columns={[
          { head: "Hour, CT", cell: (h) => <time dateTime={utcKey(h.start_utc)}>{dayClock(h.start_utc)}</time> },
          { head: "Price, 10 to 90 %", num: true, cell: (h) => <span title={h.source}>{`${number(h.mean_usd_per_mwh, 1)} (${number(h.low_usd_per_mwh, 1)} to ${number(h.high_usd_per_mwh, 1)})`}</span> },
          { head: "Plan", num: true, cell: (h) => `${h.resource_status} ${mw(h.load_mw)}` },
          { head: "Can hold", num: true, cell: (h) => mw(h.capability_mw) },
          { head: "Energy bid", num: true, cell: (h) => (h.energy_bid_mw > 0 ? `${mw(h.energy_bid_mw)} at ${perMWh(h.energy_bid_usd_per_mwh)}` : "–") },
          { head: "Reserve: MW, $/MW-h", cell: (h) => <Reserve h={h} /> },
        ]}
      />
    </details>
  );
}

function Reserve({ h }: { h: DeskHour }) {
  const shown = h.products.filter((p) => p.offer_mw > 0);
  if (shown.length === 0) return <>–</>;
  return (
    <ul class="plain">
      {shown.map((p) => (
        <li key={p.product} title={p.why}>
          {`${p.product} ${number(p.offer_mw, 2)}, ${number(p.from_usd_per_mw_h, 2)} to ${number(p.to_usd_per_mw_h, 2)}`}
        </li>
      ))}
    </ul>
  );
}

function Awarded({ s, at }: { s: DeskSite; at: string }) {
  const rows = s.days.flatMap((d) => d.hours.map((h) => ({ ...h, day: d }))).filter((h) => h.day.status === "awarded" || h.obliged_mw > 0);
  const ahead = rows.filter((h) => Date.parse(h.start_utc) > Date.parse(at) - 3_600_000);
  const award = (h: DeskHour) => h.products.filter((p) => p.award_mw > 0);
  return (
    <section>
      <Title s={s} />
      <p>
        {s.days.map((d) => (
          <span key={d.operating_day}>
            {d.operating_day} <StateMark tone={tones[d.status] ?? "plain"}>{d.status}</StateMark> {d.worth_usd !== null && <b>{usd(d.worth_usd)} of reserve</b>} <span class="soft small">{d.reference}</span>{" "}
          </span>
        ))}
      </p>
      {s.obligations.map((o) => (
        <p class="small" key={o.id}>
          <b>{o.programme === "ers" ? "Emergency Response Service" : o.programme}</b> {o.id}: {mw(o.power_mw)} at {perMW(o.usd_per_mw_h)}, {o.text}. {o.binds ? <StateMark tone="good">binds now</StateMark> : <StateMark tone="plain">not now</StateMark>}
        </p>
      ))}
      <DataTable
        caption={`Awards and obligations of ${s.name || s.site}`}
        rows={ahead.slice(0, 36)}
        rowKey={(h) => h.start_utc}
        empty="Nothing has been awarded for the hours ahead: awards come about 13:30 Central for the day after."
        columns={[
          { head: "Hour, CT", cell: (h) => <time dateTime={utcKey(h.start_utc)}>{dayClock(h.start_utc)}</time> },
          { head: "Reserve sold", cell: (h) => award(h).map((p) => `${p.product} ${number(p.award_mw, 2)} MW at ${number(p.award_usd_per_mw_h, 2)}`).join("; ") || "–" },
          { head: "Energy bought", num: true, cell: (h) => (h.energy_award_mw > 0 ? `${mw(h.energy_award_mw)} at ${perMWh(h.energy_award_usd_per_mwh)}` : "–") },
          { head: "Obliged", num: true, cell: (h) => (h.obliged_mw > 0 ? mw(h.obliged_mw) : "–") },
          { head: "Expected load", num: true, cell: (h) => mw(h.load_mw) },
        ]}
      />
    </section>
  );
}

function Now({ s }: { s: DeskSite }) {
  const n = s.now;
  return (
    <section>
      <Title s={s} />
      <p class="small">
        Emergency level <Quoted value={s.eea} />, responsive capability <Quoted value={s.prc} />.{" "}
        {s.awards.length > 0 ? `Real-time awards: ${s.awards.map((a) => `${a.product} ${number(a.power_mw, 2)} MW`).join(", ")}.` : "Nothing is awarded now."}
      </p>
      {s.called.map((c) => (
        <p key={c.id}>
          <StateMark tone="warn">called on</StateMark> {c.product}: at most {mw(c.max_mw)} at the meter since {dayClock(c.start_utc)} CT, until it is recalled.
        </p>
      ))}
      {!n && <p class="empty">Nothing has been offered since the process started.</p>}
      {n && (
        <>
          <p class="small">
            {dayClock(n.start_utc)} CT: energy is expected at {perMWh(n.price_usd_per_mwh)}, load {mw(n.load_mw)}, of which {mw(n.capability_mw)} can be held.{" "}
            {n.offers.map((o) => `${o.product} ${number(o.offer_mw, 2)} MW from ${number(o.from_usd_per_mw_h, 2)}`).join("; ")}
          </p>
          {n.bid.length > 0 && (
            <p class="small soft">
              Energy bid to dispatch: {n.bid.map((b) => `up to ${number(b.power_mw, 2)} MW below ${number(b.usd_per_mwh, 0)} $/MWh`).join(", ")}.
            </p>
          )}
          <DataTable
            caption={`Positions of ${s.name || s.site}`}
            rows={n.positions}
            rowKey={(p: DeskPosition) => p.product}
            empty="No reserve was sold day ahead for this hour."
            columns={[
              { head: "Sold day ahead", cell: (p) => `${p.product} ${number(p.day_ahead_mw, 2)} MW at ${number(p.sold_usd_per_mw_h, 2)}` },
              { head: "To hold", num: true, cell: (p) => perMW(p.hold_usd_per_mw_h) },
              { head: "To buy back", num: true, cell: (p) => perMW(p.buy_back_usd_per_mw_h) },
              { head: "So", cell: (p) => <StateMark tone={p.keep ? "good" : "warn"}>{p.text}</StateMark> },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Way({ link, sites }: { link: DeskLink; sites: readonly DeskSite[] }) {
  return (
    <>
      <p>
        Offers go by <b>{link.way}</b>. {link.modbus_address ? `Its RTU reads and writes at ${link.modbus_address}: ` : "No Modbus address is configured."}
        {link.modbus_address &&
          `${number(link.scans)} scans, one each ${number(link.scan_every_ms)} ms of the wall's clock, answered in ${number(link.answer_us)} µs; ${number(link.writes)} writes, ${number(link.refused)} refused; last ${link.last_write_utc ? `${dayClock(link.last_write_utc)} CT` : "never"}.`}
      </p>
      <p class="small">
        {link.orders > 0
          ? `The newest ${number(link.orders)} orders of the QSE were stored as decisions in ${number(link.order_median_ms, 1)} ms (median), ${number(link.order_worst_ms, 1)} ms at worst, on the wall's clock. pouwdem drill plays one.`
          : "No order of the QSE has come yet. pouwdem drill plays one and reports the times."}
      </p>
      {sites.map((s) => (
        <Line key={s.site} site={s.site} name={s.name || s.site} />
      ))}
    </>
  );
}

function Line({ site, name }: { site: string; name: string }) {
  const { data: t } = useResource<Telemetry>(`/api/desk/telemetry?site=${encodeURIComponent(site)}`, ["decision"]);
  if (!t) return null;
  const list = (all: Telemetry["capability"]) => all.map((v) => `${v.product} ${number(v.power_mw, 2)}`).join(", ") || "none";
  return (
    <p class="small">
      <b>{name}</b> {t.simulated && <SimulatedMark />} <StateMark tone={t.quality === "good" ? "good" : "warn"}>{t.quality}</StateMark> {mw(t.power_mw)} read {duration(t.age_s)} ago, {t.resource_status}, base point{" "}
      {t.base_point_mw === null ? "none" : mw(t.base_point_mw)}; can hold {list(t.capability)}; awarded {list(t.awarded)}; breaker and under-frequency relay: {t.relay}.
      {t.regulation && <Regulation r={t.regulation} />}
    </p>
  );
}

// The newest deployment of the four-second signal, and how well the meter follows.
function Regulation({ r }: { r: NonNullable<Telemetry["regulation"]> }) {
  const off = r.error_mw === null ? "not compared with the meter yet" : `the meter was ${mw(Math.abs(r.error_mw))} ${r.error_mw < 0 ? "below" : "above"} the target before`;
  const mean = r.mean_error_mw === null ? "" : `, ${mw(r.mean_error_mw)} off in the mean`;
  return (
    <>
      {" "}
      Regulation at {dayClock(r.at_utc)} CT: {mw(r.asked_mw)} asked, {mw(r.moved_mw)} deployed, to {mw(r.target_mw)} at the meter; {off}; {number(r.points)} deployments in this interval{mean}
      {r.partial && "; the program was not there for a part of it"}.
    </>
  );
}

function Later({ s }: { s: DeskSite }) {
  return (
    <section>
      <Title s={s} />
      <DataTable
        caption={`Coincident peaks of ${s.name || s.site}`}
        rows={s.peaks}
        rowKey={(p: DeskPeak) => p.month + p.status}
        empty="No month that counts has a peak yet."
        columns={[
          { head: "Month", cell: (p) => `${p.month}, ${p.rule}` },
          { head: "State", cell: (p) => <StateMark tone={p.status === "published" ? "good" : "plain"}>{p.status}</StateMark> },
          { head: "Interval, CT", cell: (p) => dayClock(p.start_utc) },
          { head: "System", num: true, cell: (p) => mw(p.system_mw) },
          { head: "Site", num: true, cell: (p) => mw(p.power_mw) },
          { head: "Charge", num: true, cell: (p) => <span title={p.text}>{`${signedUSD(p.amount_usd)} from ${p.due_from}`}</span> },
        ]}
      />
      {s.statements.map((st) => (
        <Statement key={st.name} st={st} />
      ))}
      {s.statements.length === 0 && <p class="small soft">No statement has been held against our own settlement: pouwdem desk reconcile does.</p>}
    </section>
  );
}

function Statement({ st }: { st: DeskStatement }) {
  return (
    <Frame title={`Statement ${st.name}`} inner>
      <p>
        <StateMark tone={st.within_tolerance ? "good" : "warn"}>{st.within_tolerance ? "within 0.5 %" : "not within 0.5 %"}</StateMark> {usd(st.statement_usd)} stated, {usd(st.ours_usd)} settled by us ({st.version}); {number(st.open)} to look at.
      </p>
      <DataTable
        caption={`Differences of ${st.name}`}
        rows={st.rows.filter((r) => !r.ok)}
        rowKey={(r: DeskDifference) => r.operating_day + r.charge}
        empty="Every charge is within half a per cent."
        columns={[
          { head: "Day", cell: (r) => r.operating_day },
          { head: "Charge", cell: (r) => r.charge.replaceAll("_", " ") },
          { head: "Stated", num: true, cell: (r) => signedUSD(r.statement_usd) },
          { head: "Ours", num: true, cell: (r) => signedUSD(r.ours_usd) },
          { head: "Why", cell: (r) => r.why },
        ]}
      />
    </Frame>
  );
}

function Matrix({ rows }: { rows: readonly MatrixRow[] }) {
  return (
    <DataTable
      caption="Products by type of load"
      rows={rows}
      rowKey={(r: MatrixRow) => r.load_type + r.product + r.form}
      columns={[
        { head: "Product", cell: (r) => `${r.product}${r.form && ` ${r.form}`}` },
        { head: "Load", cell: (r) => r.load_type.toUpperCase() },
        { head: "Direction", cell: (r) => r.direction },
        { head: "Response", num: true, cell: (r) => (r.response_s < 1 ? `${number(r.response_s, 2)} s` : duration(r.response_s)) },
        { head: "Sustained", num: true, cell: (r) => duration(r.sustain_s) },
        { head: "How", cell: (r) => (r.hardware ? "a relay trips it" : r.block ? "in blocks, by instruction" : "by dispatch") },
      ]}
    />
  );
}
