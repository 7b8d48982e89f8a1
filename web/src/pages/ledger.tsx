// What is recorded where nobody can change it: how recording stands, the newest
// batches, and a box in which anybody checks the proof of one decision.
import { useState } from "preact/hooks";
import { change, get, getText, Problem, useResource } from "../api";
import { dayClock, number, utcKey } from "../format";
import { StateMark, type Tone } from "../marks";
import { Frame, Panel } from "../panel";
import { DataTable } from "../table";
import type { Chain, ChainBatch, ChainEvent, ChainEvents, ChainNode, Decisions, Verification } from "../api.gen";

export function Ledger() {
  const chain = useResource<Chain>("/api/chain", ["chain"]);
  const events = useResource<ChainEvents>("/api/chain/events?limit=40", ["chain"]);
  return (
    <div class="page">
      <Panel title="Recording" resource={chain} simulated={(c) => c.simulated}>
        {(c) => <Standing c={c} />}
      </Panel>
      <Verify chain={chain.data} />
      <Panel
        title="Newest batches"
        note="One batch each interval. Its root commits every decision in it; the contract folds all batches into one head."
        resource={chain}
        simulated={(c) => c.simulated}
        empty={(c) => c.newest.length === 0 && "No batch has been sealed yet: the first comes with the first decisions."}
      >
        {(c) => <Batches rows={c.newest} />}
      </Panel>
      <Panel
        title="What our contracts told"
        note="Their events, indexed block by block: a block that is reorganised away takes its events with it."
        resource={events}
        simulated={(e) => e.simulated}
        empty={(e) => e.events.length === 0 && (e.text || "No event yet: the first come with the first batch.")}
      >
        {(e) => <Events e={e} />}
      </Panel>
      <Panel title="Connections" resource={chain} empty={(c) => c.nodes.length === 0 && "No connection to a chain is open yet."}>
        {(c) => <Nodes rows={c.nodes} />}
      </Panel>
    </div>
  );
}

const tones: Record<Chain["status"], Tone> = { off: "plain", starting: "plain", recording: "good", trouble: "warn", halted: "bad" };

function Standing({ c }: { c: Chain }) {
  const network = c.embedded ? "a private chain in this process" : "an outside chain";
  return (
    <>
      <p class="decision-line">
        <StateMark tone={tones[c.status]}>{c.status}</StateMark>
        <span>{c.text}</span>
      </p>
      {c.contract && (
        <dl class="pairs">
          <dt>Batches</dt>
          <dd>
            {number(c.batches)} sealed, {number(c.batches_mined)} on the chain, {number(c.batches_queued)} waiting for a transaction
          </dd>
          <dt>Chain</dt>
          <dd>
            {number(c.chain_id).replaceAll(",", "")}, {network}; block {number(c.head_block)}, base fee {number(c.base_fee_gwei, 2)} gwei
          </dd>
          <dt>Contract</dt>
          <dd>
            <code>{c.contract}</code>
          </dd>
          <dt>Recorded by</dt>
          <dd>
            <code>{c.account}</code>
            {c.runway_days > 0 && ` can pay for ${number(c.runway_days)} days`}
          </dd>
          {c.rpc_url && <dt>RPC for other tools</dt>}
          {c.rpc_url && (
            <dd>
              <code>{c.rpc_url}</code>
            </dd>
          )}
        </dl>
      )}
      <p class="soft small">{c.lateness}</p>
    </>
  );
}

const states: Record<string, Tone> = { queued: "plain", signed: "plain", sent: "plain", included: "warn", final: "good" };

function Batches({ rows }: { rows: readonly ChainBatch[] }) {
  return (
    <DataTable
      caption="Newest batches"
      rows={rows}
      rowKey={(b) => String(b.id)}
      columns={[
        { head: "Batch", cell: (b) => number(b.id) },
        { head: "Interval, CT", cell: (b) => <time dateTime={utcKey(b.interval_start_utc)}>{dayClock(b.interval_start_utc)}</time> },
        { head: "Decisions", cell: (b) => number(b.decisions), num: true },
        { head: "State", cell: (b) => <StateMark tone={states[b.state] ?? "plain"}>{b.state}</StateMark> },
        { head: "Block", cell: (b) => (b.tx ? number(b.tx.block_number) : "–"), num: true },
        { head: "Root", cell: (b) => <code title={b.root}>{b.root.slice(0, 14)}…</code> },
      ]}
    />
  );
}

function Events({ e }: { e: ChainEvents }) {
  const [shown, setShown] = useState("");
  const of = (c: { contract: string; name: string }) => `${c.contract} ${c.name}`;
  const rows = e.events.filter((row) => !shown || of(row) === shown);
  return (
    <>
      {e.text && <p class="note bad">{e.text}</p>}
      <p class="soft">
        Indexed up to block {number(e.indexed_block)} of {number(e.head_block)}; {number(e.blocks_taken_back)} blocks taken back since the start.
      </p>
      <label class="pick">
        <span>Event</span>
        <select class="control" value={shown} onChange={(event) => setShown(event.currentTarget.value)}>
          <option value="">all of the newest {number(e.events.length)}</option>
          {e.counts.map((c) => (
            <option key={of(c)} value={of(c)}>
              {of(c)} ({number(c.count)} in all)
            </option>
          ))}
        </select>
      </label>
      <DataTable
        caption="Newest events of our contracts"
        rows={rows}
        rowKey={(row: ChainEvent) => `${row.block}/${row.index}`}
        columns={[
          { head: "Block", cell: (row) => number(row.block), num: true },
          { head: "Contract", cell: (row) => <span title={row.address}>{row.contract}</span> },
          { head: "Event", cell: (row) => row.name },
          { head: "Values", cell: (row) => <Values row={row} /> },
          { head: "Transaction", cell: (row) => <code title={row.tx}>{row.tx.slice(0, 10)}…</code> },
        ]}
      />
    </>
  );
}

