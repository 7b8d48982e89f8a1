package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	neturl "net/url"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner/discover"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// newMiner is the fleet by hand: a running process is asked for its machines,
// single machines are asked directly.
func newMiner(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "miner", Short: "Find, read and command single machines", Args: cobra.NoArgs,
		Long: "Machines of a running process are listed; others are found in ranges of addresses, read and commanded\n" +
			"directly, each by its own firmware. A command is read back: what was not seen to happen is not said to have.\n" +
			"Machines that are not on this computer are commanded with --control live alone.",
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("miner: want list, discover, read, sleep, wake, set, pools or reboot; see pouwdem miner --help")}
		},
	}
	cmd.AddCommand(newMinerList(p), newMinerDiscover(p), newMinerRead(p), newMinerPools(p))
	for _, c := range []struct{ name, short string }{
		{"sleep", "Put machines to sleep"}, {"wake", "Wake machines"}, {"set", "Set the power of machines, in watts"}, {"reboot", "Reboot machines"},
	} {
		cmd.AddCommand(newMinerCommand(p, c.name, c.short))
	}
	return cmd
}

func newMinerList(p Process) *cobra.Command {
	var url, siteID, class, state string
	var limit int
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the machines that a running process drives", Args: cobra.NoArgs,
		Example: "  pouwdem miner list\n  pouwdem miner list --site navarro --state trouble --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if siteID == "" {
				var board report.FleetBoard
				if err := askRunning(cmd.Context(), p, url, "/api/fleet/sites", nil, &board); err != nil {
					return err
				}
				if asJSON {
					return printJSON(p.Stdout, board)
				}
				return printFleet(p.Stdout, board)
			}
			query := neturl.Values{"site": {siteID}, "class": {class}, "state": {state}, "limit": {fmt.Sprint(limit)}}
			var list report.MachineList
			if err := askRunning(cmd.Context(), p, url, "/api/fleet/machines", query, &list); err != nil {
				return err
			}
			if asJSON {
				return printJSON(p.Stdout, list)
			}
			return printMachines(p.Stdout, list)
		},
	}
	f := cmd.Flags()
	f.StringVar(&url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	f.StringVar(&siteID, "site", "", "list each machine of this site; without it the classes of all")
	f.StringVar(&class, "class", "", "of this class alone")
	f.StringVar(&state, "state", "", "in this state alone: hashing, starting, draining, asleep, fault, lost, held, open or trouble")
	f.IntVar(&limit, "limit", 1000, "at most so many")
	f.BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

// askRunning gets a view from a running process. Reading is open on loopback;
// else the token is in POUWDEM_TOKEN.
func askRunning(ctx context.Context, p Process, url, path string, query neturl.Values, into any) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	for key := range query {
		if query.Get(key) == "" {
			query.Del(key)
		}
	}
	full := strings.TrimRight(url, "/") + path
	if len(query) > 0 {
		full += "?" + query.Encode()
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, full, nil)
	if err != nil {
		return usageError{fmt.Errorf("--url: %w", err)}
	}
	if token := p.Getenv("POUWDEM_TOKEN"); token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("reach the running process (is it up, is --url right?): %w", err)
	}
	defer resp.Body.Close()
	const most = 32 << 20
	body, err := io.ReadAll(io.LimitReader(resp.Body, most))
	if err != nil {
		return fmt.Errorf("read the answer of %s: %w", full, err)
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answered %s: %.300s", full, resp.Status, body)
	}
	if err := json.Unmarshal(body, into); err != nil {
		return fmt.Errorf("read the answer of %s: %w", full, err)
	}
	return nil
}

func printFleet(w io.Writer, b report.FleetBoard) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "site\tclass\tfirmware\tmachines\tat work\tstarting\tasleep\tfault\tlost\topen\ttarget MW\tactual MW\tby\tJ/TH")
	for _, s := range b.Sites {
		for _, c := range s.Classes {
			fmt.Fprintf(t, "%s\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%.3f\t%.3f\t%s\t%s\n", s.Site, c.Class, strings.Join(c.Firmware, ","),
				c.Machines, c.Hashing, c.Starting, c.Asleep, c.Fault, c.Lost, c.Open, c.TargetMW, c.ActualMW, c.Source, optional(c.JPerTH))
		}
		for _, a := range s.Alarms {
			fmt.Fprintf(t, "%s\t%s: %s\n", s.Site, a.Severity, a.Text)
		}
	}
	return t.Flush()
}

func printMachines(w io.Writer, l report.MachineList) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "machine\taddress\tfirmware\tstate\ttarget W\tactual W\tby\tTH/s\tC\tup\tcommand\tfate\twhy")
	for _, m := range l.Machines {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%.0f\t%.0f\t%s\t%.1f\t%.0f\t%s\t%s\t%s\t%s\n", m.ID, m.Address, m.Firmware, m.State, m.TargetW, m.ActualW,
			m.Source, m.THs, m.TempC, (time.Duration(m.UptimeS) * time.Second).String(), m.Command, m.Fate, m.Trouble+m.Why)
	}
	if len(l.Machines) < l.Total {
		fmt.Fprintf(t, "%d more; --limit shows them\n", l.Total-len(l.Machines))
	}
	return t.Flush()
}

func optional(x *float64) string {
	if x == nil {
		return "-"
	}
	return fmt.Sprintf("%.1f", *x)
}

func newMinerDiscover(p Process) *cobra.Command {
	var o discover.Options
	var asJSON bool
	cmd := &cobra.Command{
		Use: "discover RANGE...", Short: "Find machines in ranges of addresses and say what they run", Args: cobra.MinimumNArgs(1),
		Example: "  pouwdem miner discover 10.1.0.0/22 10.2.0.5-10.2.0.60",
		RunE: func(cmd *cobra.Command, args []string) error {
			hosts, err := discover.Expand(args)
			if err != nil {
				return usageError{err}
			}
			began := time.Now()
			found := []discover.Found{}
			if err := discover.Scan(cmd.Context(), hosts, o, func(f discover.Found) { found = append(found, f) }); err != nil {
				return err
			}
			if asJSON {
				return printJSON(p.Stdout, map[string]any{"asked": len(hosts), "found": found, "elapsed_s": time.Since(began).Seconds()})
			}
			t := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
			fmt.Fprintln(t, "address\tfirmware\tmodel\tversion\tmac\tproblem")
			for _, f := range found {
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\n", f.Address, f.Firmware, f.Identity.Model, f.Identity.Version, f.Identity.MAC, f.Problem)
			}
			fmt.Fprintf(t, "%d of %d addresses answered, in %s\n", len(found), len(hosts), time.Since(began).Round(time.Millisecond))
			return t.Flush()
		},
	}
	f := cmd.Flags()
	f.IntVar(&o.Concurrency, "concurrency", 500, "addresses asked at once")
	f.DurationVar(&o.Timeout, "timeout", time.Second, "for one exchange")
	f.StringVar(&o.RPC, "rpc-port", "4028", "port of the cgminer API")
	f.StringVar(&o.V3, "v3-port", "4433", "port of the Whatsminer API V3")
	f.StringVar(&o.HTTP, "http-port", "80", "port of web servers")
	f.BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

// controlFlag is the switch without which no machine elsewhere is commanded.
func controlFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("control", config.ControlAdvise, "live to command machines that are not on this computer")
}
