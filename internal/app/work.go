package app

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

func newWork(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "work", Short: "Useful work for the grid: submit, list, solve and commit, verify", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("work: want submit, list, receipts, escrow, deposit, payout, solve or verify; see pouwdem work --help")}
		},
	}
	cmd.AddCommand(newWorkSubmit(p), newWorkList(p), newWorkReceipts(p), newWorkEscrow(p), newWorkBook(p, "deposit"), newWorkBook(p, "payout"), newWorkSolve(p), newWorkVerify(p))
	return cmd
}

// kindsHelp says what --kind may be.
const kindsHelp = "power_flow; n1 or dc: single branch outages, in full or by the direct-current model; series: hours;\n" +
	"adequacy: states of generators; opf or scopf: the cheapest dispatch, or the one that keeps limits after any loss;\n" +
	"cpf: how far loads can grow; transient: how long faults may last; forecast (not from outside): quantiles of a series"

func newWorkSolve(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "solve CASE.m", Short: "Solve a task on a case file, commit the answer, and write its proof", Args: cobra.ExactArgs(1),
		Long: "Does by hand what a worker and its coordinator do: the answer is committed first and sampled afterwards, by a\n" +
			"number that the task committed to before. Coordinator and worker are one here, so the proof shows that the\n" +
			"answer is right, not that nobody steered the sample.",
		Example: "  pouwdem work solve case118.m --kind n1 --out proof.json",
	}
	var kind, out string
	var first, count, sample int
	var spread float64
	var seed uint64
	fl := cmd.Flags()
	fl.StringVar(&kind, "kind", "power_flow", kindsHelp)
	fl.IntVar(&first, "first", 0, "first outage, counting branches in service from 0")
	fl.IntVar(&count, "count", 0, "outages; 0: all from the first on, for n1")
	fl.IntVar(&sample, "sample", 16, "leaves that are opened")
	fl.Float64Var(&spread, "spread", 0, "standard deviation of each load's change, a fraction")
	fl.Uint64Var(&seed, "seed", 1, "of the changes")
	fl.StringVar(&out, "out", "", "`FILE` for the proof; standard output")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		f, err := solveFile(args[0], work.Kind(kind), first, count, sample, spread, seed)
		if err != nil {
			return err
		}
		if out == "" {
			return printJSON(p.Stdout, f)
		}
		body, err := json.Marshal(f)
		if err == nil {
			err = os.WriteFile(out, append(body, '\n'), 0o644)
		}
		if err != nil {
			return fmt.Errorf("write the proof: %w", err)
		}
		s := f.Commitment.Root.Summary
		_, err = fmt.Fprintf(p.Stdout, "%d leaves under %s: %d solved, %d of them with a limit that is not kept, %d cut off, %d without a solution; %d opened in %s\n",
			f.Commitment.Count, f.Commitment.Root.Hash, s.Solved, s.Violating, s.Islanded, s.Failed, len(f.Opened), out)
		return err
	}
	return cmd
}

func solveFile(path string, kind work.Kind, first, count, sample int, spread float64, seed uint64) (work.File, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return work.File{}, usageError{err}
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return work.File{}, fmt.Errorf("make a key: %w", err)
	}
	var reveal proof.Hash
	if _, err := rand.Read(reveal[:]); err != nil {
		return work.File{}, fmt.Errorf("draw a number: %w", err)
	}
	s := work.Spec{
		Version: 1, Kind: kind, Case: proof.Keccak(text), Seed: seed, Spread: spread, First: first, Count: count, Class: work.Heavy,
		Deadline: time.Now().UTC().Add(time.Hour).Truncate(time.Second), PriceBy: "none", Reader: "whoever asked", Commit: proof.Keccak(reveal[:]),
	}
	if (kind == work.N1 || kind == work.Screening) && count == 0 {
		flow := s
		flow.Kind, flow.First = work.PowerFlow, 0
		q, err := flow.Build(text)
		if err != nil {
			return work.File{}, err
		}
		s.Count = len(q.Net.Branch.Row) - first
	}
	q, err := s.Build(text)
	if err != nil {
		return work.File{}, err
	}
	r, err := work.Solve(q, key, runtime.GOMAXPROCS(0))
	if err != nil {
		return work.File{}, err
	}
	v := work.NewVerifier(q)
	opened, err := r.Open(v.Sample(r.Commitment, reveal, proof.Hash{}, sample))
	return work.File{Format: work.FileFormat, Spec: s, Commitment: r.Commitment, Reveal: reveal, Drawn: sample, Opened: opened}, err
}

// witnessed says what shows that a result was committed before its sample was drawn.
func witnessed(w *work.Witnessed) string {
	if w == nil {
		return "the order of commitment and sample is attested by the coordinator"
	}
	return fmt.Sprintf("the sample was drawn from block %d of chain %d, %s, after transaction %s put the root there: ask that chain whether it was", w.Number, w.ChainID, w.Block, w.Tx)
}

func newWorkVerify(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "verify PROOF.json CASE.m", Short: "Check a proof of work with nothing but the file and the case", Args: cobra.ExactArgs(2),
		Long: "Recomputes which leaves had to be opened, checks that each is in the commitment that the worker signed, and\n" +
			"puts its voltages into the equations of the network.",
		Example: "  pouwdem work verify proof.json case118.m",
	}
	var asJSON bool
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		in, err := os.Open(args[0])
		if err != nil {
			return usageError{err}
		}
		defer in.Close()
		f, err := work.ReadFile(in)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(args[1])
		if err != nil {
			return usageError{err}
		}
		start := time.Now()
		done, err := f.Check(text)
		if err != nil {
			return err
		}
		took, chance := time.Since(start), work.Detection(0.01, f.Drawn)
		if f.Drawn >= f.Commitment.Count {
			chance = 1
		}
		if asJSON {
			return printJSON(p.Stdout, map[string]any{
				"valid": true, "task": f.Commitment.Task, "worker": f.Commitment.Worker, "leaves": f.Commitment.Count, "opened": done.Opened,
				"solved_again": done.Rerun, "detection_of_1_percent": chance, "elapsed_us": took.Microseconds(), "summary": f.Commitment.Root.Summary,
			})
		}
		_, err = fmt.Fprintf(p.Stdout, "the proof holds: %d of %d leaves opened and right, by worker %.16s...; had one leaf in a hundred been wrong, such a sample would show it with a chance of %.0f %%; %s\n",
			done.Opened, f.Commitment.Count, f.Commitment.Worker, 100*chance, witnessed(f.Witness))
		return err
	}
	return cmd
}
