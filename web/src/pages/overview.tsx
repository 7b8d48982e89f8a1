// Are we making money, is anything wrong, what happens next.
import { type Resource, useResource } from "../api";
import type { PageProps } from "../app";
import { clock, mw, mwh, number, percent, quantity, signedPerH, small, usd, usdPerH, usdPerMWh, usdPerW } from "../format";
import { useLive } from "../live";
import { Fact, Quoted, SimulatedMark, StateMark, type Tone, UseMark } from "../marks";
import { Content, Frame, Panel } from "../panel";
import { format, navigate } from "../router";
import { Heartbeat, Sparkline } from "../spark";
import { Levers } from "../levers";
import { DataTable } from "../table";
import type { Alert, Alerts, DeskBoard, DeskSite, Roi, Metrics, Money, SiteMetrics, Trend, UseMoney, UseWindow, Window } from "../api.gen";
import { useName, uses } from "../uses";

export function Overview({ route, metrics }: PageProps) {
  const alerts = useResource<Alerts>("/api/alerts", ["alert", "feed", "order"]);
  const site = (m: Metrics) => m.sites.find((s) => s.site === route.site);
  return (
    <div class="page">
      <AlertStrip alerts={alerts} site={route.site} />
      <Content resource={metrics}>
        {(m) => <Figures metrics={m} site={site(m)} />}
      </Content>
      <Panel title="Where the power goes" resource={metrics} simulated={(m) => m.simulated} empty={undecided}>
        {(m) => <Flow money={site(m)?.now ?? m.total} />}
      </Panel>
      <div class="split">
        <Panel title="Money by use" resource={metrics} simulated={(m) => m.simulated} empty={undecided}>
          {(m) => <ByUse metrics={m} site={site(m)} />}
        </Panel>
        <Panel title="What the numbers stand on" resource={metrics} simulated={(m) => m.simulated}>
          {(m) => <Freshness metrics={m} site={site(m)} />}
        </Panel>
      </div>
      <ByLever route={route} />
      <Panel title="Sites" resource={metrics} simulated={(m) => m.simulated} empty={(m) => m.sites.length === 0 && "No site is configured."}>
        {(m) => <Sites metrics={m} />}
      </Panel>
    </div>
  );
}

function undecided(m: Metrics): string | false {
  return m.sites.every((s) => !s.decision_key) && "No decision yet: the first one comes with the next interval.";
}

/** What the last day's levers came to, and the coincident peak that is open: it is no part of a day. */
function ByLever({ route }: { route: PageProps["route"] }) {
  const site = route.site ? `&site=${encodeURIComponent(route.site)}` : "";
  const roi = useResource<Roi>(`/api/roi?window=24h${site}`, ["settlement"]);
  const board = useResource<DeskBoard>(`/api/desk${route.site ? `?site=${encodeURIComponent(route.site)}` : ""}`, ["desk", "decision", "order", "settlement"]);
  return (
    <div class="split">
      <Panel title="Earned and paid, last 24 hours" resource={roi} simulated={(a) => a.simulated} empty={(a) => a.realised.settled_intervals === 0 && "Nothing has settled in the last day."}>
        {(a) => <Levers levers={a.levers} />}
      </Panel>
      <Panel title="Reserve and peaks" resource={board} simulated={(b) => b.simulated} empty={(b) => b.sites.length === 0 && "No site takes part in ERCOT's markets."}>
        {(b) => b.sites.map((s) => <Standing key={s.site} s={s} />)}
      </Panel>
    </div>
  );
}

/** What a site is awarded now, what it holds of what it sold day ahead, and its newest coincident peak. */
function Standing({ s }: { s: DeskSite }) {
  const positions = s.now?.positions ?? [];
  const peak = s.peaks[0];
  return (
    <section>
      <h3>{s.name || s.site}</h3>
      <p class="small">
        {s.awards.length > 0 ? `Awarded now: ${s.awards.map((a) => `${a.product} ${mw(a.power_mw)}`).join(", ")}.` : "Nothing is awarded now."}
        {positions.length === 0 && " No reserve was sold day ahead for this hour."}
      </p>
      {positions.map((p) => (
        <p key={p.product} class="small">
          {p.product}: {mw(p.day_ahead_mw)} sold at {usd(p.sold_usd_per_mw_h)}; {p.text}
        </p>
      ))}
      {peak ? (
        <p class="small">
          Coincident peak of {peak.month}, {peak.rule}: {mw(peak.power_mw)} in it, {usd(peak.amount_usd)} from {peak.due_from}, {peak.status}
        </p>
      ) : (
        <p class="small soft">No month that counts has a coincident peak yet.</p>
      )}
    </section>
  );
}

