package simulate_test

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// field is one field of a JSON object.
func field[T any](t testing.TB, body []byte, name string) T {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal(body, &object); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	value, ok := object[name].(T)
	if !ok {
		t.Fatalf("%s is %v in %s", name, object[name], body)
	}
	return value
}

// plant has 400 miners of 3.5 kW that sleep at 20 W, and 50 kW of auxiliaries.
func plant() simulate.AgentSite {
	return simulate.AgentSite{
		ID: "west", Token: "simulated", AuxKW: 50, AuxShare: 0.02,
		Groups: []simulate.AgentGroup{{
			ID: "miners", Units: 400, WakeAfter: time.Minute, Ramp: 2 * time.Minute, Asleep: true,
			Levels: []simulate.AgentLevel{{KW: 0.02}, {KW: 2, THs: 130}, {KW: 3.5, THs: 200}},
		}},
	}
}

type status struct {
	Group    string  `json:"group"`
	State    string  `json:"state"`
	Target   float64 `json:"target_kw"`
	Power    float64 `json:"power_kw"`
	Energy   float64 `json:"energy_kwh"`
	Hashrate float64 `json:"hashrate_ths"`
	On       int     `json:"units_on"`
	Units    int     `json:"units"`
}

func bearer() map[string]string { return map[string]string{"Authorization": "Bearer simulated"} }

func (c *tester) group() status {
	c.t.Helper()
	code, body := c.do(http.MethodGet, c.urls.Agents["west"]+"/v1/groups", "", "", bearer())
	var got struct {
		Time   time.Time `json:"time"`
		Groups []status  `json:"groups"`
	}
	if err := json.Unmarshal(body, &got); err != nil || code != http.StatusOK || !got.Time.Equal(c.clock.Now()) {
		c.t.Fatalf("groups: status %d, %v: %s", code, err, body)
	}
	return got.Groups[0]
}

func (c *tester) target(kw float64, request string) int {
	c.t.Helper()
	code, _ := c.do(http.MethodPut, c.urls.Agents["west"]+"/v1/groups/miners/target", "application/json",
		fmt.Sprintf(`{"target_kw":%g,"request_id":%q}`, kw, request), bearer())
	return code
}

func TestMachinesAtWorkThrottleWithinSecondsAndNoneIsWoken(t *testing.T) {
	full := plant()
	full.Groups[0].Asleep = false
	c := serve(t, ordinary(), simulate.Options{Sites: []simulate.AgentSite{full}})
	for i, kw := range []float64{1000, 1300, 800} { // 800 is every machine at its lowest level at work
		if code := c.target(kw, fmt.Sprint("throttle-", i)); code != http.StatusAccepted {
			t.Fatalf("to %g kW: status %d", kw, code)
		}
		c.clock.add(8 * time.Second)
		if got := c.group(); math.Abs(got.Power-kw) > 0.004*kw || got.State != "running" {
			t.Errorf("eight seconds after %g kW was asked for: %+v", kw, got)
		}
	}
}

func TestMachinesWakeAfterALatencyAlongARamp(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{Sites: []simulate.AgentSite{plant()}})
	if got := c.group(); got.State != "asleep" || got.Power > 8.1 || got.Hashrate != 0 || got.On != 0 {
		t.Errorf("at first: %+v", got)
	}
	if code := c.target(1400, "a"); code != http.StatusAccepted {
		t.Fatalf("status %d", code)
	}
	c.clock.add(59 * time.Second)
	if got := c.group(); got.State != "ramping" || got.Power > 8.1 {
		t.Errorf("within the latency: %+v", got)
	}
	c.clock.add(61 * time.Second)
	if got := c.group(); got.Power < 650 || got.Power > 750 {
		t.Errorf("in the middle of the ramp: %+v", got)
	}
	c.clock.add(60 * time.Second)
	// Up to 2 % of the machines fail to wake at first; a reading errs by 0.3 %.
	if got := c.group(); got.Power < 1400*0.975 || got.Power > 1400*0.9981 || got.State != "ramping" {
		t.Errorf("at the ramp's end: %+v", got)
	}
	c.clock.add(3*time.Minute + time.Second)
	if got := c.group(); math.Abs(got.Power/1400-1) > 0.005 || got.State != "running" || got.Hashrate != 80_000 || got.On != 400 {
		t.Errorf("after the second try: %+v", got)
	}
	c.target(0, "b")
	c.clock.add(5 * time.Second)
	if got := c.group(); got.State != "asleep" || got.Power > 8.1 {
		t.Errorf("five seconds after the order to sleep: %+v", got)
	}
}

