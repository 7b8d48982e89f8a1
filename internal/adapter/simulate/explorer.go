package simulate

import (
	"encoding/binary"
	"hash/fnv"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// mempool.space again: who found the blocks, and what they hold. Pools are
// invented, with the spread of sizes that pools have.

// stakes are the pools' shares of the hashrate, in thousandths.
func stakes() []struct {
	name string
	of   uint64
} {
	return []struct {
		name string
		of   uint64
	}{
		{"Stand-in Pool One", 300},
		{"Stand-in Pool Two", 190},
		{"Stand-in Pool Three", 130},
		{"Stand-in Pool Four", 110},
		{"Stand-in Pool Five", 90},
		{"Stand-in Pool Six", 70},
		{"Stand-in Pool Seven", 60},
		{"Stand-in Pool Eight", 50},
	}
}

// finder is the pool that found a block: by lot, the same at every look.
func finder(height int64) int {
	h := fnv.New64a()
	_ = binary.Write(h, binary.BigEndian, height)
	lot := h.Sum64() % 1000
	for i, s := range stakes() {
		if lot < s.of {
			return i
		}
		lot -= s.of
	}
	return 0
}

func newestBlocks(w http.ResponseWriter, _ *http.Request, m moment) {
	const shown = 15
	var out []map[string]any
	for _, b := range slices.Backward(m.world.Blocks(m.now, shown)) {
		fees := int64(float64(b.Fees) * m.scale)
		pool := stakes()[finder(b.Height)].name
		out = append(out, map[string]any{
			"height": b.Height, "timestamp": b.Time.Unix(), "tx_count": b.Txs, "size": 1_600_000, "weight": 3_993_000,
			"extras": map[string]any{
				"totalFees": fees, "reward": fees + int64(unit.Subsidy(b.Height)), "medianFee": float64(fees) / 1e6,
				"feeRange": []float64{1, float64(fees) / 1e6, float64(fees) / 1e5}, "pool": map[string]any{"id": finder(b.Height), "name": pool, "slug": pool},
			},
		})
	}
	writeJSON(w, http.StatusOK, out)
}

func poolCounts(w http.ResponseWriter, r *http.Request, m moment) {
	span, ok := map[string]time.Duration{"24h": 24 * time.Hour, "3d": 72 * time.Hour, "1w": 168 * time.Hour}[r.PathValue("span")]
	if !ok {
		http.Error(w, "Invalid interval", http.StatusBadRequest)
		return
	}
	const most = 1400 // blocks of a week, with room
	found, total := make([]int, len(stakes())), 0
	for _, b := range m.world.Blocks(m.now, most) {
		if m.now.Sub(b.Time) <= span {
			found[finder(b.Height)]++
			total++
		}
	}
	var pools []map[string]any
	for i, s := range stakes() {
		pools = append(pools, map[string]any{"poolId": i, "name": s.name, "slug": slugOf(i), "blockCount": found[i], "rank": i + 1, "emptyBlocks": 0})
	}
	writeJSON(w, http.StatusOK, map[string]any{"pools": pools, "blockCount": total, "lastEstimatedHashrate": estimated(m, 144) * m.scale})
}

// slugOf names a pool in an address.
func slugOf(pool int) string { return "stand-in-" + strconv.Itoa(pool+1) }

// poolReport is one pool by its slug. The two smallest report no hashrate; the
// others report what they have.
func poolReport(w http.ResponseWriter, r *http.Request, m moment) {
	for i, s := range stakes() {
		if r.PathValue("slug") != slugOf(i) {
			continue
		}
		var reported any
		if i < len(stakes())-2 {
			reported = m.world.Network(m.now).Hashrate * float64(s.of) / 1000 * m.scale
		}
		writeJSON(w, http.StatusOK, map[string]any{
			"pool": map[string]any{"id": i, "name": s.name, "slug": slugOf(i)}, "estimatedHashrate": estimated(m, 144) * float64(s.of) / 1000 * m.scale,
			"reportedHashrate": reported,
		})
		return
	}
	http.Error(w, "This mining pool does not exist", http.StatusNotFound)
}
