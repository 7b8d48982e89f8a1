package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// An interval of the world takes three seconds, so that a busy machine that
// stops for a second misses none; a fault lasts forty minutes of the world,
// longer than any limit on the age of a real-time price.
const (
	faultSpeed   = 100
	faultSeconds = 24
)

// injected is one row of the matrix.
type injected struct{ target, kind string }

func (f injected) String() string { return f.target + " " + f.kind }

// slice is the part of the matrix that every test run goes through; with
// POUWDEM_FAULTS=all it is the whole.
func slice() []injected {
	if os.Getenv("POUWDEM_FAULTS") != "all" {
		return []injected{
			{"ercot", "error_5xx"}, {"ercot", "stale"}, {"mempool", "truncate"}, {"agents", "drop"}, {"dashboards", "throttle_429"},
		}
	}
	var all []injected
	for _, target := range []string{"ercot", "dashboards", "mempool", "mara", "gpu", "agents"} {
		for _, kind := range []string{"slow", "error_5xx", "throttle_429", "truncate", "stale", "wrong_unit", "drop"} {
			all = append(all, injected{target, kind})
		}
	}
	return all
}

// row is what a fault did, as measured.
type row struct {
	fault    injected
	decided  int      // intervals decided while it lasted, per site
	missed   int      // intervals without a decision
	degraded int      // decisions of the degraded policy, all sites
	raised   []raise  // of those, ones that raised load beyond what duties ask for
	failing  []string // feeds that showed as failing
	stale    []string // values that showed as stale in the newest decisions
	alerts   []string // titles of alerts

	recovered bool
	after     int // intervals until all was well
}

func TestEveryFaultIsToldNothingIsInventedAndAllRecovers(t *testing.T) {
	p := start(t, build(t), t.TempDir(), "--speed", fmt.Sprint(faultSpeed))
	until(t, patience, "all is well at first", func() bool { return p.well(t) })
	var rows []row
	for _, f := range slice() {
		t.Run(f.String(), func(t *testing.T) {
			r := p.suffer(t, f)
			rows = append(rows, r)
			if r.missed > 0 {
				t.Errorf("%d intervals were not decided", r.missed)
			}
			for _, up := range r.raised {
				var why json.RawMessage
				p.get(t, "/api/decisions/"+up.to.Site+"/"+up.to.Key, &why)
				t.Errorf("the degraded policy raised load from %.3f to %.3f MW: %s", up.from, up.to.MW, why)
			}
			if !r.told() {
				t.Errorf("nothing told of it: feeds failing %v, stale %v, alerts %v", r.failing, r.stale, r.alerts)
			}
			if !r.recovered {
				t.Error("did not recover by itself")
			}
		})
	}
	p.stop(t)
	if os.Getenv("POUWDEM_WRITE_DOCS") != "" {
		writeFaults(t, rows)
	}
}

// decisionRow is the part of a decision that the matrix looks at.
type decisionRow struct {
	Site     string    `json:"site"`
	Key      string    `json:"key"`
	Start    time.Time `json:"interval_start_utc"`
	Decided  time.Time `json:"decided_at_utc"`
	Degraded string    `json:"degraded"`
	MW       float64   `json:"power_mw"`
	Fast     bool      `json:"fast"`
}

// reason is the part of a decision's reason that the matrix looks at.
type reason struct {
	Rule string `json:"rule"`
}

// raise is a degraded decision for more load than the one in force before it.
type raise struct {
	from float64 // MW
	to   decisionRow
}

func (p *process) decisions(t *testing.T, from time.Time) []decisionRow {
	t.Helper()
	var answer struct {
		Decisions []decisionRow `json:"decisions"`
	}
	p.get(t, "/api/decisions?limit=2016&from="+from.UTC().Format(time.RFC3339), &answer)
	return answer.Decisions
}

type systemView struct {
	At      time.Time `json:"at_utc"`
	Started time.Time `json:"started_utc"`
	Feeds   []struct {
		Name  string `json:"name"`
		State string `json:"state"`
	} `json:"feeds"`
}

