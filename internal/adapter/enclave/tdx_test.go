package enclave_test

import (
	"bytes"
	"encoding/binary"
	"math/big"
	"strings"
	"testing"
	"time"

	tdxdata "github.com/google/go-tdx-guest/testing/testdata"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

var tdxBinding = attest.Binding{Role: "site", Participant: "pecos", Nonce: []byte{1, 2, 3}, SealKey: []byte{4}, SignKey: []byte{5}}

// tdxRule admits the guest that the maker makes, and no other.
func tdxRule() attest.Rule {
	all := map[string]string{"attributes": "0000001000000000"}
	for register, value := range map[string]string{"mrtd": "41", "rtmr0": "42", "rtmr1": "43", "rtmr2": "44", "rtmr3": "45"} {
		all[register] = strings.Repeat(value, 48)
	}
	return attest.Rule{Kind: attest.TDX, Registers: all, Evaluation: 17, Platforms: []string{"AABBCCDDEEFF"}}
}

func TestATDXQuoteVerifiesWholeAndItsGuestIsAdmitted(t *testing.T) {
	m := newTDXMaker(t)
	m.data = tdxBinding.ReportData()
	c, err := m.verifier().Verify(t.Context(), m.quote(), m.at)
	if err != nil {
		t.Fatal(err)
	}
	if c.Kind != attest.TDX || !c.Hardware || !c.Revocation || c.TCB != attest.UpToDate || c.Evaluation != 17 || c.Platform != "AABBCCDDEEFF" ||
		c.ReportData != m.data || !c.Collateral.Equal(m.listsUntil) {
		t.Errorf("%+v", c)
	}
	if d := (attest.Policy{Rules: []attest.Rule{tdxRule()}}).Decide(c, tdxBinding, m.at); !d.Admitted {
		t.Error(d.Reason)
	}
}

func TestATDXGuestWhoseQuoteHoldsIsNotAdmittedWhere(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*tdxMaker)
		rule   func(*attest.Rule)
		ask    func(*attest.Binding)
		says   string
	}{
		"the nonce is another":          {ask: func(b *attest.Binding) { b.Nonce = []byte{9} }, says: "not bound"},
		"it speaks in another role":     {ask: func(b *attest.Binding) { b.Role = "coordinator" }, says: "not bound"},
		"it can be debugged":            {change: func(m *tdxMaker) { m.debug = true }, says: "can be debugged"},
		"its measurement is not listed": {change: func(m *tdxMaker) { m.mrtd = 0x51 }, says: "mrtd is"},
		"the rule is stricter on RTMR3": {rule: func(r *attest.Rule) { r.Registers["rtmr3"] = strings.Repeat("00", 48) }, says: "rtmr3 is"},
		"attributes are others":         {rule: func(r *attest.Rule) { r.Registers["attributes"] = strings.Repeat("00", 8) }, says: "attributes is"},
		"the maker's evaluation is old": {rule: func(r *attest.Rule) { r.Evaluation = 18 }, says: "older than 18"},
		"the platform is not listed":    {rule: func(r *attest.Rule) { r.Platforms = []string{"000000000001"} }, says: "not listed"},
	} {
		t.Run(what, func(t *testing.T) {
			m, rule, ask := newTDXMaker(t), tdxRule(), tdxBinding
			m.data = tdxBinding.ReportData()
			if c.change != nil {
				c.change(m)
			}
			if c.rule != nil {
				c.rule(&rule)
			}
			if c.ask != nil {
				c.ask(&ask)
			}
			claims, err := m.verifier().Verify(t.Context(), m.quote(), m.at)
			if err != nil {
				t.Fatal(err)
			}
			if d := (attest.Policy{Rules: []attest.Rule{rule}}).Decide(claims, ask, m.at); d.Admitted || !strings.Contains(d.Reason, c.says) {
				t.Errorf("%+v, want a refusal with %q", d, c.says)
			}
		})
	}
}

