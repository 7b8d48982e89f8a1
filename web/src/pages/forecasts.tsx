// What the next two days' prices are expected to be at each settlement point,
// with the band that eight of ten prices fall into, what the day-ahead market of
// the first day without prices is expected to say, and how such forecasts have
// done beside the simple rules.
import { useResource } from "../api";
import type { PageProps } from "../app";
import { Chart } from "../chart";
import { dayClock, number, percent, quantity } from "../format";
import { SimulatedMark, StateMark } from "../marks";
import { Panel } from "../panel";
import { DataTable } from "../table";
import { BitcoinPanel, PeakPanel, SystemPanel } from "./outlook";
import type { DayAheadForecast, DayAheadScore, Forecasts as All, ForecastScore, PointForecast } from "../api.gen";

const unit = "$/MWh";
const money = (v: number | null | undefined) => quantity(v, unit);

export function Forecasts({ route, metrics }: PageProps) {
  const all = useResource<All>("/api/forecasts", ["settlement", "decision"]);
  const point = metrics.data?.sites.find((s) => s.site === route.site)?.point;
  const wanted = (f: All) => f.points.filter((p) => !point || p.point === point);
  return (
    <div class="page">
      <Panel
        title="Prices ahead"
        resource={all}
        simulated={(f) => f.simulated}
        empty={(f) => wanted(f).length === 0 && (point === undefined ? "No site is at a settlement point." : `Nothing is forecast for ${point}.`)}
      >
        {(f) => wanted(f).map((p) => <Ahead key={p.point} p={p} />)}
      </Panel>
      <Panel
        title="The day-ahead market's next prices"
        note="Of the first day that has none yet: forecast when the day before is published, and again on the morning before the market closes."
        resource={all}
        simulated={(f) => f.simulated}
        empty={(f) => wanted(f).every((p) => !p.day_ahead) && "Nothing is forecast yet."}
      >
        {(f) => wanted(f).map((p) => p.day_ahead && <DayAhead key={p.point} point={p.point} f={p.day_ahead} />)}
      </Panel>
      <Panel title="How forecasts have done" resource={all} simulated={(f) => f.simulated} empty={(f) => wanted(f).every((p) => p.scores.length === 0) && "No forecast has met its price yet."}>
        {(f) => wanted(f).map((p) => <Scores key={p.point} p={p} />)}
      </Panel>
      <PeakPanel />
      <SystemPanel />
      <BitcoinPanel />
    </div>
  );
}

function Ahead({ p }: { p: PointForecast }) {
  if (p.ahead.start_s.length === 0)
    return (
      <p class="empty">
        {p.point}: {p.text}
      </p>
    );
  const times = [...p.past.start_s, ...p.ahead.start_s];
  const gap = p.past.start_s.map(() => null);
  const after = <T,>(values: readonly T[]) => [...gap, ...values];
  const last = p.ahead.start_s.length - 1;
  return (
    <section>
      <p>
        <b>{p.point}</b> <StateMark tone={p.status === "ok" ? "good" : "warn"}>{p.model}</StateMark> {p.simulated && <SimulatedMark />}{" "}
        <span class="soft small">
          made {p.made_utc ? dayClock(p.made_utc) : "never"} CT from data {p.data_sha256.slice(0, 12)}
          {p.reason && `; ${p.reason}`}
        </span>
      </p>
      <Chart
        titled
        title={`Real-time price at ${p.point}`}
        summary={`Expected ${money(p.ahead.usd_per_mwh[0])} in the next quarter of an hour and ${money(p.ahead.usd_per_mwh[last])} at ${dayClock(p.ahead.start_s[last]! * 1000)} CT.`}
        times={times}
        layers={[
          { label: "Settled", colour: "series-a", values: [...p.past.usd_per_mwh, ...p.ahead.start_s.map(() => null)], shape: "step", format: money },
          { label: "Forecast", colour: "series-b", values: after(p.ahead.usd_per_mwh), shape: "step", format: money },
          { label: "10 % quantile", colour: "series-d", values: after(p.ahead.low_usd_per_mwh), shape: "step", dash: [2, 3], format: money },
          { label: "90 % quantile", colour: "series-d", values: after(p.ahead.high_usd_per_mwh), shape: "step", dash: [5, 3], format: money },
        ]}
        leftUnit={unit}
        fileName={`forecast-${p.point}`}
      />
    </section>
  );
}

function DayAhead({ point, f }: { point: string; f: DayAheadForecast }) {
  const score = (s: DayAheadScore, what: string) =>
    s.days > 0 &&
    `${what}: mean absolute error ${money(s.mae_usd_per_mwh)} over ${number(s.days)} days, the same hour a week earlier ${money(s.naive_mae_usd_per_mwh)}, 80 % band covers ${percent(s.coverage_80)}`;
  const scores = [score(f.scored, "Since the process started"), score(f.walked, "The days before, walked through")].filter(Boolean);
  return (
    <section>
      <p>
        <b>{point}</b> {f.model ? <StateMark tone={f.status === "ok" ? "good" : "warn"}>{f.model}</StateMark> : <span class="soft">{f.text}</span>}{" "}
        {f.simulated && <SimulatedMark />}{" "}
        {f.made_utc && (
          <span class="soft small">
            {f.day}, made {dayClock(f.made_utc)} CT from data {f.data_sha256.slice(0, 12)}
            {f.known.length > 0 && `, with ${f.known.join(", ").replaceAll("_", " ")}`}
            {f.reason && `; ${f.reason}`}
          </span>
        )}
      </p>
      {f.ahead.start_s.length > 0 && (
        <Chart
          titled
          title={`Day-ahead price at ${point}, ${f.day}`}
          summary={`Expected between ${money(Math.min(...f.ahead.usd_per_mwh))} and ${money(Math.max(...f.ahead.usd_per_mwh))}.`}
          times={f.ahead.start_s}
          layers={[
            { label: "Forecast", colour: "series-b", values: f.ahead.usd_per_mwh, shape: "step", format: money },
            { label: "10 % quantile", colour: "series-d", values: f.ahead.low_usd_per_mwh, shape: "step", dash: [2, 3], format: money },
            { label: "90 % quantile", colour: "series-d", values: f.ahead.high_usd_per_mwh, shape: "step", dash: [5, 3], format: money },
          ]}
          leftUnit={unit}
          fileName={`forecast-day-ahead-${point}`}
        />
      )}
      {scores.map((text) => (
        <p key={text} class="soft small">
          {text}.
        </p>
      ))}
    </section>
  );
}

function Scores({ p }: { p: PointForecast }) {
  if (p.scores.length === 0) return null;
  const lead = (s: ForecastScore) => (s.lead_min < 60 ? `${s.lead_min} min` : `${number(s.lead_min / 60)} h`);
  return (
    <section>
      <h3>{p.point}</h3>
      <DataTable
        caption={`Mean absolute errors at ${p.point}`}
        rows={p.scores}
        rowKey={(s) => String(s.lead_min)}
        columns={[
          { head: "Lead", cell: lead },
          { head: "Forecasts", num: true, cell: (s) => number(s.n) },
          { head: "Ours", num: true, cell: (s) => <b>{money(s.mae_usd_per_mwh)}</b> },
          { head: "Newest price lasts", num: true, cell: (s) => money(s.persistence_mae_usd_per_mwh) },
          { head: "Day-ahead price", num: true, cell: (s) => money(s.day_ahead_mae_usd_per_mwh) },
          { head: "80 % band covers", num: true, cell: (s) => percent(s.coverage_80) },
        ]}
      />
    </section>
  );
}
