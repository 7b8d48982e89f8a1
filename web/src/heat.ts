// The next 48 hours as a grid: a row per class, a column per hour, each cell
// the use that pays best there.
import type { HourUse, SiteOpportunities } from "./types";

export interface HeatCell {
  start: string;
  price: number | null;
  best: HourUse | undefined; // undefined: no price is published yet
  strength: number; // 0 to 1, the margin beside the greatest one in the grid
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
  const margins = sites.flatMap((s) => s.hours.flatMap((h) => h.best.map((b) => Math.abs(b.margin_usd_per_mwh ?? 0))));
  const greatest = Math.max(1e-9, ...margins);
  return sites.flatMap((site) => {
    const byStart = new Map(site.hours.map((h) => [h.start_utc, h]));
    const classes = [...new Set(site.hours.flatMap((h) => h.best.map((b) => b.class)))];
    return classes.map((cls) => ({
      site: site.site,
      name: site.name,
      class: cls,
      cells: hours.map((start) => {
        const hour = byStart.get(start);
        const best = hour?.best.find((b) => b.class === cls);
        return {
          start,
          price: hour?.price_usd_per_mwh ?? null,
          best,
          strength: Math.abs(best?.margin_usd_per_mwh ?? 0) / greatest,
        };
      }),
    }));
  });
}