func TestATDXQuoteOfAMakerOfOurOwnIsRefused(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*tdxMaker)
		later  time.Duration
		says   string
	}{
		"a revoked platform":             {change: func(m *tdxMaker) { m.revoked = []*big.Int{m.pck.SerialNumber} }, says: "PCK Leaf certificate in PCK certificate chain was revoked"},
		"a revoked authority":            {change: func(m *tdxMaker) { m.revokedAuthority = []*big.Int{m.ca.SerialNumber} }, says: "intermediate certificate in PCK certificate chain was revoked"},
		"a revoked signer of collateral": {change: func(m *tdxMaker) { m.revokedAuthority = []*big.Int{m.signing.SerialNumber} }, says: "signing certificate was revoked"},
		"no revocation lists":            {change: func(m *tdxMaker) { m.withoutLists = true }, says: "import it again"},
		"lists that ran out":             {later: 21 * 24 * time.Hour, says: "CRL has expired"},
		"collateral of the future":       {later: -time.Minute, says: "tcbInfo holds from"},
		"collateral that ran out":        {later: 31 * 24 * time.Hour, says: "tcbInfo has expired"},
		"certificates that ran out":      {change: func(m *tdxMaker) { m.next = m.at.AddDate(2, 0, 0); m.listsUntil = m.next }, later: 366 * 24 * time.Hour, says: "expired"},
		"a platform out of date":         {change: func(m *tdxMaker) { m.status = attest.OutOfDate }, says: `found "OutOfDate"`},
		"a platform whose level is gone": {change: func(m *tdxMaker) { m.status = attest.Revoked }, says: `found "Revoked"`},
		"a platform to be hardened":      {change: func(m *tdxMaker) { m.status = attest.SWHardening }, says: `found "SWHardeningNeeded"`},
		"a platform below all levels":    {change: func(m *tdxMaker) { m.needs = 6 }, says: "no matching TCB level"},
		"a TDX module out of date":       {change: func(m *tdxMaker) { m.module = 2 }, says: `TDX Module TCB Status is not "UpToDate", found "OutOfDate"`},
		"a TDX module below all levels":  {change: func(m *tdxMaker) { m.module = 0 }, says: "could not find a TDX Module Identity TCB Level"},
		"a TDX module judged anew":       {change: func(m *tdxMaker) { m.moduleStatus = attest.Revoked }, says: `found "Revoked"`},
		"a TDX module of another signer": {change: func(m *tdxMaker) { m.seamSigner = 1 }, says: "MRSIGNERSEAM"},
		"info of another platform":       {change: func(m *tdxMaker) { m.fmspc = "000000000001" }, says: "FMSPC"},
		"another quoting enclave":        {change: func(m *tdxMaker) { m.qeSigner = [32]byte{1} }, says: "MRSIGNER"},
		"a debuggable quoting enclave":   {change: func(m *tdxMaker) { m.qeDebug = true }, says: "Attributes"},
		"a quoting enclave out of date":  {change: func(m *tdxMaker) { m.qeSVN = 7 }, says: `found "OutOfDate"`},
		"a quoting enclave too old":      {change: func(m *tdxMaker) { m.qeSVN = 0 }, says: "OutOfDate"},
		"a quoting enclave judged anew":  {change: func(m *tdxMaker) { m.qeStatus = attest.Revoked }, says: `found "Revoked"`},
	} {
		t.Run(what, func(t *testing.T) {
			m := newTDXMaker(t)
			if c.change != nil {
				c.change(m)
			}
			if _, err := m.verifier().Verify(t.Context(), m.quote(), m.at.Add(c.later)); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want a refusal with %q", err, c.says)
			}
		})
	}
}

// A maker whom nobody pinned vouches for nothing, Intel's pinned root included.
func TestATDXQuoteHoldsUnderItsOwnRootAlone(t *testing.T) {
	m := newTDXMaker(t)
	intel := m.verifier()
	intel.Roots = nil
	other := m.verifier()
	other.Roots = newTDXMaker(t).verifier().Roots
	if _, err := intel.Verify(t.Context(), m.quote(), m.at); err == nil || !strings.Contains(err.Error(), "unknown authority") {
		t.Errorf("under Intel's root: %v", err)
	}
	if _, err := other.Verify(t.Context(), m.quote(), m.at); err == nil || !strings.Contains(err.Error(), "unknown authority") {
		t.Errorf("under another maker's root: %v", err)
	}
}

