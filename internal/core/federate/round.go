package federate

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

// States of a round.
const (
	Open      = "open"      // sites join, train and hand in
	Summed    = "summed"    // the new model is there, and waits for its record
	Final     = "final"     // the new model is the global one
	Abandoned = "abandoned" // the model stays as it was
)

// Round is the record of a round: what everybody may know.
type Round struct {
	Number    uint64            `json:"number"`
	Attempt   string            `json:"attempt"`
	State     string            `json:"state"`
	Step      string            `json:"step"` // that it is at, or was abandoned in
	Reason    string            `json:"reason,omitempty"`
	Strategy  strategy.Settings `json:"strategy"`
	Noise     *Noise            `json:"noise,omitempty"`
	Opened    time.Time         `json:"opened"`
	Closed    time.Time         `json:"closed,omitzero"`
	TookMS    int64             `json:"took_ms"` // on the wall's clock
	Base      string            `json:"base"`    // hash of the model it began from
	Model     string            `json:"model,omitempty"`
	Aggregate string            `json:"aggregate,omitempty"` // SHA-256 of the sum
	Params    int               `json:"params"`
	Threshold int               `json:"threshold"` // members that have to be there to the end
	Colluders int               `json:"colluders"` // that the claim allows for
	Members   []Member          `json:"members"`
	BytesUp   int64             `json:"bytes_up"`   // from all sites
	BytesDown int64             `json:"bytes_down"` // to all sites
	Norm      float64           `json:"norm"`       // of the mean update
	Simulated bool              `json:"simulated"`
	Chain     *Recorded         `json:"chain,omitempty"`
}

// Member is a site's part in a round.
type Member struct {
	Site     string `json:"site"`
	Dropped  string `json:"dropped,omitempty"`  // step that it did not do; empty: it is in to the end
	Included bool   `json:"included"`           // its update is in the sum
	Update   string `json:"update,omitempty"`   // SHA-256 of the masked vector
	BytesUp  int64  `json:"bytes_up,omitempty"` // that it sent
}

// Recorded is the round on a chain.
type Recorded struct {
	Ledger string `json:"ledger"`
	Number uint64 `json:"number"` // on the chain
	Status string `json:"status"` // open, closing, final or aborted
	Root   string `json:"root,omitempty"`
	Text   string `json:"text,omitempty"` // why it is not recorded
}

// Updates are the masked vectors that are in the sum, in the order of the roster.
func (r Round) Updates() (in []Member) {
	for _, m := range r.Members {
		if m.Included {
			in = append(in, m)
		}
	}
	return in
}

// IsOver reports whether nothing more will change.
func (r Round) IsOver() bool { return r.State == Final || r.State == Abandoned }

// Kept is an entry of an attempt's transcript: a member's message, or, without
// one, that the step was closed. The first entry is the invitation.
type Kept struct {
	Seq    int
	Step   secagg.Phase
	Member int
	Raw    []byte
}

// Seat is a site's place in an attempt, as it is kept on the site's own disk.
type Seat struct {
	Attempt    string
	Round      uint64
	Invitation []byte
	Step       secagg.Phase // of Out
	Member     []byte       // the member's state, secrets included
	Out        []byte       // the newest message: it is only ever sent again as it is
	Left       string       // why the site goes no further; empty: it does
}
