package layout

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const dashboardTime = "2006-01-02 15:04:05-0700"

// ReadCondition reads the grid condition: physical responsive capability in MW
// (written "5,012") and the energy emergency alert level.
func ReadCondition(body []byte) ([]market.Observation, error) {
	var page struct {
		Now *struct {
			Time  json.RawMessage `json:"datetime"` // Unix seconds
			Level json.RawMessage `json:"eea_level"`
			PRC   json.RawMessage `json:"prc_value"`
		} `json:"current_condition"`
	}
	if err := json.Unmarshal(body, &page); err != nil {
		return nil, fmt.Errorf("not the JSON expected: %w", err)
	}
	if page.Now == nil {
		return nil, errors.New("no current_condition in the answer")
	}
	seconds, err := number("datetime", page.Now.Time)
	if err != nil {
		return nil, err
	}
	at, err := instant(seconds)
	if err != nil {
		return nil, fmt.Errorf("datetime: %w", err)
	}
	var out []market.Observation
	prc, errPRC := number("prc_value", page.Now.PRC)
	if errPRC == nil {
		out = append(out, one(market.PRC, "", at, prc, at.Start)...)
	}
	level, errLevel := number("eea_level", page.Now.Level)
	if errLevel == nil && level != math.Trunc(level) {
		errLevel = fmt.Errorf("eea_level: %g: want a whole level", level)
	}
	if errLevel == nil {
		out = append(out, one(market.EEA, "", at, level, at.Start)...)
	}
	return out, errors.Join(errPRC, errLevel)
}

// number reads a number that may be written as text with thousands separators.
func number(field string, raw json.RawMessage) (float64, error) {
	text := strings.ReplaceAll(strings.Trim(strings.TrimSpace(string(raw)), `"`), ",", "")
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, fmt.Errorf("%s: %s: want a number", field, Excerpt(raw))
	}
	return v, nil
}

// instant is a moment of this century given in Unix seconds. Pages give the
// moment twice; the number is right on both clock-change days, the local text
// has not been.
func instant(seconds float64) (unit.Interval, error) {
	const from, to = 946_684_800, 4_102_444_800 // 2000 and 2100
	if !(seconds >= from && seconds < to) {
		return unit.Interval{}, fmt.Errorf("%g: want seconds since 1970", seconds)
	}
	return unit.Interval{Start: time.UnixMilli(int64(seconds * 1000)).UTC()}, nil
}

type supplyDemandPage struct {
	Updated string `json:"lastUpdated"`
	Data    []struct {
		Demand    *float64 `json:"demand"`
		Available *float64 `json:"available"`
		Forecast  float64  `json:"forecast"` // 1: not measured yet
		Epoch     *float64 `json:"epoch"`    // milliseconds
	} `json:"data"`
	Forecast []struct {
		Day        string          `json:"deliveryDate"`
		HourEnding int             `json:"hourEnding"`
		Demand     *float64        `json:"forecastedDemand"`
		DST        json.RawMessage `json:"dstFlag"` // "N", or "Y" for the second pass
		Epoch      *float64        `json:"epoch"`   // milliseconds
	} `json:"forecast"`
}

// ReadSupplyDemand reads demand and available capacity of today in MW, and the
// demand forecast by hour of today's rest and the coming days.
func ReadSupplyDemand(body []byte) ([]market.Observation, error) {
	var page supplyDemandPage
	if err := json.Unmarshal(body, &page); err != nil {
		return nil, fmt.Errorf("not the JSON expected: %w", err)
	}
	updated, err := time.Parse(dashboardTime, page.Updated)
	if err != nil {
		return nil, fmt.Errorf("lastUpdated %q: want a time with its offset", page.Updated)
	}
	today, errToday := page.today(updated.UTC())
	coming, errComing := page.coming(updated.UTC())
	return append(today, coming...), errors.Join(errToday, errComing)
}

func (p *supplyDemandPage) today(updated time.Time) ([]market.Observation, error) {
	var out []market.Observation
	var bad faults
	for i, d := range p.Data {
		if d.Demand == nil || d.Epoch == nil {
			bad.add(fmt.Errorf("data row %d: want demand and epoch", i+1))
			continue
		}
		at, err := instant(*d.Epoch / 1000)
		switch {
		case err != nil:
			bad.add(fmt.Errorf("data row %d: epoch: %w", i+1, err))
		case d.Forecast != 0 && at.Start.Equal(at.Start.Truncate(time.Hour)):
			// On the hour it is the forecast of the hour that ends there.
			hour := unit.Interval{Start: at.Start.Add(-time.Hour), Length: time.Hour}
			out = append(out, one(market.LoadForecast, systemTotal, hour, *d.Demand, updated)...)
		case d.Forecast != 0:
		case d.Available == nil:
			bad.add(fmt.Errorf("data row %d: want available capacity", i+1))
		default:
			out = append(out, one(market.Load, "", at, *d.Demand, at.Start)...)
			out = append(out, one(market.Capacity, "", at, *d.Available, at.Start)...)
		}
	}
	return out, bad.err()
}

func (p *supplyDemandPage) coming(updated time.Time) ([]market.Observation, error) {
	var out []market.Observation
	var bad faults
	for i, f := range p.Forecast {
		if f.Demand == nil || f.Epoch == nil {
			bad.add(fmt.Errorf("forecast row %d: want forecastedDemand and epoch", i+1))
			continue
		}
		hour, err := forecastHour(f.Day, f.HourEnding, string(f.DST), *f.Epoch/1000)
		if err != nil {
			bad.add(fmt.Errorf("forecast row %d: %w", i+1, err))
			continue
		}
		out = append(out, one(market.LoadForecast, systemTotal, hour, *f.Demand, updated)...)
	}
	return out, bad.err()
}

// forecastHour is the hour of a day and hour ending; the epoch has to lie on
// its start or its end, or the row contradicts itself.
func forecastHour(day string, he int, flag string, epoch float64) (unit.Interval, error) {
	d, err := unit.ParseDay(day)
	if err != nil {
		return unit.Interval{}, err
	}
	start, err := d.HourEnding(he, strings.Trim(flag, `"`) == "Y" || flag == "1")
	if err != nil {
		return unit.Interval{}, err
	}
	hour := unit.Interval{Start: start, Length: time.Hour}
	at, err := instant(epoch)
	if err != nil {
		return unit.Interval{}, fmt.Errorf("epoch: %w", err)
	}
	if !at.Start.Equal(hour.Start) && !at.Start.Equal(hour.End()) {
		return unit.Interval{}, fmt.Errorf("epoch is %s, but hour ending %d of %s is from %s", at.Start, he, day, hour.Start)
	}
	return hour, nil
}
