// Machines that are driven one by one: each site's classes, then each machine's
// target, what it draws and by whose word, and its newest command with its fate.
// Nodes of GPUs show their cap and the tiers that they take work of.
// What is asked of many at once is tried dry and confirmed.
import { useEffect, useState } from "preact/hooks";
import { change, Problem, useResource } from "../api";
import type { PageProps } from "../app";
import { Dialog } from "../dialog";
import { dayClock, duration, mw, none, number } from "../format";
import { StateMark, type Tone } from "../marks";
import { Frame, Panel } from "../panel";
import { DataTable } from "../table";
import type { FleetBoard, FleetClass, FleetEffect, FleetSite, MachineList, MachineRow, Session } from "../api.gen";

const perPage = 50;
const states = ["", "hashing", "starting", "draining", "asleep", "fault", "lost", "held", "open", "trouble"];
const stateNames: Record<string, string> = { "": "all", hashing: "at work", open: "command open", held: "held by hand", trouble: "in trouble" };
const tones: Record<string, Tone> = {
  hashing: "good", starting: "warn", draining: "warn", asleep: "plain", fault: "bad", lost: "bad",
  confirmed: "good", sent: "warn", unknown: "warn", failed: "bad", withheld: "plain",
};

interface Place {
  site: string;
  class: string;
}

export function Fleet({ route }: PageProps) {
  const board = useResource<FleetBoard>("/api/fleet/sites", ["command", "decision"]);
  const sites = (board.data?.sites ?? []).filter((s) => !route.site || s.site === route.site);
  const [picked, pick] = useState<Place>();
  const first = sites[0];
  const place = picked && sites.some((s) => s.site === picked.site) ? picked : first ? { site: first.site, class: first.classes[0]?.class ?? "" } : undefined;
  return (
    <div class="page">
      <Panel
        title="Sites and classes"
        note="Target by the plan, power by the most trusted source at hand: the site's meter, an outlet, the machine's own word, its nameplate."
        resource={board}
        simulated={(b) => b.simulated}
        empty={() => sites.length === 0 && "No machine is driven by itself here yet: classes behind a site's agent are on the System page."}
      >
        {(b) => sites.map((s) => <Site key={s.site} s={s} advise={b.control !== "live" && !b.simulated} pick={pick} />)}
      </Panel>
      {place ? <Machines key={`${place.site}/${place.class}`} place={place} reload={board.reload} /> : <Frame title="Each machine">
          <p class="empty">{board.error ? board.error.message : "Nothing to show yet."}</p>
        </Frame>}
    </div>
  );
}

function Site({ s, advise, pick }: { s: FleetSite; advise: boolean; pick: (p: Place) => void }) {
  return (
    <>
      <p>
        <b>{s.name || s.site}</b>: the meter shows {s.meter_mw === null ? none : `${mw(s.meter_mw)} (${duration(s.meter_age_s)} ago)`};{" "}
        <span class="soft">
          {number(s.sent)} commands sent, {number(s.confirmed)} read back, {number(s.failed)} not followed, {number(s.unanswered)} unanswered, {number(s.reboots)} reboots, {number(s.outlets_cycled)} outlets; ramps{" "}
          {number(s.ramp_up_kw_per_s, 1)} kW/s up, {number(s.ramp_down_kw_per_s, 1)} down.{advise && " Control is advise: machines that are not on this computer are told nothing."}
        </span>
      </p>
      {s.meter_error && <p class="note bad">{s.meter_error}</p>}
      {s.alarms.map((a) => (
        <p key={a.key} class={`note ${a.severity === "critical" ? "bad" : "warn"}`}>
          {a.text}, since {dayClock(a.since_utc)} CT
        </p>
      ))}
      <DataTable
        caption={`Classes of ${s.site}`}
        rows={s.classes}
        rowKey={(c: FleetClass) => c.class}
        columns={[
          {
            head: "Class",
            cell: (c) => (
              <button type="button" class="link" title={`${c.model}, ${c.firmware.join(", ")}`} onClick={() => pick({ site: s.site, class: c.class })}>
                {c.class}
              </button>
            ),
          },
          { head: "Target", num: true, cell: (c) => mw(c.target_mw) },
          { head: "Actual", num: true, cell: (c) => <span title={`by ${c.source}`}>{mw(c.actual_mw)}</span> },
          { head: "J/TH", num: true, cell: (c) => number(c.j_per_th, 1) },
          { head: "Hottest", num: true, cell: (c) => `${number(c.hottest_c)} °C` },
          { head: "At work", num: true, cell: (c) => number(c.hashing) },
          { head: "Starting, draining", num: true, cell: (c) => `${number(c.starting)}, ${number(c.draining)}` },
          { head: "Asleep", num: true, cell: (c) => number(c.asleep) },
          { head: "Fault, lost", num: true, cell: (c) => `${number(c.fault)}, ${number(c.lost)}` },
          { head: "Open", num: true, cell: (c) => <span title={`${number(c.held)} held by hand, ${number(c.asked)} wait for approval`}>{number(c.open)}</span> },
        ]}
      />
    </>
  );
}

