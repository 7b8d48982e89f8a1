package app

import (
	"encoding/json"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

func newSimulate(p Process) *cobra.Command {
	var moments bool
	var seeds int
	cmd := &cobra.Command{
		Use: "simulate", Short: "Serve the stand-ins alone, for another program to talk to", Args: cobra.NoArgs,
		Long: "Serves the simulated world through the protocols of ERCOT, mempool.space, the MARA hackathon, a GPU\n" +
			"price feed and machine-group agents, on loopback, and prints where. With --moments it prints the\n" +
			"moments of the simulated prices beside those of the real ones instead.",
	}
	flags := addConfigFlags(cmd,
		[3]string{"speed", "speed", "how many times as fast as the wall the world runs"},
		[3]string{"start", "start", "`TIME` at which the world begins, RFC 3339; default now"},
		[3]string{"seed", "seed", "seed of the world"},
		[3]string{"log", "log.level", "debug, info, warn or error"})
	listen := cmd.Flags().String("listen", "127.0.0.1:5080", "loopback `ADDRESS` to serve on")
	cmd.Flags().BoolVar(&moments, "moments", false, "print the moments of the simulated prices")
	cmd.Flags().IntVar(&seeds, "seeds", 5, "over how many seeds --moments averages")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		if moments {
			return simulate.WriteMoments(p.Stdout, cfg.Seed, seeds)
		}
		log, err := newLogger(p.Stderr, cfg.Log)
		if err != nil {
			return err
		}
		sites, err := cfg.BuildSites()
		if err != nil {
			return err
		}
		world, err := newStandIns(cmd.Context(), *listen, cfg, sites, clock.NewScaled(cfg.WorldStart(time.Now()), cfg.Speed), log)
		if err != nil {
			return err
		}
		served := struct {
			simulate.URLs
			Machines map[string][]string `json:"machines"` // host:port by site/class, for pouwdem miner
		}{world.urls, world.farms.addresses()}
		if err := json.NewEncoder(p.Stdout).Encode(served); err != nil {
			return err
		}
		return runParts(cmd.Context(), log, world.parts())
	}
	return cmd
}
