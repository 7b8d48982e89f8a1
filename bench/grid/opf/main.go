// Command opf times this engine's alternating-current dispatch on case files for
// bench/grid/opf.sh. It is no part of the product.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/grid"
	"github.com/pouw-dem/pouwdem/internal/core/grid/opf"
)

// timing is one case's line of output; the time is the median of rounds.
type timing struct {
	Case       string  `json:"case"`
	Buses      int     `json:"buses"`
	Iterations int     `json:"iterations"`
	Objective  float64 `json:"objective_usd_h"`
	Seconds    float64 `json:"seconds"`
}

const rounds = 5

func main() {
	for _, path := range os.Args[1:] {
		line, err := run(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, path+":", err)
			os.Exit(1)
		}
		if err := json.NewEncoder(os.Stdout).Encode(line); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func run(path string) (timing, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return timing{}, err
	}
	c, err := grid.ReadCase(path, src)
	if err != nil {
		return timing{}, err
	}
	line := timing{Case: strings.TrimSuffix(filepath.Base(path), ".m"), Buses: len(c.Buses)}
	var spent []float64
	for range rounds {
		begun := time.Now()
		net, err := grid.Compile(c, grid.Options{})
		if err != nil {
			return line, err
		}
		result, err := opf.Solve(net, opf.Options{})
		if err != nil {
			return line, err
		}
		spent = append(spent, time.Since(begun).Seconds())
		line.Iterations, line.Objective = result.Iterations, result.Objective
	}
	slices.Sort(spent)
	line.Seconds = spent[len(spent)/2]
	return line, nil
}
