package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
)

// storeFlags are the settings that say where the ledger is.
func storeFlags(cmd *cobra.Command) *settingFlags {
	return addConfigFlags(cmd,
		[3]string{"data", "data_dir", "`DIR` with the data"},
		[3]string{"store", "store.url", "`URL` of the store: sqlite:FILE or postgres://..."})
}

// openLedger opens a store that has to be there already.
func openLedger(ctx context.Context, cfg *config.Config) (*store.Store, error) {
	return store.Open(ctx, cfg.StoreURL(), store.Options{Existing: true})
}

func newLedger(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "ledger", Short: "Check what has been decided", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("ledger: want proof, verify, replay or audit; see pouwdem ledger --help")}
		},
	}
	cmd.AddCommand(newProof(p), newVerify(p), newReplay(p), newAudit(p))
	return cmd
}

// endOfTime is later than every interval.
func endOfTime() time.Time { return time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC) }

// replayResult is what a replay found.
type replayResult struct {
	Replayed  int      `json:"replayed"`
	Identical int      `json:"identical"`
	Different []string `json:"different"`
}

func newReplay(p Process) *cobra.Command {
	var siteID string
	var limit int
	var asJSON bool
	cmd := &cobra.Command{
		Use: "replay", Short: "Make stored decisions again from their inputs and compare, to the bit", Args: cobra.NoArgs,
		Long: "Makes the newest stored decisions again from the inputs stored with them and compares the plans to the\n" +
			"bit. Fails if any differs.",
	}
	flags := storeFlags(cmd)
	cmd.Flags().StringVar(&siteID, "site", "", "only this site")
	cmd.Flags().IntVar(&limit, "limit", 1000, "how many decisions, newest first")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
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
		result, err := replay(cmd.Context(), st, libraryOf(cfg.DataDir), siteID, limit)
		if err != nil {
			return err
		}
		if asJSON {
			err = printJSON(p.Stdout, result)
		} else {
			_, err = fmt.Fprintf(p.Stdout, "%d decisions made again, %d identical\n", result.Replayed, result.Identical)
		}
		if err == nil && len(result.Different) > 0 {
			err = fmt.Errorf("%d decisions differ, the first: %s", len(result.Different), result.Different[0])
		}
		return err
	}
	return cmd
}

func replay(ctx context.Context, st *store.Store, l library, siteID string, limit int) (replayResult, error) {
	result := replayResult{Different: []string{}}
	rows, err := st.Decisions(ctx, siteID, time.Time{}, endOfTime(), limit)
	if err != nil {
		return result, err
	}
	for _, row := range rows {
		d, found, err := st.Decision(ctx, row.Site, row.Key)
		if err != nil {
			return result, err
		}
		if !found {
			continue
		}
		result.Replayed++
		council, err := l.councilOf(championOf(d), d.Input.Params)
		if err == nil {
			err = episode.Replay(d, council)
		}
		if err != nil {
			result.Different = append(result.Different, err.Error())
			continue
		}
		result.Identical++
	}
	return result, nil
}

// championOf is the champion's name at the time of a decision: the first that
// was asked. Fast decisions have none and need none.
func championOf(d episode.Decision) string {
	if len(d.Proposals) == 0 || d.Proposals[0].Policy == "running" {
		return "always"
	}
	return d.Proposals[0].Policy
}

func newAudit(p Process) *cobra.Command {
	cmd := &cobra.Command{Use: "audit", Short: "Check the hash chain of the audit log", Args: cobra.NoArgs}
	flags := storeFlags(cmd)
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
		if _, err := st.VerifyAudit(cmd.Context()); err != nil {
			return err
		}
		_, err = fmt.Fprintln(p.Stdout, "the audit log's chain is whole")
		return err
	}
	return cmd
}

func newBackup(p Process) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{Use: "backup DIR", Short: "Write a consistent copy of the store into a new folder in DIR", Args: cobra.ExactArgs(1)}
	flags := storeFlags(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		st, err := openLedger(cmd.Context(), cfg)
		if err != nil {
			return err
		}
		defer st.Close()
		manifest, err := st.Backup(cmd.Context(), args[0], time.Now().UTC())
		if err != nil {
			return err
		}
		if asJSON {
			return printJSON(p.Stdout, manifest)
		}
		_, err = fmt.Fprintf(p.Stdout, "backup %s is complete, up to event %d\n", manifest.Dir, manifest.LastSeq)
		return err
	}
	return cmd
}

func newRestore(p Process) *cobra.Command {
	return &cobra.Command{
		Use: "restore DIR FILE", Short: "Restore a backup, the folder that backup named, into a new SQLite file, verified", Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := store.Restore(cmd.Context(), args[0], args[1]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(p.Stdout, "restored %s into %s\n", args[0], args[1])
			return err
		},
	}
}
