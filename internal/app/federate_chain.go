package app

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// siteKey is a site's account on the chain of a data folder.
func (d *marketDesk) siteKey(id string) (chain.Key, error) {
	dir, role := filepath.Join(d.data, "chain", "keys"), "site-"+id
	if _, err := os.Stat(filepath.Join(dir, role+".json")); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = usageError{fmt.Errorf("site %q has no account in %s: pouwdem run makes those of its sites", id, dir)}
		}
		return chain.Key{}, err
	}
	return chain.OwnKey(dir, role)
}

func newForceCommit(p Process) *cobra.Command {
	var d marketDesk
	var id, update string
	var round uint64
	cmd := &cobra.Command{
		Use: "force-commit", Short: "Commit a site's masked vector on the chain, where a coordinator leaves it out", Args: cobra.NoArgs,
		Long: "By the site's own account, until the round's deadline. The round can then become final only with this vector in\n" +
			"its sum: one that leaves it out is void, and anybody may abort it. The hash is in the site's log when it hands the\n" +
			"vector in. On a process's own chain the owner pays the gas.",
		Example: "  pouwdem federate force-commit --rpc URL --site pecos --update 3f0c... --round 7",
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		raw, err := hex.DecodeString(update)
		if err != nil || len(raw) != 32 {
			return usageError{errors.New("--update: want the vector's SHA-256, 64 hexadecimal digits")}
		}
		ctx, cancel := context.WithTimeout(cmd.Context(), time.Minute)
		defer cancel()
		key, err := d.siteKey(id)
		if err != nil {
			return err
		}
		node, c, err := d.join(ctx)
		if err != nil {
			return err
		}
		defer node.Close()
		account, err := d.paid(ctx, node, c, key)
		if err != nil {
			return err
		}
		f := market.NewFederation(node, c, account, nil, nil)
		if round == 0 {
			if round, err = f.Newest(ctx); err != nil {
				return err
			}
		}
		if err := soon(ctx, func() error { return f.Force(ctx, account, round, [32]byte(raw)) }); err != nil {
			return err
		}
		_, err = fmt.Fprintf(p.Stdout, "the chain's round %d cannot become final without %s\n", round, update)
		return err
	}
	d.flags(cmd)
	fl := cmd.Flags()
	fl.StringVar(&id, "site", "", "`ID` of the site")
	fl.StringVar(&update, "update", "", "SHA-256 of its masked vector, `HEX`")
	fl.Uint64Var(&round, "round", 0, "number of the round on the chain; 0: the newest")
	_ = cmd.MarkFlagRequired("site")
	_ = cmd.MarkFlagRequired("update")
	return cmd
}

// paid is the account of a key, with coins for gas from the chain's owner.
func (d *marketDesk) paid(ctx context.Context, node *chain.Node, c market.Contracts, key chain.Key) (*chain.Account, error) {
	account := chain.NewAccount(node, c.ChainID, key, feeBounds(1000), 100*time.Millisecond)
	has, err := node.Balance(ctx, account.Address())
	if err != nil || has.Sign() > 0 {
		return account, err
	}
	owner, _, err := d.account(node, c, "owner")
	if err != nil {
		return nil, err
	}
	return account, owner.Pay(ctx, account.Address(), 1)
}

// soon does what was just paid for: a node's pool learns of a payment a moment
// after the block that it is in.
func soon(ctx context.Context, do func() error) error {
	for {
		err := do()
		if !errors.Is(err, anchor.ErrNoFunds) || (clock.Wall{}).Sleep(ctx, 50*time.Millisecond) != nil {
			return err
		}
	}
}

