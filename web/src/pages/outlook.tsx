// What is expected beside prices: the power system, the month's coincident peak,
// and bitcoin's network.
import { useResource } from "../api";
import { Chart } from "../chart";
import { dayClock, number, percent, quantity } from "../format";
import { StateMark } from "../marks";
import { Panel } from "../panel";
import { DataTable } from "../table";
import type { BitcoinOutlook, MinedBlock, PeakClass, PeakOutlook, PeakRule, PoolShare, SystemForecast, SystemOutlook } from "../api.gen";

const names: Record<string, string> = { load: "Load", wind: "Wind", solar: "Sun", net_load: "Load less wind and sun", renewable_share: "Renewable share" };
const hour = (s: number) => dayClock(s * 1000);

export function SystemPanel() {
  const outlook = useResource<SystemOutlook>("/api/forecasts/system", ["settlement"]);
  return (
    <Panel
      title="The system ahead"
      note="ERCOT's own forecasts, carried from where the system is now."
      resource={outlook}
      simulated={(o) => o.simulated}
      empty={(o) => o.series.length === 0 && (o.text || "Nothing is forecast yet.")}
    >
      {(o) => o.series.map((s) => <Series key={s.name} s={s} />)}
    </Panel>
  );
}

function Series({ s }: { s: SystemForecast }) {
  const share = s.name === "renewable_share";
  const format = (v: number | null | undefined) => (share ? percent(v) : quantity(v, s.unit));
  const gap = s.past.start_s.map(() => null);
  const after = <T,>(values: readonly T[]) => [...gap, ...values];
  const scored = s.scores.filter((x) => [15, 60, 240, 1440].includes(x.lead_min));
  return (
    <section>
      {s.reason && (
        <p>
          <StateMark tone="warn">{s.model}</StateMark> <span class="soft small">{s.reason}</span>
        </p>
      )}
      <Chart
        titled
        title={names[s.name] ?? s.name}
        summary={`Expected ${format(s.ahead.value[0])} in the next quarter of an hour and ${format(s.ahead.value[s.ahead.value.length - 1])} at the end.`}
        times={[...s.past.start_s, ...s.ahead.start_s]}
        layers={[
          { label: "Measured", colour: "series-a", values: [...s.past.value, ...s.ahead.start_s.map(() => null)], shape: "step", format },
          { label: "Forecast", colour: "series-b", values: after(s.ahead.value), shape: "step", format },
          { label: "10 % quantile", colour: "series-d", values: after(s.ahead.low), shape: "step", dash: [2, 3], format },
          { label: "90 % quantile", colour: "series-d", values: after(s.ahead.high), shape: "step", dash: [5, 3], format },
        ]}
        leftUnit={share ? "of load" : s.unit}
        fileName={`forecast-${s.name}`}
      />
      {scored.length > 0 && (
        <p class="soft small">
          Mean absolute errors so far:{" "}
          {scored.map((x) => `${x.lead_min / 60} h ahead ${format(x.mae)}, ERCOT's ${format(x.published_mae)}, newest value ${format(x.persistence_mae)}`).join("; ")}.
        </p>
      )}
    </section>
  );
}

export function PeakPanel() {
  const outlook = useResource<PeakOutlook>("/api/forecasts/peaks", ["settlement"]);
  return (
    <Panel
      title="Coincident peak"
      note="The chance that an hour of today is the month's highest load, on which next year's transmission charge depends; and from which chance each class is better off."
      resource={outlook}
      simulated={(o) => o.simulated}
      empty={(o) => o.status === "waiting" && o.text}
    >
      {(o) => <Peak o={o} />}
    </Panel>
  );
}

function Peak({ o }: { o: PeakOutlook }) {
  const parts = Math.max(1, 60 / o.interval_min);
  const intervals = o.interval_chance.map((_, i) => o.start_s[Math.floor(i / parts)]! + (i % parts) * o.interval_min * 60);
  const off = (c: PeakClass) => c.off_hours.map((h) => hour(o.start_s[h]!)).join(", ");
  return (
    <>
      <p>
        Today&apos;s peak is expected at {quantity(o.today_peak_mw, "MW")}; the month&apos;s highest so far was {quantity(o.month_peak_mw, "MW")}. The month&apos;s
        peak is today with a chance of <b>{percent(o.chance_today)}</b>. <span class="soft">{o.text}</span>
      </p>
      {o.response_mw > 0 && <p class="soft small">Near a new highest, {quantity(o.response_mw, "MW")} are expected to be taken off, ours among them.</p>}
      <Chart
        title="Load by hour, and the chance of each interval"
        summary={`The likeliest hour has a chance of ${percent(Math.max(0, ...o.chance))}, the likeliest interval of ${o.interval_min} minutes ${percent(Math.max(0, ...o.interval_chance))}.`}
        times={intervals}
        layers={[
          { label: "Load", colour: "series-a", values: intervals.map((_, i) => o.load_mw[Math.floor(i / parts)] ?? null), shape: "step", format: (v) => quantity(v, "MW") },
          { label: "Chance", colour: "series-b", values: o.interval_chance, shape: "step", axis: "right", format: (v) => percent(v) },
        ]}
        leftUnit="MW"
        rightUnit="chance"
        fileName="coincident-peak"
      />
      <DataTable
        caption="Rules"
        showCaption
        rows={o.rules}
        rowKey={(r: PeakRule) => r.name}
        columns={[
          { head: "Rule", cell: (r) => <>{r.name} {r.in_force && <StateMark tone="good">in force</StateMark>}</> },
          { head: "From", cell: (r) => r.effective || "always" },
          { head: "Months", cell: (r) => (r.months.length === 12 ? "all" : r.months.join(", ")) },
          { head: "Interval", num: true, cell: (r) => `${number(r.interval_min)} min` },
          { head: "Weight", num: true, cell: (r) => percent(r.weight) },
          { head: "A month's peak", num: true, cell: (r) => `${number(r.usd_per_mw_month)} $/MW` },
          { head: "This month", cell: (r) => (r.month_counts ? "counts" : "does not count") },
        ]}
      />
      <DataTable
        caption="Classes of machines"
        rows={o.classes}
        rowKey={(c) => `${c.site}/${c.class}/${c.use}`}
        columns={[
          { head: "Site", cell: (c) => c.site },
          { head: "Class", cell: (c) => c.class },
          { head: "Doing", cell: (c) => c.use },
          { head: "Earns now", num: true, cell: (c) => quantity(c.margin_usd_per_mwh, "$/MWh") },
          { head: "Off from a chance of", num: true, cell: (c) => (c.break_even === null ? "never" : percent(c.break_even)) },
          { head: "Off today", cell: (c) => off(c) || "no hour" },
        ]}
      />
    </>
  );
}