// From the header to the certificates each byte is signed or bound by a signature.
func TestNoBitOfATDXQuoteCanBeFlipped(t *testing.T) {
	m := newTDXMaker(t)
	v, whole := m.verifier(), m.quote()
	if _, err := v.Verify(t.Context(), whole, m.at); err != nil {
		t.Fatal(err)
	}
	chain := strings.Index(string(whole.Quote), "-----BEGIN CERTIFICATE-----")
	for i := 0; i < chain; i += 3 {
		mask := byte(1) << (i / 3 % 8)
		whole.Quote[i] ^= mask
		if _, err := v.Verify(t.Context(), whole, m.at); err == nil {
			t.Errorf("a bit of byte %d was flipped, and the quote verified", i)
		}
		whole.Quote[i] ^= mask
	}
}

// go-tdx-guest matches the keys of a document whatever their case, and only one
// spelling is signed: a second document beside the signed one must not be read.
func TestTDXCollateralWithASecondDocumentBesideTheSignedOneIsRefused(t *testing.T) {
	parts := "[" + strings.TrimSuffix(strings.Repeat(`{"svn":0},`, 16), ",") + "]"
	forged := `{"tcbLevels":[{"tcb":{"sgxtcbcomponents":` + parts + `,"pcesvn":0,"tdxtcbcomponents":` + parts + `},"tcbStatus":"UpToDate"}]}`
	for what, c := range map[string]struct {
		status   attest.TCB
		old, new string
	}{
		"behind it, in another spelling": {attest.OutOfDate, `,"signature"`, `,"TCBINFO":` + forged + `,"signature"`},
		"behind its signature":           {attest.OutOfDate, `"}` + "\n", `","tcbinfo":` + forged + "}"},
		"before it, in the same":         {attest.UpToDate, `{"tcbInfo"`, `{"tcbInfo":` + forged + `,"tcbInfo"`},
	} {
		t.Run(what, func(t *testing.T) {
			m := newTDXMaker(t)
			m.status = c.status
			v := m.verifier()
			answer := v.Bundle[m.fmspcURL]
			answer.Body = []byte(strings.TrimSuffix(strings.Replace(string(answer.Body)+"\n", c.old, c.new, 1), "\n"))
			v.Bundle[m.fmspcURL] = answer
			if _, err := v.Verify(t.Context(), m.quote(), m.at); err == nil || !strings.Contains(err.Error(), "not one signed document") {
				t.Errorf("got %v, want a refusal", err)
			}
		})
	}
}

// Each length in a quote may lie, alone, and the quote may end anywhere.
func TestATDXQuoteWhoseLengthsLieIsRefused(t *testing.T) {
	m := newTDXMaker(t)
	v, whole := m.verifier(), m.quote().Quote
	const certified = signedLength + 4 + 64 + 64 + 2
	for what, at := range map[string]int{
		"of all that follows the report": signedLength, "of the certification": certified,
		"of the quoting enclave's data": certified + 4 + 384 + 64, "of the certificates": certified + 4 + 384 + 64 + 2 + 4 + 2,
	} {
		for _, wrong := range []uint16{0, 1, 0x7fff, 0xffff} {
			raw := bytes.Clone(whole)
			binary.LittleEndian.PutUint16(raw[at:], wrong)
			if _, err := v.Verify(t.Context(), attest.Evidence{Kind: attest.TDX, Quote: raw}, m.at); err == nil {
				t.Errorf("the length %s said %d, and the quote verified", what, wrong)
			}
		}
	}
	for end := 0; end < len(whole); end += 7 {
		if _, err := v.Verify(t.Context(), attest.Evidence{Kind: attest.TDX, Quote: whole[:end]}, m.at); err == nil {
			t.Errorf("%d of %d bytes verified", end, len(whole))
		}
	}
}

func FuzzTDXQuote(f *testing.F) {
	m := newTDXMaker(f)
	f.Add(m.quote().Quote)
	f.Add(tdxdata.RawQuote)
	f.Add(make([]byte, 1200))
	v, at := m.verifier(), m.at
	v.Bundle = enclave.Bundle{}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, err := v.Verify(t.Context(), attest.Evidence{Kind: attest.TDX, Quote: raw}, at); err == nil {
			t.Error("without collateral nothing can be verified")
		}
	})
}
