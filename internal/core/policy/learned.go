package policy

// Learned is what a learned policy made of the moment: how likely it took each
// of its operating modes, what it thought each worth, and what moved it.
type Learned struct {
	Model      string             `json:"model"`
	SHA256     string             `json:"sha256"` // hex, of the checkpoint's file
	Mode       string             `json:"mode"`   // that it took
	Modes      []LearnedMode      `json:"modes"`
	Influences []LearnedInfluence `json:"influences"` // the strongest first
}

// LearnedMode is one operating mode.
type LearnedMode struct {
	Name        string  `json:"mode"`
	Open        bool    `json:"open"` // false: it comes to the plan of another, or is ruled out now
	Probability float64 `json:"probability"`
	ValueUSD    float64 `json:"value_usd"` // expected above the baseline from here on, discounted; 0 where not open
}

// LearnedInfluence is one input: by how much the choice's lead over the next
// would shrink had the input had its usual value.
type LearnedInfluence struct {
	Feature string  `json:"feature"`
	Value   float64 `json:"value"` // as it is shown to the agent
	Effect  float64 `json:"effect"`
}
