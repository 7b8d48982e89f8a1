// What each megawatt hour could earn now and in the next two days, with the
// arithmetic opened out.
import { useState } from "preact/hooks";
import { PlansAhead } from "../ahead";
import { useResource } from "../api";
import type { PageProps } from "../app";
import { clock, dayClock, duration, mw, percent, quantity, signedUSD, usd, usdPerH, usdPerMWh, utcKey } from "../format";
import { heatHours, type HeatCell, type HeatRow, heatRows } from "../heat";
import { Quoted, SimulatedMark, StateMark, UseMark } from "../marks";
import { Frame, Panel } from "../panel";
import { DataTable } from "../table";
import { Arbitrage } from "./arbitrage";
import type { Opportunities as Answer, Opportunity, RenewableRule, Rule, SiteOpportunities, Term } from "../api.gen";
import { isUse, useLetter, useName, uses } from "../uses";

export function Opportunities({ route }: PageProps) {
  const query = route.site ? `?site=${encodeURIComponent(route.site)}` : "";
  const answer = useResource<Answer>(`/api/opportunities${query}`, ["decision", "order"]);
  const none = (a: Answer) => a.sites.every((s) => s.now.length === 0) && "Nothing to rank yet: it comes with the first decision.";
  return (
    <div class="page">
      <Panel
        title="Ranked now"
        note="Best use of the power that each class has, by what it earns over the next best use. Open a row for its arithmetic."
        resource={answer}
        simulated={(a) => a.simulated}
        empty={none}
      >
        {(a) => <Ranking sites={a.sites} />}
      </Panel>
      <Arbitrage site={route.site} />
      <Panel
        title="Best use in the next 48 hours"
        note="By day-ahead price, as far as it is published. The letter is the use; the stronger the colour, the closer its margin is to that class's best hour."
        resource={answer}
        simulated={(a) => a.simulated}
        empty={(a) => heatHours(a.sites).length === 0 && "No day-ahead price is known yet."}
      >
        {(a) => <Ahead sites={a.sites} />}
      </Panel>
      <Panel
        title="The plan ahead"
        note="Planned over many ways in which the price may go; only the first interval is ever carried out. A limit's price is what one more MW of it would earn."
        resource={answer}
        simulated={(a) => a.simulated}
        empty={(a) => a.sites.every((s) => !s.plan_ahead) && "Nothing is planned ahead yet: it comes with the first decision."}
      >
        {(a) => <PlansAhead sites={a.sites} />}
      </Panel>
      <Panel title="Prices behind the ranking" resource={answer} simulated={(a) => a.simulated} empty={none}>
        {(a) => <Prices sites={a.sites} />}
      </Panel>
      <Panel title="The two rules" resource={answer} simulated={(a) => a.simulated} empty={none}>
        {(a) => (
          <div class="rules">
            <Renewables rule={a.renewable} />
            {a.sites.filter((s) => applies(s.useful_compute_rule)).map((s) => (
              <RuleCard key={`${s.site}-u`} rule={s.useful_compute_rule} title="Useful compute" site={s} />
            ))}
            <Elsewhere sites={a.sites} />
            {a.sites.map((s) => (
              <RuleCard key={`${s.site}-c`} rule={s.curtail_rule} title="Curtailment" site={s} />
            ))}
          </div>
        )}
      </Panel>
    </div>
  );
}

type Ranked = Opportunity & { site: SiteOpportunities };

/** By $/h, all that are best of their class before all that are not. */
function order(o: Ranked): number {
  return (o.advantage_usd_per_h ?? 0) + ((o.advantage_usd_per_mwh ?? 0) >= 0 ? 1e12 : 0);
}

function Ranking({ sites }: { sites: readonly SiteOpportunities[] }) {
  const rows: Ranked[] = sites
    .flatMap((site) => site.now.map((o) => ({ ...o, site })))
    .sort((a, b) => order(b) - order(a));
  const best = rows.filter((o) => (o.advantage_usd_per_mwh ?? 0) >= 0);
  const rest = rows.slice(best.length);
  return (
    <>
      <Ranks rows={best} from={1} />
      {rest.length > 0 && (
        <details>
          <summary class="small">
            {rest.length} more: {rest.length === 1 ? "a use" : "uses"} that would earn less than another use of the same machines
          </summary>
          <Ranks rows={rest} from={best.length + 1} />
        </details>
      )}
    </>
  );
}

function Ranks({ rows, from }: { rows: readonly Ranked[]; from: number }) {
  return (
    <ol class="ranks" start={from}>
      {rows.map((o, i) => (
        <li key={`${o.site.site}/${o.class}/${o.use}/${o.tier}`}>
          <Rank o={o} rank={from + i} />
        </li>
      ))}
    </ol>
  );
}

