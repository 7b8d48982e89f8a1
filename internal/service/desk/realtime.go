package desk

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/desk"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// RealTime is what the QSE told for a site at one moment: the awards of the
// running dispatch, which of them are called on, and the base point.
type RealTime struct {
	Awards   map[string]unit.MW
	Deployed map[string]bool
	BaseMW   *unit.MW
}

// standFor is how long a real-time award stands where none follows it: three
// runs of dispatch. A link that fails does not let load go from under an award.
const standFor = 3 * unit.Control

// Take takes what the QSE told: awards bind from the next tick on, a deployment
// or a recall at once. It returns when all of it is stored.
func (d *Desk) Take(ctx context.Context, siteID string, told RealTime) error {
	m, err := d.member(siteID)
	if err != nil {
		return err
	}
	began := time.Now()
	now := d.cfg.Clock.Now()
	orders, err := d.cfg.Orders.Orders(ctx, siteID, now)
	if err != nil {
		return err
	}
	for _, q := range m.site.Participation.Qualified {
		mw, ok := told.Awards[q.Product]
		if !ok || standing(&orders, q.Product, mw, now) {
			continue
		}
		p, ok := site.ProductFor(m.site.Participation.Type, q.Product)
		if !ok {
			continue
		}
		a := site.Award{
			Product: q.Product, MW: min(mw, m.site.Limits.SiteMW), Up: p.Up, LowMW: m.site.Participation.LowMW,
			Start: now.Truncate(time.Second), End: now.Truncate(time.Second).Add(standFor),
		}
		if err := d.cfg.Orders.PutAward(ctx, siteID, a); err != nil {
			return err
		}
	}
	if orders, err = d.cfg.Orders.Orders(ctx, siteID, now); err != nil {
		return err
	}
	called, err := d.deploy(ctx, m, &orders, told.Deployed, now)
	if err != nil {
		return err
	}
	moved, err := d.base(ctx, m, told.BaseMW, now)
	if called || moved {
		d.took(time.Since(began))
	}
	return err
}

// standing reports whether an award stands as it is told and for long enough
// that it need not be written again.
func standing(orders *site.Orders, product string, mw unit.MW, now time.Time) bool {
	i := slices.IndexFunc(orders.Awards, func(a site.Award) bool { return a.Product == product })
	if i < 0 {
		return mw <= 0
	}
	a := orders.Awards[i]
	return math.Abs(float64(a.MW-mw)) < 1e-3 && a.End.Sub(now) > standFor/2
}

// deploy turns what is called on or not into instructions, where it changed: a
// call whose ceiling moves because another came or ended is revised. What runs is
// read from the orders, so that a restart forgets no call.
func (d *Desk) deploy(ctx context.Context, m *member, orders *site.Orders, deployed map[string]bool, now time.Time) (changed bool, err error) {
	after := *orders
	after.Instructions = nil // what is called on is as told, not as it was
	after.Awards = slices.Clone(orders.Awards)
	for i := range after.Awards {
		after.Awards[i].Deployed = deployed[after.Awards[i].Product]
	}
	for _, q := range m.site.Participation.Qualified {
		on, told := deployed[q.Product]
		was := running(orders, q.Product)
		if !told || !on && was == nil {
			continue
		}
		id, revision := callPrefix(q.Product)+strconv.FormatInt(now.Unix(), 10), 1
		if was != nil {
			id, revision = was.ID, was.Revision+1
		}
		ins := desk.Call(m.site, &after, id, revision, q.Product, on, now)
		if on && was != nil {
			if was.MaxMW != nil && math.Abs(float64(*was.MaxMW-*ins.MaxMW)) < 1e-3 {
				continue
			}
			ins.Start = was.Start
		}
		if _, err := d.cfg.Controller.Submit(ctx, m.site.ID, ins); err != nil {
			return changed, fmt.Errorf("deployment of %s: %w", q.Product, err)
		}
		changed = true
	}
	return changed, nil
}

func callPrefix(product string) string { return "call-" + product + "-" }

// running is the deployment of a product that is in force; nil: none.
func running(orders *site.Orders, product string) *site.Instruction {
	for i := range orders.Instructions {
		if ins := &orders.Instructions[i]; ins.Kind == "deploy" && strings.HasPrefix(ins.ID, callPrefix(product)) {
			return ins
		}
	}
	return nil
}

// base hands a base point on where it asks for other load than is planned: a
// Controllable Load Resource follows it, up and down, until the next one.
func (d *Desk) base(ctx context.Context, m *member, mw *unit.MW, now time.Time) (changed bool, err error) {
	if m.site.Participation.Type != site.CLR || mw == nil {
		return false, nil
	}
	m.mu.Lock()
	was, planned := m.baseMW, unit.MW(0)
	if m.realTime != nil {
		planned = m.realTime.LoadMW
	}
	m.baseMW = mw
	m.mu.Unlock()
	same := was != nil && math.Abs(float64(*was-*mw)) < 1e-3
	if dev := m.site.Participation.Deviation; same || math.Abs(float64(*mw-planned)) <= max(float64(dev.MW), dev.Share*float64(*mw)) {
		return false, nil
	}
	most, least := *mw, *mw
	ins := site.Instruction{
		ID: "base-point", Revision: int(now.Unix()), From: "qse", Kind: "base_point", MaxMW: &most, MinMW: &least, Start: now, End: now.Add(unit.Control), Received: now,
	}
	_, err = d.cfg.Controller.Submit(ctx, m.site.ID, ins)
	return true, err
}

// timings kept of orders of the QSE.
const timings = 64

func (d *Desk) took(t time.Duration) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timing = append(d.timing, t); len(d.timing) > timings {
		d.timing = d.timing[1:]
	}
}

// listen asks the QSE for instructions, as it may give them over HTTP alone.
func (d *Desk) listen(ctx context.Context) {
	failing := map[string]bool{}
	for d.rest(ctx, listen) == nil {
		for _, m := range d.members {
			err := d.instructions(ctx, m)
			if err != nil && ctx.Err() == nil && !failing[m.site.ID] {
				d.cfg.Log.WarnContext(ctx, "instructions of the QSE not read", "site", m.site.ID, "error", err)
			}
			failing[m.site.ID] = err != nil
		}
	}
}

func (d *Desk) instructions(ctx context.Context, m *member) error {
	all, err := d.cfg.QSE.Instructions(ctx, m.site.ID)
	if err != nil {
		return err
	}
	for _, ins := range all {
		began := time.Now()
		isNew, err := d.cfg.Controller.Submit(ctx, m.site.ID, ins)
		if err != nil {
			return err
		}
		if isNew {
			d.took(time.Since(began))
		}
	}
	return nil
}

// Capability is what the RTU reads of a site: upward reserve that could be held
// now by product, and downward.
func (d *Desk) Capability(siteID string) map[string]unit.MW {
	m, err := d.member(siteID)
	if err != nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	out := map[string]unit.MW{}
	if m.realTime == nil {
		return out
	}
	for _, o := range m.realTime.Offers {
		out[o.Product] = o.Curve[len(o.Curve)-1].MW
	}
	return out
}

// Members are the sites that take part.
func (d *Desk) Members() []*site.Site {
	var all []*site.Site
	for _, m := range d.members {
		all = append(all, m.site)
	}
	return all
}
