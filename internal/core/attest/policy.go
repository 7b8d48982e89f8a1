package attest

import (
	"crypto/subtle"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Rule admits one program on one technology. Only what is named is compared, so
// that a rule claims no more than it says: an SNP rule without a launch
// measurement admits any guest on such firmware.
type Rule struct {
	Kind       Kind              `json:"kind"`
	Registers  map[string]string `json:"registers"` // all must be equal
	Product    uint16            `json:"product"`
	MinSVN     uint16            `json:"min_svn"`
	TCB        []TCB             `json:"tcb"`        // judgements taken beside UpToDate
	Versions   map[string]uint8  `json:"versions"`   // least versions of the platform's parts, needed where it is Unjudged
	Advisories []string          `json:"advisories"` // known and accepted, for judgements that carry some
	Platforms  []string          `json:"platforms"`  // FMSPC or chip ids; empty: any
	Evaluation uint32            `json:"min_evaluation"`
}

// Policy is who is admitted.
type Policy struct {
	Rules []Rule `json:"rules"`
	// Software admits evidence that no hardware vouches for. It is for
	// development and for the simulated world.
	Software bool `json:"software"`
	// WithoutRevocation admits evidence that could not be checked against
	// revocation lists. It is for sites that are offline for good.
	WithoutRevocation bool          `json:"without_revocation"`
	Session           time.Duration `json:"session"` // how long admission lasts; 0: a day
}

// Decision is whether evidence is taken.
type Decision struct {
	Admitted bool      `json:"admitted"`
	Reason   string    `json:"reason"`
	Expires  time.Time `json:"expires"`
}

// day is the longest that an admission lasts.
const day = 24 * time.Hour

// Decide takes claims or refuses them. They must be bound to want. Debuggable
// programs, programs on platforms that are out of date or revoked, and anything
// whose collateral has run out are refused whatever the rules say.
func (p Policy) Decide(c Claims, want Binding, now time.Time) Decision {
	refuse := func(format string, args ...any) Decision { return Decision{Reason: fmt.Sprintf(format, args...)} }
	data := want.ReportData()
	if subtle.ConstantTimeCompare(data[:], c.ReportData[:]) != 1 {
		return refuse("the evidence is not bound to these keys, this nonce and this role")
	}
	expires := now.Add(day)
	if p.Session > 0 && p.Session < day {
		expires = now.Add(p.Session)
	}
	if !c.Hardware || c.Kind == Software {
		if !p.Software {
			return refuse("software evidence: no hardware vouches for this program, and policy asks for hardware")
		}
		return Decision{Admitted: true, Reason: "software evidence is admitted by policy; no hardware vouches for it", Expires: expires}
	}
	switch {
	case c.Debug:
		return refuse("the program can be debugged: whoever runs it reads its memory")
	case c.TCB.rank() >= OutOfDate.rank():
		return refuse("the platform is %s: its firmware has to be updated", c.TCB)
	case !c.Revocation && !p.WithoutRevocation:
		return refuse("no current revocation lists are at hand: import the maker's collateral")
	case !c.Collateral.After(now):
		return refuse("what the evidence was checked against ran out at %s", c.Collateral.UTC().Format(time.RFC3339))
	}
	if c.Collateral.Before(expires) {
		expires = c.Collateral
	}
	why := []string{}
	for i, r := range p.Rules {
		if r.Kind != c.Kind {
			continue
		}
		if reason := r.refuses(c); reason != "" {
			why = append(why, fmt.Sprintf("rule %d: %s", i+1, reason))
			continue
		}
		return Decision{Admitted: true, Reason: fmt.Sprintf("rule %d, platform %s", i+1, c.TCB), Expires: expires}
	}
	if len(why) == 0 {
		return refuse("no rule is about %s", c.Kind)
	}
	return refuse("%s", strings.Join(why, "; "))
}

// below is why the platform's parts are too old; empty where they are not.
func (r Rule) below(c Claims) string {
	if c.TCB == Unjudged && len(r.Versions) == 0 {
		return "names no least versions, and the maker gives no judgement"
	}
	names := make([]string, 0, len(r.Versions))
	for name := range r.Versions {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if got, known := c.Versions[name]; !known || got < r.Versions[name] {
			return fmt.Sprintf("%s is of version %d, below %d", name, got, r.Versions[name])
		}
	}
	return ""
}

// refuses is why a rule does not take claims of its kind; empty where it does.
func (r Rule) refuses(c Claims) string {
	names := make([]string, 0, len(r.Registers))
	for name := range r.Registers {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if got := c.Registers[name]; !strings.EqualFold(got, r.Registers[name]) || got == "" {
			return fmt.Sprintf("%s is %q", name, got)
		}
	}
	if reason := r.below(c); reason != "" {
		return reason
	}
	switch {
	case len(r.Registers) == 0:
		return "names no measurement"
	case c.Product != r.Product:
		return fmt.Sprintf("product %d, not %d", c.Product, r.Product)
	case c.SVN < r.MinSVN:
		return fmt.Sprintf("security version %d is below %d", c.SVN, r.MinSVN)
	case c.Evaluation < r.Evaluation:
		return fmt.Sprintf("TCB evaluation %d is older than %d", c.Evaluation, r.Evaluation)
	case c.TCB != UpToDate && c.TCB != Unjudged && !slices.Contains(r.TCB, c.TCB):
		return fmt.Sprintf("the platform is %s", c.TCB)
	case len(r.Platforms) > 0 && !slices.ContainsFunc(r.Platforms, func(p string) bool { return strings.EqualFold(p, c.Platform) }):
		return fmt.Sprintf("platform %s is not listed", c.Platform)
	}
	for _, advisory := range c.Advisories {
		if !slices.Contains(r.Advisories, advisory) {
			return advisory + " is not accepted"
		}
	}
	return ""
}
