package openadr

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// From is who instructions of this package come from.
const From = "openadr"

// Payload types that say what a resource may draw at its meter, in kW.
const (
	importLimit = "IMPORT_CAPACITY_LIMIT" // at most
	setPoint    = "DISPATCH_SETPOINT"     // that much
	simple      = "SIMPLE"                // level 0 to 3
)

// bounds of what is believed.
const (
	mostIntervals = 500
	mostKW        = 1e7
)

type period struct {
	Start    string `json:"start"`
	Duration string `json:"duration"`
}

type payload struct {
	Type   string            `json:"type"`
	Values []json.RawMessage `json:"values"`
}

type interval struct {
	ID       int       `json:"id"`
	Period   *period   `json:"intervalPeriod"`
	Payloads []payload `json:"payloads"`
}

// event is the part of an event that is read.
type event struct {
	ID        string          `json:"id"`
	Created   time.Time       `json:"createdDateTime"`
	Modified  time.Time       `json:"modificationDateTime"`
	Program   string          `json:"programID"`
	Targets   json.RawMessage `json:"targets"`
	Described []struct {
		Type  string `json:"payloadType"`
		Units string `json:"units"`
	} `json:"payloadDescriptors"`
	Period    *period    `json:"intervalPeriod"`
	Intervals []interval `json:"intervals"`
}

// instructions are what the event asks of a resource, an interval each. Events
// that ask nothing have none.
func (e *event) instructions(levels []unit.MW) ([]site.Instruction, error) {
	if !plainID(e.ID) || len(e.Intervals) > mostIntervals {
		return nil, fmt.Errorf("event %.60q with %d intervals: want an id of letters, digits, - and _, and at most %d", e.ID, len(e.Intervals), mostIntervals)
	}
	changed := e.Modified
	if changed.IsZero() {
		changed = e.Created
	}
	if changed.IsZero() || changed.Unix() < 0 {
		return nil, fmt.Errorf("event %s says neither when it was made nor when it changed", e.ID)
	}
	var all []site.Instruction
	next := time.Time{}
	for i := range e.Intervals {
		iv := &e.Intervals[i]
		start, end, err := e.span(iv, next)
		if err != nil {
			return nil, fmt.Errorf("event %s, interval %d: %w", e.ID, iv.ID, err)
		}
		next = end
		ins := site.Instruction{
			ID: "openadr-" + e.ID + "-" + strconv.Itoa(iv.ID), Revision: int(changed.Unix()), From: From, Kind: "curtail", Start: start, End: end,
		}
		asks, err := e.ask(iv, levels, &ins)
		if err != nil {
			return nil, fmt.Errorf("event %s, interval %d: %w", e.ID, iv.ID, err)
		}
		if asks {
			all = append(all, ins)
		}
	}
	return all, nil
}

// span is when an interval holds: its own period, or the event's, in which
// intervals follow each other. A zero end never comes.
func (e *event) span(iv *interval, next time.Time) (start, end time.Time, err error) {
	p := iv.Period
	if p == nil {
		if p = e.Period; p == nil {
			return start, end, errors.New("it has no period")
		}
	}
	if start = next; start.IsZero() || iv.Period != nil {
		if start, err = time.Parse(time.RFC3339, p.Start); err != nil {
			return start, end, fmt.Errorf("start %.40q: want a moment such as 2026-07-14T22:00:00Z", p.Start)
		}
	}
	length, forever, err := duration(p.Duration)
	if err != nil || forever {
		return start.UTC(), time.Time{}, err
	}
	return start.UTC(), start.UTC().Add(length), nil
}

