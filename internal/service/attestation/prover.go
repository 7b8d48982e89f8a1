package attestation

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/hpke"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// ProverConfig is what a Prover needs.
type ProverConfig struct {
	Site      string
	Key       ed25519.PublicKey // that signs what the site sends
	Machine   Machine
	Verifiers map[attest.Kind]Verifier
	Policy    attest.Policy // of the coordinator's evidence
	Now       func() time.Time
	Random    io.Reader
}

// Prover shows a site's evidence to a gate.
type Prover struct {
	cfg ProverConfig

	mu     sync.Mutex
	mine   []byte           // nonce that the gate's evidence has to be bound to
	seal   *ecdh.PrivateKey // of the proof that was shown last
	theirs []byte           // nonce of the gate
	secret []byte           // of the session
}

// NewProver is a prover that has shown nothing yet.
func NewProver(cfg ProverConfig) *Prover { return &Prover{cfg: cfg} }

// Begin is the nonce that a gate is asked with.
func (p *Prover) Begin() ([]byte, error) {
	nonce := make([]byte, nonceSize)
	if _, err := io.ReadFull(p.cfg.Random, nonce); err != nil {
		return nil, fmt.Errorf("attestation: draw a nonce: %w", err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.mine = nonce
	return nonce, nil
}

// Prove checks the evidence of a gate and makes the site's own. The sealing key
// is new each time.
func (p *Prover) Prove(ctx context.Context, body []byte) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var c challenge
	if err := json.Unmarshal(body, &c); err != nil {
		return nil, fmt.Errorf("attestation: the coordinator's answer: %w", err)
	}
	if len(c.Nonce) != nonceSize || len(c.Key) != ed25519.PublicKeySize || p.mine == nil {
		return nil, errors.New("attestation: the coordinator's answer has no nonce or key, or was not asked for")
	}
	verifier, ok := p.cfg.Verifiers[c.Evidence.Kind]
	if !ok {
		return nil, fmt.Errorf("attestation: the coordinator shows evidence of kind %q, which is not checked here", c.Evidence.Kind)
	}
	now := p.cfg.Now()
	claims, err := verifier.Verify(ctx, c.Evidence, now)
	if err != nil {
		return nil, fmt.Errorf("attestation of the coordinator: %w", err)
	}
	want := attest.Binding{Role: roleCoordinator, Participant: p.cfg.Site, Nonce: p.mine, SignKey: c.Key}
	p.mine = nil
	if d := p.cfg.Policy.Decide(claims, want, now); !d.Admitted {
		return nil, fmt.Errorf("attestation of the coordinator: %s", d.Reason)
	}
	seal, err := ecdh.X25519().GenerateKey(p.cfg.Random)
	if err != nil {
		return nil, fmt.Errorf("attestation: make a sealing key: %w", err)
	}
	own := attest.Binding{Role: roleSite, Participant: p.cfg.Site, Nonce: c.Nonce, SealKey: seal.PublicKey().Bytes(), SignKey: p.cfg.Key}
	evidence, err := p.cfg.Machine.Attest(ctx, own.ReportData())
	if err != nil {
		return nil, fmt.Errorf("attestation: %w", err)
	}
	p.seal, p.theirs = seal, c.Nonce
	return json.Marshal(proof{Nonce: c.Nonce, SealKey: own.SealKey, Evidence: evidence})
}

// Take opens the session key that an admission brought.
func (p *Prover) Take(sealed []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.seal == nil {
		return errors.New("attestation: an admission that was not asked for")
	}
	private, err := hpke.NewDHKEMPrivateKey(p.seal)
	if err != nil {
		return fmt.Errorf("attestation: %w", err)
	}
	secret, err := hpke.Open(private, hpke.HKDFSHA256(), hpke.AES256GCM(), releaseInfo(p.cfg.Site, p.theirs), sealed)
	if err != nil || len(secret) != secretSize {
		return errors.New("attestation: the session key was sealed to another key or changed on the way")
	}
	p.secret, p.seal = secret, nil
	return nil
}

// Unwrap opens what the gate wrapped for this site.
func (p *Prover) Unwrap(body []byte) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.secret == nil {
		return nil, errors.New("attestation: this site is not admitted yet")
	}
	c, err := sessionCipher(p.secret)
	if err != nil {
		return nil, err
	}
	plain, err := c.Open(nil, nil, body, []byte(p.cfg.Site))
	if err != nil {
		return nil, errors.New("attestation: what came was not wrapped in this session")
	}
	return plain, nil
}

func wrap(secret []byte, site string, body []byte) ([]byte, error) {
	c, err := sessionCipher(secret)
	if err != nil {
		return nil, err
	}
	return c.Seal(nil, nil, body, []byte(site)), nil
}

// sessionCipher is AES-256-GCM with nonces drawn for each message.
func sessionCipher(secret []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(secret)
	if err != nil {
		return nil, fmt.Errorf("attestation: session key: %w", err)
	}
	return cipher.NewGCMWithRandomNonce(block)
}
