package e2e_test

import (
	"bytes"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// startRole starts a process of a role; what it reads from standard input is
// given.
func startRole(t *testing.T, binary, stdin string, args ...string) *process {
	t.Helper()
	p := &process{cmd: exec.Command(binary, append(args, "--listen", "127.0.0.1:0", "--print-addr")...), done: make(chan error, 1)}
	p.cmd.Stdin = strings.NewReader(stdin)
	p.begin(t)
	return p
}

// sites runs pouwdem sites against a coordinator, with the token that it printed.
func (p *process) sites(t *testing.T, binary string, args ...string) string {
	t.Helper()
	var token []string
	until(t, patience, "the coordinator prints a token", func() bool {
		token = regexp.MustCompile(`with the token ([0-9a-f]+)`).FindStringSubmatch(p.stderr.String())
		return token != nil
	})
	cmd := exec.Command(binary, append([]string{"sites", "--url", p.url}, args...)...)
	cmd.Env = append(os.Environ(), "POUWDEM_TOKEN="+token[1])
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		t.Fatalf("sites %v: %v\n%s", args, err, complaint.String())
	}
	return out.String()
}

// ofPecos counts what the coordinator knows of the site.
func (p *process) ofPecos(t *testing.T) (keys map[string]bool) {
	t.Helper()
	var list report.Decisions
	p.get(t, "/api/decisions?site=pecos&limit=500", &list)
	keys = map[string]bool{}
	for _, d := range list.Decisions {
		keys[d.Key] = true
	}
	return keys
}

// TestASiteAndItsCoordinatorAreProcessesOfTheirOwn lets a site in, kills the
// coordinator for a while, orders a stop from afar, and cuts the site off.
func TestASiteAndItsCoordinatorAreProcessesOfTheirOwn(t *testing.T) {
	binary, hubData, siteData := build(t), t.TempDir(), t.TempDir()
	const at, leaves = "127.0.0.1:24227", "127.0.0.1:24228" // the site finds them again
	coordinate := func() *process {
		return startRole(t, binary, "", "coordinator", "--data", hubData, "--bus-listen", at, "--leaves", leaves, "--speed", "100")
	}
	hub := coordinate()
	token := hub.sites(t, binary, "invite", "pecos")
	site := startRole(t, binary, token, "site", "--site", "pecos", "--data", siteData, "--bus", "nats://"+at, "--join", "-")
	until(t, patience, "the coordinator has decisions of the site, and verified a task that its worker did", func() bool {
		return len(hub.ofPecos(t)) > 2 && len(workers(hub.tasks(t))) > 0
	})
	if err := hub.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-hub.done
	before := len(site.ofPecos(t))
	until(t, patience, "the site decides without its coordinator", func() bool { return len(site.ofPecos(t)) > before+1 })

	again := coordinate()
	until(t, patience, "the coordinator hears what happened meanwhile", func() bool {
		known := again.ofPecos(t)
		for key := range site.ofPecos(t) {
			if !known[key] {
				return false
			}
		}
		return true
	})
	until(t, patience, "a stop reaches the site", func() bool {
		status, _ := again.post(t, "/api/stop", `{"site":"pecos","reason":"test"}`)
		return status == http.StatusNoContent
	})
	var system report.System
	if site.get(t, "/api/system", &system); len(system.StopSites) != 1 {
		t.Error("the site is not stopped")
	}
	if status, said := again.post(t, "/api/stop", `{"site":"webb","reason":"test"}`); status != http.StatusBadGateway || !strings.Contains(said, "not connected") {
		t.Errorf("a stop of a site that is not there: %d %s", status, said)
	}
	if out := again.sites(t, binary, "list"); !regexp.MustCompile(`pecos\s+site\s+enrolled\s+yes`).MatchString(out) {
		t.Errorf("%s", out)
	}
	again.sites(t, binary, "revoke", "pecos")
	until(t, patience, "the site is cut off", func() bool {
		status, _ := again.post(t, "/api/stop", `{"site":"pecos","reason":"test"}`)
		return status == http.StatusBadGateway
	})
	site.stop(t)
	again.stop(t)
}
