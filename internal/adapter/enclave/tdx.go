package enclave

import (
	"bytes"
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/go-tdx-guest/abi"
	"github.com/google/go-tdx-guest/pcs"
	"github.com/google/go-tdx-guest/proto/tdx"
	"github.com/google/go-tdx-guest/verify"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// TDXVerifier checks TDX quotes of version 4. go-tdx-guest does the work, with
// collateral and revocation lists on; it takes none but platforms that are up to
// date.
type TDXVerifier struct {
	Bundle Bundle
	Roots  *x509.CertPool // nil: Intel's, as go-tdx-guest pins it
}

// Verify checks a quote and its platform at a moment.
func (v TDXVerifier) Verify(_ context.Context, e attest.Evidence, now time.Time) (c attest.Claims, err error) {
	// go-tdx-guest cuts a quote by the lengths that the quote names, and panics
	// on those that reach beyond its end.
	defer func() {
		if fault := recover(); fault != nil {
			c, err = attest.Claims{}, fmt.Errorf("TDX evidence: no quote that can be read: %v", fault)
		}
	}()
	if c, err = v.verify(e, now); err != nil {
		return attest.Claims{}, fmt.Errorf("TDX evidence: %w", err)
	}
	return c, nil
}

func (v TDXVerifier) verify(e attest.Evidence, now time.Time) (attest.Claims, error) {
	if len(e.Quote) > attest.MostBytes {
		return attest.Claims{}, fmt.Errorf("%d bytes, more than the %d that are read", len(e.Quote), attest.MostBytes)
	}
	parsed, err := abi.QuoteToProto(e.Quote)
	if err != nil {
		return attest.Claims{}, err
	}
	quote, ok := parsed.(*tdx.QuoteV4)
	if !ok {
		return attest.Claims{}, errors.New("a quote of another version than 4")
	}
	// A guest's kernel hands a quote over in a larger buffer. What follows the
	// quote's own length is signed by nobody, and nothing is read from it.
	err = verify.TdxQuote(quote, &verify.Options{
		CheckRevocations: true, GetCollateral: true, Getter: v.Bundle, Now: now, TrustedRoots: v.Roots,
	})
	if err != nil {
		return attest.Claims{}, err
	}
	chain, err := chainOf(quote)
	if err != nil {
		return attest.Claims{}, err
	}
	pck, err := pcs.PckCertificateExtensions(chain[0])
	if err != nil {
		return attest.Claims{}, err
	}
	info, err := v.document(pcs.TcbInfoURL(pck.FMSPC), "tcbInfo", now)
	if err != nil {
		return attest.Claims{}, err
	}
	enclave, err := v.document(pcs.QeIdentityURL(), "enclaveIdentity", now)
	if err != nil {
		return attest.Claims{}, err
	}
	lists, err := v.lists(chain[2], now)
	if err != nil {
		return attest.Claims{}, err
	}
	body := quote.GetTdQuoteBody()
	registers := map[string]string{
		"mrtd": attest.Hex(body.GetMrTd()), "attributes": attest.Hex(body.GetTdAttributes()), "mrseam": attest.Hex(body.GetMrSeam()),
		"mrconfigid": attest.Hex(body.GetMrConfigId()), "mrowner": attest.Hex(body.GetMrOwner()),
	}
	for i, rtmr := range body.GetRtmrs() {
		registers[fmt.Sprintf("rtmr%d", i)] = attest.Hex(rtmr)
	}
	return attest.Claims{
		Kind: attest.TDX, Hardware: true, Registers: registers, Debug: body.GetTdAttributes()[0]&1 != 0,
		ReportData: [64]byte(body.GetReportData()), TCB: attest.UpToDate, Advisories: []string{},
		Platform: strings.ToUpper(pck.FMSPC), Evaluation: min(info.Evaluation, enclave.Evaluation), Revocation: true,
		Collateral: earliest(lists, earliest(info.Next, enclave.Next)),
	}, nil
}

// chainOf is the certificates of the platform, its authority and the root, as a
// quote has them.
func chainOf(quote *tdx.QuoteV4) ([]*x509.Certificate, error) {
	raw := quote.GetSignedData().GetCertificationData().GetQeReportCertificationData().GetPckCertificateChainData().GetPckCertChain()
	chain, err := pemChain(raw, 3)
	if err != nil {
		return nil, fmt.Errorf("certificates of the platform: %w", err)
	}
	if len(chain) != 3 {
		return nil, fmt.Errorf("certificates of the platform: %d, want 3", len(chain))
	}
	return chain, nil
}

// document is what is read of one of the maker's documents.
type document struct {
	Issued     time.Time `json:"issueDate"`
	Next       time.Time `json:"nextUpdate"`
	Evaluation uint32    `json:"tcbEvaluationDataNumber"`
}

// document reads a document whose signature is checked by then, and that it has
// not run out yet.
func (v TDXVerifier) document(url, member string, now time.Time) (d document, err error) {
	_, body, err := v.Bundle.Get(url)
	if err != nil {
		return d, err
	}
	var members map[string]json.RawMessage
	if err = json.Unmarshal(body, &members); err == nil {
		err = json.Unmarshal(members[member], &d)
	}
	if err != nil {
		return d, fmt.Errorf("%s: %w", member, err)
	}
	// go-tdx-guest checks the signature of one member and reads any whose name
	// differs in case alone: what is not signed must not be there at all.
	whole := fmt.Appendf(nil, `{%q:%s,"signature":%s}`, member, members[member], members["signature"])
	if !bytes.Equal(bytes.TrimSpace(body), whole) {
		return d, fmt.Errorf("%s: not one signed document and its signature, as the maker sends them", member)
	}
	if now.Before(d.Issued) {
		return d, fmt.Errorf("%s holds from %s", member, d.Issued.UTC().Format(time.RFC3339))
	}
	return d, nil
}

// lists is when the first of the revocation lists runs out. They are checked by
// then as the documents are.
func (v TDXVerifier) lists(root *x509.Certificate, now time.Time) (next time.Time, err error) {
	for _, url := range append([]string{pcs.PckCrlURL("platform")}, root.CRLDistributionPoints...) {
		answer, known := v.Bundle[url]
		if !known {
			continue // of several places one is enough
		}
		list, err := x509.ParseRevocationList(answer.Body)
		if err != nil {
			return next, fmt.Errorf("revocation list of %s: %w", url, err)
		}
		if now.Before(list.ThisUpdate) {
			return next, fmt.Errorf("revocation list of %s holds from %s", url, list.ThisUpdate.UTC().Format(time.RFC3339))
		}
		if next.IsZero() || list.NextUpdate.Before(next) {
			next = list.NextUpdate
		}
	}
	return next, nil
}
