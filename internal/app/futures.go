package app

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// marketDesk is what commands act on the market's contracts with: the contracts
// and keys of a data folder, and a node.
type marketDesk struct {
	data, rpc string
	asJSON    bool
}

func (d *marketDesk) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&d.data, "data", "data", "`DIR` of the process whose chain it is")
	cmd.Flags().StringVar(&d.rpc, "rpc", "", "`URL` of its node, as pouwdem chain status prints it")
	cmd.Flags().BoolVar(&d.asJSON, "json", false, "print one JSON object")
	_ = cmd.MarkFlagRequired("rpc")
}

// join reads the contracts and joins the node, which must be of their chain and
// have their code.
func (d *marketDesk) join(ctx context.Context) (*chain.Node, market.Contracts, error) {
	c, ok, err := market.Read(filepath.Join(d.data, "chain", "market.json"))
	if err == nil && !ok {
		err = usageError{fmt.Errorf("--data %s: no contracts of a market are there; start pouwdem run with this folder first", d.data)}
	}
	if err != nil {
		return nil, c, err
	}
	node, err := chain.Dial(ctx, d.rpc, nil)
	if err != nil {
		return nil, c, usageError{fmt.Errorf("--rpc: %w", err)}
	}
	id, err := chain.ChainID(ctx, []*chain.Node{node})
	if err == nil && id != c.ChainID {
		err = usageError{fmt.Errorf("the node is of chain %d, the contracts are on %d", id, c.ChainID)}
	}
	if err == nil {
		err = c.Verify(ctx, node)
	}
	if err != nil {
		node.Close()
		return nil, c, err
	}
	return node, c, nil
}

func (d *marketDesk) open(ctx context.Context) (*market.Futures, *chain.Node, market.Contracts, error) {
	node, c, err := d.join(ctx)
	if err != nil {
		return nil, nil, c, err
	}
	return market.NewFutures(node, c, nil), node, c, nil
}

// account is a role's, whose key is made at the first use.
func (d *marketDesk) account(node *chain.Node, c market.Contracts, role string) (*chain.Account, chain.Key, error) {
	switch role {
	case "owner", "operator", "counterparty":
	default:
		return nil, chain.Key{}, usageError{fmt.Errorf("--as %s: want operator or counterparty", role)}
	}
	key, err := chain.OwnKey(filepath.Join(d.data, "chain", "keys"), role)
	if err != nil {
		return nil, key, err
	}
	return chain.NewAccount(node, c.ChainID, key, feeBounds(1000), 100*time.Millisecond), key, nil
}

func newFutures(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "futures", Short: "Futures on the hashprice, on the chain of a running process", Args: cobra.NoArgs,
		Long: "Orders are signed here and can be matched by anybody who has both sides. The dollars are test dollars, worth\n" +
			"nothing: such futures are regulated instruments in most places, see docs/networks.md.",
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("futures: want fund, order, match, positions, mark or settle; see pouwdem futures --help")}
		},
	}
	cmd.AddCommand(newFuturesFund(p), newFuturesOrder(p), newFuturesMatch(p), newFuturesPositions(p),
		newFuturesKeep(p, "mark", "Pay a position out to the newest index", (*market.Futures).Mark),
		newFuturesKeep(p, "settle", "End a position at the average of its window", (*market.Futures).Settle))
	return cmd
}

// microUSD is how many of the chain's test dollars' units one dollar is.
const microUSD = 1e6

func newFuturesFund(p Process) *cobra.Command {
	var d marketDesk
	var as string
	var usd float64
	cmd := &cobra.Command{
		Use: "fund", Short: "Admit an account and give it test dollars as margin", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !(usd > 0 && usd <= 1e9) {
				return usageError{fmt.Errorf("--usd %v: want more than 0 and at most 1e9", usd)}
			}
			ctx, cancel := context.WithTimeout(cmd.Context(), time.Minute)
			defer cancel()
			f, node, c, err := d.open(ctx)
			if err != nil {
				return err
			}
			defer node.Close()
			owner, _, err := d.account(node, c, "owner")
			if err != nil {
				return err
			}
			account, _, err := d.account(node, c, as)
			if err != nil {
				return err
			}
			micro := int64(math.Round(usd * microUSD))
			if err := fundFutures(ctx, f, owner, account, micro); err != nil {
				return err
			}
			free, err := f.Free(ctx, account.Address())
			if err != nil {
				return err
			}
			if d.asJSON {
				return printJSON(p.Stdout, map[string]any{"account": account.Address(), "free_usd": float64(free) / microUSD})
			}
			_, err = fmt.Fprintf(p.Stdout, "%s (%s) has %.2f test dollars free\n", account.Address().Hex(), as, float64(free)/microUSD)
			return err
		},
	}
	d.flags(cmd)
	cmd.Flags().StringVar(&as, "as", "operator", "operator or counterparty")
	cmd.Flags().Float64Var(&usd, "usd", 100_000, "test dollars")
	return cmd
}