export function BitcoinPanel() {
  const outlook = useResource<BitcoinOutlook>("/api/forecasts/bitcoin", ["settlement"]);
  return (
    <Panel title="Bitcoin's network" resource={outlook} simulated={(o) => o.simulated} empty={(o) => o.pools.length === 0 && o.blocks.length === 0 && o.text}>
      {(o) => <Bitcoin o={o} />}
    </Panel>
  );
}

function Bitcoin({ o }: { o: BitcoinOutlook }) {
  return (
    <>
      {o.text && <p class="note bad">{o.text}</p>}
      <dl class="pairs">
        <dt>Next retarget</dt>
        <dd>
          {o.retarget_utc ? (
            <>
              <b>
                {o.change >= 0 ? "+" : ""}
                {percent(o.change, 2)}
              </b>{" "}
              ± {percent(o.change_deviation, 2)} in {number(o.blocks_left)} blocks, about {dayClock(o.retarget_utc)} CT; the explorer says {percent(o.change_by_explorer, 2)}
            </>
          ) : (
            "not known"
          )}
        </dd>
        <dt>Hashrate</dt>
        <dd>
          {number(o.hashrate_eh_s, 1)} EH/s ± {percent(o.hashrate_deviation)} from blocks; {o.hashrate_reported_eh_s === null ? "no pool reports its own" : `${number(o.hashrate_reported_eh_s, 1)} EH/s by what pools report of themselves`}
        </dd>
        <dt>Hashprice</dt>
        <dd>
          {quantity(o.hashprice_usd_per_ph_day, "$/PH/day")} now, {quantity(o.hashprice_after_usd_per_ph_day, "$/PH/day")} after the retarget at today&apos;s bitcoin price and fees
        </dd>
        <dt>Next block</dt>
        <dd>
          {o.next_block
            ? `${number(o.next_block.fees_btc, 4)} BTC of fees from ${number(o.next_block.transactions)} transactions, ${number(o.next_block.low_sat_per_vb, 1)} to ${number(o.next_block.high_sat_per_vb, 1)} sat/vB, median ${number(o.next_block.median_sat_per_vb, 1)}; what waits fills ${number(o.next_block.blocks_waiting)} blocks`
            : "not known"}
        </dd>
        <dt>Flow</dt>
        <dd>
          {number(o.flow.transactions_per_s, 1)} transactions a second over {number(o.flow.blocks)} blocks, {number(o.flow.blocks_per_hour, 1)} blocks an hour; fees are {percent(o.flow.fee_share, 2)} of what
          miners were paid
        </dd>
      </dl>
      <DataTable
        caption="Pools, last week"
        showCaption
        rows={o.pools}
        rowKey={(p: PoolShare) => p.name}
        columns={[
          { head: "Pool", cell: (p) => p.name },
          { head: "Blocks", num: true, cell: (p) => number(p.blocks) },
          { head: "Finds the next block", num: true, cell: (p) => percent(p.share) },
          { head: "95 % interval", cell: (p) => `${percent(p.share_low)} to ${percent(p.share_high)}` },
          { head: "Luck", num: true, cell: (p) => (p.luck === null ? "reports no hashrate" : percent(p.luck)) },
        ]}
      />
      <DataTable
        caption="Newest blocks"
        showCaption
        rows={o.blocks}
        rowKey={(b: MinedBlock) => String(b.height)}
        columns={[
          { head: "Height", cell: (b) => number(b.height) },
          { head: "Found, CT", cell: (b) => dayClock(b.time_utc) },
          { head: "Pool", cell: (b) => b.pool || <StateMark tone="plain">unknown</StateMark> },
          { head: "Transactions", num: true, cell: (b) => number(b.transactions) },
          { head: "Fees, BTC", num: true, cell: (b) => number(b.fees_btc, 4) },
          { head: "Median, sat/vB", num: true, cell: (b) => number(b.median_sat_per_vb, 1) },
          { head: "Filled", num: true, cell: (b) => percent(b.filled, 0) },
        ]}
      />
    </>
  );
}
