package bitcoin

import (
	"math"
	"strings"
	"testing"
	"time"
)

func TestTheEpochsStandingIsRead(t *testing.T) {
	s, err := parseStanding([]byte(`{"difficultyChange":-3.5,"remainingBlocks":1000,"previousRetarget":2,"previousTime":1780000000,"timeAvg":600000}`))
	if err != nil || s.Left != 1000 || s.Mempool != -0.035 || s.Previous != 0.02 || s.EpochStart.Unix() != 1780000000 {
		t.Errorf("%+v %v", s, err)
	}
	for _, bad := range []string{`{}`, `[]`, `{"difficultyChange":1,"remainingBlocks":9999,"previousRetarget":2,"previousTime":1780000000}`, `{"difficultyChange":1e9,"remainingBlocks":1,"previousRetarget":2,"previousTime":1780000000}`} {
		if _, err := parseStanding([]byte(bad)); err == nil {
			t.Errorf("%s was taken", bad)
		}
	}
}

func TestRatesBecomeCountsOfBlocks(t *testing.T) {
	// 2^32 * 1e14 / 600 hashes a second find a block in ten minutes.
	r, err := parseRates([]byte(`{"hashrates":[{"timestamp":1780012800,"avgHashrate":7.158278826666667e20},{"timestamp":1780099200,"avgHashrate":7.158278826666667e20}],
		"difficulty":[{"time":1779000000,"height":2016,"difficulty":1e14}]}`))
	if err != nil || len(r.days) != 2 || math.Abs(r.days[1].Blocks-144) > 1e-6 || r.days[1].Start.Sub(r.days[0].Start) != 24*time.Hour {
		t.Errorf("%+v %v", r, err)
	}
}

func TestBlocksPoolsAndWhatWaitsAreRead(t *testing.T) {
	blocks, err := parseBlocks([]byte(`[{"height":9,"timestamp":1780000600,"tx_count":3000,"weight":3990000,"extras":{"totalFees":5000000,"reward":317500000,"medianFee":2.5,"pool":{"name":"A"}}},
		{"height":8,"timestamp":1780000000,"tx_count":1,"weight":1000,"extras":{"totalFees":0,"reward":312500000,"medianFee":0,"pool":{"name":"B"}}}]`))
	if err != nil || len(blocks) != 2 || blocks[0].Pool != "A" || blocks[0].WeightFilled < 0.99 {
		t.Errorf("%+v %v", blocks, err)
	}
	pools, err := parsePools([]byte(`{"pools":[{"name":"A","blockCount":300},{"name":"B","blockCount":0}]}`))
	if err != nil || len(pools) != 2 || pools[0].Blocks != 300 {
		t.Errorf("%+v %v", pools, err)
	}
	for body, want := range map[string]float64{`{"estimatedHashrate":1e20,"reportedHashrate":2.5e20}`: 2.5e20, `{"reportedHashrate":null}`: 0, `{}`: 0} {
		if hs, err := parseReported([]byte(body)); err != nil || hs != want {
			t.Errorf("%s: %v %v", body, hs, err)
		}
	}
	if _, err := parseReported([]byte(`{"reportedHashrate":-1}`)); err == nil {
		t.Error("a negative hashrate was taken")
	}
	waits, err := parseProjected([]byte(`[{"nTx":3000,"totalFees":2000000.5,"medianFee":2.1,"feeRange":[1,2,80]}]`))
	if err != nil || waits[0].FeesSats != 2_000_000 || waits[0].HighSatVB != 80 {
		t.Errorf("%+v %v", waits, err)
	}
}

func FuzzExplorerAnswers(f *testing.F) {
	f.Add([]byte(`[{"height":9,"extras":{"pool":{}}}]`))
	f.Add([]byte(`{"pools":[{"name":"A","blockCount":3}]}`))
	f.Add([]byte(`{"hashrates":[{"timestamp":1780012800,"avgHashrate":7e20}],"difficulty":[{"time":1779000000,"height":2016,"difficulty":1e14}]}`))
	f.Add([]byte(strings.Repeat("[", 100)))
	f.Fuzz(func(t *testing.T, body []byte) {
		if r, err := parseRates(body); err == nil {
			for _, d := range r.days {
				if !(d.Blocks >= 0) {
					t.Fatalf("%v blocks on a day", d.Blocks)
				}
			}
		}
		if blocks, err := parseBlocks(body); err == nil {
			for _, b := range blocks {
				if b.FeesSats < 0 || b.RewardSats < b.FeesSats {
					t.Fatalf("%+v", b)
				}
			}
		}
		_, _ = parseStanding(body)
		if hs, err := parseReported(body); err == nil && !(hs >= 0) {
			t.Fatalf("%v H/s", hs)
		}
		_, _ = parsePools(body)
		_, _ = parseProjected(body)
	})
}
