package proof_test

import (
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// vectors are trees that @openzeppelin/merkle-tree 1.0.8 made; see
// testdata/generate.js.
type vectors struct {
	Cases []struct {
		Root      proof.Hash `json:"root"`
		Decisions []struct {
			Value []string     `json:"value"`
			Leaf  proof.Hash   `json:"leaf"`
			Proof []proof.Hash `json:"proof"`
		} `json:"decisions"`
	} `json:"cases"`
}

func TestTreesAreOpenZeppelins(t *testing.T) {
	raw, err := os.ReadFile("testdata/standard.json")
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	for _, c := range v.Cases {
		var leaves []proof.Hash
		for _, d := range c.Decisions {
			leaf := decisionOf(t, d.Value).Leaf()
			if leaf != d.Leaf {
				t.Fatalf("leaf %s, want %s", leaf, d.Leaf)
			}
			leaves = append(leaves, leaf)
		}
		tree := must(proof.NewTree(leaves))(t)
		if tree.Root() != c.Root {
			t.Fatalf("root of %d leaves %s, want %s", len(leaves), tree.Root(), c.Root)
		}
		for i, leaf := range leaves {
			path, ok := tree.Proof(leaf)
			if diff := cmp.Diff(c.Decisions[i].Proof, path); !ok || diff != "" {
				t.Fatalf("proof of leaf %d of %d (-want +got):\n%s", i, len(leaves), diff)
			}
		}
	}
	if len(v.Cases) < 5 {
		t.Fatalf("%d cases, want those of the generator", len(v.Cases))
	}
}

func decisionOf(t *testing.T, v []string) proof.Decision {
	t.Helper()
	n := func(i int) uint64 { return must(strconv.ParseUint(v[i], 10, 64))(t) }
	h := func(i int) proof.Hash { return must(proof.ParseHash(v[i]))(t) }
	return proof.Decision{
		Index: uint32(n(1)), Site: n(2), Interval: uint32(n(3)), Key: h(4), NextSite: n(5), NextInterval: uint32(n(6)),
		MineBps: uint16(n(7)), InferBps: uint16(n(8)), GridBps: uint16(n(9)), IdleBps: uint16(n(10)),
		KW: uint32(n(11)), Price: must(strconv.ParseInt(v[12], 10, 64))(t),
		PolicyHash: h(13), InputsHash: h(14), PlanHash: h(15), DecidedAt: int64(n(16)),
	}
}

func TestTheEmptyStringHasKeccaksKnownDigest(t *testing.T) {
	// The digest that the Ethereum yellow paper gives for the empty string.
	const want = "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
	if got := proof.Keccak().String(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestEveryLeafProvesItselfAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		leaves := rapid.SliceOfNDistinct(drawHash(), 1, 60, func(h proof.Hash) proof.Hash { return h }).Draw(t, "leaves")
		tree, err := proof.NewTree(leaves)
		if err != nil {
			t.Fatal(err)
		}
		i := rapid.IntRange(0, len(leaves)-1).Draw(t, "leaf")
		path, ok := tree.Proof(leaves[i])
		if !ok || !proof.Verify(tree.Root(), leaves[i], path) {
			t.Fatal("a leaf does not prove itself")
		}
		other := leaves[i]
		other[rapid.IntRange(0, 31).Draw(t, "byte")] ^= 1
		if proof.Verify(tree.Root(), other, path) {
			t.Fatal("a changed leaf is proven")
		}
		if len(path) > 0 {
			path[rapid.IntRange(0, len(path)-1).Draw(t, "step")][0] ^= 0x80
			if proof.Verify(tree.Root(), leaves[i], path) {
				t.Fatal("a changed path is taken")
			}
		}
	})
}

func TestTheRootDoesNotDependOnTheOrderOfLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		leaves := rapid.SliceOfNDistinct(drawHash(), 1, 40, func(h proof.Hash) proof.Hash { return h }).Draw(t, "leaves")
		shuffled := rapid.Permutation(leaves).Draw(t, "shuffled")
		a, errA := proof.NewTree(leaves)
		b, errB := proof.NewTree(shuffled)
		if errA != nil || errB != nil || a.Root() != b.Root() {
			t.Fatalf("roots differ: %v %v", errA, errB)
		}
	})
}

func TestATreeRefusesNoLeavesAndEqualLeaves(t *testing.T) {
	for name, leaves := range map[string][]proof.Hash{"none": nil, "equal": {{1}, {2}, {1}}} {
		if _, err := proof.NewTree(leaves); err == nil {
			t.Errorf("%s: want an error", name)
		}
	}
}

func TestADecisionComesBackFromItsEncoding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDecision(t)
		back, err := proof.DecodeDecision(d.Encode())
		if err != nil || back != d {
			t.Fatalf("got %+v, %v, want %+v", back, err, d)
		}
	})
}

