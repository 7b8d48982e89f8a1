package config

import "time"

// The values of [Federation.Here].
const (
	FederationSites = "sites" // the sites of this process take part
	FederationNone  = "none"  // sites of other processes alone
)

// Federation is training together with other sites.
type Federation struct {
	Every    time.Duration `yaml:"every"` // between rounds; 0: only when asked for
	Here     string        `yaml:"here" jsonschema:"enum=sites,enum=none"`
	Strategy string        `yaml:"strategy" jsonschema:"enum=fedavg,enum=fedprox,enum=fedavgm,enum=fedadam,enum=ditto"`
	// Epsilon is each site's privacy budget, by days, at Delta; 0: no noise.
	Epsilon float64 `yaml:"epsilon"`
	Delta   float64 `yaml:"delta"`
	History string  `yaml:"history"` // folder with recorded prices; empty: the simulated world's

	Attestation Attestation `yaml:"attestation"`
}

// The values of [Attestation.Ask].
const (
	AskSoftware = "software" // any evidence, also one that no hardware vouches for
	AskHardware = "hardware" // of the programs and platforms in Policy alone
)

// The values of [Attestation.Machine].
const (
	MachineSoftware = "software"
	MachineSGX      = "sgx" // run by gramine-sgx
	MachineTDX      = "tdx"
	MachineSNP      = "sev-snp"
)

// Attestation is what evidence of programs is asked for and shown before rounds.
type Attestation struct {
	Ask     string `yaml:"ask" jsonschema:"enum=software,enum=hardware"`
	Machine string `yaml:"machine" jsonschema:"enum=software,enum=sgx,enum=tdx,enum=sev-snp"`
	// Policy is a JSON file with the rules: programs, least versions, platforms.
	Policy string `yaml:"policy"`
	// Collateral is a folder with what makers publish to check evidence against.
	Collateral string `yaml:"collateral"`
}

func (k *checker) federation() {
	f := k.config.Federation
	if f.Every < 0 || f.Every > 30*24*time.Hour || (f.Every > 0 && f.Every < time.Minute) {
		k.fail("federation.every", "%s: want 1m to 720h, or 0 for rounds only when asked for", f.Every)
	}
	k.oneOf("federation.here", f.Here, FederationSites, FederationNone)
	k.oneOf("federation.strategy", f.Strategy, "fedavg", "fedprox", "fedavgm", "fedadam", "ditto")
	k.within("federation.epsilon", f.Epsilon, 0, 1000)
	k.within("federation.delta", f.Delta, 1e-12, 0.1)
	k.oneOf("federation.attestation.ask", f.Attestation.Ask, AskSoftware, AskHardware)
	k.oneOf("federation.attestation.machine", f.Attestation.Machine, MachineSoftware, MachineSGX, MachineTDX, MachineSNP)
	if f.Attestation.Ask == AskHardware && (f.Attestation.Policy == "" || f.Attestation.Collateral == "") {
		k.fail("federation.attestation.policy", "hardware is asked for: name the file of rules and the folder of collateral")
	}
}
