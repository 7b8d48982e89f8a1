// What the API answers with; units are in the names, null is not known.

export interface AgentStatus {
  trained: boolean; // a learned policy decides
  policy: string;
  params: any;
  tuned_at_utc: string | null; // null: default parameters
  scored_on: string; // data the parameters were chosen on
  tuning_profit_usd: number | null;
  simulated: boolean;
  job: Job | null; // running or newest retraining
  note: string;
}

export interface Job {
  id: string;
  kind: string; // retrain
  state: string; // running, done, failed
  progress: number; // 0 to 1
  started_utc: string;
  ended_utc: string | null;
  result: string; // for people
  error: string;
}

export interface Allocation {
  interval_start_utc: string | null; // of the newest decision; null before the first
  simulated: boolean;
  sites: SiteAllocation[];
}

export interface SiteAllocation {
  site: string;
  uses: UseAmount[];
  reasons: Reason[];
}

export interface UseAmount {
  use: string;
  class: string;
  power_mw: number;
  usd_per_h: number | null; // null where a price is not known
}

export interface Timeline {
  site: string;
  simulated: boolean;
  from_utc: string;
  to_utc: string;
  keys: string[]; // decision keys, for the drawer
  start_s: number[]; // Unix seconds
  mine_mw: number[];
  infer_mw: number[];
  grid_mw: number[];
  off_mw: number[];
  reserve_mw: number[]; // lies over mine and infer, not beside them
  price_usd_per_mwh: (number | null)[]; // as settled; null until then
  net_usd: (number | null)[]; // of the interval, as settled; null until then
  markers: TimelineMarker[];
  truncated: boolean; // older rows were left out by the limit
}

export interface TimelineMarker {
  start_s: number;
  key: string; // decision key
  kind: string; // instruction, override, stop, degraded, late
  text: string;
}

export interface Decisions {
  decisions: DecisionRow[];
  simulated: boolean;
  limit: number;
}

export interface DecisionRow {
  site: string;
  key: string;
  interval_start_utc: string;
  interval_s: number;
  decided_at_utc: string;
  policy: string;
  fast: boolean; // forced by an instruction between ticks
  degraded: string;
  simulated: boolean;
  power_mw: number;
  uses: UsePower[];
  reasons: Reason[];
}

export interface Decision extends DecisionRow {
  reserve: Hold[];
  snapshot: Snapshot;
  proposals: Proposal[]; // the taken one first
  guard: Reason[]; // Guard's reasons alone, in Guard's order
  orders: Orders;
  commands: Command[];
  settlements: Settlement[]; // all versions, oldest first; empty until settled
  state: ClassState[]; // before the decision
  snapshot_hash: string;
  policy_hash: string;
  params: any; // the taken policy's parameters
}

export interface Proposal {
  policy: string;
  taken: boolean;
  power_mw: number;
  uses: UsePower[];
  reasons: Reason[];
}

export interface Hold {
  product: string;
  power_mw: number;
  up: boolean;
}

export interface ClassState {
  class: string;
  power_mw: number;
  on: boolean;
  since_utc: string | null;
  starts_today: number;
}

export interface Command {
  site: string;
  decision_key: string;
  class: string;
  target_mw: number;
  actual_mw: number | null;
  state: string; // planned, sent, confirmed, unknown, failed, withheld
  attempts: number;
  error: string;
  sent_at_utc: string | null;
  read_at_utc: string | null;
}

export interface Snapshot {
  site: string;
  interval_start_utc: string;
  as_of_utc: string;
  point: string;
  late: boolean; // the tick missed its deadline
  simulated: boolean;
  values: Value[]; // prices, system, network, GPU, reserve; ages as of as_of_utc
  sced: Value[]; // recent runs at the point
  settled: Value[]; // recent settlement point prices
  day_ahead: Value[]; // hours from the current one on
}