func TestLinksProveWhoIsAbsentAndNeverWhoIsPresent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		present := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) [2]uint8 {
			return [2]uint8{rapid.Uint8Range(1, 6).Draw(t, "site"), rapid.Uint8Range(0, 6).Draw(t, "interval")}
		}), 1, 20, func(p [2]uint8) [2]uint8 { return p }).Draw(t, "present")
		var decisions []proof.Decision
		in := map[[2]uint8]bool{}
		for _, p := range present {
			in[p] = true
			decisions = append(decisions, proof.Decision{Site: uint64(p[0]), Interval: uint32(p[1]), Key: proof.Keccak(p[:])})
		}
		linked, err := proof.Link(decisions)
		if err != nil {
			t.Fatal(err)
		}
		for site := range uint8(8) {
			for interval := range uint8(8) {
				proven := false
				for _, d := range linked {
					proven = proven || proof.Absent(d, uint32(len(linked)), uint64(site), uint32(interval))
				}
				if proven == in[[2]uint8{site, interval}] {
					t.Fatalf("site %d interval %d: present %v, proven absent %v", site, interval, in[[2]uint8{site, interval}], proven)
				}
			}
		}
	})
}

func TestASiteHasOneDecisionPerKey(t *testing.T) {
	twice := []proof.Decision{{Site: 7, Interval: 3, Key: proof.Hash{1}}, {Site: 7, Interval: 3, Key: proof.Hash{1}}}
	if _, err := proof.Link(twice); err == nil {
		t.Error("want an error")
	}
}

func TestASumTreeProvesEveryLeafAndItsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		leaves := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) proof.SumNode {
			return proof.SumNode{Hash: drawHash().Draw(t, "hash"), Sum: proof.Amount{Lo: rapid.Uint64().Draw(t, "amount")}}
		}), 1, 40).Draw(t, "leaves")
		tree, err := proof.NewSumTree(leaves)
		if err != nil {
			t.Fatal(err)
		}
		var total proof.Amount
		for i, leaf := range leaves {
			total, _ = total.Add(leaf.Sum)
			path, ok := tree.Proof(i)
			if !ok || !proof.VerifySum(tree.Root(), leaf, i, len(leaves), path) {
				t.Fatalf("leaf %d of %d does not prove itself", i, len(leaves))
			}
			leaf.Sum.Lo++
			if proof.VerifySum(tree.Root(), leaf, i, len(leaves), path) {
				t.Fatal("a changed amount is proven")
			}
		}
		if tree.Root().Sum != total {
			t.Fatalf("total %v, want %v", tree.Root().Sum, total)
		}
	})
}

func TestAmountsCannotBeMovedBetweenSiblings(t *testing.T) {
	a := must(proof.NewSumTree([]proof.SumNode{{Hash: proof.Hash{1}, Sum: proof.Amount{Lo: 5}}, {Hash: proof.Hash{2}, Sum: proof.Amount{Lo: 1}}}))(t)
	b := must(proof.NewSumTree([]proof.SumNode{{Hash: proof.Hash{1}, Sum: proof.Amount{Lo: 1}}, {Hash: proof.Hash{2}, Sum: proof.Amount{Lo: 5}}}))(t)
	if a.Root().Hash == b.Root().Hash {
		t.Error("two divisions of the same total have one root")
	}
}

func TestASumThatOverflowsIsRefused(t *testing.T) {
	most := proof.Amount{Hi: ^uint64(0), Lo: ^uint64(0)}
	if _, err := proof.NewSumTree([]proof.SumNode{{Sum: most}, {Sum: proof.Amount{Lo: 1}}}); err == nil {
		t.Error("want an error")
	}
}

func drawHash() *rapid.Generator[proof.Hash] {
	return rapid.Custom(func(t *rapid.T) proof.Hash {
		return proof.Keccak(rapid.SliceOfN(rapid.Byte(), 1, 8).Draw(t, "preimage"))
	})
}

func drawDecision(t *rapid.T) proof.Decision {
	return proof.Decision{
		Index: rapid.Uint32().Draw(t, "index"), Site: rapid.Uint64().Draw(t, "site"), Interval: rapid.Uint32().Draw(t, "interval"),
		Key: drawHash().Draw(t, "key"), NextSite: rapid.Uint64().Draw(t, "next site"), NextInterval: rapid.Uint32().Draw(t, "next interval"),
		MineBps: rapid.Uint16().Draw(t, "mine"), InferBps: rapid.Uint16().Draw(t, "infer"), GridBps: rapid.Uint16().Draw(t, "grid"),
		IdleBps: rapid.Uint16().Draw(t, "idle"), KW: rapid.Uint32().Draw(t, "kW"), Price: rapid.Int64().Draw(t, "price"),
		PolicyHash: drawHash().Draw(t, "policy"), InputsHash: drawHash().Draw(t, "inputs"), PlanHash: drawHash().Draw(t, "plan"),
		DecidedAt: rapid.Int64Min(0).Draw(t, "decided"),
	}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
