package simulate

import (
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// mempool.space: bitcoin as an explorer sees it, which is by its blocks.

const (
	mempoolPath = "/mempool/api"
	hashesPer   = 1 << 32 // expected hashes for one unit of difficulty
)

func (s *Server) routeMempool() {
	for path, a := range map[string]answer{
		"/v1/difficulty-adjustment":        difficultyAdjustment,
		"/v1/mining/hashrate/{span}":       hashrates,
		"/v1/mining/reward-stats/{blocks}": rewardStats,
		"/v1/prices":                       bitcoinPrices,
		"/v1/fees/recommended":             recommendedFees,
		"/v1/fees/mempool-blocks":          mempoolBlocks,
		"/blocks/tip/height":               tipHeight,
		"/v1/blocks":                       newestBlocks,
		"/v1/mining/pools/{span}":          poolCounts,
		"/v1/mining/pool/{slug}":           poolReport,
	} {
		s.handle("mempool", "GET "+mempoolPath+path, a)
	}
}

// difficultyAdjustment estimates the next retarget by mempool.space's rule: the
// epoch's own pace, eked out in its first quarter with the pace before.
func difficultyAdjustment(w http.ResponseWriter, _ *http.Request, m moment) {
	n := m.world.Network(m.now)
	done := n.Height - n.Epoch.Height
	elapsed := m.now.Sub(n.Epoch.Start).Seconds()
	change := epochChange(n, done, elapsed, m)
	left := 2016 - done
	pace := elapsed / float64(done+1)
	if done < 504 {
		pace = 600 / (1 + change/100)
	}
	retarget := m.now.Add(time.Duration(float64(left) * pace * float64(time.Second)))
	writeJSON(w, http.StatusOK, map[string]any{
		"progressPercent":       float64(done) / 2016 * 100,
		"difficultyChange":      change * m.scale,
		"estimatedRetargetDate": retarget.UnixMilli(),
		"remainingBlocks":       left,
		"remainingTime":         retarget.Sub(m.now).Milliseconds(),
		"previousRetarget":      n.Epoch.Change,
		"previousTime":          n.Epoch.Start.Unix(),
		"nextRetargetHeight":    n.Epoch.Height + 2016,
		"timeAvg":               int64(pace * 1000),
		"adjustedTimeAvg":       int64(pace * 1000),
		"timeOffset":            0,
		"expectedBlocks":        elapsed / 600,
	})
}

func epochChange(n world.Network, done int64, elapsed float64, m moment) float64 {
	change := 600/(elapsed/float64(done+1)) - 1
	if done < 503 {
		blocks := m.world.Blocks(m.now, 504)
		before := n.Epoch.Start.Sub(blocks[done].Time).Seconds()
		adjusted := before * (1 + n.Epoch.Change/100)
		change = 600/((elapsed+adjusted)/504) - 1
	}
	return math.Min(300, math.Max(-75, change*100))
}

// estimated is the hashrate in H/s that the newest blocks' pace suggests.
func estimated(m moment, blocks int) float64 {
	newest := m.world.Blocks(m.now, blocks+1)
	span := newest[blocks].Time.Sub(newest[0].Time).Seconds()
	return float64(blocks) * float64(m.world.Network(m.now).Difficulty) * hashesPer / span
}

// hashrates is the daily estimate over a span of days, and the current one.
func hashrates(w http.ResponseWriter, r *http.Request, m moment) {
	days, ok := map[string]int{"3d": 3, "1w": 7, "1m": 30, "3m": 90}[r.PathValue("span")]
	if !ok {
		http.Error(w, "Invalid interval", http.StatusBadRequest)
		return
	}
	var list, difficulty []map[string]any
	today := m.now.Truncate(24 * time.Hour)
	for d := days - 1; d >= 0; d-- {
		at := today.AddDate(0, 0, -d)
		then := moment{now: at, world: m.world}
		list = append(list, map[string]any{"timestamp": at.Unix(), "avgHashrate": estimated(then, 144) * m.scale})
	}
	n := m.world.Network(m.now)
	for _, e := range []world.Epoch{n.Previous, n.Epoch} {
		difficulty = append(difficulty, map[string]any{
			"time": e.Start.Unix(), "timestamp": e.Start.Unix(), "height": e.Height,
			"difficulty": float64(e.Difficulty), "adjustment": 1 + e.Change/100,
		})
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"hashrates": list, "difficulty": difficulty,
		"currentHashrate": estimated(m, 432) * m.scale, "currentDifficulty": float64(n.Difficulty) * m.scale,
	})
}

