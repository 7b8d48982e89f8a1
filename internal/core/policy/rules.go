package policy

import "github.com/pouw-dem/pouwdem/internal/core/unit"

// The ancestor's inequality grid_reward > mining_profit + energy_cost mixed two
// cases. Each is a rule of its own here.

// UsefulCompute reports whether a grid task should have a machine that cannot
// mine: its payment, less energy and wear, must beat doing nothing, serving
// inference, and what the power would earn elsewhere at the site, all per MWh.
// lambda is the shadow price of the site's power limit (see [Lambda]). The
// ancestor's inequality is the special case in which the limit binds, mining is
// what the limit holds back, both burn the same energy, and nothing wears.
func UsefulCompute(payment, energy, wear, inferenceMargin, lambda unit.USDPerMWh) bool {
	return payment-energy-wear > max(0, inferenceMargin, lambda)
}

// Curtail reports whether switching miners off beats mining, per MWh: what is
// paid for it plus the energy cost that is saved must exceed mining's revenue
// plus the cost of the restart spread over the expected time off. saved is the
// settlement price with its avoidable parts, never the price of a block. A time
// off that is not positive never pays for a restart.
func Curtail(payment, saved, miningRevenue unit.USDPerMWh, restartUSDPerMW, offHours float64) bool {
	if !(offHours > 0) {
		return false
	}
	return payment+saved > miningRevenue+unit.USDPerMWh(restartUSDPerMW/offHours)
}

// RenewablePriority reports whether grid tasks move up in priority: the share
// of wind, sun and water in generation is at or above the threshold, both as
// fractions.
func RenewablePriority(share, threshold float64) bool { return share >= threshold }
