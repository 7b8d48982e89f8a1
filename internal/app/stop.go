package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	neturl "net/url"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// newStop is the kill switch from the command line: it talks to a running
// process over its API.
func newStop(p Process) *cobra.Command {
	cmd := &cobra.Command{
		Use: "stop", Short: "Emergency stop of a running process: every machine off", Args: cobra.NoArgs,
		Long: "Tells a running pouwdem to switch every machine of a site, or of all sites, off at once, or with\n" +
			"--release to let the policy decide again. The token is read from POUWDEM_TOKEN.",
	}
	var url, siteID, reason string
	var release bool
	cmd.Flags().StringVar(&url, "url", "http://127.0.0.1:5000", "`URL` of the running process")
	cmd.Flags().StringVar(&siteID, "site", "", "only this site; all sites without it")
	cmd.Flags().StringVar(&reason, "reason", "from the command line", "why, for the audit log")
	cmd.Flags().BoolVar(&release, "release", false, "release the stop")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		token := p.Getenv("POUWDEM_TOKEN")
		if token == "" {
			return usageError{errors.New("POUWDEM_TOKEN is not set: put the token there that the process printed at its start")}
		}
		method := http.MethodPost
		if release {
			method = http.MethodDelete
		}
		if err := callStop(cmd.Context(), method, strings.TrimRight(url, "/")+"/api/stop", siteID, reason, token); err != nil {
			return err
		}
		_, err := fmt.Fprintln(p.Stdout, "done")
		return err
	}
	return cmd
}

func callStop(ctx context.Context, method, url, siteID, reason, token string) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	var body io.Reader
	if method == http.MethodDelete {
		url += "?" + neturl.Values{"site": {siteID}, "reason": {reason}}.Encode()
	} else {
		encoded, err := json.Marshal(map[string]string{"site": siteID, "reason": reason})
		if err != nil {
			return fmt.Errorf("encode the stop: %w", err)
		}
		body = bytes.NewReader(encoded)
	}
	req, err := http.NewRequestWithContext(ctx, method, url, body)
	if err != nil {
		return usageError{fmt.Errorf("--url: %w", err)}
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("reach the running process (is it up, is --url right?): %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 == 2 {
		return nil
	}
	said, _ := io.ReadAll(io.LimitReader(resp.Body, 4096))
	return fmt.Errorf("%s answered %s: %s", url, resp.Status, bytes.TrimSpace(said))
}