// rewardStats sums up the newest blocks; satoshi and counts are texts.
func rewardStats(w http.ResponseWriter, r *http.Request, m moment) {
	count, err := strconv.Atoi(r.PathValue("blocks"))
	if err != nil || count < 1 || count > 10_000 {
		http.Error(w, "Invalid block count", http.StatusBadRequest)
		return
	}
	blocks := m.world.Blocks(m.now, count)
	var fees, subsidies unit.Sats
	var txs int
	for _, b := range blocks {
		fees += b.Fees
		subsidies += unit.Subsidy(b.Height)
		txs += b.Txs
	}
	fees = unit.Sats(float64(fees) * m.scale)
	writeJSON(w, http.StatusOK, map[string]any{
		"startBlock": blocks[0].Height, "endBlock": blocks[count-1].Height,
		"totalReward": strconv.FormatInt(int64(fees+subsidies), 10),
		"totalFee":    strconv.FormatInt(int64(fees), 10),
		"totalTx":     strconv.Itoa(txs),
	})
}

// bitcoinPrices gives whole units of each currency.
func bitcoinPrices(w http.ResponseWriter, _ *http.Request, m moment) {
	usd := m.world.Network(m.now).BTCUSD * m.scale
	out := map[string]int64{"time": m.now.Truncate(time.Minute).Unix()}
	for currency, rate := range map[string]float64{"USD": 1, "EUR": 0.86, "GBP": 0.75, "CAD": 1.39, "CHF": 0.8, "AUD": 1.52, "JPY": 152} {
		out[currency] = int64(math.Round(usd * rate))
	}
	writeJSON(w, http.StatusOK, out)
}

// feeRate is the newest block's mean fee in sat/vB, taking a block to hold a
// million.
func feeRate(m moment) float64 {
	b := m.world.Blocks(m.now, 1)[0]
	return math.Max(1, math.Round(float64(b.Fees)/1e6*m.scale))
}

func recommendedFees(w http.ResponseWriter, _ *http.Request, m moment) {
	rate := feeRate(m)
	writeJSON(w, http.StatusOK, map[string]float64{
		"fastestFee": rate, "halfHourFee": math.Max(1, math.Round(rate*0.9)), "hourFee": math.Max(1, math.Round(rate*0.8)),
		"economyFee": 1, "minimumFee": 1,
	})
}

func mempoolBlocks(w http.ResponseWriter, _ *http.Request, m moment) {
	var out []map[string]any
	rate := feeRate(m)
	for i := range 3 {
		r := rate / float64(i+1)
		out = append(out, map[string]any{
			"blockSize": 1_580_000, "blockVSize": 997_900, "nTx": 3_100 - 400*i, "totalFees": int64(r * 997_900),
			"medianFee": r, "feeRange": []float64{r * 0.7, r * 0.8, r, r * 1.6, r * 9},
		})
	}
	writeJSON(w, http.StatusOK, out)
}

// tipHeight is a bare number.
func tipHeight(w http.ResponseWriter, _ *http.Request, m moment) {
	w.Header().Set("Content-Type", "text/plain")
	_, _ = w.Write([]byte(strconv.FormatInt(m.world.Network(m.now).Height, 10)))
}
