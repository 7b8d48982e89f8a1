package httpapi

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

const (
	day = 24 * time.Hour
	// detailed is how much of a window is looked at interval by interval: a
	// longer one would take thousands of decisions for each request.
	detailed = 48 * time.Hour
	// recent is how much of the past a heartbeat shows.
	recent = 4 * time.Hour
	// pricesBefore is how long before a span its first price may have been seen.
	pricesBefore = 24 * time.Hour
)

func (s *Server) moneyRoutes(api huma.API) {
	get(api, "/api/metrics", "metrics", "Money and power now and over time, by use", s.metrics)
	get(api, "/api/opportunities", "opportunities", "What a MWh can earn now and in the next 48 hours", s.opportunities)
	get(api, "/api/roi", "roi", "What each use has earned", s.roi)
	get(api, "/api/agent-status", "agent-status", "What decides, and how well it has been tested", s.agent)
	get(api, "/api/jobs/{id}", "job", "A long task", s.job)

	retrain := operation(http.MethodPost, "/api/retrain", "retrain", "Tune the policy on what has been recorded", Operator)
	retrain.DefaultStatus = http.StatusAccepted
	huma.Register(api, retrain, s.retrain)
	cancel := operation(http.MethodDelete, "/api/jobs/{id}", "cancel-job", "Call a running task off; what it would have changed stays as it was", Operator)
	huma.Register(api, cancel, s.cancelJob)
}

func (s *Server) metrics(ctx context.Context, _ *nothing) (report.Metrics, error) {
	at := s.deps.Clock.Now()
	records, err := s.records(ctx, s.cfg.Sites)
	if err != nil {
		return report.Metrics{}, err
	}
	for i := range records {
		if err := s.history(ctx, &records[i], at); err != nil {
			return report.Metrics{}, err
		}
	}
	return report.MetricsOf(report.MetricsInput{
		At: at, Next: s.deps.Process.Next(), Speed: s.deps.Clock.Speed(), Control: s.cfg.Control,
		Threshold: s.cfg.Renewable, Sites: records,
	}), nil
}

// history fills in what a site earned and how regularly it was decided.
func (s *Server) history(ctx context.Context, r *report.SiteRecord, at time.Time) (err error) {
	id := r.Site.ID
	if r.Recent, err = s.deps.Decisions.Decisions(ctx, id, at.Add(-recent), at.Add(ahead), 0); err != nil {
		return s.failed(ctx, "reading decisions", err)
	}
	if r.Hourly, err = s.deps.Ledger.Rollup(ctx, id, at.Add(-7*day), at, "hour"); err != nil {
		return s.failed(ctx, "adding up settlements", err)
	}
	if r.Daily, err = s.deps.Ledger.Rollup(ctx, id, at.Add(-30*day), at, "day"); err != nil {
		return s.failed(ctx, "adding up settlements", err)
	}
	return nil
}

func (s *Server) opportunities(ctx context.Context, in *SiteParam) (report.Opportunities, error) {
	sites, err := s.sites(in.Site)
	if err != nil {
		return report.Opportunities{}, err
	}
	records, err := s.records(ctx, sites)
	if err != nil {
		return report.Opportunities{}, err
	}
	return report.OpportunitiesOf(s.deps.Clock.Now(), records, s.cfg.Renewable), nil
}

type roiParams struct {
	SiteParam
	Window string `query:"window" enum:"24h,48h,7d,30d,90d,365d" default:"7d" doc:"How far back"`
}

func (s *Server) roi(ctx context.Context, in *roiParams) (report.ROI, error) {
	sites, err := s.sites(in.Site)
	if err != nil {
		return report.ROI{}, err
	}
	at := s.deps.Clock.Now()
	length, bucket := windowOf(in.Window)
	input := report.ROIInput{
		At: at, Site: in.Site, Window: in.Window, From: at.Add(-length), Bucket: bucket,
		Detailed: at.Add(-min(length, detailed)),
	}
	if input.Sums, err = s.deps.Ledger.Rollup(ctx, in.Site, input.From, at, bucket); err != nil {
		return report.ROI{}, s.failed(ctx, "adding up settlements", err)
	}
	for _, known := range sites {
		detail, err := s.detail(ctx, known, input.Detailed, at)
		if err != nil {
			return report.ROI{}, err
		}
		input.Details = append(input.Details, detail)
	}
	return report.ROIOf(input), nil
}

