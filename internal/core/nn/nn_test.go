package nn_test

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/nn"
	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

func network(t testing.TB, shape nn.Shape, set kernel.Set, seed uint64) *nn.Net {
	t.Helper()
	n, err := nn.New(shape, set)
	if err != nil {
		t.Fatal(err)
	}
	n.Init(seeded(seed), 1)
	return n
}

// inputs is rows of random inputs, padded with zeros.
func inputs(rng *rand.Rand, shape nn.Shape, rows int) []float32 {
	x := make([]float32, rows*shape.Row())
	for r := range rows {
		for i := range shape.In {
			x[r*shape.Row()+i] = float32(rng.NormFloat64())
		}
	}
	return x
}

// reference is the network's forward pass of one row in float64, written from
// its definition.
func reference(shape nn.Shape, params []float64, x []float64) []float64 {
	widths := append(append([]int{shape.Row()}, shape.Hidden...), shape.OutRow())
	for layer := 1; layer < len(widths); layer++ {
		in, out := widths[layer-1], widths[layer]
		y := make([]float64, out)
		copy(y, params[in*out:])
		for i := range in {
			for j := range out {
				y[j] += x[i] * params[i*out+j]
			}
		}
		params = params[(in+1)*out:]
		if layer < len(widths)-1 {
			hidden(shape, y)
		}
		x = y
	}
	return x
}

func hidden(shape nn.Shape, y []float64) {
	if shape.LayerNorm {
		var mean, variance float64
		for _, v := range y {
			mean += v / float64(len(y))
		}
		for _, v := range y {
			variance += (v - mean) * (v - mean) / float64(len(y))
		}
		for i := range y {
			y[i] = (y[i] - mean) / math.Sqrt(variance+1e-5)
		}
	}
	for i := range y {
		y[i] = max(y[i], 0)
	}
}

func double(x []float32) []float64 {
	y := make([]float64, len(x))
	for i, v := range x {
		y[i] = float64(v)
	}
	return y
}

// TestGradientsAreThoseOfFiniteDifferences compares with central differences of
// the float64 definition.
func TestGradientsAreThoseOfFiniteDifferences(t *testing.T) {
	for _, layerNorm := range []bool{false, true} {
		shape := nn.Shape{In: 5, Hidden: []int{32, 16}, Out: 3, LayerNorm: layerNorm}
		for set := kernel.Portable; set <= kernel.Best(); set++ {
			const rows = 7
			rng := seeded(3)
			net := network(t, shape, set, 9)
			x, weight := inputs(rng, shape, rows), make([]float32, rows*shape.OutRow())
			for i := range weight {
				if i%shape.OutRow() < shape.Out {
					weight[i] = float32(rng.NormFloat64())
				}
			}
			tape := nn.NewTape(shape, rows)
			net.Forward(tape, x, rows)
			grad := make([]float32, len(net.Params))
			net.Backward(tape, weight, grad)
			loss := func(params []float64) (sum float64) {
				for r := range rows {
					y := reference(shape, params, double(x[r*shape.Row():(r+1)*shape.Row()]))
					for j, v := range y {
						sum += v * float64(weight[r*shape.OutRow()+j])
					}
				}
				return sum
			}
			params := double(net.Params)
			for range 200 {
				i := rng.IntN(len(params))
				const h = 1e-6
				was := params[i]
				params[i] = was + h
				up := loss(params)
				params[i] = was - h
				want := (up - loss(params)) / (2 * h)
				params[i] = was
				if got := float64(grad[i]); math.Abs(got-want) > 2e-4*(1+math.Abs(want)) {
					t.Fatalf("%s, layer norm %v: gradient %d is %g, differences give %g", set, layerNorm, i, got, want)
				}
			}
		}
	}
}

func TestParametersThatOnlyFillLanesStayZero(t *testing.T) {
	shape := nn.Shape{In: 3, Hidden: []int{16}, Out: 2, LayerNorm: true}
	net := network(t, shape, kernel.Best(), 1)
	tape, opt := nn.NewTape(shape, 4), nn.NewAdam(len(net.Params), nn.AdamRate(1e-2, 1), kernel.Best())
	grad, d := make([]float32, len(net.Params)), make([]float32, 4*shape.OutRow())
	for r := range 4 {
		d[r*shape.OutRow()], d[r*shape.OutRow()+1] = 1, -2
	}
	for range 5 {
		net.Forward(tape, inputs(seeded(2), shape, 4), 4)
		net.Backward(tape, d, grad)
		opt.Step(net.Params, grad)
	}
	for i, v := range net.Params {
		input, output := i/16, i%16
		first := i < 17*16 // rows of inputs, then the bias
		if first && input >= 3 && input < 16 && v != 0 {
			t.Fatalf("weight of missing input %d is %g", input, v)
		}
		if !first && output >= 2 && v != 0 {
			t.Fatalf("weight of missing output %d is %g", output, v)
		}
	}
}

func TestInferenceIsTheSameBitsInEverySetAndAgreesWithTraining(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := nn.Shape{
			In: rapid.IntRange(1, 60).Draw(t, "in"), Out: rapid.IntRange(1, 40).Draw(t, "out"),
			Hidden: []int{16 * rapid.IntRange(1, 8).Draw(t, "first"), 16 * rapid.IntRange(1, 8).Draw(t, "second")}, LayerNorm: rapid.Bool().Draw(t, "norm"),
		}
		seed := rapid.Uint64().Draw(t, "seed")
		x := inputs(seeded(seed), shape, 1)
		var want []float32
		for set := kernel.Portable; set <= kernel.Best(); set++ {
			net, err := nn.New(shape, set)
			if err != nil {
				t.Fatal(err)
			}
			net.Init(seeded(seed), 1)
			got := append([]float32(nil), net.Infer(nn.NewScratch(shape), x)...)
			if want == nil {
				want = got
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s: %s", set, diff)
			}
			for i, v := range net.Forward(nn.NewTape(shape, 1), x, 1) {
				if math.Abs(float64(v-got[i])) > 1e-4 {
					t.Fatalf("%s: training gives %g, inference %g", set, v, got[i])
				}
			}
		}
	})
}

