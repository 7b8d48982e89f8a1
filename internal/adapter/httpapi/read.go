package httpapi

import (
	"context"
	"fmt"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// ahead is how far beyond now a decision's interval may start: a tick may come
// a moment early.
const ahead = time.Hour

// SiteParam picks a site, or none for all. It is exported, like the others that
// routes embed, because parameters are found by reflection.
type SiteParam struct {
	Site string `query:"site" maxLength:"64" doc:"Site id; all sites without it"`
}

// OneSite picks a site.
type OneSite struct {
	Site string `query:"site" required:"true" minLength:"1" maxLength:"64" doc:"Site id"`
}

// Span is a time from From, inclusive, to To, exclusive.
type Span struct {
	From string `query:"from" maxLength:"40" doc:"Start, RFC 3339 or 2006-01-02T15:04Z; 24 h before the end without it"`
	To   string `query:"to" maxLength:"40" doc:"End, exclusive; now without it"`
}

func (s *Server) readRoutes(api huma.API) {
	get(api, "/api/allocation", "allocation", "What every megawatt does now", s.allocation)
	get(api, "/api/timeline", "timeline", "Allocation over time, in columns", s.timeline)
	get(api, "/api/snapshot", "snapshot", "The outside as the newest decision of a site saw it", s.snapshot)
	get(api, "/api/decisions", "decisions", "Decisions, newest first", s.decisions)
	get(api, "/api/decisions/{site}/{key}", "decision", "One decision with its inputs, commands and settlement", s.decision)
	get(api, "/api/settlements", "settlements", "Settled intervals, newest first", s.settlements)
	get(api, "/api/market", "market", "Every series with its newest value", s.catalogue)
	get(api, "/api/market/series", "series", "One series, in columns", s.series)
	get(api, "/api/fleet", "fleet", "Machines by group", s.fleet)
	get(api, "/api/alerts", "alerts", "What needs attention", s.alerts)
	get(api, "/api/system", "system", "The program itself", s.system)
}

func (s *Server) site(id string) (site.Site, bool) {
	for _, known := range s.cfg.Sites {
		if known.ID == id {
			return known, true
		}
	}
	return site.Site{}, false
}

// sites are the sites that a parameter names: one, or all where it is empty.
func (s *Server) sites(id string) ([]site.Site, error) {
	if id == "" {
		return s.cfg.Sites, nil
	}
	known, ok := s.site(id)
	if !ok {
		return nil, huma.Error404NotFound(fmt.Sprintf("no site %q; /api/system lists them", id))
	}
	return []site.Site{known}, nil
}

// newest is a site's newest decision with its input; nil before the first.
func (s *Server) newest(ctx context.Context, id string) (*episode.Decision, error) {
	list, err := s.deps.Decisions.Decisions(ctx, id, time.Unix(0, 0), s.deps.Clock.Now().Add(ahead), 1)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	d, ok, err := s.deps.Decisions.Decision(ctx, id, list[0].Key)
	if err != nil || !ok {
		return nil, err
	}
	return &d, nil
}

// records are sites with their newest decisions.
func (s *Server) records(ctx context.Context, sites []site.Site) ([]report.SiteRecord, error) {
	records := make([]report.SiteRecord, 0, len(sites))
	for _, known := range sites {
		d, err := s.newest(ctx, known.ID)
		if err != nil {
			return nil, s.failed(ctx, "reading the newest decision of "+known.ID, err)
		}
		records = append(records, report.SiteRecord{Site: known, Newest: d})
	}
	return records, nil
}

func (s *Server) allocation(ctx context.Context, _ *nothing) (report.Allocation, error) {
	records, err := s.records(ctx, s.cfg.Sites)
	if err != nil {
		return report.Allocation{}, err
	}
	var newest []episode.Decision
	for _, r := range records {
		if r.Newest != nil {
			newest = append(newest, *r.Newest)
		}
	}
	return report.AllocationOf(newest), nil
}

type timelineParams struct {
	OneSite
	Span
	Limit int `query:"limit" minimum:"1" maximum:"9000" default:"2016" doc:"Rows at most; the newest are kept"`
}

func (s *Server) timeline(ctx context.Context, in *timelineParams) (report.Timeline, error) {
	known, from, to, err := s.siteAndTime(in.Site, in.Span)
	if err != nil {
		return report.Timeline{}, err
	}
	decisions, err := s.deps.Decisions.Decisions(ctx, known.ID, from, to, in.Limit+1)
	if err != nil {
		return report.Timeline{}, s.failed(ctx, "reading decisions", err)
	}
	settled, err := s.deps.Ledger.Settlements(ctx, known.ID, from, to)
	if err != nil {
		return report.Timeline{}, s.failed(ctx, "reading settlements", err)
	}
	return report.TimelineOf(report.TimelineInput{
		Site: known, From: from, To: to, Limit: in.Limit, Decisions: decisions, Settled: settled,
	}), nil
}

func (s *Server) siteAndTime(id string, in Span) (known site.Site, from, to time.Time, err error) {
	sites, err := s.sites(id)
	if err != nil {
		return known, from, to, err
	}
	from, to, err = s.times(in)
	return sites[0], from, to, err
}

func (s *Server) snapshot(ctx context.Context, in *OneSite) (report.Snapshot, error) {
	sites, err := s.sites(in.Site)
	if err != nil {
		return report.Snapshot{}, err
	}
	d, err := s.newest(ctx, sites[0].ID)
	if err != nil {
		return report.Snapshot{}, s.failed(ctx, "reading the newest decision", err)
	}
	if d == nil {
		return report.Snapshot{}, huma.Error404NotFound("nothing has been decided for this site yet")
	}
	return report.SnapshotOf(&d.Input.Site, &d.Input.Snapshot), nil
}

type decisionsParams struct {
	SiteParam
	Span
	Limit int `query:"limit" minimum:"1" maximum:"2016" default:"100" doc:"Rows at most, newest first"`
}

func (s *Server) decisions(ctx context.Context, in *decisionsParams) (report.Decisions, error) {
	if _, err := s.sites(in.Site); err != nil {
		return report.Decisions{}, err
	}
	from, to, err := s.times(in.Span)
	if err != nil {
		return report.Decisions{}, err
	}
	list, err := s.deps.Decisions.Decisions(ctx, in.Site, from, to, in.Limit)
	if err != nil {
		return report.Decisions{}, s.failed(ctx, "reading decisions", err)
	}
	return report.DecisionsOf(list, in.Limit), nil
}

type decisionParams struct {
	Site string `path:"site" maxLength:"64" doc:"Site id"`
	Key  string `path:"key" maxLength:"200" doc:"Decision key: an interval's start such as 2026-01-31T18:05Z, or fast/INSTRUCTION/REVISION"`
}

func (s *Server) decision(ctx context.Context, in *decisionParams) (report.Decision, error) {
	d, ok, err := s.deps.Decisions.Decision(ctx, in.Site, in.Key)
	if err != nil {
		return report.Decision{}, s.failed(ctx, "reading the decision", err)
	}
	if !ok {
		return report.Decision{}, huma.Error404NotFound(fmt.Sprintf("no decision %q of site %q", in.Key, in.Site))
	}
	commands, err := s.deps.Machines.Commands(ctx, in.Site, in.Key)
	if err != nil {
		return report.Decision{}, s.failed(ctx, "reading commands", err)
	}
	settled, err := s.deps.Ledger.SettlementVersions(ctx, in.Site, d.Interval)
	if err != nil {
		return report.Decision{}, s.failed(ctx, "reading settlements", err)
	}
	return report.DecisionOf(&d, commands, settled), nil
}

func (s *Server) settlements(ctx context.Context, in *decisionsParams) (report.Settlements, error) {
	if _, err := s.sites(in.Site); err != nil {
		return report.Settlements{}, err
	}
	from, to, err := s.times(in.Span)
	if err != nil {
		return report.Settlements{}, err
	}
	list, err := s.deps.Ledger.Settlements(ctx, in.Site, from, to)
	if err != nil {
		return report.Settlements{}, s.failed(ctx, "reading settlements", err)
	}
	return report.SettlementsOf(list, in.Limit), nil
}

func (s *Server) catalogue(ctx context.Context, _ *nothing) (report.MarketCatalogue, error) {
	infos, err := s.deps.Market.Catalogue(ctx)
	if err != nil {
		return report.MarketCatalogue{}, s.failed(ctx, "reading the catalogue", err)
	}
	return report.CatalogueOf(s.deps.Clock.Now(), infos, s.cfg.Limits), nil
}

type seriesParams struct {
	Span
	Series string `query:"series" required:"true" minLength:"1" maxLength:"120" doc:"Series id, as in /api/market"`
	Points int    `query:"points" minimum:"2" maximum:"5000" default:"600" doc:"Points at most"`
}

func (s *Server) series(ctx context.Context, in *seriesParams) (report.SeriesData, error) {
	from, to, err := s.times(in.Span)
	if err != nil {
		return report.SeriesData{}, err
	}
	wanted, err := market.ParseSeries(in.Series)
	if err != nil {
		return report.SeriesData{}, invalid("query.series", in.Series, "want an id as in /api/market")
	}
	infos, err := s.deps.Market.Catalogue(ctx)
	if err != nil {
		return report.SeriesData{}, s.failed(ctx, "reading the catalogue", err)
	}
	source, known := "", false
	for _, info := range infos {
		if info.Newest.Series == wanted {
			source, known = info.Newest.Source, true
		}
	}
	if !known {
		return report.SeriesData{}, huma.Error404NotFound(fmt.Sprintf("no series %q; /api/market lists them", in.Series))
	}
	step := stepFor(to.Sub(from), in.Points)
	points, err := s.deps.Market.Downsample(ctx, wanted, from, to, step)
	if err != nil {
		return report.SeriesData{}, s.failed(ctx, "reading the series", err)
	}
	return report.SeriesOf(wanted, source, from, to, step, points), nil
}

// stepFor is the shortest step of a chart's grid that keeps a span within so
// many points. Steps divide a day, so that points start where intervals do.
func stepFor(length time.Duration, points int) time.Duration {
	for _, step := range []time.Duration{
		time.Minute, unit.Control, unit.Settlement, time.Hour, 6 * time.Hour, 24 * time.Hour,
	} {
		if length/step < time.Duration(points) {
			return step
		}
	}
	return (length/time.Duration(points-1) + 24*time.Hour).Truncate(24 * time.Hour)
}

func (s *Server) fleet(ctx context.Context, _ *nothing) (report.Fleet, error) {
	records, commands, err := s.running(ctx)
	if err != nil {
		return report.Fleet{}, err
	}
	readings, err := s.deps.Machines.LatestReadings(ctx)
	if err != nil {
		return report.Fleet{}, s.failed(ctx, "reading meters", err)
	}
	return report.FleetOf(s.deps.Clock.Now(), records, readings, commands), nil
}

// running is every site with its newest decision, and the commands of those.
func (s *Server) running(ctx context.Context) ([]report.SiteRecord, []episode.Command, error) {
	records, err := s.records(ctx, s.cfg.Sites)
	if err != nil {
		return nil, nil, err
	}
	var commands []episode.Command
	for _, r := range records {
		if r.Newest == nil {
			continue
		}
		of, err := s.deps.Machines.Commands(ctx, r.Site.ID, r.Newest.Key)
		if err != nil {
			return nil, nil, s.failed(ctx, "reading commands", err)
		}
		commands = append(commands, of...)
	}
	return records, commands, nil
}

func (s *Server) alerts(ctx context.Context, _ *nothing) (report.Alerts, error) {
	at := s.deps.Clock.Now()
	records, commands, err := s.running(ctx)
	if err != nil {
		return report.Alerts{}, err
	}
	orders := make(map[string]site.Orders, len(records))
	for _, r := range records {
		if orders[r.Site.ID], err = s.deps.Orders.Orders(ctx, r.Site.ID, at); err != nil {
			return report.Alerts{}, s.failed(ctx, "reading orders", err)
		}
	}
	return report.AlertsOf(report.AlertInput{
		At: at, Sites: records, Orders: orders, Commands: commands,
		Feeds: s.deps.Process.Feeds(at), Checks: s.deps.Process.Checks(ctx), Recording: s.deps.Recording.Troubles(),
		Fleets: s.deps.Yard.Troubles(),
	}), nil
}

func (s *Server) system(ctx context.Context, _ *nothing) (report.System, error) {
	at := s.deps.Clock.Now()
	last, err := s.deps.Outbox.LastSeq(ctx)
	if err != nil {
		return report.System{}, s.failed(ctx, "reading events", err)
	}
	view := report.System{
		At: at, Simulated: s.cfg.World == "simulated", Version: s.cfg.Version, Commit: s.cfg.Commit, Go: s.cfg.GoVersion,
		Role: s.cfg.Role, Control: s.cfg.Control, World: s.cfg.World, Speed: s.deps.Clock.Speed(), Started: s.cfg.Started,
		Sites: report.SitesOf(s.cfg.Sites), Config: listed(s.deps.Process.Settings()), Feeds: listed(s.deps.Process.Feeds(at)),
		Checks: s.health(ctx).Checks, StopSites: []string{}, EventsLast: last, Streams: len(s.streams),
	}
	for _, known := range s.cfg.Sites {
		orders, err := s.deps.Orders.Orders(ctx, known.ID, at)
		if err != nil {
			return report.System{}, s.failed(ctx, "reading orders", err)
		}
		if orders.Stop {
			view.StopSites = append(view.StopSites, known.ID)
		}
	}
	view.StopAll = len(s.cfg.Sites) > 0 && len(view.StopSites) == len(s.cfg.Sites)
	return view, nil
}

// listed is a list that is never null.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
