package app

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"net/http"
	neturl "net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

func newWorkSubmit(p Process) *cobra.Command {
	api := &remote{p: p}
	cmd := &cobra.Command{
		Use: "submit CASE.m", Short: "Submit a task on a network of one's own to a running coordinator", Args: cobra.ExactArgs(1),
		Long: "The network is solved by the coordinator's workers, every leaf of the answer is checked, and with --wait the\n" +
			"proof with all of them is written to a file, which pouwdem work verify checks against the case. A bounty is\n" +
			"held from your money, paid when the result is verified, and else given back. The token is read from POUWDEM_TOKEN.",
		Example: "  POUWDEM_TOKEN=... pouwdem work submit case118.m --kind n1 --wait --out proof.json",
	}
	api.flags(cmd)
	var asked httpapi.SubmitRequest
	var wait, heavy bool
	var within time.Duration
	var out string
	fl := cmd.Flags()
	fl.StringVar(&asked.Kind, "kind", "power_flow", kindsHelp)
	fl.IntVar(&asked.First, "first", 0, "first outage, hour or state, from 0")
	fl.IntVar(&asked.Count, "count", 0, "how many; 0 for n1: all from the first on")
	fl.Uint64Var(&asked.Seed, "seed", 1, "of the changes of loads, and of states")
	fl.Float64Var(&asked.Spread, "spread", 0, "standard deviation of each load's change, a fraction")
	fl.StringVar(&asked.Priority, "priority", "MEDIUM", "LOW, MEDIUM or HIGH")
	fl.Float64Var(&asked.BountyUSD, "bounty-usd", 0, "dollars to hold for it from your money, and to pay for what its result shows")
	fl.BoolVar(&heavy, "heavy", false, "for servers alone")
	fl.DurationVar(&within, "within", time.Hour, "until the deadline, up to 24h")
	fl.BoolVar(&wait, "wait", false, "wait for the result")
	fl.StringVar(&out, "out", "", "`FILE` for the proof with every leaf, with --wait")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		text, err := os.ReadFile(args[0])
		if err != nil {
			return usageError{err}
		}
		asked.Case, asked.Minutes = string(text), int(within.Minutes())
		asked.Name = strings.TrimSuffix(filepath.Base(args[0]), ".m")
		if heavy {
			asked.Class = "heavy"
		}
		var t report.Task
		if err := api.call(cmd.Context(), http.MethodPost, "/api/tasks", asked, &t); err != nil {
			return err
		}
		if !wait {
			return printTask(p, api.asJSON, t)
		}
		if t, err = awaitTask(cmd.Context(), api, t); err != nil {
			return err
		}
		if out != "" && t.State == "verified" {
			var raw []byte
			if err := api.call(cmd.Context(), http.MethodGet, "/api/proofs/"+t.Task+"/file", nil, &raw); err != nil {
				return err
			}
			if err := os.WriteFile(out, raw, 0o644); err != nil {
				return fmt.Errorf("write the proof: %w", err)
			}
		}
		if err := printTask(p, api.asJSON, t); err != nil {
			return err
		}
		if t.State != "verified" {
			return fmt.Errorf("the task was %s: %s", t.State, t.Reason)
		}
		return nil
	}
	return cmd
}

// awaitTask asks for a task until it is closed.
func awaitTask(ctx context.Context, api *remote, t report.Task) (report.Task, error) {
	const pause = 300 * time.Millisecond
	for t.State == "offered" {
		if (clock.Wall{}).Sleep(ctx, pause) != nil {
			return t, errors.New("interrupted; pouwdem work list shows what becomes of the task")
		}
		if err := api.call(ctx, http.MethodGet, "/api/tasks/"+t.Task, nil, &t); err != nil {
			return t, err
		}
	}
	return t, nil
}

