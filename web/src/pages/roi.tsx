// What mining, grid work, inference and switching off have earned.
import { useResource } from "../api";
import type { PageProps } from "../app";
import { Chart } from "../chart";
import { csv, download } from "../csv";
import { dayClock, mwh, number, percent, signedUSD, small, usd, utcKey } from "../format";
import { UseMark } from "../marks";
import { Panel } from "../panel";
import { Levers } from "../levers";
import { DataTable } from "../table";
import type { Roi as Answer } from "../api.gen";
import { useName } from "../uses";

const dashes: Record<string, number[]> = { mine: [], infer: [8, 3], grid: [3, 3], reserve: [8, 3, 2, 3], off: [1, 3] };

export function ROI({ route }: PageProps) {
  const site = route.site ? `&site=${encodeURIComponent(route.site)}` : "";
  const answer = useResource<Answer>(`/api/roi?window=${route.window}${site}`, ["settlement"]);
  const none = (a: Answer) => a.realised.settled_intervals === 0 && "Nothing has settled in this window yet. Money appears once the first settlement price is published.";
  const save = answer.data && answer.data.realised.settled_intervals > 0 && (
    <button type="button" class="button" onClick={() => answer.data && exportCSV(answer.data)}>
      Export CSV
    </button>
  );
  return (
    <div class="page">
      <Panel title="What it came to" resource={answer} simulated={(a) => a.simulated} empty={none} actions={save}>
        {(a) => <Sums a={a} />}
      </Panel>
      <Panel title="Net over time" resource={answer} simulated={(a) => a.simulated} empty={none}>
        {(a) => <Cumulative a={a} />}
      </Panel>
      <div class="split">
        <Panel title="By use" resource={answer} simulated={(a) => a.simulated} empty={none}>
          {(a) => <ByUse a={a} />}
        </Panel>
        <Panel title="Earned and paid" resource={answer} simulated={(a) => a.simulated} empty={none}>
          {(a) => <Levers levers={a.levers} />}
        </Panel>
      </div>
      <Panel
        title="What other policies would have made"
        note="Their recorded proposals at the same settled prices; Guard is not run again."
        resource={answer}
        simulated={(a) => a.simulated}
        empty={(a) => a.baselines.length === 0 && "No baseline can be worked out yet."}
      >
        {(a) => <Baselines a={a} />}
      </Panel>
    </div>
  );
}

function Sums({ a }: { a: Answer }) {
  const r = a.realised;
  const measured = r.settled_intervals > 0 ? r.measured_intervals / r.settled_intervals : null;
  return (
    <dl class="figures">
      <div class="figure lead">
        <dt>Realised net</dt>
        <dd class="figure-value">{usd(a.net_usd)}</dd>
        <dd class="soft small">
          {dayClock(a.from_utc)} to {dayClock(a.to_utc)} CT
        </dd>
      </div>
      <div class="figure">
        <dt>Still estimated</dt>
        <dd class="figure-value">{usd(r.pending_usd)}</dd>
        <dd class="soft small">expected of {number(r.pending_intervals)} intervals not settled</dd>
      </div>
      <div class="figure">
        <dt>Energy</dt>
        <dd class="figure-value">{mwh(a.mwh)}</dd>
        <dd class="soft small">{a.mwh > 0 ? `${usd(a.net_usd / a.mwh)} net per MWh` : "none metered"}</dd>
      </div>
      <div class="figure">
        <dt>How firm</dt>
        <dd class="figure-value">{percent(measured, 0)} metered</dd>
        <dd class="soft small">
          {number(r.estimate_intervals)} estimates, {number(r.statement_intervals)} by statement, of {number(r.settled_intervals)}
        </dd>
      </div>
    </dl>
  );
}

function Cumulative({ a }: { a: Answer }) {
  const moved = a.uses.filter((u) => u.cumulative_usd.some((v) => v !== 0));
  const still = a.uses.filter((u) => !moved.includes(u)).map((u) => useName(u.use).toLowerCase());
  const ends = [...moved.map((u) => `${useName(u.use)} ${usd(u.net_usd)}`), ...(still.length > 0 ? [`nothing from ${still.join(", ")}`] : [])].join(", ");
  return (
    <Chart
      title="Cumulative net by use"
      summary={`${usd(a.net_usd)} net over the window: ${ends}. One point per ${a.bucket}.`}
      times={a.start_s}
      layers={moved.map((u) => ({
        label: useName(u.use),
        colour: u.use === "off" ? "ink-faint" : u.use,
        values: u.cumulative_usd,
        shape: "line",
        dash: dashes[u.use] ?? [],
        format: usd,
      }))}
      leftUnit="$"
      height={280}
      fileName="net-by-use"
    />
  );
}

function ByUse({ a }: { a: Answer }) {
  return (
    <>
      <DataTable
        caption="Money by use over the window"
        rows={a.uses}
        rowKey={(u) => u.use}
        columns={[
          { head: "Use", cell: (u) => <UseMark use={u.use} /> },
          { head: "Energy", num: true, cell: (u) => mwh(u.mwh) },
          { head: "Revenue", num: true, cell: (u) => usd(u.revenue_usd) },
          { head: "Cost", num: true, cell: (u) => usd(u.cost_usd) },
          { head: "Net", num: true, cell: (u) => <b>{usd(u.net_usd)}</b> },
          { head: "$/MWh", num: true, cell: (u) => usd(u.usd_per_mwh) },
          { head: "$/W a year", num: true, cell: (u) => small(u.usd_per_w_year) },
        ]}
      />
      <p class="soft small">What no single use caused (energy, fees, starts) is shared by the energy that each used in the {a.bucket}.</p>
    </>
  );
}

function Baselines({ a }: { a: Answer }) {
  return (
    <DataTable
      caption="Baselines over the window"
      rows={a.baselines}
      rowKey={(b) => b.policy}
      columns={[
        { head: "Policy", cell: (b) => b.policy },
        { head: "Would have made", num: true, cell: (b) => usd(b.net_usd) },
        { head: "What was made", num: true, cell: (b) => usd(b.actual_usd) },
        { head: "Difference", num: true, cell: (b) => <b>{signedUSD(b.difference_usd)}</b> },
        { head: "Intervals", num: true, cell: (b) => number(b.intervals) },
        { head: "From", cell: (b) => `${dayClock(b.from_utc)} CT` },
        { head: "To", cell: (b) => `${dayClock(b.to_utc)} CT` },
      ]}
    />
  );
}

function exportCSV(a: Answer): void {
  const head = ["bucket_start_utc", ...a.uses.map((u) => `${u.use}_cumulative_usd`), "simulated"];
  const rows = a.start_s.map((t, i) => [utcKey(t * 1000), ...a.uses.map((u) => u.cumulative_usd[i]), String(a.simulated)]);
  download(`roi-${a.site || "all"}-${a.window}.csv`, csv(head, rows));
}
