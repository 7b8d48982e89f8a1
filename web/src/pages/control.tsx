// What people may order: the kill switch, and overrides that end by themselves.
import { useState } from "preact/hooks";
import { change, Problem, refresh, type Resource, useResource } from "../api";
import { Dialog } from "../dialog";
import { clock, dayClock, mw } from "../format";
import { StateMark } from "../marks";
import { Panel } from "../panel";
import { DataTable } from "../table";
import type { OrderList, Override, System } from "../api.gen";

interface Action {
  title: string;
  text: string;
  danger: boolean;
  needsReason: boolean;
  run: (reason: string) => Promise<unknown>;
}

interface ControlProps {
  system: Resource<System>;
  may: boolean;
}

export function Control({ system, may }: ControlProps) {
  const orders = useResource<OrderList>("/api/overrides", ["order"]);
  const [action, setAction] = useState<Action>();
  const done = () => {
    setAction(undefined);
    refresh("order");
  };
  return (
    <>
      <Panel title="Emergency stop" resource={system} className={system.data?.stop_all ? "alarm" : ""}>
        {(s) => <Stop s={s} may={may} ask={setAction} />}
      </Panel>
      <Panel title="Overrides and orders" resource={orders}>
        {(o) => (
          <>
            <InForce orders={o} may={may} ask={setAction} />
            {may && system.data && <OverrideForm system={system.data} ask={setAction} />}
            {!may && <p class="soft small">Log in as operator to override.</p>}
          </>
        )}
      </Panel>
      {action && <Confirm action={action} done={done} cancel={() => setAction(undefined)} />}
    </>
  );
}

