// The program itself: is it well, what is it told, what has it been doing.
import { useState } from "preact/hooks";
import { type Resource, useResource } from "../api";
import { Fold } from "../fold";
import { dayClock, duration, mw, number, utcKey } from "../format";
import { useLive } from "../live";
import { SimulatedMark, StateMark, type Tone } from "../marks";
import { Frame, Panel } from "../panel";
import { DataTable } from "../table";
import type { Check, Event, FeedHealth, Fleet, FleetGroup, Session, Setting, System as Answer } from "../api.gen";
import { Agent } from "./agent";
import { Control } from "./control";
import { Login } from "./login";

export function System() {
  const system = useResource<Answer>("/api/system", ["feed", "order", "alert"]);
  const fleet = useResource<Fleet>("/api/fleet", ["command", "decision"]);
  const session = useResource<Session>("/api/session");
  const may = session.data?.role === "operator" || session.data?.role === "admin";
  return (
    <div class="page">
      <div class="split even">
        <Panel title="This program" resource={system} simulated={(s) => s.simulated}>
          {(s) => <About s={s} />}
        </Panel>
        <Panel title="Checks" resource={system} empty={(s) => s.checks.length === 0 && "No check has been run yet."}>
          {(s) => <Checks checks={s.checks} />}
        </Panel>
      </div>
      <div class="split even">
        <Login session={session} />
        <Agent may={may} />
      </div>
      <Control system={system} may={may} />
      <Panel title="Feeds" resource={system} simulated={(s) => s.simulated} empty={(s) => s.feeds.length === 0 && "No feed is configured."}>
        {(s) => <Feeds feeds={s.feeds} />}
      </Panel>
      <Panel title="Machines" resource={fleet} simulated={(f) => f.simulated} empty={(f) => f.groups.length === 0 && "No machine group is known."}>
        {(f) => <Machines groups={f.groups} />}
      </Panel>
      <Settings system={system} />
      <Log />
    </div>
  );
}

function About({ s }: { s: Answer }) {
  return (
    <dl class="pairs">
      <dt>Version</dt>
      <dd>
        {s.version} <span class="soft">{s.commit.slice(0, 12)}</span>
      </dd>
      <dt>Role</dt>
      <dd>{s.role}</dd>
      <dt>World</dt>
      <dd>
        {s.world}
        {s.clock_speed !== 1 && `, ${number(s.clock_speed)} times as fast as the wall's clock`}
      </dd>
      <dt>Control</dt>
      <dd>
        {s.control}
        {s.control === "advise" && <span class="soft"> (decides and shows; no machine beyond this computer is touched)</span>}
      </dd>
      <dt>Started</dt>
      <dd>
        <time dateTime={utcKey(s.started_utc)}>{dayClock(s.started_utc)} CT</time>
      </dd>
      <dt>Events</dt>
      <dd>
        {number(s.events_last)} so far, {number(s.streams)} live {s.streams === 1 ? "stream" : "streams"}
      </dd>
      <dt>Built with</dt>
      <dd>{s.go}</dd>
    </dl>
  );
}

function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul class="checks">
      {checks.map((c) => (
        <li key={c.name}>
          <StateMark tone={c.ok ? "good" : "bad"}>{c.ok ? "passes" : "fails"}</StateMark> <b>{c.name}</b> <span class="soft">{c.detail}</span>
        </li>
      ))}
    </ul>
  );
}

const feedTones: Record<string, Tone> = { ok: "good", late: "warn", failing: "bad" };

function gravity(f: FeedHealth): number {
  return ["ok", "waiting", "late", "failing"].indexOf(f.state);
}

/** What is wrong comes first and is never folded away. */
function Feeds({ feeds }: { feeds: readonly FeedHealth[] }) {
  const well = feeds.filter((f) => f.state === "ok");
  const ill = feeds.filter((f) => f.state !== "ok").sort((a, b) => gravity(b) - gravity(a));
  return (
    <>
      {ill.length > 0 && (
        <Fold title="Need attention" count={ill.length} open>
          <FeedTable caption="Feeds that need attention" feeds={ill} />
        </Fold>
      )}
      {well.length > 0 && (
        <Fold title="Well" count={well.length}>
          <FeedTable caption="Feeds that are well" feeds={well} />
        </Fold>
      )}
    </>
  );
}

