package app

import (
	"context"
	"errors"
	"fmt"
	"math"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

func newCertificates(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "certificates", Short: "Stability certificates, on the chain of a running process", Args: cobra.NoArgs,
		Long: "A certificate is metered curtailment. It can be sold and retired once settlement-quality metering stands behind\n" +
			"it; until then it is provisional and stays where it is. Prices are in test dollars, worth nothing.",
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("certificates: want list, offer, buy, take-back, withdraw or retire; see pouwdem certificates --help")}
		},
	}
	cmd.AddCommand(newCertificatesList(p), newCertificatesOffer(p), newCertificatesBuy(p), newCertificatesTakeBack(p),
		newCertificatesWithdraw(p), newCertificatesRetire(p))
	return cmd
}

// certificateDeal is what the commands that change something share.
type certificateDeal struct {
	marketDesk
	as  string
	id  uint64
	usd float64
}

func (d *certificateDeal) command(p Process, use, short, as string, do func(context.Context, *market.Sales, *chain.Account, market.Contracts, *chain.Node) (string, error)) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if flag := cmd.Flags().Lookup("usd"); flag != nil && !(d.usd >= 1e-6 && d.usd <= 1e9) {
				return usageError{fmt.Errorf("--usd %v: want more than 0 and at most 1e9", d.usd)}
			}
			ctx, cancel := context.WithTimeout(cmd.Context(), time.Minute)
			defer cancel()
			node, c, err := d.join(ctx)
			if err != nil {
				return err
			}
			defer node.Close()
			account, _, err := d.account(node, c, d.as)
			if err != nil {
				return err
			}
			told, err := do(ctx, market.NewSales(node, c, nil), account, c, node)
			if err != nil {
				return err
			}
			if d.asJSON {
				return printJSON(p.Stdout, map[string]any{"done": told, "account": account.Address()})
			}
			_, err = fmt.Fprintln(p.Stdout, told)
			return err
		},
	}
	d.flags(cmd)
	cmd.Flags().StringVar(&d.as, "as", as, "operator or counterparty")
	return cmd
}

func (d *certificateDeal) withID(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().Uint64Var(&d.id, "id", 0, "the certificate's number")
	_ = cmd.MarkFlagRequired("id")
	return cmd
}

func (d *certificateDeal) withPrice(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().Float64Var(&d.usd, "usd", 0, "price of the certificate, test dollars")
	_ = cmd.MarkFlagRequired("usd")
	return cmd
}

func (d *certificateDeal) micro() int64 { return int64(math.Round(d.usd * microUSD)) }

func newCertificatesList(p Process) *cobra.Command {
	var d marketDesk
	cmd := &cobra.Command{
		Use: "list", Short: "The newest certificates, and which are for sale", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			node, c, err := d.join(cmd.Context())
			if err != nil {
				return err
			}
			defer node.Close()
			reader := market.NewCertificates(node, c, chain.NewAccount(node, c.ChainID, nil, feeBounds(1000), time.Second), nil, nil)
			totals, err := reader.Totals(cmd.Context())
			if err != nil {
				return err
			}
			newest, err := reader.Newest(cmd.Context(), totals.Count, 100)
			if err != nil {
				return err
			}
			if d.asJSON {
				return printJSON(p.Stdout, map[string]any{"made": totals.Count, "live_kwh": totals.LiveKWh, "retired_kwh": totals.RetiredKWh, "certificates": newest})
			}
			fmt.Fprintf(p.Stdout, "%d made, %d kWh in force, %d kWh retired\n", totals.Count, totals.LiveKWh, totals.RetiredKWh)
			t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
			fmt.Fprintln(t, "no.\tsite\tfrom\tminutes\tkWh\tstate\tasked, $")
			for _, one := range newest {
				asked := "-"
				if one.Price != nil {
					asked = fmt.Sprintf("%.2f", float64(one.Price.Int64())/microUSD)
				}
				fmt.Fprintf(t, "%d\t%d\t%s\t%d\t%d\t%s\t%s\n", one.ID, one.Site, proof.IntervalStart(one.Start).Format(time.RFC3339), one.N*5, one.KWh, one.State, asked)
			}
			return t.Flush()
		},
	}
	d.flags(cmd)
	return cmd
}

func newCertificatesOffer(p Process) *cobra.Command {
	var d certificateDeal
	return d.withPrice(d.withID(d.command(p, "offer", "Offer a settled certificate at a fixed price", "operator",
		func(ctx context.Context, s *market.Sales, a *chain.Account, _ market.Contracts, _ *chain.Node) (string, error) {
			return fmt.Sprintf("certificate %d is offered for %.2f test dollars", d.id, d.usd), s.Offer(ctx, a, d.id, d.micro())
		})))
}

func newCertificatesBuy(p Process) *cobra.Command {
	var d certificateDeal
	cmd := d.withPrice(d.withID(d.command(p, "buy", "Buy a certificate at exactly its price", "counterparty",
		func(ctx context.Context, s *market.Sales, a *chain.Account, c market.Contracts, node *chain.Node) (string, error) {
			owner, _, err := d.account(node, c, "owner")
			if err == nil {
				err = owner.Pay(ctx, a.Address(), 10)
			}
			if err == nil {
				err = market.NewFutures(node, c, nil).Fund(ctx, owner, a.Address(), d.micro())
			}
			if err != nil {
				return "", err
			}
			return fmt.Sprintf("certificate %d is %s's for %.2f test dollars", d.id, a.Address().Hex(), d.usd), s.Buy(ctx, a, d.id, d.micro())
		})))
	cmd.Long = "The buyer is first given what it pays: test dollars are made from nothing and worth nothing."
	return cmd
}

func newCertificatesTakeBack(p Process) *cobra.Command {
	var d certificateDeal
	return d.withID(d.command(p, "take-back", "Take an unsold certificate back", "operator",
		func(ctx context.Context, s *market.Sales, a *chain.Account, _ market.Contracts, _ *chain.Node) (string, error) {
			return fmt.Sprintf("certificate %d is no longer for sale", d.id), s.TakeBack(ctx, a, d.id)
		}))
}

func newCertificatesWithdraw(p Process) *cobra.Command {
	var d certificateDeal
	return d.command(p, "withdraw", "Take what sales brought", "operator",
		func(ctx context.Context, s *market.Sales, a *chain.Account, _ market.Contracts, _ *chain.Node) (string, error) {
			owed, err := s.Credit(ctx, a.Address())
			if err != nil {
				return "", err
			}
			return fmt.Sprintf("%.2f test dollars went to %s", float64(owed)/microUSD, a.Address().Hex()), s.Withdraw(ctx, a)
		})
}

func newCertificatesRetire(p Process) *cobra.Command {
	var d certificateDeal
	var beneficiary, purpose string
	cmd := d.withID(d.command(p, "retire", "Take a certificate out of trade for good", "counterparty",
		func(ctx context.Context, s *market.Sales, a *chain.Account, _ market.Contracts, _ *chain.Node) (string, error) {
			to := a.Address()
			if beneficiary != "" {
				var err error
				if to, err = chain.ParseAddress(beneficiary); err != nil {
					return "", usageError{fmt.Errorf("--beneficiary: %w", err)}
				}
			}
			return fmt.Sprintf("certificate %d is retired for %s", d.id, to.Hex()), s.Retire(ctx, a, d.id, to, purpose)
		}))
	cmd.Flags().StringVar(&beneficiary, "beneficiary", "", "`ADDRESS` in whose name; the holder's without it")
	cmd.Flags().StringVar(&purpose, "purpose", "", "what for")
	return cmd
}
