package httpapi

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

func (s *Server) changeRoutes(api huma.API) {
	get(api, "/api/overrides", "orders", "What binds each site from outside its policy", s.orders)
	change(api, operation(http.MethodPost, "/api/overrides", "override", "Set a class or a site to a power for a time", Operator),
		http.StatusCreated, s.override)
	change(api, operation(http.MethodDelete, "/api/overrides/{site}/{id}", "cancel-override", "End an override", Operator),
		http.StatusNoContent, s.cancelOverride)
	change(api, operation(http.MethodPost, "/api/instructions", "instruct", "Enter an instruction of ERCOT, the TDSP or the QSE", Operator),
		http.StatusOK, s.instruct)
	change(api, operation(http.MethodPost, "/api/awards", "award", "Enter a real-time reserve award", Operator),
		http.StatusNoContent, s.award)
	change(api, operation(http.MethodPost, "/api/stop", "stop", "Kill switch: everything off, of one site or of all", Operator),
		http.StatusNoContent, s.stop)
	change(api, operation(http.MethodDelete, "/api/stop", "release", "Release the kill switch", Operator),
		http.StatusNoContent, s.release)
}

// change registers a route that changes something.
func change[In, Out any](api huma.API, op huma.Operation, status int, do func(context.Context, *In) (*Out, error)) {
	op.DefaultStatus = status
	huma.Register(api, op, do)
}

// audit writes down who is about to change what. Where it cannot, nothing may
// be changed.
func (s *Server) audit(ctx context.Context, what, siteID string, asked any, reason string) error {
	after, err := json.Marshal(asked)
	if err == nil {
		err = s.deps.Auditor.Audit(ctx, Change{
			At: s.deps.Clock.Now(), Who: callerOf(ctx).name, What: what, Site: siteID, After: string(after), Reason: reason,
		})
	}
	if err != nil {
		return s.failed(ctx, "writing the audit log", err)
	}
	return nil
}

func (s *Server) orders(ctx context.Context, _ *nothing) (report.OrderList, error) {
	at := s.deps.Clock.Now()
	list := report.OrderList{At: at, Sites: make([]report.SiteOrders, 0, len(s.cfg.Sites))}
	for _, known := range s.cfg.Sites {
		orders, err := s.deps.Orders.Orders(ctx, known.ID, at)
		if err != nil {
			return list, s.failed(ctx, "reading orders", err)
		}
		list.Sites = append(list.Sites, report.SiteOrders{Site: known.ID, Orders: report.OrdersOf(&orders)})
	}
	return list, nil
}

// OverrideRequest asks for a power of a class, or of a whole site.
type OverrideRequest struct {
	Site    string  `json:"site" minLength:"1" maxLength:"64"`
	Class   string  `json:"class,omitempty" maxLength:"64" doc:"Asset class; the whole site without it"`
	PowerMW float64 `json:"power_mw" minimum:"0" maximum:"100000" doc:"MW of machines"`
	Minutes int     `json:"minutes" minimum:"1" maximum:"1440" doc:"How long it lasts"`
	Reason  string  `json:"reason" minLength:"1" maxLength:"500"`
}

func (s *Server) override(ctx context.Context, in *struct{ Body OverrideRequest }) (*answer[report.Override], error) {
	b := in.Body
	known, ok := s.site(b.Site)
	if !ok {
		return nil, invalid("body.site", b.Site, "no such site; /api/system lists them")
	}
	if err := fitting(&known, b.Class, b.PowerMW); err != nil {
		return nil, err
	}
	if strings.TrimSpace(b.Reason) == "" {
		return nil, invalid("body.reason", b.Reason, "say why")
	}
	now := s.deps.Clock.Now()
	o := site.Override{
		ID: strings.ToLower(rand.Text()[:10]), Class: b.Class, MW: unit.MW(b.PowerMW), By: callerOf(ctx).name,
		Reason: b.Reason, Start: now, End: now.Add(time.Duration(b.Minutes) * time.Minute),
	}
	if err := s.audit(ctx, "override.create", b.Site, o, b.Reason); err != nil {
		return nil, err
	}
	if err := s.deps.Desk.Override(ctx, b.Site, o); err != nil {
		return nil, s.failed(ctx, "setting the override", err)
	}
	return &answer[report.Override]{report.OverrideOf(o)}, nil
}

