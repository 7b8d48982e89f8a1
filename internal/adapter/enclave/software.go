package enclave

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// SoftwareMachine stands where there is no hardware: it signs with a key in a
// file and says so in the first line of its evidence. It proves nothing to
// anybody who does not trust this computer.
type SoftwareMachine struct {
	key     ed25519.PrivateKey
	program [32]byte // hash of what runs, as it says of itself
}

// softwareMark begins software evidence, so that nobody takes it for more.
const softwareMark = "SOFTWARE-NOT-ATTESTED\n"

// NewSoftwareMachine takes its key from a file, which it makes the first time.
// program names what runs.
func NewSoftwareMachine(file string, program []byte) (*SoftwareMachine, error) {
	seed, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		seed = make([]byte, ed25519.SeedSize)
		if _, err := rand.Read(seed); err != nil {
			return nil, fmt.Errorf("draw the key of software evidence: %w", err)
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return nil, fmt.Errorf("keep the key of software evidence: %w", err)
		}
		err = os.WriteFile(file, seed, 0o600)
	}
	if err != nil {
		return nil, fmt.Errorf("key of software evidence: %w", err)
	}
	if len(seed) != ed25519.SeedSize {
		return nil, fmt.Errorf("key of software evidence in %s: %d bytes, want %d; remove it to make a new one", file, len(seed), ed25519.SeedSize)
	}
	return &SoftwareMachine{key: ed25519.NewKeyFromSeed(seed), program: sha256.Sum256(program)}, nil
}

// Attest signs report data.
func (m *SoftwareMachine) Attest(_ context.Context, data [64]byte) (attest.Evidence, error) {
	body := append([]byte(softwareMark), m.program[:]...)
	body = append(body, data[:]...)
	body = append(body, m.key.Public().(ed25519.PublicKey)...)
	return attest.Evidence{Kind: attest.Software, Quote: append(body, ed25519.Sign(m.key, body)...)}, nil
}

// softwareSize is the size of software evidence.
const softwareSize = len(softwareMark) + 32 + 64 + ed25519.PublicKeySize + ed25519.SignatureSize

// SoftwareVerifier checks software evidence. Its claims say that no hardware
// vouches for them; policy refuses them unless it names them.
type SoftwareVerifier struct{}

// Verify checks that evidence was signed by the key that it names.
func (SoftwareVerifier) Verify(_ context.Context, e attest.Evidence, now time.Time) (attest.Claims, error) {
	if len(e.Quote) != softwareSize || !bytes.HasPrefix(e.Quote, []byte(softwareMark)) {
		return attest.Claims{}, errors.New("software evidence: not of its form")
	}
	rest := e.Quote[len(softwareMark):]
	program, data, key := rest[:32], rest[32:96], rest[96:128]
	if !ed25519.Verify(key, e.Quote[:softwareSize-ed25519.SignatureSize], e.Quote[softwareSize-ed25519.SignatureSize:]) {
		return attest.Claims{}, errors.New("software evidence: its signature is wrong")
	}
	return attest.Claims{
		Kind: attest.Software, Registers: map[string]string{"program": attest.Hex(program), "key": attest.Hex(key)},
		ReportData: [64]byte(data), TCB: attest.Unjudged, Advisories: []string{}, Collateral: now.AddDate(1, 0, 0),
	}, nil
}

// Seal encrypts what only this machine's key opens again, bound to a name.
func (m *SoftwareMachine) Seal(_ context.Context, name string, plain []byte) ([]byte, error) {
	return sealWith(m.key.Seed(), name, plain)
}

// Unseal opens what Seal made under the same name.
func (m *SoftwareMachine) Unseal(_ context.Context, name string, sealed []byte) ([]byte, error) {
	return unsealWith(m.key.Seed(), name, sealed)
}

// box is AES-256-GCM under a key that is derived for sealing alone.
func box(secret []byte) (cipher.AEAD, error) {
	key, err := hkdf.Key(sha256.New, secret, nil, "pouw-dem/seal/v1", 32)
	if err != nil {
		return nil, fmt.Errorf("derive the sealing key: %w", err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("derive the sealing key: %w", err)
	}
	return cipher.NewGCMWithRandomNonce(block)
}

func sealWith(secret []byte, name string, plain []byte) ([]byte, error) {
	b, err := box(secret)
	if err != nil {
		return nil, err
	}
	return b.Seal(nil, nil, plain, []byte(name)), nil
}

func unsealWith(secret []byte, name string, sealed []byte) ([]byte, error) {
	b, err := box(secret)
	if err != nil {
		return nil, err
	}
	plain, err := b.Open(nil, nil, sealed, []byte(name))
	if err != nil {
		return nil, fmt.Errorf("open what was sealed as %s: it was changed, or sealed by another program or machine", name)
	}
	return plain, nil
}