function Rank({ o, rank }: { o: Ranked; rank: number }) {
  return (
    <details class="rank">
      <summary>
        <span class="rank-no">{rank}</span>
        <span class="rank-what">
          <UseMark use={o.use} tier={o.tier} />
          <span class="soft small">
            {o.site.name} · {o.class}
          </span>
        </span>
        <Amount label="Margin" value={usdPerMWh(o.margin_usd_per_mwh)} />
        <Amount label="Over the next best" value={o.advantage_usd_per_mwh === null ? "–" : `${signedUSD(o.advantage_usd_per_mwh)}/MWh`} />
        <Amount label={`On ${mw(o.available_mw)}`} value={usdPerH(o.advantage_usd_per_h)} />
        <Amount label="Until" value={o.until_utc ? `${clock(o.until_utc)} CT` : "no change known"} />
        <Amount label="Granted" value={mw(o.granted_mw)} />
      </summary>
      <div class="rank-body">
        <p>{o.text}</p>
        <Arithmetic
          terms={o.terms}
          caption={`Arithmetic of ${useName(o.use)} at ${o.site.name}`}
          sum={`${usdPerMWh(o.revenue_usd_per_mwh)} earned − ${usdPerMWh(o.energy_usd_per_mwh)} for energy = ${usdPerMWh(o.margin_usd_per_mwh)}`}
        />
      </div>
    </details>
  );
}

function Amount({ label, value }: { label: string; value: string }) {
  return (
    <span class="amount">
      <span class="small soft">{label}</span>
      <b>{value}</b>
    </span>
  );
}

function Arithmetic({ terms, caption, sum }: { terms: readonly Term[]; caption: string; sum: string }) {
  return (
    <>
      <DataTable
        caption={caption}
        rows={terms}
        rowKey={(t) => t.label + t.source}
        empty="No numbers are known."
        columns={[
          { head: "Number", cell: (t) => t.label },
          { head: "Value", num: true, cell: (t) => quantity(t.value, t.unit) },
          { head: "From", cell: (t) => <span class="source">{t.source}</span> },
          {
            head: "Age",
            cell: (t) => (
              <>
                {duration(t.age_s)} {t.stale && <StateMark tone="warn">stale</StateMark>} {t.simulated && <SimulatedMark />}
              </>
            ),
          },
        ]}
      />
      <p class="sum">{sum}</p>
    </>
  );
}

function Ahead({ sites }: { sites: readonly SiteOpportunities[] }) {
  const [asTable, showTable] = useState(false);
  const hours = heatHours(sites);
  const rows = heatRows(sites);
  return (
    <figure>
      <div class="chart-head">
        <ul class="legend">
          {uses.filter((u) => u !== "reserve").map((u) => (
            <li key={u}>
              <b>{useLetter(u)}</b> <UseMark use={u} />
            </li>
          ))}
        </ul>
        <span class="push" />
        <button type="button" class="button quiet" aria-expanded={asTable} onClick={() => showTable(!asTable)}>
          {asTable ? "Show as strip" : "Show as table"}
        </button>
      </div>
      <figcaption class="soft small">{aheadSummary(rows, hours)}</figcaption>
      {asTable ? <AheadTable rows={rows} hours={hours} /> : <Strip rows={rows} hours={hours} />}
    </figure>
  );
}

function aheadSummary(rows: readonly HeatRow[], hours: readonly string[]): string {
  const counts = new Map<string, number>();
  let unknown = 0;
  for (const c of rows.flatMap((r) => r.cells)) {
    if (c.best) counts.set(c.best.use, (counts.get(c.best.use) ?? 0) + 1);
    else unknown++;
  }
  const said = [...counts].sort((a, b) => b[1] - a[1]).map(([use, n]) => `${useName(use).toLowerCase()} in ${n}`);
  if (unknown > 0) said.push(`no price is published yet for ${unknown}`);
  return `${hours.length} hours from ${dayClock(hours[0])} CT for ${rows.length} classes. Of these class-hours, best is ${said.join(", ")}.`;
}

function cellText(c: HeatCell): string {
  if (!c.best) return `${dayClock(c.start)} CT: no price yet`;
  return `${dayClock(c.start)} CT: ${useName(c.best.use)}, margin ${usdPerMWh(c.best.margin_usd_per_mwh)}, price ${usdPerMWh(c.price)}`;
}

