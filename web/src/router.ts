// The address holds what is looked at: the page, and in the query the site, the
// window, the theme and an opened decision. Back and forward, reload and a
// pasted link all lead to the same view.
import { useEffect, useState } from "preact/hooks";

export type PagePath = "/" | "/opportunities" | "/allocation" | "/roi" | "/market" | "/day-ahead" | "/forecasts" | "/grid" | "/fleet" | "/pools" | "/tasks" | "/training" | "/ledger" | "/certificates" | "/system";

interface PageEntry {
  path: PagePath;
  name: string;
  icon: string;
  picks: readonly ("site" | "window")[]; // what of the header changes this page
}

export const pages: readonly PageEntry[] = [
  { path: "/", name: "Overview", icon: "overview", picks: ["site"] },
  { path: "/opportunities", name: "Opportunities", icon: "opportunities", picks: ["site"] },
  { path: "/allocation", name: "Allocation", icon: "allocation", picks: ["site", "window"] },
  { path: "/roi", name: "ROI", icon: "roi", picks: ["site", "window"] },
  { path: "/market", name: "Market data", icon: "market", picks: ["window"] },
  { path: "/day-ahead", name: "Day-ahead", icon: "dayahead", picks: ["site"] },
  { path: "/forecasts", name: "Forecasts", icon: "forecasts", picks: ["site"] },
  { path: "/grid", name: "Grid", icon: "grid", picks: ["site"] },
  { path: "/fleet", name: "Fleet", icon: "fleet", picks: ["site"] },
  { path: "/pools", name: "Pools", icon: "pools", picks: [] },
  { path: "/tasks", name: "Tasks & proofs", icon: "tasks", picks: [] },
  { path: "/training", name: "Training & federation", icon: "training", picks: [] },
  { path: "/ledger", name: "Ledger", icon: "ledger", picks: [] },
  { path: "/certificates", name: "Certificates", icon: "certificates", picks: [] },
  { path: "/system", name: "System", icon: "system", picks: [] },
];

export const windows = ["24h", "48h", "7d", "30d"] as const;
export type Window = (typeof windows)[number];

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export interface Route {
  path: PagePath | undefined; // undefined: no such page
  site: string; // empty: all sites
  window: Window;
  theme: Theme | undefined; // undefined: what was chosen before
  decision: string; // "site/key" of the opened decision
  series: string; // opened market series
}

function oneOf<T extends string>(all: readonly T[], value: string | null): T | undefined {
  return all.find((v) => v === value);
}

/** Reads a location; what it does not understand falls back to the default. */
export function parse(pathname: string, search: string): Route {
  const query = new URLSearchParams(search);
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, "") : pathname;
  return {
    path: pages.find((p) => p.path === path)?.path,
    site: query.get("site") ?? "",
    window: oneOf(windows, query.get("window")) ?? "24h",
    theme: oneOf(themes, query.get("theme")),
    decision: query.get("decision") ?? "",
    series: query.get("series") ?? "",
  };
}

/** Writes a route as a relative URL; defaults are left out. */
export function format(route: Route): string {
  const query = new URLSearchParams();
  if (route.site) query.set("site", route.site);
  if (route.window !== "24h") query.set("window", route.window);
  if (route.theme) query.set("theme", route.theme);
  if (route.decision) query.set("decision", route.decision);
  if (route.series) query.set("series", route.series);
  const search = query.toString();
  return (route.path ?? "/") + (search ? `?${search}` : "");
}

const changed = "pouwdem:route";

/** Goes to a changed route; replace leaves no entry in the history. */
export function navigate(change: Partial<Route>, replace = false): void {
  const url = format({ ...parse(location.pathname, location.search), ...change });
  if (replace) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  dispatchEvent(new Event(changed));
}

/** How many hours a window is long. */
export function windowHours(window: Window): number {
  return { "24h": 24, "48h": 48, "7d": 168, "30d": 720 }[window];
}

/** The current route; the component renders again when it changes. */
export function useRoute(): Route {
  const [route, set] = useState(() => parse(location.pathname, location.search));
  useEffect(() => {
    const read = () => set(parse(location.pathname, location.search));
    addEventListener("popstate", read);
    addEventListener(changed, read);
    return () => {
      removeEventListener("popstate", read);
      removeEventListener(changed, read);
    };
  }, []);
  return route;
}

/** A link's address: a page with what else is being looked at kept. */
export function pageHref(route: Route, path: PagePath): string {
  return format({ ...route, path, decision: "", series: "" });
}
