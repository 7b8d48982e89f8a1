package proof_test

import (
	"fmt"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// BenchmarkSeal makes the batch of an interval, one decision a site.
func BenchmarkSeal(b *testing.B) {
	for _, sites := range []int{1000, 10_000} {
		b.Run(fmt.Sprintf("sites=%d", sites), func(b *testing.B) {
			f := proof.File{ID: 7, Interval: 5_000_000}
			var decisions []proof.Decision
			names := map[uint64]string{}
			const key = "2026-03-02T12:05Z"
			for n := range sites {
				name := fmt.Sprintf("site-%05d", n)
				names[proof.SiteNumber(name)] = name
				decisions = append(decisions, proof.Decision{
					Site: proof.SiteNumber(name), Interval: f.Interval, Key: proof.Keccak([]byte(key)), MineBps: 9000, IdleBps: 1000, KW: 20_000, Price: 31_200_000,
				})
			}
			size := 0
			for b.Loop() {
				linked, err := proof.Link(decisions)
				if err != nil {
					b.Fatal(err)
				}
				f.Entries = f.Entries[:0]
				for _, d := range linked {
					f.Entries = append(f.Entries, proof.NewEntry(names[d.Site], key, d))
				}
				_, raw, err := proof.Seal(f)
				if err != nil {
					b.Fatal(err)
				}
				size = len(raw)
			}
			b.ReportMetric(float64(size)/float64(sites), "file-bytes/site")
		})
	}
}
