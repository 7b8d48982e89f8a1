package report

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/privacy"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

// Federation is training together with other sites (GET /api/federation).
type Federation struct {
	At           time.Time         `json:"at_utc"`
	Simulated    bool              `json:"simulated"` // sites train on simulated days
	Text         string            `json:"text"`      // why no round is open; empty where one is
	Together     bool              `json:"one_process"`
	Strategy     string            `json:"strategy"`
	EveryS       float64           `json:"every_s"` // 0: only when asked for
	NextAt       *time.Time        `json:"next_utc"`
	Model        string            `json:"model"` // hash of the newest global model
	Claim        string            `json:"claim"`
	NotClaimed   []string          `json:"not_claimed"`
	Noise        string            `json:"noise"` // what of a day's data the sum may tell
	NotProtected []string          `json:"not_protected_by_noise"`
	Attestation  Attestation       `json:"attestation"`
	Sites        []FederationSite  `json:"sites"`
	Rounds       []FederationRound `json:"rounds"` // newest first; the open one among them
	Study        *FederationStudy  `json:"study"`  // what training together was worth; null: never measured
	RolledBackAt *time.Time        `json:"rolled_back_utc"`
	RolledBack   string            `json:"rolled_back"` // why adopted models were given up; empty: they were not
}

// Attestation is what evidence of programs is asked for before rounds.
type Attestation struct {
	Ask      string         `json:"ask" enum:",software,hardware"` // empty: none
	Hardware bool           `json:"hardware"`                      // hardware vouches for the coordinator's own program
	Worth    string         `json:"worth"`                         // what this gives, and what it does not
	Sites    []AttestedSite `json:"sites"`
}

// AttestedSite is a site that showed evidence.
type AttestedSite struct {
	Site         string            `json:"site"`
	Kind         string            `json:"kind"` // empty: refused
	Hardware     bool              `json:"hardware"`
	Admitted     bool              `json:"admitted"`
	TCB          string            `json:"tcb"` // how the maker judges the platform
	Measurements map[string]string `json:"measurements"`
	Advisories   []string          `json:"advisories"`
	Reason       string            `json:"reason"`
	At           time.Time         `json:"shown_utc"` // of the wall: certificates know no other time
	Expires      *time.Time        `json:"expires_utc"`
}

// FederationSite is a site that enrolled. Verdict and budget are known of this
// process's own sites alone: they are nobody else's.
type FederationSite struct {
	Site    string             `json:"site"`
	Key     string             `json:"key"`
	Alive   bool               `json:"alive"`
	Here    bool               `json:"here"`
	Verdict *FederationVerdict `json:"verdict"`
	Adopted *FederationAdopted `json:"adopted"`
	Privacy *FederationPrivacy `json:"privacy"`
}

// FederationAdopted is the model that a site adopted: as challenger it proposes at
// every tick for the record, as champion it decides.
type FederationAdopted struct {
	Model    string `json:"model"`
	Role     string `json:"role" enum:"challenger,champion"`
	Evidence string `json:"evidence"`
}

// FederationVerdict is what a site made of the newest global model that it saw.
type FederationVerdict struct {
	Model    string  `json:"model"`
	Adopted  bool    `json:"adopted"`
	Days     int     `json:"held_out_days"`
	GainUSD  float64 `json:"gain_usd_per_day"`
	LowerUSD float64 `json:"gain_lower_95_usd_per_day"`
	Reason   string  `json:"reason"`
}

// FederationPrivacy is what a site has spent of its budget.
type FederationPrivacy struct {
	Unit      string  `json:"unit"`
	Epsilon   float64 `json:"epsilon"`
	Budget    float64 `json:"budget_epsilon"`
	Delta     float64 `json:"delta"`
	Mechanism string  `json:"mechanism"`
}

// FederationStudy is what training together was worth on days that nothing was
// learned from (pouwdem federate study). Dollars are above the threshold rule's,
// over all sites and days, with 95 % intervals over days and training seeds.
type FederationStudy struct {
	Simulated bool            `json:"simulated"`
	Learn     string          `json:"learned_from"`
	Settled   string          `json:"settled_on"` // days that chose the arms' settings; empty: they are the product's
	Scored    string          `json:"scored_on"`
	Sites     []string        `json:"sites"`
	Seeds     int             `json:"seeds"`
	Rounds    int             `json:"rounds"`
	GapUSD    float64         `json:"foresight_above_rule_usd"`
	Epsilon   float64         `json:"epsilon"`
	Delta     float64         `json:"delta"`
	Unit      string          `json:"unit"`
	Mechanism string          `json:"mechanism"`
	Window    int             `json:"new_site_days"`
	Times     int             `json:"new_site_times"`
	New       []FederationArm `json:"new_site"`
	All       []FederationArm `json:"all_sites"`
}

