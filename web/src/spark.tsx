// Tiny charts inside a table row: a line without axes, and a bar of beats.
import { usd } from "./format";

export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  if (values.length < 2) return <span class="faint small">not enough settled yet</span>;
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const x = (i: number) => (i * 120) / (values.length - 1);
  const y = (v: number) => 26 - (24 * (v - low)) / (high - low || 1);
  const line = values.map((v, i) => `${x(i).toFixed(1)},${y(v).toFixed(1)}`).join(" ");
  const sum = values.reduce((a, b) => a + b, 0);
  return (
    <svg class="spark" viewBox="0 0 120 28" width="120" height="28" role="img" aria-label={`${label}: ${usd(sum)} in all`}>
      <line x1="0" x2="120" y1={y(0)} y2={y(0)} />
      <polyline points={line} />
    </svg>
  );
}

const heights: Record<string, number> = { ok: 14, degraded: 9, missing: 4 };

/** One bar per control interval: tall is decided, half is degraded, low is missing. */
export function Heartbeat({ beats }: { beats: readonly string[] }) {
  if (beats.length === 0) return <span class="faint small">no decisions yet</span>;
  const first = Math.max(0, beats.findIndex((b) => b !== "missing")); // before it there was nothing to miss
  const shown = beats.slice(first);
  const count = (kind: string) => shown.filter((b) => b === kind).length;
  const words = `${count("ok")} decided, ${count("degraded")} degraded, ${count("missing")} missing of the last ${shown.length} intervals`;
  return (
    <svg class="beats" viewBox={`0 0 ${beats.length * 3} 16`} width={beats.length * 2.5} height="16" preserveAspectRatio="none" role="img" aria-label={words}>
      <title>{words}</title>
      {beats.map((b, i) => (
        <rect key={i} class={i < first ? "before" : b} x={i * 3} y={15 - (heights[b] ?? 4)} width="2" height={heights[b] ?? 4} />
      ))}
    </svg>
  );
}
