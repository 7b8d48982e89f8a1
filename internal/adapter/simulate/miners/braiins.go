package miners

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// braiins answers the REST API of Braiins OS 26.04: a token that slides, actions
// that say whether they changed anything, power targets on the fly.
type braiins struct {
	m   *machine
	mac string

	mu    sync.Mutex
	token string
	until time.Time
	count int
}

const (
	tokenLife = time.Hour
	api       = "/api/v1"
)

func newBraiins(m *machine, mac string) http.Handler {
	b := &braiins{m: m, mac: mac}
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+api+"/auth/login", b.login)
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html><title>Braiins OS</title></html>") })
	get := func(path string, body func(look) any) {
		mux.HandleFunc("GET "+api+path, b.signed(func(w http.ResponseWriter, _ *http.Request) { reply(w, http.StatusOK, body(m.look())) }))
	}
	get("/miner/details", b.details)
	get("/miner/stats", b.stats)
	get("/miner/hw/hashboards", b.hashboards)
	get("/performance/tuner-state", b.tuner)
	get("/performance/target-profiles", b.profiles)
	get("/configuration/constraints", b.constraints)
	get("/pools", b.pools)
	act := func(name string, do func(look) bool) {
		mux.HandleFunc("PUT "+api+"/actions/"+name, b.signed(func(w http.ResponseWriter, _ *http.Request) {
			already := do(m.look())
			if m.mute() {
				panic(http.ErrAbortHandler)
			}
			reply(w, http.StatusOK, already)
		}))
	}
	act("pause", func(l look) bool { m.stop(0); return !l.awake })
	act("resume", func(l look) bool { m.start(); return l.awake })
	act("reboot", func(look) bool { m.reboot(); return false })
	mux.HandleFunc("PUT "+api+"/performance/power-target", b.signed(b.setPower))
	mux.HandleFunc("PUT "+api+"/pools/batch", b.signed(b.setPools))
	return mux
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

func (b *braiins) login(w http.ResponseWriter, r *http.Request) {
	var asked struct{ Username, Password string }
	if json.NewDecoder(http.MaxBytesReader(w, r.Body, 4096)).Decode(&asked) != nil {
		reply(w, http.StatusBadRequest, "invalid body")
		return
	}
	want := b.m.spec.Password
	if want == "" {
		want = "root"
	}
	if asked.Username != "root" || asked.Password != want {
		reply(w, http.StatusUnauthorized, map[string]string{"message": "Invalid username or password"})
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.count++
	b.token, b.until = fmt.Sprintf("t%015d", b.count), time.Now().Add(tokenLife)
	reply(w, http.StatusOK, map[string]any{"token": b.token, "timeout_s": int(tokenLife.Seconds())})
}

// signed lets through who has the token, whose life each call extends.
func (b *braiins) signed(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		ok := b.token != "" && r.Header.Get("Authorization") == b.token && time.Now().Before(b.until)
		if ok {
			b.until = time.Now().Add(tokenLife)
		}
		b.mu.Unlock()
		if !ok {
			reply(w, http.StatusUnauthorized, map[string]string{"message": "Unauthenticated"})
			return
		}
		next(w, r)
	}
}

func (b *braiins) details(l look) any {
	status := 2
	switch {
	case !l.awake:
		status = 3
	case l.failed != "":
		status = 5
	case !l.hashes:
		status = 1
	}
	return fields{
		"uid": "sim" + b.mac, "miner_identity": fields{"brand": 1, "miner_model": b.m.spec.Model, "name": "Antminer " + b.m.spec.Model},
		"bos_version": fields{"current": "26.04-simulated", "major": "26"}, "platform": 1, "status": status,
		"hostname": "bos-" + b.mac[12:14] + b.mac[15:], "mac_address": b.mac,
		"system_uptime_s": int(l.uptime), "bosminer_uptime_s": int(l.uptime),
	}
}

func rate(ths float64) fields { return fields{"gigahash_per_second": round(ths*1000, 3)} }

func rates(ths float64) fields {
	return fields{"last_5s": rate(ths), "last_15s": rate(ths), "last_1m": rate(ths), "last_5m": rate(ths)}
}

