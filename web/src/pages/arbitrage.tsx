// The price of energy against what each class of machines makes of it, in $/MWh,
// as it was last decided.
import { useResource } from "../api";
import { dayClock, duration, mw, number, percent, quantity } from "../format";
import { StateMark } from "../marks";
import { Panel } from "../panel";
import { DataTable } from "../table";
import type { Arbitrage as Answer, ArbitrageClass, ArbitrageUse } from "../api.gen";

const perMWh = (v: number | null | undefined) => quantity(v, "$/MWh");

export function Arbitrage({ site }: { site: string }) {
  const answer = useResource<Answer>(`/api/arbitrage${site ? `?site=${encodeURIComponent(site)}` : ""}`, ["decision", "order"]);
  return (
    <Panel
      title="Energy against inference and hashes"
      note="What a MWh costs each class of machines and what it makes of it, net of fees and of hours that nobody buys, as it was last decided."
      resource={answer}
      simulated={(a) => a.simulated}
      empty={(a) => a.classes.length === 0 && "Nothing to compare yet: it comes with the first decision."}
    >
      {(a) => <Classes rows={a.classes.flatMap((c) => c.uses.map((u) => ({ c, u })))} />}
    </Panel>
  );
}

function Classes({ rows }: { rows: readonly { c: ArbitrageClass; u: ArbitrageUse }[] }) {
  return (
    <DataTable
      caption="Energy against what it earns, by class and use"
      rows={rows}
      rowKey={({ c, u }) => c.site + c.class + u.use + u.tier}
      columns={[
        {
          head: "Class",
          cell: ({ c }) => (
            <span title={c.text}>
              {c.site} {c.model}
              <span class="soft small"> {number(c.kw_per_unit, 2)} kW each</span>
            </span>
          ),
        },
        { head: "Use", cell: ({ u }) => <span title={terms(u)}>{`${u.kind}${u.tier && u.tier !== u.kind ? ` ${u.tier}` : ""}`}</span> },
        { head: "Price", num: true, cell: ({ u }) => <span title={best(u)}>{price(u)}</span> },
        { head: "Earns", num: true, cell: ({ u }) => perMWh(u.revenue_usd_per_mwh) },
        { head: "Energy", num: true, cell: ({ c }) => perMWh(c.energy_usd_per_mwh) },
        { head: "Spread", num: true, cell: ({ u }) => <b>{perMWh(u.spread_usd_per_mwh)}</b> },
        { head: "Decided", cell: ({ c, u }) => <Decided c={c} u={u} /> },
      ]}
    />
  );
}

/** What it sells for, with what stands between that and dollars per MWh. */
function price(u: ArbitrageUse): string {
  const net = `fill ${percent(u.fill, 0)}, fee ${percent(u.fee, 0)}`;
  if (u.usd_per_mtoken !== null) return `${number(u.usd_per_mtoken, 2)} $/Mtoken, ${number(u.tokens_per_s_kw, 0)} tokens/s per kW, ${net}`;
  return u.usd_per_gpu_h === null ? "–" : `${number(u.usd_per_gpu_h, 2)} $/GPU-h, ${net}`;
}

function terms(u: ArbitrageUse): string {
  const parts = [
    u.restart_usd_per_mw > 0 && `interrupting it costs ${number(u.restart_usd_per_mw)} $/MW`,
    u.slack_s > 0 && `it may pause for ${duration(u.slack_s)}`,
    u.elasticity > 0 && `demand rises by ${number(u.elasticity, 1)} % for a per cent off the price`,
  ];
  return parts.filter(Boolean).join("; ");
}

function best(u: ArbitrageUse): string {
  return u.best_usd_per_gpu_h === null ? "" : `at this elasticity ${number(u.best_usd_per_gpu_h, 2)} $/GPU-h would earn most`;
}

function Decided({ c, u }: { c: ArbitrageClass; u: ArbitrageUse }) {
  if (u.kind === "tokens") return <StateMark tone="plain">not sold by the token</StateMark>;
  const pays = (u.spread_usd_per_mwh ?? 0) > 0;
  return (
    <span title={`${dayClock(c.decided_utc)} CT: ${c.text}`}>
      <StateMark tone={u.granted_mw > 0 ? "good" : pays ? "warn" : "plain"}>{u.granted_mw > 0 ? mw(u.granted_mw) : "off"}</StateMark>
      {c.power_cap?.worth && u.use === "infer" && <span class="small"> a power cap would pay</span>}
    </span>
  );
}
