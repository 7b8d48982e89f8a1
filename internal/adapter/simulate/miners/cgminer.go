package miners

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// pool is a pool of a machine. One whose name says so is dead.
type pool struct {
	url, user, pass string
	priority        int  // lower is tried first
	lost            bool // it was there, and is no more
}

func (p pool) alive() bool { return !p.lost && !strings.Contains(p.url, "dead") }

func (p pool) status() string {
	if p.alive() {
		return "Alive"
	}
	return "Dead"
}

// pools are a machine's pools and the one it uses.
type pools struct {
	mu     sync.Mutex
	list   []pool
	active int
	gone   map[string]bool // URLs that do not answer
	stays  bool            // waits for the pool that was lost, as some firmware does
	fed    func(bool)      // told whether there is work
}

// lose makes a URL answer no more, or again.
func (p *pools) lose(url string, gone bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.gone == nil {
		p.gone = map[string]bool{}
	}
	p.gone[url] = gone
	for i := range p.list {
		p.list[i].lost = p.gone[p.list[i].url]
	}
	if !p.stays || !gone {
		p.choose()
	}
	p.feed()
}

// choose takes the first pool that lives.
func (p *pools) choose() {
	best := -1
	for i := range p.list {
		if p.list[i].alive() && (best < 0 || p.list[i].priority < p.list[best].priority) {
			best = i
		}
	}
	if best >= 0 {
		p.active = best
	}
}

// feed tells whether the pool in use gives work.
func (p *pools) feed() {
	if p.fed != nil {
		p.fed(p.active < len(p.list) && p.list[p.active].alive())
	}
}

func (p *pools) snapshot() ([]pool, int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.list), p.active
}

func (p *pools) replace(list []pool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.list, p.active = list, 0
	for i := range list {
		list[i].priority, list[i].lost = i, p.gone[list[i].url]
	}
	p.choose()
	p.feed()
}

// cgminer answers the API of cgminer 4.11.1: one command a connection, several
// reports joined by plus signs, a NUL at the end of every answer.
type cgminer struct{ m *machine }

func (c *cgminer) serve(ctx context.Context, l net.Listener) error {
	return overTCP(ctx, l, func(conn net.Conn) {
		raw := hear(conn)
		if len(raw) == 0 {
			return
		}
		if raw[0] != '{' || c.m.spec.Quirks.TextOnly {
			_, _ = conn.Write(c.text(string(raw)))
			return
		}
		var asked struct{ Command, Parameter string }
		if json.Unmarshal(raw, &asked) != nil {
			_, _ = conn.Write(c.encode(refuse(23, "Invalid JSON")))
			return
		}
		if answer := c.answer(asked.Command, asked.Parameter); answer != nil {
			_, _ = conn.Write(c.encode(answer))
		}
	})
}

// hear reads one request.
func hear(conn net.Conn) []byte {
	buffer := make([]byte, 16<<10)
	n, err := conn.Read(buffer)
	if err != nil && n == 0 {
		return nil
	}
	return []byte(strings.TrimRight(string(buffer[:n]), "\x00\r\n"))
}

type fields = map[string]any

func status(letter string, code int, message string) []fields {
	return []fields{{"STATUS": letter, "When": 1, "Code": code, "Msg": message, "Description": "cgminer 4.11.1"}}
}

func refuse(code int, message string) fields {
	return fields{"STATUS": status("E", code, message), "id": 1}
}

func done(code int, message string) fields {
	return fields{"STATUS": status("S", code, message), "id": 1}
}

// encode writes an answer as the firmware does.
func (c *cgminer) encode(answer fields) []byte {
	raw, err := json.Marshal(answer)
	if err != nil {
		return nil
	}
	if c.m.spec.Quirks.Broken {
		raw = []byte(strings.ReplaceAll(strings.ReplaceAll(string(raw), "[{", "[,{"), "},{", "}{"))
		raw = append(raw[:len(raw)-1], ",}\n"...)
	}
	return append(raw, 0)
}

