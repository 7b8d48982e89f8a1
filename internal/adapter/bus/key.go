package bus

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nkeys"
)

// Key is a private key of the bus (an Ed25519 seed in NATS' encoding). It proves
// itself by signing what the server draws, and never travels.
type Key struct {
	pair   nkeys.KeyPair
	public string
}

// NewKey draws a key.
func NewKey() (Key, error) {
	pair, err := nkeys.CreateUser()
	if err != nil {
		return Key{}, fmt.Errorf("make a bus key: %w", err)
	}
	seed, err := pair.Seed()
	if err != nil {
		return Key{}, fmt.Errorf("make a bus key: %w", err)
	}
	return ParseKey(string(seed))
}

// OwnKey is the key of a role in dir, made at the first call.
func OwnKey(dir, role string) (Key, error) {
	path := filepath.Join(dir, role+".nk")
	k, err := ReadKey(path)
	if !errors.Is(err, os.ErrNotExist) {
		return k, err
	}
	if k, err = NewKey(); err == nil {
		err = k.write(path)
	}
	if err != nil {
		return Key{}, fmt.Errorf("bus key of %s: %w", role, err)
	}
	return k, nil
}

// write keeps the key in a file that its owner alone reads, whole or not at all.
func (k Key) write(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make the folder of a bus key: %w", err)
	}
	seed, err := k.pair.Seed()
	if err == nil {
		err = os.WriteFile(path+".new", append(seed, '\n'), 0o600)
	}
	if err == nil {
		err = os.Rename(path+".new", path)
	}
	if err != nil {
		return fmt.Errorf("write bus key: %w", err)
	}
	return nil
}

// ReadKey reads a key from a file.
func ReadKey(path string) (Key, error) {
	seed, err := os.ReadFile(path)
	if err != nil {
		return Key{}, fmt.Errorf("read bus key: %w", err)
	}
	return ParseKey(string(seed))
}

// ParseKey reads a key, or a token to join with.
func ParseKey(seed string) (Key, error) {
	pair, err := nkeys.FromSeed([]byte(strings.TrimSpace(seed)))
	if err != nil {
		return Key{}, errors.New("bus key: it is no seed of a user's nkey")
	}
	public, err := pair.PublicKey()
	if err != nil || !nkeys.IsValidPublicUserKey(public) {
		return Key{}, errors.New("bus key: it is no seed of a user's nkey")
	}
	return Key{pair, public}, nil
}

// Public is the half that others may know.
func (k Key) Public() string { return k.public }

// Token is the key in the open, to be handed over once.
func (k Key) Token() (string, error) {
	seed, err := k.pair.Seed()
	if err != nil {
		return "", fmt.Errorf("bus key: %w", err)
	}
	return string(seed), nil
}

func (k Key) option() nats.Option { return nats.Nkey(k.public, k.pair.Sign) }
