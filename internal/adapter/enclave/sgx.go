package enclave

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// SGXVerifier checks DCAP quotes of version 3 against collateral at hand.
type SGXVerifier struct {
	Root       Root
	Collateral Collateral
}

// Verify checks every signature from the program's report up to the pinned root
// and says how platform and quoting enclave are judged; the worse counts. Source:
// Intel SGX DCAP, "Quote Verification", and the PCS API version 4.
func (v SGXVerifier) Verify(_ context.Context, e attest.Evidence, now time.Time) (attest.Claims, error) {
	fail := func(err error) (attest.Claims, error) { return attest.Claims{}, fmt.Errorf("SGX evidence: %w", err) }
	if len(e.Quote) > attest.MostBytes {
		return fail(fmt.Errorf("%d bytes, more than the %d that are read", len(e.Quote), attest.MostBytes))
	}
	q, err := parseQuote(e.Quote)
	if err != nil {
		return fail(err)
	}
	p, err := v.Root.platformOf(q.chain, now)
	if err != nil {
		return fail(err)
	}
	if err := q.check(p); err != nil {
		return fail(err)
	}
	j, err := v.Collateral.read(v.Root, p, now)
	if err != nil {
		return fail(err)
	}
	level, err := j.tcb.judge(p.pck)
	if err != nil {
		return fail(err)
	}
	status, advisories, err := j.qe.judge(&q.qe)
	if err != nil {
		return fail(err)
	}
	advisories = append(slices.Clone(level.Advisories), advisories...)
	slices.Sort(advisories)
	return attest.Claims{
		Kind: attest.SGX, Hardware: true,
		Registers: map[string]string{"mrenclave": attest.Hex(q.report.mrEnclave[:]), "mrsigner": attest.Hex(q.report.mrSigner[:])},
		Product:   q.report.product, SVN: q.report.svn, Debug: q.report.debug(), ReportData: q.report.data,
		TCB: attest.Worse(level.Status, status), Advisories: slices.Compact(advisories),
		Platform: strings.ToUpper(attest.Hex(p.pck.fmspc[:])), Evaluation: min(j.tcb.Evaluation, j.qe.Evaluation),
		Revocation: j.lists, Collateral: earliest(j.next, p.own.NotAfter),
	}, nil
}

// check follows the signatures: the platform's certified key signs the quoting
// enclave's report, which names the attestation key, which signs the program's.
func (q *sgxQuote) check(p platform) error {
	if !verifyRaw(p.key, q.qe.raw, q.qeSignature) {
		return errors.New("the quoting enclave's report is not signed by the platform")
	}
	if q.qe.debug() {
		return errors.New("the quoting enclave can be debugged")
	}
	named := sha256.Sum256(append(slices.Clone(q.key), q.qeData...))
	if want := append(named[:], make([]byte, 32)...); string(q.qe.data[:]) != string(want) {
		return errors.New("the quoting enclave vouches for another attestation key")
	}
	key, err := point(q.key)
	if err != nil {
		return fmt.Errorf("attestation key: %w", err)
	}
	if !verifyRaw(key, q.signed, q.signature) {
		return errors.New("the program's report is not signed by the attestation key")
	}
	return nil
}