func newFuturesOrder(p Process) *cobra.Command {
	var d marketDesk
	var as, side, out string
	var price float64
	var qty uint32
	var in, window, valid time.Duration
	cmd := &cobra.Command{
		Use: "order", Short: "Sign an order and write it to a file", Args: cobra.NoArgs,
		Long: "An order is to be long or short so many PH/s at a hashprice or better over a window of whole hours. Nothing is\n" +
			"sent: who has this order and one that crosses it can match them.",
		Example: "  pouwdem futures order --rpc URL --side long --qty 10 --price 32.5 --window 24h --out long.json",
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		switch {
		case side != "long" && side != "short":
			return usageError{fmt.Errorf("--side %s: want long or short", side)}
		case !(price > 0 && price < 1e6) || qty == 0:
			return usageError{errors.New("--price and --qty: want more than 0")}
		case window < market.Period || window%market.Period != 0 || in < market.Period:
			return usageError{fmt.Errorf("--window %s, --in %s: want whole hours, at least one", window, in)}
		}
		f, node, c, err := d.open(cmd.Context())
		if err != nil {
			return err
		}
		defer node.Close()
		_, key, err := d.account(node, c, as)
		if err != nil {
			return err
		}
		now, err := node.Time(cmd.Context())
		if err != nil {
			return err
		}
		var salt [8]byte
		if _, err := rand.Read(salt[:]); err != nil {
			return fmt.Errorf("draw a salt: %w", err)
		}
		start := uint32(now.Add(in).Unix() / int64(market.Period/time.Second))
		o, err := f.Sign(cmd.Context(), market.Order{
			Long: side == "long", Price: int64(math.Round(price * microUSD)), Qty: qty, Start: start, End: start + uint32(window/market.Period),
			Deadline: now.Add(valid).Truncate(time.Second), Salt: binary.BigEndian.Uint64(salt[:]),
		}, key)
		if err != nil {
			return err
		}
		if out == "" {
			return printJSON(p.Stdout, orderView(o))
		}
		body, err := json.MarshalIndent(orderView(o), "", "  ")
		if err == nil {
			err = os.WriteFile(out, append(body, '\n'), 0o600)
		}
		if err != nil {
			return fmt.Errorf("write the order: %w", err)
		}
		_, err = fmt.Fprintf(p.Stdout, "%s, %s %d PH/s at %.2f $/PH/day, hours %d to %d, good until %s\n", out, side, qty, price, o.Start, o.End, o.Deadline.Format(time.RFC3339))
		return err
	}
	d.flags(cmd)
	fl := cmd.Flags()
	fl.StringVar(&as, "as", "operator", "operator or counterparty")
	fl.StringVar(&side, "side", "", "long or short")
	fl.Float64Var(&price, "price", 0, "hashprice, $/PH/day")
	fl.Uint32Var(&qty, "qty", 0, "PH/s")
	fl.DurationVar(&in, "in", 2*market.Period, "until the window begins, on the chain's clock")
	fl.DurationVar(&window, "window", 24*market.Period, "of the average that it settles at")
	fl.DurationVar(&valid, "valid", 12*time.Hour, "how long the order can be matched, on the chain's clock")
	fl.StringVar(&out, "out", "", "`FILE`; standard output")
	return cmd
}

