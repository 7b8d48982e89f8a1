package app

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// gauges reads the program's state when Prometheus asks for it.
type gauges struct {
	s *services

	tickSeconds, tickSites, tickFailed *prometheus.Desc
	feedOK, feedAge, feedObservations  *prometheus.Desc
	sealed, onChain, halted, runway    *prometheus.Desc
}

func metricsHandler(s *services) http.Handler {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), newGauges(s))
	if s.mining.router != nil {
		registry.MustRegister(newRouterGauges(s.mining.router))
	}
	return promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
}

func newGauges(s *services) *gauges {
	desc := func(name, help string, labels ...string) *prometheus.Desc {
		return prometheus.NewDesc("pouwdem_"+name, help, labels, nil)
	}
	return &gauges{
		s:                s,
		tickSeconds:      desc("tick_seconds", "Wall-clock seconds the newest tick took for all sites, machines excluded."),
		tickSites:        desc("tick_sites_decided", "Sites that the newest tick decided."),
		tickFailed:       desc("tick_sites_failed", "Sites that the newest tick could not decide."),
		sealed:           desc("chain_batches_sealed", "Number of the newest batch of decisions."),
		onChain:          desc("chain_batches_recorded", "Number of the newest batch that the contract holds."),
		halted:           desc("chain_halted", "1 if recording on the chain has stopped until a person acts."),
		runway:           desc("chain_runway_days", "Days for which the recording account can pay at today's fees."),
		feedOK:           desc("feed_ok", "1 if the feed's last poll succeeded.", "feed"),
		feedAge:          desc("feed_age_seconds", "Seconds on the world's clock since the feed last succeeded.", "feed"),
		feedObservations: desc("feed_observations_total", "Observations the feed has brought since start.", "feed"),
	}
}

// Describe names the metrics.
func (g *gauges) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{g.tickSeconds, g.tickSites, g.tickFailed, g.feedOK, g.feedAge, g.feedObservations, g.sealed, g.onChain, g.halted, g.runway} {
		out <- d
	}
}

// Collect reads them.
func (g *gauges) Collect(out chan<- prometheus.Metric) {
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	_, last := g.s.controller.Next()
	gauge(g.tickSeconds, last.Took.Seconds())
	gauge(g.tickSites, float64(last.Decided))
	gauge(g.tickFailed, float64(last.Failed))
	g.recording(gauge)
	now := g.s.clock.Now()
	for _, h := range g.s.collector.Health() {
		ok := 0.0
		if h.OK {
			ok = 1
		}
		gauge(g.feedOK, ok, h.Feed)
		if !h.LastGood.IsZero() {
			gauge(g.feedAge, now.Sub(h.LastGood).Seconds(), h.Feed)
		}
		out <- prometheus.MustNewConstMetric(g.feedObservations, prometheus.CounterValue, float64(h.Added), h.Feed)
	}
}

// recording tells how recording on the chain stands, once it does.
func (g *gauges) recording(gauge func(*prometheus.Desc, float64, ...string)) {
	session, _ := g.s.ledger.now()
	if session == nil {
		return
	}
	status := session.recorder.Status()
	stopped := 0.0
	if status.Halted != "" {
		stopped = 1
	}
	gauge(g.sealed, float64(status.Newest.ID))
	gauge(g.onChain, float64(max(status.View.Next, 1)-1))
	gauge(g.halted, stopped)
	gauge(g.runway, status.Runway)
}
