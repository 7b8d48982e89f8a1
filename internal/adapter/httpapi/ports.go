package httpapi

import (
	"context"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Decisions reads what was decided.
type Decisions interface {
	Decision(ctx context.Context, site, key string) (d episode.Decision, ok bool, err error)
	// Decisions are those about intervals that start in [from, to), newest
	// first, without their inputs. An empty site means all sites.
	Decisions(ctx context.Context, site string, from, to time.Time, limit int) ([]episode.Decision, error)
}

// Ledger reads what was earned. An empty site means all sites.
type Ledger interface {
	// Settlements are the newest versions of intervals that start in [from, to).
	Settlements(ctx context.Context, site string, from, to time.Time) ([]settle.Settlement, error)
	SettlementVersions(ctx context.Context, site string, interval unit.Interval) ([]settle.Settlement, error)
	// Rollup adds settlements up by "hour" or "day".
	Rollup(ctx context.Context, site string, from, to time.Time, by string) ([]report.Sum, error)
}

// Market reads observations.
type Market interface {
	Catalogue(ctx context.Context) ([]report.SeriesInfo, error)
	Downsample(ctx context.Context, series market.Series, from, to time.Time, step time.Duration) ([]report.Point, error)
	Range(ctx context.Context, series market.Series, from, to, asOf time.Time) ([]market.Observation, error)
}

// Machines reads what machines were told and what they show.
type Machines interface {
	Commands(ctx context.Context, site, decisionKey string) ([]episode.Command, error)
	LatestReadings(ctx context.Context) ([]site.Reading, error)
}

// OrderBook reads what binds a site at a moment.
type OrderBook interface {
	Orders(ctx context.Context, site string, at time.Time) (site.Orders, error)
}

// Outbox reads events in the order of their sequence numbers.
type Outbox interface {
	Events(ctx context.Context, after int64, limit int) ([]episode.Event, error)
	LastSeq(ctx context.Context) (int64, error)
	// Changed gives a channel that is closed when events may have been added
	// since the call.
	Changed() <-chan struct{}
}

// Desk takes what operators enter by hand.
type Desk interface {
	Override(ctx context.Context, site string, o site.Override) error
	CancelOverride(ctx context.Context, site, id string) error
	Award(ctx context.Context, site string, a site.Award) error
}

// Emergency takes what cannot wait for a tick.
type Emergency interface {
	Submit(ctx context.Context, site string, ins site.Instruction) (isNew bool, err error)
	// Stop puts the kill switch of a site on or off; an empty site means all.
	Stop(ctx context.Context, site string, on bool, by string) error
}

// Tuner retrains the policy.
type Tuner interface {
	// Retrain starts a job, or gives the id of the one that runs.
	Retrain(ctx context.Context) (id string, err error)
	Job(id string) (report.Job, bool)
	// Cancel calls a running job off; false where no job of the id runs.
	Cancel(id string) bool
	Agent(ctx context.Context) (report.AgentStatus, error)
}

// Auditor keeps who changed what.
type Auditor interface {
	Audit(ctx context.Context, c Change) error
}

// Change is an entry of the audit log.
type Change struct {
	At     time.Time
	Who    string // name of the token
	What   string // such as "override.create"
	Site   string // empty: not about one site
	After  string // JSON of what was asked for, without secrets
	Reason string
}

// Process tells about the program itself.
type Process interface {
	// Next is when the next decision is due; the zero time if none is.
	Next() time.Time
	Settings() []report.Setting
	Feeds(at time.Time) []report.FeedHealth
	Checks(ctx context.Context) []report.Check
}
