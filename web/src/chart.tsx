// A time series chart: a figure with a caption, a sentence that says what it
// shows, a cursor that the keyboard moves, and the same numbers as a table.
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import uPlot from "uplot";
import { csv, download } from "./csv";
import { clock, dayClock, utcKey } from "./format";
import { cumulate } from "./stack";
import { DataTable } from "./table";
import { type Palette, usePalette } from "./theme";

export interface Layer {
  label: string;
  colour: string; // custom property without dashes
  values: readonly (number | null)[];
  shape: "area" | "line" | "step";
  axis?: "left" | "right";
  dash?: number[];
  format: (v: number | null | undefined) => string;
}

export interface Mark {
  time: number; // s since 1970
  label: string;
  colour: string;
}

export interface ChartProps {
  title: string;
  summary: string;
  times: readonly number[]; // s since 1970, ascending
  layers: readonly Layer[]; // areas are stacked in this order, from the bottom
  marks?: readonly Mark[];
  leftUnit: string;
  rightUnit?: string;
  height?: number;
  titled?: boolean; // shows the title; else it is for screen readers, under a panel's own
  fileName: string;
  onPick?: (index: number) => void;
  pickHint?: string;
}

const tableRows = 288;
const font = "12px Inter";

export function Chart(props: ChartProps) {
  const { title, summary, times, layers } = props;
  const [asTable, showTable] = useState(false);
  const [at, point] = useState<number | undefined>();
  const id = useId();
  const last = times.length - 1;
  const index = at === undefined ? last : Math.min(at, last);
  const text = (i: number) =>
    `${dayClock(times[i]! * 1000)} CT: ${layers.map((l) => `${l.label} ${l.format(l.values[i])}`).join(", ")}`;

  return (
    <figure class="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <div class="chart-head">
          <h3 id={`${id}-title`} class={props.titled ? "" : "visually-hidden"}>
            {title}
          </h3>
          <p class="soft small push">{summary}</p>
          <span class="chart-actions">
            <button type="button" class="button quiet" aria-expanded={asTable} onClick={() => showTable(!asTable)}>
              {asTable ? "Show as chart" : "Show as table"}
            </button>
            <button type="button" class="button quiet" onClick={() => save(props)}>
              CSV<span class="visually-hidden"> of {title}</span>
            </button>
          </span>
        </div>
      </figcaption>
      {asTable ? (
        <ChartTable {...props} />
      ) : (
        <>
          <Plot {...props} index={at} onPoint={point} valueText={index >= 0 ? text(index) : "no data"} />
          <dl class="readout">
            <div>
              <dt>{at === undefined ? "Latest" : "At"}</dt>
              <dd>{index >= 0 ? `${dayClock(times[index]! * 1000)} CT` : "–"}</dd>
            </div>
            {layers.map((layer) => (
              <div key={layer.label}>
                <dt>
                  <Swatch layer={layer} />
                  {layer.label}
                </dt>
                <dd>{layer.format(layer.values[index])}</dd>
              </div>
            ))}
          </dl>
          {(props.marks?.length ?? 0) > 0 && (
            <p class="small soft">
              <span class="mark-key" aria-hidden="true">
                ▼
              </span>{" "}
              {markText(props.marks ?? [])}
            </p>
          )}
          {props.pickHint && <p class="small faint">{props.pickHint}</p>}
        </>
      )}
    </figure>
  );
}

function markText(marks: readonly Mark[]): string {
  const shown = marks.slice(-3).map((m) => `${clock(m.time * 1000)} ${m.label}`);
  const more = marks.length > 3 ? `; ${marks.length} in all` : "";
  return `Marked: ${shown.join("; ")}${more}.`;
}

function Swatch({ layer }: { layer: Layer }) {
  return <span class={`swatch ${layer.shape === "area" ? "fill" : "stroke"} c-${layer.colour}`} aria-hidden="true" />;
}

function ChartTable({ title, times, layers }: ChartProps) {
  const rows = times.map((t, i) => ({ t, i })).reverse();
  const cut = rows.length > tableRows ? `, the newest ${tableRows} of ${rows.length}; the CSV file has all` : "";
  return (
    <div class="scroll-y" role="region" tabIndex={0} aria-label={`${title}, as a table`}>
      <DataTable
        caption={`${title}, newest first${cut}`}
        rows={rows.slice(0, tableRows)}
        rowKey={(r) => String(r.t)}
        columns={[
          { head: "Time (CT)", cell: (r) => <time dateTime={utcKey(r.t * 1000)}>{dayClock(r.t * 1000)}</time> },
          ...layers.map((layer) => ({
            head: layer.label,
            num: true,
            cell: (r: { i: number }) => layer.format(layer.values[r.i]),
          })),
        ]}
      />
    </div>
  );
}

