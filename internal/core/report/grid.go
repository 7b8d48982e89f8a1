package report

import "time"

// Grid is the newest study of the power network: what was put in, what the
// base case and its contingencies show, and what each site does to it.
type Grid struct {
	At        *time.Time  `json:"at_utc"` // of the system state studied; null before the first study
	AgeS      *float64    `json:"age_s"`
	Simulated bool        `json:"simulated"` // the network or the state is not real
	Status    string      `json:"status" enum:"waiting,ok,insecure,infeasible,diverged"`
	Text      string      `json:"text"`
	Network   GridNetwork `json:"network"`
	Inputs    []Value     `json:"inputs"`
	Base      *GridBase   `json:"base"`
	N1        *GridN1     `json:"n1"`
	Margin    *GridMargin `json:"margin"`
	Zones     []GridZone  `json:"zones"`
	Sites     []GridSite  `json:"sites"`
	TookMS    float64     `json:"took_ms"` // wall clock of the study
}

// GridNetwork says what was computed on.
type GridNetwork struct {
	Name       string `json:"name"`
	Synthetic  bool   `json:"synthetic"` // generated, no operator's network
	Buses      int    `json:"buses"`
	Branches   int    `json:"branches"`
	Generators int    `json:"generators"`
	CaseSHA256 string `json:"case_sha256"` // of the case file that /api/grid/case serves; empty before the first study
}

// GridBase is the redispatched base case.
type GridBase struct {
	LoadMW            float64 `json:"load_mw"`
	GenerationMW      float64 `json:"generation_mw"`
	LossesMW          float64 `json:"losses_mw"`
	CostUSDPerH       float64 `json:"cost_usd_per_h"`
	PriceUSDPerMWh    float64 `json:"price_usd_per_mwh"` // load-weighted nodal price
	MaxLoadingPct     float64 `json:"max_loading_pct"`
	MaxLoadingBranch  string  `json:"max_loading_branch"`
	MinVmPU           float64 `json:"min_vm_pu"`
	MinVmBus          int     `json:"min_vm_bus"`
	MaxVmPU           float64 `json:"max_vm_pu"`
	MaxVmBus          int     `json:"max_vm_bus"`
	Overloads         int     `json:"overloads"`
	VoltageViolations int     `json:"voltage_violations"`
	Iterations        int     `json:"redispatch_iterations"`
}

// GridN1 is what the loss of each single branch does: all screened by outage
// distribution factors, the worst solved by a full power flow.
type GridN1 struct {
	Outages   int          `json:"outages"`
	Islanding int          `json:"islanding"`
	Screened  int          `json:"screened"`
	SolvedAC  int          `json:"solved_ac"`
	Insecure  int          `json:"insecure"` // of those solved: overload, voltage out of band or no solution
	Worst     []GridOutage `json:"worst"`
}

// GridOutage is one contingency, solved by a full power flow.
type GridOutage struct {
	Outage        string   `json:"outage"`
	Status        string   `json:"status" enum:"ok,islanded,diverged,no_solution_found"`
	MaxLoadingPct *float64 `json:"max_loading_pct"`
	On            string   `json:"on"`
	MinVmPU       *float64 `json:"min_vm_pu"`
	MinVmBus      *int     `json:"min_vm_bus"`
}

// GridMargin is the distance to the nearest violation: the measured urgency.
type GridMargin struct {
	MW       float64 `json:"mw"`       // left on the branch; negative in overload
	Fraction float64 `json:"fraction"` // of the branch's limit
	Branch   string  `json:"branch"`
	Outage   string  `json:"outage"` // empty: the base case
	Text     string  `json:"text"`
}

// GridZone adds a zone up.
type GridZone struct {
	Zone           string  `json:"zone"`
	LoadMW         float64 `json:"load_mw"`
	GenerationMW   float64 `json:"generation_mw"`
	WindMW         float64 `json:"wind_mw"`
	SolarMW        float64 `json:"solar_mw"`
	PriceUSDPerMWh float64 `json:"price_usd_per_mwh"` // load-weighted
}

// GridSite is a site's place in the network, and the verdict on its plan.
type GridSite struct {
	Site                     string        `json:"site"`
	Name                     string        `json:"name"`
	Point                    string        `json:"point"`
	Bus                      *int          `json:"bus"`
	InNetwork                bool          `json:"in_network"`
	StudyMW                  *float64      `json:"study_mw"`
	PlanMW                   *float64      `json:"plan_mw"`
	PriceUSDPerMWh           *float64      `json:"price_usd_per_mwh"`
	PriceDifferenceUSDPerMWh *float64      `json:"price_difference_usd_per_mwh"` // to the network's mean
	Verdict                  string        `json:"verdict" enum:"relieves,neutral,adds,causes,outside"`
	Text                     string        `json:"text"`
	Binding                  []GridBinding `json:"binding"`
}

// GridBinding is a branch near its limit, seen from a site.
type GridBinding struct {
	Branch           string   `json:"branch"`
	Outage           string   `json:"outage"`
	FlowMW           float64  `json:"flow_mw"`
	LimitMW          float64  `json:"limit_mw"`
	LoadingPct       float64  `json:"loading_pct"`
	LoadingAtPlanPct *float64 `json:"loading_at_plan_pct"`
	ShiftFactor      float64  `json:"shift_factor"`
}

// GridMap is the network to be drawn, in columns. Coordinates are 0 to 1000,
// x to the east and y to the north.
type GridMap struct {
	At        *time.Time      `json:"at_utc"`
	Simulated bool            `json:"simulated"`
	Zones     []string        `json:"zones"`
	Buses     GridMapBuses    `json:"buses"`
	Branches  GridMapBranches `json:"branches"`
	Sites     []GridMapSite   `json:"sites"`
}

// GridMapBuses are the buses' columns.
type GridMapBuses struct {
	ID             []int      `json:"id"`
	X              []float64  `json:"x"`
	Y              []float64  `json:"y"`
	Zone           []int      `json:"zone"` // index into the zones
	KV             []float64  `json:"kv"`
	VmPU           []*float64 `json:"vm_pu"`
	PriceUSDPerMWh []*float64 `json:"price_usd_per_mwh"`
}

// GridMapBranches are the branches' columns; ends are indexes into the buses.
type GridMapBranches struct {
	From       []int      `json:"from"`
	To         []int      `json:"to"`
	KV         []float64  `json:"kv"`
	LoadingPct []*float64 `json:"loading_pct"`
	LimitMVA   []*float64 `json:"limit_mva"` // null: unlimited
}

// GridMapSite is a site on the map.
type GridMapSite struct {
	Site string `json:"site"`
	Bus  int    `json:"bus"` // index into the buses
}
