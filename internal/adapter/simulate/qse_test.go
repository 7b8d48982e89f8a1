package simulate_test

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// offer is a day of 3 MW of ECRS at a price, in every hour, and a bid for energy.
func offer(day unit.Day, price float64) string {
	hours := []map[string]any{}
	for h := range day.Hours() {
		hours = append(hours, map[string]any{
			"hour_start": day.Start().Add(time.Duration(h) * time.Hour), "capability_mw": 3,
			"as_offers": []map[string]any{
				{"product": "ECRS", "up": true, "curve": []map[string]float64{{"mw": 3, "price": price}}},
				{"product": "NSPIN", "up": true, "curve": []map[string]float64{{"mw": 3, "price": price}}},
			},
			"energy_bid": []map[string]float64{{"mw": 2, "price": 5000}},
		})
	}
	body, _ := json.Marshal(map[string]any{"resource": "west", "settlement_point": "LZ_WEST", "operating_day": day.String(), "hours": hours})
	return string(body)
}

type cleared struct {
	Awards []struct {
		Product string    `json:"product"`
		Start   time.Time `json:"hour_start"`
		MW      float64   `json:"mw"`
		Price   float64   `json:"price"`
	} `json:"awards"`
}

func TestTheDayAheadMarketTakesOffersUntilTenAndAwardsAtHalfPastOne(t *testing.T) {
	day := unit.DayOf(ordinary()).Add(1)
	c := serve(t, day.Add(-1).Start().Add(9*time.Hour), simulate.Options{})
	send := func(price float64) int {
		status, _ := c.do(http.MethodPost, c.urls.QSE+"/v1/day-ahead", "application/json", offer(day, price), nil)
		return status
	}
	awards := c.urls.QSE + "/v1/awards?resource=west&day=" + day.String()
	if status := send(0.5); status != http.StatusAccepted {
		t.Fatalf("before the close: %d", status)
	}
	c.clock.set(day.Add(-1).Start().Add(10 * time.Hour))
	if status := send(0.1); status != http.StatusConflict {
		t.Errorf("after the close: %d", status)
	}
	if status, _ := c.do(http.MethodGet, awards, "", "", nil); status != http.StatusNotFound {
		t.Errorf("before the awards: %d", status)
	}
	c.clock.set(day.Add(-1).Start().Add(13*time.Hour + 31*time.Minute))
	got := get[cleared](c, awards)
	truth := world.New(1, world.Config{}).DayAhead(day)
	products := world.Products()
	reserve, energy := map[time.Time]float64{}, 0
	for _, a := range got.Awards {
		hour := int(a.Start.Sub(day.Start()).Hours())
		if a.Product == "ENERGY" {
			energy++
			continue
		}
		reserve[a.Start] += a.MW
		for p, name := range products {
			if name == a.Product && (a.Price != truth.MCPC[p][hour] || a.Price < 0.5) {
				t.Errorf("%s at %s: paid %g, the market cleared at %g", a.Product, a.Start, a.Price, truth.MCPC[p][hour])
			}
		}
	}
	for at, mw := range reserve {
		if mw > 3+1e-9 {
			t.Errorf("%s: %g MW of a capability of 3", at, mw)
		}
	}
	if len(reserve) < 5 || energy != 24 {
		t.Errorf("%d hours of reserve, %d of energy", len(reserve), energy)
	}
}

func TestAnOfferThatFallsInPriceIsRefused(t *testing.T) {
	day := unit.DayOf(ordinary()).Add(2)
	c := serve(t, ordinary(), simulate.Options{})
	var bad map[string]any
	if err := json.Unmarshal([]byte(offer(day, 1)), &bad); err != nil {
		t.Fatal(err)
	}
	hour := bad["hours"].([]any)[0].(map[string]any)
	hour["as_offers"].([]any)[0].(map[string]any)["curve"] = []map[string]float64{{"mw": 1, "price": 5}, {"mw": 2, "price": 4}}
	body, _ := json.Marshal(bad)
	if status, answer := c.do(http.MethodPost, c.urls.QSE+"/v1/day-ahead", "application/json", string(body), nil); status != http.StatusUnprocessableEntity {
		t.Errorf("%d %s", status, answer)
	}
}

// slave is the least of a Modbus server: it shows a power and keeps what is
// written.
type slave struct {
	mu     sync.Mutex
	power  float32
	writes [][]uint16
}

func (s *slave) serve(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go s.answer(conn)
		}
	}()
	return l.Addr().String()
}

func (s *slave) answer(conn net.Conn) {
	defer conn.Close()
	for {
		head := make([]byte, 7)
		if _, err := io.ReadFull(conn, head); err != nil {
			return
		}
		pdu := make([]byte, int(binary.BigEndian.Uint16(head[4:]))-1)
		if _, err := io.ReadFull(conn, pdu); err != nil {
			return
		}
		s.mu.Lock()
		var out []byte
		switch pdu[0] {
		case 4:
			words := make([]byte, 66)
			binary.BigEndian.PutUint32(words, math.Float32bits(s.power))
			binary.BigEndian.PutUint32(words[4:], math.Float32bits(0.5))
			out = append([]byte{4, 66}, words...)
		case 16:
			var words []uint16
			for i := 6; i < len(pdu); i += 2 {
				words = append(words, binary.BigEndian.Uint16(pdu[i:]))
			}
			s.writes = append(s.writes, words)
			out = pdu[:5]
		}
		s.mu.Unlock()
		binary.BigEndian.PutUint16(head[4:], uint16(1+len(out)))
		if _, err := conn.Write(append(head, out...)); err != nil {
			return
		}
	}
}

