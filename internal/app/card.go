package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/learn/evaluate"
)

// writeCard writes a model's README: what it was trained on, and, where it has
// been scored, how it did beside the others, also where it lost.
func writeCard(dir string, about trained, scored *evaluation) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\nA discrete soft actor-critic agent, trained and scored by `pouwdem train` and `pouwdem evaluate`.", about.Model)
	if about.Simulated {
		b.WriteString(" **Everything here is simulated**: prices, machines and dollars.")
	}
	fmt.Fprintf(&b, "\n\n| | |\n|---|---|\n| learned from | %s, %s |\n| validated on | %s |\n| sites | %s |\n", about.Ground, about.Train, about.Validate, strings.Join(about.Sites, ", "))
	fmt.Fprintf(&b, "| budget | %d intervals and %d updates for each seed, %d seeds |\n", about.Steps, int(float64(about.Steps)*about.Schedule.Ratio), len(about.Seeds))
	fmt.Fprintf(&b, "| networks | %v, layer norm; gamma %g, %d-step returns, batch %d |\n", about.Settings.Hidden, about.Settings.Gamma, about.Settings.Steps, about.Settings.Batch)
	fmt.Fprintf(&b, "| levers | %s |\n", strings.Join(about.played(), ", "))
	if about.Declared != "" {
		fmt.Fprintf(&b, "| declared | %s |\n", about.Declared)
	}
	fmt.Fprintf(&b, "| baseline | %s |\n\n", about.Baseline)
	b.WriteString("policy.ckpt is the median seed by validation. On the days of validation, which chose the checkpoint of each seed and so flatter it:\n\n| seed | $ above the threshold rule | after steps | |\n|---|---|---|---|\n")
	for _, s := range about.Seeds {
		mark := ""
		if s.Shipped {
			mark = "policy.ckpt"
		}
		fmt.Fprintf(&b, "| %d | %.0f | %d | %s |\n", s.Seed, s.ValidatedUSD, s.Steps, mark)
	}
	if _, err := os.Stat(filepath.Join(dir, curves)); err == nil {
		fmt.Fprintf(&b, "\n![How the training went: validation, rewards, entropy, temperature, values and losses over steps](%s)\n\nThe shipped seed is the dark line; the figures are in metrics.csv.\n", curves)
	}
	if scored != nil {
		scored.card(&b)
	} else {
		b.WriteString("\nIt has not been scored on days of its own yet: `pouwdem evaluate` does.\n")
	}
	if err := os.WriteFile(filepath.Join(dir, "README.md"), []byte(b.String()), 0o644); err != nil { //nolint:gosec // a card is to be read
		return fmt.Errorf("write the model's card: %w", err)
	}
	return nil
}

// played are the levers of a training; those from before levers were named played
// energy and inference.
func (t trained) played() []string {
	if len(t.Levers) == 0 {
		return []string{"energy", "inference"}
	}
	return t.Levers
}

// card adds the scores to a model's README.
func (e *evaluation) card(b *strings.Builder) {
	fmt.Fprintf(b, "\n## Scored on %s, levers: %s\n\n%s\n\n", e.Days, strings.Join(e.Levers, ", "), e.Note)
	for _, s := range e.Sites {
		fmt.Fprintf(b, "### %s\n\n%s, %d days, intervals of %d minutes. Threshold: %s.\n\n", s.Site, s.Point, s.DayCount, s.Minutes, s.Tuned)
		b.WriteString("| policy | profit, $ | above threshold, $ (95 %) | capture (95 %) | worst 5 % of days, $ | worst week, $ | starts | on while dear |\n|---|---|---|---|---|---|---|---|\n")
		for _, r := range s.Policies {
			fmt.Fprintf(b, "| %s | %.0f | %s | %s | %.0f | %.0f | %d | %.0f %% |\n", r.Policy, r.Score.ProfitUSD, aboveOf(r.Score), captureOf(r.Score),
				r.Score.Tail, r.Score.WorstWeek, r.Starts, 100*r.Dear)
		}
		if s.Note != "" {
			fmt.Fprintf(b, "\n%s\n", s.Note)
		}
		if s.BesideMPC != nil {
			fmt.Fprintf(b, "\n%s\n", s.besideMPC())
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "Read: %s\n", e.Verdict)
}

func aboveOf(s evaluate.Score) string {
	return fmt.Sprintf("%+.0f (%+.0f to %+.0f)", s.AboveUSD, s.AboveCI[0], s.AboveCI[1])
}

func captureOf(s evaluate.Score) string {
	if s.Capture == nil {
		return "-"
	}
	return fmt.Sprintf("%.2f (%.2f to %.2f)", *s.Capture, s.CaptureCI[0], s.CaptureCI[1])
}