func (c *cgminer) answer(command, parameter string) fields {
	if strings.Contains(command, "+") {
		joined := fields{"id": 1}
		for name := range strings.SplitSeq(command, "+") {
			joined[name] = []fields{c.answer(name, "")}
		}
		return joined
	}
	switch command {
	case "version":
		return fields{"STATUS": status("S", 22, "CGMiner versions"), "VERSION": []fields{{"CGMiner": "4.11.1", "API": "3.7"}}, "id": 1}
	case "summary":
		return fields{"STATUS": status("S", 11, "Summary"), "SUMMARY": []fields{c.m.summary(1e6, "MHS")}, "id": 1}
	case "devs":
		return fields{"STATUS": status("S", 9, "3 ASC(s)"), "DEVS": c.m.devices(), "id": 1}
	case "pools":
		return c.m.listPools()
	case "ascdisable", "ascenable":
		n, err := strconv.Atoi(parameter)
		if err != nil || n < 0 || n >= boards {
			return refuse(56, "Invalid ASC id "+parameter+" - range is 0 - 2")
		}
		if n == boards-1 { // the rig has one switch: its last board's
			if command == "ascenable" {
				c.m.start()
			} else {
				c.m.stop(0)
			}
		}
		return done(59, "ASC "+parameter+" set")
	case "restart":
		c.m.reboot()
		return fields{"STATUS": []fields{{"STATUS": "RESTART"}}, "id": 1}
	}
	if answer := c.m.changePools(command, parameter); answer != nil {
		return answer
	}
	return refuse(14, "Invalid command")
}

// summary is the machine in a firmware's unit of so many to the terahash.
func (m *machine) summary(perTH float64, unit string) fields {
	l := m.look()
	return fields{
		"Elapsed": int(l.uptime), unit + " 5s": round(l.ths*perTH, 2), unit + " 1m": round(l.ths*perTH, 2), unit + " av": round(l.ths*perTH, 2),
		"Accepted": l.shares, "Rejected": l.shares / 500, "Hardware Errors": 3, "Pool Stale%": 0.1,
	}
}

// devices are the boards, in MH/s whatever the firmware's summary is in.
func (m *machine) devices() []fields {
	l := m.look()
	var list []fields
	for i := range boards {
		alive := l.awake && i < boards-l.dead && l.failed == ""
		enabled, state, rate := "Y", "Alive", l.ths*1e6/float64(max(1, boards-l.dead))
		if !alive {
			state, rate = "Dead", 0
		}
		if !l.awake {
			enabled = "N"
		}
		list = append(list, fields{
			"ASC": i, "Name": "SIM", "ID": i, "Enabled": enabled, "Status": state,
			"Temperature": round(l.temp-float64(i), 1), "MHS 5s": round(rate, 2), "MHS 1m": round(rate, 2), "MHS av": round(rate, 2),
		})
	}
	return list
}

func (m *machine) listPools() fields {
	list, active := m.pools.snapshot()
	var shown []fields
	for i, p := range list {
		shown = append(shown, fields{
			"POOL": i, "URL": p.url, "User": p.user, "Status": p.status(), "Priority": p.priority,
			"Stratum Active": i == active && p.alive(), "Accepted": m.look().shares, "Rejected": 0,
		})
	}
	return fields{"STATUS": status("S", 7, fmt.Sprintf("%d Pool(s)", len(list))), "POOLS": shown, "id": 1}
}