function Stop({ s, may, ask }: { s: System; may: boolean; ask: (a: Action) => void }) {
  const stop = (site: string, name: string): Action => ({
    title: `Stop ${name}?`,
    text: `Every machine of ${name} goes off at once, as far as limits allow, and stays off until the stop is lifted.`,
    danger: true,
    needsReason: true,
    run: (reason) => change("POST", "/api/stop", { site, reason }),
  });
  const lift = (site: string, name: string): Action => ({
    title: `Lift the stop of ${name}?`,
    text: "Machines return as the policy decides, staggered.",
    danger: false,
    needsReason: true,
    run: (reason) => change("DELETE", `/api/stop?site=${encodeURIComponent(site)}&reason=${encodeURIComponent(reason)}`),
  });
  const rows = [{ id: "", name: "all sites", on: s.stop_all }, ...s.sites.map((x) => ({ id: x.site, name: x.name || x.site, on: s.stop_all || s.stop_sites.includes(x.site) }))];
  return (
    <>
      {!may && <p class="soft small">Log in as operator to stop or to lift a stop.</p>}
      <ul class="stops">
        {rows.map((r) => (
          <li key={r.id}>
            <span>{r.id ? r.name : "All sites"}</span>
            {r.on ? <StateMark tone="bad">stopped</StateMark> : <StateMark tone="good">free</StateMark>}
            {r.on ? (
              <button type="button" class="button" disabled={!may} onClick={() => ask(lift(r.id, r.name))}>
                Lift<span class="visually-hidden"> the stop of {r.name}</span>
              </button>
            ) : (
              <button type="button" class="button danger" disabled={!may} onClick={() => ask(stop(r.id, r.name))}>
                Stop<span class="visually-hidden"> {r.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function InForce({ orders, may, ask }: { orders: OrderList; may: boolean; ask: (a: Action) => void }) {
  const overrides = orders.sites.flatMap((s) => s.overrides.map((o) => ({ ...o, site: s.site })));
  const others = orders.sites.flatMap((s) => [
    ...s.instructions.map((i) => `${s.site}: ${i.from} ${i.kind} ${i.id}, at most ${mw(i.max_mw)}, until ${i.end_utc ? `${dayClock(i.end_utc)} CT` : "recalled"}`),
    ...s.awards.map((a) => `${s.site}: ${a.product} award of ${mw(a.power_mw)}${a.deployed ? ", deployed" : ""}, until ${dayClock(a.end_utc)} CT`),
  ]);
  const cancel = (o: Override & { site: string }): Action => ({
    title: "Cancel this override?",
    text: `${o.site}, ${o.class || "whole site"} at ${mw(o.power_mw)}, set by ${o.by}: ${o.reason}`,
    danger: false,
    needsReason: false,
    run: () => change("DELETE", `/api/overrides/${encodeURIComponent(o.site)}/${encodeURIComponent(o.id)}`),
  });
  return (
    <>
      {others.length > 0 && (
        <ul class="reasons">
          {others.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <DataTable
        caption="Overrides in force"
        rows={overrides}
        rowKey={(o) => o.id}
        empty={others.length > 0 ? "No override is in force." : "No override and no order is in force."}
        columns={[
          { head: "Site", cell: (o) => o.site },
          { head: "Class", cell: (o) => o.class || "whole site" },
          { head: "Power", num: true, cell: (o) => mw(o.power_mw) },
          { head: "Until (CT)", cell: (o) => clock(o.end_utc) },
          { head: "By", cell: (o) => o.by },
          { head: "Reason", cell: (o) => o.reason },
          {
            head: "Cancel",
            cell: (o) => (
              <button type="button" class="link" disabled={!may} onClick={() => ask(cancel(o))}>
                Cancel<span class="visually-hidden"> the override of {o.site}</span>
              </button>
            ),
          },
        ]}
      />
    </>
  );
}

function OverrideForm({ system, ask }: { system: System; ask: (a: Action) => void }) {
  const [site, setSite] = useState(system.sites[0]?.site ?? "");
  const [cls, setClass] = useState("");
  const [power, setPower] = useState("0");
  const [minutes, setMinutes] = useState("30");
  const text = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const chosen = system.sites.find((s) => s.site === site);
  const submit = (event: Event) => {
    event.preventDefault();
    const body = { site, class: cls, power_mw: Number(power), minutes: Number(minutes) };
    ask({
      title: "Set this override?",
      text: `${chosen?.name || site}, ${cls || "whole site"}: ${mw(body.power_mw)} for ${minutes} minutes. Limits and instructions still win.`,
      danger: false,
      needsReason: true,
      run: (reason) => change("POST", "/api/overrides", { ...body, reason }),
    });
  };
  return (
    <form class="form row" onSubmit={submit} aria-label="New override">
      <label class="field">
        <span>Site</span>
        <select value={site} onChange={(e) => (setSite(text(e)), setClass(""))}>
          {system.sites.map((s) => (
            <option key={s.site} value={s.site}>
              {s.name || s.site}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Class</span>
        <select value={cls} onChange={(e) => setClass(text(e))}>
          <option value="">whole site</option>
          {chosen?.classes.map((c) => (
            <option key={c.class} value={c.class}>
              {c.class}, up to {mw(c.max_mw)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Power, MW</span>
        <input type="number" min="0" step="any" required value={power} onInput={(e) => setPower(text(e))} />
      </label>
      <label class="field">
        <span>For, minutes</span>
        <input type="number" min="1" max="1440" step="1" required value={minutes} onInput={(e) => setMinutes(text(e))} />
      </label>
      <button type="submit" class="button primary">
        Override…
      </button>
    </form>
  );
}

function Confirm({ action, done, cancel }: { action: Action; done: () => void; cancel: () => void }) {
  const [reason, setReason] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await action.run(reason);
      done();
    } catch (e) {
      setError(e instanceof Problem ? e.message : String(e));
      setBusy(false);
    }
  };
  return (
    <Dialog title={action.title} onClose={cancel}>
      <form class="form" onSubmit={submit}>
        <p>{action.text}</p>
        {action.needsReason && (
          <label class="field">
            <span>Reason, for the record</span>
            <input required maxLength={200} value={reason} onInput={(e) => setReason((e.target as HTMLInputElement).value)} />
          </label>
        )}
        {error && (
          <p class="note bad" role="alert">
            {error}
          </p>
        )}
        <p>
          <button type="submit" class={action.danger ? "button danger" : "button primary"} disabled={busy}>
            Confirm
          </button>
        </p>
      </form>
    </Dialog>
  );
}