func readOrder(path string) (o market.Order, err error) {
	const most = 64 << 10
	body, err := os.ReadFile(path)
	if err == nil && len(body) > most {
		err = fmt.Errorf("%s is no order: more than %d bytes", path, most)
	}
	var view report.FuturesOrder
	if err == nil {
		err = json.Unmarshal(body, &view)
	}
	if err == nil {
		o, err = orderOf(view)
	}
	if err != nil {
		return o, usageError{fmt.Errorf("read an order from %s: %w", path, err)}
	}
	return o, nil
}

func newFuturesMatch(p Process) *cobra.Command {
	var d marketDesk
	var qty uint32
	cmd := &cobra.Command{
		Use: "match LONG.json SHORT.json", Short: "Make a position of two orders that cross", Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			long, err := readOrder(args[0])
			if err != nil {
				return err
			}
			short, err := readOrder(args[1])
			if err != nil {
				return err
			}
			if qty == 0 {
				qty = min(long.Qty, short.Qty)
			}
			ctx, cancel := context.WithTimeout(cmd.Context(), time.Minute)
			defer cancel()
			f, node, c, err := d.open(ctx)
			if err != nil {
				return err
			}
			defer node.Close()
			owner, _, err := d.account(node, c, "owner")
			if err != nil {
				return err
			}
			done, err := f.Open(ctx, owner, long, short, qty)
			if err != nil {
				return err
			}
			if d.asJSON {
				return printJSON(p.Stdout, map[string]any{"tx": done.Tx, "block": done.Block, "gas": done.GasUsed, "qty_ph_s": qty})
			}
			_, err = fmt.Fprintf(p.Stdout, "a position of %d PH/s is open, block %d, %d gas\n", qty, done.Block, done.GasUsed)
			return err
		},
	}
	d.flags(cmd)
	cmd.Flags().Uint32Var(&qty, "qty", 0, "PH/s; 0: as much as both offer")
	return cmd
}

func newFuturesPositions(p Process) *cobra.Command {
	var d marketDesk
	cmd := &cobra.Command{
		Use: "positions", Short: "Open positions, and what each account has free", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f, node, _, err := d.open(cmd.Context())
			if err != nil {
				return err
			}
			defer node.Close()
			open, err := f.Positions(cmd.Context(), 100)
			if err != nil {
				return err
			}
			free := map[common.Address]float64{}
			for _, o := range open {
				for _, account := range []common.Address{o.Long, o.Short} {
					micro, err := f.Free(cmd.Context(), account)
					if err != nil {
						return err
					}
					free[account] = float64(micro) / microUSD
				}
			}
			if d.asJSON {
				return printJSON(p.Stdout, map[string]any{"positions": open, "free_usd": free})
			}
			t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
			fmt.Fprintln(t, "no.\tPH/s\thours\tmark $/PH/day\tlong's margin\tshort's margin\tlong\tshort")
			for _, o := range open {
				fmt.Fprintf(t, "%d\t%d\t%d-%d\t%.2f\t%.2f\t%.2f\t%s\t%s\n", o.ID, o.Qty, o.Start, o.End, float64(o.Mark)/microUSD,
					float64(o.MarginLong)/microUSD, float64(o.MarginShort)/microUSD, o.Long.Hex(), o.Short.Hex())
			}
			return t.Flush()
		},
	}
	d.flags(cmd)
	return cmd
}

func newFuturesKeep(p Process, name, short string, do func(*market.Futures, context.Context, *chain.Account, uint64) (chain.Done, error)) *cobra.Command {
	var d marketDesk
	var id uint64
	cmd := &cobra.Command{
		Use: name, Short: short, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, cancel := context.WithTimeout(cmd.Context(), time.Minute)
			defer cancel()
			f, node, c, err := d.open(ctx)
			if err != nil {
				return err
			}
			defer node.Close()
			owner, _, err := d.account(node, c, "owner")
			if err != nil {
				return err
			}
			done, err := do(f, ctx, owner, id)
			if err != nil {
				return err
			}
			if d.asJSON {
				return printJSON(p.Stdout, map[string]any{"tx": done.Tx, "block": done.Block, "gas": done.GasUsed})
			}
			_, err = fmt.Fprintf(p.Stdout, "done in block %d, %d gas\n", done.Block, done.GasUsed)
			return err
		},
	}
	d.flags(cmd)
	cmd.Flags().Uint64Var(&id, "id", 0, "the position's number")
	_ = cmd.MarkFlagRequired("id")
	return cmd
}
