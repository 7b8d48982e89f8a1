package report

import "time"

// TaskBoard is the useful work for the grid (GET /api/tasks).
type TaskBoard struct {
	At        time.Time `json:"at_utc"`
	Simulated bool      `json:"simulated"`  // the state of the network is not real
	Text      string    `json:"text"`       // why no task is made; empty where tasks are
	WorkerURL string    `json:"worker_url"` // where workers in other processes join; empty: nowhere
	Light     TaskQueue `json:"light"`
	Heavy     TaskQueue `json:"heavy"`

	Offered  int    `json:"offered_24h"` // of those offered in the last day: still open
	Verified int    `json:"verified_24h"`
	Refused  int    `json:"refused_24h"`
	Expired  int    `json:"expired_24h"`
	Tasks    []Task `json:"tasks"` // newest first

	Queue   []TaskWaiting `json:"queue"`   // open tasks, the next first
	Workers int           `json:"workers"` // that are there
	Servers int           `json:"servers"` // of them, those that take heavy tasks
	Grants  []TaskGrant   `json:"grants"`
	Sites   []TaskSite    `json:"sites"` // with a grant, or with workers for heavy tasks

	Operators []TaskOperator `json:"operators"` // whose workers are there
	Rates     []TaskRate     `json:"rates"`     // the last six hours, five minutes each
}

// EmptyTaskBoard is one on which nothing stands yet; its lists are not nil, so
// that they are lists in JSON.
func EmptyTaskBoard(text string) TaskBoard {
	return TaskBoard{
		Text: text, Tasks: []Task{}, Queue: []TaskWaiting{}, Grants: []TaskGrant{}, Sites: []TaskSite{},
		Operators: []TaskOperator{}, Rates: []TaskRate{},
	}
}

// TaskWaiting is an open task that waits, or is with an operator, as the scheduler
// sees it.
type TaskWaiting struct {
	Task     string    `json:"task"`
	Kind     string    `json:"kind"`
	Class    string    `json:"class"`
	Size     string    `json:"size"`
	Priority string    `json:"priority"`
	Rank     int       `json:"rank"` // the priority that it counts with: more by its age and the share of renewables
	Since    time.Time `json:"since_utc"`
	Deadline time.Time `json:"deadline_utc"`
	To       string    `json:"to"`      // the operator that has it; empty: it waits
	Site     string    `json:"site"`    // where that operator's workers stand
	Because  string    `json:"because"` // why it was given to that one; or why it waits
}

// TaskGrant is what a site's plan in force grants to work for the grid.
type TaskGrant struct {
	Site     string    `json:"site"`
	Class    string    `json:"class"`
	Machines int       `json:"machines"`
	MW       float64   `json:"power_mw"`
	Interval time.Time `json:"interval_start_utc"`
	Reason   string    `json:"reason"`
}

// TaskSite is what a site's plan in force grants to heavy tasks, and what of it is
// taken.
type TaskSite struct {
	Site      string  `json:"site"`
	Servers   int     `json:"servers"` // workers there that take heavy tasks
	Machines  int     `json:"machines"`
	Busy      int     `json:"busy"`       // heavy tasks that are at work there
	GrantedWh float64 `json:"granted_wh"` // in the running interval
	GivenWh   float64 `json:"given_wh"`   // of heavy tasks that were given out there within it, by estimate
}

// TaskOperator is whose workers are there.
type TaskOperator struct {
	Operator string `json:"operator"`
	Site     string `json:"site"` // where they stand; empty: nowhere
	Workers  int    `json:"workers"`
	Servers  int    `json:"servers"` // of them, those that take heavy tasks
	Text     string `json:"text"`    // what they may not do, and what to do about it
}

// TaskRate is what became of the tasks that were made in some minutes.
type TaskRate struct {
	Start    time.Time `json:"start_utc"`
	Verified int       `json:"verified"`
	Refused  int       `json:"refused"`
	Undone   int       `json:"undone"` // expired or set aside
	Open     int       `json:"open"`
}

// Escrow is what submitters pay for tasks (GET /api/escrow).
type Escrow struct {
	At       time.Time       `json:"at_utc"`
	InUSD    float64         `json:"in_usd"`   // what came in from outside
	HeldUSD  float64         `json:"held_usd"` // for tasks that are open
	OutUSD   float64         `json:"out_usd"`  // what left the house
	Accounts []EscrowAccount `json:"accounts"`
	Entries  []EscrowEntry   `json:"entries"` // newest first, as many as are shown
}

