package policy

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// ThresholdParams tune the threshold rule. The zero value acts on every price
// at once, without hysteresis.
type ThresholdParams struct {
	// Hysteresis is how far above break-even the price of energy must be, as a
	// multiple, before a running class stops; at least 1, and 0 means 1. A
	// stopped class starts again at break-even.
	Hysteresis float64 `json:"hysteresis"`
	// Down and Up are how many price windows in a row must say so before a class
	// stops or starts; 0 means 1.
	Down int `json:"windows_down"`
	Up   int `json:"windows_up"`
	// Immediate is the multiple of break-even above which a class stops without
	// waiting for more windows; 0: never.
	Immediate float64 `json:"immediate"`
	// Classes are parameters of single classes by id, in place of these.
	Classes map[string]ThresholdParams `json:"classes,omitempty"`
}

// Check refuses parameters that cannot be meant.
func (p ThresholdParams) Check() error {
	if p.Hysteresis != 0 && !(p.Hysteresis >= 1 && p.Hysteresis <= 10) {
		return fmt.Errorf("hysteresis %g: want 1 to 10, a multiple of break-even", p.Hysteresis)
	}
	if p.Down < 0 || p.Down > 12 || p.Up < 0 || p.Up > 12 {
		return fmt.Errorf("windows_down %d, windows_up %d: want 0 to 12 price windows", p.Down, p.Up)
	}
	if p.Immediate != 0 && !(p.Immediate >= 1 && p.Immediate <= 100) {
		return fmt.Errorf("immediate %g: want 0, or 1 to 100, a multiple of break-even", p.Immediate)
	}
	for id, own := range p.Classes {
		if err := own.Check(); err != nil {
			return fmt.Errorf("class %s: %w", id, err)
		}
	}
	return nil
}

// ThresholdGrid are the parameters that tuning chooses from.
func ThresholdGrid() []ThresholdParams {
	var grid []ThresholdParams
	for _, hysteresis := range []float64{1, 1.15, 1.3, 1.6, 2} {
		for _, windows := range [][2]int{{1, 1}, {1, 2}, {2, 2}, {2, 4}} {
			p := ThresholdParams{Hysteresis: hysteresis, Down: windows[0], Up: windows[1]}
			if p.Down > 1 {
				p.Immediate = 2 * hysteresis
			}
			grid = append(grid, p)
		}
	}
	return grid
}

// Threshold is the rule that operators know, done per class and power level: run
// what pays at the settlement price to be expected of the running
// settlement interval, with hysteresis and debounce.
type Threshold struct{ Params ThresholdParams }

// Name is "threshold".
func (Threshold) Name() string { return "threshold" }

// Propose plans class after class. Where no price is known yet everything runs;
// a mining class whose hashprice is not known stays as it is.
func (t Threshold) Propose(in Input) Proposal {
	spp, _, ok := in.Snapshot.ExpectedSPP()
	if in.Site.Point != "" && !ok {
		return everything(t.Name(), in, "no price is known yet")
	}
	d := newDesk(t.Name(), in, spp, "expected settlement price")
	d.each(func(i int) (unit.MW, string) { return t.power(d, i) })
	return d.proposal
}

// power is what a mining class draws, and why if break-even alone does not say.
// Once a class is awake its level follows the price at once: only waking and
// sleeping wear.
func (t Threshold) power(d *desk, i int) (unit.MW, string) {
	c := &d.in.Site.Classes[i]
	rule := t.rule(c.ID)
	mw, profit := best(c, d.rate, d.tariff, d.base)
	was := stateOf(d.in.State, i, c.ID)
	if was == nil || !was.On {
		if profit <= 0 {
			return 0, ""
		}
		if !t.lasts(d, rule.Up, func(t tariff) bool { return pays(c, d, t) }) {
			return 0, "waits for more price windows below it"
		}
		return mw, ""
	}
	if profit > 0 {
		return mw, ""
	}
	tolerated := max(1, rule.Hysteresis)
	if pays(c, d, d.tariff.over(tolerated)) {
		return mw, "still within its hysteresis"
	}
	if rule.Immediate > 0 && !pays(c, d, d.tariff.over(rule.Immediate)) {
		return 0, ""
	}
	if !t.lasts(d, rule.Down, func(t tariff) bool { return !pays(c, d, t.over(tolerated)) }) {
		return mw, "waits for more price windows above it"
	}
	return 0, ""
}

// rule is the parameters that hold for a class.
func (t Threshold) rule(class string) ThresholdParams {
	if own, ok := t.Params.Classes[class]; ok {
		return own
	}
	return t.Params
}

// pays reports whether a class earns more awake than asleep.
func pays(c *site.Class, d *desk, t tariff) bool {
	_, profit := best(c, d.rate, t, d.base)
	return profit > 0
}

// lasts reports whether the price windows before the newest say the same, n in
// all. The newest has been asked already. Under a tariff there are no windows.
func (t Threshold) lasts(d *desk, n int, says func(tariff) bool) bool {
	if n <= 1 || d.in.Site.Contract.Kind == site.Fixed || d.in.Site.Point == "" {
		return true
	}
	windows := windowsOf(d.in.Snapshot)
	for k := 1; k < n; k++ {
		i := len(windows) - 1 - k
		if i < 0 || !says(tariffOf(d.in.Site, unit.USDPerMWh(windows[i].Value))) {
			return false
		}
	}
	return true
}

// windowsOf are the price windows that debounce counts: SCED runs where there
// are any, else settled prices.
func windowsOf(snap *market.Snapshot) []market.Quote {
	if len(snap.SCED) > 0 {
		return snap.SCED
	}
	return snap.Settled
}
