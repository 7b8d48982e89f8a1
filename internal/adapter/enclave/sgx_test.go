package enclave_test

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

func TestEvidenceThatIsRightGivesItsClaims(t *testing.T) {
	m := newMaker(t)
	m.data, m.advisories = attest.Binding{Role: "site"}.ReportData(), []string{"B", "A"}
	c, err := m.verifier().Verify(t.Context(), m.quote(), m.at)
	if err != nil {
		t.Fatal(err)
	}
	if c.TCB != attest.UpToDate || !c.Revocation || c.Debug || c.SVN != 3 || c.Evaluation != 17 || c.Platform != "AABBCCDDEEFF" ||
		c.ReportData != m.data || strings.Join(c.Advisories, " ") != "A B" || !c.Collateral.Equal(m.listsUntil) {
		t.Errorf("%+v", c)
	}
}

func TestWhatIsWorseThanUpToDateIsToldOfPlatformAndQuotingEnclave(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*maker)
		want   attest.TCB
	}{
		"platform":        {func(m *maker) { m.status = attest.SWHardening }, attest.SWHardening},
		"quoting enclave": {func(m *maker) { m.qeStatus = attest.Configuration }, attest.Configuration},
		"its old version": {func(m *maker) { m.qeSVN = 7 }, attest.OutOfDate},
		"both: the worse": {func(m *maker) { m.status, m.qeSVN = attest.Revoked, 7 }, attest.Revoked},
	} {
		t.Run(what, func(t *testing.T) {
			m := newMaker(t)
			c.change(m)
			claims, err := m.verifier().Verify(t.Context(), m.quote(), m.at)
			if err != nil || claims.TCB != c.want {
				t.Errorf("%q %v, want %q", claims.TCB, err, c.want)
			}
		})
	}
}

func TestADebuggableProgramIsToldAndOneWithoutListsToo(t *testing.T) {
	m := newMaker(t)
	m.debug, m.withoutLists = true, true
	c, err := m.verifier().Verify(t.Context(), m.quote(), m.at)
	if err != nil || !c.Debug || c.Revocation {
		t.Errorf("%+v %v", c, err)
	}
}

func TestEvidenceIsRefused(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*maker)
		later  time.Duration
		says   string
	}{
		"a revoked platform":           {change: func(m *maker) { m.revoked = []*big.Int{m.pck.SerialNumber} }, says: "was revoked"},
		"a revoked authority":          {change: func(m *maker) { m.revokedAuthority = []*big.Int{m.ca.SerialNumber} }, says: "was revoked"},
		"a revoked signer":             {change: func(m *maker) { m.revokedAuthority = []*big.Int{m.signing.SerialNumber} }, says: "was revoked"},
		"lists that ran out":           {later: 21 * 24 * time.Hour, says: "revocation list"},
		"collateral that ran out":      {change: func(m *maker) { m.withoutLists = true }, later: 31 * 24 * time.Hour, says: "import a current one"},
		"another quoting enclave":      {change: func(m *maker) { m.qeSigner = [32]byte{1} }, says: "another enclave"},
		"a debuggable quoting enclave": {change: func(m *maker) { m.qeDebug = true }, says: "quoting enclave can be debugged"},
		"a platform below all levels":  {change: func(m *maker) { m.needs = 6 }, says: "below every level"},
		"info of another platform":     {change: func(m *maker) { m.fmspc = "000000000001" }, says: "is about platforms"},
		"a quoting enclave too old":    {change: func(m *maker) { m.qeSVN = 0 }, says: "below every level"},
	} {
		t.Run(what, func(t *testing.T) {
			m := newMaker(t)
			if c.change != nil {
				c.change(m)
			}
			if _, err := m.verifier().Verify(t.Context(), m.quote(), m.at.Add(c.later)); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want a refusal with %q", err, c.says)
			}
		})
	}
}

func TestAMakerThatIsNotPinnedVouchesForNothing(t *testing.T) {
	m, other := newMaker(t), newMaker(t)
	v := other.verifier()
	if _, err := v.Verify(t.Context(), m.quote(), m.at); err == nil || !strings.Contains(err.Error(), "pinned root") {
		t.Error(err)
	}
}
