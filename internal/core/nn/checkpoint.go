package nn

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
)

// A checkpoint file is: the magic, the header's length in four bytes (little
// endian), the header in JSON, each vector's numbers in the header's order as
// little-endian float32, and the SHA-256 of all before it.
const (
	magic       = "PDNN0001"
	headerMost  = 4 << 20
	vectorsMost = 1 << 28
)

// Feature is one input of a network: what enters is (value - Shift)·Scale,
// constants set before training.
type Feature struct {
	Name  string  `json:"name"`
	Shift float64 `json:"shift"`
	Scale float64 `json:"scale"`
}

// Vector is a named vector of a checkpoint.
type Vector struct {
	Name string    `json:"name"`
	Len  int       `json:"len"`
	Data []float32 `json:"-"`
}

// Header says what a checkpoint holds and where it comes from.
type Header struct {
	Kind     string           `json:"kind"`               // what reads it, as "dsac"
	Shapes   map[string]Shape `json:"shapes"`             // of the vectors that are networks
	Features []Feature        `json:"features,omitempty"` // the inputs, in order
	Actions  json.RawMessage  `json:"actions,omitempty"`  // what the outputs stand for
	Training json.RawMessage  `json:"training,omitempty"` // settings, period, seed
	State    json.RawMessage  `json:"state,omitempty"`    // what resuming needs beside the vectors
	DataHash string           `json:"data_hash"`          // hex SHA-256 of the training data
	Revision string           `json:"revision"`           // git, of the program that trained it
	Kernel   string           `json:"kernel"`             // the instruction set that it was trained with
	Vectors  []Vector         `json:"vectors"`
}

// Checkpoint is trained networks with all that is needed to use them, and, of
// a training that goes on, to resume it.
type Checkpoint struct {
	Header
	Sum [sha256.Size]byte // the file's checksum; set by Decode
}

// Add appends a vector.
func (c *Checkpoint) Add(name string, data []float32) {
	c.Vectors = append(c.Vectors, Vector{Name: name, Len: len(data), Data: data})
}

// Vector is the vector of a name.
func (c *Checkpoint) Vector(name string) ([]float32, error) {
	for _, v := range c.Vectors {
		if v.Name == name {
			return v.Data, nil
		}
	}
	return nil, fmt.Errorf("the checkpoint has no vector %q", name)
}

// Load fills a network of the checkpoint's shape with the vector of a name.
func (c *Checkpoint) Load(name string, into *Net) error {
	data, err := c.Vector(name)
	if err != nil {
		return err
	}
	shape, named := c.Shapes[name]
	if !named || shape.In != into.Shape.In || shape.Out != into.Shape.Out || shape.LayerNorm != into.Shape.LayerNorm ||
		!slices.Equal(shape.Hidden, into.Shape.Hidden) || len(data) != len(into.Params) {
		return fmt.Errorf("the checkpoint's %q has another shape than the network it is for", name)
	}
	copy(into.Params, data)
	return nil
}

// Encode is the checkpoint's file.
func (c *Checkpoint) Encode() ([]byte, error) {
	header, err := json.Marshal(c.Header)
	if err != nil {
		return nil, fmt.Errorf("encode a checkpoint's header: %w", err)
	}
	if len(header) > headerMost {
		return nil, fmt.Errorf("a checkpoint's header takes %d bytes, at most %d are read", len(header), headerMost)
	}
	file := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(header)))...) //nolint:gosec // bounded above
	file = append(file, header...)
	for _, v := range c.Vectors {
		for _, x := range v.Data {
			file = binary.LittleEndian.AppendUint32(file, math.Float32bits(x))
		}
	}
	sum := sha256.Sum256(file)
	return append(file, sum[:]...), nil
}

// Decode reads a checkpoint's file. It checks the checksum, that lengths and
// shapes agree, and that every number is finite.
func Decode(file []byte) (*Checkpoint, error) {
	header, rest, err := frame(file)
	if err != nil {
		return nil, fmt.Errorf("read a checkpoint: %w", err)
	}
	c := &Checkpoint{Sum: sha256.Sum256(file[:len(file)-sha256.Size])}
	if err := json.Unmarshal(header, &c.Header); err != nil {
		return nil, fmt.Errorf("read a checkpoint's header: %w", err)
	}
	for name, shape := range c.Shapes {
		if err := shape.Validate(); err != nil {
			return nil, fmt.Errorf("read a checkpoint: %q: %w", name, err)
		}
	}
	for i := range c.Vectors {
		if rest, err = c.Vectors[i].read(rest); err != nil {
			return nil, fmt.Errorf("read a checkpoint: %w", err)
		}
		if shape, ok := c.Shapes[c.Vectors[i].Name]; ok && shape.Params() != c.Vectors[i].Len {
			return nil, fmt.Errorf("read a checkpoint: %q has %d numbers, its shape %d", c.Vectors[i].Name, c.Vectors[i].Len, shape.Params())
		}
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("read a checkpoint: %d bytes follow its last vector", len(rest))
	}
	return c, nil
}

// frame cuts a file into its header and its vectors' bytes.
func frame(file []byte) (header, vectors []byte, err error) {
	const start = len(magic) + 4
	if len(file) < start+sha256.Size || string(file[:len(magic)]) != magic {
		return nil, nil, errors.New("it is no checkpoint of this program, or of another version")
	}
	body, sum := file[:len(file)-sha256.Size], file[len(file)-sha256.Size:]
	if want := sha256.Sum256(body); !bytes.Equal(sum, want[:]) {
		return nil, nil, errors.New("its checksum does not hold: the file is damaged, fetch it again")
	}
	length := binary.LittleEndian.Uint32(file[len(magic):start])
	if length > headerMost || int(length) > len(body)-start {
		return nil, nil, fmt.Errorf("its header claims %d bytes", length)
	}
	return body[start : start+int(length)], body[start+int(length):], nil
}

func (v *Vector) read(from []byte) (rest []byte, err error) {
	if v.Len < 0 || v.Len > vectorsMost || 4*v.Len > len(from) {
		return nil, fmt.Errorf("%q claims %d numbers, %d bytes are left", v.Name, v.Len, len(from))
	}
	v.Data = make([]float32, v.Len)
	for i := range v.Data {
		x := math.Float32frombits(binary.LittleEndian.Uint32(from[4*i:]))
		if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
			return nil, fmt.Errorf("%q: number %d is not finite", v.Name, i)
		}
		v.Data[i] = x
	}
	return from[4*v.Len:], nil
}