// EscrowAccount is one account of [Escrow].
type EscrowAccount struct {
	Account   string  `json:"account"` // submitter/NAME or operator/NAME
	Available float64 `json:"available_usd"`
	Held      float64 `json:"held_usd"`
	In        float64 `json:"in_usd"`
	Out       float64 `json:"out_usd"`
}

// EscrowEntry is one movement of money.
type EscrowEntry struct {
	At      time.Time `json:"at_utc"`
	Kind    string    `json:"kind" enum:"deposit,payout,reserve,pay,refund"`
	Account string    `json:"account"`
	To      string    `json:"to"`
	Ref     string    `json:"ref"` // a task, or the desk's reference
	USD     float64   `json:"usd"`
}

// TaskQueue is how many tasks of a class wait, and how many are being worked on.
type TaskQueue struct {
	Waiting int `json:"waiting"`
	Taken   int `json:"taken"`
}

// Task is a task; a verified one is its work receipt.
type Task struct {
	Task      string       `json:"task"` // digest
	Kind      string       `json:"kind"`
	Class     string       `json:"class"`
	Priority  string       `json:"priority"`
	Why       string       `json:"why"`    // of the priority
	Reader    string       `json:"reader"` // who reads the result
	State     string       `json:"state" enum:"offered,verified,refused,expired,dead"`
	Reason    string       `json:"reason"`
	Offered   time.Time    `json:"offered_utc"`
	Closed    *time.Time   `json:"closed_utc"`
	Network   string       `json:"network"`
	First     int          `json:"first_outage"`
	Count     int          `json:"leaves"`
	Worker    string       `json:"worker"`
	Operator  string       `json:"operator"`  // whose worker it is
	Site      string       `json:"site"`      // where it stands; empty: nowhere
	Submitter string       `json:"submitter"` // who asked for it; empty: the coordinator itself
	Opened    int          `json:"leaves_checked"`
	Rerun     int          `json:"leaves_solved_again"`
	CheckUS   int64        `json:"check_us"`
	PriceUSD  float64      `json:"price_usd"`
	PriceBy   string       `json:"price_by"`
	EscrowUSD float64      `json:"escrow_usd"` // held for it by its submitter, and paid for what a verified result earned
	Because   string       `json:"because"`    // why it was given to its operator; or why it waits
	EnergyWh  float64      `json:"energy_wh"`
	EnergyBy  string       `json:"energy_by"`
	Simulated bool         `json:"simulated"`
	Summary   *TaskSummary `json:"summary"` // null until verified
}

// Receipts are verified tasks: what was computed, by whom, what of it was checked,
// and at what cost (GET /api/receipts).
type Receipts struct {
	At       time.Time `json:"at_utc"`
	Receipts []Task    `json:"receipts"`
}

// TaskSummary is what a result comes to, as its root commits it.
type TaskSummary struct {
	WorstLoading float64 `json:"worst_loading"` // fraction of the rating
	LowestPU     float64 `json:"lowest_voltage_pu"`
	Solved       uint32  `json:"solved"`
	Violating    uint32  `json:"violating"`
	Islanded     uint32  `json:"islanded"`
	Failed       uint32  `json:"failed"`
}

// TaskProof is a proof, opened leaf by leaf and checked anew (GET
// /api/proofs/{task}).
type TaskProof struct {
	Task      string     `json:"task"`
	Kind      string     `json:"kind"`
	Worker    string     `json:"worker"`
	Root      string     `json:"root"`
	Leaves    int        `json:"leaves"`
	Drawn     int        `json:"drawn"`     // leaves that the sample of this file holds
	Detection float64    `json:"detection"` // chance that such a sample finds one wrong leaf in a hundred
	Order     string     `json:"order"`     // who attests that the sample was drawn after the root
	Holds     bool       `json:"holds"`
	Text      string     `json:"text"`
	CheckUS   int64      `json:"check_us"`
	Opened    []TaskLeaf `json:"opened"`
}

// TaskLeaf is one opened leaf.
type TaskLeaf struct {
	Index        int     `json:"index"`
	Status       string  `json:"status"`
	WorstLoading float64 `json:"worst_loading"`
	Solution     string  `json:"solution"` // hash of the voltages
	Bytes        int     `json:"voltage_bytes"`
	Path         int     `json:"path"` // hashes up to the root
	Says         string  `json:"says"` // what else it answers, for people
}
