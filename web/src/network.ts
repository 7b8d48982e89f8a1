// The network as it is drawn: which branches and buses share a look, as SVG
// paths, so that thousands of them are a dozen elements of the page.
import { number, usdPerMWh } from "./format";
import type { GridMap } from "./api.gen";

/** A part of the map in drawing coordinates: 0 to 1000, y downwards. */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A look and what has it. */
export interface Stroke {
  key: string; // also the CSS class
  label: string;
  count: number;
  path: string;
  near?: boolean; // to a limit, and so drawn over everything else
}

const round = (v: number) => Math.round(v * 10) / 10;
const down = (y: number) => 1000 - y; // the API's y grows to the north

/** The whole network with a margin, or the surroundings of one bus. */
export function viewOf(map: GridMap, bus?: number): View {
  const { x, y } = map.buses;
  if (bus !== undefined && x[bus] !== undefined) {
    const half = 110;
    return { x: x[bus]! - half, y: down(y[bus]!) - half * 0.7, width: 2 * half, height: 1.4 * half };
  }
  if (x.length === 0) return { x: 0, y: 0, width: 1000, height: 700 };
  const [left, right] = [Math.min(...x), Math.max(...x)];
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const room = 0.04 * Math.max(right - left, high - low, 1);
  return { x: left - room, y: down(high) - room, width: right - left + 2 * room, height: high - low + 2 * room };
}

/** Where a bus lies in a view, as percentages of its width and height. */
export function place(map: GridMap, bus: number, view: View): { left: number; top: number } {
  return {
    left: (100 * (map.buses.x[bus]! - view.x)) / view.width,
    top: (100 * (down(map.buses.y[bus]!) - view.y)) / view.height,
  };
}

const loadings = [
  { key: "load-over", label: "at its limit or over", from: 100 },
  { key: "load-high", label: "80 to 100 %", from: 80 },
  { key: "load-mid", label: "50 to 80 %", from: 50 },
  { key: "load-low", label: "below 50 %", from: 0 },
] as const;

/** Branches by how loaded they are, the least loaded first so that the others lie on top. */
export function branchStrokes(map: GridMap): Stroke[] {
  const { from, to, loading_pct: loading } = map.branches;
  const found = new Map<string, { parts: string[]; count: number }>();
  from.forEach((a, i) => {
    const b = to[i]!;
    const pct = loading[i] ?? null;
    const key = pct === null ? "load-none" : loadings.find((l) => pct >= l.from)!.key;
    const entry = found.get(key) ?? { parts: [], count: 0 };
    entry.count++;
    entry.parts.push(`M${point(map, a)}L${point(map, b)}`);
    found.set(key, entry);
  });
  return [{ key: "load-none", label: "no limit known" }, ...[...loadings].reverse()].flatMap(({ key, label }) => {
    const entry = found.get(key);
    return entry ? [{ key, label, count: entry.count, path: entry.parts.join(""), near: key === "load-over" || key === "load-high" }] : [];
  });
}

export type BusColour = "price" | "voltage";

const steps = 5; // of a scale

/** Buses by what is shown of them, in ascending order. */
export function busStrokes(map: GridMap, by: BusColour): Stroke[] {
  const values = by === "price" ? map.buses.price_usd_per_mwh : map.buses.vm_pu;
  const bins = binsOf(values, by === "price" ? usdPerMWh : (v) => `${number(v, 3)} p.u.`);
  const parts: string[][] = bins.map(() => []);
  const unknown: string[] = [];
  map.buses.x.forEach((_, i) => {
    const v = values[i] ?? null;
    const at = v === null ? -1 : bins.findIndex((b) => v < b.below);
    (at < 0 ? unknown : parts[at]!).push(`M${point(map, i)}h0.01`);
  });
  const strokes = bins.map((b, i) => ({ key: b.key, label: b.label, count: parts[i]!.length, path: parts[i]!.join("") }));
  return [...strokes, { key: "bus-none", label: "not known", count: unknown.length, path: unknown.join("") }].filter((s) => s.count > 0);
}

interface Bin {
  key: string;
  label: string;
  below: number;
}

/** Equal steps between the values that nine in ten buses lie between; one step where these read the same. */
function binsOf(values: readonly (number | null)[], show: (v: number) => string): Bin[] {
  const known = values.filter((v) => v !== null).sort((a, b) => a - b);
  if (known.length === 0) return [];
  const at = (share: number) => known[Math.min(known.length - 1, Math.floor(share * known.length))]!;
  const [low, high] = [at(0.05), at(0.95)];
  if (show(low) === show(high)) return [{ key: "bus-2", label: show(low), below: Infinity }];
  return Array.from({ length: steps }, (_, i) => {
    const from = low + ((high - low) * i) / steps;
    const to = low + ((high - low) * (i + 1)) / steps;
    const label = i === 0 ? `below ${show(to)}` : i === steps - 1 ? `${show(from)} and more` : `${show(from)} to ${show(to)}`;
    return { key: `bus-${i}`, label, below: i === steps - 1 ? Infinity : to };
  });
}

function point(map: GridMap, bus: number): string {
  return `${round(map.buses.x[bus]!)} ${round(down(map.buses.y[bus]!))}`;
}

/** Each zone with the bus nearest to the middle of its buses, for its name. */
export function zoneCentres(map: GridMap): { zone: string; bus: number }[] {
  return map.zones.flatMap((zone, z) => {
    const own = map.buses.zone.flatMap((of, bus) => (of === z ? [bus] : []));
    if (own.length === 0) return [];
    const mean = (column: readonly number[]) => own.reduce((sum, b) => sum + column[b]!, 0) / own.length;
    const [cx, cy] = [mean(map.buses.x), mean(map.buses.y)];
    const off = (b: number) => Math.hypot(map.buses.x[b]! - cx, map.buses.y[b]! - cy);
    return [{ zone, bus: own.reduce((best, b) => (off(b) < off(best) ? b : best)) }];
  });
}

/** Branches as rows, the most loaded first, those without a limit last. */
export function branchRows(map: GridMap) {
  const { from, to, kv, loading_pct: loading, limit_mva: limit } = map.branches;
  return from
    .map((a, i) => ({
      row: i + 1,
      from: map.buses.id[a]!,
      to: map.buses.id[to[i]!]!,
      zone: map.zones[map.buses.zone[a]!] ?? "",
      kv: kv[i]!,
      loading: loading[i] ?? null,
      limit: limit[i] ?? null,
    }))
    .sort((a, b) => (b.loading ?? -1) - (a.loading ?? -1));
}

/** What the drawing shows, as a sentence. */
export function mapSummary(map: GridMap): string {
  const loading = map.branches.loading_pct;
  const between = (low: number, high: number) => loading.filter((v) => v !== null && v >= low && v < high).length;
  return (
    `${number(map.buses.x.length)} buses in ${map.zones.length} zones, ${number(loading.length)} branches: ` +
    `${number(between(100, Infinity))} at or over their limit, ${number(between(80, 100))} between 80 and 100 %.`
  );
}
