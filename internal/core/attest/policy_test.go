package attest_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

var now = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

func binding() attest.Binding {
	return attest.Binding{Role: "site", Participant: "pecos", Round: "7", Nonce: []byte("n"), SealKey: []byte("k"), SignKey: []byte("s")}
}

func claims() attest.Claims {
	return attest.Claims{
		Kind: attest.SGX, Hardware: true, Registers: map[string]string{"mrenclave": "aa11", "mrsigner": "bb22"}, Product: 1, SVN: 3,
		ReportData: binding().ReportData(), TCB: attest.SWHardening, Advisories: []string{"INTEL-SA-00615"}, Platform: "00606A000000",
		Evaluation: 14, Revocation: true, Collateral: now.Add(72 * time.Hour),
	}
}

func policy() attest.Policy {
	return attest.Policy{Rules: []attest.Rule{{
		Kind: attest.SGX, Registers: map[string]string{"mrenclave": "AA11"}, Product: 1, MinSVN: 3,
		TCB: []attest.TCB{attest.SWHardening}, Advisories: []string{"INTEL-SA-00615"}, Evaluation: 14,
	}}}
}

func TestGoodEvidenceIsAdmittedForADayAtMost(t *testing.T) {
	d := policy().Decide(claims(), binding(), now)
	if !d.Admitted || !d.Expires.Equal(now.Add(24*time.Hour)) {
		t.Errorf("%+v", d)
	}
	short := claims()
	short.Collateral = now.Add(time.Hour)
	if d := policy().Decide(short, binding(), now); !d.Admitted || !d.Expires.Equal(now.Add(time.Hour)) {
		t.Errorf("with collateral for an hour: %+v", d)
	}
}

func TestWhatAPolicyRefuses(t *testing.T) {
	for what, c := range map[string]struct {
		claims func(*attest.Claims)
		policy func(*attest.Policy)
		says   string
	}{
		"another nonce":           {claims: func(c *attest.Claims) { c.ReportData[0] ^= 1 }, says: "not bound"},
		"a debuggable program":    {claims: func(c *attest.Claims) { c.Debug = true }, says: "debugged"},
		"out of date":             {claims: func(c *attest.Claims) { c.TCB = attest.OutOfDate }, says: "OutOfDate"},
		"out of date, even asked": {claims: func(c *attest.Claims) { c.TCB = attest.OutOfDate }, policy: func(p *attest.Policy) { p.Rules[0].TCB = []attest.TCB{attest.OutOfDate} }, says: "updated"},
		"revoked":                 {claims: func(c *attest.Claims) { c.TCB = attest.Revoked }, says: "Revoked"},
		"an unknown word":         {claims: func(c *attest.Claims) { c.TCB = "Fine" }, says: "Fine"},
		"not listed judgement":    {claims: func(c *attest.Claims) { c.TCB = attest.Configuration }, says: "ConfigurationNeeded"},
		"a new advisory":          {claims: func(c *attest.Claims) { c.Advisories = append(c.Advisories, "INTEL-SA-1") }, says: "INTEL-SA-1"},
		"no revocation lists":     {claims: func(c *attest.Claims) { c.Revocation = false }, says: "revocation"},
		"expired collateral":      {claims: func(c *attest.Claims) { c.Collateral = now }, says: "ran out"},
		"another program":         {claims: func(c *attest.Claims) { c.Registers["mrenclave"] = "cc" }, says: "mrenclave"},
		"no such register":        {claims: func(c *attest.Claims) { c.Registers = nil }, says: "mrenclave"},
		"rolled back":             {claims: func(c *attest.Claims) { c.SVN = 2 }, says: "security version"},
		"an old evaluation":       {claims: func(c *attest.Claims) { c.Evaluation = 13 }, says: "evaluation"},
		"another platform":        {policy: func(p *attest.Policy) { p.Rules[0].Platforms = []string{"B0"} }, says: "not listed"},
		"a rule of nothing":       {policy: func(p *attest.Policy) { p.Rules[0].Registers = nil }, says: "no measurement"},
		"an unjudged platform":    {claims: func(c *attest.Claims) { c.TCB = attest.Unjudged }, says: "no least versions"},
		"old parts": {
			claims: func(c *attest.Claims) { c.TCB, c.Versions = attest.Unjudged, map[string]uint8{"microcode": 8} },
			policy: func(p *attest.Policy) { p.Rules[0].Versions = map[string]uint8{"microcode": 9} }, says: "below 9",
		},
		"another technology":    {claims: func(c *attest.Claims) { c.Kind = attest.TDX }, says: "no rule"},
		"software":              {claims: func(c *attest.Claims) { c.Kind, c.Hardware = attest.Software, false }, says: "asks for hardware"},
		"hardware that is none": {claims: func(c *attest.Claims) { c.Hardware = false }, says: "asks for hardware"},
	} {
		t.Run(what, func(t *testing.T) {
			is, p := claims(), policy()
			if c.claims != nil {
				c.claims(&is)
			}
			if c.policy != nil {
				c.policy(&p)
			}
			if d := p.Decide(is, binding(), now); d.Admitted || !strings.Contains(d.Reason, c.says) {
				t.Errorf("%+v, want a refusal with %q", d, c.says)
			}
		})
	}
}

func TestSoftwareIsAdmittedOnlyByNameAndSaysSo(t *testing.T) {
	c := claims()
	c.Kind, c.Hardware = attest.Software, false
	p := policy()
	p.Software = true
	if d := p.Decide(c, binding(), now); !d.Admitted || !strings.Contains(d.Reason, "no hardware") {
		t.Errorf("%+v", d)
	}
}

func TestTheWorseJudgementCounts(t *testing.T) {
	if got := attest.Worse(attest.UpToDate, attest.SWHardening); got != attest.SWHardening {
		t.Error(got)
	}
	if got := attest.Worse(attest.Revoked, attest.OutOfDate); got != attest.Revoked {
		t.Error(got)
	}
}

// Parts that run into each other give other bytes: their lengths are hashed.
func TestNoTwoBindingsGiveTheSameReportData(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := func(label string) attest.Binding {
			text := rapid.StringMatching(`[ab]{0,3}`)
			b := []byte(text.Draw(t, label+" nonce"))
			return attest.Binding{
				Role: text.Draw(t, label+" role"), Participant: text.Draw(t, label+" who"), Round: text.Draw(t, label+" round"), Nonce: b,
				SealKey: []byte(text.Draw(t, label+" seal")), SignKey: []byte(text.Draw(t, label+" sign")),
			}
		}
		a, b := parts("a"), parts("b")
		same := a.Role == b.Role && a.Participant == b.Participant && a.Round == b.Round && string(a.Nonce) == string(b.Nonce) &&
			string(a.SealKey) == string(b.SealKey) && string(a.SignKey) == string(b.SignKey)
		if (a.ReportData() == b.ReportData()) != same {
			t.Fatalf("%+v and %+v", a, b)
		}
	})
}
