package app

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"

	"github.com/pouw-dem/pouwdem/internal/adapter/bitcoin"
	"github.com/pouw-dem/pouwdem/internal/adapter/compute"
	"github.com/pouw-dem/pouwdem/internal/adapter/ercot"
	"github.com/pouw-dem/pouwdem/internal/adapter/node"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate"
	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/secret"
	"github.com/pouw-dem/pouwdem/internal/service/collector"
	"github.com/pouw-dem/pouwdem/internal/service/controller"
	"github.com/pouw-dem/pouwdem/internal/service/fleet"
)

// outside is every client of the outside.
type outside struct {
	ercot   *ercot.Client
	bitcoin *bitcoin.Client
	gpu     *compute.Prices
	tokens  *compute.Prices
	mara    *compute.MARA
}

// newOutside makes the clients; nothing is sent yet. In the simulated world
// ERCOT's stand-in is signed in to with its own credentials.
func newOutside(cfg *config.Config, c clock.Clock, log *slog.Logger) (*outside, error) {
	simulated := cfg.World == config.WorldSimulated
	settings := ercot.Config{
		BaseURL: cfg.Feeds.ERCOT.BaseURL, TokenURL: cfg.Feeds.ERCOT.TokenURL,
		DashboardURL: cfg.Feeds.DashboardsURL, MISURL: cfg.Feeds.MISURL,
		TokenField: cfg.Feeds.ERCOT.TokenField, Points: cfg.Points(),
		Simulated: simulated, Clock: c, Logger: log,
	}
	switch own := simulate.DefaultCredentials(); {
	case simulated:
		settings.Username, settings.Password = secret.Text(own.Username), secret.Text(own.Password)
		settings.SubscriptionKey = secret.Text(own.SubscriptionKey)
	case cfg.Feeds.ERCOT.HasCredentials():
		settings.Username = secret.Text(cfg.Feeds.ERCOT.Username.Value())
		settings.Password = secret.Text(cfg.Feeds.ERCOT.Password.Value())
		settings.SubscriptionKey = secret.Text(cfg.Feeds.ERCOT.SubscriptionKey.Value())
	}
	o := &outside{}
	var err error
	if o.ercot, err = ercot.New(settings); err != nil {
		return nil, err
	}
	if cfg.Feeds.Mempool.URL != "" {
		if o.bitcoin, err = bitcoin.New(bitcoin.Config{BaseURL: cfg.Feeds.Mempool.URL, Simulated: simulated, Clock: c}); err != nil {
			return nil, err
		}
	}
	if cfg.Feeds.GPU.URL != "" {
		if o.gpu, err = compute.NewGPU(compute.Config{URL: cfg.Feeds.GPU.URL, Simulated: simulated, Clock: c}); err != nil {
			return nil, err
		}
	}
	if cfg.Feeds.Tokens.URL != "" {
		if o.tokens, err = compute.NewTokens(compute.Config{URL: cfg.Feeds.Tokens.URL, Simulated: simulated, Clock: c}); err != nil {
			return nil, err
		}
	}
	if cfg.Feeds.MARA.URL != "" {
		key := secret.Text(cfg.Feeds.MARA.Key.Value())
		if o.mara, err = compute.NewMARA(compute.Config{URL: cfg.Feeds.MARA.URL, Key: key, Simulated: simulated, Clock: c}); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// feeds is everything that is polled.
func (o *outside) feeds() []collector.Feed {
	var feeds []collector.Feed
	if o.ercot.Keyed() {
		for _, f := range o.ercot.Feeds() {
			feeds = append(feeds, f)
		}
	} else {
		for _, f := range o.ercot.KeylessFeeds() {
			feeds = append(feeds, f)
		}
	}
	if o.bitcoin != nil {
		for _, f := range o.bitcoin.Feeds() {
			feeds = append(feeds, f)
		}
	}
	for _, prices := range []*compute.Prices{o.gpu, o.tokens} {
		if prices == nil {
			continue
		}
		for _, f := range prices.Feeds() {
			feeds = append(feeds, f)
		}
	}
	if o.mara != nil {
		for _, f := range o.mara.Feeds() {
			feeds = append(feeds, f)
		}
	}
	return feeds
}

// newMembers pairs each site with the agent of its machines, where it has one: a
// fleet where machines are driven one by one, which it also gives by site.
func newMembers(ctx context.Context, y *yard) ([]controller.Member, map[string]*fleet.Fleet, error) {
	cfg, sites := y.cfg, y.sites
	members, fleets := make([]controller.Member, 0, len(sites)), map[string]*fleet.Fleet{}
	for i := range sites {
		m := controller.Member{Site: sites[i], Simulated: cfg.World == config.WorldSimulated}
		var groups fleet.Groups
		if settings := cfg.Sites[i].Agent; settings.URL != "" {
			agent, err := node.New(node.Config{
				Site: sites[i].ID, BaseURL: settings.URL, Token: settings.Token.Value(),
				Simulated: cfg.World == config.WorldSimulated, HTTP: &http.Client{}, Clock: y.clock,
			})
			if err != nil {
				return nil, nil, fmt.Errorf("site %s: %w", sites[i].ID, err)
			}
			m.Agent, groups = agent, agent
		}
		if driven(&cfg.Sites[i]) {
			f, err := y.newFleet(ctx, i, groups)
			if err != nil {
				return nil, nil, err
			}
			m.Agent, fleets[sites[i].ID] = f, f
		}
		members = append(members, m)
	}
	return members, fleets, nil
}
