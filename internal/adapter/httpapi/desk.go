package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// DayAhead is the desk of ERCOT's markets. Its errors wrap [ErrDesk] where what
// is asked for makes no sense or is not possible now.
type DayAhead interface {
	Board(ctx context.Context, site string) (report.DeskBoard, error)
	Day(ctx context.Context, site, day string) (d desk.Day, ok bool, err error)
	Approve(ctx context.Context, site, day string, on bool, by string) (desk.Day, error)
	Replace(ctx context.Context, site, day string, table []byte, by string) (desk.Day, error)
	Enter(ctx context.Context, site, day string, awards []site.Position, by string) (desk.Day, error)
	Reconcile(ctx context.Context, site, name string, table []byte) (settle.Comparison, error)
	Publish(ctx context.Context, i unit.Interval, system unit.MW) ([]settle.Reconciled, error)
	Telemetry(ctx context.Context, site string) (report.Telemetry, error)
}

// ErrDesk means that the desk cannot do what it is asked to; the text says why.
var ErrDesk = errors.New("the desk refuses")

// closed is where no desk works.
type closed struct{}

func (closed) Board(context.Context, string) (report.DeskBoard, error) {
	return report.DeskBoard{Sites: []report.DeskSite{}, Matrix: report.ProductMatrix(), Link: report.DeskLink{Way: "this process has no desk"}}, nil
}

func (closed) Day(context.Context, string, string) (desk.Day, bool, error) {
	return desk.Day{}, false, nil
}

func (closed) Approve(context.Context, string, string, bool, string) (desk.Day, error) {
	return desk.Day{}, ErrDesk
}

func (closed) Replace(context.Context, string, string, []byte, string) (desk.Day, error) {
	return desk.Day{}, ErrDesk
}

func (closed) Enter(context.Context, string, string, []site.Position, string) (desk.Day, error) {
	return desk.Day{}, ErrDesk
}

func (closed) Reconcile(context.Context, string, string, []byte) (settle.Comparison, error) {
	return settle.Comparison{}, ErrDesk
}

func (closed) Publish(context.Context, unit.Interval, unit.MW) ([]settle.Reconciled, error) {
	return nil, ErrDesk
}

func (closed) Telemetry(context.Context, string) (report.Telemetry, error) {
	return report.Telemetry{}, ErrDesk
}

// tableBody is the most that a table in a request may hold.
const tableBody = 8 << 20

func (s *Server) deskRoutes(api huma.API) {
	get(api, "/api/desk", "desk", "Offers, awards and obligations in ERCOT's markets", s.deskBoard)
	get(api, "/api/desk/telemetry", "telemetry", "What the RTU of the QSE reads of a site", s.telemetry)
	get(api, "/api/arbitrage", "arbitrage", "The price of energy against what each class of machines makes of it", s.arbitrage)
	huma.Register(api, operation(http.MethodGet, "/api/desk/{site}/{day}", "deskDay", "An operating day's offers, costs and awards, whole", Viewer), s.deskWhole)
	huma.Register(api, operation(http.MethodGet, "/api/desk/{site}/{day}/offers.csv", "deskOffers", "An operating day's offers as a table", Viewer), s.deskOffers)
	huma.Register(api, operation(http.MethodGet, "/api/desk/{site}/{day}/awards.csv", "deskAwards", "An operating day's awards as a table", Viewer), s.deskAwards)
	change(api, operation(http.MethodPost, "/api/desk/{site}/{day}/approval", "approveOffers", "Let an operating day's offers go out, or hold them back", Operator),
		http.StatusOK, s.approveOffers)
	change(api, wide(operation(http.MethodPost, "/api/desk/{site}/{day}/offers", "replaceOffers", "Put curves in place of the offers' own", Operator)),
		http.StatusOK, s.replaceOffers)
	change(api, wide(operation(http.MethodPost, "/api/desk/{site}/{day}/awards", "enterAwards", "Enter the day-ahead market's awards", Operator)),
		http.StatusOK, s.enterAwards)
	change(api, wide(operation(http.MethodPost, "/api/statements", "reconcile", "Hold a statement against our own settlement", Operator)),
		http.StatusOK, s.reconcile)
	change(api, operation(http.MethodPost, "/api/peaks", "publishPeak", "Settle a month's coincident peak as ERCOT published it", Operator),
		http.StatusOK, s.publishPeak)
}

func wide(op huma.Operation) huma.Operation {
	op.MaxBodyBytes = tableBody
	return op
}

