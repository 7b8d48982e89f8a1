package report

import "time"

// Futures is how trading in hashrate futures stands (GET /api/futures).
type Futures struct {
	At        time.Time         `json:"at_utc"`
	Simulated bool              `json:"simulated"` // the index they settle on comes from a simulated world
	Open      bool              `json:"open"`
	Text      string            `json:"text"`      // why not; empty otherwise
	Regulated string            `json:"regulated"` // why on test networks alone
	Account   string            `json:"account"`   // that orders of this process are signed by
	FreeUSD   float64           `json:"free_usd"`  // its margin in no position, test dollars
	Positions []FuturesPosition `json:"positions"`
}

// FuturesWish is an order as it is asked for.
type FuturesWish struct {
	Side    string  `json:"side" enum:"long,short"`
	PHs     uint32  `json:"qty_ph_s" minimum:"1" maximum:"1000000" doc:"PH/s"`
	USD     float64 `json:"price_usd_per_ph_day" minimum:"0.01" maximum:"1000000" doc:"Hashprice, or better"`
	InH     int     `json:"in_h" required:"false" default:"2" minimum:"1" maximum:"2160" doc:"Hours until its window begins, on the chain's clock"`
	WindowH int     `json:"window_h" required:"false" default:"24" minimum:"1" maximum:"2160" doc:"Hours of the window whose average it settles at"`
	ValidH  int     `json:"valid_h" required:"false" default:"12" minimum:"1" maximum:"720" doc:"Hours for which it can be matched"`
}

// FuturesOrder is a signed order. Whoever has one and another that crosses it
// can match them.
type FuturesOrder struct {
	Trader    string    `json:"trader" pattern:"^0x[0-9a-fA-F]{40}$"`
	Long      bool      `json:"long"`
	Price     int64     `json:"price_micro_usd_per_ph_day" minimum:"1"`
	Qty       uint32    `json:"qty_ph_s" minimum:"1"`
	Start     uint32    `json:"start_epoch" doc:"Hours since 1970-01-01 UTC"`
	End       uint32    `json:"end_epoch"`
	Deadline  time.Time `json:"deadline_utc"`
	Salt      string    `json:"salt" pattern:"^[0-9]{1,20}$"`
	Signature string    `json:"signature" pattern:"^0x[0-9a-fA-F]{130}$"`
}

// ChainDone is where a call of ours stands on the chain.
type ChainDone struct {
	Tx    string `json:"tx"`
	Block uint64 `json:"block"`
	Gas   uint64 `json:"gas"`
}
