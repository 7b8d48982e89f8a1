package pool_test

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/pool"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/poolapi"
)

// clock is a time that only sleeping moves.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func (c *clock) Now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.now }

func (c *clock) Sleep(_ context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.slept = append(c.slept, d)
	c.now = c.now.Add(d)
	return nil
}

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

const perWork, fee, past = 2.0e-6, 0.02, 4e17

// book is an account with ten whole days behind it and an hour of shares.
func book(c *clock, byBlock bool) *poolapi.Account {
	terms := poolapi.Terms{Fee: fee, PerWork: perWork, ByBlock: byBlock, Network: 1.4e14, Pool: 2e19}
	a := poolapi.NewAccount("texas", terms, past, 10, 1, c.Now)
	for minute := range 60 {
		at := noon.Add(time.Duration(minute-60) * time.Minute)
		c.now = at
		for i := range 4 {
			a.Count(fmt.Sprintf("texas.m%d", i), 1e17*60/math.Exp2(32))
		}
	}
	c.now = noon
	return a
}

func TestEveryPoolIsReadInCommonUnits(t *testing.T) {
	for _, name := range []string{"braiins", "foundry", "antpool", "f2pool", "luxor", "ocean"} {
		t.Run(name, func(t *testing.T) {
			c := &clock{now: noon}
			server := httptest.NewServer(book(c, name == "ocean").Handler(name))
			defer server.Close()
			reader, err := pool.New(pool.Config{
				Pool: name, Account: "texas", Key: poolapi.Key, Signature: poolapi.Signature, URL: server.URL, Clock: c, Simulated: true,
			}, &pool.Queues{})
			if err != nil {
				t.Fatal(err)
			}
			r, err := reader.Read(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if hour := r.Hashrate.H1; math.Abs(hour/4e17-1) > 0.03 {
				t.Errorf("%g H/s over the hour, want 4e17", hour)
			}
			if len(r.Workers) != 4 || math.Abs(r.Workers[0].Hashrate.M5/1e17-1) > 0.11 || !r.Workers[0].Online || !strings.HasPrefix(r.Workers[0].Name, "texas.m") {
				t.Errorf("workers %+v", r.Workers)
			}
			whole, paid, credited := 0, int64(0), int64(0)
			for i, d := range r.Days {
				if i > 0 && !d.Day.After(r.Days[i-1].Day) {
					t.Errorf("day %s is out of order", d.Day)
				}
				credited += d.Sats
				if d.Partial {
					continue
				}
				whole++
				if name != "ocean" {
					want := d.Hashrate * 86400 / math.Exp2(32) * perWork * (1 - fee)
					if math.Abs(float64(d.Sats)/want-1) > 1e-3 {
						t.Errorf("%s: %d sats, want %.0f", d.Day.Format(time.DateOnly), d.Sats, want)
					}
				}
			}
			if whole != 10 {
				t.Errorf("%d whole days, want 10", whole)
			}
			for _, o := range r.Payouts {
				paid += o.Sats
			}
			if name == "foundry" {
				if r.Balance != -1 || len(r.Missing) == 0 {
					t.Errorf("what is not read is not said: %d, %v", r.Balance, r.Missing)
				}
				return
			}
			if len(r.Payouts) == 0 || r.Balance < 0 {
				t.Fatalf("payouts %v, balance %d", r.Payouts, r.Balance)
			}
			if gap := credited - paid - r.Balance; gap > 30 || gap < -30 { // a satoshi a day is lost in rounding
				t.Errorf("%d sats credited, %d paid, %d left: %d are missing", credited, paid, r.Balance, gap)
			}
			if len(r.Bodies) == 0 || r.At.IsZero() || !r.Simulated {
				t.Error("where it comes from is not said")
			}
		})
	}
}

func TestAllAccountsOfAPoolShareOneQueue(t *testing.T) {
	c := &clock{now: noon}
	server := httptest.NewServer(book(c, false).Handler("braiins"))
	defer server.Close()
	queues := &pool.Queues{}
	before := c.Now()
	for _, account := range []string{"one", "two"} {
		reader, err := pool.New(pool.Config{Pool: "braiins", Account: account, Key: poolapi.Key, URL: server.URL, Clock: c}, queues)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := reader.Read(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if took := c.Now().Sub(before); took < 11*5*time.Second-time.Second {
		t.Errorf("twelve requests took %s: they were less than five seconds apart", took)
	}
}

func TestWrongKeysAndBadAnswersAreErrorsWithoutTheKey(t *testing.T) {
	const secret = "not-a-real-secret"
	for _, name := range []string{"braiins", "foundry", "antpool", "f2pool", "luxor", "ocean"} {
		c := &clock{now: noon}
		account := book(c, false)
		for what, handler := range map[string]http.Handler{
			"a wrong key": account.Handler(name),
			"a web page":  http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>") }),
			"nothing":     http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}),
			"an outage":   http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }),
			"a flood":     http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, 9<<20)) }),
		} {
			if name == "ocean" && what == "a wrong key" {
				continue
			}
			server := httptest.NewServer(handler)
			reader, err := pool.New(pool.Config{Pool: name, Account: "texas", Key: secret, Signature: secret, URL: server.URL, Clock: c}, &pool.Queues{})
			if err != nil {
				t.Fatal(err)
			}
			_, err = reader.Read(context.Background())
			server.Close()
			if err == nil {
				t.Errorf("%s: %s is no error", name, what)
			} else if strings.Contains(err.Error(), secret) || strings.Contains(fmt.Sprintf("%+v %#v", err, err), secret) {
				t.Errorf("%s: the key is in the error: %v", name, err)
			}
		}
	}
	if _, err := pool.New(pool.Config{Pool: "nowhere"}, &pool.Queues{}); err == nil {
		t.Error("a pool that is not known was taken")
	}
}
