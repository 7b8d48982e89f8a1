package app

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/service/participant"
	"github.com/pouw-dem/pouwdem/internal/service/together"
)

// stored is a site's trainer, and its store.
type stored struct {
	*siteTrainer
	store *store.Store
}

func newSiteTrainer(t *testing.T) stored {
	t.Helper()
	sites, err := config.Default().BuildSites()
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "s.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	tr := &siteTrainer{site: &sites[0], rule: policy.Threshold{Params: config.Default().Policy.Params.Build()}, book: st, turn: new(sync.Mutex)}
	tr.data, tr.last = siteDays(&sites[0], "", 7, func() unit.Day { return unit.Day{Year: 2026, Month: 3, Dom: 31} })
	return stored{tr, st}
}

func TestASiteTrainsInTheClearPersonallyAndWithNoiseOnItsOwnDays(t *testing.T) {
	tr := newSiteTrainer(t)
	global, err := federatedInitial()
	if err != nil {
		t.Fatal(err)
	}
	update, weight, err := tr.Train(t.Context(), global, participant.Job{Steps: 400, Strategy: strategy.Settings{Name: "ditto"}})
	if err != nil {
		t.Fatal(err)
	}
	if norm := strategy.Norm(update); norm < 0.01 || norm > federatedPlan(config.Federation{Strategy: "fedavg"}).Clip*4 || weight != federatedDays {
		t.Errorf("an update of norm %v, weight %v", norm, weight)
	}
	if tr.local.Personal() == nil || strategy.Norm(together.Difference(tr.local.Personal(), global)) == 0 {
		t.Error("no personal model")
	}
	plan := federatedPlan(config.Federation{Strategy: "fedavg", Epsilon: 8})
	account, err := privacy.NewAccount(privacy.Budget{Epsilon: 8, Delta: 1e-3})
	if err != nil {
		t.Fatal(err)
	}
	n := *plan.Noise
	noise, err := account.Begin(privacy.Mechanism{Days: tr.Days(), Batch: n.Batch, Clip: n.Clip, Sigma: n.Sigma, Steps: 2}, rand.NewChaCha8([32]byte{}))
	if err != nil {
		t.Fatal(err)
	}
	noisy, _, err := tr.Train(t.Context(), global, participant.Job{Steps: 2, Strategy: plan.Strategy, Noise: noise})
	if err != nil || strategy.Norm(noisy) == 0 {
		t.Errorf("norm %v, %v", strategy.Norm(noisy), err)
	}
	// Each of the days is there once, and none twice; the last is cut at the end.
	if got := tr.local.WholeDays(); got < federatedDays-1 || got > federatedDays {
		t.Errorf("%d whole days of %d", got, federatedDays)
	}
	if account.Epsilon() <= 0 {
		t.Error("noise that cost nothing")
	}
}

func TestASiteKeepsTheRuleUntilAModelBeatsItAndRemembersWhatItAdopted(t *testing.T) {
	tr := newSiteTrainer(t)
	global, err := federatedInitial()
	if err != nil {
		t.Fatal(err)
	}
	v, err := tr.Consider(t.Context(), global)
	if err != nil || v.Adopt || v.Days != federatedHeldOut || v.Gain > 0 {
		t.Errorf("an untrained model: %+v %v", v, err)
	}
	// Against an incumbent that loses more, the same model is adopted, and is the
	// incumbent after a restart.
	for i := range tr.standing {
		tr.standing[i] = -1e6
	}
	if v, err = tr.Consider(t.Context(), global); err != nil || !v.Adopt {
		t.Fatalf("%+v %v", v, err)
	}
	again := newSiteTrainer(t)
	again.book = tr.book
	if v, err = again.Consider(context.Background(), global); err != nil || v.Adopt || v.Gain != 0 {
		t.Errorf("the same model after a restart: %+v %v", v, err)
	}
	if _, err := again.Consider(t.Context(), global[:10]); err == nil {
		t.Error("a model of another size: accepted")
	}
}
