package world

import (
	"math"
	"time"
)

// Rental is what a GPU rents for on the open market.
type Rental struct {
	GPU     string
	USDHour float64 // $/GPU-h
	Offers  int
}

// rentals are the models with the medians seen in October 2025, $/GPU-h.
func rentals() []Rental {
	return []Rental{
		{"A100 PCIe", 1.64, 40},
		{"A100 SXM4", 1.75, 33},
		{"B200", 5.69, 18},
		{"GH200", 1.49, 6},
		{"H100 PCIe", 2.35, 60},
		{"H100 SXM5", 2.49, 120},
		{"H200", 3.59, 45},
	}
}

// Rentals are the prices at t, by the name of the model: each wanders slowly
// around its median, and an hour adds a little.
func (w *World) Rentals(t time.Time) []Rental {
	day, hour := t.Unix()/86400, t.Unix()/3600
	out := rentals()
	for i := range out {
		slow := w.seed.autoregressive(streamGPU+stream(i)<<16, 0.97, day, 2)
		f := float64(t.Unix()%86400) / 86400
		level := 0.10*(slow[0]+f*(slow[1]-slow[0])) + 0.015*w.seed.normal(streamGPUHour+stream(i)<<16, hour)
		out[i].USDHour = cents(out[i].USDHour * math.Exp(level))
		out[i].Offers = max(1, int(float64(out[i].Offers)*math.Exp(-2*level)))
	}
	return out
}

// TokenPrice is what a million tokens written by a language model sell for.
type TokenPrice struct {
	Model   string
	USDPerM float64 // $ per million tokens
}

// tokens are models with the prices of their output seen in the middle of 2026.
func tokens() []TokenPrice {
	return []TokenPrice{{"llama-3.1-8b", 0.03}, {"llama-3.3-70b", 0.32}}
}

// TokenPrices are the prices at t: each wanders slowly around its median.
func (w *World) TokenPrices(t time.Time) []TokenPrice {
	day := t.Unix() / 86400
	out := tokens()
	for i := range out {
		slow := w.seed.autoregressive(streamToken+stream(i)<<16, 0.97, day, 2)
		f := float64(t.Unix()%86400) / 86400
		level := 0.15 * (slow[0] + f*(slow[1]-slow[0]))
		out[i].USDPerM = math.Round(out[i].USDPerM*math.Exp(level)*1e4) / 1e4
	}
	return out
}

// Game is a row of prices of the MARA hackathon's game, in its own units, which
// have nothing to do with dollars or megawatts.
type Game struct {
	Time                time.Time
	Energy, Hash, Token float64
}

// Games are the rows at t of the game that began at midnight UTC, one every five
// minutes, oldest first: independent multiplicative steps of at most 10, 25 and
// 25 percent, hash prices floored at 1.
func (w *World) Games(t time.Time) []Game {
	start := t.UTC().Truncate(24 * time.Hour)
	row := Game{Time: start, Energy: 3, Hash: 4, Token: 2}
	out := []Game{row}
	for i := indexOf(start) + 1; i <= indexOf(t); i++ {
		move := func(of int64, reach float64) float64 {
			return 1 + reach*(2*w.seed.uniform(streamHackathon, 4*i+of)-1)
		}
		row.Time = time.Unix(i*slotSeconds, 0).UTC()
		row.Energy *= move(0, 0.10)
		row.Hash = math.Max(1, row.Hash*move(1, 0.25))
		row.Token *= move(2, 0.25)
		out = append(out, row)
	}
	return out
}

// Correction is a settlement point price that ERCOT restates later.
type Correction struct {
	Interval  time.Time // start of the settlement interval
	Point     string
	Original  float64
	Corrected float64
	Posted    time.Time
}

// Correction is the real-time price of the operating day that starts at start
// that is restated two days later, if there is one: about one day in fifty.
func (w *World) Correction(start time.Time) (Correction, bool) {
	day := start.Unix() / 86400
	if w.seed.uniform(streamCorrection, 4*day) > 0.02 {
		return Correction{}, false
	}
	p := w.points[int(w.seed.uniform(streamCorrection, 4*day+1)*float64(len(w.points)))]
	quarter := start.Add(time.Duration(w.seed.uniform(streamCorrection, 4*day+2)*88) * 15 * time.Minute)
	i, _ := w.Point(p.Name)
	original := w.Settle(quarter).SPP[i]
	return Correction{
		Interval:  quarter,
		Point:     p.Name,
		Original:  original,
		Corrected: cents(original*0.97 - 0.11),
		Posted:    start.Add(2*24*time.Hour + 16*time.Hour),
	}, true
}
