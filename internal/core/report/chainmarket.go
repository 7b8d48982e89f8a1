package report

import "time"

// ChainMarket is what stands on the chain beside the decisions (GET
// /api/chain/market).
type ChainMarket struct {
	At        time.Time `json:"at_utc"`
	Simulated bool      `json:"simulated"`
	Open      bool      `json:"open"` // false: this process runs none of it
	Text      string    `json:"text"` // why not, or what waits
	ChainTime time.Time `json:"chain_time_utc"`

	Contracts    []ChainContract   `json:"contracts"`
	Oracle       []OracleFeed      `json:"oracle"`
	Rewards      []RewardDay       `json:"rewards"` // newest first
	Paid         TaskPayments      `json:"task_payments"`
	Certificates CertificateTotals `json:"certificate_totals"`
	Newest       []StabilityCert   `json:"certificates"` // newest first
	Futures      []FuturesPosition `json:"futures"`
	Regulated    string            `json:"regulated"` // why token and futures are for test networks
}

// ChainContract is a contract and whether the registry names it yet.
type ChainContract struct {
	Name       string `json:"name"`
	Address    string `json:"address"`
	CodeHash   string `json:"code_hash"`
	Registered bool   `json:"registered"`
}

// OracleFeed is a feed as contracts read it.
type OracleFeed struct {
	Name     string    `json:"name"`
	Unit     string    `json:"unit"`
	Value    int64     `json:"value"`
	Observed time.Time `json:"observed_utc"`
	Rounds   uint32    `json:"rounds"`
	Refusal  string    `json:"refusal"` // why contracts cannot read it now; empty where they can
	Trouble  string    `json:"trouble"` // why its newest round is not posted; empty where it is
}

// RewardDay is a sealed day.
type RewardDay struct {
	Day      string    `json:"day_utc"`
	Lines    int       `json:"lines"`
	KWh      uint64    `json:"kwh"`
	Root     string    `json:"root"` // empty for a day without lines
	Status   string    `json:"status" enum:"empty,open,proposed,final"`
	ClosesAt time.Time `json:"closes_utc"`
}

// TaskPayments are the verified tasks that were entered on the chain in the last
// two weeks, and what the worker in this process has earned by them.
type TaskPayments struct {
	Entered int     `json:"entered"`
	Final   int     `json:"final"`
	Worker  string  `json:"worker_account"`
	Tokens  float64 `json:"worker_tokens"` // reward tokens that were minted to it
}

// CertificateTotals are the counts of the certificates contract.
type CertificateTotals struct {
	Made       uint64 `json:"made"`
	LiveKWh    uint64 `json:"live_kwh"`
	RetiredKWh uint64 `json:"retired_kwh"`
}

// StabilityCert is a certificate: metered curtailment against a baseline.
type StabilityCert struct {
	ID        uint64    `json:"id"`
	Site      string    `json:"site"`
	Start     time.Time `json:"start_utc"`
	Intervals int       `json:"intervals"`
	KWh       uint64    `json:"kwh"`
	State     string    `json:"state" enum:"none,provisional,settled,retired,superseded"`
	Day       string    `json:"day_utc"`
	Baseline  string    `json:"baseline"`      // hash of how it was found
	PriceUSD  *float64  `json:"price_usd"`     // asked for; null where it is not for sale
	Class     string    `json:"class"`         // additionality: instructed, price_responsive or voluntary; empty where the baseline is not kept here
	PaidBy    []string  `json:"paid_by"`       // programmes that have paid for the same drop
	BandKWh   *float64  `json:"band_kwh"`      // taken off for the method's error
	Methods   int       `json:"methods"`       // baselines that had a say; the claim is the least of them
	Declared  *bool     `json:"declared_held"` // whether the declared maximum base load was held
}

// FuturesPosition is an open position on the hashprice.
type FuturesPosition struct {
	ID       uint64    `json:"id"`
	Long     string    `json:"long"`
	Short    string    `json:"short"`
	PHs      uint32    `json:"qty_ph_s"`
	Start    time.Time `json:"start_utc"`
	End      time.Time `json:"end_utc"`
	MarkUSD  float64   `json:"mark_usd_per_ph_day"`
	LongUSD  float64   `json:"margin_long_usd"`
	ShortUSD float64   `json:"margin_short_usd"`
}