export interface Settlement {
  site: string;
  interval_start_utc: string;
  interval_s: number;
  version: string; // estimate, initial, final, true_up
  price_usd_per_mwh: number;
  mwh: number; // at the settlement meter
  measured: boolean;
  simulated: boolean;
  total_usd: number;
  lines: SettlementLine[]; // amounts add up to the total
}

export interface SettlementLine {
  lever: string;
  class: string;
  use: string;
  mwh: number;
  price: number;
  amount_usd: number;
  note: string;
}

export interface Settlements {
  settlements: Settlement[];
  simulated: boolean;
  total_usd: number; // of those listed
  truncated: boolean; // older ones were left out by the limit
}

export interface Fleet {
  at_utc: string;
  simulated: boolean;
  groups: FleetGroup[];
}

export interface FleetGroup {
  site: string;
  class: string; // empty: the settlement meter
  kind: string; // asic, gpu, cpu, meter
  model: string;
  units: number;
  units_on: number | null;
  max_mw: number;
  target_mw: number | null;
  actual_mw: number | null;
  energy_mwh: number | null; // counter
  hashrate_ths: number | null;
  j_per_th: number | null;
  command_state: string; // fate of the newest command; empty if none
  command_error: string;
  last_seen_utc: string | null;
  age_s: number | null;
  stale: boolean;
  source: string;
  simulated: boolean;
}

export interface MarketCatalogue {
  at_utc: string;
  simulated: boolean;
  series: MarketSeries[];
}

export interface MarketSeries extends Value {
  kind: string;
  key: string;
  title: string; // for people
  group: string; // prices, reserve, system, network, compute, other
  count: number; // observations stored
  first_utc: string | null;
}

export interface SeriesData {
  series: string;
  title: string;
  unit: string;
  from_utc: string;
  to_utc: string;
  step_s: number; // seconds per point when thinned; 0: as stored
  source: string;
  simulated: boolean;
  start_s: number[]; // Unix seconds
  values: (number | null)[]; // mean of each point
  min: (number | null)[];
  max: (number | null)[];
}

export interface Metrics {
  at_utc: string;
  simulated: boolean;
  next_decision_utc: string | null;
  next_decision_in_s: number | null; // seconds of the world's clock
  clock_speed: number; // world seconds per wall second; 1 when live
  control: string; // advise or live
  total: Money;
  sites: SiteMetrics[];
  windows: Window[]; // all sites over 24 h, 7 d and 30 d
  hashprice: Value;
  btc_usd: Value;
  renewable: RenewableRule;
  prc: Value;
  eea: Value;
}

export interface Money {
  net_usd_per_h: number | null; // after energy; null where a price is not known
  always_mine_usd_per_h: number | null; // the same for the always-mine proposal
  advantage_usd_per_h: number | null; // net minus always-mine
  usd_per_w_year: number | null; // net, per watt of installed machine power, at this rate for a year
  power_mw: number; // machines
  meter_mw: number; // with auxiliaries
  limit_mw: number; // at the meter
  installed_mw: number; // machines at full power
  reserve_mw: number; // held on running load
  uses: UseMoney[]; // mine, infer, grid, off, in this order
}

export interface UseMoney {
  use: string;
  power_mw: number;
  revenue_usd_per_h: number | null;
  energy_usd_per_h: number | null;
  net_usd_per_h: number | null;
  usd_per_mwh: number | null; // net per machine MWh; null at no power
  usd_per_w_year: number | null; // net per watt used, at this rate for a year; null at no power
}

export interface SiteMetrics {
  site: string;
  name: string;
  point: string; // settlement point; empty on a tariff
  decision_key: string; // newest decision; empty before the first
  interval_start_utc: string | null;
  policy: string;
  degraded: string; // why the degraded policy decided; empty in good health
  simulated: boolean;
  spp: Value; // newest settlement point price
  expected_spp: Value; // of the running settlement interval; what the decision stands on
  energy_usd_per_mwh: number | null; // marginal cost of a machine MWh: price, losses, auxiliaries, avoidable adders
  now: Money;
  trend: Trend; // settled net by hour, last 24 h
  heartbeat: string[]; // last 48 control intervals, oldest first: ok, degraded, missing
}

