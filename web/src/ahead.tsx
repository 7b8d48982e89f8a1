// What the optimiser intends for the next hours, what limits cost now, and which
// optimiser stood.
import { Chart } from "./chart";
import { mw, usdPerMWh } from "./format";
import { StateMark } from "./marks";
import { Frame } from "./panel";
import { DataTable } from "./table";
import type { PlanAhead, SiteOpportunities } from "./api.gen";

const stood: Record<string, string> = {
  mpc: "Scenarios stood",
  dp: "The plan for the mean stood",
  threshold: "The threshold rule stood",
};

export function PlansAhead({ sites }: { sites: readonly SiteOpportunities[] }) {
  return (
    <div class="rules">
      {sites.map((s) => s.plan_ahead && <SitePlan key={s.site} site={s} plan={s.plan_ahead} />)}
    </div>
  );
}

function SitePlan({ site, plan }: { site: SiteOpportunities; plan: PlanAhead }) {
  return (
    <Frame title={site.name} simulated={plan.simulated} inner>
      <p class="small">
        <StateMark tone={plan.stood === "mpc" ? "good" : "warn"}>{stood[plan.stood] ?? plan.stood}</StateMark>{" "}
        {plan.scenarios > 0 && `${plan.scenarios} scenarios of ${plan.source}, ${plan.passes} passes. `}
        {plan.why && `${plan.why}. `}
        {plan.decides ? "Its plan is carried out." : "It is asked for the record; another policy decides."}
      </p>
      <Limits plan={plan} />
      {plan.hours.length > 0 && <Hours site={site} plan={plan} />}
    </Frame>
  );
}

function Limits({ plan }: { plan: PlanAhead }) {
  if (plan.shadows.length === 0) return <p class="small soft">No limit costs anything now.</p>;
  return (
    <ul class="reasons small">
      {plan.shadows.map((s) => (
        <li key={s.limit}>{s.text}</li>
      ))}
    </ul>
  );
}

const classColours = ["series-a", "series-c", "series-d", "series-b"];

function Hours({ site, plan }: { site: SiteOpportunities; plan: PlanAhead }) {
  const classes = plan.hours[0]?.classes.map((c) => c.class) ?? [];
  const first = plan.hours[0];
  const of = (k: number) => plan.hours.map((h) => h.classes[k]?.power_mw ?? 0);
  if (classes.length > classColours.length) return <HourTable site={site} plan={plan} classes={classes} />;
  return (
    <Chart
      title={`Plan ahead of ${site.name}`}
      summary={`${plan.hours.length} hours. Now ${classes.map((c, k) => `${c} at ${mw(of(k)[0])}`).join(", ")}, with energy expected at ${usdPerMWh(first?.price_usd_per_mwh)}.`}
      times={plan.hours.map((h) => Math.floor(Date.parse(h.start_utc) / 1000))}
      layers={[
        ...classes.map((c, k) => ({ label: c, colour: classColours[k] ?? "series-a", values: of(k), shape: "area" as const, format: mw })),
        { label: "Expected price", colour: "price", values: plan.hours.map((h) => h.price_usd_per_mwh), shape: "step", axis: "right", format: usdPerMWh },
        { label: "10 % of scenarios below", colour: "price", values: plan.hours.map((h) => h.low_usd_per_mwh), shape: "step", axis: "right", dash: [2, 3], format: usdPerMWh },
        { label: "10 % above", colour: "price", values: plan.hours.map((h) => h.high_usd_per_mwh), shape: "step", axis: "right", dash: [5, 3], format: usdPerMWh },
      ]}
      leftUnit="MW"
      rightUnit="$/MWh"
      height={200}
      fileName={`plan-ahead-${site.site}`}
    />
  );
}

/** A site of many classes is read as a table. */
function HourTable({ site, plan, classes }: { site: SiteOpportunities; plan: PlanAhead; classes: readonly string[] }) {
  return (
    <div class="scroll-y" role="region" tabIndex={0} aria-label={`Plan ahead of ${site.name}`}>
      <DataTable
        caption={`Plan ahead of ${site.name}`}
        rows={plan.hours}
        rowKey={(h) => h.start_utc}
        columns={[
          { head: "Hour (UTC)", cell: (h) => h.start_utc.slice(0, 16) },
          { head: "Price", num: true, cell: (h) => usdPerMWh(h.price_usd_per_mwh) },
          ...classes.map((c, k) => ({ head: c, num: true, cell: (h: PlanAhead["hours"][number]) => mw(h.classes[k]?.power_mw) })),
        ]}
      />
    </div>
  );
}
