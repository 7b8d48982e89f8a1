package report_test

import (
	"math"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/report/reporttest"
)

func TestGridStudyJudgesThePlanInForceAndStaysAsItWas(t *testing.T) {
	d := reporttest.Decision(interval(), 30)
	at, load := interval().Start, 5.0
	study := report.Grid{At: &at, Sites: []report.GridSite{{
		Site: d.Site, InNetwork: true, StudyMW: &load, Verdict: "neutral",
		Binding: []report.GridBinding{{Branch: "138 kV 1-2", FlowMW: 50, LimitMW: 100, LoadingPct: 50, ShiftFactor: 0.5}},
	}}}
	seen := report.GridWithPlans(study, at.Add(time.Minute), []report.SiteRecord{record(&d)})

	got := seen.Sites[0]
	want := 50 + 0.5*(*got.PlanMW-load) // percent of 100 MW
	if *seen.AgeS != 60 || got.Verdict != "adds" || math.Abs(*got.Binding[0].LoadingAtPlanPct-want) > 1e-9 {
		t.Errorf("seen %+v, binding %+v", got, got.Binding[0])
	}
	if study.Sites[0].PlanMW != nil || study.Sites[0].Binding[0].LoadingAtPlanPct != nil {
		t.Error("the study was changed by looking at it")
	}
}