export interface Trend {
  start_s: number[]; // Unix seconds
  net_usd: number[];
}

export interface Window {
  window: string; // 24h, 7d, 30d
  from_utc: string;
  to_utc: string;
  net_usd: number;
  mwh: number;
  uses: UseWindow[]; // mine, infer, grid, off
}

export interface UseWindow {
  use: string;
  mwh: number;
  revenue_usd: number;
  cost_usd: number; // positive is paid
  net_usd: number;
  usd_per_mwh: number | null;
  usd_per_w_year: number | null; // net per watt of mean power, scaled to a year
}

export interface RenewableRule {
  share: Value; // fraction of generation
  threshold: number;
  holds: boolean;
  text: string;
}

export interface Opportunities {
  at_utc: string;
  simulated: boolean;
  renewable: RenewableRule;
  sites: SiteOpportunities[];
}

export interface SiteOpportunities {
  site: string;
  name: string;
  point: string;
  simulated: boolean;
  price: Value; // expected settlement point price, or the tariff
  energy_usd_per_mwh: number | null; // marginal cost of a machine MWh
  lambda_usd_per_mwh: number | null; // shadow price of the site's power limit; 0 where it does not bind
  now: Opportunity[]; // best first; "off" is the row at 0
  hours: Hour[]; // next 48 h by day-ahead price, as far as published
  useful_compute_rule: Rule;
  curtail_rule: Rule;
}

export interface Opportunity {
  rank: number;
  use: string;
  class: string;
  tier: string;
  granted_mw: number; // what the running plan gives it
  available_mw: number;
  revenue_usd_per_mwh: number | null;
  energy_usd_per_mwh: number | null;
  margin_usd_per_mwh: number | null;
  advantage_usd_per_mwh: number | null; // margin over the class's next best use, off included
  advantage_usd_per_h: number | null; // on the available power
  until_utc: string | null; // first day-ahead hour in which another use of the class is better; null if none is known
  terms: Term[]; // the arithmetic, in order
  text: string;
  simulated: boolean;
}

export interface Hour {
  start_utc: string;
  price_usd_per_mwh: number | null; // day-ahead price or tariff; null where not published yet
  source: string;
  simulated: boolean;
  best: HourUse[]; // one row per class
}

export interface HourUse {
  class: string;
  use: string;
  tier: string;
  margin_usd_per_mwh: number | null;
}

export interface Rule {
  name: string;
  text: string; // the inequality in words
  holds: boolean | null; // null where a number is not known
  left_usd_per_mwh: number | null;
  right_usd_per_mwh: number | null;
  terms: Term[];
  note: string;
  class: string; // the class it was worked out for
}

export interface Orders {
  stop: boolean;
  instructions: Instruction[];
  overrides: Override[];
  awards: Award[];
}

export interface SiteOrders extends Orders {
  site: string;
}

export interface OrderList {
  at_utc: string;
  sites: SiteOrders[];
}

export interface Instruction {
  id: string;
  revision: number;
  from: string;
  kind: string;
  product: string;
  max_mw: number | null;
  min_mw: number | null;
  start_utc: string;
  end_utc: string | null; // null: until recalled
  received_utc: string;
}

export interface Override {
  id: string;
  class: string; // empty: the whole site
  power_mw: number;
  by: string;
  reason: string;
  start_utc: string;
  end_utc: string;
}

export interface Award {
  product: string;
  power_mw: number;
  up: boolean;
  low_mw: number;
  start_utc: string;
  end_utc: string;
  deployed: boolean;
}

export interface Alerts {
  at_utc: string;
  simulated: boolean;
  alerts: Alert[]; // gravest first
}

