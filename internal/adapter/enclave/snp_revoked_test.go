package enclave_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-sev-guest/abi"
	"github.com/google/go-sev-guest/kds"
	sevtest "github.com/google/go-sev-guest/testing"
	"github.com/google/go-sev-guest/verify/trust"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// A maker of our own: its chain, its chip's report and its revocation lists.
func TestAnSNPReportOfARevokedMakerIsRefusedByAListOfOurOwn(t *testing.T) {
	at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	maker, err := sevtest.DefaultTestOnlyCertChain("Milan-B0", at.AddDate(0, -1, 0))
	if err != nil {
		t.Fatal(err)
	}
	whole := sevtest.TestRawReport([64]byte{7})
	report := whole[:abi.ReportSize]
	r, s, err := maker.Sign(abi.SignedComponent(report))
	if err == nil {
		err = abi.SetSignature(r, s, report)
	}
	if err != nil {
		t.Fatal(err)
	}
	list := func(key *rsa.PrivateKey, revoked ...*big.Int) enclave.Bundle {
		template := &x509.RevocationList{Number: big.NewInt(1), ThisUpdate: at.AddDate(0, 0, -1), NextUpdate: at.AddDate(0, 1, 0), SignatureAlgorithm: x509.SHA384WithRSAPSS}
		for _, serial := range revoked {
			template.RevokedCertificateEntries = append(template.RevokedCertificateEntries, x509.RevocationListEntry{SerialNumber: serial, RevocationTime: at.AddDate(0, 0, -2)})
		}
		raw, err := x509.CreateRevocationList(rand.Reader, template, maker.Ark, key)
		if err != nil {
			t.Fatal(err)
		}
		return enclave.Bundle{kds.CrlLinkByRole("Milan", "vcek"): {Body: raw}, kds.CrlLinkByRole("Milan", "ARK"): {Body: raw}}
	}
	verify := func(b enclave.Bundle, now time.Time) (attest.Claims, error) {
		root := trust.AMDRootCertsProduct("Milan") // anew each time: go-sev-guest keeps a list that it read
		root.ProductCerts = &trust.ProductCerts{Ark: maker.Ark, Ask: maker.Ask}
		v := enclave.SNPVerifier{Bundle: b, Roots: map[string][]*trust.AMDRootCerts{"Milan": {root}}}
		return v.Verify(t.Context(), attest.Evidence{Kind: attest.SNP, Quote: report, Aux: maker.Vcek.Raw}, now)
	}
	c, err := verify(list(maker.Keys.Ark, big.NewInt(987_654)), at)
	if err != nil || !c.Revocation || c.ReportData[0] != 7 {
		t.Fatalf("a list without the maker's certificates: %+v %v", c, err)
	}
	for what, refused := range map[string]struct {
		bundle enclave.Bundle
		now    time.Time
		says   string
	}{
		"the intermediate is revoked":  {list(maker.Keys.Ark, maker.Ask.SerialNumber), at, "revoked"},
		"a list that others signed":    {list(maker.Keys.Ask, maker.Ask.SerialNumber), at, "not signed by ARK"},
		"a list that ran out":          {list(maker.Keys.Ark), at.AddDate(0, 2, 0), "has run out"},
		"a list from after the moment": {list(maker.Keys.Ark), at.AddDate(0, 0, -3), "has run out"},
	} {
		if _, err := verify(refused.bundle, refused.now); err == nil || !strings.Contains(err.Error(), refused.says) {
			t.Errorf("%s: %v, want a refusal with %q", what, err, refused.says)
		}
	}
}
