package episode

import (
	"encoding/json"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Decision is what was decided for a site and why. Its identity is (Site, Key):
// deciding the same thing again changes nothing.
type Decision struct {
	Site      string            `json:"site"`
	Key       string            `json:"key"` // see [TickKey] and [FastKey]
	Interval  unit.Interval     `json:"interval"`
	DecidedAt time.Time         `json:"decided_at"`
	Policy    string            `json:"policy"` // whose proposal was taken
	Plan      site.Plan         `json:"plan"`   // after Guard
	Proposals []policy.Proposal `json:"proposals"`
	Reasons   []policy.Reason   `json:"reasons"`            // of the taken proposal, then Guard's, in Guard's order
	Degraded  string            `json:"degraded,omitempty"` // why the degraded policy decided; empty in good health
	Simulated bool              `json:"simulated"`

	SnapshotHash string `json:"snapshot_hash"` // hex SHA-256 of Input's canonical JSON
	PolicyHash   string `json:"policy_hash"`   // hex SHA-256 of the policy's name and parameters
	Input        Input  `json:"input"`
}

// Input is all that went into a decision; with it and the policy's parameters
// the decision can be made again, to the bit.
type Input struct {
	Site     site.Site       `json:"site"`
	State    site.State      `json:"state"`
	Snapshot market.Snapshot `json:"snapshot"`
	Orders   site.Orders     `json:"orders"`
	Params   json.RawMessage `json:"params"` // the taken policy's parameters
}

// TickKey is the key of the decision of a control interval.
func TickKey(i unit.Interval) string { return i.Key() }

// FastKey is the key of a decision that an instruction forced between ticks.
func FastKey(instruction string, revision int) string {
	return "fast/" + instruction + "/" + itoa(revision)
}
