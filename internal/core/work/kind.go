package work

// Kind is what a task asks.
type Kind string

// The kinds.
const (
	PowerFlow Kind = "power_flow" // voltages of one state of the network
	N1        Kind = "n1"         // a run of single branch outages
	Series    Kind = "series"     // the power flow of each of a run of hours
	Adequacy  Kind = "adequacy"   // sampled states of generators and load
	Screening Kind = "dc"         // a run of single branch outages by the direct-current model
	Dispatch  Kind = "opf"        // the dispatch of least cost within all limits
	Secure    Kind = "scopf"      // the same by the direct-current model, with the loss of any branch
	Nose      Kind = "cpf"        // how far loads can grow until voltages collapse
	Swing     Kind = "transient"  // how long a fault may last until machines fall out of step
	Forecast  Kind = "forecast"   // quantiles of what a series will be
)

// Kinds are the kinds of task.
func Kinds() []Kind {
	return []Kind{PowerFlow, N1, Series, Adequacy, Screening, Dispatch, Secure, Nose, Swing, Forecast}
}

// study is how a kind is solved and how a leaf of it is checked.
type study struct {
	most  int     // leaves; 0: one, and First and Count stay 0
	class Class   // what it takes
	flows float64 // what a leaf takes, in power flows of the same network
	solve func(*Question, int) (answers, error)
	leaf  func(*Verifier, Opening, *Checked) error
}

// answers are leaves with what each shows; nil where one shows nothing.
type answers struct {
	leaves []Leaf
	shown  [][]byte
}

func (a *answers) add(l Leaf, shown []byte) {
	a.leaves, a.shown = append(a.leaves, l), append(a.shown, shown)
}

// study of a kind; ok is false where there is no such kind. What leaves take was
// measured on networks of some thousand buses (docs/benchmarks-work.md).
func (k Kind) study() (s study, ok bool) {
	switch k {
	case PowerFlow:
		return study{class: Light, flows: 1, solve: solveFlow, leaf: (*Verifier).flow}, true
	case N1:
		return study{most: mostOutages, class: Light, flows: 0.15, solve: solveOutages, leaf: (*Verifier).outage}, true
	case Series:
		return study{most: mostHours, class: Light, flows: 2.5, solve: solveSeries, leaf: (*Verifier).hour}, true
	case Adequacy:
		return study{most: mostOutages, class: Light, flows: 0.005, solve: solveAdequacy, leaf: (*Verifier).state}, true
	case Screening:
		return study{most: mostOutages, class: Light, flows: 0.1, solve: solveScreening, leaf: (*Verifier).screened}, true
	case Dispatch:
		return study{class: Heavy, flows: 170, solve: solveDispatch, leaf: (*Verifier).dispatch}, true
	case Secure:
		return study{class: Heavy, flows: 5000, solve: solveDispatch, leaf: (*Verifier).dispatch}, true
	case Nose:
		return study{class: Heavy, flows: 90, solve: solveNose, leaf: (*Verifier).nose}, true
	case Swing:
		return study{most: mostFaults, class: Heavy, flows: 1600, solve: solveSwing, leaf: (*Verifier).swing}, true
	case Forecast:
		return study{most: mostAhead, class: Light, solve: solveForecast, leaf: (*Verifier).foreseen}, true
	}
	return study{}, false
}

// Class is on what machines tasks of the kind run, where nothing else is asked.
func (k Kind) Class() Class {
	s, _ := k.study()
	return s.class
}

// Leaves is how many leaves the task has.
func (s Spec) Leaves() int {
	if k, _ := s.Kind.study(); k.most == 0 {
		return 1
	}
	return s.Count
}

// Energy is an estimate of what a task takes, Wh: a server of 200 W solves power
// flows of some 500,000 buses a second.
func (s Spec) Energy() float64 {
	const watts, busesPerSecond, secondsPerHour = 200, 500_000, 3600
	k, _ := s.Kind.study()
	if s.Kind == Forecast {
		return 0.001 // some ten milliseconds, whatever is asked
	}
	return float64(s.Buses*max(1, s.Leaves())) * k.flows / busesPerSecond * watts / secondsPerHour
}

// Urgency is what the state of the system, whose own priority is given, makes of a
// task of the kind. In an emergency it is studies of stability and of security
// that say what can still be done: they are as urgent as the system, and what is
// computed for later (hours, sampled states) waits.
func (k Kind) Urgency(system Priority) Priority {
	switch k {
	case Series, Adequacy:
		return min(system, Medium)
	case Dispatch, Nose, Swing:
		if system < High {
			return Low // nobody waits for it
		}
	}
	return system
}