func (s *Server) deskBoard(ctx context.Context, in *SiteParam) (report.DeskBoard, error) {
	if _, err := s.sites(in.Site); err != nil {
		return report.DeskBoard{}, err
	}
	b, err := s.deps.DayAhead.Board(ctx, in.Site)
	if err != nil {
		return b, s.failed(ctx, "reading the desk", err)
	}
	b.At = s.deps.Clock.Now()
	return b, nil
}

func (s *Server) telemetry(ctx context.Context, in *OneSite) (report.Telemetry, error) {
	t, err := s.deps.DayAhead.Telemetry(ctx, in.Site)
	if errors.Is(err, ErrDesk) {
		return t, huma.Error404NotFound("the site takes part in no market")
	}
	if err != nil {
		return t, s.failed(ctx, "reading telemetry", err)
	}
	return t, nil
}

func (s *Server) arbitrage(ctx context.Context, in *SiteParam) (report.Arbitrage, error) {
	sites, err := s.sites(in.Site)
	if err != nil {
		return report.Arbitrage{}, err
	}
	records, err := s.records(ctx, sites)
	if err != nil {
		return report.Arbitrage{}, err
	}
	return report.ArbitrageOf(s.deps.Clock.Now(), records), nil
}

// DeskDayParam names an operating day of a site.
type DeskDayParam struct {
	Site string `path:"site" maxLength:"64" doc:"Site id"`
	Day  string `path:"day" pattern:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$" doc:"Operating day, Central date"`
}

func (s *Server) deskDay(ctx context.Context, in *DeskDayParam) (desk.Day, error) {
	if _, ok := s.site(in.Site); !ok {
		return desk.Day{}, huma.Error404NotFound("no such site; /api/system lists them")
	}
	d, ok, err := s.deps.DayAhead.Day(ctx, in.Site, in.Day)
	if errors.Is(err, ErrDesk) || err == nil && !ok {
		return desk.Day{}, huma.Error404NotFound("no offers were made for that day")
	}
	if err != nil {
		return desk.Day{}, s.failed(ctx, "reading offers", err)
	}
	return d, nil
}

// deskWhole is the day as it is kept; docs/participation.md describes it.
func (s *Server) deskWhole(ctx context.Context, in *DeskDayParam) (*fileAnswer, error) {
	d, err := s.deskDay(ctx, in)
	if err != nil {
		return nil, err
	}
	body, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return nil, s.failed(ctx, "writing offers", err)
	}
	return &fileAnswer{"application/json", body}, nil
}

type fileAnswer struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

type tableAnswer struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

func (s *Server) deskOffers(ctx context.Context, in *DeskDayParam) (*tableAnswer, error) {
	d, err := s.deskDay(ctx, in)
	if err != nil {
		return nil, err
	}
	return &tableAnswer{"text/csv; charset=utf-8", `attachment; filename="offers-` + in.Site + "-" + in.Day + `.csv"`, d.CSV()}, nil
}

func (s *Server) deskAwards(ctx context.Context, in *DeskDayParam) (*tableAnswer, error) {
	d, err := s.deskDay(ctx, in)
	if err != nil {
		return nil, err
	}
	return &tableAnswer{"text/csv; charset=utf-8", `attachment; filename="awards-` + in.Site + "-" + in.Day + `.csv"`, desk.AwardsCSV(d.Site, d.Awards)}, nil
}

// ApprovalRequest lets offers go out.
type ApprovalRequest struct {
	Approve bool   `json:"approve" doc:"False holds them back"`
	Reason  string `json:"reason" minLength:"1" maxLength:"500"`
}

// TableRequest brings a table.
type TableRequest struct {
	CSV    string `json:"csv" minLength:"1" maxLength:"8000000"`
	Reason string `json:"reason" minLength:"1" maxLength:"500"`
}

type deskChange[T any] struct {
	DeskDayParam
	Body T
}

// DeskStatus is how far an operating day has come.
type DeskStatus struct {
	Site     string `json:"site"`
	Day      string `json:"operating_day"`
	Status   string `json:"status"`
	Revision int    `json:"revision"`
	By       string `json:"approved_by"`
	Awards   int    `json:"awards"`
}

func statusOf(d desk.Day) *answer[DeskStatus] {
	return &answer[DeskStatus]{DeskStatus{d.Site, d.Day, string(d.Status), d.Revision, d.By, len(d.Awards)}}
}

// desked turns the desk's errors into answers.
func (s *Server) desked(ctx context.Context, what, field string, err error) error {
	if errors.Is(err, ErrDesk) || errors.Is(err, desk.ErrCSV) || errors.Is(err, settle.ErrStatement) {
		return invalid(field, nil, err.Error())
	}
	return s.failed(ctx, what, err)
}

