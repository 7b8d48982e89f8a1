// Useful work for the grid: what waits and why, with which power, what workers
// handed in, what of it was checked, who pays, and one proof opened leaf by leaf.
import { useState } from "preact/hooks";
import { get, Problem, useResource } from "../api";
import { Chart } from "../chart";
import { dayClock, number, percent, usd, utcKey } from "../format";
import { StateMark, type Tone } from "../marks";
import { Frame, Panel } from "../panel";
import { DataTable } from "../table";
import type { Escrow, EscrowAccount, EscrowEntry, Member, Members, Task, TaskBoard, TaskGrant, TaskLeaf, TaskOperator, TaskProof, TaskRate, TaskSite, TaskWaiting } from "../api.gen";

const tones: Record<string, Tone> = { offered: "plain", verified: "good", refused: "bad", expired: "warn", dead: "bad", solved: "good", islanded: "warn", failed: "warn" };
const kinds: Record<string, string> = { power_flow: "Power flow", n1: "Outages", series: "Hours", adequacy: "States",
  dc: "DC outages", opf: "Dispatch", scopf: "Secure dispatch", cpf: "Nose", transient: "Faults", forecast: "Hours ahead" };
const single = new Set(["power_flow", "opf", "scopf", "cpf"]);
const memberTones: Record<string, Tone> = { invited: "plain", enrolled: "good", revoked: "bad" };

// title says what a task asks, with the run of outages, hours or states.
function title(t: Task): string {
  const name = kinds[t.kind] ?? t.kind;
  return single.has(t.kind) ? name : `${name} ${number(t.first_outage)} to ${number(t.first_outage + t.leaves - 1)}`;
}

// standing is an operator with the site at which its workers stand; a site stands at itself.
function standing(operator: string, site: string): string {
  return site && site !== operator ? `${operator} at ${site}` : operator;
}

export function Tasks() {
  const board = useResource<TaskBoard>("/api/tasks", ["decision"]);
  const members = useResource<Members>("/api/members", ["decision"]);
  const escrow = useResource<Escrow>("/api/escrow", ["decision"]);
  const [proof, setProof] = useState<TaskProof>();
  const [error, setError] = useState("");
  const open = async (task: string) => {
    setError("");
    try {
      setProof(await get<TaskProof>(`/api/proofs/${task}`));
    } catch (e) {
      setProof(undefined);
      setError(e instanceof Problem ? e.message : String(e));
    }
  };
  return (
    <div class="page">
      <Panel
        title="Work for the grid"
        note="Hover a task for who reads it and its energy. Each study of the network is asked again with loads that are a little off. Answers are committed before anybody knows which of them will be looked at."
        resource={board}
        simulated={(b) => b.simulated}
        empty={(b) => b.tasks.length === 0 && (b.text || "No task yet: the first comes with the first study of the network.")}
      >
        {(b) => <Board b={b} open={open} />}
      </Panel>
      <Panel
        title="Queue and power"
        note="By priority, which rises with age, then deadline. Light tasks take no megawatts; heavy ones go to a worker at a site whose plan grants them a machine, because they pay more than what its power does otherwise."
        resource={board}
        simulated={(b) => b.simulated}
        empty={(b) => b.queue.length + b.grants.length + b.operators.length === 0 && (b.text || "Nothing waits: every task has been done.")}
      >
        {(b) => <Queue b={b} />}
      </Panel>
      <Panel
        title="Throughput"
        note="Tasks by the five minutes in which they were made, and what became of them."
        resource={board}
        simulated={(b) => b.simulated}
        empty={(b) => b.rates.length === 0 && (b.text || "No task yet.")}
      >
        {(b) => <Throughput rates={b.rates} />}
      </Panel>
      <Panel
        title="Escrow"
        note="Tasks from outside are paid from their submitter's money: held when submitted, paid when verified (a leaf without a solution a quarter), and the rest given back. The coordinator's own tasks take none of it."
        resource={escrow}
        empty={(e) => e.accounts.length === 0 && "Nobody has paid anything in. An admin books what comes in: pouwdem work deposit."}
      >
        {(e) => <Money e={e} />}
      </Panel>
      <Panel
        title="Sites and workers elsewhere"
        note="Each joins the coordinator's bus with a key of its own, let in once by a token: pouwdem sites invite. What its workers hand in is charged to its name."
        resource={members}
        empty={(m) => m.members.length === 0 && (m.text || "Nobody was invited yet.")}
      >
        {(m) => <Who m={m} />}
      </Panel>
      <Frame title="One proof" note="Opens the leaves that the sample names and checks each against the equations of the network. To trust nobody, download the proof and the case and run pouwdem work verify.">
        <div aria-live="polite">
          {error && <p class="note bad">{error}</p>}
          {proof ? <Opened p={proof} /> : !error && <p class="empty">Pick a verified task above.</p>}
        </div>
      </Frame>
    </div>
  );
}