// TestADecisionIsTheSameOnEveryMachine holds the bits of one inference, made on
// an AMD EPYC with AVX-512.
func TestADecisionIsTheSameOnEveryMachine(t *testing.T) {
	shape := nn.Shape{In: 20, Hidden: []int{48, 32}, Out: 5, LayerNorm: true}
	net := network(t, shape, kernel.Best(), 11)
	got := net.Infer(nn.NewScratch(shape), inputs(seeded(4), shape, 1))
	bits := make([]uint32, shape.Out)
	for i := range bits {
		bits[i] = math.Float32bits(got[i])
	}
	want := []uint32{3147904032, 1049008388, 1051374282, 1046583722, 1044862825}
	if diff := cmp.Diff(want, bits); diff != "" {
		t.Error(diff)
	}
}

func TestExpIsThatOfFloat64(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := float32(rapid.Float64Range(-86, 88).Draw(t, "x"))
		if got, want := float64(nn.Exp(x)), math.Exp(float64(x)); math.Abs(got/want-1) > 2e-7 {
			t.Fatalf("e^%g is %g, want %g", x, got, want)
		}
	})
	if nn.Exp(0) != 1 || nn.Exp(-1e9) != 0 {
		t.Errorf("e^0 is %g, e^-1e9 is %g", nn.Exp(0), nn.Exp(-1e9))
	}
}

func TestAdamFindsTheMinimumAndIgnoresAGradientThatIsNotFinite(t *testing.T) {
	params := make([]float32, 16)
	params[0], params[1] = 3, -4
	opt := nn.NewAdam(16, nn.AdamRate(0.05, 10), kernel.Best())
	grad := make([]float32, 16)
	for range 2000 {
		grad[0], grad[1] = params[0]-1, 2*(params[1]-2)
		opt.Step(params, grad)
	}
	if math.Abs(float64(params[0]-1)) > 1e-2 || math.Abs(float64(params[1]-2)) > 1e-2 {
		t.Errorf("stopped at %g, %g, want 1, 2", params[0], params[1])
	}
	before := append([]float32(nil), params...)
	grad[3] = float32(math.NaN())
	if norm := opt.Step(params, grad); !math.IsNaN(norm) || !cmp.Equal(before, params) {
		t.Errorf("a gradient of norm %g moved the parameters", norm)
	}
}

func checkpoint(t testing.TB) *nn.Checkpoint {
	shape := nn.Shape{In: 3, Hidden: []int{16}, Out: 2, LayerNorm: true}
	c := &nn.Checkpoint{Header: nn.Header{
		Kind: "dsac", Shapes: map[string]nn.Shape{"actor": shape}, DataHash: "aa", Revision: "bb", Kernel: "avx2",
		Features: []nn.Feature{{Name: "price", Shift: 30, Scale: 0.01}}, Actions: json.RawMessage(`["mine","off"]`),
	}}
	c.Add("actor", network(t, shape, kernel.Best(), 5).Params)
	return c
}

func TestACheckpointReadsBackAsItWasWritten(t *testing.T) {
	c := checkpoint(t)
	file, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := nn.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c.Header, back.Header); diff != "" {
		t.Error(diff)
	}
	net := network(t, c.Shapes["actor"], kernel.Portable, 6)
	if err := back.Load("actor", net); err != nil || !cmp.Equal(net.Params, c.Vectors[0].Data) {
		t.Errorf("loaded: %v", err)
	}
	other := network(t, nn.Shape{In: 3, Hidden: []int{32}, Out: 2}, kernel.Portable, 6)
	if err := back.Load("actor", other); err == nil {
		t.Error("parameters were loaded into a network of another shape")
	}
}

func TestADamagedCheckpointIsRefused(t *testing.T) {
	file, err := checkpoint(t).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for i := range file {
		damaged := bytes.Clone(file)
		damaged[i] ^= 1
		if _, err := nn.Decode(damaged); err == nil {
			t.Fatalf("a flipped bit in byte %d went unnoticed", i)
		}
		if _, err := nn.Decode(file[:i]); err == nil {
			t.Fatalf("a file cut at %d was read", i)
		}
	}
}

func TestACheckpointWithANumberThatIsNotFiniteIsRefused(t *testing.T) {
	c := checkpoint(t)
	c.Vectors[0].Data[7] = float32(math.Inf(1))
	file, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := nn.Decode(file); err == nil || !strings.Contains(err.Error(), "not finite") {
		t.Errorf("read: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	file, err := checkpoint(f).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add([]byte("PDNN0001"))
	f.Fuzz(func(t *testing.T, file []byte) {
		c, err := nn.Decode(nn.Sealed(file))
		if err != nil {
			return
		}
		again, err := c.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := nn.Decode(again)
		if err != nil {
			t.Fatalf("written again it does not read: %v", err)
		}
		if diff := cmp.Diff(c.Vectors, back.Vectors); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkInfer(b *testing.B) {
	for _, width := range []int{128, 256} {
		shape := nn.Shape{In: 48, Hidden: []int{width, width}, Out: 10, LayerNorm: true}
		net, scratch, x := network(b, shape, kernel.Best(), 1), nn.NewScratch(shape), inputs(seeded(1), shape, 1)
		b.Run(map[int]string{128: "128x128", 256: "256x256"}[width], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				net.Infer(scratch, x)
			}
		})
	}
}
