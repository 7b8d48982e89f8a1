package report

import "time"

// The values of [Chain.Status].
const (
	ChainOff       = "off"       // this process records nothing
	ChainStarting  = "starting"  // not connected, or not compared with the store yet
	ChainRecording = "recording" // all is well
	ChainLate      = "trouble"   // late
	ChainHalted    = "halted"    // stopped until a person acts
)

// Chain is how recording on the chain stands (GET /api/chain).
type Chain struct {
	At        time.Time `json:"at_utc"`
	Simulated bool      `json:"simulated"` // what is recorded comes from a simulated world
	Status    string    `json:"status" enum:"off,starting,recording,trouble,halted"`
	Text      string    `json:"text"`

	Embedded bool   `json:"embedded"` // a private chain in this process
	RPCURL   string `json:"rpc_url"`  // of the embedded chain on this computer; empty otherwise
	ChainID  uint64 `json:"chain_id"`
	Contract string `json:"contract"`
	Account  string `json:"account"` // that records
	CodeHash string `json:"code_hash"`

	Head     uint64  `json:"head_block"`
	BaseFee  float64 `json:"base_fee_gwei"`
	Batches  uint64  `json:"batches"`        // sealed so far
	OnChain  uint64  `json:"batches_mined"`  // that the contract held at the newest look
	Queued   int     `json:"batches_queued"` // in no transaction yet
	Open     int     `json:"transactions_open"`
	RunwayD  float64 `json:"runway_days"` // for which the account can pay at today's fees; 0 where unknown
	EveryS   float64 `json:"interval_s"`
	Lateness string  `json:"lateness"` // what absence from a batch proves

	Nodes    []ChainNode    `json:"nodes"`
	Troubles []ChainTrouble `json:"troubles"`
	Newest   []ChainBatch   `json:"newest"` // batches, newest first
}

// ChainNode is one connection to the chain.
type ChainNode struct {
	Name  string `json:"name"`
	Head  uint64 `json:"head_block"`
	Final uint64 `json:"final_block"`
	Error string `json:"error"`
}

// ChainTrouble is something that keeps decisions off the chain.
type ChainTrouble struct {
	Name     string `json:"name"`
	Severity string `json:"severity"` // critical or warning
	Text     string `json:"text"`
}

// ChainBatch is one batch of decisions.
type ChainBatch struct {
	ID        uint64    `json:"id"`
	Start     time.Time `json:"interval_start_utc"`
	Decisions uint32    `json:"decisions"`
	Root      string    `json:"root"`
	DataHash  string    `json:"data_hash"`
	State     string    `json:"state"` // queued, signed, sent, included or final
	Sealed    time.Time `json:"sealed_utc"`
	Tx        *ChainTx  `json:"tx"` // null until included
}

// ChainTx is where a batch stands on the chain.
type ChainTx struct {
	Hash        string `json:"hash"`
	BlockNumber uint64 `json:"block_number"`
	BlockHash   string `json:"block_hash"`
}

// Verification is what checking a proof file found.
type Verification struct {
	Valid     bool      `json:"valid"` // every step held
	Text      string    `json:"text"`
	Site      string    `json:"site"`
	Key       string    `json:"key"`
	DecidedAt time.Time `json:"decided_at_utc"`
	PowerMW   float64   `json:"power_mw"`
	Batch     uint64    `json:"batch"`
	ChainID   uint64    `json:"chain_id"`
	Contract  string    `json:"contract"`
	Steps     []Step    `json:"steps"` // in order; the first that fails is the last
}

// Step is one thing that was checked.
type Step struct {
	Name string `json:"name"`
	OK   bool   `json:"ok"`
	Text string `json:"text"`
}

// ChainEvents is what our contracts told (GET /api/chain/events).
type ChainEvents struct {
	At        time.Time    `json:"at_utc"`
	Simulated bool         `json:"simulated"` // what is recorded comes from a simulated world
	Text      string       `json:"text"`      // why nothing is indexed, or not further; empty otherwise
	Tip       uint64       `json:"indexed_block"`
	Head      uint64       `json:"head_block"`
	Dropped   uint64       `json:"blocks_taken_back"` // since the start of this process
	Counts    []EventCount `json:"counts"`
	Events    []ChainEvent `json:"events"` // newest first
}

// EventCount is how often an event of a contract was told.
type EventCount struct {
	Contract string `json:"contract"`
	Name     string `json:"name"`
	Count    int    `json:"count"`
}

// ChainEvent is one event.
type ChainEvent struct {
	Block    uint64     `json:"block"`
	Index    uint32     `json:"index"` // of the log in its block
	At       time.Time  `json:"block_at_utc"`
	Tx       string     `json:"tx"`
	Contract string     `json:"contract"`
	Address  string     `json:"address"`
	Name     string     `json:"name"`
	Args     []EventArg `json:"args"`
}

// EventArg is one value of an event.
type EventArg struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}
