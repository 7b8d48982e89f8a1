package proof

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// EmptyRoot is the root of a batch without decisions.
func EmptyRoot() Hash { return Keccak([]byte("pouw-dem/empty-batch/v1")) }

// Batch is what goes on chain for one batch of decisions.
type Batch struct {
	ID       uint64 `json:"id"`       // dense, from 1
	Interval uint32 `json:"interval"` // the newest control interval it covers, see [IntervalNumber]
	Count    uint32 `json:"count"`    // of leaves
	Root     Hash   `json:"root"`
	DataHash Hash   `json:"data_hash"` // of the batch file, [Keccak]
}

// Commitment is what the contract keeps of the batch:
// keccak256(abi.encode(id, interval, count, root, dataHash)).
func (b Batch) Commitment() Hash {
	w := appendUint(nil, b.ID)
	w = appendUint(w, uint64(b.Interval))
	w = appendUint(w, uint64(b.Count))
	w = append(w, b.Root[:]...)
	return Keccak(append(w, b.DataHash[:]...))
}

// Fold is the head of the chain of batches after commitment:
// keccak256(abi.encode(head, commitment)).
func Fold(head, commitment Hash) Hash { return Keccak(head[:], commitment[:]) }

const (
	fileFormat = "pouw-dem/batch/v1"
	// largestFile bounds what is parsed: 100,000 decisions of about 1.3 kB.
	largestFile = 256 << 20
)

// Entry is a decision in a batch file, in the order of the links.
type Entry struct {
	Site    string `json:"site"`
	Key     string `json:"key"`
	Encoded string `json:"encoded"` // the tuple's ABI encoding, hexadecimal behind 0x
}

// Missing is a site without a decision about the batch's interval.
type Missing struct {
	Site   string `json:"site"`
	Reason string `json:"reason"`
}

// File is the whole of a batch: everything that its root commits.
type File struct {
	Format   string    `json:"format"`
	ID       uint64    `json:"id"`
	Interval uint32    `json:"interval"`
	Entries  []Entry   `json:"decisions"`
	Missing  []Missing `json:"missing"`
}

// NewEntry is the file's entry of a decision.
func NewEntry(site, key string, d Decision) Entry {
	return Entry{Site: site, Key: key, Encoded: "0x" + hex.EncodeToString(d.Encode())}
}

// Decision is the entry's leaf, checked against the names beside it.
func (e Entry) Decision() (Decision, error) {
	raw, err := parseHex(e.Encoded)
	if err != nil {
		return Decision{}, fmt.Errorf("decision %s of %s: %w", e.Key, e.Site, err)
	}
	d, err := DecodeDecision(raw)
	if err != nil {
		return Decision{}, fmt.Errorf("decision %s of %s: %w", e.Key, e.Site, err)
	}
	if d.Site != SiteNumber(e.Site) || d.Key != Keccak([]byte(e.Key)) {
		return Decision{}, fmt.Errorf("decision %s of %s: its leaf is that of another", e.Key, e.Site)
	}
	return d, nil
}

// Seal is the canonical bytes of a batch file and the batch that they make. The
// entries must be linked.
func Seal(f File) (Batch, []byte, error) {
	f.Format = fileFormat
	if f.Entries == nil {
		f.Entries = []Entry{}
	}
	if f.Missing == nil {
		f.Missing = []Missing{}
	}
	tree, err := f.Tree()
	if err != nil && !errors.Is(err, ErrNoLeaves) {
		return Batch{}, nil, err
	}
	raw, err := json.Marshal(f)
	if err != nil {
		return Batch{}, nil, fmt.Errorf("encode batch file: %w", err)
	}
	b := Batch{ID: f.ID, Interval: f.Interval, Count: uint32(len(f.Entries)), Root: EmptyRoot(), DataHash: Keccak(raw)}
	if tree != nil {
		b.Root = tree.Root()
	}
	return b, raw, nil
}

// Tree is the tree of the file's decisions, whose links are checked;
// [ErrNoLeaves] where there are none.
func (f File) Tree() (*Tree, error) {
	decisions := make([]Decision, 0, len(f.Entries))
	leaves := make([]Hash, 0, len(f.Entries))
	for _, e := range f.Entries {
		d, err := e.Decision()
		if err != nil {
			return nil, err
		}
		decisions, leaves = append(decisions, d), append(leaves, d.Leaf())
	}
	linked, err := Link(decisions)
	if err != nil {
		return nil, err
	}
	for i := range linked {
		if linked[i] != decisions[i] {
			return nil, fmt.Errorf("decision %s of %s: its links contradict its place", f.Entries[i].Key, f.Entries[i].Site)
		}
	}
	return NewTree(leaves)
}

// ParseFile reads a batch file and recomputes its batch, whatever it claims.
// Bytes that [Seal] would not have written are an error.
func ParseFile(raw []byte) (File, Batch, error) {
	var f File
	if err := decodeStrict(raw, largestFile, &f); err != nil {
		return File{}, Batch{}, fmt.Errorf("batch file: %w", err)
	}
	if f.Format != fileFormat {
		return File{}, Batch{}, fmt.Errorf("batch file: format %.40q is not known to this program, want %s", f.Format, fileFormat)
	}
	b, again, err := Seal(f)
	if err != nil {
		return File{}, Batch{}, fmt.Errorf("batch file: %w", err)
	}
	if !bytes.Equal(raw, again) {
		return File{}, Batch{}, errors.New("batch file: is not in canonical form")
	}
	return f, b, nil
}

func decodeStrict(raw []byte, most int, v any) error {
	if len(raw) > most {
		return fmt.Errorf("has %d bytes, more than %d", len(raw), most)
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return fmt.Errorf("not as expected: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the end")
	}
	return nil
}
