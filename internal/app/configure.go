package app

import (
	"errors"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/config"
)

// settingFlags are flags that stand for settings of the configuration.
type settingFlags struct {
	path  string
	flags []config.Flag     // given by flags of another form
	names map[string]string // flag name -> setting
}

// addConfigFlags adds --config and, by name, flags that set one setting each.
func addConfigFlags(cmd *cobra.Command, named ...[3]string) *settingFlags {
	f := &settingFlags{names: map[string]string{}}
	cmd.Flags().StringVar(&f.path, "config", "", "configuration `FILE` (YAML); without one: the simulated world and its five sites")
	for _, n := range named {
		name, setting, help := n[0], n[1], n[2]
		f.names[name] = setting
		cmd.Flags().String(name, "", help)
	}
	return f
}

// load reads the configuration with the flags that were given on top.
func (f *settingFlags) load(cmd *cobra.Command, p Process) (*config.Config, error) {
	given := f.flags
	for name, setting := range f.names {
		if !cmd.Flags().Changed(name) {
			continue
		}
		value, err := cmd.Flags().GetString(name)
		if err != nil {
			return nil, usageError{err}
		}
		given = append(given, config.Flag{Name: "--" + name, Setting: setting, Value: value})
	}
	cfg, err := config.Load(config.Options{Path: f.path, Getenv: p.Getenv, Flags: given})
	if err != nil {
		return nil, usageError{err}
	}
	return cfg, nil
}

func newConfig(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "config", Short: "Check, explain or print the configuration", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("config: want check, example, schema or show; see pouwdem config --help")}
		},
	}
	cmd.AddCommand(newConfigCheck(p), newConfigShow(p),
		&cobra.Command{
			Use: "example", Short: "Print a commented configuration whose values are the defaults", Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error {
				_, err := p.Stdout.Write(config.Example())
				return err
			},
		},
		&cobra.Command{
			Use: "schema", Short: "Print the JSON schema of the configuration", Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error {
				schema, err := config.Schema()
				if err != nil {
					return err
				}
				_, err = p.Stdout.Write(schema)
				return err
			},
		})
	return cmd
}

func newConfigCheck(p Process) *cobra.Command {
	return &cobra.Command{
		Use: "check FILE", Short: "Check a configuration; every problem with its line", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			cfg, err := config.Load(config.Options{Path: args[0], Getenv: p.Getenv})
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(p.Stdout, "%s: ok, %d sites, world %s, control %s\n", args[0], len(cfg.Sites), cfg.World, cfg.Control)
			return err
		},
	}
}

func newConfigShow(p Process) *cobra.Command {
	cmd := &cobra.Command{Use: "show", Short: "Print every setting, its value and where it comes from", Args: cobra.NoArgs}
	flags := addConfigFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := flags.load(cmd, p)
		if err != nil {
			return err
		}
		origins, err := cfg.Sources()
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
		for _, o := range origins {
			fmt.Fprintf(table, "%s\t%s\t%s\n", o.Setting, o.Value, o.From)
		}
		return table.Flush()
	}
	return cmd
}
