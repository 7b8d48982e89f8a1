package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime/debug"

	"github.com/lmittmann/tint"
	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/config"
)

// Process is what a command has of the process it runs in.
type Process struct {
	Args    []string
	Stdout  io.Writer // results
	Stderr  io.Writer // logs and errors
	Getenv  func(string) string
	Version string
}

// Exit codes.
const (
	exitOK      = 0
	exitFailure = 1
	exitUsage   = 2
)

// usageError is a command line that cannot be carried out as it stands.
type usageError struct{ error }

// Main runs the command that the arguments name and returns its exit code: 0
// success, 1 failure, 2 usage.
func Main(ctx context.Context, p Process) int {
	root := newRoot(p)
	root.SetArgs(p.Args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	fmt.Fprintln(p.Stderr, "pouwdem:", err)
	if usage := (usageError{}); errors.As(err, &usage) {
		return exitUsage
	}
	return exitFailure
}

func newRoot(p Process) *cobra.Command {
	root := &cobra.Command{
		Use:   "pouwdem",
		Short: "Decide every five minutes what each megawatt of a computing site does",
		Long: "pouwdem runs flexible computing sites in Texas: it decides every five minutes whether each\n" +
			"megawatt mines, serves inference, holds reserve or is off, carries that out, settles it and\n" +
			"records it. Without a configuration it runs on a simulated world that it says is simulated.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageError{errors.New("no command given; see pouwdem --help")}
		},
	}
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		newRun(p), newBacktest(p), newTrain(p), newEvaluate(p), newGrid(p), newForecast(p), newWork(p), newWorker(p), newFederate(p), newFutures(p), newCertificates(p), newSimulate(p), newLedger(p), newChain(p), newStop(p), newDesk(p), newDrill(p),
		newSite(p), newCoordinator(p), newSites(p),
		newStratum(p), newMiner(p), newNode(p), newConfig(p), newDoctor(p), newBackup(p), newRestore(p), newVersion(p),
	)
	wrapArgs(root)
	return root
}

// wrapArgs makes wrong arguments of any command a usage error.
func wrapArgs(cmd *cobra.Command) {
	for _, child := range cmd.Commands() {
		if check := child.Args; check != nil {
			child.Args = func(cmd *cobra.Command, args []string) error {
				if err := check(cmd, args); err != nil {
					return usageError{err}
				}
				return nil
			}
		}
		wrapArgs(child)
	}
}

func newVersion(p Process) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "version", Short: "Print the version and what it was built with", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			goVersion := "unknown"
			if info, ok := debug.ReadBuildInfo(); ok {
				goVersion = info.GoVersion
			}
			if asJSON {
				return printJSON(p.Stdout, map[string]string{"version": p.Version, "go": goVersion})
			}
			_, err := fmt.Fprintf(p.Stdout, "pouwdem %s (%s)\n", p.Version, goVersion)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("print result: %w", err)
	}
	return nil
}

// newLogger logs for people on a terminal and JSON elsewhere, unless the
// configuration says which.
func newLogger(w io.Writer, cfg config.Log) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(cfg.Level)); err != nil {
		return nil, fmt.Errorf("log.level: %w", err)
	}
	file, isFile := w.(*os.File)
	terminal := isFile && isatty.IsTerminal(file.Fd())
	if cfg.Format == "text" || cfg.Format == "auto" && terminal {
		return slog.New(tint.NewTextHandler(w, &tint.Options{Level: level, NoColor: !terminal})), nil
	}
	return slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level})), nil
}
