package enclave_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-configfs-tsm/configfs/configfsi"
	"github.com/google/go-configfs-tsm/configfs/faketsm"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

func software(t *testing.T) *enclave.SoftwareMachine {
	t.Helper()
	m, err := enclave.NewSoftwareMachine(filepath.Join(t.TempDir(), "keys", "attest"), []byte("pouwdem v1"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSoftwareEvidenceSaysThatNoHardwareVouchesForIt(t *testing.T) {
	m, data := software(t), attest.Binding{Role: "site", Nonce: []byte("n")}.ReportData()
	e, err := m.Attest(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(e.Quote, []byte("SOFTWARE-NOT-ATTESTED\n")) {
		t.Errorf("it begins with %q", e.Quote[:22])
	}
	c, err := enclave.SoftwareVerifier{}.Verify(t.Context(), e, time.Now())
	if err != nil || c.Hardware || c.Kind != attest.Software || c.ReportData != data {
		t.Errorf("%+v %v", c, err)
	}
	for i := range e.Quote {
		e.Quote[i] ^= 1
		if _, err := (enclave.SoftwareVerifier{}).Verify(t.Context(), e, time.Now()); err == nil {
			t.Fatalf("byte %d was changed, and it verified", i)
		}
		e.Quote[i] ^= 1
	}
}

func TestASoftwareKeyIsKeptForItsOwnerAlone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "attest")
	first, err := enclave.NewSoftwareMachine(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := first.Seal(t.Context(), "shares", []byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := enclave.NewSoftwareMachine(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := again.Unseal(t.Context(), "shares", sealed); err != nil || string(plain) != "secret" {
		t.Errorf("%q %v", plain, err)
	}
	if _, err := again.Unseal(t.Context(), "other", sealed); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("under another name: %v", err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if err := os.WriteFile(file, []byte("short"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := enclave.NewSoftwareMachine(file, nil); err == nil || !strings.Contains(err.Error(), "remove it") {
		t.Error(err)
	}
}

// gramine is the folder that Gramine shows inside an enclave.
func gramine(t *testing.T) string {
	dir := t.TempDir()
	for name, body := range map[string]string{"quote": "the quote", "user_report_data": "", "keys/_sgx_mrenclave": "0123456789abcdef"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestGraminesFilesAreEvidenceAndSealingKey(t *testing.T) {
	dir := gramine(t)
	m := &enclave.SGXMachine{Dir: dir}
	data := attest.Binding{Role: "site"}.ReportData()
	e, err := m.Attest(t.Context(), data)
	if err != nil || string(e.Quote) != "the quote" || e.Kind != attest.SGX {
		t.Errorf("%+v %v", e, err)
	}
	if written, _ := os.ReadFile(filepath.Join(dir, "user_report_data")); !bytes.Equal(written, data[:]) {
		t.Errorf("report data %x", written)
	}
	sealed, err := m.Seal(t.Context(), "a", []byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := m.Unseal(t.Context(), "a", sealed); err != nil || string(plain) != "secret" {
		t.Errorf("%q %v", plain, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "keys", "_sgx_mrenclave"), []byte("fedcba9876543210"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Unseal(t.Context(), "a", sealed); err == nil {
		t.Error("another program opened it")
	}
	if _, err := (&enclave.SGXMachine{Dir: t.TempDir() + "/none"}).Attest(t.Context(), data); err == nil || !strings.Contains(err.Error(), "gramine-sgx") {
		t.Error(err)
	}
}

func TestAGuestsReportComesFromItsKernel(t *testing.T) {
	data := attest.Binding{Role: "site"}.ReportData()
	client := &faketsm.Client{Subsystems: map[string]configfsi.Client{"report": faketsm.ReportV7(0)}}
	m := &enclave.GuestMachine{Kind: attest.SNP, Client: client, VCEK: []byte("certificate")}
	e, err := m.Attest(t.Context(), data)
	if err != nil || e.Kind != attest.SNP || string(e.Aux) != "certificate" || !strings.Contains(string(e.Quote), attest.Hex(data[:8])) {
		t.Errorf("%+v %v", e, err)
	}
	if _, err := m.Seal(t.Context(), "a", nil); err == nil || !strings.Contains(err.Error(), "no sealing key") {
		t.Errorf("a guest without a key sealed: %v", err)
	}
}
