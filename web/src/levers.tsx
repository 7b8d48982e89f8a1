// What each settlement lever earned or cost.
import { signedUSD } from "./format";
import type { LeverSum } from "./api.gen";

const leverNames: Record<string, string> = {
  energy: "Energy",
  adders: "Fees and delivery",
  mining: "Mining",
  pool_fee: "Pool fee",
  inference: "Inference",
  sla: "Missed service",
  grid: "Grid work",
  reserve: "Reserve",
  reserve_imbalance: "Reserve bought back",
  reserve_failure: "Reserve not there",
  programme: "Emergency response",
  day_ahead_energy: "Day-ahead energy",
  deviation: "Off the base point",
  start: "Starts and wear",
};

export function Levers({ levers }: { levers: readonly LeverSum[] }) {
  const shown = levers.filter((l) => l.amount_usd !== 0);
  const greatest = Math.max(1e-9, ...shown.map((l) => Math.abs(l.amount_usd)));
  if (shown.length === 0) return <p class="empty">No money has moved.</p>;
  return (
    <ul class="levers">
      {shown.map((l) => (
        <li key={l.lever}>
          <span>{leverNames[l.lever] ?? l.lever}</span>
          <span class="lever-bar" aria-hidden="true">
            <span class={l.amount_usd < 0 ? "paid" : "earned"} style={{ width: `${(100 * Math.abs(l.amount_usd)) / greatest}%` }} />
          </span>
          <b class="num">{signedUSD(l.amount_usd)}</b>
        </li>
      ))}
    </ul>
  );
}