function save({ fileName, times, layers, leftUnit, rightUnit }: ChartProps): void {
  const head = ["time_utc", ...layers.map((l) => `${l.label} (${l.axis === "right" ? rightUnit : leftUnit})`)];
  download(`${fileName}.csv`, csv(head, times.map((t, i) => [utcKey(t * 1000), ...layers.map((l) => l.values[i])])));
}

interface PlotProps extends ChartProps {
  index: number | undefined;
  onPoint: (index: number | undefined) => void;
  valueText: string;
}

function Plot(props: PlotProps) {
  const { title, times, layers, marks, height = 240, index, onPoint, onPick, valueText } = props;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const colours = usePalette();
  const callbacks = useRef({ onPoint, onPick });
  callbacks.current = { onPoint, onPick };
  const data = useMemo(() => columns(times, layers), [times, layers]);
  const shape = layers.map((l) => l.label + l.colour + l.shape + l.axis).join() + JSON.stringify(marks);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const u = new uPlot(
      options(props, colours, element.clientWidth, (i) => callbacks.current.onPoint(i)),
      data,
      element,
    );
    plot.current = u;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientWidth !== u.width) u.setSize({ width: element.clientWidth, height });
    });
    watch.observe(element);
    // Canvas does not draw again by itself when the font arrives.
    void document.fonts.load(font).then(() => plot.current?.redraw(false, true));
    return () => {
      watch.disconnect();
      u.destroy();
      plot.current = undefined;
    };
  }, [shape, colours, height]);

  useEffect(() => {
    if (plot.current && plot.current.data !== data) plot.current.setData(data);
  }, [data]);

  const move = (i: number) => {
    const u = plot.current;
    const next = Math.max(0, Math.min(times.length - 1, i));
    if (!u || times.length === 0) return;
    u.setCursor({ left: u.valToPos(times[next]!, "x"), top: u.over.clientHeight / 2 }, false);
    onPoint(next);
  };
  const current = index ?? times.length - 1;
  const key = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: -12, PageUp: 12 }[event.key];
    if (step) move(current + step);
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(times.length - 1);
    else if ((event.key === "Enter" || event.key === " ") && onPick) onPick(current);
    else return;
    event.preventDefault();
  };

  return (
    <div
      class={`plot${onPick ? " pickable" : ""}`}
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={`${title}: time`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, times.length - 1)}
      aria-valuenow={Math.max(0, current)}
      aria-valuetext={valueText}
      onKeyDown={key}
      onClick={() => onPick && index !== undefined && onPick(index)}
    />
  );
}

/** uPlot's columns: the topmost area first, so that lower ones are drawn over it. */
function columns(times: readonly number[], layers: readonly Layer[]): uPlot.AlignedData {
  const areas = layers.filter((l) => l.shape === "area");
  const lines = layers.filter((l) => l.shape !== "area");
  const stacked = cumulate(areas.map((l) => l.values)).reverse();
  const overlaid = lines.flatMap((l) => (areas.length > 0 ? [l.values, l.values] : [l.values]));
  return [times as number[], ...stacked, ...(overlaid as (number | null)[][])];
}

function options(
  props: ChartProps,
  colours: Palette,
  width: number,
  point: (index: number | undefined) => void,
): uPlot.Options {
  const { layers, leftUnit, rightUnit, height = 240 } = props;
  const axis = { stroke: colours("ink-soft"), font: `${font}, sans-serif`, ticks: { show: false } };
  const grid = { stroke: colours("line"), width: 1 };
  const hasRight = layers.some((l) => l.axis === "right");
  const hasArea = layers.some((l) => l.shape === "area");
  return {
    width,
    height,
    padding: [24, hasRight ? 0 : 20, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, y: false },
    scales: {
      x: { time: true },
      left: { range: (_u, min, max) => padded(min, max, hasArea) },
      right: { range: (_u, min, max) => padded(min, max, false) },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 28, space: 64, values: (_u, splits, _a, _s, step) => splits.map((t) => timeLabel(t, step)) },
      { ...axis, scale: "left", grid, size: 48, values: (_u, splits) => splits.map((v) => axisLabel(v, leftUnit)) },
      ...(hasRight
        ? [{ ...axis, scale: "right", side: 1 as const, grid: { show: false }, size: 48, values: (_u: uPlot, splits: number[]) => splits.map((v) => axisLabel(v, rightUnit ?? "")) }]
        : []),
    ],
    series: [{}, ...drawn(layers, colours)],
    hooks: {
      setCursor: [(u) => point(u.cursor.idx ?? undefined)],
      draw: [(u) => drawUnits(u, leftUnit, hasRight ? (rightUnit ?? "") : "", colours), (u) => drawMarks(u, props.marks ?? [], colours)],
    },
  };
}

