package hashwork_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/big"
	"math/rand/v2"
	"syscall"
	"testing"
	"time"

	"github.com/btcsuite/btcd/blockchain"
	"github.com/btcsuite/btcd/btcutil"
	"github.com/btcsuite/btcd/chaincfg"
	"github.com/btcsuite/btcd/chaincfg/chainhash"
	"github.com/btcsuite/btcd/wire"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/hashwork"
)

func parseHash(t testing.TB, s string) hashwork.Hash {
	t.Helper()
	h, err := chainhash.NewHashFromStr(s)
	if err != nil {
		t.Fatal(err)
	}
	return hashwork.Hash(*h)
}

func TestHeadersOfKnownBlocksHaveTheirHashesAndSolveTheirTargets(t *testing.T) {
	for name, b := range map[string]struct {
		previous, root, hash       string
		version, time, bits, nonce uint32
	}{
		"block 0": {
			previous: "0000000000000000000000000000000000000000000000000000000000000000",
			root:     "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b",
			hash:     "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
			version:  1, time: 1231006505, bits: 0x1d00ffff, nonce: 2083236893,
		},
		"block 1": {
			previous: "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
			root:     "0e3e2357e806b6cdb1f70b54c3a3a17b6714ee1f0e68bebb44a74b1efd512098",
			hash:     "00000000839a8e6886ab5951d76f411475428afc90947ee320161bbf18eb6048",
			version:  1, time: 1231469665, bits: 0x1d00ffff, nonce: 2573394689,
		},
		"block 125552": {
			previous: "00000000000008a3a41b85b8b29ad444def299fee21793cd8b9e567eab02cd81",
			root:     "2b12fcf1b09288fcaff797d71e950e71ae42b91e8bdb2304758dfcffc2b620e3",
			hash:     "00000000000000001e8d6829a8a21adc5d38d0a473b144b6765798e61f98bd1d",
			version:  1, time: 1305998791, bits: 0x1a44b9f2, nonce: 2504433986,
		},
	} {
		h := hashwork.Header{
			Version: b.version, Previous: parseHash(t, b.previous), Root: parseHash(t, b.root),
			Time: b.time, Bits: b.bits, Nonce: b.nonce,
		}
		got := h.Hash()
		if got.String() != b.hash {
			t.Errorf("%s hashes to %s, want %s", name, got, b.hash)
		}
		target, ok := hashwork.TargetOfBits(b.bits)
		if !ok || !got.Solves(target) {
			t.Errorf("%s does not solve its own target", name)
		}
		h.Nonce++
		if other := h.Hash(); other.Solves(target) {
			t.Errorf("%s with another nonce still solves its target", name)
		}
	}
}

func TestDifficultiesOfKnownTargets(t *testing.T) {
	for compact, want := range map[uint32]float64{
		0x1d00ffff: 1,
		0x1b0404cb: 16307.420938523983, // the Bitcoin wiki's example
		0x17034219: 86388558925171.02,  // the network in mid-2024
	} {
		target, ok := hashwork.TargetOfBits(compact)
		if got := target.Difficulty(); !ok || math.Abs(got/want-1) > 1e-15 {
			t.Errorf("bits %08x: difficulty %.17g, want %.17g", compact, got, want)
		}
	}
}

func TestCompactBitsAgreeWithBtcd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		compact := rapid.Uint32().Draw(t, "bits")
		if rapid.Bool().Draw(t, "usual") {
			compact = compact&0x00ffffff | rapid.Uint32Range(0, 34).Draw(t, "exponent")<<24
		}
		want := blockchain.CompactToBig(compact)
		valid := want.Sign() > 0 && want.BitLen() <= 256
		got, ok := hashwork.TargetOfBits(compact)
		if ok != valid {
			t.Fatalf("bits %08x: valid %v, btcd's number is %x", compact, ok, want)
		}
		raw := got.Bytes()
		if ok && new(big.Int).SetBytes(raw[:]).Cmp(want) != 0 {
			t.Fatalf("bits %08x: target %x, btcd has %x", compact, raw, want)
		}
	})
}

func TestATargetIsTheExactQuotientRoundedDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.Float64Range(1e-9, 1e18).Draw(t, "difficulty")
		raw := hashwork.TargetOf(d).Bytes()
		got := new(big.Rat).SetInt(new(big.Int).SetBytes(raw[:]))
		exact := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(0xffff), 208))
		exact.Quo(exact, new(big.Rat).SetFloat64(d))
		if rest := exact.Sub(exact, got); rest.Sign() < 0 || rest.Cmp(big.NewRat(1, 1)) >= 0 {
			t.Fatalf("difficulty %g: the target is off by %s", d, rest.FloatString(3))
		}
	})
}

func TestDifficultyAndTargetAreInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.Float64Range(1e-9, 1e15).Draw(t, "difficulty")
		if back := hashwork.TargetOf(d).Difficulty(); math.Abs(back/d-1) > 1e-14 {
			t.Fatalf("%g became %g", d, back)
		}
	})
}

func TestAHashSolvesATargetAsBtcdComparesThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var h chainhash.Hash
		copy(h[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "hash"))
		target := hashwork.TargetOf(rapid.Float64Range(1e-9, 1e-3).Draw(t, "difficulty"))
		own, raw := hashwork.Hash(h), target.Bytes()
		want := blockchain.HashToBig(&h).Cmp(new(big.Int).SetBytes(raw[:])) <= 0
		if own.Solves(target) != want {
			t.Fatalf("%s against %x: btcd says %v", h, raw, want)
		}
	})
}

func TestHeadersHashAsBtcdHashesThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var previous, root chainhash.Hash
		copy(previous[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "previous"))
		copy(root[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "root"))
		h := hashwork.Header{
			Version: rapid.Uint32().Draw(t, "version"), Previous: hashwork.Hash(previous), Root: hashwork.Hash(root),
			Time: rapid.Uint32().Draw(t, "time"), Bits: rapid.Uint32().Draw(t, "bits"), Nonce: rapid.Uint32().Draw(t, "nonce"),
		}
		other := wire.BlockHeader{
			Version: int32(h.Version), PrevBlock: previous, MerkleRoot: root,
			Timestamp: time.Unix(int64(h.Time), 0), Bits: h.Bits, Nonce: h.Nonce,
		}
		if got, want := h.Hash(), other.BlockHash(); got != hashwork.Hash(want) {
			t.Fatalf("%s, btcd has %s", got, want)
		}
	})
}

func TestACoinbasesBranchLeadsToBtcdsMerkleRoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "transactions")
		txs := make([]*btcutil.Tx, n)
		hashes := make([]hashwork.Hash, n)
		for i := range txs {
			tx := wire.NewMsgTx(2)
			tx.LockTime = uint32(i) + rapid.Uint32Range(0, 1<<20).Draw(t, "lock")*64
			tx.AddTxOut(wire.NewTxOut(int64(i), nil))
			txs[i] = btcutil.NewTx(tx)
			hashes[i] = hashwork.Hash(*txs[i].Hash())
		}
		want := blockchain.CalcMerkleRoot(txs, false)
		if got := hashwork.Root(hashes[0], hashwork.Branch(hashes[1:])); got != hashwork.Hash(want) {
			t.Fatalf("%d transactions: %s, btcd has %s", n, got, want)
		}
	})
}

func TestTheGenesisBlockIsFoundFromItsPartsAsWork(t *testing.T) {
	block := chaincfg.MainNetParams.GenesisBlock
	var coinbase bytes.Buffer
	if err := block.Transactions[0].Serialize(&coinbase); err != nil {
		t.Fatal(err)
	}
	raw := coinbase.Bytes()
	w := hashwork.Work{
		Coinbase1: raw[:60], Coinbase2: raw[68:], Version: 1, Bits: block.Header.Bits, Time: 1231006505,
	}
	got := w.Hash(&hashwork.Solution{
		Extranonce1: raw[60:64], Extranonce2: raw[64:68], Version: 1, Time: 1231006505, Nonce: block.Header.Nonce,
	})
	if want := chaincfg.MainNetParams.GenesisHash.String(); got.String() != want {
		t.Errorf("the genesis block put together hashes to %s, want %s", got, want)
	}
}

func TestRolledBitsOutsideOfTheMaskAreRefused(t *testing.T) {
	mask := hashwork.GeneralPurpose
	if v, ok := mask.Roll(0x20000004, 0x00ffe000); !ok || v != 0x20ffe004 {
		t.Errorf("rolled to %08x, %v", v, ok)
	}
	if _, ok := mask.Roll(0x20000000, 0x00001000); ok {
		t.Error("a bit outside of the mask was taken")
	}
	if v, ok := hashwork.VersionMask(0).Roll(0x20000000, 0); !ok || v != 0x20000000 {
		t.Errorf("without rolling the version became %08x, %v", v, ok)
	}
}

