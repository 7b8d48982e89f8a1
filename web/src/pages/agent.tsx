// What decides, what it was tuned on, and tuning it again.
import { useEffect, useState } from "preact/hooks";
import { change, get, Problem, useResource } from "../api";
import { dayClock, percent, usd } from "../format";
import { StateMark } from "../marks";
import { Panel } from "../panel";
import type { AgentStatus, Job } from "../api.gen";

export function Agent({ may }: { may: boolean }) {
  const agent = useResource<AgentStatus>("/api/agent-status");
  return (
    <Panel title="What decides" resource={agent} simulated={(a) => a.simulated}>
      {(a) => (
        <>
          <dl class="pairs">
            <dt>Policy</dt>
            <dd>
              {a.policy} {a.trained ? <StateMark tone="good">learned</StateMark> : <StateMark tone="plain">a rule, not learned</StateMark>}
            </dd>
            <dt>Tuned</dt>
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
          <Retrain may={may} running={a.job} done={agent.reload} />
        </>
      )}
    </Panel>
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
  return (
    <>
      {shown && (
        <p class="small">
          {shown.state === "running" ? `Tuning, ${percent(shown.progress, 0)} done.` : shown.state === "failed" ? `Tuning failed: ${shown.error}` : shown.result}
        </p>
      )}
      {error && (
        <p class="note bad" role="alert">
          {error}
        </p>
      )}
      <p>
        <button type="button" class="button" disabled={!may || id !== ""} onClick={start}>
          Tune again
        </button>{" "}
        {!may && <span class="soft small">Log in as operator to start it.</span>}
      </p>
    </>
  );
}