// FederationArm is how one way of training did.
type FederationArm struct {
	Arm       string     `json:"arm"`
	AboveUSD  float64    `json:"above_rule_usd"`
	AboveCI   [2]float64 `json:"above_rule_usd_ci95"`
	BesideUSD float64    `json:"above_local_only_usd"`
	BesideCI  [2]float64 `json:"above_local_only_usd_ci95"` // of the paired difference
	CommonUSD float64    `json:"above_federated_usd"`
	CommonCI  [2]float64 `json:"above_federated_usd_ci95"` // likewise
}

// FederationRound is a round.
type FederationRound struct {
	Number    uint64             `json:"number"`
	State     string             `json:"state" enum:"open,summed,final,abandoned"`
	Step      string             `json:"step"`
	Reason    string             `json:"reason"`
	Opened    time.Time          `json:"opened_utc"`
	TookMS    int64              `json:"took_ms"`
	Strategy  string             `json:"strategy"`
	Noisy     bool               `json:"noisy"`
	Params    int                `json:"parameters"`
	Threshold int                `json:"threshold"`
	Colluders int                `json:"colluders"`
	Included  int                `json:"included"`
	Members   []FederationMember `json:"members"`
	BytesUp   int64              `json:"bytes_up"`
	BytesDown int64              `json:"bytes_down"`
	Norm      float64            `json:"norm"`
	Base      string             `json:"base"`
	Model     string             `json:"model"`
	Ledger    string             `json:"ledger"` // chain and contract; empty: not recorded
	Recorded  string             `json:"recorded" enum:",open,closing,final,aborted"`
	ChainNo   uint64             `json:"recorded_as"`
	Root      string             `json:"root"` // of the masked vectors' hashes
	Simulated bool               `json:"simulated"`
}

// FederationMember is a site's part in a round.
type FederationMember struct {
	Site     string `json:"site"`
	Included bool   `json:"included"`
	Dropped  string `json:"dropped_at"` // step; empty: it did not
	Update   string `json:"update"`     // SHA-256 of the masked vector
	BytesUp  int64  `json:"bytes_up"`
}

// NewFederationRound shows a round.
func NewFederationRound(r federate.Round) FederationRound {
	v := FederationRound{
		Number: r.Number, State: r.State, Step: r.Step, Reason: r.Reason, Opened: r.Opened, TookMS: r.TookMS, Strategy: r.Strategy.Name,
		Noisy: r.Noise != nil, Params: r.Params, Threshold: r.Threshold, Colluders: r.Colluders, Members: []FederationMember{},
		BytesUp: r.BytesUp, BytesDown: r.BytesDown, Norm: r.Norm, Base: r.Base, Model: r.Model, Simulated: r.Simulated,
	}
	for _, m := range r.Members {
		v.Members = append(v.Members, FederationMember{Site: m.Site, Included: m.Included, Dropped: m.Dropped, Update: m.Update, BytesUp: m.BytesUp})
		if m.Included {
			v.Included++
		}
	}
	if r.Chain != nil {
		v.Ledger, v.Recorded, v.ChainNo, v.Root = r.Chain.Ledger, r.Chain.Status, r.Chain.Number, r.Chain.Root
	}
	return v
}

// NewFederationVerdict shows what a site made of a model.
func NewFederationVerdict(model string, v strategy.Verdict) *FederationVerdict {
	return &FederationVerdict{Model: model, Adopted: v.Adopt, Days: v.Days, GainUSD: v.Gain, LowerUSD: v.Lower, Reason: v.Reason}
}

// NewFederationPrivacy shows an account: no epsilon without its unit.
func NewFederationPrivacy(s privacy.Statement) *FederationPrivacy {
	return &FederationPrivacy{Unit: s.Unit, Epsilon: s.Epsilon, Budget: s.Budget, Delta: s.Delta, Mechanism: s.Mechanism}
}

// FederationNotClaimed is what secure aggregation leaves open.
func FederationNotClaimed() []string {
	return []string{
		"the sum itself, which tells something about those in it",
		"sites that the coordinator enrols itself, and more colluders than the claim names",
		"differences between the sums of successive rounds",
		"poisoned updates, beyond the clipping of each site's own program, the check of the sum and each site's own trial of the model",
		"who took part and when, and the computers at the sites",
	}
}
