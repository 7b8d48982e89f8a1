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

// Threshold is the rule that operators know, done per class and power level:
// run what pays at the settlement price to be expected of the running
// settlement interval, with hysteresis and debounce.
type Threshold struct{ Params ThresholdParams }

// Name is "threshold".
func (Threshold) Name() string { return "threshold" }

// Propose plans each class by itself. Where no price is known yet everything
// runs.
func (t Threshold) Propose(in Input) Proposal {
	spp, _, ok := in.Snapshot.ExpectedSPP()
	if in.Site.Point != "" && !ok {
		return Proposal{Policy: t.Name(), Plan: Always{}.Propose(in).Plan}
	}
	p := newProposal(t.Name(), in)
	rate, _ := hashRate(in.Snapshot)
	energy := in.Site.MarginalEnergy(spp)
	for i := range in.Site.Classes {
		c := &in.Site.Classes[i]
		level := 0
		if c.Mines() {
			level = t.level(in, i, rate, spp)
		}
		p = p.run(in, c, level, energy)
		if in.Explain {
			p.Reasons = append(p.Reasons, explain(t.Name(), "expected settlement price", c, level, energy, rate))
		}
	}
	return p
}

// level is the level of a mining class.
func (t Threshold) level(in Input, class int, rate float64, spp unit.USDPerMWh) int {
	c := &in.Site.Classes[class]
	params := t.Params
	if own, ok := params.Classes[c.ID]; ok {
		params = own
	}
	on := class < len(in.State.Classes) && in.State.Classes[class].On
	energy := in.Site.MarginalEnergy(spp)
	if !on {
		level := bestLevel(c, rate, energy)
		if level > 0 && t.lasts(in, params.Up, func(spp unit.USDPerMWh) bool {
			return bestLevel(c, rate, in.Site.MarginalEnergy(spp)) > 0
		}) {
			return level
		}
		return 0
	}
	tolerated := func(spp unit.USDPerMWh) int {
		energy := in.Site.MarginalEnergy(spp)
		if params.Hysteresis > 1 && energy > 0 {
			energy /= unit.USDPerMWh(params.Hysteresis)
		}
		return bestLevel(c, rate, energy)
	}
	if level := tolerated(spp); level > 0 {
		return level
	}
	sudden := params.Immediate > 0 && bestLevel(c, rate, energy/unit.USDPerMWh(params.Immediate)) == 0
	if sudden || t.lasts(in, params.Down, func(spp unit.USDPerMWh) bool { return tolerated(spp) == 0 }) {
		return 0
	}
	return 1
}

// lasts reports whether the price windows before the newest say the same, n in
// all. The newest has been asked already.
func (t Threshold) lasts(in Input, n int, says func(spp unit.USDPerMWh) bool) bool {
	if n <= 1 || in.Site.Contract.Kind == site.Fixed {
		return true
	}
	windows := windowsOf(in.Snapshot)
	for k := 1; k < n; k++ {
		i := len(windows) - 1 - k
		if i < 0 || !says(unit.USDPerMWh(windows[i].Value)) {
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
