package ercot_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

func TestSecretsAreNeverPrinted(t *testing.T) {
	cfg := ercot.Config{Username: "u-sesame", Password: "p-sesame", SubscriptionKey: "k-sesame"}
	var logged bytes.Buffer
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("config", "password", cfg.Password)
	encoded, err := json.Marshal(map[string]any{"password": cfg.Password})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		fmt.Sprint(cfg.Password), fmt.Sprintf("%v %+v %#v %s %q", cfg, cfg, cfg, cfg.Password, cfg.Password),
		logged.String(), string(encoded),
	} {
		if strings.Contains(text, "sesame") {
			t.Errorf("a secret was printed: %s", text)
		}
	}
}

func TestConfigMistakesAreNamed(t *testing.T) {
	for want, cfg := range map[string]ercot.Config{
		"clock":            {},
		"password":         {Clock: clock.Wall{}, Username: "u"},
		"subscription key": {Clock: clock.Wall{}, Username: "u", Password: "p"},
		"token field":      {Clock: clock.Wall{}, TokenField: "bearer"},
		"ftp://x":          {Clock: clock.Wall{}, BaseURL: "ftp://x"},
		"settlement point": {Clock: clock.Wall{}, Points: []string{" LZ_WEST"}},
	} {
		if _, err := ercot.New(cfg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one about %s", err, want)
		}
	}
	_, err := ercot.New(ercot.Config{Clock: clock.Wall{}, BaseURL: "https://user:sesame@api.test/"})
	if err == nil || strings.Contains(err.Error(), "sesame") {
		t.Errorf("error %v", err)
	}
	c, err := ercot.New(ercot.Config{Clock: clock.Wall{}})
	if err != nil || c.Keyed() {
		t.Errorf("%v: no credentials make a keyless client", err)
	}
}
