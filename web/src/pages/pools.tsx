// Where hashrate goes: the pools that machines work for, what each pays for it,
// whether that agrees with our own shares, and what members are owed.
import { useResource } from "../api";
import { dayClock, number, percent, utcKey } from "../format";
import { StateMark } from "../marks";
import { Panel } from "../panel";
import { DataTable } from "../table";
import type { PoolAccount, PoolDestination, PoolInterval, PoolMember, Pools as View } from "../api.gen";

const sats = (v: number | null | undefined) => (v == null ? "–" : number(v));
const pct = (v: number | null | undefined, decimals = 2) => (v == null ? "–" : percent(v / 100, decimals));
const phs = (ths: number | null | undefined) => (ths == null ? "–" : number(ths / 1000, ths < 10_000 ? 2 : 0));

export function Pools() {
  const pools = useResource<View>("/api/pools", ["decision", "settlement"]);
  return (
    <div class="page">
      <Panel
        title="Where hashrate goes"
        note="Machines connect to one address and are spread over pools by contracts, then by weights. Counts are since this process started. Each machine keeps a pool of its own behind this one."
        resource={pools}
        simulated={(v) => v.simulated}
        empty={(v) => v.destinations.length === 0 && (v.text || "No destination is configured.")}
      >
        {(v) => <Destinations v={v} />}
      </Panel>
      <Panel
        title="What pools pay"
        note="The rate is what was credited for whole days, as a part of what the same hashes were worth on the network. A pool whose hashrate of us is off ours by more than a factor of three counts for nothing."
        resource={pools}
        simulated={(v) => v.simulated}
        empty={(v) => v.accounts.length === 0 && "No account at a pool is configured (pools.accounts)."}
      >
        {(v) => <Accounts v={v} />}
      </Panel>
      <Panel
        title="Shares beside settlement"
        note="Petahash-hours of the shares that arrived in a settlement interval, and those that were settled as mined from meters and nameplates."
        resource={pools}
        simulated={(v) => v.simulated}
        empty={(v) => v.intervals.length === 0 && "No settlement interval is over yet."}
      >
        {(v) => (
          <DataTable
            caption="Shares beside settlement"
            rows={v.intervals}
            rowKey={(i: PoolInterval) => i.start_utc}
            columns={[
              { head: "Interval, CT", cell: (i) => <time dateTime={utcKey(i.start_utc)}>{dayClock(i.start_utc)}</time> },
              { head: "Shares, PH·h", num: true, cell: (i) => number(i.shares_ph_h, 1) },
              { head: "Settled, PH·h", num: true, cell: (i) => (i.settled_ph_h == null ? "–" : number(i.settled_ph_h, 1)) },
              { head: "Shares of settled", num: true, cell: (i) => (i.settled_ph_h ? percent(i.shares_ph_h / i.settled_ph_h) : "–") },
              { head: "Sites settled", num: true, cell: (i) => number(i.sites_settled) },
            ]}
          />
        )}
      </Panel>
      <Panel
        title="Members"
        note="Whoever mines through the router is paid what pools credited, by shares over a window, less a fee. A person makes payments; here they are only recorded. What is expected is the worth of shares that no pool has credited yet."
        resource={pools}
        simulated={(v) => v.simulated}
        empty={(v) => v.members.length === 0 && "No share has been entered into the ledger yet: the first interval is not over."}
      >
        {(v) => <Members v={v} />}
      </Panel>
    </div>
  );
}

