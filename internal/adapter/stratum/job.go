package stratum

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"
	"sync/atomic"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

const (
	longestCoinbase = 32 << 10 // bytes, either half
	longestBranch   = 32       // a block has fewer than 2^32 transactions
	longestJobName  = 128      // bytes, with quotes
	jobsKept        = 32       // of each connection to a pool
	mostSolutions   = 1 << 20  // of one job that are remembered as found
	futureWork      = 7200     // seconds that a header's time may be ahead of the job's
)

// job is work that a pool handed out.
type job struct {
	number  uint32 // as machines know it
	name    []byte // as the pool knows it: raw JSON
	owner   *session
	work    hashwork.Work
	network hashwork.Target
	pool    hashwork.Target // what the pool wants of a share
	worth   float64         // the pool's difficulty
	stale   atomic.Bool
	line    []byte // the notification, for machines
	fresh   []byte // the same, telling to drop all other work

	mu    sync.Mutex
	found map[uint64]struct{} // ends of the hashes found
}

// once reports whether a hash is new to the job. Its low 64 bits tell it from
// others: the high ones are zeros in all shares.
func (j *job) once(h *hashwork.Hash) bool {
	key := binary.LittleEndian.Uint64(h[:8])
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, again := j.found[key]; again || len(j.found) >= mostSolutions {
		return false
	}
	if j.found == nil {
		j.found = make(map[uint64]struct{})
	}
	j.found[key] = struct{}{}
	return true
}

var errNotify = errors.New("the pool's work cannot be used")

// parseNotify reads the parameters of mining.notify; clean tells whether all
// earlier work is worthless.
func parseNotify(params []byte) (j *job, clean bool, err error) {
	var p [9][]byte
	if n := split(params, p[:]); n < 9 {
		return nil, false, fmt.Errorf("%w: %d parameters, want 9", errNotify, n)
	}
	j = &job{}
	if _, ok := text(p[0]); !ok || len(p[0]) > longestJobName {
		return nil, false, fmt.Errorf("%w: its name is no short string", errNotify)
	}
	j.name = append([]byte(nil), p[0]...)
	previous, ok := hexBytes(nil, p[1])
	if !ok || len(previous) != len(j.work.Previous) {
		return nil, false, fmt.Errorf("%w: the previous block is no hash", errNotify)
	}
	for i := range previous { // on the wire each word is turned round
		j.work.Previous[i] = previous[i^3]
	}
	for i, half := range []*[]byte{&j.work.Coinbase1, &j.work.Coinbase2} {
		if *half, ok = hexBytes(nil, p[2+i]); !ok || len(*half) > longestCoinbase {
			return nil, false, fmt.Errorf("%w: half of the coinbase is not hex, or too long", errNotify)
		}
	}
	if j.work.Branch, err = parseBranch(p[4]); err != nil {
		return nil, false, err
	}
	for i, word := range []*uint32{&j.work.Version, &j.work.Bits, &j.work.Time} {
		if *word, ok = hexWord(p[5+i]); !ok {
			return nil, false, fmt.Errorf("%w: version, bits or time is no number", errNotify)
		}
	}
	if j.network, ok = hashwork.TargetOfBits(j.work.Bits); !ok {
		return nil, false, fmt.Errorf("%w: bits %08x are no target", errNotify, j.work.Bits)
	}
	return j, string(p[8]) == "true", nil
}

func parseBranch(raw []byte) ([]hashwork.Hash, error) {
	var siblings [longestBranch][]byte
	n := split(raw, siblings[:])
	if n < 0 || n > longestBranch {
		return nil, fmt.Errorf("%w: the merkle branch has %d hashes", errNotify, n)
	}
	branch := make([]hashwork.Hash, n)
	for i := range branch {
		if hash, ok := hexBytes(branch[i][:0], siblings[i]); !ok || len(hash) != len(branch[i]) {
			return nil, fmt.Errorf("%w: hash %d of the merkle branch is none", errNotify, i)
		}
	}
	return branch, nil
}

// publish gives the job its name for machines.
func (j *job) publish(number uint32) {
	j.number = number
	j.line, j.fresh = j.notification(false), j.notification(true)
}

func (j *job) notification(clean bool) []byte {
	w := &j.work
	b := make([]byte, 0, 256+2*(len(w.Coinbase1)+len(w.Coinbase2))+67*len(w.Branch))
	b = append(b, `{"id":null,"method":"mining.notify","params":["`...)
	b = appendHexWord(b, j.number)
	b = append(b, `","`...)
	for i := range w.Previous {
		b = appendHex(b, w.Previous[i^3:i^3+1])
	}
	b = append(b, `","`...)
	b = appendHex(b, w.Coinbase1)
	b = append(b, `","`...)
	b = appendHex(b, w.Coinbase2)
	b = append(b, `",[`...)
	for i := range w.Branch {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = appendHex(b, w.Branch[i][:])
		b = append(b, '"')
	}
	b = append(b, `],"`...)
	for i, word := range []uint32{w.Version, w.Bits, w.Time} {
		if i > 0 {
			b = append(b, `","`...)
		}
		b = appendHexWord(b, word)
	}
	if clean {
		return append(b, `",true]}`+"\n"...)
	}
	return append(b, `",false]}`+"\n"...)
}

// sane reports whether a number can be a difficulty.
func sane(d float64) bool { return d > 0 && d < 1e18 && !math.IsNaN(d) }
