package app

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/adapter/qse"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	service "github.com/pouw-dem/pouwdem/internal/service/desk"
)

// deskView is the desk as the API shows it.
type deskView struct{ *services }

// Board is how all sites, or one, take part in ERCOT's markets.
func (v deskView) Board(ctx context.Context, siteID string) (report.DeskBoard, error) {
	now := v.clock.Now()
	b := report.DeskBoard{
		At: now, Regime: string(site.RegimeOf(now)), Sites: []report.DeskSite{}, Matrix: report.ProductMatrix(), Link: v.link(),
	}
	for _, s := range v.desk.Members() {
		if siteID != "" && s.ID != siteID {
			continue
		}
		row, err := v.site(ctx, s, now, &b.Link)
		if err != nil {
			return report.DeskBoard{}, err
		}
		for _, d := range row.Days {
			b.Simulated = b.Simulated || d.Simulated
		}
		b.Sites = append(b.Sites, row)
	}
	return b, nil
}

func (v deskView) link() report.DeskLink {
	l := report.DeskLink{Way: "files: no QSE is configured"}
	if u, err := url.Parse(v.cfg.QSE.URL); err == nil && u.Host != "" {
		l.Way = u.Host
	}
	if v.desk.rtu == nil {
		return l
	}
	k := v.desk.rtu.Link()
	l.Modbus, l.Scans, l.Writes, l.Refused, l.EveryMS, l.AnswerUS = k.Address, k.Scans, k.Writes, k.Refused, k.EveryMS, k.AnswerUS
	if !k.LastScan.IsZero() {
		l.LastScan = &k.LastScan
	}
	if !k.LastWrite.IsZero() {
		l.LastWrite = &k.LastWrite
	}
	return l
}

func (v deskView) site(ctx context.Context, s *site.Site, now time.Time, link *report.DeskLink) (report.DeskSite, error) {
	state, err := v.desk.State(s.ID)
	if err != nil {
		return report.DeskSite{}, err
	}
	p := s.Participation
	row := report.DeskSite{
		Site: s.ID, Name: s.Name, Point: s.Point, LoadType: string(p.Type), Auto: p.Auto, Energy: p.Energy, LowMW: float64(p.LowMW),
		MaxMW: float64(p.Most(s)), WakeFail: p.WakeFail, Next: state.Next.String(), Closes: state.Closes.UTC(), Trouble: state.Trouble,
		Days: []report.DeskDay{}, Now: report.DeskNowOf(state.RealTime), Awards: []report.Award{}, Called: []report.Instruction{},
		Obligations: obligations(p, now), Peaks: []report.DeskPeak{}, Statements: []report.DeskStatement{},
	}
	qseTimes(link, state.Timing)
	today := unit.DayOf(now)
	for _, day := range []unit.Day{today, today.Add(1), today.Add(2)} {
		d, ok, err := v.store.Day(ctx, s.ID, day.String())
		if err != nil {
			return row, err
		}
		if ok {
			row.Days = append(row.Days, report.DeskDayOf(s, &d))
		}
	}
	orders, err := v.store.Orders(ctx, s.ID, now)
	if err != nil {
		return row, err
	}
	all := report.OrdersOf(&orders)
	row.Awards = append(row.Awards, all.Awards...)
	for _, ins := range all.Instructions {
		if ins.Kind == "deploy" {
			row.Called = append(row.Called, ins)
		}
	}
	return v.money(ctx, s, row, now)
}

// money adds what comes later: peaks and statements, and the system's state.
func (v deskView) money(ctx context.Context, s *site.Site, row report.DeskSite, now time.Time) (report.DeskSite, error) {
	snap, err := v.controller.Snapshot(ctx, s.ID)
	if err != nil {
		return row, err
	}
	row.EEA = report.Of("eea", market.EEA.Unit(), snap.System.EEA, now)
	row.PRC = report.Of("prc", market.PRC.Unit(), snap.System.PRC, now)
	const shown = 24
	peaks, err := v.store.Peaks(ctx, s.ID, shown)
	if err != nil {
		return row, err
	}
	for _, p := range peaks {
		row.Peaks = append(row.Peaks, report.DeskPeakOf(p))
	}
	statements, err := v.store.Statements(ctx, s.ID, 5)
	if err != nil {
		return row, err
	}
	for _, c := range statements {
		row.Statements = append(row.Statements, report.DeskStatementOf(c))
	}
	return row, nil
}

func obligations(p *site.Participation, now time.Time) []report.DeskObligation {
	all := []report.DeskObligation{}
	for _, o := range p.Obligations {
		text := fmt.Sprintf("%02d:00 to %02d:00 Central", o.FirstHour, o.LastHour)
		if o.Weekdays {
			text += ", Monday to Friday"
		}
		text += fmt.Sprintf(", %s to %s", unit.DayOf(o.From), unit.DayOf(o.To.Add(-time.Hour)))
		all = append(all, report.DeskObligation{
			ID: o.ID, Programme: o.Programme, PowerMW: float64(o.MW), PriceUSD: float64(o.Price), Text: text, Binds: o.Binds(now),
		})
	}
	return all
}

