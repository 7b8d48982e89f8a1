package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	neturl "net/url"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// remote is a running process as commands reach it: over its API.
type remote struct {
	p      Process
	url    string
	asJSON bool
}

func (r *remote) flags(cmd *cobra.Command) {
	cmd.PersistentFlags().StringVar(&r.url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	cmd.PersistentFlags().BoolVar(&r.asJSON, "json", false, "print one JSON object")
}

// call asks the running process. Changing takes the token from POUWDEM_TOKEN.
func (r *remote) call(ctx context.Context, method, path string, ask, answer any) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	var body io.Reader
	if ask != nil {
		encoded, err := json.Marshal(ask)
		if err != nil {
			return fmt.Errorf("encode the request: %w", err)
		}
		body = bytes.NewReader(encoded)
	}
	req, err := http.NewRequestWithContext(ctx, method, strings.TrimRight(r.url, "/")+path, body)
	if err != nil {
		return usageError{fmt.Errorf("--url: %w", err)}
	}
	req.Header.Set("Content-Type", "application/json")
	token := r.p.Getenv("POUWDEM_TOKEN")
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	} else if method != http.MethodGet {
		return usageError{errors.New("POUWDEM_TOKEN is not set: put the token there that the process printed at its start")}
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("reach the running process (is it up, is --url right?): %w", err)
	}
	defer resp.Body.Close()
	said, err := io.ReadAll(io.LimitReader(resp.Body, 32<<20))
	if err != nil {
		return fmt.Errorf("read the answer of %s: %w", path, err)
	}
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("%s answered %s: %s", path, resp.Status, problemText(said))
	}
	if raw, ok := answer.(*[]byte); ok {
		*raw = said
		return nil
	}
	if answer == nil || len(said) == 0 {
		return nil
	}
	if err := json.Unmarshal(said, answer); err != nil {
		return fmt.Errorf("read the answer of %s: %w", path, err)
	}
	return nil
}

// problemText is what problem details say, or the answer as it stands.
func problemText(said []byte) string {
	var p struct {
		Detail string `json:"detail"`
		Errors []struct {
			Location string `json:"location"`
			Message  string `json:"message"`
		} `json:"errors"`
	}
	if json.Unmarshal(said, &p) != nil || p.Detail == "" {
		return string(bytes.TrimSpace(said[:min(len(said), 2000)]))
	}
	text := p.Detail
	for _, e := range p.Errors {
		text += "; " + e.Location + ": " + e.Message
	}
	return text
}

func newDesk(p Process) *cobra.Command {
	r := &remote{p: p}
	cmd := &cobra.Command{
		Use: "desk", Short: "Offers, awards and statements in ERCOT's markets, of a running process", Args: cobra.NoArgs,
		Long: "Talks to a running pouwdem: shows the days' offers and awards, lets offers go out, exports and imports\n" +
			"them as tables, and holds statements against our own settlement. Changing takes the token from\n" +
			"POUWDEM_TOKEN. The tables are described in docs/participation.md.",
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("desk: want show, approve, export, import, awards, reconcile or peak; see pouwdem desk --help")}
		},
	}
	r.flags(cmd)
	cmd.AddCommand(deskShow(r), deskApprove(r), deskExport(r), deskImport(r, "offers", "Put the curves of a table in place of a day's offers"),
		deskImport(r, "awards", "Enter a day's awards from a table"), deskReconcile(r), deskPeak(r))
	return cmd
}

func deskShow(r *remote) *cobra.Command {
	var siteID string
	cmd := &cobra.Command{
		Use: "show", Short: "Print the days' offers and awards", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var board report.DeskBoard
			if err := r.call(cmd.Context(), http.MethodGet, "/api/desk?"+neturl.Values{"site": {siteID}}.Encode(), nil, &board); err != nil {
				return err
			}
			if r.asJSON {
				return printJSON(r.p.Stdout, board)
			}
			return printBoard(r.p.Stdout, &board)
		},
	}
	cmd.Flags().StringVar(&siteID, "site", "", "only this site")
	return cmd
}

func printBoard(w io.Writer, b *report.DeskBoard) error {
	table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	for _, s := range b.Sites {
		fmt.Fprintf(table, "%s\t%s at %s\tnext market: %s, closes %s\t\t\n", s.Site, s.LoadType, s.Point, s.Next, s.Closes.Format(time.RFC3339))
		for _, d := range s.Days {
			offered, awarded := 0.0, 0.0
			for _, h := range d.Hours {
				for _, p := range h.Products {
					offered = max(offered, p.OfferMW)
					awarded += p.AwardMW
				}
			}
			worth := ""
			if d.WorthUSD != nil {
				worth = fmt.Sprintf("%.0f MW-h awarded, worth %.2f $", awarded, *d.WorthUSD)
			}
			fmt.Fprintf(table, "  %s\t%s\trevision %d, up to %.2f MW of a product\t%s\t%s\n", d.Day, d.Status, d.Revision, offered, worth, d.Note)
		}
		for _, a := range s.Awards {
			fmt.Fprintf(table, "  now\t%s\t%.3f MW\t\t\n", a.Product, a.PowerMW)
		}
	}
	if b.Simulated {
		fmt.Fprintln(table, "simulated\t\t\t\t")
	}
	return table.Flush()
}

// dayFlags name a site's operating day.
func dayFlags(cmd *cobra.Command, siteID, day *string) {
	cmd.Flags().StringVar(siteID, "site", "", "id of the site")
	cmd.Flags().StringVar(day, "day", "", "operating `DAY` such as 2026-03-01")
	_ = cmd.MarkFlagRequired("site")
	_ = cmd.MarkFlagRequired("day")
}

