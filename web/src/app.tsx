// The frame around every page: navigation, what is being looked at, the state
// of the connection, and the alerts.
import { useEffect, useRef } from "preact/hooks";
import { type Resource, useResource } from "./api";
import { speed, sync, useNow } from "./clock";
import { countdown, dayClock } from "./format";
import { Icon } from "./icons";
import { useLive } from "./live";
import { SimulatedMark, StateMark } from "./marks";
import { Allocation } from "./pages/allocation";
import { DayAhead } from "./pages/dayahead";
import { DecisionDrawer } from "./pages/decision";
import { Federation } from "./pages/federation";
import { Fleet } from "./pages/fleet";
import { Forecasts } from "./pages/forecasts";
import { Grid } from "./pages/grid";
import { Certificates } from "./pages/certificates";
import { Ledger } from "./pages/ledger";
import { Market } from "./pages/market";
import { Opportunities } from "./pages/opportunities";
import { Overview } from "./pages/overview";
import { Pools } from "./pages/pools";
import { ROI } from "./pages/roi";
import { Tasks } from "./pages/tasks";
import { System } from "./pages/system";
import { navigate, pageHref, pages, type Route, themes, useRoute, type Window, windows } from "./router";
import { apply, remembered } from "./theme";
import type { Alerts, Metrics } from "./api.gen";

const interval = 300; // s of the server's clock in a control interval

export interface PageProps {
  route: Route;
  metrics: Resource<Metrics>;
}

export function App() {
  const route = useRoute();
  const metrics = useResource<Metrics>("/api/metrics", ["decision", "settlement", "order"]);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(route.path);
  const name = pages.find((p) => p.path === route.path)?.name ?? "No such page";

  useEffect(() => apply(route.theme ?? remembered()), [route.theme]);
  useEffect(() => sync(metrics.data?.at_utc, metrics.data?.clock_speed), [metrics.data]);
  useEffect(() => {
    document.title = `${name} · PoUW-DEM`;
    if (shown.current !== route.path) heading.current?.focus();
    shown.current = route.path;
  }, [route.path]);

  return (
    <div class="shell" onClick={followLink}>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Navigation route={route} />
      <div class="column">
        <header class="top">
          <Header route={route} metrics={metrics.data} />
          <Banners metrics={metrics.data} />
        </header>
        <main id="main" tabIndex={-1}>
          <div class="page-head">
            <h1 ref={heading} tabIndex={-1}>
              {name}
            </h1>
            <Countdown metrics={metrics.data} />
          </div>
          <Page route={route} metrics={metrics} />
        </main>
      </div>
      {route.decision && <DecisionDrawer id={route.decision} />}
    </div>
  );
}

function Page(props: PageProps) {
  switch (props.route.path) {
    case "/":
      return <Overview {...props} />;
    case "/opportunities":
      return <Opportunities {...props} />;
    case "/allocation":
      return <Allocation {...props} />;
    case "/roi":
      return <ROI {...props} />;
    case "/market":
      return <Market {...props} />;
    case "/day-ahead":
      return <DayAhead {...props} />;
    case "/forecasts":
      return <Forecasts {...props} />;
    case "/grid":
      return <Grid {...props} />;
    case "/fleet":
      return <Fleet {...props} />;
    case "/pools":
      return <Pools />;
    case "/tasks":
      return <Tasks />;
    case "/training":
      return <Federation />;
    case "/ledger":
      return <Ledger />;
    case "/certificates":
      return <Certificates />;
    case "/system":
      return <System />;
    default:
      return (
        <p class="empty">
          There is no page at this address. <a href="/">Go to the Overview</a>.
        </p>
      );
  }
}

