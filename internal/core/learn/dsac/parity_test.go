package dsac

import (
	"compress/gzip"
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// fixture is what bench/learn/fixture.py wrote.
type fixture struct {
	Pytorch              string
	State, Actions, Rows int
	Hidden               []int
	Cases                []fixtureCase
}

type fixtureCase struct {
	Name       string
	LayerNorm  bool `json:"layer_norm"`
	Pessimism  float64
	Soft       bool
	Clip       float64
	Start, End [][]fixtureLayer
	Batches    []struct {
		State, Ret, Next, Discount, Weight []float32
		Mask, Action                       []int
		NextMask                           []int `json:"next_mask"`
	}
	Trace []struct{ Critic, Actor, Alpha float64 }
}

type fixtureLayer struct{ Weights, Bias []float32 }

func readFixture(t *testing.T) fixture {
	t.Helper()
	file, err := os.Open("testdata/pytorch.json.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	plain, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var f fixture
	if err := json.NewDecoder(plain).Decode(&f); err != nil {
		t.Fatal(err)
	}
	return f
}

// flat lays a network of the fixture out as ours are, with whole lanes.
func (f fixture) flat(layers []fixtureLayer) []float32 {
	var params []float32
	in, paddedIn := f.State, kernel.Padded(f.State)
	for _, l := range layers {
		out := len(l.Bias)
		paddedOut := kernel.Padded(out)
		for r := range paddedIn {
			row := make([]float32, paddedOut)
			if r < in {
				copy(row, l.Weights[r*out:(r+1)*out])
			}
			params = append(params, row...)
		}
		params = append(params, l.Bias...)
		params = append(params, make([]float32, paddedOut-out)...)
		in, paddedIn = out, paddedOut
	}
	return params
}

func (f fixture) mask(bits []int, row int) (m Mask) {
	for i := range f.Actions {
		m |= Mask(bits[row*f.Actions+i]) << i
	}
	return m
}

// batch fills b with update i of a case.
func (f fixture) batch(c fixtureCase, i int, b *Batch) {
	from := c.Batches[i]
	b.resize(f.Rows)
	for r := range f.Rows {
		copy(b.State[r*b.width:], from.State[r*f.State:(r+1)*f.State])
		copy(b.Next[r*b.width:], from.Next[r*f.State:(r+1)*f.State])
		b.Mask[r], b.NextMask[r] = f.mask(from.Mask, r), f.mask(from.NextMask, r)
		b.Action[r], b.Return[r] = int32(from.Action[r]), from.Ret[r]
		b.Discount[r], b.Weight[r] = from.Discount[r], from.Weight[r]
	}
}

// TestTwentyUpdatesAreThoseOfPyTorch compares losses, the temperature and every
// parameter with PyTorch's autograd and Adam, to 1e-5 relative: two float32
// programs that sum in different orders.
func TestTwentyUpdatesAreThoseOfPyTorch(t *testing.T) {
	f := readFixture(t)
	for _, c := range f.Cases {
		for set := kernel.Portable; set <= kernel.Best(); set++ {
			config := Default(f.State, f.Actions, 1)
			config.Hidden, config.LayerNorm, config.Batch = f.Hidden, c.LayerNorm, f.Rows
			config.Pessimism, config.Soft, config.ClipNorm = c.Pessimism, c.Soft, c.Clip
			config.ActorRate, config.CriticRate, config.Tau = 1e-3, 2e-3, 0.05
			config.Temperature.Start, config.Temperature.From, config.Temperature.To = math.Exp(-1), 0.4, 0.4
			a, err := New(config, 1, set)
			if err != nil {
				t.Fatal(err)
			}
			for i, net := range c.Start {
				copy(a.part(a.Params, i), f.flat(net))
			}
			a.Retarget()
			b := NewBatch(config, f.Rows)
			for i, want := range c.Trace {
				f.batch(c, i, b)
				m := a.Update(b)
				for name, pair := range map[string][2]float64{"critic loss": {m.Critic, want.Critic}, "actor loss": {m.Actor, want.Actor}, "alpha": {a.Alpha(), want.Alpha}} {
					if math.Abs(pair[0]-pair[1]) > 1e-5*math.Max(1, math.Abs(pair[1])) {
						t.Fatalf("%s, %s, update %d: %s is %.9g, PyTorch %s %.9g", c.Name, set, i, name, pair[0], f.Pytorch, pair[1])
					}
				}
			}
			nets := [][]float32{a.part(a.Params, 0), a.part(a.Params, 1), a.part(a.Params, 2), a.targets[0].Params, a.targets[1].Params}
			worst := 0.0
			for i, net := range c.End {
				for j, want := range f.flat(net) {
					worst = max(worst, math.Abs(float64(nets[i][j]-want))/math.Max(1, math.Abs(float64(want))))
				}
			}
			if worst > 1e-5 {
				t.Errorf("%s, %s: parameters differ by up to %.3g from PyTorch %s", c.Name, set, worst, f.Pytorch)
			}
			t.Logf("%s, %s: parameters within %.2g of PyTorch %s", c.Name, set, worst, f.Pytorch)
		}
	}
}
