// The next 48 hours as a grid: a row per class, a column per hour, each cell
// the use that pays best there.
import type { HourUse, SiteOpportunities } from "./api.gen";

export interface HeatCell {
  start: string;
  price: number | null;
  best: HourUse | undefined; // undefined: no price is published yet
  strength: number; // 0 to 1, the margin beside the class's greatest one
}

export interface HeatRow {
  site: string;
  name: string;
  class: string;
  cells: HeatCell[];
}

/** The hours that any site knows, ascending. */
export function heatHours(sites: readonly SiteOpportunities[]): string[] {
  return [...new Set(sites.flatMap((s) => s.hours.map((h) => h.start_utc)))].sort();
}

/** Rows in the order of the sites and of their classes. */
export function heatRows(sites: readonly SiteOpportunities[]): HeatRow[] {
  const hours = heatHours(sites);
  return sites.flatMap((site) => {
    const byStart = new Map(site.hours.map((h) => [h.start_utc, h]));
    const classes = [...new Set(site.hours.flatMap((h) => h.best.map((b) => b.class)))];
    return classes.map((cls) => {
      const bests = hours.map((start) => byStart.get(start)?.best.find((b) => b.class === cls));
      const margin = (b: HourUse | undefined) => Math.abs(b?.margin_usd_per_mwh ?? 0);
      const greatest = Math.max(1e-9, ...bests.map(margin));
      const cells = hours.map((start, i) => ({
        start,
        price: byStart.get(start)?.price_usd_per_mwh ?? null,
        best: bests[i],
        strength: margin(bests[i]) / greatest,
      }));
      return { site: site.site, name: site.name, class: cls, cells };
    });
  });
}
