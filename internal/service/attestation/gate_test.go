package attestation_test

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
	"github.com/pouw-dem/pouwdem/internal/service/attestation"
)

// box is a machine and a verifier of evidence that is its claims themselves.
type box struct{ claims attest.Claims }

func (b box) Attest(_ context.Context, data [64]byte) (attest.Evidence, error) {
	raw, err := json.Marshal(b.claims)
	return attest.Evidence{Kind: attest.SGX, Quote: append(data[:], raw...)}, err
}

func (box) Verify(_ context.Context, e attest.Evidence, _ time.Time) (c attest.Claims, err error) {
	if len(e.Quote) < 64 {
		return c, errors.New("too short")
	}
	err = json.Unmarshal(e.Quote[64:], &c)
	copy(c.ReportData[:], e.Quote)
	return c, err
}

var start = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

func good() box {
	return box{attest.Claims{
		Kind: attest.SGX, Hardware: true, Registers: map[string]string{"mrenclave": "aa"}, TCB: attest.UpToDate, Revocation: true,
		Collateral: start.AddDate(0, 1, 0),
	}}
}

func policy() attest.Policy {
	return attest.Policy{Rules: []attest.Rule{{Kind: attest.SGX, Registers: map[string]string{"mrenclave": "aa"}}}}
}

// pair is a gate and a site that wants in.
type pair struct {
	gate   *attestation.Gate
	prover *attestation.Prover
	key    ed25519.PublicKey
	now    *time.Time
}

func newPair(t *testing.T, coordinator, site box) pair {
	t.Helper()
	at := start
	now := func() time.Time { return at }
	verifiers := map[attest.Kind]attestation.Verifier{attest.SGX: box{}}
	mine, _, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	theirs, _, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return pair{
		gate: attestation.New(attestation.Config{
			Policy: policy(), Verifiers: verifiers, Machine: coordinator, Key: theirs, Now: now, Random: rand.Reader, Log: slog.New(slog.DiscardHandler),
		}),
		prover: attestation.NewProver(attestation.ProverConfig{
			Site: "pecos", Key: mine, Machine: site, Verifiers: verifiers, Policy: policy(), Now: now, Random: rand.Reader,
		}),
		key: mine, now: &at,
	}
}

func (p pair) prove(t *testing.T) ([]byte, error) {
	t.Helper()
	nonce, err := p.prover.Begin()
	if err != nil {
		t.Fatal(err)
	}
	challenge, err := p.gate.Challenge(t.Context(), "pecos", nonce)
	if err != nil {
		t.Fatal(err)
	}
	return p.prover.Prove(t.Context(), challenge)
}

func TestBothSidesShowEvidenceAndASessionKeyIsReleased(t *testing.T) {
	p := newPair(t, good(), good())
	shown, err := p.prove(t)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.gate.Admitted("pecos", p.key); err == nil {
		t.Error("admitted before it was")
	}
	sealed, err := p.gate.Admit(t.Context(), "pecos", p.key, shown)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.prover.Take(sealed); err != nil {
		t.Fatal(err)
	}
	wrapped, err := p.gate.Wrap("pecos", p.key, []byte("model"))
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := p.prover.Unwrap(wrapped); err != nil || string(plain) != "model" {
		t.Errorf("%q %v", plain, err)
	}
	wrapped[len(wrapped)-1] ^= 1
	if _, err := p.prover.Unwrap(wrapped); err == nil {
		t.Error("what was changed on the way was opened")
	}
	*p.now = start.Add(25 * time.Hour)
	if err := p.gate.Admitted("pecos", p.key); err == nil || !strings.Contains(err.Error(), "ended") {
		t.Errorf("after a day: %v", err)
	}
}

