package miners

import (
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
)

// antminer answers the pages of the maker's firmware: digest on every one, the
// configuration as a whole or not at all, and asleep with empty lists. Its power
// is nowhere to be read.
type antminer struct {
	m   *machine
	mac string

	mu    sync.Mutex
	nonce int
}

const realm = "antMiner Configuration"

func newAntminer(m *machine, mac string) http.Handler {
	a := &antminer{m: m, mac: mac}
	mux := http.NewServeMux()
	page := func(name string, h http.HandlerFunc) { mux.HandleFunc("/cgi-bin/"+name, a.digest(h)) }
	show := func(name string, body func(look) any) {
		page(name, func(w http.ResponseWriter, _ *http.Request) { reply(w, http.StatusOK, body(m.look())) })
	}
	show("get_system_info.cgi", func(look) any {
		return fields{
			"minertype": "Antminer " + m.spec.Model, "nettype": "DHCP", "macaddr": mac, "hostname": "Antminer",
			"firmware_type": "Release", "system_filesystem_version": "Wed Nov 12 2025 simulated",
		}
	})
	show("miner_type.cgi", func(look) any { return fields{"miner_type": "Antminer " + m.spec.Model, "subtype": "simulated"} })
	show("get_miner_conf.cgi", a.conf)
	show("summary.cgi", a.summary)
	show("stats.cgi", a.stats)
	show("pools.cgi", a.poolList)
	page("set_miner_conf.cgi", a.write)
	page("reboot.cgi", func(http.ResponseWriter, *http.Request) {
		m.reboot()
		panic(http.ErrAbortHandler) // it is gone before it could answer
	})
	mux.HandleFunc("/{$}", a.digest(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>Antminer</html>") }))
	mux.HandleFunc("/", a.digest(http.NotFound))
	return mux
}

// digest is RFC 2617 with qop auth; a nonce serves once.
func (a *antminer) digest(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !a.knows(r) {
			a.mu.Lock()
			a.nonce++
			nonce := fmt.Sprintf("%08x", a.nonce)
			a.mu.Unlock()
			w.Header().Set("WWW-Authenticate", `Digest realm="`+realm+`", nonce="`+nonce+`", qop="auth"`)
			http.Error(w, "401 Unauthorized", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func (a *antminer) knows(r *http.Request) bool {
	header, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Digest ")
	if !ok {
		return false
	}
	f := map[string]string{}
	for part := range strings.SplitSeq(header, ",") {
		if key, value, ok := strings.Cut(strings.TrimSpace(part), "="); ok {
			f[key] = strings.Trim(value, `"`)
		}
	}
	password := a.m.spec.Password
	if password == "" {
		password = "root"
	}
	hash := func(parts ...string) string {
		sum := md5.Sum([]byte(strings.Join(parts, ":")))
		return hex.EncodeToString(sum[:])
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	var issued int
	if _, err := fmt.Sscanf(f["nonce"], "%x", &issued); err != nil || issued < 1 || issued > a.nonce || f["uri"] != r.URL.RequestURI() {
		return false
	}
	want := hash(hash("root", realm, password), f["nonce"], f["nc"], f["cnonce"], f["qop"], hash(r.Method, f["uri"]))
	return f["username"] == "root" && f["response"] == want
}

func (a *antminer) conf(l look) any {
	list, _ := a.m.pools.snapshot()
	three := make([]fields, 3)
	for i := range three {
		three[i] = fields{"url": "", "user": "", "pass": ""}
		if i < len(list) {
			three[i] = fields{"url": list[i].url, "user": list[i].user, "pass": list[i].pass}
		}
	}
	mode := any(truth(!l.awake))
	if a.m.spec.Quirks.Strings {
		mode = fmt.Sprint(mode)
	}
	return fields{
		"pools": three, "api-listen": true, "api-network": true, "api-allow": "A:0/0,W:*", "bitmain-fan-ctrl": false, "bitmain-fan-pwm": "100",
		"bitmain-freq-level": "100", "bitmain-work-mode": mode, "bitmain-close-asic-boost": "",
	}
}

func stock(name string, list any) fields {
	return fields{
		"STATUS": fields{"STATUS": "S", "when": 1700000000, "Msg": strings.ToLower(name), "api_version": "1.0.0"},
		"INFO":   fields{"miner_version": "uart_trans.1.3", "CompileTime": "Wed Nov 12 16:12:30 CST 2025", "type": "Antminer"}, name: list,
	}
}

func (a *antminer) summary(l look) any {
	if !l.awake {
		return stock("SUMMARY", []fields{})
	}
	state := []fields{{"type": "rate", "status": "s", "code": 0, "msg": ""}}
	if l.failed != "" {
		state = append(state, fields{"type": "hashboard", "status": "e", "code": 1, "msg": l.failed})
	}
	return stock("SUMMARY", []fields{{
		"elapsed": int(l.uptime), "rate_5s": round(l.ths*1000, 2), "rate_30m": round(l.ths*1000, 2), "rate_avg": round(l.ths*1000, 2),
		"rate_ideal": a.m.spec.Levels[len(a.m.spec.Levels)-1].THs * 1000, "rate_unit": "GH/s", "hw_all": 12, "bestshare": 1 << 30, "status": state,
	}})
}

func (a *antminer) stats(l look) any {
	if !l.awake {
		return stock("STATS", []fields{})
	}
	var chains []fields
	for i := range boards {
		rate := l.ths * 1000 / float64(max(1, boards-l.dead))
		if i >= boards-l.dead {
			rate = 0
		}
		chains = append(chains, fields{
			"index": i, "sn": fmt.Sprintf("SIM%d", i), "freq_avg": 490, "rate_ideal": 66000, "rate_real": round(rate, 2), "asic_num": 108,
			"temp_pic": []float64{round(l.temp-15, 0)}, "temp_pcb": []float64{round(l.temp-10, 0)}, "temp_chip": []float64{round(l.temp, 0)}, "hw": 0,
		})
	}
	return stock("STATS", []fields{{"elapsed": int(l.uptime), "chain_num": boards, "fan_num": 4, "fan": []int{5800, 5800, 5700, 5700}, "chain": chains}})
}

func (a *antminer) poolList(l look) any {
	if !l.awake {
		return stock("POOLS", []fields{})
	}
	list, _ := a.m.pools.snapshot()
	var shown []fields
	for i, p := range list {
		shown = append(shown, fields{"index": i, "url": p.url, "user": p.user, "status": p.status(), "accepted": l.shares, "rejected": l.shares / 500, "priority": i})
	}
	return stock("POOLS", shown)
}

// write takes a whole configuration; the mining process starts anew with it.
func (a *antminer) write(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		Mode  *int   `json:"miner-mode"`
		Freq  string `json:"freq-level"`
		Pools []struct{ URL, User, Pass string }
	}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&asked)
	if err != nil || len(asked.Pools) != 3 || asked.Pools[0].URL == "" {
		reply(w, http.StatusOK, fields{"stats": "error", "code": "M001", "msg": "Invalid pool!"})
		return
	}
	if asked.Mode == nil || asked.Freq == "" {
		reply(w, http.StatusOK, fields{"stats": "error", "code": "M002", "msg": "Invalid configuration!"})
		return
	}
	var list []pool
	for _, p := range asked.Pools {
		if p.URL != "" {
			list = append(list, pool{url: p.URL, user: p.User, pass: p.Pass})
		}
	}
	a.m.pools.replace(list)
	switch l := a.m.look(); {
	case *asked.Mode == 1:
		a.m.stop(0)
	case !l.awake:
		a.m.start()
	default:
		a.m.reboot()
	}
	if a.m.mute() {
		panic(http.ErrAbortHandler)
	}
	reply(w, http.StatusOK, fields{"stats": "success", "code": "M000", "msg": "OK!"})
}
