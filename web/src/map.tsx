// The power network drawn: branches by loading, buses by price or voltage, the
// zones' names and the sites; the same as a table for who cannot see it.
import { useId, useMemo, useState } from "preact/hooks";
import { csv, download } from "./csv";
import { number, percent } from "./format";
import { type Tone } from "./marks";
import { branchRows, branchStrokes, type BusColour, busStrokes, mapSummary, place, type Stroke, viewOf, zoneCentres } from "./network";
import { DataTable } from "./table";
import type { GridMap } from "./api.gen";

/** A site on the map, with the shape of its verdict. */
export interface Pin {
  site: string;
  name: string;
  tone: Tone;
}

interface NetworkMapProps {
  map: GridMap;
  title: string;
  pins: readonly Pin[];
  focus: string; // a site to look at closely; empty: the whole network
}

const few = 300; // buses that leave room for large dots
const tallest = 48; // rem that the drawing is high at most
const tableRows = 100;
const shapes: Record<Tone, string> = { good: "●", warn: "▲", bad: "■", plain: "◆" };

export function NetworkMap({ map, title, pins, focus }: NetworkMapProps) {
  const [asTable, showTable] = useState(false);
  const [by, colour] = useState<BusColour>("price");
  const id = useId();
  return (
    <figure class="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <div class="chart-head">
          <h3 id={`${id}-title`} class="visually-hidden">
            {title}
          </h3>
          <p class="soft small push">{mapSummary(map)}</p>
          <span class="chart-actions">
            {!asTable && (
              <label class="pick">
                <span>Buses by</span>
                <select class="control" value={by} onChange={(e) => colour((e.target as HTMLSelectElement).value as BusColour)}>
                  <option value="price">price</option>
                  <option value="voltage">voltage</option>
                </select>
              </label>
            )}
            <button type="button" class="button quiet" aria-expanded={asTable} onClick={() => showTable(!asTable)}>
              {asTable ? "Show as map" : "Show as table"}
            </button>
            <button type="button" class="button quiet" onClick={() => save(map)}>
              CSV<span class="visually-hidden"> of {title}</span>
            </button>
          </span>
        </div>
      </figcaption>
      {asTable ? <Branches map={map} title={title} /> : <Drawing map={map} title={title} pins={pins} focus={focus} by={by} />}
    </figure>
  );
}

function Drawing({ map, title, pins, focus, by }: NetworkMapProps & { by: BusColour }) {
  const branches = useMemo(() => branchStrokes(map), [map]);
  const buses = useMemo(() => busStrokes(map, by), [map, by]);
  const centres = useMemo(() => zoneCentres(map), [map]);
  const near = map.sites.find((s) => s.site === focus)?.bus;
  const view = useMemo(() => viewOf(map, near), [map, near]);
  const inside = (at: { left: number; top: number }) => at.left >= 0 && at.left <= 100 && at.top >= 0 && at.top <= 100;
  const at = (bus: number) => place(map, bus, view);
  const sites = map.sites.flatMap((s) => {
    const pin = pins.find((p) => p.site === s.site);
    return pin && inside(at(s.bus)) ? [{ ...pin, at: at(s.bus) }] : [];
  });
  return (
    <>
      <div class={`map ${near === undefined ? "" : "near"} ${map.buses.x.length <= few ? "few" : ""}`} style={{ aspectRatio: `${view.width} / ${view.height}`, width: `min(100%, ${(tallest * view.width) / view.height}rem)` }}>
        <svg viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`} role="img" aria-label={`${title}. ${mapSummary(map)}`}>
          {branches.filter((s) => !s.near).map((s) => (
            <path key={s.key} class={`branch ${s.key}`} d={s.path} />
          ))}
          {buses.map((s) => (
            <path key={s.key} class={`bus ${s.key}`} d={s.path} />
          ))}
          {branches.filter((s) => s.near).map((s) => (
            <path key={s.key} class={`branch ${s.key}`} d={s.path} />
          ))}
        </svg>
        <div aria-hidden="true">
          {centres.filter((c) => inside(at(c.bus))).map((c) => (
            <span key={c.zone} class="zone-name" style={percents(at(c.bus))}>
              {c.zone}
            </span>
          ))}
          {sites.map((s) => (
            <span key={s.site} class={`pin ${s.tone} ${s.at.left > 60 ? "to-left" : ""}`} style={percents(s.at)}>
              <span class="pin-mark">{shapes[s.tone]}</span>
              <span>{s.name}</span>
            </span>
          ))}
        </div>
      </div>
      <Legend name="Branches" strokes={[...branches].reverse()} kind="branch" />
      <Legend name={by === "price" ? "Buses by price" : "Buses by voltage"} strokes={buses} kind="bus" />
    </>
  );
}

function percents({ left, top }: { left: number; top: number }) {
  return { left: `${left}%`, top: `${top}%` };
}

function Legend({ name, strokes, kind }: { name: string; strokes: readonly Stroke[]; kind: "branch" | "bus" }) {
  return (
    <div class="map-legend small">
      <span class="soft">{name}</span>
      <ul>
        {strokes.map((s) => (
          <li key={s.key}>
            <svg viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">
              <path class={`${kind} ${s.key}`} d={kind === "branch" ? "M1 6L23 6" : "M12 6h0.01"} />
            </svg>
            {s.label} <b>{number(s.count)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Branches({ map, title }: { map: GridMap; title: string }) {
  const rows = branchRows(map);
  const cut = rows.length > tableRows ? `, the ${tableRows} most loaded of ${number(rows.length)}; the CSV file has all` : "";
  return (
    <div class="scroll-y" role="region" tabIndex={0} aria-label={`${title}, as a table`}>
      <DataTable
        caption={`Branches by loading${cut}`}
        showCaption
        rows={rows.slice(0, tableRows)}
        rowKey={(r) => String(r.row)}
        columns={[
          { head: "Branch", cell: (r) => `${r.from}–${r.to} (row ${r.row})` },
          { head: "Zone", cell: (r) => r.zone },
          { head: "kV", num: true, cell: (r) => number(r.kv) },
          { head: "Loading", num: true, cell: (r) => <b>{percent(r.loading === null ? null : r.loading / 100)}</b> },
          { head: "Limit", num: true, cell: (r) => (r.limit === null ? "none" : `${number(r.limit)} MVA`) },
        ]}
      />
    </div>
  );
}

function save(map: GridMap): void {
  const rows = branchRows(map).map((r) => [r.row, r.from, r.to, r.zone, r.kv, r.loading, r.limit, String(map.simulated)]);
  download("network-branches.csv", csv(["row", "from_bus", "to_bus", "zone", "kv", "loading_pct", "limit_mva", "simulated"], rows));
}