/** Links between pages change the address without loading the page again. */
function followLink(event: MouseEvent): void {
  const link = (event.target as Element).closest("a");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const path = pages.find((p) => p.path === link.pathname)?.path;
  if (link.origin !== location.origin || !path || link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  link.closest<HTMLElement>("[popover]")?.hidePopover();
  const query = new URLSearchParams(link.search);
  navigate({ path, decision: "", series: "", ...(query.has("site") ? { site: query.get("site") ?? "" } : {}) });
  scrollTo(0, 0);
}

function Navigation({ route }: { route: Route }) {
  const link = (p: (typeof pages)[number]) => <NavLink key={p.path} route={route} {...p} />;
  return (
    <nav class="nav" aria-label="Pages">
      <div class="nav-inner">
        <a class="brand" href={pageHref(route, "/")}>
          <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
            <rect width="32" height="32" rx="7" />
            <path d="M6 22h5V12h5v14h5V8h5" />
          </svg>
          <span>PoUW-DEM</span>
        </a>
        <ul class="tabs">
          {pages.slice(0, 4).map(link)}
          <li class="only-narrow">
            <button type="button" class="tab" popovertarget="more-pages">
              <Icon name="more" />
              More
            </button>
          </li>
        </ul>
        <ul class="tabs more" id="more-pages" popover="auto">
          {pages.slice(4).map(link)}
        </ul>
      </div>
    </nav>
  );
}

function NavLink({ route, path, name, icon }: { route: Route } & (typeof pages)[number]) {
  return (
    <li>
      <a class="tab" href={pageHref(route, path)} aria-current={route.path === path ? "page" : undefined}>
        <Icon name={icon} />
        {name}
      </a>
    </li>
  );
}

function Header({ route, metrics }: { route: Route; metrics: Metrics | undefined }) {
  const value = (event: Event) => (event.target as HTMLSelectElement).value;
  const theme = route.theme ?? remembered();
  const picks = pages.find((p) => p.path === route.path)?.picks ?? [];
  return (
    <div class="header">
      {picks.includes("site") && (
        <label class="pick site">
          <span>Site</span>
          <select class="control" value={route.site} onChange={(e) => navigate({ site: value(e) })}>
            <option value="">All sites</option>
            {metrics?.sites.map((s) => (
              <option key={s.site} value={s.site}>
                {s.name || s.site}
              </option>
            ))}
          </select>
        </label>
      )}
      {picks.includes("window") && (
        <label class="pick">
          <span>Window</span>
          <select class="control" value={route.window} onChange={(e) => navigate({ window: value(e) as Window })}>
            {windows.map((w) => (
              <option key={w} value={w}>
                {w.replace("h", " h").replace("d", " days")}
              </option>
            ))}
          </select>
        </label>
      )}
      <span class="push" />
      <AlertCount route={route} />
      {metrics && <StateMark tone={metrics.control === "live" ? "warn" : "plain"}>{metrics.control === "live" ? "live control" : "advise only"}</StateMark>}
      <Connection />
      <label class="pick theme">
        <span>Theme</span>
        <select class="control" value={theme} onChange={(e) => navigate({ theme: value(e) as (typeof themes)[number] }, true)}>
          {themes.map((t) => (
            <option key={t} value={t}>
              {t}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** How many alerts there are, on every page; the Overview says what they are. */
function AlertCount({ route }: { route: Route }) {
  const { data } = useResource<Alerts>("/api/alerts", ["alert", "feed", "order"]);
  const count = data?.alerts.length ?? 0;
  if (count === 0) return null;
  const critical = data?.alerts.some((a) => a.severity === "critical");
  return (
    <a href={pageHref(route, "/")}>
      <StateMark tone={critical ? "bad" : "warn"}>{count === 1 ? "1 alert" : `${count} alerts`}</StateMark>
    </a>
  );
}

function Connection() {
  const { connected } = useLive();
  return connected ? <StateMark tone="good">connected</StateMark> : <StateMark tone="bad">not connected</StateMark>;
}

function Banners({ metrics }: { metrics: Metrics | undefined }) {
  useNow();
  const { connected, last } = useLive();
  const quiet = (Date.now() - last) / 1000;
  const silent = quiet > Math.max(8, (2 * interval) / speed());
  return (
    <>
      {metrics?.simulated && (
        <p class="banner world">
          <SimulatedMark /> The market, the network and the machines are simulated
          {metrics.clock_speed !== 1 && `; time runs ${metrics.clock_speed} times as fast as the wall's`}. Nothing here is money.
        </p>
      )}
      <div aria-live="polite">
        {silent && (
          <p class="banner silent">
            ▲ No event for two intervals: {connected ? "the server is up but nothing is being decided" : "the live stream is down and is being tried again"}.
            What is shown may be old.
          </p>
        )}
      </div>
    </>
  );
}

function Countdown({ metrics }: { metrics: Metrics | undefined }) {
  const now = useNow();
  const next = metrics?.next_decision_utc ? Date.parse(metrics.next_decision_utc) : undefined;
  return (
    <p class="countdown soft">
      <span title="Central time">{dayClock(now)} CT</span>
      <span>
        next decision in <b>{countdown(next === undefined ? undefined : (next - now) / 1000)}</b>
      </span>
    </p>
  );
}
