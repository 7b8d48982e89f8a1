package report

import "time"

// FleetBoard is the sites whose machines are driven one by one
// (GET /api/fleet/sites).
type FleetBoard struct {
	At        time.Time   `json:"at_utc"`
	Simulated bool        `json:"simulated"`
	Control   string      `json:"control"` // advise or live
	Sites     []FleetSite `json:"sites"`
}

// FleetSite is one site of them. Counts of commands are since the program's
// start.
type FleetSite struct {
	Site        string       `json:"site"`
	Name        string       `json:"name"`
	MeterMW     *float64     `json:"meter_mw"` // null: not read
	MeterAgeS   *float64     `json:"meter_age_s"`
	MeterError  string       `json:"meter_error"`
	Sent        int          `json:"sent"`
	Confirmed   int          `json:"confirmed"`
	Failed      int          `json:"failed"`
	Unanswered  int          `json:"unanswered"`
	Reboots     int          `json:"reboots"`
	OutletsOff  int          `json:"outlets_cycled"`
	RampUpKWs   float64      `json:"ramp_up_kw_per_s"`
	RampDownKWs float64      `json:"ramp_down_kw_per_s"`
	Alarms      []FleetAlarm `json:"alarms"`
	Classes     []FleetClass `json:"classes"`
}

// FleetAlarm is something that a person should know.
type FleetAlarm struct {
	Key      string    `json:"key"`
	Severity string    `json:"severity"`
	Text     string    `json:"text"`
	Since    time.Time `json:"since_utc"`
}

// FleetClass is a class of machines as it stands.
type FleetClass struct {
	Class    string   `json:"class"`
	Kind     string   `json:"kind"`
	Model    string   `json:"model"`
	Firmware []string `json:"firmware"`
	Machines int      `json:"machines"`
	Hashing  int      `json:"hashing"` // or serving
	Starting int      `json:"starting"`
	Draining int      `json:"draining"` // of nodes: they take no new work
	Asleep   int      `json:"asleep"`
	Fault    int      `json:"fault"`
	Lost     int      `json:"lost"`
	Open     int      `json:"open"` // commands that are not read back yet
	Held     int      `json:"held"` // in a person's hands
	Asked    int      `json:"asked"`
	Bare     int      `json:"bare"` // have no pool of their own behind the router that answers them
	Idle     int      `json:"idle"` // hash nothing since no pool gives them work
	TargetMW float64  `json:"target_mw"`
	ActualMW float64  `json:"actual_mw"`
	Source   string   `json:"source"` // of the power: meter, pdu, miner, nameplate
	THs      float64  `json:"hashrate_ths"`
	JPerTH   *float64 `json:"j_per_th"`
	HottestC float64  `json:"hottest_c"`
}

// MachineList is the machines of a class (GET /api/fleet/machines).
type MachineList struct {
	At        time.Time    `json:"at_utc"`
	Simulated bool         `json:"simulated"`
	Site      string       `json:"site"`
	Class     string       `json:"class"`
	Total     int          `json:"total"` // that fit the question, before limit and offset
	Machines  []MachineRow `json:"machines"`
}

// MachineRow is one machine.
type MachineRow struct {
	ID        string     `json:"id"`
	Class     string     `json:"class"`
	Model     string     `json:"model"`
	Firmware  string     `json:"firmware"`
	Address   string     `json:"address"`
	State     string     `json:"state"`
	TargetW   float64    `json:"target_w"`
	ActualW   float64    `json:"actual_w"`
	Source    string     `json:"source"`
	THs       float64    `json:"hashrate_ths"`
	JPerTH    *float64   `json:"j_per_th"`
	TempC     float64    `json:"temp_c"`
	UptimeS   float64    `json:"uptime_s"`
	Boards    int        `json:"boards"`
	BoardsOf  int        `json:"boards_of"`
	Starts    int        `json:"starts_today"`
	AgeS      *float64   `json:"age_s"` // of the reading; null: none yet
	Trouble   string     `json:"trouble"`
	Pool      string     `json:"pool"`
	Guard     string     `json:"guard"` // guarded, not routed, no fallback, dead fallback; empty: not known
	Idle      bool       `json:"idle"`  // no pool gives it work
	Node      bool       `json:"node"`  // of GPUs
	CapW      float64    `json:"cap_w"` // that a node says it holds
	Jobs      int        `json:"jobs"`
	Tiers     []string   `json:"tiers"`      // that a node takes work of
	Admit     []string   `json:"want_tiers"` // and those that it should
	Command   string     `json:"command"`    // the newest: sleep, wake, power, reboot, cycle; of nodes drain, resume, cap, admit; empty: none
	Fate      string     `json:"fate"`       // sent, confirmed, unknown, failed, withheld
	Attempts  int        `json:"attempts"`
	TookS     *float64   `json:"took_s"` // until it was read back
	Why       string     `json:"why"`    // of a fate that is not good
	HeldUntil *time.Time `json:"held_until_utc"`
	HeldBy    string     `json:"held_by"`
	Ask       string     `json:"ask"` // what a person has to approve
}

// FleetEffect is what an action does, or would do (POST /api/fleet/actions).
type FleetEffect struct {
	DryRun   bool              `json:"dry_run"`
	Action   string            `json:"action"`
	Machines []string          `json:"machines"`
	Refused  map[string]string `json:"refused"` // machine to reason
	DeltaMW  float64           `json:"delta_mw"`
	Until    time.Time         `json:"until_utc"`
}
