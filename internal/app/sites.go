package app

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	neturl "net/url"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

func newSites(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "sites", Short: "Who may join the coordinator: list, invite, revoke", Args: cobra.NoArgs,
		Long: "Talks to a running coordinator over its API; the token of an admin is read from POUWDEM_TOKEN.",
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("sites: want list, invite, revoke or authorization; see pouwdem sites --help")}
		},
	}
	api := &remote{p: p}
	cmd.PersistentFlags().StringVar(&api.url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	cmd.AddCommand(sitesList(p, api), sitesInvite(p, api), sitesRevoke(p, api), sitesAuthorization(p, api))
	return cmd
}

func sitesList(p Process, api *remote) *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List who was invited, is enrolled, or was cut off", Args: cobra.NoArgs}
	var asJSON bool
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		var list report.Members
		if err := api.call(cmd.Context(), http.MethodGet, "/api/members", nil, &list); err != nil {
			return err
		}
		if asJSON {
			return printJSON(p.Stdout, list)
		}
		if list.Text != "" {
			fmt.Fprintln(p.Stdout, list.Text)
		}
		table := tabwriter.NewWriter(p.Stdout, 0, 4, 2, ' ', 0)
		fmt.Fprintln(table, "name\trole\tstate\tconnected\tsite\tjoined")
		for _, m := range list.Members {
			connected, joined := "unknown", "never"
			if m.Connected != nil {
				connected = map[bool]string{true: "yes", false: "no"}[*m.Connected]
			}
			if m.Joined != nil {
				joined = m.Joined.Format(time.RFC3339)
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", m.Name, m.Role, m.State, connected, cmp.Or(m.Site, "none: light tasks only"), joined)
		}
		return table.Flush()
	}
	return cmd
}

func sitesInvite(p Process, api *remote) *cobra.Command {
	cmd := &cobra.Command{
		Use: "invite NAME", Short: "Make a token that lets a site or a worker in, once", Args: cobra.ExactArgs(1),
		Long: "Prints the token to standard output, alone on its line; it is kept nowhere. NAME is a site of the\n" +
			"configuration, or with --role worker any name for whoever runs the worker. A worker has heavy tasks only\n" +
			"with --site, of machines that stand there, as far as that site's plan grants megawatts.",
		Example: "  POUWDEM_TOKEN=... pouwdem sites invite pecos | pouwdem site --site pecos --bus nats://hub:4222 --join -\n" +
			"  POUWDEM_TOKEN=... pouwdem sites invite rack-7 --role worker --site webb",
	}
	var role, site string
	var life time.Duration
	cmd.Flags().StringVar(&role, "role", "site", "site or worker")
	cmd.Flags().StringVar(&site, "site", "", "`SITE` at which the worker stands; without it the worker has light tasks only")
	cmd.Flags().DurationVar(&life, "for", 24*time.Hour, "how long the token is good for, up to 168h")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var made report.Invitation
		in := map[string]any{"name": args[0], "role": role, "site": site, "hours": life.Hours()}
		if err := api.call(cmd.Context(), http.MethodPost, "/api/members", in, &made); err != nil {
			return err
		}
		fmt.Fprintf(p.Stderr, "the token of the %s %s is good once, until %s; the bus is at %s\n", made.Role, made.Name, made.Expires.Format(time.RFC3339), made.BusURL)
		if made.Site == "" {
			fmt.Fprintf(p.Stderr, "%s will stand at no site and have light tasks only; --site says where it stands\n", made.Name)
		}
		_, err := fmt.Fprintln(p.Stdout, made.Token)
		return err
	}
	return cmd
}

func sitesRevoke(p Process, api *remote) *cobra.Command {
	return &cobra.Command{
		Use: "revoke NAME", Short: "Cut a member off at once, or withdraw its token", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := api.call(cmd.Context(), http.MethodDelete, "/api/members/"+neturl.PathEscape(args[0]), nil, nil); err != nil {
				return err
			}
			_, err := fmt.Fprintln(p.Stdout, "cut off")
			return err
		},
	}
}

func sitesAuthorization(p Process, api *remote) *cobra.Command {
	return &cobra.Command{
		Use: "authorization", Short: "Print the members as the configuration of NATS servers of your own", Args: cobra.NoArgs,
		Long: "For a cluster that bus.url names: the coordinator cannot change who may join it, so its own configuration has\n" +
			"to say so. Put the output into the configuration of each server, beside jetstream { domain: hub }, and reload.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			var text []byte
			if err := api.call(cmd.Context(), http.MethodGet, "/api/members/authorization", nil, &text); err != nil {
				return err
			}
			_, err := p.Stdout.Write(text)
			return err
		},
	}
}