function FeedTable({ caption, feeds }: { caption: string; feeds: readonly FeedHealth[] }) {
  return (
    <DataTable
      caption={caption}
      rows={feeds}
      rowKey={(f) => f.name}
      columns={[
        { head: "Feed", cell: (f) => <span class="source feed-name">{f.name}</span> },
        {
          head: "State",
          cell: (f) => (
            <span class="nowrap">
              <StateMark tone={feedTones[f.state] ?? "plain"}>{f.state}</StateMark>
            </span>
          ),
        },
        { head: "Every", num: true, cell: (f) => duration(f.every_s) },
        { head: "Last good", num: true, cell: (f) => (f.age_s === null ? "never" : `${duration(f.age_s)} ago`) },
        { head: "Observations", num: true, cell: (f) => number(f.observations) },
        { head: "Failures in a row", num: true, cell: (f) => number(f.failures_in_a_row) },
        { head: "Last error", cell: (f) => (f.last_error ? `${f.last_error} (${dayClock(f.last_error_utc)} CT)` : "none") },
        { head: "Kind", cell: (f) => (f.simulated ? <SimulatedMark /> : "live") },
      ]}
    />
  );
}

function Machines({ groups }: { groups: readonly FleetGroup[] }) {
  return (
    <DataTable
      caption="Machine groups and meters"
      rows={groups}
      rowKey={(g) => `${g.site}/${g.class}`}
      columns={[
        { head: "Group", cell: (g) => `${g.site}, ${g.class || "meter"}` },
        { head: "Model", cell: (g) => g.model || g.kind },
        { head: "On", num: true, cell: (g) => (g.units_on === null ? "–" : `${number(g.units_on)} of ${number(g.units)}`) },
        { head: "Target", num: true, cell: (g) => mw(g.target_mw) },
        { head: "Actual", num: true, cell: (g) => mw(g.actual_mw) },
        { head: "J/TH", num: true, cell: (g) => number(g.j_per_th, 1) },
        { head: "Command", cell: (g) => [g.command_state, g.command_error].filter(Boolean).join(": ") || "none" },
        {
          head: "Seen",
          cell: (g) => (
            <>
              {g.age_s === null ? "never" : `${duration(g.age_s)} ago`} {g.stale && <StateMark tone="warn">stale</StateMark>}
            </>
          ),
        },
      ]}
    />
  );
}

function Settings({ system }: { system: Resource<Answer> }) {
  const [filter, setFilter] = useState("");
  const wanted = (c: Setting) => `${c.name} ${c.value} ${c.source}`.toLowerCase().includes(filter.toLowerCase());
  const search = (
    <label class="pick">
      <span>Find</span>
      <input class="control" type="search" value={filter} onInput={(e) => setFilter((e.target as HTMLInputElement).value)} />
    </label>
  );
  return (
    <Panel
      title="Configuration"
      note="Where each value comes from; secrets are masked."
      resource={system}
      actions={search}
      empty={(s) => s.config.length === 0 && "Nothing is configured."}
    >
      {(s) => (
        <div class="scroll-y" role="region" tabIndex={0} aria-label="All settings">
          <DataTable
            caption="Configuration"
            rows={s.config.filter(wanted)}
            empty="No setting matches."
            rowKey={(c: Setting) => c.name}
            columns={[
              { head: "Setting", cell: (c) => <code>{c.name}</code> },
              { head: "Value", cell: (c) => <code>{c.value || "–"}</code> },
              { head: "From", cell: (c) => c.source },
            ]}
          />
        </div>
      )}
    </Panel>
  );
}

function Log() {
  const { log } = useLive();
  const [kind, setKind] = useState("");
  const kinds = [...new Set(log.map((e) => e.kind))].sort();
  const pick = (
    <label class="pick">
      <span>Kind</span>
      <select class="control" value={kind} onChange={(e) => setKind((e.target as HTMLSelectElement).value)}>
        <option value="">all</option>
        {kinds.map((k) => (
          <option key={k}>{k}</option>
        ))}
      </select>
    </label>
  );
  return (
    <Frame title="Live log" note="Events since this page was opened, newest first." actions={pick}>
      {log.length === 0 && <p class="empty">Nothing has happened yet.</p>}
      {log.length > 0 && (
        <div class="scroll-y" role="region" tabIndex={0} aria-label="Events">
          <DataTable
            caption="Events"
            rows={log.filter((e) => !kind || e.kind === kind)}
            rowKey={(e: Event) => String(e.seq)}
            columns={[
              { head: "No.", cell: (e) => e.seq },
              { head: "Time (CT)", cell: (e) => dayClock(e.at_utc) },
              { head: "Kind", cell: (e) => e.kind },
              { head: "About", cell: (e) => [e.site, e.key].filter(Boolean).join("/") || "–" },
              { head: "Marked", cell: (e) => (e.simulated ? <SimulatedMark /> : "live") },
            ]}
          />
        </div>
      )}
    </Frame>
  );
}
