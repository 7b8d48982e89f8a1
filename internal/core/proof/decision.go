package proof

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// DecisionTuple is the ABI type of a decision's leaf, schema 1, field by field
// in the order of [Decision].
const DecisionTuple = "uint16 schema,uint32 index,uint64 site,uint32 interval,bytes32 key,uint64 nextSite,uint32 nextInterval," +
	"uint16 mineBps,uint16 inferBps,uint16 gridBps,uint16 idleBps,uint32 kW,int64 priceMicroUSDPerMWh," +
	"bytes32 policyHash,bytes32 inputsHash,bytes32 planHash,uint64 decidedAtUnixMs"

const (
	decisionSchema = 1
	decisionWords  = 17
	wordSize       = 32
)

// NoPrice stands in [Decision.Price] for a price that was not known.
const NoPrice = math.MinInt64

// Decision is what the leaf of a decision says. Which decision it is follows
// from Site and Key; what it was is committed by the three hashes, and told in
// short by the figures.
//
// A standard tree sorts its leaves by hash, so that their places prove nothing:
// Index, NextSite and NextInterval link the leaves of a batch in the order of
// (Site, Interval, Key) instead. See [Absent].
type Decision struct {
	Index        uint32
	Site         uint64 // see [SiteNumber]
	Interval     uint32 // see [IntervalNumber]
	Key          Hash   // of the decision's key, [Keccak]
	NextSite     uint64 // of the following leaf; 0 on the last
	NextInterval uint32 // of the following leaf; 0 on the last

	// Shares of the site's limit at the meter, in hundredths of a percent; they
	// add up to 10,000.
	MineBps, InferBps, GridBps, IdleBps uint16
	KW                                  uint32 // granted to machines
	Price                               int64  // micro-USD/MWh that the decision saw, or [NoPrice]

	PolicyHash Hash // of the policy's name and parameters, SHA-256
	InputsHash Hash // of the canonical input, SHA-256
	PlanHash   Hash // of the plan's JSON, [Keccak]
	DecidedAt  int64
}

// SiteNumber is the number that stands for a site's id: the first eight bytes
// of the id's hash. It is never 0.
func SiteNumber(id string) uint64 {
	h := Keccak([]byte("pouw-dem/site/v1/"), []byte(id))
	return max(1, binary.BigEndian.Uint64(h[:8]))
}

// IntervalNumber counts control intervals since 1970-01-01 UTC.
func IntervalNumber(start time.Time) uint32 {
	return uint32(start.Unix() / int64(unit.Control/time.Second))
}

// IntervalStart is the start of a numbered interval, UTC.
func IntervalStart(n uint32) time.Time {
	return time.Unix(int64(n)*int64(unit.Control/time.Second), 0).UTC()
}

// Encode is the ABI encoding of the tuple.
func (d Decision) Encode() []byte {
	w := make([]byte, 0, decisionWords*wordSize)
	for _, v := range []uint64{decisionSchema, uint64(d.Index), d.Site, uint64(d.Interval)} {
		w = appendUint(w, v)
	}
	w = append(w, d.Key[:]...)
	for _, v := range []uint64{
		d.NextSite, uint64(d.NextInterval),
		uint64(d.MineBps), uint64(d.InferBps), uint64(d.GridBps), uint64(d.IdleBps), uint64(d.KW),
	} {
		w = appendUint(w, v)
	}
	w = appendInt(w, d.Price)
	w = append(w, d.PolicyHash[:]...)
	w = append(w, d.InputsHash[:]...)
	w = append(w, d.PlanHash[:]...)
	return appendUint(w, uint64(d.DecidedAt))
}

// Leaf is the decision's leaf.
func (d Decision) Leaf() Hash { return Leaf(d.Encode()) }