function Destinations({ v }: { v: View }) {
  return (
    <>
      <p>
        <b>{number(v.machines)}</b> machines on <code>{v.listen}</code>; {number(v.moves)} moves between pools, {number(v.reconnects)} of them by reconnecting, {number(v.failovers)} because a pool was lost;{" "}
        {number(v.connections_cut_off)} connections cut off.{" "}
        {v.without_pool && <StateMark tone="bad">no pool is up: machines are sent to their own</StateMark>}
      </p>
      {v.away.length > 0 && (
        <p class="note warn">
          {number(v.away.length)} machines were lost and did not come back: {v.away.slice(0, 5).map((a) => a.worker).join(", ")}
          {v.away.length > 5 && " …"}. They work for pools of their own, idle, or are off{v.away.some((a) => a.does) ? `; by their firmware ${counts(v.away.map((a) => a.does || "not known"))}` : "; their meter tells which"}.
        </p>
      )}
      {v.guarded + v.bare > 0 && (
        <p>
          {number(v.guarded)} machines keep a pool of their own behind the router that answers them, {number(v.bare)} do not.
          {v.idle > 0 && (
            <>
              {" "}
              <StateMark tone="bad">{`${number(v.idle)} idle without a pool`}</StateMark>
            </>
          )}
        </p>
      )}
      <DataTable
        caption="Destinations"
        rows={v.destinations}
        rowKey={(d: PoolDestination) => d.name}
        columns={[
          { head: "Pool", cell: (d) => <span title={d.user}>{d.name}</span> },
          { head: "State", cell: (d) => <span title={d.failing}><StateMark tone={d.up ? "good" : "bad"}>{d.up ? (d.backup ? "up, backup" : "up") : "down"}</StateMark></span> },
          { head: "Machines", num: true, cell: (d) => number(d.machines) },
          { head: "PH/s", num: true, cell: (d) => phs(d.hashrate_ths) },
          { head: "wanted", num: true, cell: (d) => phs(d.target_ths) },
          { head: "Part", num: true, cell: (d) => pct(d.part_pct, 1) },
          { head: "wanted", num: true, cell: (d) => pct(d.want_pct, 1) },
          { head: "Accepted", num: true, cell: (d) => number(d.accepted) },
          { head: "Stale", num: true, cell: (d) => number(d.stale) },
          { head: "Rejected", num: true, cell: (d) => number(d.rejected) },
          { head: "Pool: accepted", num: true, cell: (d) => number(d.pool_accepted) },
          { head: "stale", num: true, cell: (d) => number(d.pool_stale) },
          { head: "rejected", num: true, cell: (d) => number(d.pool_rejected) },
        ]}
      />
    </>
  );
}

function Accounts({ v }: { v: View }) {
  const payouts = v.accounts.flatMap((a) => a.payouts.map((p) => ({ ...p, pool: a.pool }))).sort((a, b) => b.at_utc.localeCompare(a.at_utc));
  return (
    <>
      <p class="decision-line">
        <StateMark tone={v.recommended ? "good" : "plain"}>{v.recommended ? `best: ${v.recommended}` : "no recommendation"}</StateMark>
        <span>{v.reason}</span>
      </p>
      <DataTable
        caption="Accounts"
        rows={v.accounts}
        rowKey={(a: PoolAccount) => `${a.pool}/${a.account}`}
        columns={[
          { head: "Pool", cell: (a) => <span title={`${a.scheme}, hashrates in ${a.source_unit}; read ${a.read_utc ?? "never"}${a.not_read.length ? `; not read: ${a.not_read.join(", ")}` : ""}`}>{a.pool}</span> },
          { head: "State", cell: (a) => <Trust a={a} /> },
          { head: "PH/s, 1 h", num: true, cell: (a) => <span title={a.factor == null ? "" : `${number(a.factor, 2)} times ours`}>{phs(a.hashrate_1h_ths)}</span> },
          { head: "Rate", num: true, cell: (a) => <span title={a.rate_low_pct === a.rate_high_pct ? "luck has no part" : `with luck ${pct(a.rate_low_pct)} to ${pct(a.rate_high_pct)}`}>{pct(a.rate_pct)}</span> },
          { head: "Fee", num: true, cell: (a) => pct(a.fee_pct) },
          { head: "Luck", num: true, cell: (a) => pct(a.luck_pct, 0) },
          { head: "Refused", num: true, cell: (a) => <span title={`${pct(a.stale_pct)} stale, ${pct(a.reject_pct)} rejected`}>{pct(a.stale_pct + a.reject_pct)}</span> },
          { head: "Net sats/PH/day", num: true, cell: (a) => <span title={`over ${a.whole_days} whole days`}>{sats(a.net_sats_per_ph_day)}</span> },
          { head: "Balance, sats", num: true, cell: (a) => sats(a.balance_sats) },
          { head: "Unaccounted, sats", num: true, cell: (a) => <span title="credited, but neither paid out nor in the balance">{sats(a.gap_sats)}</span> },
        ]}
      />
      {payouts.length > 0 && (
        <DataTable
          caption="Newest payouts"
          showCaption
          rows={payouts.slice(0, 8)}
          rowKey={(p) => `${p.pool}/${p.ref}`}
          columns={[
            { head: "When, CT", cell: (p) => <time dateTime={utcKey(p.at_utc)}>{dayClock(p.at_utc)}</time> },
            { head: "Pool", cell: (p) => p.pool },
            { head: "Sats", num: true, cell: (p) => sats(p.sats) },
            { head: "State", cell: (p) => p.state },
          ]}
        />
      )}
    </>
  );
}

