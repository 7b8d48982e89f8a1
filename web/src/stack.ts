// Arithmetic of stacked areas: each layer drawn to the height of everything
// below it plus itself.

export type Values = readonly (number | null)[];

/** Running sums from the first layer up; a gap in a layer counts as nothing. */
export function cumulate(layers: readonly Values[]): (number | null)[][] {
  const sums: (number | null)[][] = [];
  let below: (number | null)[] = [];
  for (const layer of layers) {
    below = layer.map((v, i) => {
      const base = below[i] ?? null;
      return v === null && base === null ? null : (v ?? 0) + (base ?? 0);
    });
    sums.push(below);
  }
  return sums;
}

/** The index of the time nearest to t in an ascending list; -1 if it is empty. */
export function nearest(times: readonly number[], t: number): number {
  let best = -1;
  let gap = Infinity;
  for (let i = 0; i < times.length; i++) {
    const d = Math.abs(times[i]! - t);
    if (d < gap) [best, gap] = [i, d];
  }
  return best;
}
