package ercot_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/ercot"
)

// ERCOT's limit is 30 requests in any minute.
func TestNoMinuteHasMoreThanThirtyRequests(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, lambdaAnswer)
	c := d.client()
	begin := d.clock.Now()
	for range 120 {
		if err := c.Check(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	for i := range d.times {
		n := 0
		for _, at := range d.times[i:] {
			if at.Sub(d.times[i]) < time.Minute {
				n++
			}
		}
		if n > 30 {
			t.Fatalf("%d requests in the minute from %s", n, d.times[i])
		}
	}
	// 120 requests, 5 of them at once, at 25 a minute: 115 / 25 minutes.
	if took := d.clock.Now().Sub(begin).Round(time.Second); took != 276*time.Second {
		t.Errorf("took %s, want 4m36s", took)
	}
}

func TestThrottlingBacksOffFrom10SecondsDoubling(t *testing.T) {
	d := newDesk(t)
	left := 3
	d.api("GET "+lambdaPath, func(w http.ResponseWriter, r *http.Request) {
		if left--; left >= 0 {
			w.WriteHeader(http.StatusTooManyRequests)
			fmt.Fprint(w, `{"error_key":"throttled","error_message":"Too Many Requests"}`)
			return
		}
		lambdaAnswer(w, r)
	})
	c := d.client()
	if err := c.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	var gaps []time.Duration
	for i := 1; i < len(d.times); i++ {
		gaps = append(gaps, d.times[i].Sub(d.times[i-1]))
	}
	if fmt.Sprint(gaps) != "[10s 20s 40s]" {
		t.Errorf("waits %v, want 10s, 20s, 40s", gaps)
	}
	if s := c.Status()[0]; s.State != ercot.StateOK || s.Failures != 0 {
		t.Errorf("status %+v, want ok", s)
	}
}

func TestLongThrottlingStaysWithin300SecondsPlusJitter(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests) })
	c := d.client(func(c *ercot.Config) { c.Jitter = func() float64 { return 0.999 } })
	for range 3 {
		if err := c.Check(t.Context()); err == nil {
			t.Fatal("no error")
		}
	}
	var longest time.Duration
	for i := 1; i < len(d.times); i++ {
		longest = max(longest, d.times[i].Sub(d.times[i-1]))
	}
	if longest < 300*time.Second || longest > 375*time.Second {
		t.Errorf("longest wait %s, want 300 s lengthened by at most a quarter", longest)
	}
	s := c.Status()[0]
	if s.State != ercot.StateThrottled || s.PausedUntil.IsZero() || s.LastError == "" {
		t.Errorf("status %+v, want throttled", s)
	}
}

func TestUsedUpBandwidthStopsEverythingUntilTheNextHour(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, func(w http.ResponseWriter, r *http.Request) {
		if d.clock.Now().Hour() == 17 {
			w.WriteHeader(http.StatusTooManyRequests)
			fmt.Fprint(w, `{"statusCode":429,"error":"BandwidthQuotaExceeded","message":"You have exceeded the hourly bandwidth limit. Your quota will reset within the hour."}`)
			return
		}
		lambdaAnswer(w, r)
	})
	c := d.client()
	for range 3 {
		if err := c.Check(t.Context()); !errors.Is(err, ercot.ErrQuota) {
			t.Errorf("error %v, want ErrQuota", err)
		}
	}
	if d.requests() != 1 {
		t.Errorf("%d requests, want 1: nothing is sent while the quota is used up", d.requests())
	}
	want := time.Date(2024, 7, 1, 18, 0, 0, 0, time.UTC)
	if s := c.Status()[0]; s.State != ercot.StateQuota || !s.PausedUntil.Equal(want) {
		t.Errorf("status %+v, want a quota pause until %s", s, want)
	}
	d.clock.advance(time.Hour)
	if err := c.Check(t.Context()); err != nil {
		t.Errorf("in the next hour: %v", err)
	}
}

func TestServerErrorsAreRetriedABoundedNumberOfTimes(t *testing.T) {
	for _, c := range []struct {
		failures, requests int
		ok                 bool
	}{{2, 3, true}, {3, 4, true}, {9, 4, false}} {
		d := newDesk(t)
		left := c.failures
		d.api("GET "+lambdaPath, func(w http.ResponseWriter, r *http.Request) {
			if left--; left >= 0 {
				http.Error(w, "upstream is away", http.StatusBadGateway)
				return
			}
			lambdaAnswer(w, r)
		})
		client := d.client()
		err := client.Check(t.Context())
		if (err == nil) != c.ok || d.requests() != c.requests {
			t.Errorf("%d failures: %v after %d requests, want success %t after %d", c.failures, err, d.requests(), c.ok, c.requests)
		}
		if err != nil && (!strings.Contains(err.Error(), "502") || !strings.Contains(err.Error(), "upstream is away")) {
			t.Errorf("error %q does not say what was answered", err)
		}
		if s := client.Status()[0]; !c.ok && (s.State != ercot.StateFailing || s.Failures != 4) {
			t.Errorf("status %+v, want failing", s)
		}
	}
}

func TestOtherRefusalsAreNotRetried(t *testing.T) {
	d := newDesk(t)
	d.api("GET "+lambdaPath, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusForbidden)
		fmt.Fprint(w, `<html>Request unsuccessful. Incapsula</html>`)
	})
	err := d.client().Check(t.Context())
	if err == nil || d.requests() != 1 || !strings.Contains(err.Error(), "USA") {
		t.Errorf("%v after %d requests", err, d.requests())
	}
}
