package miners

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net"
	"strings"
	"sync"
	"time"
)

// luxos answers LuxOS's API 3.7: cgminer's framing, one session at a time,
// curtailment that outlives a reboot, and profiles that its own tuning by
// temperature undoes while it is on.
type luxos struct {
	m   *machine
	mac string

	mu      sync.Mutex
	session string
	until   time.Time
	count   int
	profile int // level; 0: the top
	atm     bool
}

const sessionLife = time.Minute

func (x *luxos) serve(ctx context.Context, l net.Listener) error {
	plain := &cgminer{m: x.m}
	return overTCP(ctx, l, func(conn net.Conn) {
		var asked struct{ Command, Parameter string }
		if json.Unmarshal(hear(conn), &asked) != nil {
			_, _ = conn.Write(plain.encode(refuse(23, "Invalid JSON")))
			return
		}
		answer := x.answer(asked.Command, asked.Parameter)
		if strings.HasPrefix(asked.Command, "curtail") && x.m.mute() {
			return
		}
		_, _ = conn.Write(plain.encode(answer))
	})
}

func (x *luxos) answer(command, parameter string) fields {
	if strings.Contains(command, "+") {
		joined := fields{"id": 1}
		for name := range strings.SplitSeq(command, "+") {
			joined[name] = []fields{x.answer(name, "")}
		}
		return joined
	}
	switch command {
	case "version":
		return with(22, "VERSION", fields{"LUXminer": "2025.4.8.120000-simulated", "API": "3.7", "Type": x.m.spec.Model})
	case "summary":
		return with(11, "SUMMARY", x.m.summary(1e3, "GHS"))
	case "devs":
		return fields{"STATUS": status("S", 9, "3 ASC(s)"), "DEVS": x.m.devices(), "id": 1}
	case "pools":
		answer := x.m.listPools()
		for _, p := range answer["POOLS"].([]fields) {
			p["GROUP"] = 0
		}
		return answer
	case "power":
		return with(300, "POWER", fields{"Watts": round(x.m.look().watts, 0), "PSU": true})
	case "temps":
		l := x.m.look()
		return with(201, "TEMPS", fields{"ID": 0, "TEMP": 0, "Board": round(l.temp-12, 1), "Chip": round(l.temp, 1)})
	case "config":
		return with(34, "CONFIG", x.config())
	case "profiles":
		return x.profiles()
	case "fans":
		var fans []fields
		for i := range 4 {
			fans = append(fans, fields{"FAN": i, "ID": i, "RPM": 5700, "Speed": 80})
		}
		return fields{"STATUS": status("S", 202, "Fans"), "FANCTRL": []fields{{"MinFans": 3, "PowerOffSpeed": 20}}, "FANS": fans, "id": 1}
	case "tempctrl":
		return with(200, "TEMPCTRL", fields{"Mode": "Automatic", "Target": 65, "Hot": 80, "Dangerous": 85})
	case "groups":
		return with(61, "GROUPS", fields{"GROUP": 0, "Name": "default", "Quota": 1})
	case "stats":
		return fields{"STATUS": status("S", 70, "LUXminer stats"), "STATS": []fields{{"Type": x.m.spec.Model}, x.stats()}, "id": 1}
	case "session":
		x.mu.Lock()
		defer x.mu.Unlock()
		return with(316, "SESSION", fields{"SessionID": x.current()})
	case "logon":
		return x.logon()
	}
	return x.privileged(command, parameter)
}

func with(code int, name string, f fields) fields {
	return fields{"STATUS": status("S", code, name), name: []fields{f}, "id": 1}
}

func (x *luxos) config() fields {
	l := x.m.look()
	x.mu.Lock()
	defer x.mu.Unlock()
	f := fields{
		"CurtailMode": "None", "SystemStatus": "Normal", "IsAtmEnabled": x.atm, "IsTuning": !l.tuned, "IsPowerSupplyOn": l.awake,
		"Profile": x.m.spec.Levels[x.level()].Name, "ProfileStep": fmt.Sprint(x.level() - len(x.m.spec.Levels) + 1),
		"MACAddr": x.mac, "Hostname": "luxos-" + x.mac[12:14] + x.mac[15:], "Model": x.m.spec.Model,
	}
	switch {
	case !l.awake:
		f["CurtailMode"], f["SystemStatus"] = "Sleep", "Sleeping"
	case l.failed != "":
		f["SystemStatus"] = "Failed: " + l.failed
	case !l.hashes:
		f["SystemStatus"] = "Initializing"
	case !l.steady:
		f["SystemStatus"] = "Ramping up"
	}
	return f
}