func (p *process) system(t *testing.T) systemView {
	t.Helper()
	var s systemView
	p.get(t, "/api/system", &s)
	return s
}

// well reports whether every feed answers and no site decides on bad data.
func (p *process) well(t *testing.T) bool {
	s := p.system(t)
	for _, f := range s.Feeds {
		if f.State == "failing" || f.State == "waiting" {
			return false
		}
	}
	newest := map[string]decisionRow{}
	for _, d := range p.decisions(t, s.At.Add(-15*time.Minute)) {
		if old, known := newest[d.Site]; !known || d.Start.After(old.Start) {
			newest[d.Site] = d
		}
	}
	for _, d := range newest {
		if d.Degraded != "" {
			return false
		}
	}
	return len(newest) == 5
}

func (p *process) inject(t *testing.T, f injected) {
	t.Helper()
	address := regexp.MustCompile(`simulated world listens","address":"([^"]+)"`).FindStringSubmatch(p.stderr.String())
	if address == nil {
		t.Fatalf("the log does not say where the simulated world listens:\n%s", p.stderr.String())
	}
	body, err := json.Marshal(map[string]any{"target": f.target, "kind": f.kind, "for_seconds": faultSeconds})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequest(http.MethodPut, "http://"+address[1]+"/_faults", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Fatalf("fault %s refused: %s", f, resp.Status)
	}
}

// suffer goes through one fault and watches.
func (p *process) suffer(t *testing.T, f injected) row {
	t.Helper()
	r := row{fault: f}
	from := p.system(t).At.Truncate(5 * time.Minute)
	p.inject(t, f)
	for end := time.Now().Add(faultSeconds * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		p.look(t, &r)
	}
	ended := p.system(t).At
	began := time.Now()
	for time.Since(began) < patience && !p.well(t) {
		time.Sleep(50 * time.Millisecond)
	}
	r.recovered = p.well(t)
	r.after = int(p.system(t).At.Sub(ended) / (5 * time.Minute))
	r.count(p.decisions(t, from), ended)
	r.raised = slices.DeleteFunc(r.raised, func(up raise) bool { return p.owed(t, up) })
	return r
}

// duties are the rules by which Guard keeps machines on whatever a policy wishes
// and whatever is known of prices, all that it has: base points are followed, what
// came on lately runs on, people have their way, what was sold is delivered.
var duties = []string{"guard.instruction", "guard.min_up", "guard.ramp", "guard.override", "guard.award", "guard.contract"}

// owed reports whether a decision raised load for a duty, and not because the
// degraded policy wished more than was drawn before.
func (p *process) owed(t *testing.T, r raise) bool {
	t.Helper()
	var made struct {
		Reasons   []reason `json:"reasons"`
		Proposals []struct {
			Policy string  `json:"policy"`
			MW     float64 `json:"power_mw"`
		} `json:"proposals"`
	}
	p.get(t, "/api/decisions/"+r.to.Site+"/"+r.to.Key, &made)
	for _, w := range made.Proposals {
		if w.Policy == "degraded" {
			return w.MW <= r.from+1e-6 && slices.ContainsFunc(made.Reasons, func(why reason) bool { return slices.Contains(duties, why.Rule) })
		}
	}
	return false
}

// look notes what the API shows at a moment.
func (p *process) look(t *testing.T, r *row) {
	t.Helper()
	for _, f := range p.system(t).Feeds {
		if f.State == "failing" {
			r.failing = note(r.failing, f.Name)
		}
	}
	var alerts struct {
		Alerts []struct {
			Title string `json:"title"`
		} `json:"alerts"`
	}
	p.get(t, "/api/alerts", &alerts)
	for _, a := range alerts.Alerts {
		title, _, _ := strings.Cut(a.Title, ":")
		r.alerts = note(r.alerts, title)
	}
	var snapshot struct {
		Values []struct {
			Name  string `json:"name"`
			Stale bool   `json:"stale"`
		} `json:"values"`
	}
	p.get(t, "/api/snapshot?site=pecos", &snapshot)
	for _, v := range snapshot.Values {
		if v.Stale {
			r.stale = note(r.stale, v.Name)
		}
	}
}

