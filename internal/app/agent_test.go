package app

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/learn"
	"github.com/pouw-dem/pouwdem/models"
)

func TestAnAgentIsRolledBackWhereItEarnsLessThanTheRuleAndNotForNoise(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	days := func(mean float64) (out []float64) {
		for range 10 {
			out = append(out, mean+20*rng.NormFloat64())
		}
		return out
	}
	if why, drifted := driftOf(days(-60)); !drifted || !strings.Contains(why, "less than the threshold rule") {
		t.Errorf("60 $ a day less: %v %q", drifted, why)
	}
	for _, mean := range []float64{-2, 0, 50} {
		if why, drifted := driftOf(days(mean)); drifted {
			t.Errorf("%g $ a day: %q", mean, why)
		}
	}
}

func TestEveryModelThatShipsDecidesAndSaysWhereItComesFrom(t *testing.T) {
	entries, err := models.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	l := libraryOf(t.TempDir())
	shipped := 0
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		shipped++
		c, err := l.checkpoint(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		agent, err := l.policy(learn.Params{Model: e.Name()})
		if err != nil || agent.Params.SHA256 == "" {
			t.Errorf("%s: %v", e.Name(), err)
		}
		if v := modelView(e.Name(), c); v.Train == "" || v.DataHash == "" || v.Revision == "" || v.Revision == "unknown" || len(v.Features) == 0 {
			t.Errorf("%s does not say where it comes from: %+v", e.Name(), v)
		}
	}
	if shipped == 0 {
		t.Error("no model ships")
	}
}

func TestAModelIsTakenFromTheDataBeforeThoseThatShipAndOnlyByItsChecksum(t *testing.T) {
	l := libraryOf(t.TempDir())
	if _, err := l.checkpoint("nobody"); !errors.Is(err, errNoModel) {
		t.Errorf("a model that is not there: %v", err)
	}
	for _, name := range []string{"", "../etc", "a/b", ".."} {
		if _, err := l.checkpoint(name); !errors.Is(err, errNoModel) {
			t.Errorf("%q: %v", name, err)
		}
	}
	c, err := l.checkpoint("ercot")
	if err != nil {
		t.Fatal(err)
	}
	file, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if err := l.keep("mine", file); err != nil {
		t.Fatal(err)
	}
	agent, err := l.policy(learn.Params{Model: "mine"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.policy(agent.Params); err != nil {
		t.Errorf("by its own checksum: %v", err)
	}
	agent.Params.SHA256 = strings.Repeat("0", 64)
	if _, err := l.policy(agent.Params); err == nil || !strings.Contains(err.Error(), "checksum") {
		t.Errorf("by another's checksum: %v", err)
	}
	if err := l.keep("broken", []byte("not a model")); err != nil {
		t.Fatal(err)
	}
	if _, err := l.checkpoint("broken"); err == nil {
		t.Error("a broken file was read")
	}
}

func TestPeriodsAreReadAndChecked(t *testing.T) {
	p, err := parsePeriod("days", "2025-04-01..2025-06-30")
	if err != nil || p.days() != 91 {
		t.Errorf("%d days, %v", p.days(), err)
	}
	for _, text := range []string{"", "2025-04-01", "2025-04-01..", "2025-06-30..2025-04-01", "x..y"} {
		if _, err := parsePeriod("days", text); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
	if err := unseen(trained{Validate: "2025-01-01 to 2025-03-31"}, p); err != nil {
		t.Errorf("days after validation: %v", err)
	}
	early, _ := parsePeriod("days", "2025-03-01..2025-06-30")
	if err := unseen(trained{Validate: "2025-01-01 to 2025-03-31"}, early); err == nil {
		t.Error("days that the model was chosen on were taken to score it")
	}
}
