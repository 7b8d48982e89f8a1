package report

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Decisions is a page of decisions, newest first (GET /api/decisions).
type Decisions struct {
	Decisions []DecisionRow `json:"decisions"`
	Simulated bool          `json:"simulated"`
	Limit     int           `json:"limit"`
}

// DecisionRow is a decision in a list.
type DecisionRow struct {
	Site      string     `json:"site"`
	Key       string     `json:"key"`
	Start     time.Time  `json:"interval_start_utc"`
	LengthS   float64    `json:"interval_s"`
	DecidedAt time.Time  `json:"decided_at_utc"`
	Policy    string     `json:"policy"`
	Fast      bool       `json:"fast"` // forced by an instruction between ticks
	Degraded  string     `json:"degraded"`
	Simulated bool       `json:"simulated"`
	PowerMW   float64    `json:"power_mw"`
	Uses      []UsePower `json:"uses"`
	Reasons   []Reason   `json:"reasons"`
}

// Decision is one decision with all that led to it and came of it
// (GET /api/decisions/{site}/{key}).
type Decision struct {
	DecisionRow
	Reserve      []Hold       `json:"reserve"`
	Snapshot     Snapshot     `json:"snapshot"`
	Proposals    []Proposal   `json:"proposals"` // the taken one first
	Guard        []Reason     `json:"guard"`     // Guard's reasons alone, in Guard's order
	Orders       Orders       `json:"orders"`
	Commands     []Command    `json:"commands"`
	Settlements  []Settlement `json:"settlements"` // all versions, oldest first; empty until settled
	State        []ClassState `json:"state"`       // before the decision
	SnapshotHash string       `json:"snapshot_hash"`
	PolicyHash   string       `json:"policy_hash"`
	Params       any          `json:"params"` // the taken policy's parameters
}

// Proposal is what one policy would have done.
type Proposal struct {
	Policy  string     `json:"policy"`
	Taken   bool       `json:"taken"`
	PowerMW float64    `json:"power_mw"`
	Uses    []UsePower `json:"uses"`
	Reasons []Reason   `json:"reasons"`
}

// Hold is reserve held on load that stays on.
type Hold struct {
	Product string  `json:"product"`
	PowerMW float64 `json:"power_mw"`
	Up      bool    `json:"up"`
}

// ClassState is what a class was doing.
type ClassState struct {
	Class   string     `json:"class"`
	PowerMW float64    `json:"power_mw"`
	On      bool       `json:"on"`
	Since   *time.Time `json:"since_utc"`
	Starts  int        `json:"starts_today"`
}

// Command is a set-point and its fate.
type Command struct {
	Site     string     `json:"site"`
	Decision string     `json:"decision_key"`
	Class    string     `json:"class"`
	TargetMW float64    `json:"target_mw"`
	ActualMW *float64   `json:"actual_mw"`
	State    string     `json:"state"` // planned, sent, confirmed, unknown, failed, withheld
	Attempts int        `json:"attempts"`
	Error    string     `json:"error"`
	SentAt   *time.Time `json:"sent_at_utc"`
	ReadAt   *time.Time `json:"read_at_utc"`
}

// Snapshot is the outside as a decision saw it (GET /api/snapshot).
type Snapshot struct {
	Site      string    `json:"site"`
	Start     time.Time `json:"interval_start_utc"`
	AsOf      time.Time `json:"as_of_utc"`
	Point     string    `json:"point"`
	Late      bool      `json:"late"` // the tick missed its deadline
	Simulated bool      `json:"simulated"`
	Values    []Value   `json:"values"`    // prices, system, network, GPU, reserve; ages as of as_of_utc
	SCED      []Value   `json:"sced"`      // recent runs at the point
	Settled   []Value   `json:"settled"`   // recent settlement point prices
	DayAhead  []Value   `json:"day_ahead"` // hours from the current one on

	Outlook *SeenOutlook `json:"outlook"` // null where no price was forecast
}

// Settlement is what one interval came to.
type Settlement struct {
	Site      string           `json:"site"`
	Start     time.Time        `json:"interval_start_utc"`
	LengthS   float64          `json:"interval_s"`
	Version   string           `json:"version"` // estimate, initial, final, true_up
	Price     float64          `json:"price_usd_per_mwh"`
	MWh       float64          `json:"mwh"` // at the settlement meter
	Measured  bool             `json:"measured"`
	Simulated bool             `json:"simulated"`
	TotalUSD  float64          `json:"total_usd"`
	Lines     []SettlementLine `json:"lines"` // amounts add up to the total
}

// SettlementLine is one amount; positive is earned, negative is paid.
type SettlementLine struct {
	Lever     string  `json:"lever"`
	Class     string  `json:"class"`
	Use       string  `json:"use"`
	MWh       float64 `json:"mwh"`
	Price     float64 `json:"price"`
	AmountUSD float64 `json:"amount_usd"`
	Note      string  `json:"note"`
}

// Settlements is a list of settlements, newest first (GET /api/settlements).
type Settlements struct {
	Settlements []Settlement `json:"settlements"`
	Simulated   bool         `json:"simulated"`
	TotalUSD    float64      `json:"total_usd"` // of those listed
	Truncated   bool         `json:"truncated"` // older ones were left out by the limit
}

// isFast reports whether a decision of this key was forced between ticks (see
// [episode.FastKey]).
func isFast(key string) bool { return strings.HasPrefix(key, "fast/") }