function drawn(layers: readonly Layer[], colours: Palette): uPlot.Series[] {
  const stepped = uPlot.paths.stepped!({ align: 1 });
  const areas = layers.filter((l) => l.shape === "area").map((l): uPlot.Series => ({
    scale: "left",
    paths: stepped,
    points: { show: false },
    stroke: colours("surface"),
    width: 1,
    fill: (u) => hatched(u.ctx, colours(l.colour), colours("surface"), l.colour),
  }));
  const line = (l: Layer, stroke: string, width: number): uPlot.Series => ({
    scale: l.axis === "right" ? "right" : "left",
    ...(l.shape === "step" ? { paths: stepped } : {}),
    points: { show: false },
    stroke,
    width,
    ...(l.dash ? { dash: l.dash } : {}),
  });
  // A line over areas gets a rim in the colour of the ground, so that it is told apart from all of them.
  const lines = layers
    .filter((l) => l.shape !== "area")
    .flatMap((l) => [...(areas.length > 0 ? [line(l, colours("surface"), 4.5)] : []), line(l, colours(l.colour), 1.75)]);
  return [...areas.reverse(), ...lines];
}

/** Uses differ by hatching as well as by colour. */
function hatched(ctx: CanvasRenderingContext2D, colour: string, ground: string, name: string): CanvasPattern | string {
  const strokes: Record<string, [number, number, number, number][]> = {
    infer: [[0, 8, 8, 0]],
    grid: [[4, 0, 4, 8]],
    reserve: [[0, 0, 8, 8]],
  };
  const lines = strokes[name];
  if (!lines) return colour;
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const pen = tile.getContext("2d");
  if (!pen) return colour;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = ground;
  pen.globalAlpha = 0.45;
  for (const [x0, y0, x1, y1] of lines) {
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.lineTo(x1, y1);
    pen.stroke();
  }
  return ctx.createPattern(tile, "repeat") ?? colour;
}

/** What an axis counts, at its upper end. */
function drawUnits(u: uPlot, left: string, right: string, colours: Palette): void {
  const { ctx } = u;
  ctx.save();
  ctx.font = `${12 * devicePixelRatio}px Inter, sans-serif`;
  ctx.fillStyle = colours("ink-faint");
  ctx.textBaseline = "top";
  ctx.textAlign = "left";
  ctx.fillText(left, 2 * devicePixelRatio, 0);
  ctx.textAlign = "right";
  ctx.fillText(right, ctx.canvas.width - 2 * devicePixelRatio, 0);
  ctx.restore();
}

function drawMarks(u: uPlot, marks: readonly Mark[], colours: Palette): void {
  const size = 5 * devicePixelRatio;
  for (const mark of marks) {
    const x = u.valToPos(mark.time, "x", true);
    if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) continue;
    u.ctx.fillStyle = colours(mark.colour);
    u.ctx.beginPath();
    u.ctx.moveTo(x - size, u.bbox.top - 2 * size);
    u.ctx.lineTo(x + size, u.bbox.top - 2 * size);
    u.ctx.lineTo(x, u.bbox.top);
    u.ctx.fill();
  }
}

function padded(min: number | null, max: number | null, fromZero: boolean): [number, number] {
  if (min === null || max === null) return [0, 1];
  const low = fromZero ? Math.min(0, min) : min;
  const room = (max - low || Math.abs(max) || 1) * 0.06;
  return [fromZero && low >= 0 ? 0 : low - room, max + room];
}

function timeLabel(t: number, step: number): string {
  const label = clock(t * 1000);
  return step >= 86_400 || label === "00:00" ? dayClock(t * 1000).replace(/ \d\d:\d\d$/, "") : label;
}

function axisLabel(v: number, unit: string): string {
  const a = Math.abs(v);
  const text = a >= 1e6 ? `${+(v / 1e6).toFixed(2)}M` : a >= 1e4 ? `${+(v / 1e3).toFixed(1)}k` : (+v.toFixed(4)).toLocaleString("en-US", { maximumFractionDigits: 4 });
  return unit.startsWith("$") ? text.replace(/^(-?)/, "$1$$").replace("-", "−") : text.replace("-", "−");
}