// DecodeDecision reads an ABI encoding back. Only what [Decision.Encode] writes
// is taken: other schemas, other lengths and values beyond their types are
// errors.
func DecodeDecision(encoded []byte) (Decision, error) {
	if len(encoded) != decisionWords*wordSize {
		return Decision{}, fmt.Errorf("decision: has %d bytes, want %d", len(encoded), decisionWords*wordSize)
	}
	r := reader{rest: encoded}
	if schema := r.uint(16); schema != decisionSchema {
		return Decision{}, fmt.Errorf("decision: schema %d is not known to this program, want %d", schema, decisionSchema)
	}
	d := Decision{
		Index: uint32(r.uint(32)), Site: r.uint(64), Interval: uint32(r.uint(32)), Key: r.hash(),
		NextSite: r.uint(64), NextInterval: uint32(r.uint(32)),
		MineBps: uint16(r.uint(16)), InferBps: uint16(r.uint(16)), GridBps: uint16(r.uint(16)), IdleBps: uint16(r.uint(16)),
		KW: uint32(r.uint(32)), Price: r.int(),
		PolicyHash: r.hash(), InputsHash: r.hash(), PlanHash: r.hash(), DecidedAt: int64(r.uint(63)),
	}
	if r.bad {
		return Decision{}, fmt.Errorf("decision: a field holds more than its type")
	}
	return d, nil
}

// Link sorts the decisions of a batch and links them: it sets Index, NextSite
// and NextInterval, and leaves the argument alone. Two decisions with the same
// site and key are an error.
func Link(decisions []Decision) ([]Decision, error) {
	linked := slices.Clone(decisions)
	slices.SortFunc(linked, func(a, b Decision) int {
		return cmp.Or(order(a.Site, a.Interval, b.Site, b.Interval), compare(a.Key, b.Key))
	})
	for i := range linked {
		linked[i].Index, linked[i].NextSite, linked[i].NextInterval = uint32(i), 0, 0
		if i == 0 {
			continue
		}
		before := &linked[i-1]
		if before.Site == linked[i].Site && before.Key == linked[i].Key {
			return nil, fmt.Errorf("site number %d has two decisions with key %s", before.Site, before.Key)
		}
		before.NextSite, before.NextInterval = linked[i].Site, linked[i].Interval
	}
	return linked, nil
}

// Absent reports whether leaf d, shown to be in a batch of count leaves, proves
// that the batch has no decision of a site about an interval: d and the leaf
// that it names next lie on either side. A batch whose links contradict each
// other is evidence against who signed it.
func Absent(d Decision, count uint32, site uint64, interval uint32) bool {
	side := order(site, interval, d.Site, d.Interval)
	if side < 0 {
		return d.Index == 0
	}
	if side == 0 {
		return false
	}
	last := d.NextSite == 0
	return last && d.Index == count-1 || !last && order(site, interval, d.NextSite, d.NextInterval) < 0
}

func order(site uint64, interval uint32, otherSite uint64, otherInterval uint32) int {
	return cmp.Or(cmp.Compare(site, otherSite), cmp.Compare(interval, otherInterval))
}

func appendUint(w []byte, v uint64) []byte {
	w = append(w, make([]byte, wordSize-8)...)
	return binary.BigEndian.AppendUint64(w, v)
}

func appendInt(w []byte, v int64) []byte {
	fill := byte(0)
	if v < 0 {
		fill = 0xff
	}
	for range wordSize - 8 {
		w = append(w, fill)
	}
	return binary.BigEndian.AppendUint64(w, uint64(v))
}

// reader takes ABI words off a buffer that is long enough, and notes a value
// that does not fit.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) word() []byte {
	w := r.rest[:wordSize]
	r.rest = r.rest[wordSize:]
	return w
}

func (r *reader) hash() Hash { return Hash(r.word()) }

func (r *reader) uint(width int) uint64 {
	w := r.word()
	v := binary.BigEndian.Uint64(w[wordSize-8:])
	r.filled(w, 0)
	r.bad = r.bad || width < 64 && v>>width != 0
	return v
}

func (r *reader) int() int64 {
	w := r.word()
	v := int64(binary.BigEndian.Uint64(w[wordSize-8:]))
	if v < 0 {
		r.filled(w, 0xff)
	} else {
		r.filled(w, 0)
	}
	return v
}

func (r *reader) filled(w []byte, with byte) {
	for _, b := range w[:wordSize-8] {
		r.bad = r.bad || b != with
	}
}
