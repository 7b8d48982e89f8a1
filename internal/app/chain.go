package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// dialAll makes the configured nodes.
func dialAll(ctx context.Context, cfg *config.Config) ([]*chain.Node, error) {
	first := cfg.Chain.URL
	if first == config.ChainSecret {
		first = cfg.Accounts.PolygonRPCURL.Value()
	}
	var nodes []*chain.Node
	for _, url := range []string{first, cfg.Chain.Second} {
		if url == "" {
			continue
		}
		n, err := chain.Dial(ctx, url, nil)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}

// signerOf is the configured key.
func signerOf(ctx context.Context, c config.Chain) (chain.Signer, error) {
	if c.SignerURL != "" {
		account, err := chain.ParseAddress(c.Account)
		if err != nil {
			return nil, fmt.Errorf("chain.account: %w", err)
		}
		return chain.OpenRemote(ctx, c.SignerURL, account)
	}
	if c.Key.IsSet() {
		key, err := chain.ParseKey(c.Key.Value())
		if err != nil {
			return nil, fmt.Errorf("chain.key: %w", err)
		}
		return key, nil
	}
	key, err := chain.OpenKeystore(c.Keystore, c.Password.Value())
	if err != nil {
		return nil, fmt.Errorf("chain.keystore: %w", err)
	}
	return key, nil
}

func newChain(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "chain", Short: "The chain that decisions are recorded on", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("chain: want status, deploy or verify; see pouwdem chain --help")}
		},
	}
	cmd.AddCommand(newChainStatus(p), newChainDeploy(p), newChainVerify(p))
	return cmd
}

func newChainStatus(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "status", Short: "How recording stands in a running process", Args: cobra.NoArgs,
		Long: "Asks a running pouwdem how recording on the chain stands. Fails while nothing can be recorded. A token,\n" +
			"where one is needed, is read from POUWDEM_TOKEN.",
	}
	var url string
	var asJSON bool
	cmd.Flags().StringVar(&url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		view, err := askChain(cmd.Context(), strings.TrimRight(url, "/")+"/api/chain", p.Getenv("POUWDEM_TOKEN"))
		if err != nil {
			return err
		}
		if asJSON {
			err = printJSON(p.Stdout, view)
		} else {
			err = printChain(p.Stdout, view)
		}
		if err == nil && view.Status == report.ChainHalted {
			err = errors.New("recording has stopped: " + view.Text)
		}
		return err
	}
	return cmd
}

func askChain(ctx context.Context, url, token string) (view report.Chain, err error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return view, usageError{fmt.Errorf("--url: %w", err)}
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return view, fmt.Errorf("reach the running process (is it up, is --url right?): %w", err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 4<<20))
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s answered %s: %s", url, resp.Status, strings.TrimSpace(string(body)))
	}
	if err == nil {
		err = json.Unmarshal(body, &view)
	}
	return view, err
}

func printChain(w io.Writer, c report.Chain) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(out, "status\t%s: %s\n", c.Status, c.Text)
	fmt.Fprintf(out, "chain\t%d, block %d, base fee %.1f gwei\n", c.ChainID, c.Head, c.BaseFee)
	fmt.Fprintf(out, "contract\t%s\n", c.Contract)
	fmt.Fprintf(out, "account\t%s, can pay for %.0f days\n", c.Account, c.RunwayD)
	if c.RPCURL != "" {
		fmt.Fprintf(out, "rpc\t%s\n", c.RPCURL)
	}
	fmt.Fprintf(out, "batches\t%d sealed, %d on the chain, %d waiting\n", c.Batches, c.OnChain, c.Queued)
	for i, b := range c.Newest {
		if i == 5 {
			break
		}
		fmt.Fprintf(out, "batch %d\t%s, %d decisions, %s\n", b.ID, b.Start.Format("2006-01-02T15:04Z"), b.Decisions, b.State)
	}
	for _, t := range c.Troubles {
		fmt.Fprintf(out, "%s\t%s\n", t.Severity, t.Text)
	}
	return out.Flush()
}

// deployOptions are the flags of chain deploy.
type deployOptions struct {
	rpc, keystore, recorder string
	id                      uint64
	maxFee                  float64
	window                  time.Duration
	asJSON                  bool
}