function AlertStrip({ alerts, site }: { alerts: Resource<Alerts>; site: string }) {
  const { connected } = useLive();
  const shown = (alerts.data?.alerts ?? []).filter((a) => !site || !a.site || a.site === site);
  return (
    <section class="alerts" aria-label="Alerts" aria-live="polite">
      {alerts.error && <p class="note warn">Alerts cannot be read: {alerts.error.message}</p>}
      {alerts.data && shown.length === 0 && connected && <StateMark tone="good">nothing needs attention{site && " at this site"}</StateMark>}
      {!connected && <StateMark tone="plain">not connected: whether anything needs attention is not known</StateMark>}
      {grouped(shown).map((group) =>
        group.length <= apart ? (
          group.map((a) => (
            <p key={a.id} class={`note ${tones[a.severity] ?? "plain"}`}>
              <AlertText alert={a} />
            </p>
          ))
        ) : (
          <details key={group[0]!.id} class={`note ${tones[group[0]!.severity] ?? "plain"}`}>
            <summary>
              <AlertText alert={group[0]!} /> <b>And {group.length - 1} more like it.</b>
            </summary>
            <ul class="alert-rest">
              {group.slice(1).map((a) => (
                <li key={a.id}>
                  <AlertText alert={a} />
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  );
}

const apart = 2; // alerts of a kind that are shown one by one

/** One cause raises many alerts of a kind: a broken source fails every feed that reads it. */
function grouped(alerts: readonly Alert[]): Alert[][] {
  const groups = new Map<string, Alert[]>();
  for (const a of alerts) {
    const kind = `${a.severity}/${a.id.split("/")[0]}`;
    groups.set(kind, [...(groups.get(kind) ?? []), a]);
  }
  return [...groups.values()];
}

const tones: Record<string, Tone> = { critical: "bad", warning: "warn" };

function AlertText({ alert: a }: { alert: Alert }) {
  return (
    <>
      <StateMark tone={tones[a.severity] ?? "plain"}>{a.severity}</StateMark> <b>{a.title}</b>
      {a.site && ` (${a.site})`}: {a.text} {a.since_utc && <span class="soft">since {clock(a.since_utc)} CT</span>} {a.simulated && <SimulatedMark />}
    </>
  );
}

function Figures({ metrics, site }: { metrics: Metrics; site: SiteMetrics | undefined }) {
  const money = site?.now ?? metrics.total;
  const perMWh = money.net_usd_per_h !== null && money.power_mw > 0 ? money.net_usd_per_h / money.power_mw : null;
  return (
    <Frame title="Now" simulated={metrics.simulated}>
      <dl class="figures seven">
        <Figure name="Net" value={usdPerH(money.net_usd_per_h)} detail="after energy" lead />
        <Figure
          name="vs always mining"
          value={signedPerH(money.advantage_usd_per_h)}
          detail={`always mining: ${usdPerH(money.always_mine_usd_per_h)}`}
        />
        <Figure
          name="Net per MWh"
          value={usd(perMWh)}
          detail={`$${small(money.usd_per_w_year)} per installed W and year`}
        />
        <Figure name="At the meter" value={mw(money.meter_mw)} detail={`of ${mw(money.limit_mw)}; reserve held ${mw(money.reserve_mw)}`} />
        <PriceFigure sites={site ? [site] : metrics.sites} />
        <Figure
          name="Hashprice"
          value={usd(metrics.hashprice.value)}
          detail={`per PH/s and day; BTC ${quantity(metrics.btc_usd.value, "$/BTC")}`}
          stale={metrics.hashprice.stale}
        />
        <Figure
          name="Renewable share"
          value={percent(metrics.renewable.share.value)}
          detail={`${metrics.renewable.holds ? "at or above" : "below"} the ${percent(metrics.renewable.threshold, 0)} threshold`}
          stale={metrics.renewable.share.stale}
        />
      </dl>
    </Frame>
  );
}

interface FigureProps {
  name: string;
  value: string;
  detail: string;
  stale?: boolean;
  lead?: boolean;
}

function Figure({ name, value, detail, stale, lead }: FigureProps) {
  return (
    <div class={lead ? "figure lead" : "figure"}>
      <dt>{name}</dt>
      <dd class="figure-value">
        {value} {stale && <StateMark tone="warn">stale</StateMark>}
      </dd>
      <dd class="soft small">{detail}</dd>
    </div>
  );
}

function PriceFigure({ sites }: { sites: readonly SiteMetrics[] }) {
  const priced = sites.filter((s) => s.point && s.expected_spp.value !== null);
  const values = priced.map((s) => s.expected_spp.value!);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const value = values.length === 0 ? "–" : low === high ? usd(low) : `${usd(low)} – ${number(high, 2)}`;
  const points = [...new Set(priced.map((s) => s.point))].join(", ");
  return <Figure name="Expected SPP" value={value} detail={points ? `per MWh; ${points}` : "no ERCOT price applies"} stale={priced.some((s) => s.expected_spp.stale)} />;
}

/** Megawatts in, uses out, on one scale: the larger of the limit and the machines. */
function Flow({ money }: { money: Money }) {
  const auxiliaries = Math.max(0, money.meter_mw - money.power_mw);
  const spare = Math.max(0, money.limit_mw - money.meter_mw);
  const running = money.uses.filter((u) => u.use !== "off");
  const off = money.uses.find((u) => u.use === "off");
  const scale = Math.max(money.limit_mw, money.installed_mw + auxiliaries, 0.001);
  const width = (v: number) => ({ width: `${(100 * v) / scale}%` });
  return (
    <div class="flow">
      <p class="flow-label">In: {mw(money.meter_mw)} at the meter, limit {mw(money.limit_mw)}</p>
      <div class="bar" aria-hidden="true">
        <span class="c-supply" style={width(money.meter_mw)} />
        <span class="c-spare" style={width(spare)} />
      </div>
      <p class="flow-label">Out: {mw(money.power_mw)} in machines{auxiliaries > 0.005 && `, ${mw(auxiliaries)} cooling and auxiliaries`}</p>
      <div class="bar" aria-hidden="true">
        {running.map((u) => (
          <span key={u.use} class={`c-${u.use}`} style={width(u.power_mw)} />
        ))}
        <span class="c-aux" style={width(auxiliaries)} />
        <span class="c-off" style={width(off?.power_mw ?? 0)} />
      </div>
      <ul class="flow-uses">
        {money.uses.map((u) => (
          <FlowUse key={u.use} use={u} />
        ))}
      </ul>
    </div>
  );
}

function FlowUse({ use }: { use: UseMoney }) {
  return (
    <li>
      <UseMark use={use.use} />
      <b>{mw(use.power_mw)}</b>
      <span class="soft">{usdPerH(use.net_usd_per_h)}</span>
    </li>
  );
}

function ByUse({ metrics, site }: { metrics: Metrics; site: SiteMetrics | undefined }) {
  const money = site?.now ?? metrics.total;
  const windows = site ? [] : metrics.windows; // they are of all sites together
  const now = (use: string) => money.uses.find((u) => u.use === use);
  const earning = uses.filter((use) => now(use) || windows.some((w) => w.uses.some((u) => u.use === use)));
  return (
    <>
      <DataTable
        caption="Money by use, now and over time"
        rows={earning}
        rowKey={(use) => use}
        columns={[
          { head: "Use", cell: (use) => <UseMark use={use} /> },
          { head: "Power", num: true, cell: (use) => mw(use === "reserve" ? money.reserve_mw : now(use)?.power_mw) },
          { head: "Net now", num: true, cell: (use) => <Earned sum={usdPerH(now(use)?.net_usd_per_h)} rates={now(use)} /> },
          ...windows.map((w) => ({
            head: `Net, ${span(w.window)}`,
            num: true,
            cell: (use: string) => {
              const u = w.uses.find((x) => x.use === use);
              return <Earned sum={usd(u?.net_usd)} rates={u} />;
            },
          })),
        ]}
      />
      {site ? (
        <p class="soft small">
          What {site.name || site.site} has earned over time is on the <a href={format({ ...overTime, site: site.site })}>ROI page</a>.
        </p>
      ) : (
        <p class="soft small">{settledText(windows)}</p>
      )}
    </>
  );
}

const overTime = { path: "/roi", window: "24h", theme: undefined, decision: "", series: "" } as const;

function span(window: string): string {
  return window.replace("h", " h").replace("d", " days");
}

/** Money, with what it comes to for each MWh and each watt kept busy for a year. */
function Earned({ sum, rates }: { sum: string; rates: Pick<UseWindow, "usd_per_mwh" | "usd_per_w_year"> | undefined }) {
  return (
    <span class="earned-over">
      {sum}
      {rates && (rates.usd_per_mwh ?? 0) !== 0 && (
        <>
          <span class="soft small">{usdPerMWh(rates.usd_per_mwh)}</span>
          <span class="soft small">{usdPerW(rates.usd_per_w_year)}</span>
        </>
      )}
    </span>
  );
}

function settledText(windows: readonly Window[]): string {
  const sums = windows.map((w) => `${usd(w.net_usd)} on ${mwh(w.mwh)} in ${span(w.window)}`).join(", ");
  const young = windows.length > 1 && windows.every((w) => Math.abs(w.mwh - windows[0]!.mwh) < 1e-6);
  return `Settled at all sites: ${sums}. ${young ? "Nothing older has been recorded yet. " : ""}Energy and fees are shared by the energy of each use, hour by hour, beyond a week day by day.`;
}

function Freshness({ metrics, site }: { metrics: Metrics; site: SiteMetrics | undefined }) {
  const points = new Map((site ? [site] : metrics.sites).filter((s) => s.point).map((s) => [s.point, s.spp]));
  return (
    <ul class="facts">
      {[...points].map(([point, spp]) => (
        <Fact key={point} label={`SPP ${point}`} value={spp} />
      ))}
      <Fact label="Hashprice" value={metrics.hashprice} />
      <Fact label="Bitcoin" value={metrics.btc_usd} />
      <Fact label="Renewable share" value={metrics.renewable.share} />
      <Fact label="Physical responsive capability" value={metrics.prc} />
      <Fact label="EEA level" value={metrics.eea} />
    </ul>
  );
}

function Sites({ metrics }: { metrics: Metrics }) {
  const stake = (s: SiteMetrics) => Math.abs(s.now.net_usd_per_h ?? 0);
  return (
    <DataTable
      caption="Sites, most money at stake first"
      rows={[...metrics.sites].sort((a, b) => stake(b) - stake(a))}
      rowKey={(s) => s.site}
      columns={[
        { head: "Site", cell: (s) => <SiteName site={s} /> },
        { head: "Price", num: true, cell: (s) => (s.point ? <Quoted value={s.expected_spp} /> : usdPerMWh(s.energy_usd_per_mwh)) },
        { head: "Power", cell: (s) => <MiniBar money={s.now} /> },
        { head: "Net now", num: true, cell: (s) => usdPerH(s.now.net_usd_per_h) },
        { head: "vs always", num: true, cell: (s) => signedPerH(s.now.advantage_usd_per_h) },
        { head: "Net, 24 h", cell: (s) => <Sparkline values={wholeHours(s.trend, metrics.at_utc)} label={`Settled net by hour at ${s.name}`} /> },
        { head: "Last 4 h", cell: (s) => <Heartbeat beats={s.heartbeat} /> },
        { head: "Decision", cell: (s) => <OpenDecision site={s} /> },
      ]}
    />
  );
}

/** Net of the hours that have settled to their end: one that has not would look like a fall. */
function wholeHours(trend: Trend, at: string): number[] {
  const settled = Date.parse(at) / 1000 - 1200; // the last price of an hour is known within 20 min
  return trend.net_usd.filter((_, i) => trend.start_s[i]! + 3600 <= settled);
}

function SiteName({ site }: { site: SiteMetrics }) {
  return (
    <span class="site-name">
      <a href={format({ path: "/allocation", site: site.site, window: "24h", theme: undefined, decision: "", series: "" })}>{site.name || site.site}</a>
      <span class="soft small">{site.point || "fixed tariff"}</span>
      {site.degraded && <StateMark tone="warn">degraded: {site.degraded}</StateMark>}
    </span>
  );
}

function MiniBar({ money }: { money: Money }) {
  const total = Math.max(0.001, money.uses.reduce((sum, u) => sum + u.power_mw, 0));
  const words = money.uses.filter((u) => u.power_mw > 0).map((u) => `${useName(u.use)} ${mw(u.power_mw)}`).join(", ");
  return (
    <span class="mini">
      <span class="bar thin" role="img" aria-label={words || "nothing runs"}>
        {money.uses.map((u) => (
          <span key={u.use} class={`c-${u.use}`} style={{ width: `${(100 * u.power_mw) / total}%` }} />
        ))}
      </span>
      <span class="small">{mw(money.power_mw)}</span>
    </span>
  );
}

function OpenDecision({ site }: { site: SiteMetrics }) {
  if (!site.decision_key) return <>none yet</>;
  return (
    <button type="button" class="link" title={`decided by ${site.policy}`} onClick={() => navigate({ decision: `${site.site}/${site.decision_key}` })}>
      <span class="nowrap">{clock(site.interval_start_utc)} CT</span>
      <span class="visually-hidden"> decision at {site.name}</span>
    </button>
  );
}