// qseTimes shows how fast orders of the QSE were stored as decisions.
func qseTimes(link *report.DeskLink, all []time.Duration) {
	if len(all) == 0 {
		return
	}
	sorted := slices.Sorted(slices.Values(all))
	median, worst := sorted[len(sorted)/2].Seconds()*1000, sorted[len(sorted)-1].Seconds()*1000
	link.Orders, link.MedianMS, link.WorstMS = len(sorted), &median, &worst
}

// Day is what a site offers for an operating day, whole.
func (v deskView) Day(ctx context.Context, siteID, day string) (desk.Day, bool, error) {
	d, ok, err := v.desk.Day(ctx, siteID, day)
	_, err = refused(d, err)
	return d, ok, err
}

// refused marks what is the caller's to mend.
func refused[T any](v T, err error) (T, error) {
	if errors.Is(err, service.ErrState) || errors.Is(err, service.ErrNoSite) {
		return v, fmt.Errorf("%w: %w", httpapi.ErrDesk, err)
	}
	return v, err
}

// Approve lets offers go out, or holds them back.
func (v deskView) Approve(ctx context.Context, siteID, day string, on bool, by string) (desk.Day, error) {
	return refused(v.desk.Approve(ctx, siteID, day, on, by))
}

// Replace takes the curves of a table.
func (v deskView) Replace(ctx context.Context, siteID, day string, table []byte, by string) (desk.Day, error) {
	return refused(v.desk.Replace(ctx, siteID, day, table, by))
}

// Enter takes awards.
func (v deskView) Enter(ctx context.Context, siteID, day string, awards []site.Position, by string) (desk.Day, error) {
	d, err := refused(v.desk.Enter(ctx, siteID, day, awards, by))
	if errors.Is(err, desk.ErrAward) {
		err = fmt.Errorf("%w: %w", httpapi.ErrDesk, err)
	}
	return d, err
}

// Reconcile holds a statement against our own settlement.
func (v deskView) Reconcile(ctx context.Context, siteID, name string, table []byte) (settle.Comparison, error) {
	return refused(v.desk.Reconcile(ctx, siteID, name, table))
}

// Publish settles a month's coincident peak.
func (v deskView) Publish(ctx context.Context, i unit.Interval, system unit.MW) ([]settle.Reconciled, error) {
	return refused(v.desk.peaks.Publish(ctx, i, system))
}

// Telemetry is what the RTU reads of a site.
func (v deskView) Telemetry(_ context.Context, siteID string) (report.Telemetry, error) {
	for number, id := range v.desk.units {
		if id == siteID {
			t, ok := v.desk.telemetry(number)
			if !ok {
				break
			}
			view := telemetryView(siteID, t, v.clock)
			view.Regulation = v.regulation(siteID)
			return view, nil
		}
	}
	return report.Telemetry{}, fmt.Errorf("site %q: %w", siteID, httpapi.ErrDesk)
}

// regulation is the newest deployment of a site; nil where none came.
func (v deskView) regulation(siteID string) *report.TelemetryRegulation {
	s, ok := v.controller.Regulation(siteID)
	if !ok {
		return nil
	}
	r := &report.TelemetryRegulation{
		At: s.At, AskedMW: float64(s.AskedMW), MovedMW: float64(s.MovedMW), TargetMW: float64(s.TargetMW),
		Points: s.Interval.Points, MeanMW: float64(s.Interval.MeanMW), Partial: s.Interval.Partial,
	}
	if s.Compared {
		off := float64(s.ErrorMW)
		r.ErrorMW = &off
	}
	if s.Interval.Read > 0 {
		mean := float64(s.Interval.ErrorMW)
		r.MeanErrorMW = &mean
	}
	return r
}

func telemetryView(siteID string, t qse.Telemetry, c clock.Clock) report.Telemetry {
	out := report.Telemetry{
		Site: siteID, Quality: t.Quality(c), LowMW: float64(t.LowMW), MaxMW: float64(t.MaxMW), Status: t.Status.String(),
		Capability: []report.TelemetryValue{}, Awarded: []report.TelemetryValue{}, Stopped: t.Stopped, Live: t.Live,
		Relay: "not reported", Simulated: t.Simulated,
	}
	if !t.At.IsZero() {
		mw, age := float64(t.PowerMW), c.Now().Sub(t.At).Seconds()
		out.PowerMW, out.At, out.AgeS = &mw, &t.At, &age
	}
	if t.BaseMW > 0 {
		mw := float64(t.BaseMW)
		out.BaseMW = &mw
	}
	if t.Relay != nil {
		out.Relay = t.Relay.String()
	}
	for _, p := range market.Products() {
		if mw, ok := t.Capability[p]; ok {
			out.Capability = append(out.Capability, report.TelemetryValue{Product: p, PowerMW: float64(mw)})
		}
		if mw, ok := t.Awarded[p]; ok {
			out.Awarded = append(out.Awarded, report.TelemetryValue{Product: p, PowerMW: float64(mw)})
		}
	}
	return out
}
