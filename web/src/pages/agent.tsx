// What decides, the trained agent beside it, and training it again.
import { useEffect, useState } from "preact/hooks";
import { change, get, Problem, useResource } from "../api";
import { Fold } from "../fold";
import { clock, dayClock, percent, signedUSD, usd } from "../format";
import { SimulatedMark, StateMark } from "../marks";
import { Panel } from "../panel";
import { DataTable } from "../table";
import type { AgentDecision, AgentModel, AgentPromotion, AgentStatus, Baseline, Job } from "../api.gen";

export function Agent({ may }: { may: boolean }) {
  const agent = useResource<AgentStatus>("/api/agent-status", ["decision"]);
  return (
    <Panel title="What decides" resource={agent} simulated={(a) => a.simulated}>
      {(a) => (
        <>
          <dl class="pairs">
            <dt>Policy</dt>
            <dd>
              {a.policy} {a.trained ? <StateMark tone="good">learned</StateMark> : <StateMark tone="plain">a rule, not learned</StateMark>}
            </dd>
            <dt>Rule tuned</dt>
            <dd>{a.tuned_at_utc ? `${dayClock(a.tuned_at_utc)} CT on ${a.scored_on}` : "not yet: default parameters"}</dd>
            {a.tuning_profit_usd !== null && (
              <>
                <dt>Made there</dt>
                <dd>{usd(a.tuning_profit_usd)}</dd>
              </>
            )}
            <dt>Parameters</dt>
            <dd>
              <code>{JSON.stringify(a.params)}</code>
            </dd>
          </dl>
          {a.note && <p class="soft small">{a.note}</p>}
          {a.model && <Model model={a.model} role={a.role} />}
          <Promotion p={a.promotion} />
          <Shadow rows={a.shadow ?? []} />
          {(a.decisions ?? []).map((d) => (
            <Thought key={d.site} d={d} />
          ))}
          <Retrain may={may} running={a.job} done={agent.reload} />
        </>
      )}
    </Panel>
  );
}

function Model({ model, role }: { model: AgentModel; role: string }) {
  return (
    <>
      <h3>The agent</h3>
      <dl class="pairs">
        <dt>Model</dt>
        <dd>
          {model.name} <StateMark tone={role === "champion" ? "good" : "plain"}>{role === "champion" ? "decides" : "asked for the record"}</StateMark> {model.simulated && <SimulatedMark />}
        </dd>
        <dt>Learned from</dt>
        <dd>
          {model.ground}, {model.train}, at {(model.sites ?? []).join(", ")}
        </dd>
        <dt>Chosen on</dt>
        <dd>{model.validate}</dd>
        <dt>Budget</dt>
        <dd>
          {model.steps.toLocaleString("en-US")} intervals for each of {model.seeds} {model.seeds === 1 ? "seed" : "seeds"}, by {model.revision} on {model.kernel}
        </dd>
        <dt>Checkpoint</dt>
        <dd>
          <code>{model.sha256}</code>
        </dd>
      </dl>
    </>
  );
}

function Promotion({ p }: { p: AgentPromotion }) {
  if (!p.promoted_at_utc && !p.rolled_back_at_utc) return null;
  return (
    <p class="small">
      {p.promoted_at_utc && `Promoted ${dayClock(p.promoted_at_utc)} CT: ${p.evidence}. `}
      {p.rolled_back_at_utc && `Rolled back ${dayClock(p.rolled_back_at_utc)} CT: ${p.rolled_back}.`}
    </p>
  );
}

function Shadow({ rows }: { rows: readonly Baseline[] }) {
  return (
    <DataTable<Baseline>
      caption="What each policy's proposals would have come to over the last day, all sites"
      showCaption
      rows={rows}
      rowKey={(r) => r.policy}
      empty="Nothing has settled yet to compare policies on."
      columns={[
        { head: "Policy", cell: (r) => r.policy },
        { head: "Would have earned", cell: (r) => usd(r.net_usd), num: true },
        { head: "Beside what was done", cell: (r) => signedUSD(-r.difference_usd), num: true },
        { head: "Intervals", cell: (r) => r.intervals, num: true },
      ]}
    />
  );
}

function Thought({ d }: { d: AgentDecision }) {
  const l = d.learned;
  if (!l) return null;
  const open = (l.modes ?? []).filter((m) => m.open);
  return (
    <Fold count={open.length} title={`${d.site}, ${clock(d.interval_utc)} CT: ${l.mode}${d.acts ? "" : " (for the record)"}`}>
      <DataTable
        caption={`Operating modes that the agent could choose from at ${d.site}`}
        rows={open}
        rowKey={(m) => m.mode}
        columns={[
          { head: "Mode", cell: (m) => m.mode },
          { head: "Probability", cell: (m) => percent(m.probability, 1), num: true },
          { head: "Worth above the rule", cell: (m) => signedUSD(m.value_usd), num: true },
        ]}
      />
      <DataTable
        caption={`What moved the agent most at ${d.site}`}
        rows={l.influences ?? []}
        rowKey={(f) => f.feature}
        empty="There was no choice to be moved in."
        columns={[
          { head: "Moved most by", cell: (f) => f.feature },
          { head: "As the agent sees it", cell: (f) => f.value.toFixed(2), num: true },
          { head: "Effect on its lead", cell: (f) => f.effect.toFixed(2), num: true },
        ]}
      />
    </Fold>
  );
}

function Retrain({ may, running, done }: { may: boolean; running: Job | null; done: () => void }) {
  const [id, setId] = useState("");
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState("");
  useEffect(() => {
    if (!id) return;
    const timer = setInterval(async () => {
      try {
        const now = await get<Job>(`/api/jobs/${encodeURIComponent(id)}`);
        setJob(now);
        if (now.state === "running") return;
        done();
      } catch (e) {
        setError(e instanceof Problem ? e.message : String(e));
      }
      setId("");
    }, 1000);
    return () => clearInterval(timer);
  }, [id]);
  const start = async () => {
    try {
      setError("");
      setId((await change<{ id: string }>("POST", "/api/retrain"))?.id ?? "");
    } catch (e) {
      setError(e instanceof Problem ? e.message : String(e));
    }
  };
  const shown = job ?? running;
  const cancel = async () => {
    try {
      await change("DELETE", `/api/jobs/${encodeURIComponent(shown?.id ?? "")}`);
    } catch (e) {
      setError(e instanceof Problem ? e.message : String(e));
    }
  };
  return (
    <>
      {shown && (
        <p class="small">
          {state(shown)}
        </p>
      )}
      {error && (
        <p class="note bad" role="alert">
          {error}
        </p>
      )}
      <p>
        <button type="button" class="button" disabled={!may || id !== ""} onClick={start}>
          Tune and train again
        </button>{" "}
        {shown?.state === "running" && may && (
          <button type="button" class="button" onClick={cancel}>
            Cancel
          </button>
        )}{" "}
        {!may && <span class="soft small">Log in as operator to start it.</span>}
      </p>
    </>
  );
}

function state(job: Job) {
  switch (job.state) {
    case "running":
      return `Tuning the rule and training the agent, ${percent(job.progress, 0)} done.`;
    case "failed":
      return `It failed: ${job.error}`;
    case "cancelled":
      return `Cancelled: ${job.error}.`;
    default:
      return job.result;
  }
}
