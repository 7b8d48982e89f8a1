package fleet_test

import (
	"fmt"
	"math"
	"os"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

// The whole proofs run where POUWDEM_EVIDENCE is set (bench/fleet.sh); make test
// runs slices of them.
func evidence() bool { return os.Getenv("POUWDEM_EVIDENCE") != "" }

// steepest is the largest change over a window of so many samples, up and down.
func steepest(mw []float64, window int) (up, down float64) {
	for i := window; i < len(mw); i++ {
		up, down = math.Max(up, mw[i]-mw[i-window]), math.Min(down, mw[i]-mw[i-window])
	}
	return up, -down
}

func TestASiteOfAHundredMegawattsComesBackWithinItsRamp(t *testing.T) {
	if !evidence() {
		t.Skip("the whole of it takes a minute: POUWDEM_EVIDENCE=1; a tenth of it is TestALargeSiteGoesDownAndUp")
	}
	const n, ramp = 28_571, 10_000. / 60 // 100 MW of S21; 10 MW/min in kW/s
	b := newBench(t, n, func(c *fleet.Config) { c.Ramp = dispatch.Ramp{Up: ramp, Down: 2 * ramp}; c.Workers = 2000 })
	b.pass(t, 2*time.Minute, nil) // until every machine has been read
	full := b.mw()
	var trace []float64
	look := func() { trace = append(trace, b.mw()) }
	b.set(t, full/10, "down")
	b.pass(t, 6*time.Minute, look)
	low := b.mw()
	b.set(t, full, "up")
	b.pass(t, 15*time.Minute, look)
	up, down := steepest(trace, 60)
	if low > full/10+0.05 || b.mw() < 0.99*full || up > 10.2 || down > 20.4 {
		t.Errorf("from %.1f to %.1f and back to %.1f MW; %.2f MW/min up, %.2f down", full, low, b.mw(), up, down)
	}
	within := func(from int, holds func(float64) bool) int {
		for i := from; i < len(trace); i++ {
			if holds(trace[i]) {
				return i - from
			}
		}
		return -1
	}
	fmt.Printf("evidence: 100 MW: %d machines, %.1f MW to %.1f and back; within 1 %% of the target after %d s down and %d s up; steepest minute %.2f MW down (ramp 20), %.2f MW up (ramp 10)\n",
		n, full, low, within(0, func(mw float64) bool { return mw <= full*0.11 }), within(360, func(mw float64) bool { return mw >= full*0.99 }), down, up)
}

// Five sites see the same price, decide the same, and share a cap.
func TestFiveSitesOnOnePriceSpikeStayUnderTheCap(t *testing.T) {
	n := 200 // machines of each; 0.7 MW
	if evidence() {
		n = 4000 // 14 MW
	}
	mw := float64(n) * 0.0035
	limit := 5 * mw / 4 // MW a minute: four minutes for all
	var sites []*bench
	for i := range 5 {
		sites = append(sites, newBench(t, n, func(c *fleet.Config) {
			c.Site.ID = fmt.Sprint("site-", i)
			c.Site.Limits.ReleaseIn = 600
			share := limit / 5 * 1000 / 60
			c.Ramp = dispatch.Ramp{Up: share, Down: share}
		}))
	}
	var trace []float64
	first := make([]int, 5)
	run := func(d time.Duration) {
		for range int(d / time.Second) {
			sum := 0.0
			for i, b := range sites {
				b.pass(t, time.Second, nil)
				now := b.mw()
				sum += now
				if first[i] == 0 && len(trace) > 0 && now > float64(n)*25e-6+0.02 {
					first[i] = len(trace)
				}
			}
			trace = append(trace, sum)
		}
	}
	for _, b := range sites {
		b.set(t, 0, "spike")
	}
	run(5 * time.Minute)
	if last := trace[len(trace)-1]; last > 5*mw*0.02 {
		t.Fatalf("%.2f MW five minutes after the spike", last)
	}
	for i, b := range sites {
		first[i] = 0
		b.set(t, mw, "over")
	}
	run(9 * time.Minute)
	up, down := steepest(trace, 60)
	const slack = 1.03 // machines go one at a time
	if up > slack*limit || down > slack*limit || trace[len(trace)-1] < 5*mw*0.99 {
		t.Errorf("%.3f MW/min up and %.3f down under a cap of %.3f; back at %.2f of %.2f MW", up, down, limit, trace[len(trace)-1], 5*mw)
	}
	fmt.Printf("evidence: five sites: %d machines, %.1f MW; cap %.2f MW/min, steepest minute %.2f MW down and %.2f MW up\n", 5*n, 5*mw, limit, down, up)
}