// fitting checks a wished power against what there is.
func fitting(s *site.Site, class string, mw float64) error {
	most := s.MachineMW(s.Limits.SiteMW)
	if class != "" {
		c, ok := s.Class(class)
		if !ok {
			return invalid("body.class", class, "the site has no such class; /api/system lists them")
		}
		most = c.MaxMW()
	}
	if mw > float64(most)+1e-9 {
		return invalid("body.power_mw", mw, "more than the "+mwText(most)+" there is")
	}
	return nil
}

type overrideParams struct {
	Site string `path:"site" maxLength:"64"`
	ID   string `path:"id" maxLength:"64"`
}

func (s *Server) cancelOverride(ctx context.Context, in *overrideParams) (*struct{}, error) {
	if _, err := s.sites(in.Site); err != nil {
		return nil, err
	}
	orders, err := s.deps.Orders.Orders(ctx, in.Site, s.deps.Clock.Now())
	if err != nil {
		return nil, s.failed(ctx, "reading orders", err)
	}
	for _, o := range orders.Overrides {
		if o.ID != in.ID {
			continue
		}
		if err := s.audit(ctx, "override.cancel", in.Site, o, ""); err != nil {
			return nil, err
		}
		if err := s.deps.Desk.CancelOverride(ctx, in.Site, in.ID); err != nil {
			return nil, s.failed(ctx, "ending the override", err)
		}
		return nil, nil
	}
	return nil, huma.Error404NotFound("no such override is in force; GET /api/overrides lists them")
}

// InstructionRequest is an instruction as it was received.
type InstructionRequest struct {
	Site     string     `json:"site" minLength:"1" maxLength:"64"`
	ID       string     `json:"id" minLength:"1" maxLength:"64" pattern:"^[A-Za-z0-9._:-]+$"`
	Revision int        `json:"revision,omitempty" minimum:"0" maximum:"1000000"`
	From     string     `json:"from" enum:"ercot,tdsp,qse,ufr"`
	Kind     string     `json:"kind" enum:"curtail,deploy,recall,base_point"`
	Product  string     `json:"product,omitempty" maxLength:"16"`
	MaxMW    *float64   `json:"max_mw,omitempty" minimum:"0" maximum:"100000" doc:"At the meter"`
	MinMW    *float64   `json:"min_mw,omitempty" minimum:"0" maximum:"100000" doc:"At the meter"`
	Start    *time.Time `json:"start_utc,omitempty" doc:"Now without it"`
	End      *time.Time `json:"end_utc,omitempty" doc:"Until recalled without it"`
}

// Taken says whether an instruction was not known before.
type Taken struct {
	New bool `json:"new"`
}

func (s *Server) instruct(ctx context.Context, in *struct{ Body InstructionRequest }) (*answer[Taken], error) {
	b := in.Body
	if _, ok := s.site(b.Site); !ok {
		return nil, invalid("body.site", b.Site, "no such site; /api/system lists them")
	}
	now := s.deps.Clock.Now()
	ins := site.Instruction{
		ID: b.ID, Revision: b.Revision, From: b.From, Kind: b.Kind, Product: b.Product,
		MaxMW: megawatts(b.MaxMW), MinMW: megawatts(b.MinMW), Start: now, Received: now,
	}
	if b.Start != nil {
		ins.Start = b.Start.UTC()
	}
	if b.End != nil {
		ins.End = b.End.UTC()
		if !ins.End.After(ins.Start) {
			return nil, invalid("body.end_utc", b.End, "must be after the start")
		}
	}
	if b.MaxMW != nil && b.MinMW != nil && *b.MinMW > *b.MaxMW {
		return nil, invalid("body.min_mw", *b.MinMW, "must not exceed max_mw")
	}
	if b.Kind != "recall" && b.Kind != "deploy" && b.MaxMW == nil && b.MinMW == nil {
		return nil, invalid("body.max_mw", nil, b.Kind+" needs max_mw or min_mw")
	}
	// The order first: an audit log that cannot be written must not hold up what
	// the grid asked for.
	isNew, err := s.deps.Emergency.Submit(ctx, b.Site, ins)
	if err != nil {
		return nil, s.failed(ctx, "taking the instruction", err)
	}
	if err := s.audit(ctx, "instruction", b.Site, ins, ""); err != nil {
		return nil, err
	}
	return &answer[Taken]{Taken{isNew}}, nil
}