func (b *braiins) stats(l look) any {
	power := fields{"approximated_consumption": fields{"watt": int(l.watts)}}
	if l.hashes {
		power["efficiency"] = fields{"joule_per_terahash": round(l.watts/l.ths, 3)}
	}
	return fields{
		"miner_stats": fields{"real_hashrate": rates(l.ths), "nominal_hashrate": rate(b.m.spec.Levels[len(b.m.spec.Levels)-1].THs)},
		"pool_stats":  fields{"accepted_shares": l.shares, "rejected_shares": l.shares / 500, "generated_shares": l.shares},
		"power_stats": power,
	}
}

func (b *braiins) hashboards(l look) any {
	var list []fields
	for i := range boards {
		ths := l.ths / float64(max(1, boards-l.dead))
		if i >= boards-l.dead {
			ths = 0
		}
		list = append(list, fields{
			"id": fmt.Sprint(i + 1), "enabled": true, "chips_count": 65, "board_temp": fields{"degree_c": round(l.temp-10, 2)},
			"highest_chip_temp": fields{"id": 1, "temperature": fields{"degree_c": round(l.temp, 2)}},
			"stats":             fields{"real_hashrate": rates(ths)},
		})
	}
	return fields{"hashboards": list}
}

func (b *braiins) tuner(l look) any {
	state := 2
	switch {
	case !l.awake:
		state = 1
	case !l.hashes:
		state = 6
	case !l.tuned:
		state = 3
	}
	return fields{
		"overall_tuner_state": state,
		"mode_state":          fields{"powertargetmodestate": fields{"current_target": fields{"watt": int(l.limit)}}},
	}
}

func (b *braiins) profiles(look) any {
	var list []fields
	for _, level := range b.m.spec.Levels[1:] {
		list = append(list, fields{
			"target": fields{"watt": int(level.Watts)}, "measured_hashrate": rate(level.THs), "estimated_power_consumption": fields{"watt": int(level.Watts)},
		})
	}
	return fields{"power_target_profiles": list, "hashrate_target_profiles": []fields{}}
}

func (b *braiins) constraints(look) any {
	top := b.m.top()
	return fields{
		"tuner_constraints": fields{"power_target": fields{
			"min": fields{"watt": int(top * 0.25)}, "max": fields{"watt": int(top)}, "default": fields{"watt": int(top)},
		}},
		"hashboards_constraints": fields{"quick_ramping_time_s": fields{"min": 1, "max": 60}},
	}
}

func (b *braiins) setPower(w http.ResponseWriter, r *http.Request) {
	var asked struct{ Watt *int }
	if json.NewDecoder(http.MaxBytesReader(w, r.Body, 4096)).Decode(&asked) != nil || asked.Watt == nil {
		reply(w, http.StatusBadRequest, map[string]string{"message": "watt is missing"})
		return
	}
	if top := b.m.top(); float64(*asked.Watt) < top*0.25-1 || float64(*asked.Watt) > top+1 {
		reply(w, http.StatusUnprocessableEntity, map[string]string{"message": "power target out of bounds"})
		return
	}
	b.m.setLimit(float64(*asked.Watt), false)
	reply(w, http.StatusOK, fields{"watt": *asked.Watt})
}

func (b *braiins) pools(look) any {
	list, active := b.m.pools.snapshot()
	var shown []fields
	for i, p := range list {
		shown = append(shown, fields{"uid": fmt.Sprint(i), "url": p.url, "user": p.user, "enabled": true, "alive": p.alive(), "active": i == active && p.alive()})
	}
	return []fields{{"uid": "g0", "name": "default", "pools": shown}}
}

func (b *braiins) setPools(w http.ResponseWriter, r *http.Request) {
	var groups []struct {
		Name  string
		Pools []struct{ URL, User, Password string }
	}
	if json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&groups) != nil {
		reply(w, http.StatusBadRequest, map[string]string{"message": "invalid body"})
		return
	}
	var list []pool
	for _, g := range groups {
		for _, p := range g.Pools {
			list = append(list, pool{url: p.URL, user: p.User, pass: p.Password})
		}
	}
	b.m.pools.replace(list)
	reply(w, http.StatusOK, b.pools(look{}))
}
