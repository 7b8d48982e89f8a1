// Every series that is known, with where its newest value comes from and how
// old it is; a chart of the one that is chosen.
import { useState } from "preact/hooks";
import { useResource } from "../api";
import type { PageProps } from "../app";
import { Chart } from "../chart";
import { now } from "../clock";
import { Fold } from "../fold";
import { dayClock, duration, number, quantity } from "../format";
import { SimulatedMark, StateMark } from "../marks";
import { Panel } from "../panel";
import { navigate, windowHours } from "../router";
import { DataTable } from "../table";
import type { MarketCatalogue, MarketSeries, SeriesData } from "../api.gen";

const groups: Record<string, string> = {
  prices: "Energy prices",
  reserve: "Reserve prices",
  system: "The grid",
  network: "Bitcoin",
  compute: "Compute",
  other: "Other",
};

export function Market({ route }: PageProps) {
  const [filter, setFilter] = useState("");
  const catalogue = useResource<MarketCatalogue>("/api/market", ["feed"]);
  const chosen = route.series || first(catalogue.data) || "";
  const hour = Math.floor(now() / 3_600_000) - windowHours(route.window);
  const series = useResource<SeriesData>(
    chosen && `/api/market/series?series=${encodeURIComponent(chosen)}&points=600&from=${new Date(hour * 3_600_000).toISOString()}`,
    ["feed"],
  );
  const wanted = (s: MarketSeries) => `${s.name} ${s.title} ${s.source}`.toLowerCase().includes(filter.toLowerCase());
  const search = (
    <label class="pick">
      <span>Find</span>
      <input class="control" type="search" value={filter} onInput={(e) => setFilter((e.target as HTMLInputElement).value)} />
    </label>
  );
  return (
    <div class="page">
      <Panel title="Chosen series" resource={series} simulated={(s) => s.simulated} empty={(s) => s.start_s.length === 0 && `No value of ${s.title} in this window.`}>
        {(s) => <SeriesChart s={s} own={catalogue.data?.series.find((c) => c.name === s.series)?.length_s ?? 0} />}
      </Panel>
      <Panel
        title="All series"
        resource={catalogue}
        simulated={(c) => c.simulated}
        empty={(c) => c.series.length === 0 && "Nothing has been observed yet: the feeds are making their first polls."}
        actions={search}
      >
        {(c) => <Catalogue series={c.series.filter(wanted)} chosen={chosen} searched={filter !== ""} />}
      </Panel>
    </div>
  );
}

/** A settlement price is what most come here for. */
function first(catalogue: MarketCatalogue | undefined): string | undefined {
  return (catalogue?.series.find((s) => s.kind === "rt_spp") ?? catalogue?.series[0])?.name;
}

/** A series over time; own is how long one of its values stands, 0 for an instant. */
function SeriesChart({ s, own }: { s: SeriesData; own: number }) {
  const known = s.values.filter((v) => v !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const show = (v: number | null | undefined) => quantity(v, s.unit);
  const thinned = s.step_s > own;
  const spread = thinned && s.min.some((v, i) => v !== s.max[i]);
  return (
    <Chart
      titled
      title={s.title}
      summary={`${s.values.length} points from ${dayClock(s.start_s[0]! * 1000)} CT, between ${show(low)} and ${show(high)}${thinned ? `; each is a mean over ${duration(s.step_s)}` : ""}. Source: ${s.source}.`}
      times={s.start_s}
      layers={[
        { label: spread ? "Mean" : "Value", colour: "series-a", values: s.values, shape: "step", format: show },
        ...(spread
          ? [
              { label: "Lowest", colour: "series-b", values: s.min, shape: "step" as const, dash: [2, 3], format: show },
              { label: "Highest", colour: "series-d", values: s.max, shape: "step" as const, dash: [5, 3], format: show },
            ]
          : []),
      ]}
      leftUnit={s.unit}
      fileName={s.series.replaceAll("/", "-")}
    />
  );
}

function Catalogue({ series, chosen, searched }: { series: readonly MarketSeries[]; chosen: string; searched: boolean }) {
  if (series.length === 0) return <p class="empty">No series matches.</p>;
  const known = Object.keys(groups).filter((g) => series.some((s) => s.group === g));
  return (
    <>
      {known.map((group) => (
        <Group key={`${group}${searched}`} name={groups[group] ?? group} series={series.filter((s) => s.group === group)} chosen={chosen} open={searched} />
      ))}
    </>
  );
}

function Group({ name, series, chosen, open }: { name: string; series: readonly MarketSeries[]; chosen: string; open: boolean }) {
  return (
    <Fold className="group" title={name} count={series.length} open={open || series.some((s) => s.name === chosen)}>
      <DataTable
        caption={name}
        rows={series}
        rowKey={(s) => s.name}
        rowClass={(s) => (s.name === chosen ? "chosen" : "")}
        columns={[
          { head: "Series", cell: (s) => <Name series={s} chosen={s.name === chosen} /> },
          { head: "Newest", num: true, cell: (s) => <b>{quantity(s.value, s.unit)}</b> },
          { head: "For (CT)", cell: (s) => dayClock(s.start_utc) },
          { head: "Age", num: true, cell: (s) => duration(s.age_s) },
          { head: "Source", cell: (s) => <span class="source">{s.source}</span> },
          { head: "Stored", num: true, cell: (s) => number(s.count) },
          {
            head: "State",
            cell: (s) => (
              <>
                {s.stale ? <StateMark tone="warn">stale</StateMark> : <StateMark tone="good">fresh</StateMark>} {s.simulated && <SimulatedMark />}
              </>
            ),
          },
        ]}
      />
    </Fold>
  );
}

function Name({ series, chosen }: { series: MarketSeries; chosen: boolean }) {
  const show = () => {
    navigate({ series: series.name }, true);
    scrollTo(0, 0);
  };
  return (
    <button type="button" class="link" aria-pressed={chosen} title={series.name} onClick={show}>
      {series.title || series.name}
    </button>
  );
}
