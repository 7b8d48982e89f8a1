package app

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/service/backtest"
)

// sensitivity answers the study once for each value of the flag that varies.
func (f *studyFlags) sensitivity(cmd *cobra.Command, p Process) error {
	name, list, ok := strings.Cut(f.vary, "=")
	may := []string{"hashprice-factor", "adder", "start-cost", "lag", "forecast", "reserve-follow"}
	if !ok || !slices.Contains(may, name) {
		return usageError{fmt.Errorf("--vary %q: want one of %s, then = and values with commas", f.vary, strings.Join(may, ", "))}
	}
	s := backtest.Sensitivity{Of: name}
	for _, value := range strings.Split(list, ",") {
		if err := cmd.Flags().Set(name, value); err != nil {
			return usageError{fmt.Errorf("--vary: %w", err)}
		}
		study, err := f.study(p)
		if err != nil {
			return err
		}
		study.Trace = false
		r, err := backtest.Run(cmd.Context(), study)
		if err != nil {
			return fmt.Errorf("--%s %s: %w", name, value, err)
		}
		s.Values, s.Reports = append(s.Values, value), append(s.Reports, r)
	}
	if f.plot != "" {
		if err := writeSVG(f.plot, "sensitivity-"+name, s.WriteChart); err != nil {
			return err
		}
	}
	if f.asJSON {
		return printJSON(p.Stdout, s)
	}
	return s.WriteTable(p.Stdout)
}