// ask sets what an interval asks for; false where it asks nothing.
func (e *event) ask(iv *interval, levels []unit.MW, ins *site.Instruction) (bool, error) {
	asks := false
	for _, p := range iv.Payloads {
		if p.Type != importLimit && p.Type != setPoint && p.Type != simple {
			continue
		}
		v, err := number(p.Values)
		if err != nil {
			return false, fmt.Errorf("%s: %w", p.Type, err)
		}
		if p.Type == simple {
			if v == 0 {
				continue
			}
			if v != float64(int(v)) || int(v) > len(levels) || v < 0 {
				return false, fmt.Errorf("SIMPLE level %g has no power: give it one in openadr.simple_mw", v)
			}
			mw := levels[int(v)-1]
			ins.MaxMW, asks = &mw, true
			continue
		}
		mw, err := e.power(p.Type, v)
		if err != nil {
			return false, err
		}
		ins.MaxMW, asks = &mw, true
		if p.Type == setPoint {
			ins.MinMW = &mw
		}
	}
	return asks, nil
}

// power is a value in the units that the event describes, kW where it describes
// none.
func (e *event) power(kind string, v float64) (unit.MW, error) {
	scale := 1e-3
	for _, d := range e.Described {
		switch {
		case d.Type != kind || d.Units == "" || strings.EqualFold(d.Units, "KW"):
		case strings.EqualFold(d.Units, "MW"):
			scale = 1
		case strings.EqualFold(d.Units, "W"):
			scale = 1e-6
		default:
			return 0, fmt.Errorf("%s in %.20q: want KW, W or MW", kind, d.Units)
		}
	}
	if !(v >= 0) || v*scale > mostKW/1000 {
		return 0, fmt.Errorf("%s of %g asks for no power that there is", kind, v)
	}
	return unit.MW(v * scale), nil
}

func number(values []json.RawMessage) (float64, error) {
	var v float64
	if len(values) != 1 || json.Unmarshal(values[0], &v) != nil {
		return 0, errors.New("want one number")
	}
	return v, nil
}

// concerns reports whether an event is for a resource. One without targets is for
// all. Version 3.0 lists types with values, 3.1 plain names.
func (e *event) concerns(resource string) (bool, error) {
	if len(e.Targets) == 0 || string(e.Targets) == "null" {
		return true, nil
	}
	var names []string
	if json.Unmarshal(e.Targets, &names) == nil {
		return len(names) == 0 || contains(names, resource), nil
	}
	var typed []struct {
		Type   string `json:"type"`
		Values []any  `json:"values"`
	}
	if err := json.Unmarshal(e.Targets, &typed); err != nil {
		return false, fmt.Errorf("event %.60q: its targets are neither names nor types with values", e.ID)
	}
	named := false
	for _, t := range typed {
		if t.Type != "RESOURCE_NAME" && t.Type != "VEN_NAME" {
			continue
		}
		named = true
		for _, v := range t.Values {
			if fmt.Sprint(v) == resource {
				return true, nil
			}
		}
	}
	return !named, nil
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

func plainID(id string) bool {
	return id != "" && len(id) <= 80 && strings.IndexFunc(id, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}) < 0
}

// duration reads an ISO 8601 duration of days, hours, minutes and seconds, and
// P9999Y, by which OpenADR says forever.
func duration(text string) (d time.Duration, forever bool, err error) {
	fail := fmt.Errorf("duration %.40q: want one such as PT15M, or P9999Y for ever", text)
	if text == "P9999Y" {
		return 0, true, nil
	}
	rest, ok := strings.CutPrefix(text, "P")
	if !ok || rest == "" {
		return 0, false, fail
	}
	units := map[byte]time.Duration{'D': 24 * time.Hour}
	for rest != "" {
		if rest[0] == 'T' && len(rest) > 1 && units['H'] == 0 {
			units = map[byte]time.Duration{'H': time.Hour, 'M': time.Minute, 'S': time.Second}
			rest = rest[1:]
			continue
		}
		at := strings.IndexFunc(rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
		if at <= 0 || units[rest[at]] == 0 {
			return 0, false, fail
		}
		n, bad := strconv.ParseFloat(rest[:at], 64)
		if bad != nil || n > 1e6 {
			return 0, false, fail
		}
		d += time.Duration(n * float64(units[rest[at]]))
		rest = rest[at+1:]
	}
	if d <= 0 || d > 366*24*time.Hour {
		return 0, false, fail
	}
	return d, false, nil
}