function Machines({ place, reload }: { place: Place; reload: () => void }) {
  const session = useResource<Session>("/api/session", []);
  const [state, setState] = useState("");
  const [offset, setOffset] = useState(0);
  const query = new URLSearchParams({ site: place.site, class: place.class, state, limit: String(perPage), offset: String(offset) });
  const list = useResource<MachineList>(`/api/fleet/machines?${query}`, ["command", "decision"]);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [asked, ask] = useState<Asked>();
  const may = session.data?.role === "operator" || session.data?.role === "admin";
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const button = (action: string, text: string) => (
    <button type="button" class="button" disabled={!may} onClick={() => ask({ ...place, action, machines: [...chosen] })}>
      {text}
    </button>
  );
  return (
    <Panel
      title="Each machine"
      resource={list}
      simulated={(l) => l.simulated}
      note={`Of ${place.site}, ${place.class}; pick another class above.${may ? "" : " Log in as an operator on the System page to command machines."}`}
      empty={(l) => l.total === 0 && state === "" && "No machine of this class is known yet."}
    >
      {(l) => {
        const nodes = l.machines.some((m) => m.node);
        return <>
          <div class="toolbar">
            <label class="pick">
              <span>State</span>
              <select
                class="control"
                value={state}
                onChange={(e) => {
                  setState((e.target as HTMLSelectElement).value);
                  setOffset(0);
                }}
              >
                {states.map((s) => (
                  <option key={s} value={s}>
                    {stateNames[s] ?? s}
                  </option>
                ))}
              </select>
            </label>
            <span class="soft">{chosen.size > 0 ? `${number(chosen.size)} chosen` : "none chosen: the whole class"}</span>
            {button("sleep", nodes ? "Drain…" : "Sleep…")}
            {button("wake", nodes ? "Resume…" : "Wake…")}
            {!nodes && button("reboot", "Reboot…")}
            {button("return", "Give back to the plan…")}
            {!nodes && chosen.size > 0 && button("cycle", "Switch outlets…")}
          </div>
          <DataTable
            caption="Machines"
            rows={l.machines}
            rowKey={(m: MachineRow) => m.id}
            empty="No machine is in this state."
            columns={[
              {
                head: "Machine",
                cell: (m) => (
                  <label class="check" title={`${m.model}, ${m.firmware} at ${m.address}${m.node ? "" : `; pool ${m.pool || "not known"}${m.guard && `, ${m.guard}`}`}`}>
                    <input type="checkbox" checked={chosen.has(m.id)} onChange={() => toggle(m.id)} /> {m.id}
                  </label>
                ),
              },
              { head: "State", cell: (m) => <State m={m} /> },
              { head: "Target", num: true, cell: (m) => `${number(m.target_w)} W` },
              { head: "Actual", num: true, cell: (m) => <span title={`by ${m.source}, read ${duration(m.age_s)} ago`}>{number(m.actual_w)} W</span> },
              ...(nodes ? nodeColumns : minerColumns),
              { head: nodes ? "GPUs" : "Boards", num: true, cell: (m) => (m.boards_of ? `${number(m.boards)} of ${number(m.boards_of)}` : none) },
              { head: "Heat", num: true, cell: (m) => (m.temp_c ? `${number(m.temp_c)} °C` : none) },
              { head: "Up", num: true, cell: (m) => (m.uptime_s ? duration(m.uptime_s) : none) },
              { head: "Last command", cell: (m) => <Fate m={m} /> },
            ]}
          />
          <p class="pager">
            <button type="button" class="button" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - perPage))}>
              Previous
            </button>
            <span class="soft">
              {l.total === 0 ? "none" : `${number(offset + 1)} to ${number(offset + l.machines.length)} of ${number(l.total)}`}
            </span>
            <button type="button" class="button" disabled={offset + perPage >= l.total} onClick={() => setOffset(offset + perPage)}>
              Next
            </button>
          </p>
          {asked && (
            <Confirm
              asked={asked}
              close={(done) => {
                ask(undefined);
                if (!done) return;
                choose(new Set());
                list.reload();
                reload();
              }}
            />
          )}
        </>;
      }}
    </Panel>
  );
}

