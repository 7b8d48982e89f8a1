// Training together: rounds, who took part and who dropped, what it cost, what is
// claimed about it and what is not.
import { useResource } from "../api";
import { dayClock, number, signedUSD, utcKey } from "../format";
import { StateMark, type Tone } from "../marks";
import { Panel } from "../panel";
import { DataTable } from "../table";
import type { AttestedSite, FederationArm, FederationStudy, Federation as View, FederationMember, FederationRound, FederationSite } from "../api.gen";

const tones: Record<string, Tone> = { open: "plain", summed: "plain", closing: "plain", final: "good", abandoned: "warn", aborted: "bad" };

export function Federation() {
  const view = useResource<View>("/api/federation", ["decision"]);
  return (
    <div class="page">
      <Panel
        title="Rounds"
        note="Sites train one model on their own days. Each hands in its update under masks that cancel in the sum: no update is ever seen, by the coordinator or by anybody else."
        resource={view}
        simulated={(v) => v.simulated}
        empty={(v) => v.rounds.length === 0 && (v.text || "No round yet.")}
      >
        {(v) => <Rounds v={v} />}
      </Panel>
      <Panel title="Sites" note="What a site makes of a global model, and its privacy budget, are known to the process that runs the site, and go nowhere." resource={view} empty={(v) => v.sites.length === 0 && "No site has enrolled yet."}>
        {(v) => <Sites v={v} />}
      </Panel>
      <Panel
        title="Global against local-only and pooled"
        note="Profit above the threshold rule's, on days that nothing was learned from, in a study of its own (pouwdem federate study). Pooled, all days in one place, is what nobody can have here; what is shown beside it is what sites can."
        resource={view}
        simulated={(v) => v.study?.simulated ?? false}
        empty={(v) => v.study === null && "No study was made."}
      >
        {(v) => v.study && <Study study={v.study} />}
      </Panel>
      <Panel
        title="Evidence of programs"
        note={`Shown by both sides before rounds. ${view.data?.attestation.worth ?? ""}`}
        resource={view}
        empty={(v) => v.attestation.sites.length === 0 && "No site has shown evidence yet."}
      >
        {(v) => <Evidence rows={v.attestation.sites} />}
      </Panel>
      <Panel title="What is claimed, and what is not" resource={view}>
        {(v) => <Claims v={v} />}
      </Panel>
    </div>
  );
}

function Rounds({ v }: { v: View }) {
  return (
    <>
      <p>
        {v.text ? `${v.text} ` : ""}
        {v.next_utc && (
          <>
            The next round is due at <time dateTime={utcKey(v.next_utc)}>{dayClock(v.next_utc)}</time> CT.{" "}
          </>
        )}
        <span class="soft">
          Strategy {v.strategy}; newest model <code title={v.model}>{v.model.slice(0, 14)}…</code>.
          {v.one_process && " Coordinator and sites run in one process here: that shows the protocol, and hides nothing from whoever runs this process."}
        </span>
      </p>
      <DataTable
        caption="Newest rounds"
        rows={v.rounds}
        rowKey={(r: FederationRound) => String(r.number)}
        columns={[
          { head: "Round", cell: (r) => number(r.number) },
          { head: "Opened, CT", cell: (r) => <time dateTime={utcKey(r.opened_utc)}>{dayClock(r.opened_utc)}</time> },
          {
            head: "State",
            cell: (r) => (
              <span title={r.reason}>
                <StateMark tone={tones[r.state] ?? "plain"}>{r.state === "open" ? `open: ${r.step}` : r.state}</StateMark>
              </span>
            ),
          },
          { head: "In the sum", num: true, cell: (r) => <span title={`${r.threshold} are needed to the end; the claim allows for ${r.colluders} that collude with the coordinator`}>{`${number(r.included)} of ${number(r.members.length)}`}</span> },
          { head: "Dropped", cell: (r) => dropped(r.members) || "–" },
          { head: "Time", num: true, cell: (r) => `${number(r.took_ms / 1000, 1)} s` },
          { head: "kB up, down", num: true, cell: (r) => `${number(r.bytes_up / 1000)}, ${number(r.bytes_down / 1000)}` },
          { head: "Norm", num: true, cell: (r) => (r.norm ? number(r.norm, 3) : "–") },
          { head: "Noise", cell: (r) => (r.noisy ? "by days" : "none") },
          { head: "Chain", cell: (r) => (r.recorded ? <span title={`round ${r.recorded_as} of ${r.ledger}; root ${r.root}`}><StateMark tone={tones[r.recorded] ?? "plain"}>{r.recorded}</StateMark></span> : "not recorded") },
        ]}
      />
    </>
  );
}

function dropped(members: FederationMember[]): string {
  return members
    .filter((m) => m.dropped_at)
    .map((m) => `${m.site} at ${m.dropped_at}`)
    .join(", ");
}

function Sites({ v }: { v: View }) {
  return (
    <>
      {v.rolled_back && v.rolled_back_utc && (
        <p>
          Adopted models were given up on <time dateTime={utcKey(v.rolled_back_utc)}>{dayClock(v.rolled_back_utc)}</time> CT: {v.rolled_back}.
        </p>
      )}
      <SiteTable v={v} />
    </>
  );
}

