package bitcoin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// The endpoints, as the REST documentation of mempool.space names them.
const (
	pricesPath     = "/api/v1/prices"
	hashratePath   = "/api/v1/mining/hashrate/3d"
	rewardsPath    = "/api/v1/mining/reward-stats/144"
	tipPath        = "/api/blocks/tip/height"
	adjustmentPath = "/api/v1/difficulty-adjustment"
	feesPath       = "/api/v1/fees/recommended"
)

const (
	satsPerBTC  = 1e8
	hsPerTHs    = 1e12
	blockTarget = 600     // seconds
	difficulty1 = 1 << 32 // expected hashes per block at difficulty 1
)

// price is the bitcoin price and when it was observed.
type price struct {
	usd float64
	at  time.Time
}

func parsePrice(body []byte) (price, error) {
	var answer struct {
		Time int64    `json:"time"` // Unix seconds
		USD  *float64 `json:"USD"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return price{}, fmt.Errorf("prices: %w", err)
	}
	if answer.USD == nil || answer.Time <= 0 || answer.Time > math.MaxInt32 {
		return price{}, errors.New("prices: USD or time (Unix seconds) is missing or out of range")
	}
	return price{usd: *answer.USD, at: time.Unix(answer.Time, 0).UTC()}, nil
}

// power is the network's present power.
type power struct {
	hashrate   unit.THs
	difficulty unit.Difficulty
}

// parseNetwork reads the hashrate, in H/s, and the difficulty. The two must
// tell of the same network: at ten minutes a block difficulty implies a
// hashrate, and an estimate five times off it is another unit.
func parseNetwork(body []byte) (power, error) {
	var answer struct {
		Hashrate   *float64 `json:"currentHashrate"`
		Difficulty *float64 `json:"currentDifficulty"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return power{}, fmt.Errorf("hashrate: %w", err)
	}
	if answer.Hashrate == nil || answer.Difficulty == nil {
		return power{}, errors.New("hashrate: currentHashrate or currentDifficulty is missing")
	}
	implied := *answer.Difficulty * difficulty1 / blockTarget
	if ratio := *answer.Hashrate / implied; !(ratio > 0.2 && ratio < 5) {
		return power{}, fmt.Errorf("hashrate: %g H/s does not fit difficulty %g, which implies %.3g H/s; wrong unit?",
			*answer.Hashrate, *answer.Difficulty, implied)
	}
	return power{hashrate: unit.THs(*answer.Hashrate / hsPerTHs), difficulty: unit.Difficulty(*answer.Difficulty)}, nil
}

// rewards is what recent blocks paid.
type rewards struct {
	fees unit.BTC // per block, on average
	last int64    // height of the newest block counted
}

// parseRewards reads sums in satoshi over the blocks from startBlock to
// endBlock, both included.
func parseRewards(body []byte) (rewards, error) {
	var answer struct {
		Start *int64      `json:"startBlock"`
		End   *int64      `json:"endBlock"`
		Fee   json.Number `json:"totalFee"` // a string in the real answer
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return rewards{}, fmt.Errorf("reward stats: %w", err)
	}
	if answer.Start == nil || answer.End == nil {
		return rewards{}, errors.New("reward stats: startBlock or endBlock is missing")
	}
	blocks := *answer.End - *answer.Start + 1
	if *answer.Start < 0 || blocks < 1 || blocks > 100_000 {
		return rewards{}, fmt.Errorf("reward stats: blocks %d to %d make no range", *answer.Start, *answer.End)
	}
	total, err := strconv.ParseInt(answer.Fee.String(), 10, 64)
	if err != nil || total < 0 {
		return rewards{}, errors.New("reward stats: totalFee is not a whole number of satoshi")
	}
	return rewards{fees: unit.BTC(float64(total) / satsPerBTC / float64(blocks)), last: *answer.End}, nil
}

func parseHeight(body []byte) (int64, error) {
	height, err := strconv.ParseInt(string(bytes.TrimSpace(body)), 10, 64)
	if err != nil || height < 0 || height > 1e8 {
		return 0, errors.New("tip height: want a block height as plain text")
	}
	return height, nil
}

// parseAdjustment reads the projected change at the next retarget, in percent.
func parseAdjustment(body []byte) (percent float64, err error) {
	var answer struct {
		Change *float64 `json:"difficultyChange"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return 0, fmt.Errorf("difficulty adjustment: %w", err)
	}
	if answer.Change == nil {
		return 0, errors.New("difficulty adjustment: difficultyChange is missing")
	}
	return *answer.Change, nil
}

// parseFees reads the fee rate recommended for the next block, in sat/vB.
func parseFees(body []byte) (rate float64, err error) {
	var answer struct {
		Fastest *float64 `json:"fastestFee"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return 0, fmt.Errorf("recommended fees: %w", err)
	}
	if answer.Fastest == nil {
		return 0, errors.New("recommended fees: fastestFee is missing")
	}
	return *answer.Fastest, nil
}
