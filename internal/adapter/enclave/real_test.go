package enclave_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// vectors are quotes and collateral of real hardware, made public by Oasis
// (oasis-core, go/common/sgx/pcs/testdata), which hold at this moment.
var vectorsAt = time.Unix(1671497404, 0)

func vector(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("../../../../shared/data/attestation/" + name)
	if err != nil {
		t.Skip("quotes of real hardware are not here: ", err)
	}
	return raw
}

func realVerifier(t testing.TB) enclave.SGXVerifier {
	return enclave.SGXVerifier{Root: enclave.IntelRoot(), Collateral: enclave.Collateral{
		TCBInfo: vector(t, "tcb_info_v3_fmspc_00606A000000.json"), QEIdentity: vector(t, "qe_identity_v2.json"),
		Signing: vector(t, "tcb_info_v3_fmspc_00606A000000_certs.pem"),
	}}
}

func TestAQuoteOfRealHardwareIsVerified(t *testing.T) {
	quote := vector(t, "quote_v3_ecdsa_p256_pck_chain.bin")
	c, err := realVerifier(t).Verify(t.Context(), attest.Evidence{Kind: attest.SGX, Quote: quote}, vectorsAt)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(c.Registers["mrenclave"], "68823bc6") || c.TCB != attest.SWHardening || c.Platform != "00606A000000" ||
		strings.Join(c.Advisories, " ") != "INTEL-SA-00615 INTEL-SA-00657" || !c.Hardware || c.Evaluation != 13 || c.Revocation {
		t.Errorf("%+v", c)
	}
}

func TestEvidenceOfRealHardwareIsRefusedWhereItMustBe(t *testing.T) {
	quote := vector(t, "quote_v3_ecdsa_p256_pck_chain.bin")
	for what, c := range map[string]struct {
		quote  []byte
		change func(*enclave.SGXVerifier)
		at     time.Time
		says   string
	}{
		"an encrypted platform id": {quote: vector(t, "quote_v3_ecdsa_p256_eppid.bin"), at: vectorsAt, says: "not supported"},
		"stale collateral":         {quote: quote, at: vectorsAt.Add(60 * 24 * time.Hour), says: "import a current one"},
		"collateral of the future": {quote: quote, at: vectorsAt.Add(-5 * 24 * time.Hour), says: "holds from"},
		"a signer that is not Intel's": {quote: quote, at: vectorsAt, says: "collateral", change: func(v *enclave.SGXVerifier) {
			v.Collateral.Signing = vector(t, "tcb_info_v3_fmspc_00606A000000_certs_bad.pem")
		}},
		"documents exchanged":      {quote: quote, at: vectorsAt, says: "tcbInfo", change: func(v *enclave.SGXVerifier) { v.Collateral.TCBInfo = v.Collateral.QEIdentity }},
		"nothing to check against": {quote: quote, at: vectorsAt, says: "collateral", change: func(v *enclave.SGXVerifier) { v.Collateral = enclave.Collateral{} }},
		"a byte less":              {quote: quote[:len(quote)-1], at: vectorsAt, says: "not an SGX quote"},
		"a byte more":              {quote: append(append([]byte(nil), quote...), 0), at: vectorsAt, says: "not an SGX quote"},
		"nothing":                  {quote: nil, at: vectorsAt, says: "not an SGX quote"},
		"more than is read":        {quote: make([]byte, attest.MostBytes+1), at: vectorsAt, says: "more than"},
	} {
		t.Run(what, func(t *testing.T) {
			v := realVerifier(t)
			if c.change != nil {
				c.change(&v)
			}
			if _, err := v.Verify(t.Context(), attest.Evidence{Kind: attest.SGX, Quote: c.quote}, c.at); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want a refusal with %q", err, c.says)
			}
		})
	}
}

// Every bit counts, but for those of the root certificate that the quote brings
// along, which is ignored in favour of the pinned key. With
// POUWDEM_EVERY_BIT=1 each of them is flipped, else one of each third byte.
func TestNoBitOfAQuoteCanBeFlipped(t *testing.T) {
	quote := vector(t, "quote_v3_ecdsa_p256_pck_chain.bin")
	v := realVerifier(t)
	root := strings.LastIndex(string(quote), "-----BEGIN CERTIFICATE-----")
	if root != 3781 {
		t.Fatalf("the root certificate begins at %d, expected at 3781", root)
	}
	step, bits := 3, 1
	if os.Getenv("POUWDEM_EVERY_BIT") != "" {
		step, bits = 1, 8
	}
	flipped := append([]byte(nil), quote...)
	for i := 0; i < root; i += step {
		for b := range bits {
			mask := byte(1) << ((i/step + b) % 8)
			flipped[i] ^= mask
			if _, err := v.Verify(t.Context(), attest.Evidence{Kind: attest.SGX, Quote: flipped}, vectorsAt); err == nil {
				t.Errorf("bit %d of byte %d was flipped, and the quote verified", b, i)
			}
			flipped[i] ^= mask
		}
	}
}

func BenchmarkSGXQuote(b *testing.B) {
	v := realVerifier(b)
	e := attest.Evidence{Kind: attest.SGX, Quote: vector(b, "quote_v3_ecdsa_p256_pck_chain.bin")}
	for b.Loop() {
		if _, err := v.Verify(b.Context(), e, vectorsAt); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzSGXQuote(f *testing.F) {
	if raw, err := os.ReadFile("../../../../shared/data/attestation/quote_v3_ecdsa_p256_pck_chain.bin"); err == nil {
		f.Add(raw)
	}
	f.Add(make([]byte, 600))
	v := enclave.SGXVerifier{Root: enclave.IntelRoot()}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, err := v.Verify(t.Context(), attest.Evidence{Kind: attest.SGX, Quote: raw}, vectorsAt); err == nil {
			t.Error("without collateral nothing can be verified")
		}
	})
}
