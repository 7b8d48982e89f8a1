package app

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

// newBonusList says what members had of the days' reward tokens.
func newBonusList(p Process) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "bonus", Short: "List what members had of the reward tokens for grid work, by day", Args: cobra.NoArgs,
		Long: "Reads the store, of a running process too: what each day's work for the grid earned, what the operator kept,\n" +
			"and each member's part with its transfer. A day's shares are in the ledger (pouwdem stratum ledger).",
		Example: "  pouwdem stratum bonus --data data",
	}
	flags := addConfigFlags(cmd,
		[3]string{"data", "data_dir", "`DIR` for the data"},
		[3]string{"store", "store.url", "`URL` of the store: sqlite:FILE or postgres://..."})
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON list")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		st, err := store.Open(cmd.Context(), cfg.StoreURL(), store.Options{Existing: true})
		if err != nil {
			return err
		}
		defer st.Close()
		days, err := st.Bonuses(cmd.Context(), bonusDays)
		if err != nil {
			return err
		}
		slices.Reverse(days)
		if asJSON {
			return printJSON(p.Stdout, append([]payout.Bonus{}, days...))
		}
		return printBonuses(p.Stdout, days)
	}
	return cmd
}

func printBonuses(w io.Writer, days []payout.Bonus) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "day\tmember\tPDEM\ttransfer")
	for _, d := range days {
		day := reward.StartOf(d.Epoch).Format(time.DateOnly)
		for i := range d.Parts {
			switch part := &d.Parts[i]; {
			case part.Sent:
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", day, part.Member, tokens(part.Wei.Big()), part.Tx)
			case part.Owed():
				fmt.Fprintf(t, "%s\t%s\t%s\tnot sent yet\n", day, part.Member, tokens(part.Wei.Big()))
			default:
				fmt.Fprintf(t, "%s\t%s\t0\tnone: %s stayed with the operator\n", day, part.Member, tokens(part.Withheld.Big()))
			}
		}
		fmt.Fprintf(t, "%s\t(operator)\t%s\tkept of %s\n", day, tokens(d.Kept.Big()), tokens(d.Whole.Big()))
	}
	return t.Flush()
}
