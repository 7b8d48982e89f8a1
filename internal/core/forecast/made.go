package forecast

import "time"

// Made is a forecast as it was made, to be kept and scored.
type Made struct {
	Series    string        `json:"series"`  // what is forecast, such as "rt_spp/LZ_WEST"
	At        time.Time     `json:"at_utc"`  // when it was made; nothing that became known later is in it
	Model     string        `json:"model"`   // that made it
	Reason    string        `json:"reason"`  // why not a better model; empty where it is the best
	Version   string        `json:"version"` // of the program
	DataHash  string        `json:"data_sha256"`
	Simulated bool          `json:"simulated"`
	First     time.Time     `json:"first_utc"` // start of the first interval
	Step      time.Duration `json:"step_ns"`
	Point     []float64     `json:"point"`
	Levels    []float64     `json:"levels"`    // probabilities of the quantiles; empty where there are none yet
	Quantiles [][]float64   `json:"quantiles"` // by interval, then level
}
