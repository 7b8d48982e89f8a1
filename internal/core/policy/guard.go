package policy

import (
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Guard clamps a wish to everything that outranks it, and says why. The order,
// highest first:
//
//  1. what the site carries and machines bear: class, feeder and site power,
//     minimum rest, starts a day, staggered return, ramps up and the fleet's cap
//  2. emergency stop
//  3. energy emergency level and PRC; instructions of ERCOT, TDSP, QSE and relays
//  4. minimum run times and ramps down, which an order to shed does not wait for
//  5. manual overrides, which never raise load in an emergency or against an
//     instruction
//  6. real-time reserve awards
//  7. service contracts: sold inference
//  8. data health
//  9. the wish
//
// Each rule narrows the corridor of power that the rules before it left, and
// can do no more than that: so a higher rule always has its way, and the plan
// that comes out always exists. What is left of the wish is what lies in the
// corridor; where the site has to give way, the least valuable use does first.
// Guarding a guarded plan again changes nothing.
func Guard(in Input, orders *site.Orders, wish site.Plan) (site.Plan, []Reason) {
	g := newGuarding(in, orders, wish)

	g.limits()
	g.rests()
	g.release()
	g.rampsUp()

	g.stop()

	g.emergency()
	g.instructions()

	g.runs()
	g.rampsDown()

	g.overrides()
	g.awards()
	g.contracts()
	g.dataHealth()

	return g.plan(), g.reasons
}

// say records a reason, if reasons are wanted.
func (g *guarding) say(rule, class, format string, args ...any) {
	g.reasons = append(g.reasons, Reason{Rule: "guard." + rule, Class: class, Text: fmt.Sprintf(format, args...)})
}
