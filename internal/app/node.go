package app

import (
	"context"
	"errors"
	"fmt"
	"math"
	neturl "net/url"
	"strings"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/node/gpu"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// newNode is nodes of GPUs by hand, as newMiner is machines.
func newNode(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "node", Short: "List, read, drain and resume single nodes of GPUs", Args: cobra.NoArgs,
		Long: "Nodes of a running process are listed; others are read and commanded directly, each through its own agent\n" +
			"or through slurmrestd. An address is as in the configuration: nvml+http://HOST:PORT, or\n" +
			"slurm+http://HOST:PORT?nodes=a,b. A command is read back: what was not seen to happen is not said to have.\n" +
			"Nodes that are not on this computer are commanded with --control live alone.",
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("node: want list, read, drain or resume; see pouwdem node --help")}
		},
	}
	cmd.AddCommand(newNodeList(p), newNodeCommand(p, "read", "Read nodes"),
		newNodeCommand(p, "drain", "Let nodes take no new work and end what runs there, and read back"),
		newNodeCommand(p, "resume", "Let nodes take work again at full power, and read back"))
	return cmd
}

func newNodeList(p Process) *cobra.Command {
	var url, siteID, state string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the nodes that a site of a running process drives", Args: cobra.NoArgs,
		Example: "  pouwdem node list --site webb --state trouble",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if siteID == "" {
				return usageError{errors.New("--site: want the site whose nodes are listed")}
			}
			const all = 100_000
			query := neturl.Values{"site": {siteID}, "state": {state}, "limit": {fmt.Sprint(all)}}
			var list report.MachineList
			if err := askRunning(cmd.Context(), p, url, "/api/fleet/machines", query, &list); err != nil {
				return err
			}
			nodes := []report.MachineRow{}
			for _, m := range list.Machines {
				if m.Node {
					nodes = append(nodes, m)
				}
			}
			list.Machines, list.Total = nodes, len(nodes)
			if asJSON {
				return printJSON(p.Stdout, list)
			}
			return printMachines(p.Stdout, list)
		},
	}
	f := cmd.Flags()
	f.StringVar(&url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	f.StringVar(&siteID, "site", "", "the site")
	f.StringVar(&state, "state", "", "in this state alone, as of pouwdem miner list")
	f.BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

// nodeResult is a node after it was read or commanded.
type nodeResult struct {
	Name    string         `json:"name"`
	Address string         `json:"address"` // of its agent or of slurmrestd
	How     string         `json:"how"`     // nvml or slurm
	Command string         `json:"command,omitempty"`
	Fate    string         `json:"fate,omitempty"` // confirmed, failed, unknown, withheld, dry run
	TookS   float64        `json:"took_s,omitempty"`
	State   dispatch.State `json:"state"` // hashing stands for serving, asleep for drained
	PowerW  float64        `json:"power_w"`
	Source  string         `json:"source"`
	CapW    float64        `json:"cap_w"` // at the wall
	Jobs    int            `json:"jobs"`
	Tiers   []string       `json:"tiers"`
	TempC   float64        `json:"temp_c"`
	GPUs    int            `json:"gpus"` // that answer
	GPUsOf  int            `json:"gpus_of"`
	UptimeS float64        `json:"uptime_s"`
	Error   string         `json:"error,omitempty"`
}

func (n *nodeResult) learn(r dispatch.Reading) {
	n.State, n.PowerW, n.Source, n.CapW = r.State, r.Watts, r.Source.String(), r.LimitW
	n.Jobs, n.Tiers, n.TempC, n.GPUs, n.GPUsOf, n.UptimeS = r.Jobs, r.Tiers, r.TempC, r.Boards, r.BoardsOf, r.Uptime.Seconds()
	if n.Error == "" {
		n.Error = r.Fault
	}
}

func newNodeCommand(p Process, name, short string) *cobra.Command {
	var cfg gpu.Config
	var asJSON, dry bool
	var wait time.Duration
	control := new(string)
	cmd := &cobra.Command{Use: name + " ADDRESS...", Short: short, Args: cobra.MinimumNArgs(1)}
	f := cmd.Flags()
	f.Float64Var(&cfg.RatedW, "rated", 0, "watts of a node at the wall at full work, cooling included; its power and its cap are reckoned from it")
	f.IntVar(&cfg.GPUs, "gpus", new(config.Machines).NodeGPUs(), "GPUs of a node")
	f.StringVar(&cfg.User, "user", "", "user of slurmrestd. The token is read from POUWDEM_NODE_TOKEN")
	f.DurationVar(&cfg.Timeout, "timeout", 5*time.Second, "for one exchange")
	f.BoolVar(&asJSON, "json", false, "print one JSON object")
	if name != "read" {
		control = controlFlag(cmd)
		f.DurationVar(&cfg.Grace, "grace", 2*time.Minute, "that work has to end when a node is drained")
		f.BoolVar(&dry, "dry-run", false, "read the nodes and say what would be sent")
		f.DurationVar(&wait, "wait", 0, "how long to read back; 0: twice what a node takes")
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !(cfg.RatedW > 0) {
			return usageError{errors.New("--rated: want what a node draws at full work, such as 12720 for eight H100 with their cooling")}
		}
		cfg.Token = p.Getenv("POUWDEM_NODE_TOKEN")
		var found []foundNode
		for _, address := range args {
			at, err := nodesAt(cmd.Context(), address, cfg)
			if err != nil {
				return err
			}
			found = append(found, at...)
		}
		return eachNode(p, found, asJSON, func(d foundNode, n *nodeResult) {
			ctx := cmd.Context()
			if r, err := d.driver.Read(ctx); err != nil {
				n.Error = err.Error()
			} else {
				n.learn(r)
			}
			if name == "read" {
				return
			}
			n.Command = name
			if *control != config.ControlLive && !gpu.Loopback(d.host) {
				n.Fate, n.Error = "withheld", "the node is not on this computer: it is commanded with --control live alone"
				return
			}
			if dry {
				n.Fate = "dry run"
				return
			}
			followNode(ctx, d.driver, n, cfg.RatedW, wait)
		})
	}
	return cmd
}

// eachNode does something with each node, some at a time; an error of any is an
// error of the whole after all are done.
func eachNode(p Process, found []foundNode, asJSON bool, do func(foundNode, *nodeResult)) error {
	results := make([]nodeResult, len(found))
	seats := make(chan struct{}, atOnce)
	var group sync.WaitGroup
	for i, d := range found {
		seats <- struct{}{}
		group.Go(func() {
			defer func() { <-seats }()
			results[i] = nodeResult{Name: d.name, Address: d.host, How: d.how, State: dispatch.Lost}
			do(d, &results[i])
		})
	}
	group.Wait()
	if asJSON {
		if err := printJSON(p.Stdout, map[string]any{"nodes": results}); err != nil {
			return err
		}
	} else {
		t := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
		fmt.Fprintln(t, "node\taddress\thow\tcommand\tfate\ttook s\tstate\tW\tcap W\tjobs\ttiers\tC\tGPUs\terror")
		for _, n := range results {
			fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%.1f\t%s\t%.0f\t%.0f\t%d\t%s\t%.0f\t%d/%d\t%s\n", n.Name, n.Address, n.How, n.Command, n.Fate, n.TookS,
				n.State, n.PowerW, n.CapW, n.Jobs, strings.Join(n.Tiers, ","), n.TempC, n.GPUs, n.GPUsOf, n.Error)
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	bad := 0
	for _, n := range results {
		if n.State == dispatch.Lost || n.Command != "" && n.Fate != "confirmed" && n.Fate != "dry run" {
			bad++
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of %d nodes did not answer or were not seen to follow", bad, len(results))
	}
	return nil
}

// followNode sends a command and reads the node until it is seen to follow.
func followNode(ctx context.Context, d gpu.Driver, n *nodeResult, rated float64, wait time.Duration) {
	began, can := time.Now(), d.Capabilities()
	send, want, latency := d.Sleep, dispatch.Asleep, can.Stop
	if n.Command == "resume" {
		want, latency = dispatch.Hashing, can.Start
		send = func(ctx context.Context) error { // a drained node has the lowest cap
			return errors.Join(d.Wake(ctx), d.SetPower(ctx, rated))
		}
	}
	if wait <= 0 {
		wait = 2 * latency
	}
	n.Fate, n.Error = "unknown", ""
	for err := send(ctx); ; {
		if err != nil {
			n.Error = err.Error()
			if !errors.Is(err, site.ErrUnknown) {
				n.Fate = "failed"
				return
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(min(5*time.Second, max(100*time.Millisecond, wait/40))):
		}
		r, failed := d.Read(ctx)
		if failed == nil {
			n.Error = ""
			n.learn(r)
			if r.State == want {
				n.Fate, n.TookS = "confirmed", math.Round(time.Since(began).Seconds()*10)/10
				return
			}
		}
		if time.Since(began) >= wait {
			n.Fate = "failed"
			if n.Error == "" {
				n.Error = fmt.Sprintf("not followed within %s", wait)
			}
			return
		}
		err = nil
		if failed == nil && r.State == dispatch.Draining {
			err = send(ctx) // Slurm takes work away only from who asks again after the grace
		}
	}
}