func TestEvidenceIsShownOnceAndInTime(t *testing.T) {
	p := newPair(t, good(), good())
	shown, err := p.prove(t)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.gate.Admit(t.Context(), "pecos", p.key, shown); err != nil {
		t.Fatal(err)
	}
	if _, err := p.gate.Admit(t.Context(), "pecos", p.key, shown); err == nil || !strings.Contains(err.Error(), "used before") {
		t.Errorf("replayed: %v", err)
	}
	late, err := p.prove(t)
	if err != nil {
		t.Fatal(err)
	}
	*p.now = start.Add(2 * time.Minute)
	if _, err := p.gate.Admit(t.Context(), "pecos", p.key, late); err == nil || !strings.Contains(err.Error(), "older than a minute") {
		t.Errorf("late: %v", err)
	}
	// A coordinator that was restarted knows no nonce, and so takes none.
	fresh := newPair(t, good(), good())
	old, err := p.prove(t)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fresh.gate.Admit(t.Context(), "pecos", p.key, old); err == nil {
		t.Error("evidence for a nonce of before the restart was taken")
	}
}

func TestEvidenceIsBoundToItsSiteAndKey(t *testing.T) {
	for what, c := range map[string]func(p pair, shown []byte) error{
		"another site": func(p pair, shown []byte) error {
			_, err := p.gate.Admit(context.Background(), "webb", p.key, shown)
			return err
		},
		"another key": func(p pair, shown []byte) error {
			other, _, _ := ed25519.GenerateKey(rand.Reader)
			_, err := p.gate.Admit(context.Background(), "pecos", other, shown)
			return err
		},
		"another sealing key": func(p pair, shown []byte) error {
			var proof map[string]json.RawMessage
			_ = json.Unmarshal(shown, &proof)
			proof["seal_key"], _ = json.Marshal(make([]byte, 32))
			changed, _ := json.Marshal(proof)
			_, err := p.gate.Admit(context.Background(), "pecos", p.key, changed)
			return err
		},
	} {
		t.Run(what, func(t *testing.T) {
			p := newPair(t, good(), good())
			shown, err := p.prove(t)
			if err != nil {
				t.Fatal(err)
			}
			if err := c(p, shown); err == nil {
				t.Error("taken")
			}
			if refused := p.gate.Refusals(); len(refused) != 1 {
				t.Errorf("refusals: %v", refused)
			}
		})
	}
}

func TestACoordinatorThatPolicyDoesNotTakeGetsNoEvidence(t *testing.T) {
	wrong := good()
	wrong.claims.Registers = map[string]string{"mrenclave": "bb"}
	if _, err := newPair(t, wrong, good()).prove(t); err == nil || !strings.Contains(err.Error(), "attestation of the coordinator") {
		t.Error(err)
	}
	// Its evidence for one site is none for another: the nonce is the site's own.
	p := newPair(t, good(), good())
	nonce, _ := p.prover.Begin()
	challenge, err := p.gate.Challenge(t.Context(), "webb", nonce)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.prover.Prove(t.Context(), challenge); err == nil {
		t.Error("evidence for another site was taken")
	}
}

func TestAPolicyThatNoLongerAdmitsEndsSessionsAtOnce(t *testing.T) {
	p := newPair(t, good(), good())
	shown, err := p.prove(t)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.gate.Admit(t.Context(), "pecos", p.key, shown); err != nil {
		t.Fatal(err)
	}
	if n := len(p.gate.Sessions()); n != 1 {
		t.Fatalf("%d sessions", n)
	}
	p.gate.SetPolicy(attest.Policy{Rules: []attest.Rule{{Kind: attest.SGX, Registers: map[string]string{"mrenclave": "cc"}}}})
	if err := p.gate.Admitted("pecos", p.key); err == nil {
		t.Error("the measurement was taken off the list, and its session goes on")
	}
	if n := len(p.gate.Sessions()); n != 0 {
		t.Errorf("%d sessions", n)
	}
}

func FuzzProof(f *testing.F) {
	f.Add([]byte(`{"nonce":"AA==","seal_key":"AA==","evidence":{"kind":"sgx-dcap","quote":""}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		p := newPair(t, good(), good())
		if _, err := p.gate.Admit(t.Context(), "pecos", p.key, body); err == nil {
			t.Error("a nonce that was never asked with was taken")
		}
		if _, err := p.prover.Prove(t.Context(), body); err == nil {
			t.Error("an answer that was never asked for was taken")
		}
	})
}