function SiteTable({ v }: { v: View }) {
  return (
    <DataTable
      caption="Enrolled sites"
      rows={v.sites}
      rowKey={(s: FederationSite) => s.site}
      columns={[
        { head: "Site", cell: (s) => s.site },
        { head: "There", cell: (s) => <StateMark tone={s.alive ? "good" : "warn"}>{s.alive ? "yes" : "silent"}</StateMark> },
        { head: "Key", cell: (s) => <code title={s.key}>{s.key.slice(0, 12)}…</code> },
        { head: "Newest model", cell: (s) => (s.verdict ? <span title={s.verdict.reason}><StateMark tone={s.verdict.adopted ? "good" : "plain"}>{s.verdict.adopted ? "adopted" : "not better"}</StateMark></span> : s.here ? "not yet tried" : "its own affair") },
        { head: "Against what it had, a day", num: true, cell: (s) => (s.verdict ? <span title={`${number(s.verdict.held_out_days)} days held out; with 95 % confidence at least ${signedUSD(s.verdict.gain_lower_95_usd_per_day)}`}>{signedUSD(s.verdict.gain_usd_per_day)}</span> : "–") },
        { head: "At every tick", cell: (s) => (s.adopted ? <span title={`${s.adopted.model}: ${s.adopted.evidence}`}><StateMark tone={s.adopted.role === "champion" ? "good" : "plain"}>{s.adopted.role === "champion" ? "decides" : "proposes"}</StateMark></span> : "–") },
        { head: "Epsilon spent", num: true, cell: (s) => (s.privacy ? <span title={s.privacy.mechanism}>{`${number(s.privacy.epsilon, 2)} of ${number(s.privacy.budget_epsilon, 2)}`}</span> : s.here ? "no noise" : "–") },
        { head: "Unit, delta", cell: (s) => (s.privacy ? `${s.privacy.unit}; ${s.privacy.delta}` : "–") },
      ]}
    />
  );
}

function Study({ study: s }: { study: FederationStudy }) {
  return (
    <>
      <p>
        Learned from {s.learned_from}, {s.settled_on && `settings settled on ${s.settled_on}, `}scored on {s.scored_on}, {number(s.rounds)} rounds, {number(s.seeds)} training seeds, {s.sites.length} sites. Perfect foresight earns {signedUSD(s.foresight_above_rule_usd)} above the rule. With noise: epsilon {number(s.epsilon, 2)} at delta {s.delta}, unit {s.unit}.
      </p>
      <Arms caption={`A new site's first ${number(s.new_site_days)} days, each site in turn, ${number(s.new_site_times)} times over`} rows={s.new_site} />
      <Arms caption="All sites, each with a record of its own" rows={s.all_sites} />
    </>
  );
}

function Arms({ caption, rows }: { caption: string; rows: readonly FederationArm[] }) {
  return (
    <>
      <h3>{caption}</h3>
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={(a) => a.arm}
        columns={[
          { head: "Trained", cell: (a) => a.arm },
          { head: "Above the rule (95 %)", num: true, cell: (a) => <Dollars usd={a.above_rule_usd} ci95={a.above_rule_usd_ci95} /> },
          { head: "Above local-only (95 %)", num: true, cell: (a) => <Dollars usd={a.above_local_only_usd} ci95={a.above_local_only_usd_ci95} /> },
          { head: "Above federated (95 %)", num: true, cell: (a) => <Dollars usd={a.above_federated_usd} ci95={a.above_federated_usd_ci95} /> },
        ]}
      />
    </>
  );
}

function Dollars({ usd, ci95: [low, high] }: { usd: number; ci95: readonly number[] }) {
  return (
    <span class="with-interval">
      {signedUSD(usd)} <span class="soft">({signedUSD(low ?? 0)} to {signedUSD(high ?? 0)})</span>
    </span>
  );
}

function Claims({ v }: { v: View }) {
  return (
    <>
      <p>{v.claim}</p>
      <p>{v.noise}</p>
      <h3>Not claimed</h3>
      <List>{v.not_claimed}</List>
      <h3>Not protected by noise</h3>
      <List>{v.not_protected_by_noise}</List>
    </>
  );
}

function List({ children }: { children: string[] }) {
  return (
    <ul>
      {children.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Evidence({ rows }: { rows: readonly AttestedSite[] }) {
  return (
    <DataTable
      caption="Evidence that sites showed"
      rows={rows}
      rowKey={(s) => `${s.site}/${s.admitted}`}
      columns={[
        { head: "Site", cell: (s) => s.site },
        { head: "Admitted", cell: (s) => <span title={s.reason}><StateMark tone={s.admitted ? "good" : "bad"}>{s.admitted ? "yes" : "refused"}</StateMark></span> },
        { head: "Evidence", cell: (s) => s.kind || "–" },
        { head: "Vouched for by hardware", cell: (s) => (s.hardware ? <StateMark tone="good">yes</StateMark> : <StateMark tone="warn">no</StateMark>) },
        { head: "Program", cell: (s) => <Program measurements={s.measurements} /> },
        { head: "Until, CT", cell: (s) => (s.expires_utc ? dayClock(s.expires_utc) : s.reason) },
      ]}
    />
  );
}

function Program({ measurements }: { measurements: Record<string, string> }) {
  const shown = measurements.mrenclave ?? measurements.mrtd ?? measurements.measurement ?? measurements.program;
  const all = Object.entries(measurements).map(([name, value]) => `${name} ${value}`).join(", ");
  return shown ? <code title={all}>{shown.slice(0, 12)}…</code> : <>–</>;
}
