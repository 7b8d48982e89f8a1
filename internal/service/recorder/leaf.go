package recorder

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// whole is 100 % in hundredths of a percent.
const whole = 10_000

// LeafOf is what a decision's leaf says, before it is linked.
func LeafOf(d episode.Decision) (proof.Decision, error) {
	leaf := proof.Decision{
		Site: proof.SiteNumber(d.Site), Interval: proof.IntervalNumber(d.Interval.Start), Key: proof.Keccak([]byte(d.Key)),
		KW: uint32(min(math.Round(float64(d.Plan.MachineMW())*1000), math.MaxUint32)), Price: proof.NoPrice, DecidedAt: d.DecidedAt.UnixMilli(),
	}
	if price, _, ok := d.Input.Snapshot.ExpectedSPP(); ok && !math.IsNaN(float64(price)) {
		leaf.Price = int64(math.Round(float64(price) * 1e6))
	}
	shares(&leaf, &d)
	plan, err := json.Marshal(d.Plan)
	if err == nil {
		leaf.PlanHash, err = proof.PlanHash(plan)
	}
	if err == nil {
		leaf.PolicyHash, err = sha256Of(d.PolicyHash)
	}
	if err == nil {
		leaf.InputsHash, err = sha256Of(d.SnapshotHash)
	}
	if err != nil {
		return proof.Decision{}, fmt.Errorf("leaf of decision %s of %s: %w", d.Key, d.Site, err)
	}
	return leaf, nil
}

// shares sets the parts of the site's limit that the plan grants to each use.
// They are rounded down, and what is left is idle.
func shares(leaf *proof.Decision, d *episode.Decision) {
	left := uint16(whole)
	limit := float64(d.Input.Site.Limits.SiteMW)
	share := func(use site.Use) uint16 {
		if limit <= 0 {
			return 0
		}
		var granted site.Plan
		for _, a := range d.Plan.Allocations {
			if a.Use == use {
				granted.Allocations = append(granted.Allocations, a)
			}
		}
		// Auxiliary load is the site's and not a use's: machines alone count.
		part := min(uint16(min(whole*float64(granted.MachineMW())/limit, whole)), left)
		left -= part
		return part
	}
	leaf.MineBps, leaf.InferBps, leaf.GridBps = share(site.Mine), share(site.Infer), share(site.Grid)
	leaf.IdleBps = left
}

func sha256Of(text string) (proof.Hash, error) {
	raw, err := hex.DecodeString(text)
	if err != nil || len(raw) != len(proof.Hash{}) {
		return proof.Hash{}, fmt.Errorf("hash %.80q: want 64 hexadecimal digits", text)
	}
	return proof.Hash(raw), nil
}
