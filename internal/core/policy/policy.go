package policy

import (
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Policy proposes a plan for the interval that the snapshot is about.
type Policy interface {
	// Name is the policy's name in commands, decisions and reports.
	Name() string
	// Propose must not keep or change anything it is handed.
	Propose(in Input) Proposal
}

// Input is all that a policy may look at.
type Input struct {
	Site     *site.Site
	State    *site.State
	Snapshot *market.Snapshot
	// Orders bind the interval and, as far as they reach, those after it; nil:
	// none are known. Guard holds them whatever is proposed.
	Orders *site.Orders
	// Explain asks for reasons. Back-tests leave it off: text costs more than
	// the decision.
	Explain bool
}

// Proposal is what a policy would do.
type Proposal struct {
	Policy  string    `json:"policy"`
	Plan    site.Plan `json:"plan"`
	Reasons []Reason  `json:"reasons,omitempty"`
	Ahead   *Ahead    `json:"ahead,omitempty"`   // of a policy that plans ahead; nil for others, and in back-tests
	Learned *Learned  `json:"learned,omitempty"` // of a learned policy; nil for others, and in back-tests
}

// Reason is one sentence of why, with the rule that said it.
type Reason struct {
	Rule  string `json:"rule"`            // stable name, such as "threshold" or "guard.site_limit"
	Class string `json:"class,omitempty"` // asset class it is about; empty for the site
	Text  string `json:"text"`            // for people, numbers and units included
}