func dayPath(siteID, day, rest string) string {
	return "/api/desk/" + neturl.PathEscape(siteID) + "/" + neturl.PathEscape(day) + rest
}

func deskApprove(r *remote) *cobra.Command {
	var siteID, day, reason string
	var hold bool
	cmd := &cobra.Command{
		Use: "approve", Short: "Let a day's offers go out when it is time", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var done map[string]any
			ask := map[string]any{"approve": !hold, "reason": reason}
			if err := r.call(cmd.Context(), http.MethodPost, dayPath(siteID, day, "/approval"), ask, &done); err != nil {
				return err
			}
			return r.tell(done)
		},
	}
	dayFlags(cmd, &siteID, &day)
	cmd.Flags().BoolVar(&hold, "hold", false, "hold them back instead")
	cmd.Flags().StringVar(&reason, "reason", "from the command line", "why, for the audit log")
	return cmd
}

// tell prints what a change led to.
func (r *remote) tell(done map[string]any) error {
	if r.asJSON {
		return printJSON(r.p.Stdout, done)
	}
	_, err := fmt.Fprintf(r.p.Stdout, "%v %v: %v, revision %v, %v awards\n", done["site"], done["operating_day"], done["status"], done["revision"], done["awards"])
	return err
}

func deskExport(r *remote) *cobra.Command {
	var siteID, day, what string
	cmd := &cobra.Command{
		Use: "export", Short: "Print a day's offers or awards as CSV, or all of it with --json", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			path := dayPath(siteID, day, "/"+what+".csv")
			if r.asJSON {
				path = dayPath(siteID, day, "")
			} else if what != "offers" && what != "awards" {
				return usageError{fmt.Errorf("--what %q: want offers or awards", what)}
			}
			var table []byte
			if err := r.call(cmd.Context(), http.MethodGet, path, nil, &table); err != nil {
				return err
			}
			_, err := r.p.Stdout.Write(table)
			return err
		},
	}
	dayFlags(cmd, &siteID, &day)
	cmd.Flags().StringVar(&what, "what", "offers", "offers or awards")
	return cmd
}

func deskImport(r *remote, what, short string) *cobra.Command {
	var siteID, day, reason string
	use := "import FILE"
	if what == "awards" {
		use = "awards FILE"
	}
	cmd := &cobra.Command{
		Use: use, Short: short, Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			table, err := os.ReadFile(args[0])
			if err != nil {
				return fmt.Errorf("read the table: %w", err)
			}
			var done map[string]any
			ask := map[string]any{"csv": string(table), "reason": reason}
			if err := r.call(cmd.Context(), http.MethodPost, dayPath(siteID, day, "/"+what), ask, &done); err != nil {
				return err
			}
			return r.tell(done)
		},
	}
	dayFlags(cmd, &siteID, &day)
	cmd.Flags().StringVar(&reason, "reason", "from the command line", "why, for the audit log")
	return cmd
}

func deskReconcile(r *remote) *cobra.Command {
	var siteID, name string
	cmd := &cobra.Command{
		Use: "reconcile FILE", Short: "Hold a statement against our own settlement, to half a per cent", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			table, err := os.ReadFile(args[0])
			if err != nil {
				return fmt.Errorf("read the statement: %w", err)
			}
			var st report.DeskStatement
			ask := map[string]any{"site": siteID, "name": name, "csv": string(table)}
			if err := r.call(cmd.Context(), http.MethodPost, "/api/statements", ask, &st); err != nil {
				return err
			}
			if r.asJSON {
				return printJSON(r.p.Stdout, st)
			}
			return printStatement(r.p.Stdout, &st)
		},
	}
	cmd.Flags().StringVar(&siteID, "site", "", "id of the site")
	cmd.Flags().StringVar(&name, "name", "statement", "by which it is kept")
	_ = cmd.MarkFlagRequired("site")
	return cmd
}

func printStatement(w io.Writer, st *report.DeskStatement) error {
	table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, "day\tcharge\tstatement $\tours $\t\t")
	for _, d := range st.Rows {
		fmt.Fprintf(table, "%s\t%s\t%.2f\t%.2f\t%s\t\n", d.Day, d.Charge, d.StatementUSD, d.OursUSD, d.Why)
	}
	verdict := "within half a per cent"
	if !st.Within {
		verdict = "not within half a per cent"
	}
	fmt.Fprintf(table, "in all\t\t%.2f\t%.2f\t%s; %d differences to look at; ours is of version %s\t\n", st.StatementUSD, st.OursUSD, verdict, st.Open, st.Version)
	return table.Flush()
}

func deskPeak(r *remote) *cobra.Command {
	var start string
	var system float64
	cmd := &cobra.Command{
		Use: "peak", Short: "Settle a month's coincident peak as ERCOT published it", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			at, err := time.Parse(time.RFC3339, start)
			if err != nil {
				return usageError{fmt.Errorf("--start %q: want a time such as 2026-08-20T22:45:00Z", start)}
			}
			var done map[string]any
			if err := r.call(cmd.Context(), http.MethodPost, "/api/peaks", map[string]any{"start_utc": at, "system_mw": system}, &done); err != nil {
				return err
			}
			return printJSON(r.p.Stdout, done)
		},
	}
	cmd.Flags().StringVar(&start, "start", "", "start of the interval, RFC 3339")
	cmd.Flags().Float64Var(&system, "system-mw", 0, "load of the system in it")
	_ = cmd.MarkFlagRequired("start")
	_ = cmd.MarkFlagRequired("system-mw")
	return cmd
}
