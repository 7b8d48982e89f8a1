package unit

import "time"

// MW is electric power in megawatts.
type MW float64

// MWh is electric energy in megawatt hours.
type MWh float64

// USDPerMWh is a price of energy, or the value of a use per unit of energy.
type USDPerMWh float64

// USDPerMW is a price of reserve capacity held for one hour ($/MW per hour),
// the unit of ERCOT's market clearing prices for capacity (MCPC).
type USDPerMW float64

// Over is the energy of constant power p held for d.
func (p MW) Over(d time.Duration) MWh { return MWh(float64(p) * d.Hours()) }

// Cost is what e costs at price p, rounded half to even to a micro-dollar.
// A negative price or a negative energy gives a negative cost.
func (e MWh) Cost(p USDPerMWh) MicroUSD { return Dollars(float64(e) * float64(p)) }
