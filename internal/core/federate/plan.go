package federate

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

// Noise is day-level noise that each site adds while it trains; the number of its
// days is the site's own.
type Noise struct {
	Batch float64 `json:"batch_days"`
	Clip  float64 `json:"clip"`
	Sigma float64 `json:"sigma"`
	Steps int     `json:"steps"`
}

// Plan is what a round is agreed on beside the roster: every member signs its
// hash.
type Plan struct {
	Version   int               `json:"version"`
	Strategy  strategy.Settings `json:"strategy"`
	Clip      float64           `json:"clip"`       // of the Euclidean norm of an update
	Bits      int               `json:"bits"`       // of a quantised coordinate
	MaxWeight float64           `json:"max_weight"` // a site's weight counts up to this
	Steps     int               `json:"steps"`      // of local training
	Noise     *Noise            `json:"noise,omitempty"`
}

// Check refuses a plan that no round can be held by.
func (p Plan) Check() error {
	if p.Version != 1 {
		return fmt.Errorf("plan of version %d, this program knows 1", p.Version)
	}
	if _, err := strategy.New(p.Strategy); err != nil {
		return err
	}
	if !(p.MaxWeight > 0) || math.IsInf(p.MaxWeight, 0) || p.Steps < 1 {
		return fmt.Errorf("plan: weights up to %v and %d steps, want both positive", p.MaxWeight, p.Steps)
	}
	return p.quantiser().Check()
}

func (p Plan) quantiser() secagg.Quantiser { return secagg.Quantiser{Bits: p.Bits, Bound: p.Clip} }

// Encode is the canonical form.
func (p Plan) Encode() ([]byte, error) { return json.Marshal(p) }

// maxPlan is the most bytes of a plan.
const maxPlan = 4096

// DecodePlan reads a plan and its hash, and checks it.
func DecodePlan(raw []byte) (p Plan, hash [32]byte, err error) {
	if len(raw) > maxPlan {
		return p, hash, fmt.Errorf("plan: more than %d bytes", maxPlan)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		return p, hash, fmt.Errorf("plan: %w", err)
	}
	return p, sha256.Sum256(raw), p.Check()
}

// Coordinates is the length of the vector for a model of n parameters: the weight
// stands before them.
func Coordinates(n int) int { return n + 1 }

// Vector makes an update ready to be added: clipped, times the site's weight, with
// the weight before it, in whole numbers. So the weight is hidden as the update
// is.
func (p Plan) Vector(update []float32, weight float64, random io.Reader) (in secagg.Input, err error) {
	norm := strategy.Norm(update)
	if math.IsNaN(norm) || math.IsInf(norm, 0) {
		return in, errors.New("the update is no number: training diverged, and the site stays out of this round")
	}
	if !(weight > 0) {
		return in, fmt.Errorf("weight %v, want more than zero", weight)
	}
	share := min(1, weight/p.MaxWeight)
	scale := share
	if norm > p.Clip {
		scale *= p.Clip / norm
	}
	q := p.quantiser()
	if in, err = q.Encode(secagg.NewInput(Coordinates(len(update))), []float32{float32(p.Clip)}, share, random); err != nil {
		return in, err
	}
	return q.Encode(in, update, scale, random)
}

// Mean reads a sum of vectors: the weighted mean of the updates, and the sum of
// the weights.
func (p Plan) Mean(sum []uint32) (mean []float32, weight float64, err error) {
	x, err := p.quantiser().Decode(sum)
	if err != nil {
		return nil, 0, err
	}
	share := float64(x[0]) / p.Clip
	if !(share > 0) {
		return nil, 0, errors.New("the weights add up to nothing")
	}
	mean = make([]float32, len(x)-1)
	for i := range mean {
		mean[i] = float32(float64(x[i+1]) / share)
	}
	return mean, share * p.MaxWeight, nil
}

// EncodeModel is the form in which a model is hashed and sent: its parameters as
// little-endian 32-bit floats.
func EncodeModel(params []float32) []byte {
	out := make([]byte, 0, 4*len(params))
	for _, v := range params {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
	}
	return out
}

// DecodeModel reads a model and refuses one with a parameter that is no number.
func DecodeModel(raw []byte) ([]float32, error) {
	if len(raw) == 0 || len(raw)%4 != 0 {
		return nil, fmt.Errorf("model of %d bytes, want a multiple of 4", len(raw))
	}
	params := make([]float32, len(raw)/4)
	for i := range params {
		params[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
		if v := float64(params[i]); math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("model: parameter %d is no number", i)
		}
	}
	return params, nil
}

// HashModel names a model.
func HashModel(raw []byte) [32]byte { return sha256.Sum256(raw) }