function Board({ b, open }: { b: TaskBoard; open: (task: string) => void }) {
  return (
    <>
      <p>
        In the last day <b>{number(b.verified_24h)}</b> tasks were verified, {number(b.refused_24h)} refused, {number(b.expired_24h)} left undone; {number(b.queue.length)} are open and{" "}
        {number(b.light.taken + b.heavy.taken)} of them are being worked on.{" "}
        <span class="soft">{b.worker_url ? `Workers join at ${b.worker_url}.` : "Workers in this process alone; bus.listen lets others join."}</span>
      </p>
      <DataTable
        caption="Newest tasks"
        rows={b.tasks}
        rowKey={(t: Task) => t.task}
        columns={[
          { head: "Offered, CT", cell: (t) => <time dateTime={utcKey(t.offered_utc)}>{dayClock(t.offered_utc)}</time> },
          { head: "Task", cell: (t) => <span title={`${t.submitter ? `submitted by ${t.submitter}` : t.reader}; ${number(t.energy_wh, 2)} Wh by ${t.energy_by}`}>{title(t)}</span> },
          { head: "Priority", cell: (t) => <span title={t.why}>{t.priority.toLowerCase()}</span> },
          { head: "State", cell: (t) => <State t={t} /> },
          { head: "Checked", num: true, cell: (t) => (t.state === "verified" ? <span title={`in ${number(t.check_us / 1000, 1)} ms`}>{`${number(t.leaves_checked)} of ${number(t.leaves)}`}</span> : "–") },
          { head: "By", cell: (t) => (t.operator ? <span title={`worker ${t.worker}; ${t.because}`}>{standing(t.operator, t.site)}</span> : "–") },
          { head: "Worst loading", num: true, cell: (t) => (t.summary && !["adequacy", "transient", "forecast"].includes(t.kind) ? percent(t.summary.worst_loading) : "–") },
          { head: "Lowest p.u.", num: true, cell: (t) => (t.summary?.lowest_voltage_pu ? number(t.summary.lowest_voltage_pu, 3) : "–") },
          { head: "Violations", num: true, cell: (t) => (t.summary ? number(t.summary.violating) : "–") },
          {
            head: "Proof",
            cell: (t) =>
              t.state === "verified" && (
                <button type="button" class="button" onClick={() => open(t.task)}>
                  Open
                </button>
              ),
          },
        ]}
      />
    </>
  );
}

