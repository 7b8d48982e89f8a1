package dispatch

import "strings"

// Guard says how a machine's pools stand to those that it should have: the router
// first, and behind it pools of its own, which keep it hashing when the router is
// gone.
type Guard string

// The ways in which they stand.
const (
	Guarded      Guard = "guarded"
	NotSeen      Guard = ""              // its pools were not read; some firmwares tell none asleep
	NotRouted    Guard = "not routed"    // its first pool is not the router
	NoFallback   Guard = "no fallback"   // nothing of its own behind the router
	DeadFallback Guard = "dead fallback" // what is behind the router does not answer it
)

// Guarding compares pools that a machine has with those that it should have, in
// their order; the first of them is the router.
func Guarding(want, have []Pool) Guard {
	switch {
	case len(have) == 0 || len(want) == 0:
		return NotSeen
	case !samePool(want[0], have[0]):
		return NotRouted
	}
	found := NoFallback
	for _, w := range want[1:] {
		for _, h := range have[1:] {
			if !samePool(w, h) {
				continue
			}
			if h.Alive {
				return Guarded
			}
			found = DeadFallback
		}
	}
	return found
}

func samePool(a, b Pool) bool {
	return strings.EqualFold(strings.TrimRight(a.URL, "/"), strings.TrimRight(b.URL, "/")) && a.User == b.User
}

// IdlesWithout reports whether a machine that should hash does not, since no pool
// gives it work: firmware that idles on connection loss, or a machine without a
// pool that lives.
func IdlesWithout(r Reading) bool {
	if r.State == Asleep || r.State == Fault || r.THs > 0 || len(r.Pools) == 0 {
		return false
	}
	for _, p := range r.Pools {
		if p.Active && p.Alive {
			return false
		}
	}
	return true
}
