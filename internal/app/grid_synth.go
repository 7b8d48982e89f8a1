package app

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/grid/synth"
)

func newGridSynth(p Process) *cobra.Command {
	var opt synth.Options
	var out string
	cmd := &cobra.Command{
		Use: "synth", Short: "Make a synthetic network like ERCOT's", Args: cobra.NoArgs,
		Long: "Makes a power network of five zones, secure against the loss of any one branch, that belongs to nobody. The same\n" +
			"options give the same network on any machine.",
	}
	f := cmd.Flags()
	f.Uint64Var(&opt.Seed, "seed", 1, "of everything random")
	f.IntVar(&opt.Buses, "buses", 2000, "30 to 20,000")
	f.Float64Var(&opt.Load, "load", 0, "demand in MW that it serves securely; 0: 42.5 per bus, 85,000 at most")
	f.StringVar(&out, "out", "", "write the case to this `FILE.m`; standard output without it")
	cmd.RunE = func(_ *cobra.Command, _ []string) error {
		c, err := synth.Generate(opt)
		if err != nil {
			return usageError{err}
		}
		if out == "" {
			return c.WriteCase(p.Stdout)
		}
		if err := writeCase(out, c); err != nil {
			return err
		}
		fmt.Fprintf(p.Stdout, "%s: %d buses, %d branches, %d generators\n", out, len(c.Buses), len(c.Branches), len(c.Gens))
		return nil
	}
	return cmd
}
