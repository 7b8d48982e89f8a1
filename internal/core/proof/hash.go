package proof

import (
	"encoding/hex"
	"fmt"

	"golang.org/x/crypto/sha3"
)

// Hash is a Keccak-256 digest.
type Hash [32]byte

// Keccak is the Keccak-256 digest of the parts one after another, as
// keccak256(abi.encodePacked(...)) of byte strings gives it.
func Keccak(parts ...[]byte) Hash {
	d := sha3.NewLegacyKeccak256()
	for _, p := range parts {
		d.Write(p)
	}
	var h Hash
	d.Sum(h[:0])
	return h
}

// String is the digest in hexadecimal behind 0x.
func (h Hash) String() string { return "0x" + hex.EncodeToString(h[:]) }

// IsZero reports whether no digest has been set.
func (h Hash) IsZero() bool { return h == Hash{} }

// MarshalText writes [Hash.String].
func (h Hash) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what [Hash.String] writes.
func (h *Hash) UnmarshalText(text []byte) error {
	parsed, err := ParseHash(string(text))
	if err != nil {
		return err
	}
	*h = parsed
	return nil
}

// ParseHash reads 32 bytes in hexadecimal behind 0x.
func ParseHash(s string) (Hash, error) {
	raw, err := parseHex(s)
	if err != nil {
		return Hash{}, fmt.Errorf("hash %.80q: %w", s, err)
	}
	if len(raw) != len(Hash{}) {
		return Hash{}, fmt.Errorf("hash %.80q: has %d bytes, want %d", s, len(raw), len(Hash{}))
	}
	return Hash(raw), nil
}

func parseHex(s string) ([]byte, error) {
	if len(s) < 2 || s[:2] != "0x" {
		return nil, fmt.Errorf("want hexadecimal behind 0x")
	}
	raw, err := hex.DecodeString(s[2:])
	if err != nil {
		return nil, fmt.Errorf("want hexadecimal behind 0x: %w", err)
	}
	return raw, nil
}