func printTask(p Process, asJSON bool, t report.Task) error {
	if asJSON {
		return printJSON(p.Stdout, t)
	}
	_, err := fmt.Fprintf(p.Stdout, "%s %s of %s, %d leaves: %s %s\n", t.Task, t.Kind, t.Network, t.Count, t.State, t.Reason)
	if err == nil && t.Summary != nil {
		_, err = fmt.Fprintf(p.Stdout, "%d solved, %d of them with a limit that is not kept, %d cut off, %d without a solution; every opened leaf was checked (%d in %d us), by %s's worker %.12s\n",
			t.Summary.Solved, t.Summary.Violating, t.Summary.Islanded, t.Summary.Failed, t.Opened, t.CheckUS, t.Operator, t.Worker)
	}
	return err
}

func newWorkList(p Process) *cobra.Command {
	api := &remote{p: p}
	cmd := &cobra.Command{Use: "list", Short: "List the newest tasks of a running coordinator", Args: cobra.NoArgs}
	api.flags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var b report.TaskBoard
		if err := api.call(cmd.Context(), http.MethodGet, "/api/tasks", nil, &b); err != nil {
			return err
		}
		if api.asJSON {
			return printJSON(p.Stdout, b)
		}
		table := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
		fmt.Fprintln(table, "task\tkind\tpriority\tleaves\tstate\toperator\tsubmitter\treason")
		for _, t := range b.Tasks {
			if t.State == "offered" {
				t.Reason = t.Because
			}
			fmt.Fprintf(table, "%.12s\t%s\t%s\t%d\t%s\t%s\t%s\t%.60s\n", t.Task, t.Kind, t.Priority, t.Count, t.State, t.Operator, t.Submitter, t.Reason)
		}
		return table.Flush()
	}
	return cmd
}

func newWorkReceipts(p Process) *cobra.Command {
	api := &remote{p: p}
	cmd := &cobra.Command{
		Use: "receipts", Short: "Export the receipts of verified tasks as CSV, or as JSON with --json", Args: cobra.NoArgs,
		Example: "  pouwdem work receipts --since 168h > receipts.csv",
	}
	api.flags(cmd)
	var since time.Duration
	var limit int
	cmd.Flags().DurationVar(&since, "since", 0, "only those offered at most so long ago on the wall's clock; 0: all")
	cmd.Flags().IntVar(&limit, "limit", 10_000, "at most so many, the newest")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		query := neturl.Values{"limit": {strconv.Itoa(limit)}}
		if since > 0 {
			query.Set("from", time.Now().Add(-since).UTC().Format(time.RFC3339))
		}
		var list report.Receipts
		if err := api.call(cmd.Context(), http.MethodGet, "/api/receipts?"+query.Encode(), nil, &list); err != nil {
			return err
		}
		if api.asJSON {
			return printJSON(p.Stdout, list)
		}
		return receiptsCSV(p, list.Receipts)
	}
	return cmd
}

func receiptsCSV(p Process, receipts []report.Task) error {
	w := csv.NewWriter(p.Stdout)
	rows := [][]string{{"task", "kind", "network", "leaves", "operator", "worker", "submitter", "leaves_checked", "leaves_solved_again", "check_us", "energy_wh", "energy_by", "price_usd", "price_by", "offered_utc", "closed_utc", "simulated"}}
	number := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	for _, t := range receipts {
		closed := ""
		if t.Closed != nil {
			closed = t.Closed.Format(time.RFC3339)
		}
		rows = append(rows, []string{
			t.Task, t.Kind, t.Network, strconv.Itoa(t.Count), t.Operator, t.Worker, t.Submitter, strconv.Itoa(t.Opened), strconv.Itoa(t.Rerun),
			strconv.FormatInt(t.CheckUS, 10), number(t.EnergyWh), t.EnergyBy, number(t.PriceUSD), t.PriceBy, t.Offered.Format(time.RFC3339), closed, strconv.FormatBool(t.Simulated),
		})
	}
	if err := w.WriteAll(rows); err != nil {
		return fmt.Errorf("print the receipts: %w", err)
	}
	return nil
}