func (s *slave) last() []uint16 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.writes) == 0 {
		return nil
	}
	return s.writes[len(s.writes)-1]
}

// paced lets the RTU scan a hundred times a second.
type paced struct{ *hand }

func servePaced(t *testing.T, at time.Time) *tester {
	t.Helper()
	h := &hand{now: at}
	s, err := simulate.New(simulate.Options{World: world.New(1, world.Config{}), Clock: paced{h}})
	if err != nil {
		t.Fatal(err)
	}
	ts := httptest.NewServer(s.Handler())
	t.Cleanup(ts.Close)
	return &tester{t: t, clock: h, server: s, base: ts.URL, urls: s.URLs(ts.URL)}
}

func (paced) Sleep(ctx context.Context, _ time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(10 * time.Millisecond):
		return nil
	}
}

func TestTheRTUAwardsWhatIsThereAndCallsItWhenTheSystemIsShort(t *testing.T) {
	c := servePaced(t, ordinary().Add(time.Minute))
	live := fmt.Sprintf(`{"resource":"west","interval_start":%q,"capability_mw":8,"as_offers":[{"product":"ECRS","up":true,"curve":[{"mw":8,"price":0}]}],"energy_bid":[{"mw":9,"price":5000}]}`, ordinary().Format(time.RFC3339))
	if status, body := c.do(http.MethodPost, c.urls.QSE+"/v1/real-time", "application/json", live, nil); status != http.StatusNoContent {
		t.Fatalf("%d %s", status, body)
	}
	device := &slave{power: 5}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		done <- c.server.RTU(ctx, device.serve(t), []simulate.RTUResource{{Name: "west", Point: "LZ_WEST", Unit: 1}})
	}()
	wait := func(what string, ok func([]uint16) bool) {
		t.Helper()
		for range 400 {
			if w := device.last(); w != nil && ok(w) {
				return
			}
			time.Sleep(5 * time.Millisecond)
		}
		t.Fatalf("%s: last written was %v", what, device.last())
	}
	ecrs := func(w []uint16) float32 { return math.Float32frombits(uint32(w[8])<<16 | uint32(w[9])) }
	wait("the award is what telemetry says can be held", func(w []uint16) bool { return ecrs(w) == 4.5 && w[12] == 0 })
	if err := c.server.Play(simulate.Scenario{EEA: 2, ForMinutes: 5}); err != nil {
		t.Fatal(err)
	}
	c.clock.add(time.Second)
	wait("an emergency calls it", func(w []uint16) bool { return w[12]&(1<<3) != 0 })
	device.mu.Lock()
	device.power = 0.5
	device.mu.Unlock()
	c.clock.add(10 * time.Minute)
	wait("what is called on stays awarded and called", func(w []uint16) bool { return ecrs(w) == 4.5 && w[12]&(1<<3) != 0 })
	c.clock.add(time.Hour)
	wait("and is recalled once the system has been well for a while", func(w []uint16) bool { return w[12] == 0 })
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestTheRTUDeploysRegulationWithinItsAwardEveryFourSeconds(t *testing.T) {
	c := servePaced(t, ordinary().Add(time.Minute))
	live := fmt.Sprintf(`{"resource":"west","interval_start":%q,"capability_mw":2,"as_offers":[{"product":"REGUP","up":true,"curve":[{"mw":2,"price":0}]},{"product":"REGDN","curve":[{"mw":1,"price":0}]}]}`, ordinary().Format(time.RFC3339))
	if status, body := c.do(http.MethodPost, c.urls.QSE+"/v1/real-time", "application/json", live, nil); status != http.StatusNoContent {
		t.Fatalf("%d %s", status, body)
	}
	device := &slave{power: 5}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		done <- c.server.RTU(ctx, device.serve(t), []simulate.RTUResource{{Name: "west", Point: "LZ_WEST", Unit: 1}})
	}()
	signals := func() (mw []float64, sequence []uint16) {
		device.mu.Lock()
		defer device.mu.Unlock()
		for _, w := range device.writes {
			if len(w) == 3 {
				mw, sequence = append(mw, float64(math.Float32frombits(uint32(w[0])<<16|uint32(w[1])))), append(sequence, w[2])
			}
		}
		return mw, sequence
	}
	const points = 105 // seven minutes, the longer of the signal's periods
	for n := 1; n <= points; n++ {
		for try := 0; ; try++ {
			if all, _ := signals(); len(all) == n {
				break
			} else if len(all) > n || try > 2000 {
				t.Fatalf("%d deployments after %d times four seconds", len(all), n)
			}
			time.Sleep(5 * time.Millisecond)
		}
		c.clock.add(4 * time.Second)
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
	all, sequence := signals()
	least, most := 0.0, 0.0
	for i := range points {
		least, most = min(least, all[i]), max(most, all[i])
		if sequence[i] != uint16(i+1) {
			t.Fatalf("sequence %d of deployment %d", sequence[i], i+1)
		}
	}
	if least < -2 || most > 1 || least > -0.5 || most < 0.25 {
		t.Errorf("deployed from %g to %g MW of 2 up and 1 down", least, most)
	}
}