/** Long values are cut; all of them are in the title. */
function Values({ row }: { row: ChainEvent }) {
  const cut = (v: string) => (v.length > 14 ? `${v.slice(0, 12)}…` : v);
  const all = row.args.map((a) => `${a.name} ${a.value}`).join(", ");
  return <span title={all}>{row.args.slice(0, 3).map((a) => `${a.name} ${cut(a.value)}`).join(", ") || "–"}</span>;
}

function Nodes({ rows }: { rows: readonly ChainNode[] }) {
  return (
    <DataTable
      caption="Connections to the chain"
      rows={rows}
      rowKey={(n) => n.name}
      columns={[
        { head: "Node", cell: (n) => n.name },
        { head: "Newest block", cell: (n) => number(n.head_block), num: true },
        { head: "Newest final block", cell: (n) => number(n.final_block), num: true },
        { head: "Answers", cell: (n) => (n.error ? <StateMark tone="warn">{n.error}</StateMark> : <StateMark tone="good">yes</StateMark>) },
      ]}
    />
  );
}

/** How many decisions are asked for the batch that holds them. */
const asked = 20;

/** The proof of a new decision that is final. One that came late is in a later batch than its interval's. */
async function recorded(chain: Chain | undefined): Promise<string> {
  const final = new Set(chain?.newest.filter((b) => b.state === "final" && b.decisions > 0).map((b) => b.interval_start_utc));
  if (final.size === 0) throw new Problem(0, "No batch with decisions is final yet.");
  const { decisions } = await get<Decisions>("/api/decisions?limit=500");
  for (const one of decisions.filter((d) => !d.fast && final.has(d.interval_start_utc)).slice(0, asked)) {
    const proof = await getText(`/api/ledger/proof?${new URLSearchParams({ site: one.site, key: one.key })}`);
    if (JSON.parse(proof).state === "final") return proof;
  }
  throw new Problem(0, "No decision of the newest final batches is at hand.");
}

function Verify({ chain }: { chain: Chain | undefined }) {
  const [text, setText] = useState("");
  const [result, setResult] = useState<Verification>();
  const [error, setError] = useState("");
  const attempt = async (what: () => Promise<void>) => {
    setError("");
    setResult(undefined);
    try {
      await what();
    } catch (e) {
      setError(e instanceof Problem ? e.message : String(e));
    }
  };
  const take = () => attempt(async () => setText(await recorded(chain)));
  const read = (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) void attempt(async () => setText(await file.text()));
  };
  const check = (event: Event) => {
    event.preventDefault();
    void attempt(async () => setResult(await change<Verification>("POST", "/api/ledger/verify", text)));
  };
  return (
    <Frame
      title="Verify a decision"
      note="Checks a proof file step by step, from the plan to the chain. This page asks this program; to trust nobody, run pouwdem ledger verify FILE --rpc URL with a node of your own."
    >
      <form class="form" onSubmit={check}>
        <label class="field">
          <span>Proof file</span>
          <textarea value={text} spellcheck={false} onInput={(e) => setText((e.target as HTMLTextAreaElement).value)} />
        </label>
        <label class="field">
          <span>or from a file</span>
          <input type="file" accept="application/json,.json" onChange={read} />
        </label>
        <p>
          <button type="submit" class="button primary" disabled={text.trim() === ""}>
            Verify
          </button>{" "}
          <button type="button" class="button" onClick={take}>
            Take a recorded decision
          </button>
        </p>
      </form>
      <div aria-live="polite">
        {error && <p class="note bad">{error}</p>}
        {result && <Result v={result} />}
      </div>
    </Frame>
  );
}

function Result({ v }: { v: Verification }) {
  return (
    <>
      <p class="decision-line">
        <StateMark tone={v.valid ? "good" : "bad"}>{v.valid ? "holds" : "does not hold"}</StateMark>
        <span>{v.text}</span>
      </p>
      <DataTable
        caption="What was checked"
        rows={v.steps}
        rowKey={(s) => s.name}
        columns={[
          { head: "Step", cell: (s) => s.name },
          { head: "Result", cell: (s) => <StateMark tone={s.ok ? "good" : "bad"}>{s.ok ? "ok" : "failed"}</StateMark> },
          { head: "What", cell: (s) => s.text },
        ]}
      />
      {v.valid && v.site && (
        <p class="soft small">
          {v.key} of {v.site}, decided {dayClock(v.decided_at_utc)} CT, {number(v.power_mw, 3)} MW granted.
        </p>
      )}
    </>
  );
}
