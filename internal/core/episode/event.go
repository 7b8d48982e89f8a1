package episode

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Event is an outbox row: something that happened, to be told to the live
// stream, the coordinator and the chain, to each exactly once. It is written in
// the transaction that made it true.
type Event struct {
	Seq       int64           `json:"seq"`  // set by the store; ascending without reuse
	Kind      string          `json:"kind"` // "decision", "settlement", "command", "alert", "feed", "order"
	Site      string          `json:"site,omitempty"`
	Key       string          `json:"key,omitempty"`
	At        time.Time       `json:"at"`
	Simulated bool            `json:"simulated"`
	Body      json.RawMessage `json:"body"`
}

// Command is a set-point sent to machines, and its fate. A command that timed
// out is unknown, not failed, until a read-back says which.
type Command struct {
	Site     string            `json:"site"`
	Decision string            `json:"decision"` // key of the decision it carries out
	Class    string            `json:"class"`
	Target   unit.MW           `json:"target_mw"`
	Grants   []site.Allocation `json:"grants,omitempty"`    // of the target to tiers of inference
	Actual   *unit.MW          `json:"actual_mw,omitempty"` // as read back
	State    string            `json:"state"`               // "planned", "sent", "confirmed", "unknown", "failed", "withheld"
	Attempts int               `json:"attempts"`
	Error    string            `json:"error,omitempty"`
	SentAt   time.Time         `json:"sent_at"`
	ReadAt   time.Time         `json:"read_at"`
}

func itoa(n int) string { return strconv.Itoa(n) }

// Record is all that one decision makes true, stored in one transaction before
// any machine is touched.
type Record struct {
	Decision Decision
	Next     site.State
	Settled  []settle.Settlement
	Commands []Command // as planned
	Events   []Event   // outbox rows, Seq not yet set
}
