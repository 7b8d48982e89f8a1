package stratum

import (
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/url"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

// Clock tells the time that shares and hashrates are counted in. Connections
// live by the machine's own time.
type Clock interface{ Now() time.Time }

// Secret is a pool's password. Every way of printing it gives "[redacted]".
type Secret string

// String is "[redacted]".
func (Secret) String() string { return "[redacted]" }

// GoString is "[redacted]".
func (Secret) GoString() string { return "[redacted]" }

// MarshalText is "[redacted]".
func (Secret) MarshalText() ([]byte, error) { return []byte("[redacted]"), nil }

// Destination is a mining pool that may get work.
type Destination struct {
	Name        string
	URLs        []string // stratum+tcp://host:port or stratum+ssl://host:port, the first that answers
	User        string   // account and worker at the pool
	Password    Secret
	Connections int     // over which its machines are spread; 0: 1
	Weight      float64 // of what contracts leave
	Contract    float64 // hashes per second that come first; 0: none
	Backup      bool    // gets work only while no other can
}

// Options are what a router is like. Zero values take the defaults of
// [New].
type Options struct {
	Mask            hashwork.VersionMask // version bits that machines may roll, the same for all pools
	SharesPerMinute float64              // that each machine should find, on Clock's time
	Start, Lowest   float64              // difficulty at first and at least
	// Ease makes a share of difficulty d as hard as one of d*Ease. It is 1 where
	// pools are real; a simulated world's machines hash on processors.
	Ease       float64
	PlanEvery  time.Duration // between two looks at who gets what, on Clock's time
	Horizon    time.Duration // over which debts are made good
	Alone      time.Duration // without any pool before machines are sent to their own
	Handshake  time.Duration // until a machine must have given its name
	Idle       time.Duration // without a line from a machine before it is cut off
	Grace      time.Duration // for which the work of a former destination is still taken
	Most       int           // connections at once
	MostPerIP  int           // from one address; 0: as many as all
	TLS        *tls.Config   // of the machines' side; nil: plain
	Advertise  string        // host:port that machines are told to come back to; empty: as they came
	Clock      Clock
	Log        *slog.Logger
	Admit      func(worker string) error // nil: every machine is let in; its error is told to the machine
	Accepted   func(Share)               // is told each share that is good; nil: nobody is
	RootCAs    *tls.Config               // for pools that are reached by TLS; nil: the system's
	RetryAfter time.Duration             // first wait after a pool could not be reached
}

// Share is a share that was found to be good.
type Share struct {
	At          time.Time
	Worker      string // as the machine calls itself
	Destination string
	Difficulty  float64
	Block       bool // its hash is one of the network's blocks
}

type wall struct{}

func (wall) Now() time.Time { return time.Now() }

func (o *Options) fill() error {
	def := func(v *time.Duration, d time.Duration) {
		if *v == 0 {
			*v = d
		}
	}
	def(&o.PlanEvery, time.Minute)
	def(&o.Horizon, 3*o.PlanEvery)
	def(&o.Alone, 30*time.Second)
	def(&o.Handshake, 20*time.Second)
	def(&o.Idle, 10*time.Minute)
	def(&o.Grace, 2*time.Minute)
	def(&o.RetryAfter, time.Second)
	if o.Ease == 0 {
		o.Ease = 1
	}
	if o.SharesPerMinute == 0 {
		o.SharesPerMinute = 5
	}
	if o.Start == 0 {
		o.Start = 65536
	}
	if o.Lowest == 0 {
		o.Lowest = min(o.Start, 1)
	}
	if o.Most == 0 {
		o.Most = 20_000
	}
	if o.MostPerIP == 0 {
		o.MostPerIP = o.Most
	}
	if o.Clock == nil {
		o.Clock = wall{}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	for name, v := range map[string]float64{"ease": o.Ease, "shares per minute": o.SharesPerMinute, "first difficulty": o.Start, "lowest difficulty": o.Lowest} {
		if !(v > 0) || math.IsInf(v, 1) {
			return fmt.Errorf("%s is %g: want a positive number", name, v)
		}
	}
	return nil
}

// Check tells what is wrong with destinations.
func Check(destinations []Destination) error {
	var problems []error
	seen := make(map[string]bool)
	for i, d := range destinations {
		wrong := func(format string, args ...any) {
			problems = append(problems, fmt.Errorf("destination %d (%s): %w", i+1, d.Name, fmt.Errorf(format, args...)))
		}
		if d.Name == "" || seen[d.Name] {
			wrong("want a name of its own")
		}
		seen[d.Name] = true
		if len(d.URLs) == 0 {
			wrong("want at least one URL")
		}
		for _, raw := range d.URLs {
			if _, _, err := parseURL(raw); err != nil {
				wrong("%w", err)
			}
		}
		if d.User == "" {
			wrong("want the user that the pool knows")
		}
		if !(d.Weight >= 0) || math.IsInf(d.Weight, 1) || !(d.Contract >= 0) || math.IsInf(d.Contract, 1) {
			wrong("weight %g and contract %g have to be zero or positive", d.Weight, d.Contract)
		}
		if d.Connections < 0 || d.Connections > 64 {
			wrong("%d connections: want 1 to 64", d.Connections)
		}
	}
	return errors.Join(problems...)
}

// parseURL is the host:port of a pool and whether it is reached by TLS.
func parseURL(raw string) (address string, encrypted bool, err error) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.Port() == "" || u.User != nil {
		return "", false, errors.New("want a URL such as stratum+tcp://pool.example:3333, without a user")
	}
	switch u.Scheme {
	case "stratum+tcp":
		return u.Host, false, nil
	case "stratum+ssl", "stratum+tls":
		return u.Host, true, nil
	}
	return "", false, fmt.Errorf("scheme %s: want stratum+tcp or stratum+ssl", u.Scheme)
}
