package dispatch_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// gpuLevels are one node of eight GPUs: at three quarters of its power it does
// nine tenths of its work.
func gpuLevels() []site.Level {
	return []site.Level{{Name: "asleep", Watts: 1272}, {Name: "capped", Watts: 9540, Output: 0.9}, {Name: "rated", Watts: 12720}}
}

func gpuNodes(n int) []dispatch.Machine {
	nodes := make([]dispatch.Machine, n)
	for i := range nodes {
		nodes[i] = dispatch.Machine{ID: fmt.Sprint("n", i), Class: "h100", Levels: gpuLevels(), Stepped: true, Capped: true}
	}
	return nodes
}

func TestNodesAreCappedBeforeAnyIsDrained(t *testing.T) {
	nodes, standings := gpuNodes(10), make([]dispatch.Standing, 10)
	for i := range standings {
		standings[i].Level = 2
	}
	for _, test := range []struct {
		watts                 float64
		asleep, capped, rated int
	}{
		{127_200, 0, 0, 10},
		{10 * 9540, 0, 10, 0},       // a cap of each costs the least work
		{5*9540 + 5*1272, 5, 5, 0},  // below that whole nodes go
		{10*9540 + 3180*3, 0, 7, 3}, // what is over gives single nodes their full power
		{10 * 1272, 10, 0, 0},
	} {
		a := dispatch.Assign(nodes, standings, dispatch.Wish{Watts: test.watts})
		var got [3]int
		for _, level := range a.Levels {
			got[level]++
		}
		if got != [3]int{test.asleep, test.capped, test.rated} || a.Watts > test.watts+1 {
			t.Errorf("%.0f W: %v asleep, capped and rated, %.0f W", test.watts, got, a.Watts)
		}
	}
}

func TestTiersAreAdmittedByTheirPowerTheFirstFirst(t *testing.T) {
	nodes, levels, none := gpuNodes(10), slices.Repeat([]int{1}, 10), make([][]string, 10)
	grants := []dispatch.Grant{{Tier: "sold", Watts: 4.5 * 9540}, {Tier: "batch", Watts: 2 * 9540}}
	first := dispatch.Admit(nodes, levels, none, grants, 1)
	count := func(admitted [][]string) (sold, batch, both, idle int) {
		for _, tiers := range admitted {
			s, b := slices.Contains(tiers, "sold"), slices.Contains(tiers, "batch")
			switch {
			case s && b:
				both++
			case s:
				sold++
			case b:
				batch++
			default:
				idle++
			}
		}
		return
	}
	if s, b, both, idle := count(first); s+both != 5 || b+both < 2 || b+both > 3 || idle < 2 {
		t.Errorf("%d sold, %d batch, %d both, %d idle", s, b, both, idle)
	}
	t.Run("a node that has a tier keeps it", func(t *testing.T) {
		grants[0].Watts = 3 * 9540
		second := dispatch.Admit(nodes, levels, first, grants, 2)
		for i := range second {
			if slices.Contains(second[i], "sold") && !slices.Contains(first[i], "sold") {
				t.Errorf("node %d was given the tier sold, which others had", i)
			}
		}
	})
	t.Run("a node that is asleep admits none", func(t *testing.T) {
		levels := slices.Repeat([]int{0}, 10)
		levels[3] = 2
		for i, tiers := range dispatch.Admit(nodes, levels, first, grants, 1) {
			if i != 3 && len(tiers) > 0 || i == 3 && !slices.Equal(tiers, []string{"sold"}) {
				t.Errorf("node %d admits %v", i, tiers)
			}
		}
	})
}

func TestACapIsFollowedWhateverTheWorkDraws(t *testing.T) {
	m := gpuNodes(1)[0]
	for name, test := range map[string]struct {
		level   int
		reading dispatch.Reading
		want    dispatch.Outcome
	}{
		"capped and busy":         {1, dispatch.Reading{State: dispatch.Hashing, Source: dispatch.Reported, LimitW: 9540, Watts: 9500}, dispatch.Followed},
		"capped and idle":         {1, dispatch.Reading{State: dispatch.Hashing, Source: dispatch.Reported, LimitW: 9540, Watts: 2000}, dispatch.Followed},
		"above its cap":           {1, dispatch.Reading{State: dispatch.Hashing, Source: dispatch.Reported, LimitW: 9540, Watts: 12000}, dispatch.NotYet},
		"the cap is another":      {1, dispatch.Reading{State: dispatch.Hashing, Source: dispatch.Reported, LimitW: 12720, Watts: 9000}, dispatch.NotYet},
		"drains with work left":   {0, dispatch.Reading{State: dispatch.Draining, Source: dispatch.Reported, LimitW: 7000, Watts: 6000}, dispatch.NotYet},
		"drained":                 {0, dispatch.Reading{State: dispatch.Asleep, Source: dispatch.Reported, Watts: 1300}, dispatch.Followed},
		"drained by another hand": {1, dispatch.Reading{State: dispatch.Fault, Fault: "drained: fan"}, dispatch.Refused},
	} {
		if got := dispatch.Judge(&m, test.level, test.reading); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
