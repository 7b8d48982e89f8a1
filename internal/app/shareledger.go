package app

import (
	"bufio"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/payout"
)

// newShareLedger writes the ledger of shares out for its members.
func newShareLedger(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "ledger", Short: "Write the whole ledger of shares, an entry a line", Args: cobra.NoArgs,
		Long:    "Reads the store, of a running process too, and writes every entry as it was signed.",
		Example: "  pouwdem stratum ledger --data data > ledger.jsonl",
	}
	flags := addConfigFlags(cmd,
		[3]string{"data", "data_dir", "`DIR` for the data"},
		[3]string{"store", "store.url", "`URL` of the store: sqlite:FILE or postgres://..."})
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		st, err := store.Open(cmd.Context(), cfg.StoreURL(), store.Options{Existing: true})
		if err != nil {
			return err
		}
		defer st.Close()
		entries, err := st.ShareLedger(cmd.Context(), time.Time{})
		if err != nil {
			return err
		}
		out := bufio.NewWriter(p.Stdout)
		lines := json.NewEncoder(out)
		for _, e := range entries {
			if err := lines.Encode(e); err != nil {
				return err
			}
		}
		return out.Flush()
	}
	return cmd
}

// newShareVerify checks a ledger of shares that somebody else wrote out.
func newShareVerify(p Process) *cobra.Command {
	var key string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "verify FILE", Short: "Check a ledger of shares: its chain, signatures and sums", Args: cobra.ExactArgs(1),
		Long: "Checks that every entry follows the one before, is signed with the key, and that rewards are divided to the\n" +
			"last satoshi; then says what each member earned and was paid. Nothing else of the pool is needed or asked.",
		Example: "  pouwdem stratum verify ledger.jsonl --key 4f1c...",
		RunE: func(cmd *cobra.Command, args []string) error {
			raw, err := hex.DecodeString(key)
			if err != nil || len(raw) != ed25519.PublicKeySize {
				return usageError{errors.New("--key: want the pool's public key, 64 hexadecimal digits as its page shows")}
			}
			file, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			entries, err := readEntries(bufio.NewReader(file))
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			if err := payout.Verify(entries, ed25519.PublicKey(raw)); err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			books := payout.Fold(entries)
			if asJSON {
				return printJSON(p.Stdout, map[string]any{
					"entries": len(entries), "head": headOf(entries), "credited_sats": books.Credited, "fee_sats": books.Fees, "members": books.Balances,
				})
			}
			return printBooks(p.Stdout, entries, books)
		},
	}
	cmd.Flags().StringVar(&key, "key", "", "public `KEY` of the pool, in hex")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

// readEntries reads an entry a line. It knows every member of an entry: one with
// more is not what was signed.
func readEntries(r io.Reader) ([]payout.Entry, error) {
	lines := json.NewDecoder(r)
	lines.DisallowUnknownFields()
	var entries []payout.Entry
	for {
		var e payout.Entry
		err := lines.Decode(&e)
		if errors.Is(err, io.EOF) {
			return entries, nil
		}
		if err != nil {
			return nil, fmt.Errorf("entry %d: %w", len(entries)+1, err)
		}
		entries = append(entries, e)
	}
}

func headOf(entries []payout.Entry) string {
	if len(entries) == 0 {
		return ""
	}
	return entries[len(entries)-1].Hash
}

func printBooks(w io.Writer, entries []payout.Entry, books payout.Books) error {
	fmt.Fprintf(w, "whole: %d entries, the newest %s\n", len(entries), headOf(entries))
	fmt.Fprintf(w, "credited %d sats, of which %d are fees\n", books.Credited, books.Fees)
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "member\tshares\tearned\tpaid\tdue")
	for _, b := range books.Balances {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\n", b.Member, b.Count, b.Earned, b.Paid, b.Due())
	}
	return t.Flush()
}