// DecisionsOf lists decisions, which come newest first.
func DecisionsOf(decisions []episode.Decision, limit int) Decisions {
	page := Decisions{Decisions: make([]DecisionRow, 0, len(decisions)), Limit: limit}
	for i := range decisions {
		page.Decisions = append(page.Decisions, rowOf(&decisions[i]))
		page.Simulated = page.Simulated || decisions[i].Simulated
	}
	return page
}

func rowOf(d *episode.Decision) DecisionRow {
	return DecisionRow{
		Site: d.Site, Key: d.Key, Start: d.Interval.Start, LengthS: d.Interval.Length.Seconds(),
		DecidedAt: d.DecidedAt, Policy: d.Policy, Fast: isFast(d.Key), Degraded: d.Degraded,
		Simulated: d.Simulated, PowerMW: float64(d.Plan.MachineMW()),
		Uses: powersOf(d.Plan), Reasons: reasonsOf(d.Reasons),
	}
}

func powersOf(p site.Plan) []UsePower {
	uses := make([]UsePower, 0, len(p.Allocations))
	for _, a := range p.Allocations {
		uses = append(uses, UsePower{Use: string(a.Use), Class: a.Class, Tier: a.Tier, PowerMW: float64(a.MW)})
	}
	return uses
}

// DecisionOf shows one decision with what led to it and what came of it. d
// holds its input.
func DecisionOf(d *episode.Decision, commands []episode.Command, settled []settle.Settlement) Decision {
	view := Decision{
		DecisionRow:  rowOf(d),
		Reserve:      []Hold{},
		Snapshot:     SnapshotOf(&d.Input.Site, &d.Input.Snapshot),
		Proposals:    make([]Proposal, 0, len(d.Proposals)),
		Guard:        []Reason{},
		Orders:       OrdersOf(&d.Input.Orders),
		Commands:     make([]Command, 0, len(commands)),
		Settlements:  make([]Settlement, 0, len(settled)),
		State:        make([]ClassState, 0, len(d.Input.State.Classes)),
		SnapshotHash: d.SnapshotHash, PolicyHash: d.PolicyHash, Params: paramsOf(d.Input.Params),
	}
	for _, h := range d.Plan.Reserve {
		view.Reserve = append(view.Reserve, Hold{Product: h.Product, PowerMW: float64(h.MW), Up: h.Up})
	}
	for _, p := range d.Proposals {
		view.Proposals = append(view.Proposals, Proposal{
			Policy: p.Policy, Taken: p.Policy == d.Policy, PowerMW: float64(p.Plan.MachineMW()),
			Uses: powersOf(p.Plan), Reasons: reasonsOf(p.Reasons),
		})
	}
	slices.SortStableFunc(view.Proposals, func(a, b Proposal) int { return rank(b.Taken) - rank(a.Taken) })
	for _, r := range view.Reasons {
		if strings.HasPrefix(r.Rule, "guard.") {
			view.Guard = append(view.Guard, r)
		}
	}
	for i := range commands {
		view.Commands = append(view.Commands, CommandOf(&commands[i]))
	}
	for i := range settled {
		view.Settlements = append(view.Settlements, SettlementOf(&settled[i]))
	}
	for _, c := range d.Input.State.Classes {
		view.State = append(view.State, ClassState{
			Class: c.Class, PowerMW: float64(c.MW), On: c.On, Since: instant(c.Since), Starts: c.Starts,
		})
	}
	return view
}

func rank(first bool) int {
	if first {
		return 1
	}
	return 0
}

// paramsOf is parameters for a view: null where there are none, so that an
// empty message cannot break the answer it stands in.
func paramsOf(raw json.RawMessage) any {
	if !json.Valid(raw) {
		return nil
	}
	return raw
}

// CommandOf shows a command.
func CommandOf(c *episode.Command) Command {
	view := Command{
		Site: c.Site, Decision: c.Decision, Class: c.Class, TargetMW: float64(c.Target),
		State: c.State, Attempts: c.Attempts, Error: c.Error,
		SentAt: instant(c.SentAt), ReadAt: instant(c.ReadAt),
	}
	if c.Actual != nil {
		view.ActualMW = number(float64(*c.Actual))
	}
	return view
}

// SettlementOf shows a settlement.
func SettlementOf(s *settle.Settlement) Settlement {
	view := Settlement{
		Site: s.Site, Start: s.Interval.Start, LengthS: s.Interval.Length.Seconds(), Version: string(s.Version),
		Price: s.Price, MWh: float64(s.MWh), Measured: s.Measured, Simulated: s.Simulated,
		TotalUSD: s.Total.USD(), Lines: make([]SettlementLine, 0, len(s.Lines)),
	}
	for _, l := range s.Lines {
		view.Lines = append(view.Lines, SettlementLine{
			Lever: string(l.Lever), Class: l.Class, Use: string(l.Use), MWh: float64(l.MWh),
			Price: l.Price, AmountUSD: l.Amount.USD(), Note: l.Note,
		})
	}
	return view
}

// SettlementsOf lists settlements newest first, at most limit of them.
func SettlementsOf(all []settle.Settlement, limit int) Settlements {
	list := Settlements{Settlements: []Settlement{}}
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b settle.Settlement) int { return b.Interval.Start.Compare(a.Interval.Start) })
	if len(sorted) > limit {
		sorted, list.Truncated = sorted[:limit], true
	}
	list.TotalUSD = settle.Sum(sorted).USD()
	for i := range sorted {
		list.Settlements = append(list.Settlements, SettlementOf(&sorted[i]))
		list.Simulated = list.Simulated || sorted[i].Simulated
	}
	return list
}
