package report

import (
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/settle"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Sum is settled money added up over a bucket of time: one site, lever, use and
// class, newest versions only.
type Sum struct {
	Start     time.Time // of the bucket
	Site      string
	Lever     settle.Lever
	Use       site.Use // empty: caused by no single use
	Class     string
	Amount    unit.MicroUSD
	MWh       unit.MWh
	Simulated bool
}

// useAmounts is money and energy by use, in the order of [useOrder].
type useAmounts [useCount]useAmount

type useAmount struct {
	revenue, cost unit.MicroUSD // cost is negative
	mwh           unit.MWh
}

const (
	mineAt = iota
	inferAt
	gridAt
	reserveAt
	offAt
	useCount
)

// useOrder is how uses are listed in windows. Reserve is held on load that does
// something else, and so has money but no energy of its own.
func useOrder() [useCount]site.Use {
	return [useCount]site.Use{site.Mine, site.Infer, site.Grid, site.Reserve, site.Off}
}

func useIndex(u site.Use) int {
	for i, use := range useOrder() {
		if use == u {
			return i
		}
	}
	return offAt
}

// byUse adds up sums of one bucket and site by use. Money that no single use
// caused (energy, adders, starts) is shared by the machines' energy, and is
// that of being off where nothing ran. Nothing is lost or made: the amounts add
// up to the sums to the micro-dollar.
func byUse(sums []Sum) useAmounts {
	var uses useAmounts
	for _, s := range sums {
		if s.Use != "" {
			uses[useIndex(s.Use)].mwh += s.MWh
		}
	}
	for _, s := range sums {
		if s.Use != "" {
			uses.add(useIndex(s.Use), s.Amount)
			continue
		}
		uses.share(s.Amount)
	}
	return uses
}

func (u *useAmounts) add(at int, amount unit.MicroUSD) {
	if amount >= 0 {
		u[at].revenue += amount
	} else {
		u[at].cost += amount
	}
}

func (u *useAmounts) share(amount unit.MicroUSD) {
	var all unit.MWh
	largest := offAt
	for i := range u {
		all += u[i].mwh
		if u[i].mwh > u[largest].mwh {
			largest = i
		}
	}
	left := amount
	for i := range u {
		if i == largest || u[i].mwh <= 0 {
			continue
		}
		part := unit.Dollars(amount.USD() * float64(u[i].mwh/all))
		u.add(i, part)
		left -= part
	}
	u.add(largest, left)
}

func (u *useAmounts) plus(o useAmounts) {
	for i := range u {
		u[i].revenue += o[i].revenue
		u[i].cost += o[i].cost
		u[i].mwh += o[i].mwh
	}
}

func (u *useAmounts) net() (net unit.MicroUSD) {
	for i := range u {
		net += u[i].revenue + u[i].cost
	}
	return net
}

func (u *useAmounts) mwh() (mwh unit.MWh) {
	for i := range u {
		mwh += u[i].mwh
	}
	return mwh
}

func (u *useAmounts) view() []UseWindow {
	rows := make([]UseWindow, 0, useCount)
	for i, use := range useOrder() {
		net := (u[i].revenue + u[i].cost).USD()
		row := UseWindow{
			Use: string(use), MWh: float64(u[i].mwh),
			RevenueUSD: u[i].revenue.USD(), CostUSD: -u[i].cost.USD(), NetUSD: net,
			USDPerMWh: per(&net, float64(u[i].mwh)),
		}
		if row.USDPerMWh != nil {
			row.USDPerWYear = number(*row.USDPerMWh * hoursPerYear / 1e6)
		}
		rows = append(rows, row)
	}
	return rows
}

// bucketed is money by use for each bucket of time, oldest first.
func bucketed(sums []Sum) (starts []time.Time, uses []useAmounts) {
	type cell struct {
		start time.Time
		site  string
	}
	cells := make(map[cell][]Sum)
	for _, s := range sums {
		c := cell{s.Start.UTC(), s.Site}
		cells[c] = append(cells[c], s)
	}
	at := make(map[time.Time]useAmounts)
	for c, of := range cells {
		bucket := at[c.start]
		bucket.plus(byUse(of))
		at[c.start] = bucket
	}
	for start := range at {
		starts = append(starts, start)
	}
	slices.SortFunc(starts, time.Time.Compare)
	for _, start := range starts {
		uses = append(uses, at[start])
	}
	return starts, uses
}

// WindowOf adds settled sums up by use over [from, to). Sums outside are left
// out.
func WindowOf(name string, from, to time.Time, sums []Sum) Window {
	var all useAmounts
	starts, uses := bucketed(sums)
	for i, start := range starts {
		if !start.Before(from) && start.Before(to) {
			all.plus(uses[i])
		}
	}
	return Window{
		Window: name, From: from, To: to,
		NetUSD: all.net().USD(), MWh: float64(all.mwh()), Uses: all.view(),
	}
}

// TrendOf is net by bucket, oldest first.
func TrendOf(sums []Sum) Trend {
	t := Trend{StartS: []int64{}, NetUSD: []float64{}}
	starts, uses := bucketed(sums)
	for i, start := range starts {
		t.StartS = append(t.StartS, start.Unix())
		t.NetUSD = append(t.NetUSD, uses[i].net().USD())
	}
	return t
}