func TestNothingAndTheImpossibleHaveTargetsThatSayIt(t *testing.T) {
	if got := hashwork.TargetOf(math.Inf(1)); got != (hashwork.Target{}) {
		t.Errorf("an infinite difficulty has the target %x", got)
	}
	for _, d := range []float64{0, -1, math.NaN(), 1e-300} {
		if got := hashwork.TargetOf(d); got[0] != math.MaxUint64 || got[3] != math.MaxUint64 {
			t.Errorf("difficulty %g has the target %x", d, got)
		}
	}
	if !math.IsInf(hashwork.Target{}.Difficulty(), 1) {
		t.Error("the target zero has a finite difficulty")
	}
}

func TestCheckingAShareAllocatesNothing(t *testing.T) {
	w, s, target := typicalShare()
	if n := testing.AllocsPerRun(100, func() {
		h := w.Hash(&s)
		_ = h.Solves(target)
	}); n > 0 {
		t.Errorf("%g allocations", n)
	}
}

func TestHashrateIsWorkOverTime(t *testing.T) {
	if got := hashwork.Hashrate(1024, 64*time.Second); got != 16*hashwork.HashesPerDifficulty {
		t.Errorf("%g", got)
	}
	if got := hashwork.Hashrate(1, 0); got != 0 {
		t.Errorf("%g in no time", got)
	}
}

// typicalShare is of a block with 4,000 transactions and a coinbase of 260
// bytes, as pools make them.
func typicalShare() (hashwork.Work, hashwork.Solution, hashwork.Target) {
	r := rand.New(rand.NewPCG(1, 2))
	random := func(n int) []byte {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(r.Uint32())
		}
		return b
	}
	w := hashwork.Work{Coinbase1: random(110), Coinbase2: random(138), Version: 0x20000000, Bits: 0x17034219, Time: 1720000000}
	for range 12 {
		w.Branch = append(w.Branch, hashwork.Hash(random(32)))
	}
	s := hashwork.Solution{Extranonce1: random(4), Extranonce2: random(8), Version: 0x20000000, Time: w.Time, Nonce: 7}
	return w, s, hashwork.TargetOf(65536)
}

func BenchmarkShare(b *testing.B) {
	w, s, target := typicalShare()
	b.ReportAllocs()
	defer processor(b)()
	for b.Loop() {
		s.Nonce++
		h := w.Hash(&s)
		if h.Solves(target) {
			b.Log("a rare find")
		}
	}
}

// BenchmarkShareByBtcd puts the same share together with btcd's own types.
func BenchmarkShareByBtcd(b *testing.B) {
	w, s, target := typicalShare()
	raw := target.Bytes()
	limit := new(big.Int).SetBytes(raw[:])
	branch := make([]chainhash.Hash, len(w.Branch))
	for i := range branch {
		branch[i] = chainhash.Hash(w.Branch[i])
	}
	b.ReportAllocs()
	defer processor(b)()
	for b.Loop() {
		s.Nonce++
		coinbase := bytes.Join([][]byte{w.Coinbase1, s.Extranonce1, s.Extranonce2, w.Coinbase2}, nil)
		root := chainhash.DoubleHashH(coinbase)
		for i := range branch {
			root = blockchain.HashMerkleBranches(&root, &branch[i])
		}
		h := wire.BlockHeader{
			Version: int32(s.Version), PrevBlock: chainhash.Hash(w.Previous), MerkleRoot: root,
			Timestamp: time.Unix(int64(s.Time), 0), Bits: w.Bits, Nonce: s.Nonce,
		}
		hash := h.BlockHash()
		if blockchain.HashToBig(&hash).Cmp(limit) <= 0 {
			b.Log("a rare find")
		}
	}
}

func FuzzTargetOfBits(f *testing.F) {
	f.Add([]byte{0x1d, 0x00, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) != 4 {
			return
		}
		compact := binary.BigEndian.Uint32(raw)
		if target, ok := hashwork.TargetOfBits(compact); ok && !(target.Difficulty() > 0) {
			t.Errorf("bits %08x have the difficulty %g", compact, target.Difficulty())
		}
	})
}

// processor reports the processor time of an operation, which counts on a
// machine that is shared.
func processor(b *testing.B) (done func()) {
	used := func() (ns int64) {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			b.Fatal(err)
		}
		return u.Utime.Nano() + u.Stime.Nano()
	}
	before := used()
	return func() { b.ReportMetric(float64(used()-before)/float64(b.N), "cpu-ns/op") }
}
