package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/service/recorder"
)

// proveFor makes the proof of a decision in a ledger.
func proveFor(ctx context.Context, a recorder.Archive, ledger, site, key string) (proof.Evidence, error) {
	if _, ok, err := a.Decision(ctx, site, key); err == nil && !ok {
		return proof.Evidence{}, fmt.Errorf("%w: there is no decision %q of site %q", httpapi.ErrNoProof, key, site)
	}
	e, err := recorder.Prove(ctx, a, ledger, site, key)
	if errors.Is(err, recorder.ErrNotRecorded) {
		err = fmt.Errorf("%w yet: %w", httpapi.ErrNoProof, err)
	}
	return e, err
}

func newProof(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "proof", Short: "Print the proof that one decision was recorded", Args: cobra.NoArgs,
		Long: "Prints the proof file of one decision: what was decided, its leaf, the path to its batch's root, and where\n" +
			"that root stands on the chain. pouwdem ledger verify checks it anywhere, with nothing but the file.",
		Example: "  pouwdem ledger proof --site west-1 --interval 2026-03-02T12:05Z > proof.json",
	}
	var siteID, interval, key, name string
	var absent bool
	var within time.Duration
	flags := storeFlags(cmd)
	cmd.Flags().StringVar(&siteID, "site", "", "the site's id")
	cmd.Flags().StringVar(&interval, "interval", "", "start of the interval, UTC, such as 2026-03-02T12:05Z")
	cmd.Flags().StringVar(&key, "key", "", "key of a decision between ticks, in place of --interval")
	cmd.Flags().StringVar(&name, "ledger", "", "`CHAIN/CONTRACT`; without it the one that was written last")
	cmd.Flags().BoolVar(&absent, "absent", false, "prove instead that no decision about --interval was recorded")
	cmd.Flags().DurationVar(&within, "within", time.Hour, "how long after the interval it was not recorded, with --absent")
	_ = cmd.MarkFlagRequired("site")
	cmd.MarkFlagsMutuallyExclusive("absent", "key")
	cmd.MarkFlagsOneRequired("interval", "key")
	cmd.MarkFlagsMutuallyExclusive("interval", "key")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		st, err := openLedger(cmd.Context(), cfg)
		if err != nil {
			return err
		}
		defer st.Close()
		if name == "" {
			ledgers, err := st.Ledgers(cmd.Context())
			if err != nil {
				return err
			}
			if len(ledgers) == 0 {
				return errors.New("nothing has been recorded yet: pouwdem run records every interval unless chain.url is off")
			}
			name = ledgers[0]
		}
		if absent {
			proven, err := proveAbsence(cmd.Context(), st, name, siteID, interval, within)
			if err != nil {
				return err
			}
			return printJSON(p.Stdout, proven)
		}
		if interval != "" {
			key = interval
		}
		evidence, err := proveFor(cmd.Context(), st, name, siteID, key)
		if err != nil {
			return err
		}
		return printJSON(p.Stdout, evidence)
	}
	return cmd
}

// proveAbsence proves that no decision of a site about the interval that starts
// at was recorded within some time of it.
func proveAbsence(ctx context.Context, a recorder.Archive, ledger, site, at string, within time.Duration) (proof.Absence, error) {
	const layout = "2006-01-02T15:04Z"
	start, err := time.Parse(layout, at)
	if err != nil {
		return proof.Absence{}, usageError{fmt.Errorf("--interval %q: want a time such as 2026-03-02T12:05Z", at)}
	}
	return recorder.ProveAbsent(ctx, a, ledger, site, start, within)
}

func newVerify(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "verify FILE", Short: "Check a proof file, and with --rpc that the chain holds its batch", Args: cobra.ExactArgs(1),
		Long: "Checks a proof file ('-' reads it from standard input) against itself: the plan, its leaf, the path to\n" +
			"the root. With --rpc it also asks that node whether the contract holds the batch, after checking the\n" +
			"contract's code. Anybody can deploy that code: compare the contract's address with the one that the\n" +
			"operator has published, or give that one with --contract.",
	}
	var rpc, contract string
	var asJSON bool
	cmd.Flags().StringVar(&rpc, "rpc", "", "`URL` of a node of the chain")
	cmd.Flags().StringVar(&contract, "contract", "", "the `ADDRESS` that the operator has published")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		raw, err := readProof(args[0])
		if err != nil {
			return err
		}
		if a, err := proof.ParseAbsence(raw); err == nil {
			return verifyAbsence(cmd.Context(), p.Stdout, a, rpc, contract, asJSON)
		}
		client, err := verifierFor(cmd.Context(), raw, rpc, contract)
		if err != nil {
			return err
		}
		result := verifyFile(cmd.Context(), raw, client)
		if asJSON {
			err = printJSON(p.Stdout, result)
		} else {
			err = printVerification(p.Stdout, result)
		}
		if err == nil && !result.Valid {
			err = errors.New("the proof does not hold: " + result.Text)
		}
		return err
	}
	return cmd
}

const largestProofFile = 16 << 20

func readProof(name string) ([]byte, error) {
	in := os.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("read proof file: %w", err)
		}
		defer f.Close()
		in = f
	}
	raw, err := io.ReadAll(io.LimitReader(in, largestProofFile+1))
	if err != nil {
		return nil, fmt.Errorf("read proof file: %w", err)
	}
	return raw, nil
}

