package enclave_test

import (
	"strings"
	"testing"
	"time"

	sevdata "github.com/google/go-sev-guest/verify/testdata"
	tdxtest "github.com/google/go-tdx-guest/testing"
	tdxdata "github.com/google/go-tdx-guest/testing/testdata"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// The quote of a Sapphire Rapids machine and Intel's collateral for it, as
// go-tdx-guest ships them for tests; they hold in July 2023.
var tdxAt = time.Date(2023, 7, 1, 1, 0, 0, 0, time.UTC)

func tdxBundle() enclave.Bundle {
	b := enclave.Bundle{}
	for url, r := range tdxtest.TestGetter.Responses {
		b[url] = enclave.Answer{Header: r.Header, Body: r.Body}
	}
	return b
}

// The sample collateral has no level that this machine reaches: all signatures
// hold, and it is refused for its firmware alone.
func TestATDXQuoteOfRealHardwareIsRefusedForItsFirmwareAlone(t *testing.T) {
	_, err := enclave.TDXVerifier{Bundle: tdxBundle()}.Verify(t.Context(), attest.Evidence{Kind: attest.TDX, Quote: tdxdata.RawQuote}, tdxAt)
	if err == nil || !strings.Contains(err.Error(), "no matching TCB level") {
		t.Error(err)
	}
}

func TestATDXQuoteIsRefused(t *testing.T) {
	flipped := append([]byte(nil), tdxdata.RawQuote...)
	flipped[200] ^= 4
	for what, c := range map[string]struct {
		quote  []byte
		bundle enclave.Bundle
		at     time.Time
		says   string
	}{
		"a flipped bit":       {flipped, tdxBundle(), tdxAt, "TDX evidence"},
		"no collateral":       {tdxdata.RawQuote, enclave.Bundle{}, tdxAt, "import it again"},
		"stale collateral":    {tdxdata.RawQuote, tdxBundle(), tdxAt.AddDate(1, 0, 0), "expired"},
		"nothing":             {nil, tdxBundle(), tdxAt, "TDX evidence"},
		"an SGX quote's size": {make([]byte, 4730), tdxBundle(), tdxAt, "TDX evidence"},
		"too much":            {make([]byte, attest.MostBytes+1), tdxBundle(), tdxAt, "more than"},
	} {
		t.Run(what, func(t *testing.T) {
			if _, err := (enclave.TDXVerifier{Bundle: c.bundle}).Verify(t.Context(), attest.Evidence{Quote: c.quote}, c.at); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want a refusal with %q", err, c.says)
			}
		})
	}
}

// The report of a Milan machine and its chip's certificate, as go-sev-guest ships
// them for tests.
var snpAt = time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)

func snpEvidence() attest.Evidence {
	return attest.Evidence{Kind: attest.SNP, Quote: append([]byte(nil), sevdata.AttestationBytes...), Aux: sevdata.VcekBytes}
}

func TestAnSNPReportOfRealHardwareIsVerified(t *testing.T) {
	c, err := enclave.SNPVerifier{}.Verify(t.Context(), snpEvidence(), snpAt)
	if err != nil {
		t.Fatal(err)
	}
	if c.TCB != attest.Unjudged || len(c.Registers["measurement"]) != 96 || len(c.Platform) != 128 || c.Revocation || c.Versions["microcode"] == 0 {
		t.Errorf("%+v", c)
	}
}

func TestAnSNPReportIsRefused(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*attest.Evidence)
		bundle enclave.Bundle
		says   string
	}{
		"a flipped bit":          {change: func(e *attest.Evidence) { e.Quote[0x90] ^= 1 }, says: "SEV-SNP evidence"},
		"no certificate":         {change: func(e *attest.Evidence) { e.Aux = nil }, says: "certificate of the chip"},
		"a byte more":            {change: func(e *attest.Evidence) { e.Quote = append(e.Quote, 0) }, says: "want 1184"},
		"a list that is no list": {change: func(*attest.Evidence) {}, bundle: enclave.Bundle{"https://kdsintf.amd.com/vcek/v1/Milan/crl": {Body: []byte("x")}}, says: "revocation list"},
	} {
		t.Run(what, func(t *testing.T) {
			e := snpEvidence()
			c.change(&e)
			if _, err := (enclave.SNPVerifier{Bundle: c.bundle}).Verify(t.Context(), e, snpAt); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want a refusal with %q", err, c.says)
			}
		})
	}
}
