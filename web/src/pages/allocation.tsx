// What each megawatt did, five minutes at a time, and the way into the decision
// behind each step.
import { useResource } from "../api";
import type { PageProps } from "../app";
import { Chart } from "../chart";
import { now } from "../clock";
import { clock, dayClock, mw, usdPerMWh, utcKey } from "../format";
import { StateMark, UseMark } from "../marks";
import { Panel } from "../panel";
import { navigate, windowHours } from "../router";
import { DataTable } from "../table";
import type { DecisionRow, Decisions, Timeline } from "../api.gen";
import { uses } from "../uses";

const rows = 2016; // a week of intervals, the most that the API gives at once

export function Allocation({ route, metrics }: PageProps) {
  const site = route.site || metrics.data?.sites[0]?.site || "";
  const name = metrics.data?.sites.find((s) => s.site === site)?.name || site;
  const hour = Math.floor(now() / 3_600_000) - windowHours(route.window);
  const from = new Date(hour * 3_600_000).toISOString();
  const timeline = useResource<Timeline>(
    site && `/api/timeline?site=${encodeURIComponent(site)}&from=${from}&limit=${rows}`,
    ["decision", "settlement"],
  );
  const decisions = useResource<Decisions>(site && `/api/decisions?site=${encodeURIComponent(site)}&limit=24`, ["decision"]);
  if (!site) {
    return (
      <Panel title="Power by use" resource={metrics} empty={() => "No site is configured."}>
        {() => null}
      </Panel>
    );
  }
  return (
    <div class="page">
      <Panel
        title={`Power by use${name ? `, ${name}` : ""}`}
        note={route.site ? undefined : "One site at a time; this is the first. Choose another above."}
        resource={timeline}
        simulated={(t) => t.simulated}
        empty={(t) => t.start_s.length === 0 && "No decision in this window yet."}
      >
        {(t) => <Stack timeline={t} />}
      </Panel>
      <Panel
        title="Newest decisions"
        resource={decisions}
        simulated={(d) => d.simulated}
        empty={(d) => d.decisions.length === 0 && "No decision yet: the first one comes with the next interval."}
      >
        {(d) => <Newest decisions={d.decisions} />}
      </Panel>
    </div>
  );
}

function open(site: string, key: string | undefined): void {
  if (key) navigate({ decision: `${site}/${key}` });
}

function Stack({ timeline: t }: { timeline: Timeline }) {
  const area = (label: string, colour: string, values: number[]) => ({ label, colour, values, shape: "area" as const, format: mw });
  return (
    <>
      <Chart
        title="Power by use, with the settled price"
        summary={stackSummary(t)}
        times={t.start_s}
        layers={[
          area("Mining", "mine", t.mine_mw),
          area("Inference", "infer", t.infer_mw),
          area("Grid work", "grid", t.grid_mw),
          area("Off", "off", t.off_mw),
          ...(t.reserve_mw.some((v) => v > 0)
            ? [{ label: "Reserve held", colour: "reserve", values: t.reserve_mw, shape: "step" as const, dash: [6, 3], format: mw }]
            : []),
          { label: "Settled price", colour: "price", values: t.price_usd_per_mwh, shape: "step", axis: "right", format: usdPerMWh },
        ]}
        marks={t.markers.map((m) => ({ time: m.start_s, label: `${m.kind}: ${m.text}`, colour: m.kind === "stop" || m.kind === "late" ? "bad" : "warn" }))}
        leftUnit="MW"
        rightUnit="$/MWh"
        height={320}
        fileName={`allocation-${t.site}`}
        onPick={(i) => open(t.site, t.keys[i])}
        pickHint="Click an interval, or move with the arrow keys and press Enter, to see its decision."
      />
      {t.truncated && <p class="note plain">The window holds more intervals than fit; the newest {t.start_s.length} are shown.</p>}
    </>
  );
}

function stackSummary(t: Timeline): string {
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / (values.length || 1);
  const parts: [string, number][] = [
    ["mining", mean(t.mine_mw)],
    ["inference", mean(t.infer_mw)],
    ["grid work", mean(t.grid_mw)],
    ["off", mean(t.off_mw)],
  ];
  const said = parts.filter(([, v]) => v > 0.0005).map(([name, v]) => `${name} ${mw(v)}`).join(", ");
  return `${t.start_s.length} intervals from ${dayClock(t.start_s[0]! * 1000)} CT; on average ${said || "nothing ran"}.`;
}

function Newest({ decisions }: { decisions: readonly DecisionRow[] }) {
  return (
    <DataTable
      caption="Newest decisions, newest first"
      rows={decisions}
      rowKey={(d) => d.key}
      columns={[
        { head: "Interval (CT)", cell: (d) => <time dateTime={utcKey(d.interval_start_utc)}>{dayClock(d.interval_start_utc)}</time> },
        { head: "Power", num: true, cell: (d) => mw(d.power_mw) },
        { head: "Uses", cell: (d) => <Uses decision={d} /> },
        {
          head: "Decided by",
          cell: (d) => (
            <>
              {d.policy} {d.fast && <StateMark tone="warn">instruction</StateMark>} {d.degraded && <StateMark tone="warn">degraded</StateMark>}
            </>
          ),
        },
        { head: "Why", cell: (d) => <span class="clip">{why(d)}</span> },
        {
          head: "Details",
          cell: (d) => (
            <button type="button" class="link" onClick={() => open(d.site, d.key)}>
              Open<span class="visually-hidden"> the decision of {clock(d.interval_start_utc)}</span>
            </button>
          ),
        },
      ]}
    />
  );
}

/** The first reason, and how many more the drawer shows. */
function why({ reasons }: DecisionRow): string {
  const [first, ...rest] = reasons;
  if (!first) return "–";
  return `${first.class ? `${first.class}: ` : ""}${first.text}${rest.length > 0 ? `; ${rest.length} more` : ""}`;
}

function Uses({ decision }: { decision: DecisionRow }) {
  const sum = (use: string) => decision.uses.filter((u) => u.use === use).reduce((total, u) => total + u.power_mw, 0);
  const running = uses.filter((use) => use !== "off" && sum(use) > 0);
  if (running.length === 0) return <UseMark use="off" />;
  return (
    <span class="use-list">
      {running.map((use) => (
        <span key={use}>
          <UseMark use={use} /> {mw(sum(use))}
        </span>
      ))}
     
    </span>
  );
}
