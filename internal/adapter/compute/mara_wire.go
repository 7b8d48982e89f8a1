package compute

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/secret"
)

const (
	naiveLayout = "2006-01-02T15:04:05.999999" // UTC, though it does not say so
	maxMachines = 1_000_000_000
	maxRows     = 100_000
)

// Price is one row of the price history.
type Price struct {
	At     time.Time // UTC
	Energy float64   // per unit of power
	Hash   float64   // per unit of hashrate
	Token  float64   // per token
}

// Machine is what one machine draws and puts out.
type Machine struct {
	Power  float64
	Output float64 // hashrate of a miner, tokens of an inference machine
}

// Inventory is one machine of each type.
type Inventory struct {
	Air, Hydro, Immersion Machine // miners
	GPU, ASIC             Machine // inference
}

// Counts is how many machines of each type run.
type Counts struct {
	Air       int `json:"air_miners"`
	Hydro     int `json:"hydro_miners"`
	Immersion int `json:"immersion_miners"`
	GPU       int `json:"gpu_compute"`
	ASIC      int `json:"asic_compute"`
}

// Site is a participant's site and its power limit.
type Site struct {
	Name  string
	Power float64
	Key   secret.Text // only from [MARA.CreateSite]
}

func (c Counts) check() error {
	for _, n := range []int{c.Air, c.Hydro, c.Immersion, c.GPU, c.ASIC} {
		if n < 0 || n > maxMachines {
			return fmt.Errorf("%d machines: want 0 to %d of each type", n, maxMachines)
		}
	}
	return nil
}

func (p Price) sightings() []sighting {
	return []sighting{
		{market.Series{Kind: market.MARAEnergy}, p.Energy, p.At},
		{market.Series{Kind: market.MARAHash}, p.Hash, p.At},
		{market.Series{Kind: market.MARAToken}, p.Token, p.At},
	}
}

// parsePrices reads the history. Rows come newest first; an answer in another
// order is refused, because trading on its last row is trading on the oldest
// price.
func parsePrices(body []byte) ([]Price, error) {
	var rows []struct {
		Timestamp string   `json:"timestamp"`
		Energy    *float64 `json:"energy_price"`
		Hash      *float64 `json:"hash_price"`
		Token     *float64 `json:"token_price"`
	}
	if err := json.Unmarshal(body, &rows); err != nil {
		return nil, fmt.Errorf("the answer is not the documented JSON: %w", err)
	}
	if len(rows) == 0 || len(rows) > maxRows {
		return nil, fmt.Errorf("%d rows: want 1 to %d", len(rows), maxRows)
	}
	prices := make([]Price, 0, len(rows))
	for i, row := range rows {
		at, err := time.Parse(naiveLayout, row.Timestamp)
		if err != nil {
			return nil, fmt.Errorf("row %d: timestamp %.40q: want naive UTC such as 2025-06-21T13:00:00", i, row.Timestamp)
		}
		if row.Energy == nil || row.Hash == nil || row.Token == nil {
			return nil, fmt.Errorf("row %d: energy_price, hash_price and token_price are required", i)
		}
		if i > 0 && at.After(prices[i-1].At) {
			return nil, fmt.Errorf("row %d is newer than the row before it; want newest first", i)
		}
		prices = append(prices, Price{At: at, Energy: *row.Energy, Hash: *row.Hash, Token: *row.Token})
	}
	return prices, nil
}

func parseInventory(body []byte) (Inventory, error) {
	type machine struct {
		Power    float64 `json:"power"`
		Hashrate float64 `json:"hashrate"`
		Tokens   float64 `json:"tokens"`
	}
	var answer struct {
		Inference struct{ ASIC, GPU machine }             `json:"inference"`
		Miners    struct{ Air, Hydro, Immersion machine } `json:"miners"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return Inventory{}, fmt.Errorf("the answer is not the documented JSON: %w", err)
	}
	miner := func(m machine) Machine { return Machine{Power: m.Power, Output: m.Hashrate} }
	server := func(m machine) Machine { return Machine{Power: m.Power, Output: m.Tokens} }
	inventory := Inventory{
		Air: miner(answer.Miners.Air), Hydro: miner(answer.Miners.Hydro), Immersion: miner(answer.Miners.Immersion),
		GPU: server(answer.Inference.GPU), ASIC: server(answer.Inference.ASIC),
	}
	for _, m := range []Machine{inventory.Air, inventory.Hydro, inventory.Immersion, inventory.GPU, inventory.ASIC} {
		if !(m.Power > 0) || !(m.Output > 0) || m.Power > math.MaxInt32 || m.Output > math.MaxInt32 {
			return Inventory{}, errors.New("every type needs a power and an output above 0")
		}
	}
	return inventory, nil
}

func parseSite(body []byte) (Site, error) {
	var answer struct {
		Name  string   `json:"name"`
		Key   string   `json:"api_key"`
		Power *float64 `json:"power"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return Site{}, errors.New("the answer is not the documented JSON")
	}
	if answer.Power == nil || !(*answer.Power > 0) {
		return Site{}, errors.New("power is missing or not above 0")
	}
	return Site{Name: answer.Name, Power: *answer.Power, Key: secret.Text(answer.Key)}, nil
}

func parseCounts(body []byte) (Counts, error) {
	var counts Counts
	if err := json.Unmarshal(body, &counts); err != nil {
		return Counts{}, fmt.Errorf("the answer is not the documented JSON: %w", err)
	}
	return counts, counts.check()
}
