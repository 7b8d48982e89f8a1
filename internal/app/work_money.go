package app

import (
	"fmt"
	"net/http"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

func newWorkEscrow(p Process) *cobra.Command {
	api := &remote{p: p}
	cmd := &cobra.Command{
		Use: "escrow", Short: "Show what submitters pay for tasks: accounts, what is held, and what was paid", Args: cobra.NoArgs,
		Example: "  pouwdem work escrow --json",
	}
	api.flags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var e report.Escrow
		if err := api.call(cmd.Context(), http.MethodGet, "/api/escrow", nil, &e); err != nil {
			return err
		}
		return printEscrow(p, api.asJSON, e)
	}
	return cmd
}

// newWorkBook books money: a deposit for a submitter, or a payout to an operator.
func newWorkBook(p Process, kind string) *cobra.Command {
	api := &remote{p: p}
	cmd := &cobra.Command{Use: kind + " NAME USD", Args: cobra.ExactArgs(2)}
	path := "/api/escrow/" + kind + "s"
	if kind == "deposit" {
		cmd.Short, cmd.Example = "Book money that came in for a submitter", "  POUWDEM_TOKEN=... pouwdem work deposit ana 25 --reference 'transfer 7'"
	} else {
		cmd.Short, cmd.Example = "Book money that was carried out to an operator", "  POUWDEM_TOKEN=... pouwdem work payout site-3 0.5 --reference 'transfer 8'"
	}
	api.flags(cmd)
	var asked httpapi.BookRequest
	cmd.Flags().StringVar(&asked.Reference, "reference", "", "what the transfer is called; the same is booked once")
	_ = cmd.MarkFlagRequired("reference")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		usd, err := strconv.ParseFloat(args[1], 64)
		if err != nil || !(usd > 0) {
			return usageError{fmt.Errorf("%s %q: want dollars above zero", kind, args[1])}
		}
		asked.Name, asked.USD = args[0], usd
		var e report.Escrow
		if err := api.call(cmd.Context(), http.MethodPost, path, asked, &e); err != nil {
			return err
		}
		return printEscrow(p, api.asJSON, e)
	}
	return cmd
}

func printEscrow(p Process, asJSON bool, e report.Escrow) error {
	if asJSON {
		return printJSON(p.Stdout, e)
	}
	table := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, "account\tavailable $\theld $\tin $\tout $")
	for _, a := range e.Accounts {
		fmt.Fprintf(table, "%s\t%.6f\t%.6f\t%.6f\t%.6f\n", a.Account, a.Available, a.Held, a.In, a.Out)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print the escrow: %w", err)
	}
	_, err := fmt.Fprintf(p.Stdout, "%.6f $ came in, %.6f $ are held for open tasks, %.6f $ left\n", e.InUSD, e.HeldUSD, e.OutUSD)
	return err
}