const minerColumns = [
  { head: "TH/s", num: true, cell: (m: MachineRow) => number(m.hashrate_ths, 1) },
  { head: "J/TH", num: true, cell: (m: MachineRow) => number(m.j_per_th, 1) },
];

const nodeColumns = [
  { head: "Cap", num: true, cell: (m: MachineRow) => (m.cap_w ? `${number(m.cap_w)} W` : none) },
  { head: "Tiers", cell: (m: MachineRow) => <span title={`${number(m.jobs)} jobs; the plan wants ${list(m.want_tiers)}`}>{list(m.tiers)}</span> },
];

const list = (names: readonly string[] | null) => names?.join(", ") || "none";

function State({ m }: { m: MachineRow }) {
  return (
    <span title={m.trouble}>
      <StateMark tone={tones[m.state] ?? "plain"}>{m.node ? nodeState(m.state) : m.state}</StateMark>
      {m.held_until_utc && <span class="soft small" title={m.held_by}> held until {dayClock(m.held_until_utc)}</span>}
      {m.idle && <span class="soft small"> no pool</span>}
      {m.ask && <span class="soft small" title={m.ask}> approve outlet?</span>}
    </span>
  );
}

const nodeState = (state: string) => ({ hashing: "at work", asleep: "drained" })[state] ?? state;

function Fate({ m }: { m: MachineRow }) {
  if (!m.command) return <>{none}</>;
  return (
    <span title={m.why || (m.took_s !== null ? `read back after ${duration(m.took_s)}` : "")}>
      {m.command} <StateMark tone={tones[m.fate] ?? "plain"}>{m.fate}</StateMark>
      {m.attempts > 1 && <span class="soft small"> {number(m.attempts)} tries</span>}
    </span>
  );
}

interface Asked extends Place {
  action: string;
  machines: string[];
}

/** Says what an action would do, and does it once that is confirmed. */
function Confirm({ asked, close }: { asked: Asked; close: (done: boolean) => void }) {
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState(60);
  const [effect, setEffect] = useState<FleetEffect>();
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const body = (dry: boolean) => ({
    site: asked.site, action: asked.action, minutes, reason: reason || "dry run", dry_run: dry,
    ...(asked.machines.length > 0 ? { machines: asked.machines } : { class: asked.class }),
  });
  const run = async (dry: boolean) => {
    setBusy(true);
    setError("");
    try {
      const got = await change<FleetEffect>("POST", "/api/fleet/actions", body(dry));
      if (!dry) return close(true);
      setEffect(got);
    } catch (e) {
      setError(e instanceof Problem ? e.message : String(e));
    }
    setBusy(false);
  };
  useEffect(() => void run(true), []);
  const refused = Object.entries(effect?.refused ?? {});
  const holds = ["sleep", "wake", "power"].includes(asked.action);
  return (
    <Dialog title={`${asked.action === "return" ? "Give back to the plan" : asked.action}: ${asked.machines.length > 0 ? `${asked.machines.length} machines` : `all of ${asked.class}`}?`} onClose={() => close(false)}>
      <form
        class="form"
        onSubmit={(e) => {
          e.preventDefault();
          void run(false);
        }}
      >
        <div aria-live="polite">
          {effect && (
            <p>
              Dry run: {number(effect.machines.length)} machines would be told, {mw(effect.delta_mw)} by their curves
              {refused.length > 0 && `, ${number(refused.length)} refused (${refused[0]?.[0]}: ${refused[0]?.[1]})`}. Ramps and limits hold.
            </p>
          )}
          {error && <p class="note bad">{error}</p>}
        </div>
        {holds && (
          <label class="field">
            <span>Minutes until the plan has them back</span>
            <input type="number" min={1} max={1440} value={minutes} onInput={(e) => setMinutes(Number((e.target as HTMLInputElement).value))} />
          </label>
        )}
        <label class="field">
          <span>Reason, for the record</span>
          <input required maxLength={200} value={reason} onInput={(e) => setReason((e.target as HTMLInputElement).value)} />
        </label>
        <p>
          <button type="submit" class="button danger" disabled={busy || !effect || effect.machines.length === 0}>
            Confirm
          </button>
        </p>
      </form>
    </Dialog>
  );
}