// stats are the boards in the form that the maker's firmware has made usual:
// numbered fields, rates in GH/s as text.
func (x *luxos) stats() fields {
	l := x.m.look()
	f := x.m.summary(1e3, "GHS")
	f["ID"], f["miner_count"], f["rate_unit"], f["fan_num"] = "BTM_SOC0", boards, "GH", 4
	f["total_rateideal"] = x.m.spec.Levels[len(x.m.spec.Levels)-1].THs * 1e3
	for i := range boards {
		rate, chips := l.ths*1e3/float64(max(1, boards-l.dead)), 77
		if i >= boards-l.dead {
			rate, chips = 0, 0
		}
		corners := func(t float64) string { return fmt.Sprintf("%.0f-%.0f-%.0f-%.0f", t-13, t-13, t, t) }
		f[fmt.Sprint("chain_rate", i+1)], f[fmt.Sprint("chain_acn", i+1)] = fmt.Sprintf("%.2f", rate), chips
		f[fmt.Sprint("temp_chip", i+1)], f[fmt.Sprint("temp_pcb", i+1)] = corners(l.temp), corners(l.temp-12)
	}
	return f
}

// level is the profile's place among the levels. The caller holds the lock.
func (x *luxos) level() int {
	if x.profile == 0 {
		return len(x.m.spec.Levels) - 1
	}
	return x.profile
}

func (x *luxos) profiles() fields {
	var list []fields
	for i, level := range x.m.spec.Levels[1:] {
		list = append(list, fields{
			"Profile Name": level.Name, "Frequency": 300 + 25*i, "Hashrate": level.THs, "Watts": level.Watts,
			"Voltage": 12.1, "IsTuned": true, "IsDynamic": false, "Step": fmt.Sprint(i + 2 - len(x.m.spec.Levels)),
		})
	}
	return fields{"STATUS": status("S", 329, "Profiles"), "PROFILES": list, "id": 1}
}

// current is the session that is open. The caller holds the lock.
func (x *luxos) current() string {
	if !x.m.clock.Now().Before(x.until) {
		x.session = ""
	}
	return x.session
}

func (x *luxos) logon() fields {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.current() != "" {
		return refuse(402, "Another session is active")
	}
	x.count++
	x.session, x.until = fmt.Sprintf("S%07d", x.count), x.m.clock.Now().Add(sessionLife*time.Duration(max(1, x.m.clock.Speed())))
	return with(316, "SESSION", fields{"SessionID": x.session})
}

// privileged is what needs a session, which comes first in the parameter.
func (x *luxos) privileged(command, parameter string) fields {
	session, rest, _ := strings.Cut(parameter, ",")
	x.mu.Lock()
	defer x.mu.Unlock()
	if session == "" || session != x.current() {
		return refuse(316, "Invalid session id")
	}
	switch command {
	case "logoff":
		x.session = ""
		return done(318, "Session closed")
	case "curtail":
		return x.curtail(rest)
	case "profileset":
		for i, level := range x.m.spec.Levels {
			if i > 0 && level.Name == rest {
				x.profile = i
				if !x.atm {
					x.m.setLimit(level.Watts, false)
				}
				return done(326, "Profile set")
			}
		}
		return refuse(327, "No such profile "+rest)
	case "atmset":
		x.atm = strings.Contains(rest, "enabled=true")
		return done(339, "Updated ATM configuration")
	case "rebootdevice", "resetminer":
		x.m.reboot()
		return done(303, "Device rebooting")
	}
	if answer := x.m.changePools(command, rest); answer != nil {
		return answer
	}
	return refuse(14, "Invalid command")
}

func (x *luxos) curtail(mode string) fields {
	switch mode {
	case "sleep":
		x.m.stop(0)
	case "wakeup":
		x.m.start()
	default:
		return refuse(336, "Invalid curtail mode "+mode)
	}
	return done(335, "Curtailment command sent")
}

func round(x float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.Round(x*scale) / scale
}
