package app

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	neturl "net/url"
	"time"

	"github.com/spf13/cobra"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// drillResult is how long an instruction took, stage by stage. Milliseconds are
// the wall's; the site's clock may run faster, see clock_speed.
type drillResult struct {
	Site         string  `json:"site"`
	Instruction  string  `json:"instruction"`
	MaxMW        float64 `json:"max_mw"`
	BeforeMW     float64 `json:"before_mw"`
	AfterMW      float64 `json:"after_mw"`
	ClockSpeed   float64 `json:"clock_speed"`
	AcceptedMS   float64 `json:"accepted_ms"` // sent, stored, decided on, commanded: when the answer came
	ReachedMS    float64 `json:"reached_ms"`  // from sending until the meter showed no more than was asked
	ReachedS     float64 `json:"reached_site_s"`
	Reached      bool    `json:"reached"`
	RecalledMS   float64 `json:"recalled_ms"`
	Decision     string  `json:"decision"`
	Acknowledged bool    `json:"acknowledged_within_60_s"`
}

func newDrill(p Process) *cobra.Command {
	r := &remote{p: p}
	var siteID string
	var maxMW float64
	var wait time.Duration
	cmd := &cobra.Command{
		Use: "drill", Short: "Play an instruction to a running process and report how long each stage took", Args: cobra.NoArgs,
		Long: "Sends an instruction of the QSE to a running pouwdem, waits until the settlement meter shows no more than\n" +
			"was asked for, recalls it, and reports the times. The site's load really goes down: machines that are\n" +
			"commanded stop. The token is read from POUWDEM_TOKEN.",
		Example: "  POUWDEM_TOKEN=... pouwdem drill --site pecos --max-mw 2",
		RunE: func(cmd *cobra.Command, _ []string) error {
			res, err := r.drill(cmd.Context(), siteID, maxMW, wait)
			if err != nil {
				return err
			}
			if r.asJSON {
				if err := printJSON(p.Stdout, res); err != nil {
					return err
				}
			} else {
				fmt.Fprintf(p.Stdout, "%s: from %.3f MW to at most %.3f MW\n  stored, decided on and commanded   %8.1f ms\n  meter at %.3f MW                   %8.1f ms (%.1f s on the site's clock)\n  recalled                           %8.1f ms\n",
					res.Site, res.BeforeMW, res.MaxMW, res.AcceptedMS, res.AfterMW, res.ReachedMS, res.ReachedS, res.RecalledMS)
			}
			if !res.Reached {
				return fmt.Errorf("drill: the meter showed %.3f MW after %s, more than the %.3f MW that were asked for", res.AfterMW, wait, maxMW)
			}
			return nil
		},
	}
	r.flags(cmd)
	cmd.Flags().StringVar(&siteID, "site", "", "id of the site")
	cmd.Flags().Float64Var(&maxMW, "max-mw", 0, "what the settlement meter may show at most")
	cmd.Flags().DurationVar(&wait, "wait", 2*time.Minute, "how long to wait for the meter, on the wall's clock")
	_ = cmd.MarkFlagRequired("site")
	return cmd
}

func (r *remote) drill(ctx context.Context, siteID string, maxMW float64, wait time.Duration) (drillResult, error) {
	res := drillResult{Site: siteID, MaxMW: maxMW, Instruction: "drill-" + time.Now().UTC().Format("20060102-150405")}
	var metrics report.Metrics
	if err := r.call(ctx, http.MethodGet, "/api/metrics", nil, &metrics); err != nil {
		return res, err
	}
	res.ClockSpeed = metrics.Speed
	var err error
	if res.BeforeMW, _, err = r.meter(ctx, siteID); err != nil {
		return res, err
	}
	began := time.Now()
	ask := map[string]any{"site": siteID, "id": res.Instruction, "revision": 1, "from": "qse", "kind": "curtail", "max_mw": maxMW}
	if err := r.call(ctx, http.MethodPost, "/api/instructions", ask, nil); err != nil {
		return res, err
	}
	res.AcceptedMS = ms(time.Since(began))
	res.Acknowledged = res.AcceptedMS <= 60_000
	res.Decision = siteID + "/fast/" + res.Instruction + "/1"
	waiting := r.await(ctx, &res, began, wait)
	recalled := time.Now()
	ask["kind"], ask["revision"] = "recall", 2
	delete(ask, "max_mw")
	// The recall goes out whatever happened: a drill leaves nothing behind.
	back, cancel := context.WithTimeout(context.WithoutCancel(ctx), 30*time.Second)
	defer cancel()
	err = r.call(back, http.MethodPost, "/api/instructions", ask, nil)
	res.RecalledMS = ms(time.Since(recalled))
	return res, errors.Join(waiting, err)
}

// await waits for the meter to show no more than was asked for.
func (r *remote) await(ctx context.Context, res *drillResult, began time.Time, wait time.Duration) error {
	const tolerance = 1.01 // of a meter of class 0.5 and its noise
	sent := time.Time{}
	for time.Since(began) < wait {
		mw, at, err := r.meter(ctx, res.Site)
		if err != nil {
			return err
		}
		if sent.IsZero() {
			sent = at
		}
		res.AfterMW = mw
		res.ReachedMS = ms(time.Since(began))
		res.ReachedS = res.ReachedMS / 1000 * res.ClockSpeed
		if mw <= res.MaxMW*tolerance+0.005 {
			res.Reached = true
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return nil
}

func ms(d time.Duration) float64 { return d.Seconds() * 1000 }

// meter is what a site's settlement meter shows, and when it did.
func (r *remote) meter(ctx context.Context, siteID string) (mw float64, at time.Time, err error) {
	var t struct {
		PowerMW *float64  `json:"power_mw"`
		At      time.Time `json:"at_utc"`
	}
	err = r.call(ctx, http.MethodGet, "/api/desk/telemetry?"+neturl.Values{"site": {siteID}}.Encode(), nil, &t)
	if err == nil && t.PowerMW == nil {
		err = fmt.Errorf("site %s: its meter has shown nothing yet", siteID)
	}
	if err != nil {
		return 0, at, err
	}
	return *t.PowerMW, t.At, nil
}
