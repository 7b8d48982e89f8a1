package coordinator_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/service/attestation"
)

// attested puts a gate before a hall, and gives every site software evidence.
func (h *hall) attested(policy attest.Policy) *attestation.Gate {
	h.t.Helper()
	verifiers := map[attest.Kind]attestation.Verifier{attest.Software: enclave.SoftwareVerifier{}}
	machine := func(name string) *enclave.SoftwareMachine {
		m, err := enclave.NewSoftwareMachine(filepath.Join(h.t.TempDir(), name), []byte("test"))
		if err != nil {
			h.t.Fatal(err)
		}
		return m
	}
	gate := attestation.New(attestation.Config{
		Policy: policy, Verifiers: verifiers, Machine: machine("coordinator"), Key: key(99).Public().(ed25519.PublicKey),
		Now: time.Now, Random: rand.Reader, Log: slog.New(slog.DiscardHandler),
	})
	h.cfg.Gate = gate
	for name, cfg := range h.sites {
		cfg.Prover = attestation.NewProver(attestation.ProverConfig{
			Site: name, Key: cfg.Key.Public().(ed25519.PublicKey), Machine: machine(name), Verifiers: verifiers,
			Policy: attest.Policy{Software: true}, Now: time.Now, Random: rand.Reader,
		})
		h.sites[name] = cfg
	}
	return gate
}

func TestAdmittedSitesTrainTogetherAndModelsAreForThemAlone(t *testing.T) {
	h := newHall(t, 5)
	gate := h.attested(attest.Policy{Software: true})
	h.start()
	if r := h.round(); r.State != federate.Final || r.Reason != "" {
		t.Fatalf("%+v", r)
	}
	sessions := gate.Sessions()
	if len(sessions) != 5 || sessions[0].Claims.Hardware || !strings.Contains(sessions[0].Reason, "no hardware") {
		t.Errorf("%+v", sessions)
	}
	// Who has seen the bus has seen no model: it went out under session keys.
	status := h.now.Status()
	raw, err := federate.Ask{Kind: federate.Model, Site: "site-0", Hash: status.Newest}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	answer, err := federate.DecodeAnswer(h.now.Handle(t.Context(), "", raw))
	if err != nil || answer.Kind != federate.Here {
		t.Fatalf("%+v %v", answer, err)
	}
	if hash := federate.HashModel(answer.Body); attest.Hex(hash[:]) == status.Newest {
		t.Error("a model went out in the clear")
	}
}

func TestASiteWithoutEvidenceIsNotEnrolled(t *testing.T) {
	h := newHall(t, 5)
	h.attested(attest.Policy{Software: true})
	for name, cfg := range h.sites {
		if name == "site-3" {
			cfg.Prover = nil
			h.sites[name] = cfg
		}
	}
	h.start()
	raw, err := federate.Ask{
		Kind: federate.Enrol, Site: "site-3", Key: h.sites["site-3"].Key.Public().(ed25519.PublicKey),
		Body: federate.SignEnrolment("site-3", h.sites["site-3"].Key),
	}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	answer, err := federate.DecodeAnswer(h.now.Handle(t.Context(), "", raw))
	if err != nil || answer.Kind != federate.Refused || !strings.Contains(answer.Text, "has shown no evidence") {
		t.Errorf("%+v %v", answer, err)
	}
}

func TestSoftwareEvidenceIsRefusedWherePolicyAsksForHardware(t *testing.T) {
	h := newHall(t, 1)
	gate := h.attested(attest.Policy{Rules: []attest.Rule{{Kind: attest.SGX, Registers: map[string]string{"mrenclave": "aa"}}}})
	h.start()
	for deadline := time.Now().Add(time.Minute); len(gate.Refusals()) == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("nobody was refused")
		}
	}
	if reason := gate.Refusals()["site-0"].Reason; !strings.Contains(reason, "asks for hardware") || len(gate.Sessions()) != 0 {
		t.Errorf("%s; sessions %+v", reason, gate.Sessions())
	}
}
