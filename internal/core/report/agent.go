package report

import (
	"time"
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
}

// Job is a long task started through the API (POST /api/retrain,
// GET /api/jobs/{id}).
type Job struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`     // retrain
	State    string     `json:"state"`    // running, done, failed
	Progress float64    `json:"progress"` // 0 to 1
	Started  time.Time  `json:"started_utc"`
	Ended    *time.Time `json:"ended_utc"`
	Result   string     `json:"result"` // for people
	Error    string     `json:"error"`
}
