package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
)

// gridOutput are the flags that every study of a case shares.
type gridOutput struct {
	asJSON  bool
	csv     string
	out     string
	plot    string
	dclines bool
}

func newGrid(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "grid", Short: "Study power networks in MATPOWER case files",
		Long: "Power flow, optimal power flow, contingencies, voltage and transient stability of a network in a MATPOWER case\n" +
			"file of version 2, or of a synthetic one. Results as a summary, as JSON, as CSV, as a solved case, as charts.",
		Example: "  pouwdem grid synth --buses 200 --out small.m\n  pouwdem grid pf small.m\n  pouwdem grid n1 small.m --json",
	}
	cmd.AddCommand(newGridFlow(p), newGridDirect(p), newGridDispatch(p, false), newGridDispatch(p, true), newGridLosses(p), newGridCurve(p),
		newGridStability(p), newGridFactors(p, "ptdf"), newGridFactors(p, "lodf"), newGridSynth(p))
	return cmd
}

func (o *gridOutput) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.asJSON, "json", false, "print one JSON object")
	f.StringVar(&o.csv, "csv", "", "write tables into this `DIR`, in MATPOWER's order of rows")
	f.StringVar(&o.out, "out", "", "write the solved case to this `FILE.m`")
	f.StringVar(&o.plot, "plot", "", "write charts (SVG) into this `DIR`")
	f.BoolVar(&o.dclines, "dclines", false, "use the direct-current lines of the case")
}

// load reads and compiles the case that a command names.
func (o *gridOutput) load(p Process, path string) (*grid.Network, error) {
	c, err := readCase(path)
	if err != nil {
		return nil, err
	}
	for _, note := range c.Notes {
		fmt.Fprintln(p.Stderr, "note:", note)
	}
	return grid.Compile(c, grid.Options{DCLines: o.dclines})
}

// mostCaseBytes is the size beyond which a file is taken for something else; a
// case of 80,000 buses has 20 MB.
const mostCaseBytes = 256 << 20

func readCase(path string) (*grid.Case, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read case: %w", err)
	}
	if info.Size() > mostCaseBytes {
		return nil, fmt.Errorf("read case %s: %d bytes are more than a case file has", path, info.Size())
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read case: %w", err)
	}
	return grid.ReadCase(path, src)
}

// write writes what the flags ask for: the solved case and the tables.
func (o *gridOutput) write(solved *grid.Case, tables ...table) error {
	if o.out != "" {
		if err := writeCase(o.out, solved); err != nil {
			return err
		}
	}
	if o.csv == "" {
		return nil
	}
	if err := os.MkdirAll(o.csv, 0o755); err != nil {
		return fmt.Errorf("make the folder for tables: %w", err)
	}
	for _, t := range tables {
		if err := t.write(filepath.Join(o.csv, solved.Name+"_"+t.name+".csv")); err != nil {
			return err
		}
	}
	return nil
}

func writeCase(path string, c *grid.Case) error {
	named := *c
	named.Name = strings.TrimSuffix(filepath.Base(path), ".m")
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write case: %w", err)
	}
	if err := named.WriteCase(f); err != nil {
		f.Close()
		return fmt.Errorf("write case %s: %w", path, err)
	}
	return f.Close()
}

// timed gives how long do took, in microseconds of the wall.
func timed(do func()) int64 {
	began := time.Now()
	do()
	return time.Since(began).Microseconds()
}