// AwardRequest is a real-time reserve award.
type AwardRequest struct {
	Site     string    `json:"site" minLength:"1" maxLength:"64"`
	Product  string    `json:"product" enum:"REGUP,REGDN,RRS,ECRS,NSPIN"`
	PowerMW  float64   `json:"power_mw" minimum:"0" maximum:"100000"`
	Up       bool      `json:"up" doc:"The load can be dropped on call; else it can be raised"`
	LowMW    float64   `json:"low_mw,omitempty" minimum:"0" maximum:"100000" doc:"Low power consumption limit at the meter"`
	Start    time.Time `json:"start_utc"`
	End      time.Time `json:"end_utc"`
	Deployed bool      `json:"deployed,omitempty"`
}

func (s *Server) award(ctx context.Context, in *struct{ Body AwardRequest }) (*struct{}, error) {
	b := in.Body
	known, ok := s.site(b.Site)
	if !ok {
		return nil, invalid("body.site", b.Site, "no such site; /api/system lists them")
	}
	if !b.End.After(b.Start) {
		return nil, invalid("body.end_utc", b.End, "must be after the start")
	}
	if limit := known.Limits.SiteMW; b.PowerMW+b.LowMW > float64(limit)+1e-9 {
		return nil, invalid("body.power_mw", b.PowerMW, "with low_mw more than the site's "+mwText(limit))
	}
	a := site.Award{
		Product: b.Product, MW: unit.MW(b.PowerMW), Up: b.Up, LowMW: unit.MW(b.LowMW),
		Start: b.Start.UTC(), End: b.End.UTC(), Deployed: b.Deployed,
	}
	if err := s.audit(ctx, "award", b.Site, a, ""); err != nil {
		return nil, err
	}
	if err := s.deps.Desk.Award(ctx, b.Site, a); err != nil {
		return nil, s.failed(ctx, "entering the award", err)
	}
	return nil, nil
}

// StopRequest asks for everything off.
type StopRequest struct {
	Site   string `json:"site,omitempty" maxLength:"64" doc:"All sites without it"`
	Reason string `json:"reason" minLength:"1" maxLength:"500"`
}

func (s *Server) stop(ctx context.Context, in *struct{ Body StopRequest }) (*struct{}, error) {
	if _, ok := s.site(in.Body.Site); in.Body.Site != "" && !ok {
		return nil, invalid("body.site", in.Body.Site, "no such site; /api/system lists them")
	}
	// The switch first: safety does not wait for paper.
	if err := s.deps.Emergency.Stop(ctx, in.Body.Site, true, callerOf(ctx).name); err != nil {
		return nil, s.failed(ctx, "stopping", err)
	}
	return nil, s.audit(ctx, "stop", in.Body.Site, nil, in.Body.Reason)
}

type releaseParams struct {
	SiteParam
	Reason string `query:"reason" required:"true" minLength:"1" maxLength:"500"`
}

func (s *Server) release(ctx context.Context, in *releaseParams) (*struct{}, error) {
	if _, err := s.sites(in.Site); err != nil {
		return nil, err
	}
	if err := s.audit(ctx, "stop.release", in.Site, nil, in.Reason); err != nil {
		return nil, err
	}
	if err := s.deps.Emergency.Stop(ctx, in.Site, false, callerOf(ctx).name); err != nil {
		return nil, s.failed(ctx, "releasing the kill switch", err)
	}
	return nil, nil
}

func megawatts(mw *float64) *unit.MW {
	if mw == nil {
		return nil
	}
	p := unit.MW(*mw)
	return &p
}

func mwText(mw unit.MW) string {
	return strconv.FormatFloat(float64(mw), 'f', -1, 64) + " MW"
}
