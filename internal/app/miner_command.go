package app

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/discover"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// signIn says how single machines are reached.
type signIn struct {
	firmware string
	username string
	timeout  time.Duration
}

func (s *signIn) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.firmware, "firmware", "auto", "what the machines run: auto asks each, on the firmwares' own ports")
	cmd.Flags().StringVar(&s.username, "user", "", "user name; empty: the firmware's own. The password is read from POUWDEM_MINER_PASSWORD")
	cmd.Flags().DurationVar(&s.timeout, "timeout", miner.DefaultTimeout, "for one exchange")
}

// open is the driver of the machine at an address.
func (s *signIn) open(ctx context.Context, p Process, address string) (miner.Driver, string, error) {
	firmware := s.firmware
	if firmware == "auto" {
		found, ok := discover.Detect(ctx, address, discover.Options{Timeout: s.timeout})
		if !ok {
			return nil, "", fmt.Errorf("machine %s: nothing known answers; give --firmware where it listens on a port of its own", address)
		}
		firmware, address = found.Firmware, found.Address
	}
	driver, err := discover.Open(firmware, miner.Config{
		Address: address, Username: s.username, Password: p.Getenv("POUWDEM_MINER_PASSWORD"), Timeout: s.timeout,
	}, nil)
	return driver, firmware, err
}

// minerResult is a machine after it was read or commanded.
type minerResult struct {
	Address  string             `json:"address"`
	Firmware string             `json:"firmware"`
	Command  string             `json:"command,omitempty"`
	Fate     string             `json:"fate,omitempty"` // confirmed, failed, unknown, withheld, dry run
	TookS    float64            `json:"took_s,omitempty"`
	State    dispatch.State     `json:"state"`
	PowerW   float64            `json:"power_w"`
	Source   string             `json:"source"`
	LimitW   float64            `json:"limit_w,omitempty"`
	Profile  string             `json:"profile,omitempty"`
	THs      float64            `json:"hashrate_ths"`
	TempC    float64            `json:"temp_c"`
	UptimeS  float64            `json:"uptime_s"`
	Boards   int                `json:"boards"`
	BoardsOf int                `json:"boards_of"`
	Accepted int64              `json:"accepted"`
	Rejected int64              `json:"rejected"`
	Pools    []dispatch.Pool    `json:"pools"`
	Identity *dispatch.Identity `json:"identity,omitempty"`
	Error    string             `json:"error,omitempty"`
}

func (m *minerResult) learn(r dispatch.Reading) {
	m.State, m.PowerW, m.Source, m.LimitW, m.Profile = r.State, r.Watts, r.Source.String(), r.LimitW, r.Profile
	m.THs, m.TempC, m.UptimeS, m.Boards, m.BoardsOf = float64(r.THs), r.TempC, r.Uptime.Seconds(), r.Boards, r.BoardsOf
	m.Accepted, m.Rejected, m.Pools = r.Accepted, r.Rejected, r.Pools
	if m.Error == "" && r.Fault != "" {
		m.Error = r.Fault
	}
}

// atOnce is how many machines are talked to at a time from the command line.
const atOnce = 64

// eachMachine does something with each machine, some at a time, in the order of
// the addresses; an error of any is an error of the whole after all are done.
func eachMachine(ctx context.Context, p Process, s *signIn, addresses []string, asJSON bool, do func(context.Context, miner.Driver, *minerResult)) error {
	results := make([]minerResult, len(addresses))
	seats := make(chan struct{}, atOnce)
	var group sync.WaitGroup
	for i, address := range addresses {
		seats <- struct{}{}
		group.Go(func() {
			defer func() { <-seats }()
			results[i] = minerResult{Address: address, State: dispatch.Lost}
			driver, firmware, err := s.open(ctx, p, address)
			results[i].Firmware = firmware
			if err != nil {
				results[i].Error = err.Error()
				return
			}
			do(ctx, driver, &results[i])
		})
	}
	group.Wait()
	if asJSON {
		if err := printJSON(p.Stdout, map[string]any{"machines": results}); err != nil {
			return err
		}
	} else if err := printResults(p, results); err != nil {
		return err
	}
	bad := 0
	for _, r := range results {
		if r.State == dispatch.Lost || r.Command != "" && r.Fate != "confirmed" && r.Fate != "dry run" {
			bad++
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d of %d machines did not answer or were not seen to follow", bad, len(results))
	}
	return nil
}

func printResults(p Process, results []minerResult) error {
	t := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "address\tfirmware\tcommand\tfate\ttook s\tstate\tW\tby\tTH/s\tC\tboards\tpool\terror")
	for _, r := range results {
		pool := ""
		for _, one := range r.Pools {
			if pool == "" || one.Active {
				pool = one.URL
			}
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%.1f\t%s\t%.0f\t%s\t%.1f\t%.0f\t%d/%d\t%s\t%s\n", r.Address, r.Firmware, r.Command, r.Fate, r.TookS, r.State,
			r.PowerW, r.Source, r.THs, r.TempC, r.Boards, r.BoardsOf, pool, r.Error)
	}
	return t.Flush()
}

