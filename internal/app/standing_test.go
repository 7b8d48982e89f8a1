package app

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/bus/bustest"
	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/schedule"
	"github.com/pouw-dem/pouwdem/internal/core/work"
	"github.com/pouw-dem/pouwdem/internal/service/taskmarket"
)

// openTestHub opens a bus whose book knows a worker that an earlier version let in.
func openTestHub(t *testing.T) (h *hub, said string) {
	t.Helper()
	cfg := config.Default()
	cfg.DataDir, cfg.Bus.Listen = t.TempDir(), "127.0.0.1:0"
	sites, err := cfg.BuildSites()
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(cfg.DataDir, "s.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	old := `[{"name":"old","role":"worker","state":"enrolled","token":"t","public":"` + newBusKey(t).Public() + `"}]`
	if err := st.PutSetting(t.Context(), "bus.members", []byte(old)); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(cfg.DataDir, "log")
	file, err := os.Create(log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	if h, err = openHub(t.Context(), cfg, sites, st, clock.Wall{}, slog.New(slog.NewTextHandler(file, nil))); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.close)
	raw, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return h, string(raw)
}

// TestWorkersStandWhereTheyWereLetIn goes from the invitation of a worker to where
// the scheduler sees it stand, beside one of an earlier version, whose enrolment
// says nothing, and those of this process.
func TestWorkersStandWhereTheyWereLetIn(t *testing.T) {
	h, said := openTestHub(t)
	if !strings.Contains(said, schedule.Unbound) || !strings.Contains(said, "name=old") {
		t.Errorf("nobody says that an old worker has light tasks only: %s", said)
	}
	desk := memberDesk{h}
	if _, err := desk.Invite(t.Context(), "rack-7", "worker", "nowhere", time.Hour); !errors.Is(err, httpapi.ErrNotInvited) || !strings.Contains(err.Error(), `no site "nowhere"`) {
		t.Errorf("a worker at a site that is not there: %v", err)
	}
	made, err := desk.Invite(t.Context(), "rack-7", "worker", "webb", time.Hour)
	if err != nil || made.Site != "webb" {
		t.Fatalf("%+v %v", made, err)
	}
	key := newBusKey(t)
	joined, err := bus.Join(t.Context(), h.URL(), made.Token, key, bustest.Quiet())
	if err != nil || joined.Site != "webb" {
		t.Fatalf("%+v %v", joined, err)
	}
	for operator, want := range map[string]struct {
		site string
		own  bool
	}{"rack-7": {"webb", false}, "old": {"", false}, "webb": {"webb", true}, here: {"", true}, "coordinator": {"", false}, "stranger": {"", false}} {
		if h.SiteOf(operator) != want.site || h.Own(operator) != want.own {
			t.Errorf("%s stands at %q, own: %v; want %+v", operator, h.SiteOf(operator), h.Own(operator), want)
		}
	}

	queue, err := bus.NewTasks(t.Context(), h.nc, 1, bus.Lease)
	if err != nil {
		t.Fatal(err)
	}
	nc, err := bus.Dial(h.URL(), key, bustest.Quiet())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	if _, err := bus.NewWorker(t.Context(), nc, "rack-7", []work.Class{work.Heavy}, work.SizeLarge); err != nil {
		t.Fatal(err)
	}
	market := taskmarket.New(taskmarket.Config{Queue: queue, Operators: h})
	if got := market.Present(); len(got) != 1 || got[0].Operator != "rack-7" || got[0].Site != "webb" {
		t.Errorf("the scheduler sees %+v", got)
	}

	list, err := desk.Members(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	of := func(name string) report.Member {
		return list.Members[slices.IndexFunc(list.Members, func(m report.Member) bool { return m.Name == name })]
	}
	if m := of("rack-7"); m.Site != "webb" || m.Text != "" {
		t.Errorf("%+v", m)
	}
	if m := of("old"); m.Site != "" || !strings.Contains(m.Text, schedule.Unbound) {
		t.Errorf("%+v", m)
	}
}

// TestASiteThatMovesToAProcessOfItsOwnTakesItsWorkersAlong reads a site's name
// first as this process's, then as a member's.
func TestASiteThatMovesToAProcessOfItsOwnTakesItsWorkersAlong(t *testing.T) {
	h, _ := openTestHub(t)
	made, err := memberDesk{h}.Invite(t.Context(), "webb", "site", "", time.Hour)
	if err != nil || made.Site != "webb" || h.SiteOf("webb") != "webb" || !h.Own("webb") {
		t.Fatalf("%+v %v", made, err)
	}
	if _, err := bus.Join(t.Context(), h.URL(), made.Token, newBusKey(t), bustest.Quiet()); err != nil {
		t.Fatal(err)
	}
	if h.SiteOf("webb") != "webb" || h.Own("webb") {
		t.Errorf("webb's workers stand at %q, own: %v", h.SiteOf("webb"), h.Own("webb"))
	}
}

func TestTheBoardSaysWhereWorkersStandAndWhatIsTakenOfEachGrant(t *testing.T) {
	server := func(operator, site string) schedule.Worker {
		return schedule.Worker{Operator: operator, Site: site, Classes: []work.Class{work.Heavy, work.Light}, Largest: work.SizeLarge}
	}
	light := schedule.Worker{Operator: here, Classes: []work.Class{work.Light}, Largest: work.SizeLarge}
	b := report.TaskBoard{Queue: []report.TaskWaiting{{Class: "heavy", To: "webb", Site: "webb"}, {Class: "light", To: "webb", Site: "webb"}, {Class: "heavy"}}}
	stands(&b, []schedule.Worker{light, server("old", ""), server("webb", "webb"), server("webb", "webb")}, schedule.Room{Sites: map[string]schedule.Grant{
		"webb": {Machines: 2, EnergyWh: 238.5, GivenWh: 3}, "navarro": {Why: "it pays too little"},
	}})
	if want := (report.TaskSite{Site: "webb", Servers: 2, Machines: 2, Busy: 1, GrantedWh: 238.5, GivenWh: 3}); len(b.Sites) != 1 || b.Sites[0] != want {
		t.Errorf("%+v, want %+v", b.Sites, want)
	}
	if b.Workers != 4 || b.Servers != 3 || len(b.Operators) != 3 {
		t.Fatalf("%+v", b)
	}
	if o := b.Operators[0]; o.Operator != here || o.Site != "" || o.Text != "" {
		t.Errorf("who takes light tasks alone needs no site: %+v", o)
	}
	if o := b.Operators[1]; o.Operator != "old" || !strings.Contains(o.Text, schedule.Unbound) {
		t.Errorf("%+v", o)
	}
}