export interface Alert {
  id: string; // stable while the cause lasts
  severity: string; // critical, warning, info
  site: string; // empty: the whole system
  title: string;
  text: string; // what, where, remedy
  since_utc: string | null;
  simulated: boolean;
}

export interface ROI {
  site: string; // empty: all sites
  window: string;
  from_utc: string;
  to_utc: string;
  simulated: boolean;
  bucket: string; // hour or day
  start_s: number[]; // bucket starts, Unix seconds, oldest first
  net_usd: number;
  mwh: number;
  uses: UseROI[]; // mine, infer, grid, off; nets add up to net_usd
  levers: LeverSum[]; // amounts add up to net_usd
  realised: Realised;
  baselines: Baseline[];
}

export interface UseROI extends UseWindow {
  cumulative_usd: number[]; // at the end of each bucket
}

export interface LeverSum {
  lever: string;
  amount_usd: number;
}

export interface Realised {
  settled_intervals: number;
  measured_intervals: number; // metered; the rest stand on planned power
  estimate_intervals: number; // version "estimate"
  statement_intervals: number; // version "initial" and later
  pending_intervals: number; // decided, not settled yet
  pending_usd: number | null; // expected of the pending ones; null where a price is not known
}

export interface Baseline {
  policy: string;
  from_utc: string;
  to_utc: string;
  intervals: number; // settled intervals with a proposal of this policy
  net_usd: number;
  actual_usd: number; // the site's own net over the same intervals
  difference_usd: number; // actual minus baseline
}

export interface System {
  at_utc: string; // on the world's clock
  simulated: boolean;
  version: string;
  commit: string;
  go: string;
  role: string;
  control: string; // advise or live
  world: string; // simulated or live
  clock_speed: number;
  started_utc: string; // on the world's clock
  sites: SiteInfo[];
  config: Setting[];
  feeds: FeedHealth[];
  checks: Check[];
  stop_all: boolean; // every site is stopped
  stop_sites: string[]; // sites that are stopped
  events_last: number; // newest event's sequence number
  streams: number; // open live streams
}

export interface SiteInfo {
  site: string;
  name: string;
  point: string;
  limit_mw: number;
  contract: string;
  classes: ClassInfo[];
}

export interface ClassInfo {
  class: string;
  kind: string;
  model: string;
  units: number;
  max_mw: number;
}

export interface Setting {
  name: string;
  value: string; // masked where secret
  source: string; // default, file, env, flag
  secret: boolean;
}

export interface FeedHealth {
  name: string;
  every_s: number;
  state: string; // ok, late, failing, waiting
  last_ok_utc: string | null;
  age_s: number | null; // since LastOK
  last_error: string;
  last_error_utc: string | null;
  failures_in_a_row: number;
  observations: number; // brought since start
  simulated: boolean;
}

export interface Check {
  name: string;
  ok: boolean;
  detail: string;
}

export interface Health {
  ok: boolean;
  checks: Check[];
}

export interface Value {
  name: string; // stable name, such as "spp" or "gpu_hour/H100"
  value: number | null;
  unit: string;
  start_utc: string | null; // start of what it is about
  length_s: number; // length of what it is about, seconds; 0 for an instant
  known_utc: string | null; // when it could first be acted on
  age_s: number | null; // since Known
  source: string; // feed and product
  stale: boolean;
  simulated: boolean;
}

export interface Reason {
  rule: string;
  class: string; // empty: about the site
  text: string;
}

export interface UsePower {
  use: string; // mine, infer, grid, off
  class: string;
  tier: string; // inference tier, else empty
  power_mw: number;
}

export interface Term {
  label: string;
  value: number;
  unit: string;
  source: string; // feed, contract, nameplate or formula
  age_s: number | null;
  stale: boolean;
  simulated: boolean;
}

export interface Session {
  role: "none" | "viewer" | "operator" | "admin";
  authenticated: boolean;
  reading_open: boolean;
  expires_utc: string | null;
}