func newChainDeploy(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "deploy", Short: "Put the contracts that recording needs onto a test network or a local chain", Args: cobra.NoArgs,
		Long: "Deploys the contracts with the key of a keystore, whose password is read from POUWDEM_CHAIN_PASSWORD, or\n" +
			"with the key in POUWDEM_CHAIN_KEY, and lets the recorder's account record. The network is named a second\n" +
			"time by its chain id, so that nothing is paid for on the wrong one. Main networks are refused.",
		Example: "  pouwdem chain deploy --rpc http://127.0.0.1:8545 --chain-id 31337 --keystore owner.json --recorder 0x...",
	}
	var o deployOptions
	cmd.Flags().StringVar(&o.rpc, "rpc", "", "`URL` of a node")
	cmd.Flags().StringVar(&o.keystore, "keystore", "", "`FILE` with the owner's key")
	cmd.Flags().StringVar(&o.recorder, "recorder", "", "`ADDRESS` of the account that may record")
	cmd.Flags().Uint64Var(&o.id, "chain-id", 0, "the chain's id")
	cmd.Flags().Float64Var(&o.maxFee, "max-fee-gwei", 1000, "most that is offered per gas")
	cmd.Flags().DurationVar(&o.window, "window", 24*time.Hour, "how long results of tasks can be disputed")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print one JSON object")
	for _, name := range []string{"rpc", "recorder", "chain-id"} {
		_ = cmd.MarkFlagRequired(name)
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		contracts, err := deployContracts(cmd.Context(), p, o)
		if err != nil {
			return err
		}
		if o.asJSON {
			return printJSON(p.Stdout, contracts)
		}
		_, err = fmt.Fprintf(p.Stdout, "TaskAllocation  %s\nRewardToken     %s\nNullifiers      %s\n\nset chain.contract to the first, and chain.keystore to the recorder's key\n",
			contracts.TaskAllocation.Hex(), contracts.RewardToken.Hex(), contracts.Nullifiers.Hex())
		return err
	}
	return cmd
}

// adminDelay is how long a change of the contracts' administration is announced.
const adminDelay = 48 * time.Hour

func deployContracts(ctx context.Context, p Process, o deployOptions) (chain.Contracts, error) {
	const ethereum, polygon = 1, 137
	if o.id == ethereum || o.id == polygon {
		return chain.Contracts{}, usageError{fmt.Errorf("--chain-id %d is a main network: deploying there is a ceremony with several keys, see docs/ledger.md", o.id)}
	}
	recorder, err := chain.ParseAddress(o.recorder)
	if err != nil {
		return chain.Contracts{}, usageError{fmt.Errorf("--recorder: %w", err)}
	}
	var owner chain.Key
	if o.keystore != "" {
		owner, err = chain.OpenKeystore(o.keystore, p.Getenv("POUWDEM_CHAIN_PASSWORD"))
	} else {
		owner, err = chain.ParseKey(p.Getenv("POUWDEM_CHAIN_KEY"))
	}
	if err != nil {
		return chain.Contracts{}, usageError{fmt.Errorf("the owner's key (--keystore, or POUWDEM_CHAIN_KEY): %w", err)}
	}
	node, err := chain.Dial(ctx, o.rpc, nil)
	if err != nil {
		return chain.Contracts{}, usageError{fmt.Errorf("--rpc: %w", err)}
	}
	defer node.Close()
	id, err := chain.ChainID(ctx, []*chain.Node{node})
	if err != nil {
		return chain.Contracts{}, err
	}
	if id != o.id {
		return chain.Contracts{}, usageError{fmt.Errorf("the node is of chain %d, --chain-id says %d", id, o.id)}
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	return chain.Deploy(ctx, node, chain.Deployment{
		Owner: owner, AdminDelay: adminDelay, Recorder: recorder, WorkTime: time.Hour, Window: o.window,
		Fees: feeBounds(o.maxFee), Poll: time.Second,
	})
}

func newChainVerify(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "verify", Short: "Check that the code at a contract's address is this program's", Args: cobra.NoArgs,
		Long: "Makes the code that the contract must have in this process, from the contract's own parameters, and\n" +
			"compares it with what the node has.",
	}
	var rpc, contract string
	var asJSON bool
	cmd.Flags().StringVar(&rpc, "rpc", "", "`URL` of a node")
	cmd.Flags().StringVar(&contract, "contract", "", "`ADDRESS` of the contract")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	_, _ = cmd.MarkFlagRequired("rpc"), cmd.MarkFlagRequired("contract")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		client, id, err := readerAt(cmd.Context(), rpc, contract)
		if err != nil {
			return err
		}
		hash, err := client.VerifyCode(cmd.Context())
		if err != nil {
			return err
		}
		if asJSON {
			return printJSON(p.Stdout, map[string]any{"chain_id": id, "contract": contract, "code_hash": hash})
		}
		_, err = fmt.Fprintf(p.Stdout, "the code at %s on chain %d is TaskAllocation of this program, hash %s\n", contract, id, hash)
		return err
	}
	return cmd
}

// readerAt is a client that only reads.
func readerAt(ctx context.Context, rpc, contract string) (*chain.Client, uint64, error) {
	address, err := chain.ParseAddress(contract)
	if err != nil {
		return nil, 0, usageError{fmt.Errorf("contract: %w", err)}
	}
	node, err := chain.Dial(ctx, rpc, nil)
	if err != nil {
		return nil, 0, usageError{fmt.Errorf("--rpc: %w", err)}
	}
	id, err := chain.ChainID(ctx, []*chain.Node{node})
	if err != nil {
		return nil, 0, err
	}
	client, err := chain.NewClient([]*chain.Node{node}, id, address, nil)
	return client, id, err
}