func note(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// count goes over the decisions made while the fault lasted. A degraded one
// must not ask for more than the one in force before it, which an order may have
// forced between ticks.
func (r *row) count(decisions []decisionRow, ended time.Time) {
	bySite := map[string][]decisionRow{}
	for _, d := range decisions {
		if !d.Start.After(ended) {
			bySite[d.Site] = append(bySite[d.Site], d)
		}
	}
	for _, list := range bySite {
		slices.SortFunc(list, func(a, b decisionRow) int { return a.Decided.Compare(b.Decided) })
		seen := 0
		var tick time.Time // the interval decided before
		for i, d := range list {
			if d.Fast {
				continue
			}
			seen++
			if !tick.IsZero() && d.Start.Sub(tick) > 5*time.Minute {
				r.missed++
			}
			tick = d.Start
			if d.Degraded == "" {
				continue
			}
			r.degraded++
			if i > 0 && d.MW > list[i-1].MW+1e-6 {
				r.raised = append(r.raised, raise{list[i-1].MW, d})
			}
		}
		r.decided = max(r.decided, seen)
	}
}

// told reports whether a feed, a value or an alert showed the fault. Slow machines
// are waited for; a list of prices that is slow, old or dear is one that could be.
func (r *row) told() bool {
	switch kind := r.fault.kind; r.fault.target {
	case "agents":
		return kind == "slow" || slices.ContainsFunc(r.alerts, func(title string) bool { return strings.HasPrefix(title, "Command") })
	case "mara", "gpu":
		return kind == "slow" || kind == "stale" || kind == "wrong_unit" || len(r.failing) > 0
	}
	return len(r.failing)+len(r.stale) > 0
}

// writeFaults puts the measured matrix into the docs.
func writeFaults(t *testing.T, rows []row) {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, `# The fault matrix

Measured by `+"`make evidence`"+` (`+"`POUWDEM_FAULTS=all POUWDEM_WRITE_DOCS=1 go test -run EveryFault ./e2e`"+`): the real program on the
simulated world at %d times the wall, five sites. Each fault hits every answer of one stand-in for %d s of the wall (%d minutes of
the world's time). *Decided*: intervals decided while it lasted. *Degraded*: decisions taken by the degraded policy, all sites
together, and how many of them raised load. *Shown*: feeds that the System page showed as failing, values that the newest
decision of the first site marked stale, and alerts. *Well again*: intervals from the fault's end until every feed answered and
no site decided on bad data, without anybody's help.

`, faultSpeed, faultSeconds, faultSeconds*faultSpeed/60)
	b.WriteString("| fault | decided | missed | degraded | raised load | feeds failing | stale | alerts | well again after |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, r := range rows {
		well := "never"
		if r.recovered {
			well = fmt.Sprint(r.after)
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %s | %s | %s | %s |\n", r.fault, r.decided, r.missed, r.degraded, len(r.raised),
			few(r.failing), few(r.stale), few(r.alerts), well)
	}
	b.WriteString(`
What the kinds are: *slow* takes five seconds to answer, *error_5xx* answers 503, *throttle_429* says to come back later, *truncate*
breaks off half way, *stale* answers as at the moment the fault began, *wrong_unit* gives values a thousand times too large, *drop*
does what was asked and closes the connection without a word. A price a thousand times too large lies within what ERCOT's prices
have been; what is told of it is the stale or degraded state that follows where other checks catch it, and the price itself.
`)
	if err := os.WriteFile(filepath.Join("..", "docs", "faults.md"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func few(list []string) string {
	switch {
	case len(list) == 0:
		return "none"
	case len(list) <= 3:
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:2], ", "), len(list)-2)
}