function Queue({ b }: { b: TaskBoard }) {
  const granted = b.grants.reduce((sum, g) => sum + g.power_mw, 0);
  return (
    <>
      <p>
        {b.workers === 1 ? "One worker is there" : `${number(b.workers)} workers are there`}, {number(b.servers)} of them for heavy tasks. Plans grant <b>{number(granted * 1000, 2)} kW</b> to work for the grid.
      </p>
      {b.grants.length > 0 && (
        <DataTable
          caption="Power granted in the running interval"
          rows={b.grants}
          rowKey={(g: TaskGrant) => `${g.site}/${g.class}`}
          columns={[
            { head: "Site", cell: (g) => g.site },
            { head: "Class", cell: (g) => g.class },
            { head: "Machines", num: true, cell: (g) => number(g.machines) },
            { head: "kW", num: true, cell: (g) => number(g.power_mw * 1000, 2) },
            { head: "Why", cell: (g) => g.reason || "carried on from the plan before" },
          ]}
        />
      )}
      <DataTable
        caption="Workers that are there, by who runs them"
        rows={b.operators}
        rowKey={(o: TaskOperator) => o.operator}
        columns={[
          { head: "Operator", cell: (o) => o.operator },
          { head: "Site", cell: (o) => o.site || "none" },
          { head: "Workers", num: true, cell: (o) => number(o.workers) },
          { head: "For heavy tasks", num: true, cell: (o) => number(o.servers) },
          { head: "Note", cell: (o) => o.text || "–" },
        ]}
      />
      {b.sites.length > 0 && (
        <DataTable
          caption="Heavy work by site, in the running interval"
          rows={b.sites}
          rowKey={(s: TaskSite) => s.site}
          columns={[
            { head: "Site", cell: (s) => s.site },
            { head: "Workers", num: true, cell: (s) => number(s.servers) },
            { head: "Machines granted", num: true, cell: (s) => number(s.machines) },
            { head: "At work", num: true, cell: (s) => number(s.busy) },
            { head: "Wh granted", num: true, cell: (s) => number(s.granted_wh, 2) },
            { head: "Wh given out", num: true, cell: (s) => <span title="by the tasks' estimates: no meter is read">{number(s.given_wh, 2)}</span> },
          ]}
        />
      )}
      <DataTable
        caption="Open tasks, the next first"
        rows={b.queue}
        rowKey={(t: TaskWaiting) => t.task}
        columns={[
          { head: "Task", cell: (t) => <span title={t.task}>{kinds[t.kind] ?? t.kind}</span> },
          { head: "Class", cell: (t) => `${t.class}, ${t.size}` },
          { head: "Priority", cell: (t) => <span title={`it counts as ${t.rank}, where LOW is 0 and CRITICAL 3; waiting raises it`}>{t.priority.toLowerCase()}</span> },
          { head: "Due, CT", cell: (t) => <time dateTime={utcKey(t.deadline_utc)}>{dayClock(t.deadline_utc)}</time> },
          { head: "With", cell: (t) => (t.to ? standing(t.to, t.site) : "–") },
          { head: "Why", cell: (t) => t.because || "not looked at yet" },
        ]}
      />
    </>
  );
}

const whole = (v: number | null | undefined) => (v == null ? "–" : number(v));

function Throughput({ rates }: { rates: TaskRate[] }) {
  const layer = (label: string, colour: string, value: (r: TaskRate) => number) => ({ label, colour, values: rates.map(value), shape: "area" as const, format: whole });
  const sum = (value: (r: TaskRate) => number) => rates.reduce((all, r) => all + value(r), 0);
  return (
    <Chart
      title="Tasks and what became of them"
      summary={`In the last ${number((rates.length - 1) / 12)} hours ${number(sum((r) => r.verified))} tasks were verified, ${number(sum((r) => r.refused))} refused, ${number(sum((r) => r.undone))} left undone; ${number(sum((r) => r.open))} are open.`}
      times={rates.map((r) => Date.parse(r.start_utc) / 1000)}
      layers={[
        layer("Verified", "grid", (r) => r.verified),
        layer("Open", "off", (r) => r.open),
        layer("Undone", "reserve", (r) => r.undone),
        layer("Refused", "mine", (r) => r.refused),
      ]}
      leftUnit="tasks"
      height={200}
      fileName="tasks"
    />
  );
}

const entryTones: Record<string, Tone> = { deposit: "good", payout: "plain", reserve: "plain", pay: "good", refund: "warn" };