function Trust({ a }: { a: PoolAccount }) {
  const mark = a.error ? <StateMark tone="bad">not read</StateMark> : a.quarantined ? <StateMark tone="bad">not believed</StateMark> : a.read_utc ? <StateMark tone="good">read</StateMark> : <StateMark tone="plain">waiting</StateMark>;
  return (
    <span title={a.error || (a.quarantined ? `the pool's hashrate is ${number(a.factor, 3)} times ours, or its rate cannot be true` : `${number(a.workers_online)} of ${number(a.workers)} workers online`)}>
      {mark}
    </span>
  );
}

function Members({ v }: { v: View }) {
  const l = v.ledger;
  return (
    <>
      <p class="decision-line">
        <StateMark tone={l.whole ? "good" : "bad"}>{l.whole ? "ledger whole" : "ledger broken"}</StateMark>
        <span>{l.text}</span>
      </p>
      <p class="soft small">
        {number(l.entries)} entries, newest <code title={l.head}>{l.head.slice(0, 14)}…</code>, signed by <code title={l.key}>{l.key.slice(0, 14)}…</code>. Fee {pct(l.fee_pct)}, window {number(l.window_h)} h, paid from {number(l.least_sats)} sats. Pools
        credited {number(l.credited_sats)} sats, of which {number(l.fee_sats)} are fees. Of a day's reward tokens for grid work {pct(l.bonus_pct)} are passed on by the day's shares.
      </p>
      <DataTable
        caption="Members"
        rows={v.members}
        rowKey={(m: PoolMember) => m.member}
        columns={[
          { head: "Member", cell: (m) => <span title={m.payout || "no payout address is configured"}>{m.member}</span> },
          { head: "Machines", num: true, cell: (m) => number(m.machines) },
          { head: "PH/s", num: true, cell: (m) => phs(m.hashrate_ths) },
          { head: "Part of window", num: true, cell: (m) => pct(m.part_pct, 1) },
          { head: "Shares", num: true, cell: (m) => number(m.shares) },
          { head: "Earned, sats", num: true, cell: (m) => sats(m.earned_sats) },
          { head: "Paid", num: true, cell: (m) => sats(m.paid_sats) },
          { head: "Due", num: true, cell: (m) => sats(m.due_sats) },
          { head: "Expected", num: true, cell: (m) => sats(m.expected_sats) },
          { head: "Bonus", cell: (m) => <span title={`${m.bonus_wei} wei of the reward token, of which ${m.bonus_sent_wei} were sent`}>{m.bonus}</span> },
        ]}
      />
    </>
  );
}

/** How many there are of each: 3 hashes, 1 idles. */
const counts = (names: string[]) => [...new Set(names)].map((n) => `${names.filter((x) => x === n).length} ${n}`).join(", ");
