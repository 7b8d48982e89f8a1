package reward_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

const epoch = 20_700

// day is two days of intervals of a site that draws 1,000 kWh in each, give or
// take a little, without curtailment.
func day() []reward.Metered {
	var rows []reward.Metered
	for i := range 2 * 288 {
		kWh := 1000 + float64(i%3) - 1
		rows = append(rows, reward.Metered{
			Start: reward.StartOf(epoch - 1).Add(time.Duration(i) * 5 * time.Minute), KWh: kWh, Planned: kWh, Measured: true,
		})
	}
	return rows
}

func curtail(rows []reward.Metered, from, n int, kWh float64) {
	for i := from; i < from+n; i++ {
		rows[i].KWh, rows[i].Planned = kWh, kWh
	}
}

func TestADayWithoutCurtailmentClaimsNothing(t *testing.T) {
	if got := reward.Curtailments("west", epoch, day(), 0); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestWhatTheMeterSavedLessTheBandIsClaimed(t *testing.T) {
	rows := day()
	curtail(rows, 288+100, 24, 100)
	got := reward.Curtailments("west", epoch, rows, 0)
	if len(got) != 1 {
		t.Fatalf("%d claims", len(got))
	}
	c, b := got[0].Claim, got[0].Baseline
	if c.N != 24 || c.Start != proof.IntervalNumber(rows[388].Start) || c.Settled {
		t.Errorf("%+v", c)
	}
	// 24 times 900 kWh, less 24 times the band of at most 1 kWh.
	if c.KWh > 21_600 || c.KWh < 21_570 || b.BandKWh <= 0 || b.BaselineKWh-b.MeteredKWh-b.BandKWh < float64(c.KWh) {
		t.Errorf("%d kWh of %+v", c.KWh, b)
	}
	if c.Baseline != b.Hash() {
		t.Error("the claim commits another baseline")
	}
}

func TestAnOutageAnUnmeteredDropAndASmallDipClaimNothing(t *testing.T) {
	for name, change := range map[string]func([]reward.Metered){
		"the plan stayed":       func(r []reward.Metered) { r[400].KWh = 0 },
		"no meter":              func(r []reward.Metered) { r[400].KWh, r[400].Planned, r[400].Measured = 0, 0, false },
		"a dip within a tenth":  func(r []reward.Metered) { r[400].KWh, r[400].Planned = 950, 950 },
		"no hour to compare to": func(r []reward.Metered) { curtail(r, 0, 2*288, 100) },
	} {
		rows := day()
		change(rows)
		if got := reward.Curtailments("west", epoch, rows, 0); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestARunOverMidnightIsClaimedInTwoDaysWithoutOverlap(t *testing.T) {
	rows := day()
	curtail(rows, 288-6, 12, 100)
	today := reward.Curtailments("west", epoch, rows, 0)
	yesterday := reward.Curtailments("west", epoch-1, rows, 0)
	if len(today) != 1 || len(yesterday) != 1 {
		t.Fatalf("%d and %d claims", len(yesterday), len(today))
	}
	if y, n := yesterday[0].Claim, today[0].Claim; y.N != 6 || n.N != 6 || y.Start+uint32(y.N) != n.Start {
		t.Errorf("%+v then %+v", y, n)
	}
}

func TestClaimsOfADayNeverOverlapNorExceedTheBaseline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := day()
		for range rapid.IntRange(0, 12).Draw(t, "runs") {
			from := rapid.IntRange(20, len(rows)-40).Draw(t, "from")
			curtail(rows, from, rapid.IntRange(1, 40).Draw(t, "n"), rapid.Float64Range(0, 1200).Draw(t, "kwh"))
		}
		end := proof.IntervalNumber(reward.StartOf(epoch))
		for _, c := range reward.Curtailments("west", epoch, rows, 0) {
			if c.Claim.Start < end {
				t.Fatalf("%+v starts before the last one ended at %d", c.Claim, end)
			}
			end = c.Claim.Start + uint32(c.Claim.N)
			if float64(c.Claim.KWh) > c.Baseline.BaselineKWh || c.Claim.N > 288 {
				t.Fatalf("%+v of %+v", c.Claim, c.Baseline)
			}
		}
		if end > proof.IntervalNumber(reward.StartOf(epoch+1)) {
			t.Fatalf("a claim reaches into the next day, %d", end)
		}
	})
}

func TestADaysTreeProvesEachLeafAndReadsBackTheSame(t *testing.T) {
	d := reward.Day{Epoch: epoch}
	for i := range uint32(3) {
		d.Leaves = append(d.Leaves, reward.Leaf{
			Epoch: epoch, Index: i, Account: reward.Account{1, byte(i)}, WorkHash: proof.Keccak([]byte{byte(i)}), Amount: proof.Amount{Hi: 1, Lo: uint64(i)},
		})
	}
	body, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var again reward.Day
	if err := json.Unmarshal(body, &again); err != nil {
		t.Fatal(err)
	}
	tree, err := again.Tree()
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range d.Leaves {
		path, _ := tree.Proof(i)
		if !proof.VerifySum(tree.Root(), l.Node(), i, len(d.Leaves), path) {
			t.Errorf("leaf %d is not under the root", i)
		}
	}
	again.Leaves[2].Index = 1
	if _, err := again.Tree(); err == nil {
		t.Error("leaves out of place were taken")
	}
	if _, err := (reward.Day{}).Tree(); !errors.Is(err, reward.ErrNothing) {
		t.Error(err)
	}
}
