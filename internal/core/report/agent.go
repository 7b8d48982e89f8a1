package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/policy"
)

// AgentStatus is what decides and how well it has been tested
// (GET /api/agent-status).
type AgentStatus struct {
	Trained   bool       `json:"trained"` // a learned policy decides
	Policy    string     `json:"policy"`
	Params    any        `json:"params"`
	Tuned     *time.Time `json:"tuned_at_utc"` // null: default parameters
	ScoredOn  string     `json:"scored_on"`    // data the parameters were chosen on
	ProfitUSD *float64   `json:"tuning_profit_usd"`
	Simulated bool       `json:"simulated"`
	Job       *Job       `json:"job"` // running or newest retraining
	Note      string     `json:"note"`

	// Model is the agent that decides or is shadowed; null where there is none.
	Model *AgentModel `json:"model"`
	// Role is what the model does: champion, challenger or none.
	Role      string          `json:"role"`
	Promotion AgentPromotion  `json:"promotion"`
	Shadow    []Baseline      `json:"shadow"`    // what every policy's proposals would have come to over the last day
	Decisions []AgentDecision `json:"decisions"` // what the agent made of each site's newest interval
}

// AgentModel is where a trained agent comes from.
type AgentModel struct {
	Name      string   `json:"name"`
	SHA256    string   `json:"sha256"` // hex, of its file
	Ground    string   `json:"ground"` // history or simulator
	Train     string   `json:"train"`  // days learned from
	Validate  string   `json:"validate"`
	Sites     []string `json:"sites"`
	Steps     int      `json:"steps"` // intervals acted in
	Seeds     int      `json:"seeds"`
	DataHash  string   `json:"data_hash"`
	Revision  string   `json:"revision"`
	Kernel    string   `json:"kernel"`
	Simulated bool     `json:"simulated"` // learned from simulated prices
	Features  []string `json:"features"`  // that it looks at
}

// AgentPromotion is the last time that an agent took the champion's place, or
// lost it again.
type AgentPromotion struct {
	PromotedAt   *time.Time `json:"promoted_at_utc"`
	Evidence     string     `json:"evidence"`
	RolledBackAt *time.Time `json:"rolled_back_at_utc"`
	RolledBack   string     `json:"rolled_back"`
}

// AgentDecision is what the agent made of an interval.
type AgentDecision struct {
	Site     string          `json:"site"`
	Interval time.Time       `json:"interval_utc"`
	Acts     bool            `json:"acts"` // false: it was asked for the record
	Learned  *policy.Learned `json:"learned"`
}

// Job is a long task started through the API (POST /api/retrain,
// GET and DELETE /api/jobs/{id}).
type Job struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`     // retrain
	State    string     `json:"state"`    // running, done, failed, cancelled
	Progress float64    `json:"progress"` // 0 to 1
	Started  time.Time  `json:"started_utc"`
	Ended    *time.Time `json:"ended_utc"`
	Result   string     `json:"result"` // for people
	Error    string     `json:"error"`
}
