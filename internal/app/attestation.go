package app

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/google/go-configfs-tsm/configfs/linuxtsm"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/service/attestation"
)

// attester is what this process shows and asks of evidence.
type attester struct {
	machine   attestation.Machine
	verifiers map[attest.Kind]attestation.Verifier
	policy    attest.Policy
}

// newAttester reads rules and collateral, and finds the machine that this
// program runs in. dir is where the key of software evidence is.
func newAttester(cfg config.Attestation, dir string) (*attester, error) {
	a := &attester{policy: attest.Policy{Software: cfg.Ask == config.AskSoftware}}
	if cfg.Policy != "" {
		raw, err := os.ReadFile(cfg.Policy)
		if err == nil {
			err = json.Unmarshal(raw, &a.policy)
		}
		if err != nil {
			return nil, fmt.Errorf("federation.attestation.policy: %w", err)
		}
		if a.policy.Software && cfg.Ask == config.AskHardware {
			return nil, fmt.Errorf("federation.attestation.policy: %s admits software, and federation.attestation.ask is hardware: decide which", cfg.Policy)
		}
	}
	var err error
	if a.verifiers, err = verifiersOf(cfg.Collateral); err != nil {
		return nil, fmt.Errorf("federation.attestation.collateral: %w", err)
	}
	a.machine, err = machineOf(cfg, dir)
	return a, err
}

func machineOf(cfg config.Attestation, dir string) (attestation.Machine, error) {
	switch cfg.Machine {
	case config.MachineSGX:
		return &enclave.SGXMachine{Dir: "/dev/attestation"}, nil
	case config.MachineTDX, config.MachineSNP:
		client, err := linuxtsm.MakeClient()
		if err != nil {
			return nil, fmt.Errorf("federation.attestation.machine %s: is this a confidential guest with configfs mounted? %w", cfg.Machine, err)
		}
		m := &enclave.GuestMachine{Kind: attest.TDX, Client: client}
		if cfg.Machine == config.MachineSNP {
			m.Kind = attest.SNP
			if m.VCEK, err = os.ReadFile(filepath.Join(cfg.Collateral, "vcek.der")); err != nil {
				return nil, fmt.Errorf("federation.attestation.machine sev-snp: the chip's certificate has to lie beside the collateral: %w", err)
			}
		}
		return m, nil
	}
	program, err := ownProgram()
	if err != nil {
		return nil, err
	}
	return enclave.NewSoftwareMachine(filepath.Join(dir, "attestation.key"), program)
}

// ownProgram is the hash of this very program's file, as it says of itself.
func ownProgram() ([]byte, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find this program's file: %w", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read this program's file: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, fmt.Errorf("read this program's file: %w", err)
	}
	return h.Sum(nil), nil
}

// verifiersOf are the kinds that can be checked with what is in a folder:
// sgx/tcb_info.json, sgx/qe_identity.json, sgx/signing.pem, sgx/root.crl and
// sgx/platform.crl; tdx.json and sev-snp.json are bundles.
func verifiersOf(folder string) (map[attest.Kind]attestation.Verifier, error) {
	all := map[attest.Kind]attestation.Verifier{attest.Software: enclave.SoftwareVerifier{}}
	if folder == "" {
		return all, nil
	}
	var failed []error
	read := func(name string) []byte {
		raw, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			failed = append(failed, err)
		}
		return raw
	}
	bundle := func(name string) enclave.Bundle {
		raw := read(name)
		if raw == nil {
			return nil
		}
		b, err := enclave.ReadBundle(raw)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", name, err))
		}
		return b
	}
	sgx := enclave.Collateral{
		TCBInfo: read("sgx/tcb_info.json"), QEIdentity: read("sgx/qe_identity.json"), Signing: read("sgx/signing.pem"),
		RootCRL: read("sgx/root.crl"), PlatformCA: read("sgx/platform.crl"),
	}
	if sgx.TCBInfo != nil {
		all[attest.SGX] = enclave.SGXVerifier{Root: enclave.IntelRoot(), Collateral: sgx}
	}
	if b := bundle("tdx.json"); b != nil {
		all[attest.TDX] = enclave.TDXVerifier{Bundle: b}
	}
	if b := bundle("sev-snp.json"); b != nil {
		all[attest.SNP] = enclave.SNPVerifier{Bundle: b}
	}
	return all, errors.Join(failed...)
}

// gate is the coordinator's.
func (a *attester) gate(key ed25519.PublicKey, log *slog.Logger) *attestation.Gate {
	return attestation.New(attestation.Config{
		Policy: a.policy, Verifiers: a.verifiers, Machine: a.machine, Key: key, Now: time.Now, Random: rand.Reader, Log: log,
	})
}

// prover is a site's.
func (a *attester) prover(site string, key ed25519.PublicKey) *attestation.Prover {
	return attestation.NewProver(attestation.ProverConfig{
		Site: site, Key: key, Machine: a.machine, Verifiers: a.verifiers, Policy: a.policy, Now: time.Now, Random: rand.Reader,
	})
}

// attestedSites are who is admitted by which evidence, and who was refused.
func attestedSites(gate *attestation.Gate) (all []report.AttestedSite) {
	for _, s := range gate.Sessions() {
		all = append(all, report.AttestedSite{
			Site: s.Site, Kind: string(s.Claims.Kind), Hardware: s.Claims.Hardware, Admitted: true, TCB: string(s.Claims.TCB),
			Measurements: s.Claims.Registers, Advisories: s.Claims.Advisories, Reason: s.Reason, At: s.Admitted, Expires: &s.Expires,
		})
	}
	for site, r := range gate.Refusals() {
		all = append(all, report.AttestedSite{Site: site, Measurements: map[string]string{}, Advisories: []string{}, Reason: r.Reason, At: r.At})
	}
	return all
}
