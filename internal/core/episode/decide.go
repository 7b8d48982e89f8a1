package episode

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Council is the policies that are asked at every decision.
type Council struct {
	Champion  policy.Policy   // its plan is taken while data are healthy
	Params    json.RawMessage // the champion's parameters
	Degraded  policy.Policy   // its plan is taken when they are not
	Baselines []policy.Policy // asked for the record
}

// Decide makes the decision of a tick: every policy proposes on the same input,
// the champion's plan (or, on bad data, the degraded policy's), with what the
// queue of grid work is granted beside it, goes through [Step], and the result carries all that a replay needs. It is pure: the same
// input and council give the same plan to the bit.
func Decide(in Input, council Council, decidedAt time.Time) (Decision, Outcome) {
	in.Params = council.Params
	ask := policy.Input{Site: &in.Site, State: &in.State, Snapshot: &in.Snapshot, Orders: &in.Orders, Explain: true}
	degraded := Unhealthy(&in.Site, &in.Snapshot)

	champion := council.Champion.Propose(ask)
	proposals := []policy.Proposal{champion}
	for _, p := range council.Baselines {
		if p.Name() != council.Champion.Name() {
			proposals = append(proposals, p.Propose(ask))
		}
	}
	taken := champion
	if degraded != "" {
		taken = council.Degraded.Propose(ask)
		proposals = append(proposals, taken)
	}
	wish, granted := taken.Plan, []policy.Reason(nil)
	if degraded == "" {
		wish, granted = policy.GrantWork(ask, taken)
	}
	out := Step(ask, &in.Orders, wish)
	reasons := append(append(append([]policy.Reason(nil), taken.Reasons...), granted...), out.Reasons...)
	if in.Snapshot.Late {
		reasons = append(reasons, policy.Reason{Rule: "tick.late", Text: "the decision missed its deadline"})
	}
	reasons = append(reasons, verdict(&in.Site, &in.Snapshot, out.Plan)...)
	return Decision{
		Site:         in.Site.ID,
		Key:          TickKey(in.Snapshot.Interval),
		Interval:     in.Snapshot.Interval,
		DecidedAt:    decidedAt,
		Policy:       taken.Policy,
		Plan:         out.Plan,
		Proposals:    proposals,
		Reasons:      reasons,
		Degraded:     degraded,
		Simulated:    in.Snapshot.Simulated(),
		SnapshotHash: in.Hash(),
		PolicyHash:   policyHash(council.Champion.Name(), council.Params),
		Input:        in,
	}, out
}

// Reguard makes the decision that an order forces between ticks: the running
// plan is guarded again under the new orders. key is its identity, see
// [FastKey].
func Reguard(in Input, running site.Plan, key, cause string, decidedAt time.Time) (Decision, Outcome) {
	ask := policy.Input{Site: &in.Site, State: &in.State, Snapshot: &in.Snapshot, Orders: &in.Orders, Explain: true}
	out := Redirect(ask, &in.Orders, running)
	proposal := policy.Proposal{
		Policy:  "running",
		Plan:    running,
		Reasons: []policy.Reason{{Rule: "fast_path", Text: cause}},
	}
	return Decision{
		Site:         in.Site.ID,
		Key:          key,
		Interval:     in.Snapshot.Interval,
		DecidedAt:    decidedAt,
		Policy:       proposal.Policy,
		Plan:         out.Plan,
		Proposals:    []policy.Proposal{proposal},
		Reasons:      append(proposal.Reasons, out.Reasons...),
		Simulated:    in.Snapshot.Simulated(),
		SnapshotHash: in.Hash(),
		PolicyHash:   policyHash(proposal.Policy, nil),
		Input:        in,
	}, out
}

// Replay makes a stored decision again from its own input and compares. The
// error says what differs; nil means identical to the bit. council must hold
// the champion with the parameters that the decision recorded.
func Replay(d Decision, council Council) error {
	if got := d.Input.Hash(); got != d.SnapshotHash {
		return fmt.Errorf("decision %s %s: its input hashes to %s, recorded is %s", d.Site, d.Key, got, d.SnapshotHash)
	}
	var again Decision
	if d.Policy == "running" {
		again, _ = Reguard(d.Input, d.Proposals[0].Plan, d.Key, d.Reasons[0].Text, d.DecidedAt)
	} else {
		again, _ = Decide(d.Input, council, d.DecidedAt)
	}
	was, err := json.Marshal(d.Plan)
	if err != nil {
		return fmt.Errorf("decision %s %s: encode its plan: %w", d.Site, d.Key, err)
	}
	is, err := json.Marshal(again.Plan)
	if err != nil {
		return fmt.Errorf("decision %s %s: encode the plan made again: %w", d.Site, d.Key, err)
	}
	if string(was) != string(is) {
		return fmt.Errorf("decision %s %s: made again it is %s, recorded is %s", d.Site, d.Key, is, was)
	}
	if again.PolicyHash != d.PolicyHash {
		return fmt.Errorf("decision %s %s: policy hashes to %s, recorded is %s", d.Site, d.Key, again.PolicyHash, d.PolicyHash)
	}
	return nil
}

// Unhealthy is why a snapshot is not good enough for the site's own policy;
// empty where it is.
func Unhealthy(s *site.Site, snap *market.Snapshot) string {
	if s.Point != "" {
		if _, stale, ok := snap.ExpectedSPP(); !ok {
			return "no price of " + s.Point + " is known"
		} else if stale {
			return "the price of " + s.Point + " is stale"
		}
	}
	if mines(s) {
		if !snap.Network.Hashprice.OK() {
			return "no hashprice is known"
		}
		if snap.Network.Hashprice.Stale {
			return "the hashprice is stale"
		}
	}
	return ""
}

func mines(s *site.Site) bool {
	for i := range s.Classes {
		if s.Classes[i].Kind == site.ASIC {
			return true
		}
	}
	return false
}

// Hash is the hex SHA-256 of the input's JSON, whose field order is fixed and
// whose numbers are the shortest that read back exactly.
func (in Input) Hash() string {
	encoded, err := json.Marshal(in)
	if err != nil {
		// Inputs hold only finite numbers: outside data is checked on its way in.
		panic("episode: input cannot be encoded: " + err.Error())
	}
	sum := sha256.Sum256(encoded)
	return hex.EncodeToString(sum[:])
}

func policyHash(name string, params json.RawMessage) string {
	sum := sha256.Sum256(append([]byte(name+"\n"), params...))
	return hex.EncodeToString(sum[:])
}