func newMinerRead(p Process) *cobra.Command {
	var s signIn
	var asJSON bool
	cmd := &cobra.Command{
		Use: "read ADDRESS...", Short: "Read machines", Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return eachMachine(cmd.Context(), p, &s, args, asJSON, func(ctx context.Context, d miner.Driver, m *minerResult) {
				if id, err := d.Identify(ctx); err == nil {
					m.Identity = &id
				}
				r, err := d.Read(ctx)
				if err != nil {
					m.Error = err.Error()
					return
				}
				m.learn(r)
			})
		},
	}
	s.flags(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

func newMinerCommand(p Process, name, short string) *cobra.Command {
	var s signIn
	var asJSON, dry bool
	var watts float64
	var wait time.Duration
	cmd := &cobra.Command{Use: name + " ADDRESS...", Short: short + ", and read back", Args: cobra.MinimumNArgs(1)}
	s.flags(cmd)
	control := controlFlag(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "read the machines and say what would be sent")
	cmd.Flags().DurationVar(&wait, "wait", 0, "how long to read back; 0: twice what the firmware takes")
	if name == "set" {
		cmd.Flags().Float64Var(&watts, "watts", 0, "power of each machine")
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if name == "set" && !(watts > 0) {
			return usageError{errors.New("--watts: want a power of more than 0 W")}
		}
		return eachMachine(cmd.Context(), p, &s, args, asJSON, func(ctx context.Context, d miner.Driver, m *minerResult) {
			m.Command = name
			if r, err := d.Read(ctx); err == nil {
				m.learn(r)
			}
			if err := mayCommand(*control, m.Address); err != nil {
				m.Fate, m.Error = "withheld", err.Error()
				return
			}
			if dry {
				m.Fate = "dry run"
				return
			}
			carry(ctx, d, m, name, watts, wait)
		})
	}
	return cmd
}

// mayCommand says why a machine may not be commanded.
func mayCommand(control, address string) error {
	if control != config.ControlLive && !miner.Loopback(address) {
		return errors.New("the machine is not on this computer: it is commanded with --control live alone")
	}
	return nil
}

// carry sends a command and reads the machine until it is seen to follow.
func carry(ctx context.Context, d miner.Driver, m *minerResult, name string, watts float64, wait time.Duration) {
	began := time.Now()
	can := d.Capabilities()
	latency, err := can.Start, error(nil)
	switch name {
	case "sleep":
		latency, err = can.Stop, d.Sleep(ctx)
	case "wake":
		err = d.Wake(ctx)
	case "reboot":
		err = d.Reboot(ctx)
	default:
		latency, err = can.Adjust, d.SetPower(ctx, watts)
	}
	m.Fate, m.Error = "unknown", ""
	if err != nil {
		m.Error = err.Error()
		if !errors.Is(err, site.ErrUnknown) {
			m.Fate = "failed"
			return
		}
	}
	if wait <= 0 {
		wait = max(10*time.Second, 2*latency)
	}
	for time.Since(began) < wait {
		select {
		case <-ctx.Done():
			return
		case <-time.After(min(5*time.Second, max(500*time.Millisecond, wait/20))):
		}
		r, err := d.Read(ctx)
		if err != nil {
			continue // it may be starting anew; the wait bounds this
		}
		m.learn(r)
		if seen(name, watts, r) {
			m.Fate, m.Error, m.TookS = "confirmed", "", math.Round(time.Since(began).Seconds()*10)/10
			return
		}
	}
	m.Fate = "failed"
	if m.Error == "" {
		m.Error = fmt.Sprintf("not followed within %s", wait)
	}
}

// seen reports whether a reading shows that a command was followed.
func seen(name string, watts float64, r dispatch.Reading) bool {
	const slack = 0.08
	switch name {
	case "sleep":
		return r.State == dispatch.Asleep
	case "set":
		// Firmwares with profiles take the next lower one.
		return r.State == dispatch.Hashing && r.Source >= dispatch.Reported && r.Watts <= watts*(1+slack) && (r.LimitW == 0 || math.Abs(r.LimitW-watts) <= slack*watts)
	}
	return r.State == dispatch.Hashing
}

func newMinerPools(p Process) *cobra.Command {
	var s signIn
	var asJSON bool
	var urls, users []string
	cmd := &cobra.Command{
		Use: "pools ADDRESS...", Short: "Show the pools of machines, or replace them", Args: cobra.MinimumNArgs(1),
		Example: "  pouwdem miner pools 10.1.0.7\n  pouwdem miner pools 10.1.0.7 --pool stratum+tcp://one:3333 --worker house.rig7 --control live",
	}
	s.flags(cmd)
	control := controlFlag(cmd)
	cmd.Flags().StringArrayVar(&urls, "pool", nil, "`URL` of a pool, in order of priority; up to three")
	cmd.Flags().StringArrayVar(&users, "worker", nil, "worker for each pool, or one for all")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(urls) > 0 && len(users) != 1 && len(users) != len(urls) {
			return usageError{fmt.Errorf("%d pools and %d workers: want one worker, or one for each pool", len(urls), len(users))}
		}
		var pools []dispatch.Pool
		for i, url := range urls {
			pools = append(pools, dispatch.Pool{URL: url, User: users[min(i, len(users)-1)], Password: "x"})
		}
		return eachMachine(cmd.Context(), p, &s, args, asJSON, func(ctx context.Context, d miner.Driver, m *minerResult) {
			if len(pools) > 0 {
				m.Command, m.Fate = "pools", "unknown"
				if err := mayCommand(*control, m.Address); err != nil {
					m.Fate, m.Error = "withheld", err.Error()
					return
				}
				if err := d.SetPools(ctx, pools); err != nil {
					m.Fate, m.Error = "failed", err.Error()
				}
			}
			r, err := d.Read(ctx)
			if err != nil {
				m.Error = err.Error()
				return
			}
			m.learn(r)
			if m.Fate == "unknown" && samePools(r.Pools, pools) {
				m.Fate = "confirmed"
			}
		})
	}
	return cmd
}

func samePools(got, want []dispatch.Pool) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if got[i].URL != want[i].URL || got[i].User != want[i].User {
			return false
		}
	}
	return true
}