func TestTheSameRequestHasOneEffect(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{Sites: []simulate.AgentSite{plant()}})
	c.target(1400, "a")
	c.clock.add(10 * time.Minute)
	c.target(0, "b")
	c.clock.add(10 * time.Minute)
	if code := c.target(1400, "a"); code != http.StatusAccepted {
		t.Errorf("status %d", code)
	}
	c.clock.add(10 * time.Minute)
	if got := c.group(); got.Target != 0 || got.State != "asleep" {
		t.Errorf("the repeated request woke the group: %+v", got)
	}
}

func TestOrdersThatAGroupCannotTakeAreRefused(t *testing.T) {
	c := serve(t, ordinary(), simulate.Options{Sites: []simulate.AgentSite{plant()}})
	if code := c.target(-1, "a"); code != http.StatusUnprocessableEntity {
		t.Errorf("below zero: status %d", code)
	}
	if code := c.target(1500, "b"); code != http.StatusUnprocessableEntity {
		t.Errorf("above the machines' power: status %d", code)
	}
	if code := c.target(100, ""); code != http.StatusBadRequest {
		t.Errorf("without a request id: status %d", code)
	}
	if code, _ := c.do(http.MethodGet, c.urls.Agents["west"]+"/v1/meter", "", "", nil); code != http.StatusUnauthorized {
		t.Errorf("without the token: status %d", code)
	}
	if code, _ := c.do(http.MethodGet, c.base+"/agents/east/v1/meter", "", "", bearer()); code != http.StatusNotFound {
		t.Errorf("another site: status %d", code)
	}
}

// The meter's energy is the integral of its power, whatever is ordered and
// however seldom it is read. Power is read every second, with an error of 0.3 %
// that averages out; the counters are shown to 0.1 kWh.
func TestCountersIntegratePower(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := serve(t, ordinary(), simulate.Options{Seed: rapid.Uint64().Draw(r, "seed"), Sites: []simulate.AgentSite{plant()}})
		var byGroup, byMeter float64
		orders := rapid.IntRange(1, 4).Draw(r, "orders")
		for n := range orders {
			c.target(rapid.Float64Range(0, 1400).Draw(r, "target"), fmt.Sprint(n))
			for range rapid.IntRange(5, 40).Draw(r, "steps") {
				before := c.group().Power
				c.clock.add(10 * time.Second)
				after := c.group().Power
				byGroup += (before + after) / 2 * 10 / 3600
				byMeter += ((before+after)/2*1.02 + 50) * 10 / 3600
			}
		}
		_, body := c.do(http.MethodGet, c.urls.Agents["west"]+"/v1/meter", "", "", bearer())
		meter, group := field[float64](t, body, "energy_kwh"), c.group().Energy
		// The trapezoid misses the corners of the power's course: one of at most
		// 1,400 kW within 10 s for each turn, of which an order makes five.
		slack := 0.2 + 0.003*byMeter + float64(orders)*5*1400*5/3600/2
		if math.Abs(group-byGroup) > slack || math.Abs(meter-byMeter) > slack*1.02 {
			r.Fatalf("the group counts %g of %g kWh, the meter %g of %g", group, byGroup, meter, byMeter)
		}
	})
}

func TestAGroupThatFailsComesBack(t *testing.T) {
	site := plant()
	site.Groups[0].Asleep = false
	c := serve(t, ordinary(), simulate.Options{Sites: []simulate.AgentSite{site}})
	if got := c.group(); got.State != "running" || got.On != 400 {
		t.Fatalf("at first: %+v", got)
	}
	if err := c.server.Play(simulate.Scenario{Site: "west", Group: "miners", ForMinutes: 10}); err != nil {
		t.Fatal(err)
	}
	c.clock.add(time.Minute)
	if got := c.group(); got.State != "fault" || got.Power != 0 {
		t.Errorf("while it fails: %+v", got)
	}
	c.clock.add(20 * time.Minute)
	if got := c.group(); got.State != "running" || math.Abs(got.Power/1400-1) > 0.005 {
		t.Errorf("afterwards: %+v", got)
	}
}

func TestSitesThatMakeNoSenseAreRefused(t *testing.T) {
	for name, site := range map[string]simulate.AgentSite{
		"no id":       {},
		"a slash":     {ID: "a/b"},
		"no machines": {ID: "a", Groups: []simulate.AgentGroup{{ID: "g", Levels: []simulate.AgentLevel{{}, {KW: 1}}}}},
		"one level":   {ID: "a", Groups: []simulate.AgentGroup{{ID: "g", Units: 1, Levels: []simulate.AgentLevel{{}}}}},
		"falling":     {ID: "a", Groups: []simulate.AgentGroup{{ID: "g", Units: 1, Levels: []simulate.AgentLevel{{KW: 2}, {KW: 1}}}}},
	} {
		_, err := simulate.New(simulate.Options{World: world.New(1, world.Config{}), Clock: &hand{now: ordinary()}, Sites: []simulate.AgentSite{site}})
		if err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
