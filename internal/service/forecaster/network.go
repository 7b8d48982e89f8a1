package forecaster

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/forecast/network"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// Explorer tells of bitcoin's blocks.
type Explorer interface {
	Standing(ctx context.Context) (network.Standing, error)
	Daily(ctx context.Context) ([]network.Day, []network.Epoch, error)
	Pools(ctx context.Context) ([]network.PoolCount, error)
	Mempool
}

// Mempool tells of the newest blocks and of what waits for the next.
type Mempool interface {
	Blocks(ctx context.Context) ([]network.Block, error)
	Projected(ctx context.Context) ([]network.Projected, error)
}

// NetworkConfig is what a Network needs.
type NetworkConfig struct {
	Explorer  Explorer // nil: none is configured
	Simulated bool
	Source    string // of the explorer, for people
	History   History
	Clock     clock.Clock
	Log       *slog.Logger
}

// Network forecasts bitcoin's network.
type Network struct {
	cfg NetworkConfig

	mu    sync.RWMutex
	shown report.BitcoinOutlook
}

// NewNetwork is a forecaster of bitcoin's network; it does nothing before Run.
func NewNetwork(cfg NetworkConfig) *Network {
	n := &Network{cfg: cfg, shown: report.BitcoinOutlook{
		Simulated: cfg.Simulated, Source: cfg.Source, Text: "Nothing has been read yet.",
		Blocks: []report.MinedBlock{}, Pools: []report.PoolShare{},
	}}
	if cfg.Explorer == nil {
		n.shown.Text = "No explorer is configured (feeds.mempool.url)."
	}
	return n
}

// explorerEvery is how often the explorer is asked: fourteen requests each time.
const explorerEvery = 15 * time.Minute

// Run forecasts until ctx ends.
func (n *Network) Run(ctx context.Context) error {
	if n.cfg.Explorer == nil {
		<-ctx.Done()
		return nil
	}
	for {
		view, err := n.look(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			n.cfg.Log.WarnContext(ctx, "bitcoin's network not wholly known", "error", err)
			view.Text = err.Error()
		}
		n.mu.Lock()
		n.shown = view
		n.mu.Unlock()
		if n.cfg.Clock.Sleep(ctx, explorerEvery) != nil {
			return nil
		}
	}
}

// Outlook is the newest forecast.
func (n *Network) Outlook() report.BitcoinOutlook {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.shown
}

// look reads all that can be read; what cannot is in the error.
func (n *Network) look(ctx context.Context) (report.BitcoinOutlook, error) {
	now := n.cfg.Clock.Now()
	v := report.BitcoinOutlook{
		Simulated: n.cfg.Simulated, Source: n.cfg.Source, Made: &now, Blocks: []report.MinedBlock{}, Pools: []report.PoolShare{},
	}
	difficulty, err := n.retarget(ctx, now, &v)
	return v, errors.Join(err, n.pools(ctx, difficulty, &v), n.blocks(ctx, &v), n.next(ctx, &v))
}

// retarget gives the difficulty too; 0 where it is not known.
func (n *Network) retarget(ctx context.Context, now time.Time, v *report.BitcoinOutlook) (difficulty float64, err error) {
	standing, err := n.cfg.Explorer.Standing(ctx)
	if err != nil {
		return 0, err
	}
	v.Height, v.BlocksLeft, v.MempoolSays = standing.Height, standing.Left, standing.Mempool
	days, epochs, err := n.cfg.Explorer.Daily(ctx)
	if err != nil {
		return 0, err
	}
	state, err := network.Now(days, epochs, standing, now)
	if err != nil {
		return 0, fmt.Errorf("next retarget: %w", err)
	}
	difficulty = epochs[len(epochs)-1].Difficulty
	v.Change, v.Deviation, v.Retarget = state.Outlook.Change, state.Outlook.Deviation, &state.Retarget
	v.HashrateEHs, v.HashrateDev = state.THs*tera/exa, state.Deviation
	known, err := n.cfg.History.Range(ctx, market.Series{Kind: market.HashpriceUSD}, now.Add(-3*time.Hour), now.Add(time.Second), now)
	if err != nil || len(known) == 0 {
		return difficulty, err
	}
	price := known[len(known)-1].Value
	after := price / (1 + state.Outlook.Change)
	v.Hashprice, v.HashpriceAft = &price, &after
	return difficulty, nil
}

const (
	tera = 1e12
	exa  = 1e18
	week = 7 * 24 * time.Hour // over which pools' blocks are counted
)

func (n *Network) pools(ctx context.Context, difficulty float64, v *report.BitcoinOutlook) error {
	counts, err := n.cfg.Explorer.Pools(ctx)
	if len(counts) == 0 {
		return err
	}
	counts, byReport := network.ByReport(counts, difficulty, week)
	pools, bad := network.Pools(counts)
	if bad != nil {
		return errors.Join(err, bad)
	}
	if eh := byReport / exa; eh > 0 {
		v.ReportedEHs = &eh
	}
	for _, p := range pools {
		row := report.PoolShare{Name: p.Name, Blocks: p.Blocks, Share: p.Share.Share, Low: p.Low, High: p.High}
		if p.Luck > 0 {
			row.Luck = &p.Luck
		}
		v.Pools = append(v.Pools, row)
	}
	return err
}

// sats is how many satoshi a bitcoin has.
const sats = 1e8

func (n *Network) blocks(ctx context.Context, v *report.BitcoinOutlook) error {
	blocks, err := n.cfg.Explorer.Blocks(ctx)
	if err != nil {
		return err
	}
	f := network.FlowOf(blocks)
	v.Flow = report.TxFlow{
		Blocks: f.Blocks, Txs: f.Txs, TxPerS: f.TxPerS, FeesBTC: float64(f.FeesSats) / sats, FeeShare: f.FeeShare,
		MedianSatVB: f.MedianSatVB, PerHour: f.PerHour,
	}
	for _, b := range blocks {
		v.Blocks = append(v.Blocks, report.MinedBlock{
			Height: b.Height, Time: b.Time, Pool: b.Pool, Txs: b.Txs, FeesBTC: float64(b.FeesSats) / sats, MedianSatVB: b.MedianSatVB, Filled: b.WeightFilled,
		})
	}
	return nil
}

func (n *Network) next(ctx context.Context, v *report.BitcoinOutlook) error {
	waits, err := n.cfg.Explorer.Projected(ctx)
	if err != nil || len(waits) == 0 {
		return err
	}
	p := waits[0]
	v.Next = &report.NextBlock{
		Txs: p.Txs, FeesBTC: float64(p.FeesSats) / sats, MedianSatVB: p.MedianSatVB, LowSatVB: p.LowSatVB, HighSatVB: p.HighSatVB, Projected: len(waits),
	}
	return nil
}
