package controller

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/episode"
)

// eventsOf are the outbox rows of a record: its decision, without the bulky
// input, and each settlement.
func eventsOf(r episode.Record) ([]episode.Event, error) {
	d := r.Decision
	told := d
	told.Input = episode.Input{}
	event, err := eventOf("decision", d.Site, d.Key, d.DecidedAt, d.Simulated, told)
	if err != nil {
		return nil, err
	}
	events := []episode.Event{event}
	for _, s := range r.Settled {
		event, err := eventOf("settlement", s.Site, s.Interval.Key(), d.DecidedAt, s.Simulated, s)
		if err != nil {
			return nil, err
		}
		events = append(events, event)
	}
	if d.Degraded != "" {
		event, err := eventOf("alert", d.Site, "degraded/"+d.Key, d.DecidedAt, d.Simulated,
			map[string]string{"severity": "warning", "text": "decided on bad data: " + d.Degraded})
		if err != nil {
			return nil, err
		}
		events = append(events, event)
	}
	return events, nil
}

func eventOf(kind, siteID, key string, at time.Time, simulated bool, body any) (episode.Event, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return episode.Event{}, fmt.Errorf("encode %s event of %s: %w", kind, siteID, err)
	}
	return episode.Event{Kind: kind, Site: siteID, Key: key, At: at, Simulated: simulated, Body: encoded}, nil
}
