package e2e_test

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// joined is a site in a process of its own, started again whenever it is killed.
type joined struct {
	kills int
	stop  chan struct{}
	done  chan struct{}
	log   bytes.Buffer
}

func join(t *testing.T, binary, bus, key, site, data string, flags ...string) *joined {
	t.Helper()
	j := &joined{stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(j.done)
		for {
			args := append([]string{"federate", "join", "--bus", bus, "--key", key, "--site", site, "--data", data}, flags...)
			cmd := exec.Command(binary, args...)
			cmd.Stderr = &j.log
			if cmd.Start() != nil {
				return
			}
			ended := make(chan error, 1)
			go func() { ended <- cmd.Wait() }()
			select {
			case <-ended:
				if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && status.Signaled() {
					j.kills++
				}
				time.Sleep(200 * time.Millisecond)
			case <-j.stop:
				_ = cmd.Process.Signal(syscall.SIGTERM)
				<-ended
				return
			}
		}
	}()
	t.Cleanup(j.end)
	return j
}

func (j *joined) end() {
	select {
	case <-j.stop:
	default:
		close(j.stop)
	}
	<-j.done
}

func (p *process) federation(t *testing.T) (v report.Federation) {
	t.Helper()
	p.get(t, "/api/federation", &v)
	return v
}

// freePort is an address outside the range that the system gives to those who
// dial: sites dial it while nobody listens there.
func freePort(t *testing.T) string {
	t.Helper()
	for port := 20_000 + os.Getpid()%10_000; port < 32_000; port++ {
		address := fmt.Sprintf("127.0.0.1:%d", port)
		if l, err := net.Listen("tcp", address); err == nil {
			l.Close()
			return address
		}
	}
	t.Fatal("no port is free")
	return ""
}

// TestFiveSitesInProcessesOfTheirOwnFinishARoundThroughKills ends the coordinator
// and a site as a power cut would, each in the middle of a round, over a real bus.
func TestFiveSitesInProcessesOfTheirOwnFinishARoundThroughKills(t *testing.T) {
	binary, data := build(t), t.TempDir()
	bus := freePort(t)
	t.Setenv("POUWDEM_BUS_LISTEN", bus)
	t.Setenv("POUWDEM_FEDERATION_HERE", "none")
	t.Setenv("POUWDEM_FEDERATION_EVERY", "10m")
	first := start(t, binary, data, "--halt-at", "federation closed shares")
	until(t, patience, "the coordinator listens to sites", func() bool {
		return len(first.federation(t).NotClaimed) > 0 && !strings.Contains(first.federation(t).Text, "being started")
	})
	sites := map[string]*joined{}
	for _, site := range []string{"pecos", "navarro", "webb", "saguenay", "itapua"} {
		var flags []string
		if site == "webb" {
			flags = []string{"--halt-at", "kept masked"}
		}
		sites[site] = join(t, binary, "nats://"+bus, filepath.Join(data, "bus", "site-"+site+".nk"), site, filepath.Join(data, "of", site), flags...)
	}
	select {
	case <-first.done:
	case <-time.After(120 * time.Second):
		t.Fatalf("the coordinator did not come to the point where it is killed\n%s\n%s", first.stderr.String(), sites["webb"].log.String())
	}
	second := start(t, binary, data)
	var round report.FederationRound
	until(t, patience, "the round is final after both kills", func() bool {
		rounds := second.federation(t).Rounds
		if len(rounds) == 0 {
			return false
		}
		round = rounds[len(rounds)-1]
		return round.State == "final" || round.State == "abandoned"
	})
	if round.Number != 1 || round.State != "final" || round.Included != 5 || round.Recorded != "final" {
		t.Errorf("%+v\n%s", round, second.stderr.String())
	}
	for _, s := range second.federation(t).Sites {
		if s.Here || s.Verdict != nil || s.Privacy != nil {
			t.Errorf("the coordinator knows what is %s's own: %+v", s.Site, s)
		}
	}
	out, err := exec.Command(binary, "federate", "status", "--url", second.url).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "its own affair") || !strings.Contains(string(out), "5 of 5") {
		t.Errorf("%v\n%s", err, out)
	}
	for _, j := range sites {
		j.end()
	}
	if sites["webb"].kills != 1 {
		t.Errorf("the site was killed %d times, want once", sites["webb"].kills)
	}
	second.stop(t)
}