// verifierFor is a client of the contract that the file names; nil without a
// node.
func verifierFor(ctx context.Context, raw []byte, rpc, contract string) (*chain.Client, error) {
	e, err := proof.ParseEvidence(raw)
	if err != nil {
		return nil, err
	}
	return readerFor(ctx, rpc, contract, e.Contract, e.ChainID)
}

// readerFor is a client of the contract that a file names, which must be the
// published one where that is given; nil without a node.
func readerFor(ctx context.Context, rpc, published, contract string, chainID uint64) (*chain.Client, error) {
	if published != "" && published != contract {
		return nil, fmt.Errorf("the file's contract is %.60s, the published one %s", contract, published)
	}
	if rpc == "" {
		return nil, nil
	}
	client, id, err := readerAt(ctx, rpc, contract)
	if err == nil && id != chainID {
		err = fmt.Errorf("the node is of chain %d, the file of chain %d", id, chainID)
	}
	return client, err
}

// verifyAbsence checks a proof of absence and prints what it says.
func verifyAbsence(ctx context.Context, w io.Writer, a proof.Absence, rpc, published string, asJSON bool) error {
	until, err := a.Check()
	if err != nil {
		return err
	}
	client, err := readerFor(ctx, rpc, published, a.Contract, a.ChainID)
	if err != nil {
		return err
	}
	asked := "whether the chain holds these batches was not asked"
	if client != nil {
		if _, err := client.VerifyCode(ctx); err != nil {
			return err
		}
		for _, b := range a.Recorded() {
			held, err := client.Recorded(ctx, b, "finalized")
			if err == nil && !held {
				err = fmt.Errorf("the contract does not hold batch %d as the file has it in a final block", b.ID)
			}
			if err != nil {
				return err
			}
		}
		asked = "the contract holds all of them in a final block"
	}
	start, last := proof.IntervalStart(a.Interval), proof.IntervalStart(until)
	if asJSON {
		return printJSON(w, map[string]any{
			"valid": true, "absent": true, "site": a.Site, "interval_start_utc": start, "until_utc": last, "batches": len(a.Batches), "on_chain": client != nil,
		})
	}
	_, err = fmt.Fprintf(w, "no decision of %s about %s is in the %d batches up to that of %s; %s\nchain %d, contract %s: compare the address with the one that the operator has published\n",
		a.Site, start.Format(time.RFC3339), len(a.Batches), last.Format(time.RFC3339), asked, a.ChainID, a.Contract)
	return err
}

// verifyFile checks a proof file step by step, with the chain where there is a
// client for it.
func verifyFile(ctx context.Context, raw []byte, client *chain.Client) (v report.Verification) {
	v.Steps = []report.Step{}
	step := func(name string, err error, held string) bool {
		s := report.Step{Name: name, OK: err == nil, Text: held}
		if err != nil {
			s.Text, v.Text = err.Error(), err.Error()
		}
		v.Steps = append(v.Steps, s)
		return s.OK
	}
	e, err := proof.ParseEvidence(raw)
	if !step("file", err, "the file is a proof of one decision") {
		return v
	}
	d, err := e.Check()
	if !step("path", err, fmt.Sprintf("the plan is the one in the leaf, and %d hashes lead from it to the batch's root", len(e.Path))) {
		return v
	}
	v.Site, v.Key, v.Batch, v.ChainID, v.Contract = e.Site, e.Key, e.Batch.ID, e.ChainID, e.Contract
	v.DecidedAt, v.PowerMW = time.UnixMilli(d.DecidedAt).UTC(), float64(d.KW)/1000
	if client == nil {
		v.Valid, v.Text = true, "The file is consistent. Whether the chain holds its batch was not asked."
		return v
	}
	id, contract := splitLedger(client.Ledger().Name)
	if id != e.ChainID || contract != e.Contract {
		err = fmt.Errorf("the file is of contract %.60s on chain %d, and this process records in %s on chain %d", e.Contract, e.ChainID, contract, id)
	}
	if !step("contract", err, fmt.Sprintf("contract %s on chain %d", contract, id)) {
		return v
	}
	hash, err := client.VerifyCode(ctx)
	if !step("code", err, "the contract's code is this program's, hash "+hash.Hex()) {
		return v
	}
	held, err := client.Recorded(ctx, e.Batch, "latest")
	if err == nil && !held {
		err = fmt.Errorf("the contract does not hold batch %d as the file has it", e.Batch.ID)
	}
	if !step("recorded", err, fmt.Sprintf("the contract holds batch %d with this root", e.Batch.ID)) {
		return v
	}
	final, err := client.Recorded(ctx, e.Batch, "finalized")
	told := "it is in no final block yet"
	if final {
		told = "the newest final block has it"
	}
	if step("final", err, told) {
		v.Valid, v.Text = true, "The decision was recorded, and "+told+"."
	}
	return v
}

func printVerification(w io.Writer, v report.Verification) error {
	for _, s := range v.Steps {
		mark := "ok    "
		if !s.OK {
			mark = "FAILED"
		}
		if _, err := fmt.Fprintf(w, "%s  %-9s %s\n", mark, s.Name, s.Text); err != nil {
			return err
		}
	}
	if !v.Valid {
		return nil
	}
	_, err := fmt.Fprintf(w, "\n%s of %s, decided %s, %.3f MW granted: %s\nchain %d, contract %s: compare the address with the one that the operator has published\n",
		v.Key, v.Site, v.DecidedAt.Format(time.RFC3339), v.PowerMW, v.Text, v.ChainID, v.Contract)
	return err
}