func newProveInclusion(p Process) *cobra.Command {
	var d marketDesk
	var id, url string
	var round uint64
	cmd := &cobra.Command{
		Use: "prove-inclusion", Short: "Have the chain show that a site's masked vector is in a round's sum", Args: cobra.NoArgs,
		Long: "Takes the hashes of all vectors from the coordinator, and asks the contract whether this site's is under the root\n" +
			"that the round was closed with. Ends with an error where it is not.",
		Example: "  pouwdem federate prove-inclusion --rpc URL --site pecos --round 7",
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		ctx, cancel := context.WithTimeout(cmd.Context(), time.Minute)
		defer cancel()
		r, err := recordedRound(ctx, url, p.Getenv("POUWDEM_TOKEN"), round)
		if err != nil {
			return err
		}
		node, c, err := d.join(ctx)
		if err != nil {
			return err
		}
		defer node.Close()
		accounts := map[string]common.Address{}
		for _, m := range r.Updates() {
			key, err := d.siteKey(m.Site)
			if err != nil {
				return err
			}
			accounts[m.Site] = key.Address()
		}
		in, err := market.NewFederation(node, c, nil, accounts, nil).Inclusion(ctx, r, id)
		if err != nil {
			return err
		}
		if !in {
			return fmt.Errorf("round %d: the contract does not find %s's vector under the round's root", r.Number, id)
		}
		_, err = fmt.Fprintf(p.Stdout, "round %d: the vector of %s is in the sum, under root %s of the chain's round %d\n", r.Number, id, r.Chain.Root, r.Chain.Number)
		return err
	}
	d.flags(cmd)
	fl := cmd.Flags()
	fl.StringVar(&id, "site", "", "`ID` of the site")
	fl.StringVar(&url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	fl.Uint64Var(&round, "round", 0, "number of the round at the coordinator; 0: the newest that is closed on the chain")
	_ = cmd.MarkFlagRequired("site")
	return cmd
}

// recordedRound is a round as the coordinator tells it; 0 is the newest that has
// a root on the chain.
func recordedRound(ctx context.Context, url, token string, number uint64) (federate.Round, error) {
	body, err := askAPI(ctx, http.MethodGet, url, "/api/federation", token)
	if err != nil {
		return federate.Round{}, err
	}
	var v report.Federation
	if err := json.Unmarshal(body, &v); err != nil {
		return federate.Round{}, fmt.Errorf("read the answer: %w", err)
	}
	for _, told := range v.Rounds {
		if told.Root == "" || number != 0 && told.Number != number {
			continue
		}
		r := federate.Round{Number: told.Number, Chain: &federate.Recorded{Ledger: told.Ledger, Number: told.ChainNo, Status: told.Recorded, Root: told.Root}}
		for _, m := range told.Members {
			r.Members = append(r.Members, federate.Member{Site: m.Site, Included: m.Included, Update: m.Update})
		}
		return r, nil
	}
	return federate.Round{}, usageError{errors.New("--round: no such round among the newest with a root on the chain; see pouwdem federate status")}
}

func newAbortRound(p Process) *cobra.Command {
	var d marketDesk
	var as string
	var round uint64
	cmd := &cobra.Command{
		Use: "abort-round", Short: "End a round on the chain that did not become final in time, as anybody may", Args: cobra.NoArgs,
		Long: "The contract allows it once the round's grace period is over. The model stays as it was.",
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		ctx, cancel := context.WithTimeout(cmd.Context(), time.Minute)
		defer cancel()
		node, c, err := d.join(ctx)
		if err != nil {
			return err
		}
		defer node.Close()
		_, key, err := d.account(node, c, as)
		if err != nil {
			return err
		}
		account, err := d.paid(ctx, node, c, key)
		if err != nil {
			return err
		}
		f := market.NewFederation(node, c, account, nil, nil)
		if round == 0 {
			if round, err = f.Newest(ctx); err != nil {
				return err
			}
		}
		if err := soon(ctx, func() error { return f.Abort(ctx, account, round) }); err != nil {
			return err
		}
		_, err = fmt.Fprintf(p.Stdout, "the chain's round %d is aborted; the model stays\n", round)
		return err
	}
	d.flags(cmd)
	cmd.Flags().StringVar(&as, "as", "operator", "operator or counterparty")
	cmd.Flags().Uint64Var(&round, "round", 0, "number of the round on the chain; 0: the newest")
	return cmd
}
