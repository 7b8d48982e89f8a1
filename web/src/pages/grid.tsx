// The network around the sites: what the last study of it found, what each
// site does to it, and the very case to check it on.
import { useEffect } from "preact/hooks";
import { useResource } from "../api";
import type { PageProps } from "../app";
import { dayClock, duration, mw, number, percent, signedUSD, usd, usdPerH, usdPerMWh } from "../format";
import { NetworkMap, type Pin } from "../map";
import { Fact, StateMark, type Tone } from "../marks";
import { Frame, Panel } from "../panel";
import { DataTable } from "../table";
import type { Grid as Study, GridBinding, GridMap, GridN1, GridNetwork, GridOutage, GridSite } from "../api.gen";

export function Grid({ route }: PageProps) {
  const study = useResource<Study>("/api/grid", ["decision"]);
  const map = useResource<GridMap>("/api/grid/map");
  const at = study.data?.at_utc;
  useEffect(() => {
    if (map.data && map.data.at_utc !== at) map.reload();
  }, [at]);
  const waiting = (s: Study) => s.status === "waiting" && (s.text || "No study has been made yet: the first comes with the first system state.");
  const simulated = (s: Study) => s.simulated;
  const sites = (study.data?.sites ?? []).filter((s) => !route.site || s.site === route.site);
  return (
    <div class="page">
      <Panel title="The newest study" resource={study} simulated={simulated}>
        {(s) => <Summary s={s} />}
      </Panel>
      <div class="split">
        <Panel title="The network" resource={map} simulated={(m) => m.simulated} empty={(m) => m.buses.x.length === 0 && "No network has been studied yet."}>
          {(m) => <NetworkMap map={m} title={`The network ${study.data?.network.name ?? ""}`} pins={(study.data?.sites ?? []).map(pinOf)} focus={route.site} />}
        </Panel>
        <Panel title="What each site does to it" note={study.data && nameText(study.data.network)} resource={study} simulated={simulated} empty={waiting}>
          {() => (
            <div class="rules">
              {sites.map((s) => (
                <SiteCard key={s.site} s={s} />
              ))}
            </div>
          )}
        </Panel>
      </div>
      <Panel title="Loss of any one branch" resource={study} simulated={simulated} empty={(s) => waiting(s) || (!s.n1 && "The base case has no solution, so that no outage of it could be studied.")}>
        {(s) => s.n1 && <Outages n1={s.n1} />}
      </Panel>
      <div class="split">
        <Panel title="Zones" resource={study} simulated={simulated} empty={(s) => waiting(s) || (s.zones.length === 0 && "No zone is known.")}>
          {(s) => <Zones s={s} />}
        </Panel>
        <Panel title="What went into it" resource={study} simulated={simulated} empty={(s) => s.inputs.length === 0 && "Nothing has been put into a study yet."}>
          {(s) => (
            <ul class="facts">
              {s.inputs.map((v) => (
                <Fact key={v.name} label={v.name.charAt(0).toUpperCase() + v.name.slice(1).replaceAll("_", " ")} value={v} />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </div>
  );
}

const statusTones: Record<Study["status"], Tone> = { waiting: "plain", ok: "good", insecure: "warn", infeasible: "bad", diverged: "bad" };
const statusWords: Record<Study["status"], string> = {
  waiting: "no study yet",
  ok: "secure",
  insecure: "not secure",
  infeasible: "cannot be served within limits",
  diverged: "no solution found",
};

/** Which network it is, and that it is nobody's where it is made up. */
function nameText(n: GridNetwork): string {
  if (!n.name) return "";
  return n.synthetic ? `In ${n.name}, a synthetic network: made to behave like a grid of its size, and no operator's.` : `In ${n.name}, as its case file gives it.`;
}

function sizeText(n: GridNetwork): string {
  return n.buses > 0 ? `${number(n.buses)} buses, ${number(n.branches)} branches, ${number(n.generators)} generators.` : "";
}

const many = (n: number, one: string) => `${number(n)} ${n === 1 ? one : `${one}s`}`;

function Summary({ s }: { s: Study }) {
  const { base, margin } = s;
  return (
    <>
      <p class="decision-line">
        <StateMark tone={statusTones[s.status]}>{statusWords[s.status]}</StateMark>
        <span>{s.text}</span>
      </p>
      {base && (
        <dl class="figures">
          <Figure
            name="Nearest limit"
            value={margin ? mw(margin.mw) : "–"}
            detail={margin ? `${percent(margin.fraction)} of ${margin.branch} is left${margin.outage ? `, were ${margin.outage} lost` : ""}` : "no branch has a limit"}
          />
          <Figure name="Highest loading" value={percent(base.max_loading_pct / 100)} detail={`${base.max_loading_branch}; ${many(base.overloads, "overload")}`} />
          <Figure
            name="Voltages, p.u."
            value={`${number(base.min_vm_pu, 3)} – ${number(base.max_vm_pu, 3)}`}
            detail={`buses ${base.min_vm_bus} and ${base.max_vm_bus}; ${number(base.voltage_violations)} out of band`}
          />
          <Figure name="Load" value={mw(base.load_mw)} detail={`${mw(base.generation_mw)} generated, ${mw(base.losses_mw)} lost`} />
          <Figure name="Mean price" value={usd(base.price_usd_per_mwh)} detail={`per MWh of load; ${usdPerH(base.cost_usd_per_h)} to generate`} />
        </dl>
      )}
      <p class="soft small">
        {nameText(s.network)} {sizeText(s.network)}{" "}
        {s.at_utc
          ? `Of the system at ${dayClock(s.at_utc)} CT, ${duration(s.age_s)} old; computed in ${number(s.took_ms)} ms${base ? `, ${number(base.redispatch_iterations)} iterations of redispatch` : ""}.`
          : ""}{" "}
        {s.network.case_sha256 && (
          <>
            <a href="/api/grid/case" download>
              The very case, for MATPOWER
            </a>{" "}
            <span class="source">sha256 {s.network.case_sha256.slice(0, 16)}…</span>
          </>
        )}
      </p>
    </>
  );
}

function Figure({ name, value, detail }: { name: string; value: string; detail: string }) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd class="figure-value">{value}</dd>
      <dd class="soft small">{detail}</dd>
    </div>
  );
}

const verdictTones: Record<GridSite["verdict"], Tone> = { relieves: "good", neutral: "plain", adds: "warn", causes: "bad", outside: "plain" };
const verdictWords: Record<GridSite["verdict"], string> = {
  relieves: "relieves a branch near its limit",
  neutral: "no branch near its limit feels it",
  adds: "adds to a branch near its limit",
  causes: "causes a violation",
  outside: "not in this network",
};

function pinOf(s: GridSite): Pin {
  return { site: s.site, name: s.name || s.site, tone: verdictTones[s.verdict] };
}

function SiteCard({ s }: { s: GridSite }) {
  return (
    <Frame title={s.name || s.site} inner>
      <p>
        <StateMark tone={verdictTones[s.verdict]}>{verdictWords[s.verdict]}</StateMark>
      </p>
      {s.text !== verdictWords[s.verdict] && <p class="small">{s.text}</p>}
      {s.in_network && (
        <dl class="pairs small">
          <dt>At bus</dt>
          <dd>
            {s.bus ?? "–"} ({s.point})
          </dd>
          <dt>Plan</dt>
          <dd>
            {mw(s.plan_mw)}, studied with {mw(s.study_mw)}
          </dd>
          <dt>Price there</dt>
          <dd>
            {usdPerMWh(s.price_usd_per_mwh)}
            {s.price_difference_usd_per_mwh !== null && `, ${signedUSD(s.price_difference_usd_per_mwh)} to the mean`}
          </dd>
        </dl>
      )}
      {s.binding.length > 0 && (
        <details>
          <summary class="small">
            {s.binding.length} {s.binding.length === 1 ? "branch" : "branches"} near a limit, seen from here
          </summary>
          <Binding rows={s.binding} name={s.name || s.site} />
        </details>
      )}
    </Frame>
  );
}

function Binding({ rows, name }: { rows: readonly GridBinding[]; name: string }) {
  return (
    <ul class="binding small">
      {rows.map((b) => (
        <li key={b.branch + b.outage}>
          <b>{b.branch}</b>
          {b.outage && `, were ${b.outage} lost`}: {mw(b.flow_mw)} of {mw(b.limit_mw)}, {percent(b.loading_pct / 100)}
          {b.loading_at_plan_pct !== null && `; ${percent(b.loading_at_plan_pct / 100)} at the plan`}. A MW at {name} puts {number(b.shift_factor * 1000, 1)} kW on it.
        </li>
      ))}
    </ul>
  );
}

const outageTones: Record<GridOutage["status"], Tone> = { ok: "good", islanded: "warn", diverged: "bad", no_solution_found: "bad" };

/** A solved outage that overloads something is no good news. */
function Outcome({ o }: { o: GridOutage }) {
  if (o.status === "ok" && (o.max_loading_pct ?? 0) > 100) return <StateMark tone="warn">overload</StateMark>;
  return <StateMark tone={outageTones[o.status]}>{o.status.replaceAll("_", " ")}</StateMark>;
}

function Outages({ n1 }: { n1: GridN1 }) {
  return (
    <>
      <p class="soft small">
        {number(n1.outages)} outages: {number(n1.screened)} screened by outage factors, {number(n1.islanding)} would cut something off; the {number(n1.solved_ac)} that looked
        worst were solved by a full power flow. <b>{number(n1.insecure)}</b> of those break a limit or have no solution.
      </p>
      <DataTable
        caption="Worst outages first"
        rows={n1.worst}
        rowKey={(o) => o.outage}
        empty="No outage was solved."
        columns={[
          { head: "Lost", cell: (o) => o.outage },
          { head: "Outcome", cell: (o) => <Outcome o={o} /> },
          { head: "Highest loading", num: true, cell: (o) => <b>{percent(o.max_loading_pct === null ? null : o.max_loading_pct / 100)}</b> },
          { head: "On", cell: (o) => o.on || "–" },
          { head: "Lowest voltage", num: true, cell: (o) => (o.min_vm_pu === null ? "–" : `${number(o.min_vm_pu, 3)} p.u.`) },
          { head: "At bus", num: true, cell: (o) => o.min_vm_bus ?? "–" },
        ]}
      />
    </>
  );
}

function Zones({ s }: { s: Study }) {
  return (
    <DataTable
      caption="Zones of the network"
      rows={s.zones}
      rowKey={(z) => z.zone}
      columns={[
        { head: "Zone", cell: (z) => z.zone },
        { head: "Load", num: true, cell: (z) => mw(z.load_mw) },
        { head: "Generation", num: true, cell: (z) => mw(z.generation_mw) },
        { head: "Wind", num: true, cell: (z) => mw(z.wind_mw) },
        { head: "Solar", num: true, cell: (z) => mw(z.solar_mw) },
        { head: "Price", num: true, cell: (z) => usd(z.price_usd_per_mwh) },
      ]}
    />
  );
}
