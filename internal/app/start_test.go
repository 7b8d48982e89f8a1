package app

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
)

func TestAWorldBeginsInThePastOnlyWithoutAChainOfItsOwn(t *testing.T) {
	st, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "s.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	past, ahead := time.Date(2026, 7, 20, 18, 0, 0, 0, time.UTC), time.Now().UTC().Add(48*time.Hour).Truncate(time.Second)
	for name, first := range map[string]func(*config.Config) (clock.Clock, error){
		"run":         func(cfg *config.Config) (clock.Clock, error) { return newClock(t.Context(), cfg, st) },
		"coordinator": func(cfg *config.Config) (clock.Clock, error) { return sharedClock(t.Context(), cfg, st) },
	} {
		cfg := config.Default()
		begin := func(at time.Time, chain string) (clock.Clock, error) {
			cfg.Start, cfg.Chain.URL = at.Format(time.RFC3339), chain
			return first(cfg)
		}
		var usage usageError
		if _, err := begin(past, config.ChainEmbedded); !errors.As(err, &usage) {
			t.Errorf("%s begins before its chain can: %v", name, err)
		}
		if c, err := begin(ahead, config.ChainEmbedded); err != nil || c.Now().Before(ahead) || c.Now().After(ahead.Add(time.Hour)) {
			t.Errorf("%s: want %s, got %v, %v", name, ahead, c, err)
		}
	}
	cfg := config.Default()
	cfg.Start, cfg.Chain.URL = past.Format(time.RFC3339), config.ChainOff
	if c, err := newClock(t.Context(), cfg, st); err != nil || c.Now().After(past.Add(time.Hour)) {
		t.Errorf("without a chain: %v, %v", c, err)
	}
}