// changePools carries out a command on pools; nil: it is none.
func (m *machine) changePools(command, parameter string) fields {
	p := &m.pools
	p.mu.Lock()
	defer p.mu.Unlock()
	switch command {
	case "addpool":
		parts := cut(parameter)
		if len(parts) != 3 {
			return refuse(53, "Invalid addpool details '"+parameter+"'")
		}
		p.list = append(p.list, pool{url: parts[0], user: parts[1], pass: parts[2], priority: len(p.list)})
		return done(55, "Added pool "+strconv.Itoa(len(p.list)-1)+": '"+parts[0]+"'")
	case "poolpriority":
		return p.prefer(parameter)
	case "switchpool", "removepool":
		n, err := strconv.Atoi(parameter)
		if err != nil || n < 0 || n >= len(p.list) {
			return refuse(26, "Invalid pool id "+parameter)
		}
		if command == "switchpool" {
			// It says so of a dead pool too, and stays where it is.
			if p.list[n].alive() {
				p.active = n
			}
			return done(27, fmt.Sprintf("Switching to pool %d: '%s'", n, p.list[n].url))
		}
		if n == p.active {
			return refuse(67, fmt.Sprintf("Cannot remove active pool %d: '%s'", n, p.list[n].url))
		}
		url := p.list[n].url
		gone := p.list[n].priority
		p.list = slices.Delete(p.list, n, n+1)
		for i := range p.list {
			if p.list[i].priority > gone {
				p.list[i].priority--
			}
		}
		if p.active > n {
			p.active--
		}
		return done(68, fmt.Sprintf("Removed pool %d: '%s'", n, url))
	}
	return nil
}

// prefer gives the pools of the given numbers the highest priorities; a pool
// keeps its number.
func (p *pools) prefer(parameter string) fields {
	rank := map[int]int{}
	for part := range strings.SplitSeq(parameter, ",") {
		n, err := strconv.Atoi(part)
		if _, twice := rank[n]; err != nil || n < 0 || n >= len(p.list) || twice {
			return refuse(74, "Invalid pool priority "+parameter)
		}
		rank[n] = len(rank)
	}
	rest := make([]int, 0, len(p.list))
	for i := range p.list {
		if _, named := rank[i]; !named {
			rest = append(rest, i)
		}
	}
	slices.SortStableFunc(rest, func(a, b int) int { return p.list[a].priority - p.list[b].priority })
	for _, i := range rest {
		rank[i] = len(rank)
	}
	for i := range p.list {
		p.list[i].priority = rank[i]
	}
	return done(73, "Changed pool priorities")
}

// cut splits at commas that no backslash precedes.
func cut(s string) []string {
	var parts []string
	var part strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			part.WriteByte(s[i])
		case s[i] == ',':
			parts = append(parts, part.String())
			part.Reset()
		default:
			part.WriteByte(s[i])
		}
	}
	return append(parts, part.String())
}

// text answers in the older form.
func (c *cgminer) text(request string) []byte {
	if request == "" || request[0] == '{' {
		return []byte("STATUS=E,When=1,Code=14,Msg=Invalid command,Description=cgminer 4.11.1|\x00")
	}
	command, parameter, _ := strings.Cut(request, "|")
	answer := c.answer(command, parameter)
	var b strings.Builder
	names := []string{"STATUS", "VERSION", "SUMMARY", "DEVS", "POOLS"}
	for _, name := range names {
		list, _ := answer[name].([]fields)
		for _, section := range list {
			b.WriteString(c.section(name, section))
		}
	}
	return append([]byte(b.String()), 0)
}

func (c *cgminer) section(name string, f fields) string {
	escape := strings.NewReplacer(`\`, `\\`, ",", `\,`, "|", `\|`, "=", `\=`)
	first, lead := name, map[string]string{"STATUS": "STATUS", "DEVS": "ASC", "POOLS": "POOL"}[name]
	if lead != "" {
		first = fmt.Sprintf("%s=%v", lead, f[lead])
	}
	parts := []string{first}
	for key, value := range f {
		if key != lead {
			parts = append(parts, fmt.Sprintf("%s=%s", key, escape.Replace(fmt.Sprint(value))))
		}
	}
	slices.Sort(parts[1:])
	return strings.Join(parts, ",") + "|"
}