// windowOf is the length of a window and the buckets it is shown in.
func windowOf(name string) (length time.Duration, bucket string) {
	switch name {
	case "24h":
		return day, "hour"
	case "48h":
		return 2 * day, "hour"
	case "30d":
		return 30 * day, "day"
	case "90d":
		return 90 * day, "day"
	case "365d":
		return 365 * day, "day"
	}
	return 7 * day, "hour"
}

// detail is a site's single intervals of a span, with the prices of the time.
func (s *Server) detail(ctx context.Context, known site.Site, from, to time.Time) (d report.SiteDetail, err error) {
	d.Site = known
	if d.Newest, err = s.newest(ctx, known.ID); err != nil {
		return d, s.failed(ctx, "reading the newest decision", err)
	}
	if d.Decisions, err = s.deps.Decisions.Decisions(ctx, known.ID, from, to, 0); err != nil {
		return d, s.failed(ctx, "reading decisions", err)
	}
	if d.Settled, err = s.deps.Ledger.Settlements(ctx, known.ID, from, to); err != nil {
		return d, s.failed(ctx, "reading settlements", err)
	}
	before := from.Add(-pricesBefore)
	if d.Prices.Hashprice, err = s.deps.Market.Range(ctx, market.Series{Kind: market.HashpriceUSD}, before, to, to); err != nil {
		return d, s.failed(ctx, "reading hashprices", err)
	}
	for i := range known.Classes {
		if known.Classes[i].Kind != site.GPU {
			continue
		}
		of, err := s.deps.Market.Range(ctx, market.Series{Kind: market.GPUHour, Key: known.Classes[i].Model}, before, to, to)
		if err != nil {
			return d, s.failed(ctx, "reading GPU prices", err)
		}
		d.Prices.GPU = append(d.Prices.GPU, of...)
	}
	return d, nil
}

func (s *Server) agent(ctx context.Context, _ *nothing) (report.AgentStatus, error) {
	status, err := s.deps.Tuner.Agent(ctx)
	if err != nil {
		return report.AgentStatus{}, s.failed(ctx, "reading the agent's status", err)
	}
	return status, nil
}

type jobParams struct {
	ID string `path:"id" maxLength:"64" doc:"Job id, as POST /api/retrain gave it"`
}

func (s *Server) job(_ context.Context, in *jobParams) (report.Job, error) {
	job, ok := s.deps.Tuner.Job(in.ID)
	if !ok {
		return report.Job{}, huma.Error404NotFound("no such job; jobs are forgotten when the program ends")
	}
	return job, nil
}

func (s *Server) cancelJob(ctx context.Context, in *jobParams) (*nothing, error) {
	if err := s.audit(ctx, "job.cancel", "", map[string]string{"id": in.ID}, ""); err != nil {
		return nil, err
	}
	if !s.deps.Tuner.Cancel(in.ID) {
		return nil, huma.Error404NotFound("no such job is running")
	}
	return &nothing{}, nil
}

// Accepted names the job that was started.
type Accepted struct {
	ID string `json:"id"`
}

func (s *Server) retrain(ctx context.Context, _ *nothing) (*answer[Accepted], error) {
	if err := s.audit(ctx, "retrain", "", nil, ""); err != nil {
		return nil, err
	}
	id, err := s.deps.Tuner.Retrain(ctx)
	if err != nil {
		return nil, s.failed(ctx, "starting to retrain", err)
	}
	return &answer[Accepted]{Accepted{id}}, nil
}