function Strip({ rows, hours }: { rows: readonly HeatRow[]; hours: readonly string[] }) {
  return (
    <div class="scroll-x" role="region" tabIndex={0} aria-label="Best use by hour">
      <table class="heat">
        <caption class="visually-hidden">Best use by class and hour, Central time</caption>
        <thead>
          <tr>
            <th scope="col">Class</th>
            {hours.map((h) => (
              <th key={h} scope="col" title={`${dayClock(h)} CT`}>
                {clock(h).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={`${r.site}/${r.class}`}>
              <th scope="row">
                {r.name} <span class="soft">{r.class}</span>
              </th>
              {r.cells.map((c) => (
                <Cell key={c.start} cell={c} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: HeatCell }) {
  const use = cell.best?.use ?? "";
  const share = Math.round(14 + 46 * Math.sqrt(cell.strength));
  const colour = isUse(use) ? { background: `color-mix(in srgb, var(--${use}) ${share}%, var(--surface))` } : {};
  return (
    <td style={colour} title={cellText(cell)}>
      {cell.best ? useLetter(use) : "·"}
    </td>
  );
}

function AheadTable({ rows, hours }: { rows: readonly HeatRow[]; hours: readonly string[] }) {
  return (
    <div class="scroll-y" role="region" tabIndex={0} aria-label="Best use by hour, as a table">
      <DataTable
        caption="Best use by hour"
        rows={hours.map((start, i) => ({ start, i }))}
        rowKey={(h) => h.start}
        columns={[
          { head: "Hour (CT)", cell: (h) => <time dateTime={utcKey(h.start)}>{dayClock(h.start)}</time> },
          ...rows.map((r) => ({
            head: `${r.name} ${r.class}`,
            cell: (h: { i: number }) => {
              const c = r.cells[h.i];
              return c?.best ? `${useName(c.best.use)} ${usdPerMWh(c.best.margin_usd_per_mwh)}` : "–";
            },
          })),
        ]}
      />
    </div>
  );
}

function Prices({ sites }: { sites: readonly SiteOpportunities[] }) {
  return (
    <DataTable
      caption="What a megawatt hour costs at each site"
      rows={sites}
      rowKey={(s) => s.site}
      columns={[
        { head: "Site", cell: (s) => s.name },
        { head: "Point", cell: (s) => s.point || "fixed tariff" },
        { head: "Price", num: true, cell: (s) => <Quoted value={s.price} /> },
        { head: "From", cell: (s) => <span class="source">{s.price.source || "–"}</span> },
        { head: "Cost of a machine MWh", num: true, cell: (s) => usd(s.energy_usd_per_mwh) },
        { head: "Shadow price of the limit", num: true, cell: (s) => usd(s.lambda_usd_per_mwh) },
      ]}
    />
  );
}

function Renewables({ rule }: { rule: RenewableRule }) {
  return (
    <Frame title="Renewable priority" simulated={rule.share.simulated} inner>
      <Verdict holds={rule.share.value === null ? null : rule.holds} left={percent(rule.share.value)} right={percent(rule.threshold)} sign="≥" />
      <p class="small">{rule.text}</p>
      <p class="small soft">
        From <span class="source">{rule.share.source || "–"}</span>, {duration(rule.share.age_s)} old{" "}
        {rule.share.stale && <StateMark tone="warn">stale</StateMark>}
      </p>
    </Frame>
  );
}

function applies(rule: Rule): boolean {
  return rule.terms.length > 0 || rule.holds !== null;
}

/** Where useful compute cannot be, and why. */
function Elsewhere({ sites }: { sites: readonly SiteOpportunities[] }) {
  const without = sites.filter((s) => !applies(s.useful_compute_rule));
  if (without.length === 0) return null;
  return (
    <Frame title="Useful compute elsewhere" inner>
      <ul class="reasons small">
        {without.map((s) => (
          <li key={s.site}>
            <b>{s.name}</b>: {s.useful_compute_rule.note}
          </li>
        ))}
      </ul>
    </Frame>
  );
}

function RuleCard({ rule, title, site }: { rule: Rule; title: string; site: SiteOpportunities }) {
  return (
    <Frame title={`${title}, ${site.name}`} inner>
      <Verdict holds={rule.holds} left={usdPerMWh(rule.left_usd_per_mwh)} right={usdPerMWh(rule.right_usd_per_mwh)} sign=">" />
      <p class="small">
        {rule.text}
        {rule.class && <span class="soft"> ({rule.class})</span>}
      </p>
      {rule.terms.length > 0 && (
        <details>
          <summary class="small">The numbers</summary>
          <Arithmetic terms={rule.terms} caption={`${title} at ${site.name}`} sum={rule.note} />
        </details>
      )}
      {rule.terms.length === 0 && <p class="small soft">{rule.note}</p>}
    </Frame>
  );
}

function Verdict({ holds, left, right, sign }: { holds: boolean | null; left: string; right: string; sign: string }) {
  return (
    <p class="verdict">
      <b>{left}</b> {sign} <b>{right}</b>{" "}
      {holds === null ? <StateMark tone="plain">not known</StateMark> : holds ? <StateMark tone="good">holds</StateMark> : <StateMark tone="plain">does not hold</StateMark>}
    </p>
  );
}
