package market

import (
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// Observation is one value of one series, with where it came from and when it
// could first be acted on.
type Observation struct {
	Series    Series        `json:"series"`
	Interval  unit.Interval `json:"interval"` // what the value is about; Length 0 for an instant
	Value     float64       `json:"value"`
	Source    string        `json:"source"`    // feed and product, such as "ercot/np6-905-cd"
	Published time.Time     `json:"published"` // when the source made it public, or the best known bound
	Fetched   time.Time     `json:"fetched"`
	Known     time.Time     `json:"known"` // first moment a decision may see it
	Simulated bool          `json:"simulated"`
}

// Raw is an answer as it came over the wire, kept so that every observation can
// be traced and parsed again. Its request names no secret.
type Raw struct {
	Source      string    `json:"source"`
	Request     string    `json:"request"` // method and URL, without credentials
	Fetched     time.Time `json:"fetched"`
	ContentType string    `json:"content_type"`
	Body        []byte    `json:"-"`
	Simulated   bool      `json:"simulated"`
}

// Batch is what one poll of a feed brought.
type Batch struct {
	Raw          []Raw
	Observations []Observation
}

// Check says whether o may be stored: a finite value of a known kind within
// the kind's plausible range, with a source and times. Outside data passes
// here once, on its way in.
func (o Observation) Check() error {
	if math.IsNaN(o.Value) || math.IsInf(o.Value, 0) {
		return fmt.Errorf("observation %s at %s: value is not a finite number", o.Series, o.Interval.Key())
	}
	if o.Series.Kind.Unit() == "" {
		return fmt.Errorf("observation %s: unknown kind", o.Series)
	}
	if o.Source == "" || o.Interval.Start.IsZero() || o.Known.IsZero() {
		return fmt.Errorf("observation %s at %s: source, interval and known time are required", o.Series, o.Interval.Key())
	}
	if lo, hi := o.Series.Kind.plausible(); o.Value < lo || o.Value > hi {
		return fmt.Errorf("observation %s at %s: %g %s is outside %g..%g; wrong unit?",
			o.Series, o.Interval.Key(), o.Value, o.Series.Kind.Unit(), lo, hi)
	}
	return nil
}

// plausible is the widest range a sane value of the kind lies in. It is meant
// to catch wrong units (a factor of 1,000), not rare events: ERCOT's offer cap
// has been 9,000 $/MWh and congestion has passed it, and fees averaged ten
// bitcoin a block on the dearest days of 2017 and nine in April 2024.
func (k Kind) plausible() (lo, hi float64) {
	switch k {
	case RTSPP, RTLMP, DASPP, SystemLambda, GridPrice:
		return -2_000, 30_000
	case DAMCPC, RTMCPC, RTMCPC15, RTDMCPC:
		return 0, 30_000
	case Load, LoadForecast, Capacity:
		return 0, 500_000
	case Wind, WindForecast, Solar, SolarForecast, PRC:
		return -5_000, 300_000
	case FuelMix:
		return -50_000, 300_000
	case RenewableShare:
		return 0, 1
	case GridMargin:
		return -100, 1
	case EEA:
		return 0, 3
	case BTCUSD:
		return 1, 5_000_000
	case Difficulty:
		return 1, 1e16
	case DiffChange:
		return -75, 300
	case Hashrate:
		return 1e3, 1e11
	case BlockHeight:
		return 0, 1e8
	case BlockFees:
		return 0, 15
	case FeeRate:
		return 0, 10_000
	case HashpriceUSD:
		return 0, 100_000
	case CertificateUSD:
		return 0, 10_000
	case GPUHour, TokenUSD:
		return 0, 1_000
	}
	return 0, 1e6
}
