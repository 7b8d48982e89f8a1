package report

import "time"

// Pools is where hashrate goes and what it earns there (GET /api/pools).
type Pools struct {
	At           time.Time         `json:"at_utc"`
	Simulated    bool              `json:"simulated"`
	Text         string            `json:"text"`   // why there is no router; empty where there is one
	Listen       string            `json:"listen"` // where machines connect
	Machines     int               `json:"machines"`
	WithoutPool  bool              `json:"without_pool"` // no pool is up: machines are sent to pools of their own
	Cut          int               `json:"connections_cut_off"`
	Moves        int               `json:"moves"`
	Reconnects   int               `json:"reconnects"`
	Failovers    int               `json:"failovers"`
	Away         []PoolAbsence     `json:"away"`    // machines that were lost and did not come back
	Guarded      int               `json:"guarded"` // machines with a pool of their own behind the router that answers
	Bare         int               `json:"bare"`    // and without
	Idle         int               `json:"idle"`    // machines that hash nothing since no pool gives them work
	Destinations []PoolDestination `json:"destinations"`
	Accounts     []PoolAccount     `json:"accounts"`
	Recommended  string            `json:"recommended"` // destination or pool; empty: none
	Reason       string            `json:"reason"`
	Intervals    []PoolInterval    `json:"intervals"` // newest first
	Members      []PoolMember      `json:"members"`
	Ledger       ShareLedger       `json:"ledger"`
}

// PoolAbsence is a machine that was lost.
type PoolAbsence struct {
	Worker string    `json:"worker"`
	Does   string    `json:"does"` // as its own firmware says now: hashes, idles, asleep; empty: not known
	Left   time.Time `json:"left_utc"`
	Times  int       `json:"times"`
}

// PoolDestination is a pool that the router gives work to. Counts are since it
// started.
type PoolDestination struct {
	Name         string  `json:"name"`
	User         string  `json:"user"`
	Up           bool    `json:"up"`
	Failing      string  `json:"failing"` // why it was lost last
	Backup       bool    `json:"backup"`
	Weight       float64 `json:"weight"`
	ContractTHs  float64 `json:"contract_ths"`
	Machines     int     `json:"machines"`
	HashrateTHs  float64 `json:"hashrate_ths"` // by shares
	TargetTHs    float64 `json:"target_ths"`
	PartPct      float64 `json:"part_pct"` // of all shares' work since the start
	WantPct      float64 `json:"want_pct"`
	Accepted     int     `json:"accepted"`
	Stale        int     `json:"stale"`
	Rejected     int     `json:"rejected"`
	PoolAccepted int     `json:"pool_accepted"` // of those passed on
	PoolStale    int     `json:"pool_stale"`
	PoolRejected int     `json:"pool_rejected"`
	Unanswered   int     `json:"unanswered"`
}

// PoolAccount is what an account at a pool says, and what follows from it. An
// unknown number is null.
type PoolAccount struct {
	Pool        string       `json:"pool"`
	Account     string       `json:"account"`
	Destination string       `json:"destination"`
	Scheme      string       `json:"scheme"`
	Read        *time.Time   `json:"read_utc"`
	AgeS        *float64     `json:"age_s"`
	Error       string       `json:"error"`
	Simulated   bool         `json:"simulated"`
	Unit        string       `json:"source_unit"`
	HashrateTHs *float64     `json:"hashrate_1h_ths"`
	OwnTHs      *float64     `json:"own_hashrate_ths"`
	Factor      *float64     `json:"factor"`      // the pool's hashrate over ours
	Quarantined bool         `json:"quarantined"` // it cannot be true and counts for nothing
	Workers     int          `json:"workers"`
	Online      int          `json:"workers_online"`
	BalanceSats *int64       `json:"balance_sats"`
	RatePct     *float64     `json:"rate_pct"` // paid of the hashes' expected worth
	LowPct      *float64     `json:"rate_low_pct"`
	HighPct     *float64     `json:"rate_high_pct"`
	FeePct      *float64     `json:"fee_pct"` // effective
	LuckPct     *float64     `json:"luck_pct"`
	StalePct    float64      `json:"stale_pct"`
	RejectPct   float64      `json:"reject_pct"`
	NetSats     *float64     `json:"net_sats_per_ph_day"`
	Days        int          `json:"whole_days"`
	GapSats     *int64       `json:"gap_sats"` // credited, but neither paid nor in the balance
	Missing     []string     `json:"not_read"`
	Payouts     []PoolPayout `json:"payouts"` // newest first
}

// PoolPayout is money that left a pool.
type PoolPayout struct {
	At    time.Time `json:"at_utc"`
	Sats  int64     `json:"sats"`
	State string    `json:"state"`
	Ref   string    `json:"ref"`
}

// PoolInterval is a settlement interval: the work of shares beside the work that
// was settled.
type PoolInterval struct {
	Start      time.Time `json:"start_utc"`
	SharesPHh  float64   `json:"shares_ph_h"`
	SettledPHh *float64  `json:"settled_ph_h"` // null until it is settled
	Settled    int       `json:"sites_settled"`
}

// PoolMember is how a member stands.
type PoolMember struct {
	Member       string  `json:"member"`
	Payout       string  `json:"payout"` // where it is paid; empty: not said
	Shares       int     `json:"shares"`
	PartPct      float64 `json:"part_pct"` // of the window's work
	HashrateTHs  float64 `json:"hashrate_ths"`
	Machines     int     `json:"machines"`
	EarnedSats   int64   `json:"earned_sats"`
	PaidSats     int64   `json:"paid_sats"`
	DueSats      int64   `json:"due_sats"`
	ExpectedSats int64   `json:"expected_sats"` // for shares that no pool has credited yet, by their worth
	BonusTokens  string  `json:"bonus"`         // of reward tokens, or why there are none
	BonusWei     string  `json:"bonus_wei"`     // wei of the reward token, of all days
	BonusSentWei string  `json:"bonus_sent_wei"`
}

// ShareLedger is the signed ledger of shares, rewards and payments.
type ShareLedger struct {
	Entries      int64   `json:"entries"`
	Head         string  `json:"head"` // hash of the newest entry
	Key          string  `json:"key"`  // public, Ed25519
	Whole        bool    `json:"whole"`
	Text         string  `json:"text"`
	FeePct       float64 `json:"fee_pct"`
	WindowH      float64 `json:"window_h"`
	BonusPct     float64 `json:"bonus_pct"` // of a day's reward tokens for grid work that is passed on
	CreditedSats int64   `json:"credited_sats"`
	FeeSats      int64   `json:"fee_sats"`
	LeastSats    int64   `json:"least_sats"`
}
