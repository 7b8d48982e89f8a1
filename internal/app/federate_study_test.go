package app

import (
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/service/together"
)

func TestSettingsCannotBeSettledOnDaysThatAreScored(t *testing.T) {
	for _, days := range []string{"2026-06-01..2026-06-30", "2026-03-01..2026-03-31", "spring"} {
		f := fedStudyFlags{ground: groundFlags{simulator: true}, validate: days}
		learn, held, err := f.periods()
		if err != nil {
			t.Fatal(err)
		}
		study := together.Study{Held: together.Span{From: held.from, To: held.to}}
		if _, _, err := f.settle(t.Context(), Process{}, study, nil, learn); err == nil || !strings.Contains(err.Error(), "--validate") {
			t.Errorf("%s: %v", days, err)
		}
	}
}

func TestTrialsAreShownWithTheOneThatWasChosen(t *testing.T) {
	var out strings.Builder
	err := printTrials(&out, "2026-05-01..2026-05-29", 2, []together.Trial{
		{Arm: together.Common, Setting: together.Setting{Lean: 3, Temperature: 0.1}, Seeds: []float64{100, -40}},
		{Arm: together.Common, Setting: together.Setting{Lean: 0.5, Temperature: 0.1}, Seeds: []float64{200, 0}, Chosen: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(out.String(), "\n") {
		if strings.HasPrefix(line, together.Common) && strings.Contains(line, "chosen") != strings.Contains(line, " 0.5 ") {
			t.Errorf("not the better of the two is marked:\n%s", out.String())
		}
	}
}
