package node

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
)

func FuzzAnswers(f *testing.F) {
	now := time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)
	f.Add([]byte(`{"time":"2026-01-15T12:00:00Z","groups":[{"group":"a","state":"running","target_kw":1,"power_kw":1,"energy_kwh":1,"hashrate_ths":1,"units_on":1,"units":1}]}`))
	f.Add([]byte(`{"time":"2026-01-15T12:00:00Z","power_kw":1,"energy_kwh":1e300}`))
	f.Add([]byte(`{"accepted":true,"request_id":"r"}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		readings, _ := parseGroups(body, now)
		if meter, err := parseMeter(body, now); err == nil {
			readings = append(readings, meter)
		}
		for _, r := range readings {
			for _, v := range []float64{float64(r.Power), float64(r.Energy), float64(r.THs)} {
				if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
					t.Errorf("reading %+v holds %g", r, v)
				}
			}
			if r.Power > maxMW || r.UnitsOn < 0 || r.At.Sub(now).Abs() > maxSkew {
				t.Errorf("reading %+v is implausible", r)
			}
		}
		if err := checkReceipt(body, "r"); err != nil && !errors.Is(err, site.ErrUnknown) && err.Error() != "the agent did not accept the target" {
			t.Errorf("receipt error %v is neither unknown nor a refusal", err)
		}
	})
}