function Money({ e }: { e: Escrow }) {
  return (
    <>
      <p>
        <b>{usd(e.in_usd)}</b> came in, {usd(e.held_usd)} are held for open tasks, {usd(e.out_usd)} left.
      </p>
      <DataTable
        caption="Accounts"
        rows={e.accounts}
        rowKey={(a: EscrowAccount) => a.account}
        columns={[
          { head: "Account", cell: (a) => a.account },
          { head: "Available", num: true, cell: (a) => usd(a.available_usd) },
          { head: "Held", num: true, cell: (a) => usd(a.held_usd) },
          { head: "In", num: true, cell: (a) => usd(a.in_usd) },
          { head: "Out", num: true, cell: (a) => usd(a.out_usd) },
        ]}
      />
      <DataTable
        caption="Newest movements"
        rows={e.entries}
        rowKey={(x: EscrowEntry) => `${x.kind}/${x.ref}`}
        columns={[
          { head: "At, CT", cell: (x) => <time dateTime={utcKey(x.at_utc)}>{dayClock(x.at_utc)}</time> },
          { head: "Movement", cell: (x) => <StateMark tone={entryTones[x.kind] ?? "plain"}>{x.kind}</StateMark> },
          { head: "Account", cell: (x) => (x.to ? `${x.account} to ${x.to}` : x.account) },
          { head: "For", cell: (x) => <span title={x.ref}>{x.ref.startsWith("0x") ? `${x.ref.slice(0, 12)}…` : x.ref}</span> },
          { head: "Amount", num: true, cell: (x) => usd(x.usd) },
        ]}
      />
    </>
  );
}

function Who({ m }: { m: Members }) {
  return (
    <DataTable
      caption="Members of the bus"
      rows={m.members}
      rowKey={(x: Member) => x.name + x.invited_utc}
      columns={[
        { head: "Name", cell: (x) => x.name },
        { head: "Role", cell: (x) => x.role },
        { head: "Site", cell: (x) => (x.site ? x.site : <span title={x.text}>none</span>) },
        { head: "State", cell: (x) => <StateMark tone={memberTones[x.state] ?? "plain"}>{x.state}</StateMark> },
        { head: "Connected", cell: (x) => (x.connected == null ? "–" : x.connected ? "yes" : "no") },
        { head: "Key", cell: (x) => (x.key ? <code title={x.key}>{x.key.slice(0, 12)}…</code> : "–") },
      ]}
    />
  );
}

function State({ t }: { t: Task }) {
  return (
    <span title={t.reason}>
      <StateMark tone={tones[t.state] ?? "plain"}>{t.state}</StateMark>
    </span>
  );
}

function Opened({ p }: { p: TaskProof }) {
  return (
    <>
      <p class="decision-line">
        <StateMark tone={p.holds ? "good" : "warn"}>{p.holds ? "holds" : "not shown"}</StateMark>
        <span>{p.text}</span>
      </p>
      <p class="soft small">
        {number(p.drawn)} of {number(p.leaves)} leaves, checked in {number(p.check_us / 1000, 1)} ms. Had one leaf in a hundred been wrong, such a sample would show it with a chance of{" "}
        {percent(p.drawn >= p.leaves ? 1 : p.detection)}. The order of commitment and sample is {p.order}. Worker <code>{p.worker.slice(0, 16)}…</code>, root <code title={p.root}>{p.root.slice(0, 14)}…</code>.{" "}
        <a href={`/api/proofs/${p.task}/file`} download={`${p.task}.json`}>
          Proof
        </a>
        {" and "}
        <a href={`/api/proofs/${p.task}/case`} download="case.m">
          case
        </a>
        .
      </p>
      <DataTable
        caption="Opened leaves"
        rows={p.opened}
        rowKey={(l: TaskLeaf) => String(l.index)}
        columns={[
          { head: "Leaf", cell: (l) => number(l.index) },
          { head: "Status", cell: (l) => <StateMark tone={tones[l.status] ?? "plain"}>{l.status}</StateMark> },
          { head: "Worst loading", num: true, cell: (l) => percent(l.worst_loading) },
          { head: "Answer", cell: (l) => l.says || "–" },
          { head: "Shown", num: true, cell: (l) => `${number(l.voltage_bytes)} bytes` },
          { head: "Hashes to the root", num: true, cell: (l) => number(l.path) },
          { head: "Commits", cell: (l) => <code title={l.solution}>{l.solution.slice(0, 14)}…</code> },
        ]}
      />
    </>
  );
}
