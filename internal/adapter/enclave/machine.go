package enclave

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/google/go-configfs-tsm/configfs/configfsi"
	"github.com/google/go-configfs-tsm/report"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// SGXMachine is this program inside an SGX enclave that Gramine runs. Gramine
// shows attestation as files, so that the program is built as always. Source:
// Gramine, "Attestation and Secret Provisioning", the /dev/attestation interface.
type SGXMachine struct {
	Dir string // "/dev/attestation"

	mu sync.Mutex // report data is one file for all
}

// Attest has the quoting enclave sign report data.
func (m *SGXMachine) Attest(_ context.Context, data [64]byte) (attest.Evidence, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := os.WriteFile(filepath.Join(m.Dir, "user_report_data"), data[:], 0o600); err != nil {
		return attest.Evidence{}, fmt.Errorf("SGX evidence: is the program run by gramine-sgx, with remote attestation on? %w", err)
	}
	quote, err := os.ReadFile(filepath.Join(m.Dir, "quote"))
	if err != nil {
		return attest.Evidence{}, fmt.Errorf("SGX evidence: %w", err)
	}
	return attest.Evidence{Kind: attest.SGX, Quote: quote}, nil
}

// sealKey is bound to this very program (MRENCLAVE): another version does not
// open what this one sealed.
func (m *SGXMachine) sealKey() ([]byte, error) {
	key, err := os.ReadFile(filepath.Join(m.Dir, "keys", "_sgx_mrenclave"))
	if err != nil {
		return nil, fmt.Errorf("SGX sealing key: %w", err)
	}
	const least = 16
	if len(key) < least {
		return nil, fmt.Errorf("SGX sealing key: %d bytes, want at least %d", len(key), least)
	}
	return key, nil
}

// Seal encrypts what only this program on this machine opens again.
func (m *SGXMachine) Seal(_ context.Context, name string, plain []byte) ([]byte, error) {
	key, err := m.sealKey()
	if err != nil {
		return nil, err
	}
	return sealWith(key, name, plain)
}

// Unseal opens what Seal made under the same name.
func (m *SGXMachine) Unseal(_ context.Context, name string, sealed []byte) ([]byte, error) {
	key, err := m.sealKey()
	if err != nil {
		return nil, err
	}
	return unsealWith(key, name, sealed)
}

// GuestMachine is this program in a confidential guest (TDX or SEV-SNP), whose
// kernel shows reports under configfs.
type GuestMachine struct {
	Kind   attest.Kind
	Client configfsi.Client // of the kernel, or of a test
	VCEK   []byte           // SEV-SNP: the chip's certificate, DER, as the host or AMD's service gives it
}

// Attest has the machine sign report data.
func (m *GuestMachine) Attest(_ context.Context, data [64]byte) (attest.Evidence, error) {
	answer, err := report.Get(m.Client, &report.Request{InBlob: data[:]})
	if err != nil {
		return attest.Evidence{}, fmt.Errorf("evidence of the guest: is configfs-tsm there, and the kernel of 6.7 or later? %w", err)
	}
	e := attest.Evidence{Kind: m.Kind, Quote: answer.OutBlob}
	if m.Kind == attest.SNP {
		e.Aux = m.VCEK
	}
	return e, nil
}

// errNoSealing is told where a guest has no key of its own to seal with: TDX has
// none at all, and SEV-SNP's is not shown under configfs.
var errNoSealing = errors.New("this machine has no sealing key: keep secrets in a store that releases them to admitted programs")

// Seal is not possible.
func (m *GuestMachine) Seal(context.Context, string, []byte) ([]byte, error) {
	return nil, errNoSealing
}

// Unseal is not possible.
func (m *GuestMachine) Unseal(context.Context, string, []byte) ([]byte, error) {
	return nil, errNoSealing
}
