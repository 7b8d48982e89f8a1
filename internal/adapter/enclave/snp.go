package enclave

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"time"

	"github.com/google/go-sev-guest/abi"
	"github.com/google/go-sev-guest/kds"
	"github.com/google/go-sev-guest/proto/sevsnp"
	"github.com/google/go-sev-guest/verify"
	"github.com/google/go-sev-guest/verify/trust"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// SNPVerifier checks SEV-SNP reports, with the chip's certificate (VCEK, DER)
// beside them. go-sev-guest does the work; AMD's roots are the ones it pins.
// AMD judges no firmware, so that a rule has to name the least versions.
type SNPVerifier struct {
	Bundle Bundle                           // with the revocation list of the product
	Roots  map[string][]*trust.AMDRootCerts // nil: AMD's
}

// snpReportSize is the size of a report. Source: AMD, SEV-SNP Firmware ABI, table
// 23.
const snpReportSize = 0x4A0

// Verify checks a report at a moment.
func (v SNPVerifier) Verify(ctx context.Context, e attest.Evidence, now time.Time) (attest.Claims, error) {
	c, err := v.verify(ctx, e, now)
	if err != nil {
		return attest.Claims{}, fmt.Errorf("SEV-SNP evidence: %w", err)
	}
	return c, nil
}

func (v SNPVerifier) verify(ctx context.Context, e attest.Evidence, now time.Time) (attest.Claims, error) {
	if len(e.Quote) != snpReportSize || len(e.Aux) > attest.MostBytes {
		return attest.Claims{}, fmt.Errorf("a report of %d bytes with a certificate of %d, want %d and at most %d", len(e.Quote), len(e.Aux), snpReportSize, attest.MostBytes)
	}
	report, err := abi.ReportToProto(e.Quote)
	if err != nil {
		return attest.Claims{}, err
	}
	vcek, err := x509.ParseCertificate(e.Aux)
	if err != nil {
		return attest.Claims{}, fmt.Errorf("certificate of the chip: %w", err)
	}
	about, err := kds.VcekCertificateExtensions(vcek)
	if err != nil {
		return attest.Claims{}, fmt.Errorf("certificate of the chip: %w", err)
	}
	product, err := kds.ParseProductName(about.ProductName, abi.VcekReportSigner)
	if err != nil {
		return attest.Claims{}, fmt.Errorf("certificate of the chip: %w", err)
	}
	listed, until, err := v.lists(vcek, now)
	if err != nil {
		return attest.Claims{}, err
	}
	err = verify.SnpAttestationContext(ctx, &sevsnp.Attestation{
		Report: report, CertificateChain: &sevsnp.CertificateChain{VcekCert: e.Aux, Extras: map[string][]byte{}},
	}, &verify.Options{CheckRevocations: listed, DisableCertFetching: true, Getter: bodies{v.Bundle}, Now: now, TrustedRoots: v.Roots, Product: product})
	if err != nil {
		return attest.Claims{}, err
	}
	policy, err := abi.ParseSnpPolicy(report.GetPolicy())
	if err != nil {
		return attest.Claims{}, err
	}
	tcb := kds.DecomposeTCBVersion(kds.TCBVersion(report.GetReportedTcb()))
	return attest.Claims{
		Kind: attest.SNP, Hardware: true, SVN: uint16(min(report.GetGuestSvn(), 1<<16-1)), Debug: policy.Debug,
		Registers: map[string]string{
			"measurement": attest.Hex(report.GetMeasurement()), "host_data": attest.Hex(report.GetHostData()),
			"id_key_digest": attest.Hex(report.GetIdKeyDigest()),
		},
		Versions:   map[string]uint8{"bootloader": tcb.BlSpl, "tee": tcb.TeeSpl, "snp": tcb.SnpSpl, "microcode": tcb.UcodeSpl},
		ReportData: [64]byte(report.GetReportData()), TCB: attest.Unjudged, Advisories: []string{},
		Platform: attest.Hex(report.GetChipId()), Revocation: listed, Collateral: until,
	}, nil
}

// lists are whether a current revocation list of the product is at hand, and
// until when the chip's evidence is good. go-sev-guest checks who signed it.
func (v SNPVerifier) lists(vcek *x509.Certificate, now time.Time) (listed bool, until time.Time, err error) {
	until = vcek.NotAfter
	about, err := kds.VcekCertificateExtensions(vcek)
	if err != nil {
		return false, until, err
	}
	answer, ok := v.Bundle[kds.CrlLinkByRole(kds.ProductLineOfProductName(about.ProductName), "vcek")]
	if !ok {
		return false, until, nil
	}
	list, err := x509.ParseRevocationList(answer.Body)
	if err != nil {
		return false, until, fmt.Errorf("the revocation list of the product: %w", err)
	}
	if now.Before(list.ThisUpdate) || !now.Before(list.NextUpdate) {
		return false, until, errors.New("the revocation list of the product has run out; import a current one")
	}
	return true, earliest(until, list.NextUpdate), nil
}