func (s *Server) approveOffers(ctx context.Context, in *deskChange[ApprovalRequest]) (*answer[DeskStatus], error) {
	if err := s.audit(ctx, "offers.approve", in.Site, map[string]any{"day": in.Day, "approve": in.Body.Approve}, in.Body.Reason); err != nil {
		return nil, err
	}
	d, err := s.deps.DayAhead.Approve(ctx, in.Site, in.Day, in.Body.Approve, callerOf(ctx).name)
	if err != nil {
		return nil, s.desked(ctx, "approving offers", "path.day", err)
	}
	return statusOf(d), nil
}

func (s *Server) replaceOffers(ctx context.Context, in *deskChange[TableRequest]) (*answer[DeskStatus], error) {
	if err := s.audit(ctx, "offers.replace", in.Site, map[string]any{"day": in.Day, "bytes": len(in.Body.CSV)}, in.Body.Reason); err != nil {
		return nil, err
	}
	d, err := s.deps.DayAhead.Replace(ctx, in.Site, in.Day, []byte(in.Body.CSV), callerOf(ctx).name)
	if err != nil {
		return nil, s.desked(ctx, "changing offers", "body.csv", err)
	}
	return statusOf(d), nil
}

func (s *Server) enterAwards(ctx context.Context, in *deskChange[TableRequest]) (*answer[DeskStatus], error) {
	awards, err := desk.ReadAwards(in.Site, []byte(in.Body.CSV))
	if err != nil {
		return nil, s.desked(ctx, "reading awards", "body.csv", err)
	}
	if err := s.audit(ctx, "awards.enter", in.Site, map[string]any{"day": in.Day, "awards": len(awards)}, in.Body.Reason); err != nil {
		return nil, err
	}
	d, err := s.deps.DayAhead.Enter(ctx, in.Site, in.Day, awards, callerOf(ctx).name)
	if err != nil {
		return nil, s.desked(ctx, "entering awards", "body.csv", err)
	}
	return statusOf(d), nil
}

// StatementRequest brings a statement of ERCOT, a QSE or a retailer.
type StatementRequest struct {
	Site string `json:"site" maxLength:"64"`
	Name string `json:"name" minLength:"1" maxLength:"64" pattern:"^[A-Za-z0-9._-]+$" doc:"By which it is kept; one of the same name is replaced"`
	CSV  string `json:"csv" minLength:"1" maxLength:"8000000"`
}

func (s *Server) reconcile(ctx context.Context, in *struct{ Body StatementRequest }) (*answer[report.DeskStatement], error) {
	if _, ok := s.site(in.Body.Site); !ok {
		return nil, invalid("body.site", in.Body.Site, "no such site; /api/system lists them")
	}
	if err := s.audit(ctx, "statement", in.Body.Site, map[string]any{"name": in.Body.Name, "bytes": len(in.Body.CSV)}, ""); err != nil {
		return nil, err
	}
	c, err := s.deps.DayAhead.Reconcile(ctx, in.Body.Site, in.Body.Name, []byte(in.Body.CSV))
	if err != nil {
		return nil, s.desked(ctx, "reconciling the statement", "body.csv", err)
	}
	return &answer[report.DeskStatement]{report.DeskStatementOf(c)}, nil
}

// PeakRequest is a month's coincident peak as published.
type PeakRequest struct {
	Start    time.Time `json:"start_utc" doc:"Start of the interval"`
	SystemMW float64   `json:"system_mw" minimum:"1000" maximum:"500000"`
}

// PeakAnswer is what a published peak changed.
type PeakAnswer struct {
	Sites []PeakChange `json:"sites"`
}

// PeakChange is what a published peak changed at a site.
type PeakChange struct {
	Site         string  `json:"site"`
	CandidateUSD float64 `json:"candidate_usd"`
	PublishedUSD float64 `json:"published_usd"`
	Difference   float64 `json:"difference_usd"`
	Why          string  `json:"why"`
}

func (s *Server) publishPeak(ctx context.Context, in *struct{ Body PeakRequest }) (*answer[PeakAnswer], error) {
	if err := s.audit(ctx, "peak.publish", "", in.Body, ""); err != nil {
		return nil, err
	}
	i := unit.IntervalAt(in.Body.Start.UTC(), unit.Settlement)
	all, err := s.deps.DayAhead.Publish(ctx, i, unit.MW(in.Body.SystemMW))
	if err != nil {
		return nil, s.desked(ctx, "settling the peak", "body.start_utc", err)
	}
	out := PeakAnswer{Sites: []PeakChange{}}
	for _, r := range all {
		out.Sites = append(out.Sites, PeakChange{r.Published.Site, r.Candidate.Amount.USD(), r.Published.Amount.USD(), r.Difference.USD(), r.Why})
	}
	return &answer[PeakAnswer]{out}, nil
}
