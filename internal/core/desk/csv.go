package desk

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// ErrCSV says that a table cannot be read, with the line and the remedy.
var ErrCSV = errors.New("cannot read the table")

// maxRows bounds a table: a day of every product for a hundred sites.
const maxRows = 50_000

func offerHeader() []string {
	return []string{"site", "operating_day", "hour_start_utc", "kind", "product", "direction", "point", "power_mw", "price_usd"}
}

// CSV is the day's offers as a table, one point of a curve a row: energy_bid
// rows at falling prices, as_offer rows of cumulative power at rising prices,
// and one plan row an hour with the expected load.
func (d *Day) CSV() []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	row := func(hour time.Time, kind, product, direction string, point int, s Step) {
		// A buffer takes everything.
		_ = w.Write([]string{
			d.Site, d.Day, hour.UTC().Format(time.RFC3339), kind, product, direction, strconv.Itoa(point), decimal(float64(s.MW)), decimal(s.Price),
		})
	}
	_ = w.Write(offerHeader())
	for _, h := range d.Hours {
		for i, s := range h.EnergyBid {
			row(h.Start, "energy_bid", site.Energy, "", i+1, s)
		}
		for _, o := range h.Offers {
			for i, s := range o.Curve {
				row(h.Start, "as_offer", o.Product, direction(o.Up), i+1, s)
			}
		}
		row(h.Start, "plan", h.Plan.Status, "", 1, Step{MW: h.Plan.LoadMW})
	}
	w.Flush()
	return out.Bytes()
}

func direction(up bool) string {
	if up {
		return "up"
	}
	return "down"
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// Replace takes the curves of a table in place of the day's own, as somebody has
// changed them: every energy_bid and as_offer row of the day; plan rows are not
// looked at. Where anything is wrong nothing changes.
func (d *Day) Replace(s *site.Site, table []byte) error {
	rows, err := readTable(table, offerHeader())
	if err != nil {
		return err
	}
	hours := make([]Hour, len(d.Hours))
	for i, h := range d.Hours {
		h.EnergyBid, h.Offers = []Step{}, []Offer{}
		hours[i] = h
	}
	for n, row := range rows {
		if row[3] == "plan" {
			continue
		}
		if err := d.place(s, hours, row); err != nil {
			return fmt.Errorf("%w: line %d: %w", ErrCSV, n+2, err)
		}
	}
	d.Hours = hours
	return nil
}

func (d *Day) place(s *site.Site, hours []Hour, row []string) error {
	if row[0] != d.Site || row[1] != d.Day {
		return fmt.Errorf("is about %q on %q; want %s on %s", row[0], row[1], d.Site, d.Day)
	}
	start, err := time.Parse(time.RFC3339, row[2])
	if err != nil {
		return fmt.Errorf("hour_start_utc %q: want a time such as 2026-03-01T06:00:00Z", row[2])
	}
	i := slices.IndexFunc(hours, func(h Hour) bool { return h.Start.Equal(start) })
	if i < 0 {
		return fmt.Errorf("hour_start_utc %q: no hour of the operating day", row[2])
	}
	step, err := readStep(row[7], row[8], s)
	if err != nil {
		return err
	}
	h := &hours[i]
	switch row[3] {
	case "energy_bid":
		if n := len(h.EnergyBid); n > 0 && (step.MW <= h.EnergyBid[n-1].MW || step.Price > h.EnergyBid[n-1].Price) {
			return errors.New("an energy bid rises in power and does not rise in price")
		}
		h.EnergyBid = append(h.EnergyBid, step)
		return nil
	case "as_offer":
		return placeOffer(s, h, row[4], step)
	}
	return fmt.Errorf("kind %q: want energy_bid, as_offer or plan", row[3])
}

func placeOffer(s *site.Site, h *Hour, product string, step Step) error {
	q, ok := s.Participation.May(product)
	if !ok {
		return fmt.Errorf("product %q: the site may not offer it", product)
	}
	p, _ := site.ProductFor(s.Participation.Type, product)
	if q.MaxMW > 0 && step.MW > q.MaxMW+1e-9 {
		return fmt.Errorf("%g MW of %s: qualified for %g", float64(step.MW), product, float64(q.MaxMW))
	}
	i := slices.IndexFunc(h.Offers, func(o Offer) bool { return o.Product == product })
	if i < 0 {
		h.Offers = append(h.Offers, Offer{Product: product, Up: p.Up})
		i = len(h.Offers) - 1
	}
	curve := &h.Offers[i].Curve
	if n := len(*curve); n > 0 && (step.MW <= (*curve)[n-1].MW || step.Price < (*curve)[n-1].Price) {
		return errors.New("an offer rises in power and does not fall in price")
	}
	*curve = append(*curve, step)
	return nil
}

func readStep(mw, price string, s *site.Site) (Step, error) {
	power, err := strconv.ParseFloat(mw, 64)
	if err != nil || !(power > 0) || power > float64(s.Limits.SiteMW) {
		return Step{}, fmt.Errorf("power_mw %q: want more than 0 and at most the site's %g", mw, float64(s.Limits.SiteMW))
	}
	usd, err := strconv.ParseFloat(price, 64)
	if err != nil || math.IsNaN(usd) || math.Abs(usd) > 5000 {
		return Step{}, fmt.Errorf("price_usd %q: want -5000 to 5000, ERCOT's cap", price)
	}
	return Step{MW: unit.MW(power), Price: usd}, nil
}

func awardHeader() []string {
	return []string{"site", "hour_start_utc", "product", "power_mw", "price_usd"}
}

// AwardsCSV is a table of awards.
func AwardsCSV(siteID string, awards []site.Position) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(awardHeader())
	for _, a := range awards {
		_ = w.Write([]string{siteID, a.Start.UTC().Format(time.RFC3339), a.Product, decimal(float64(a.MW)), decimal(a.Price)})
	}
	w.Flush()
	return out.Bytes()
}

// ReadAwards reads a table of awards, which may hold those of other sites.
func ReadAwards(siteID string, table []byte) ([]site.Position, error) {
	rows, err := readTable(table, awardHeader())
	if err != nil {
		return nil, err
	}
	awards := []site.Position{}
	for n, row := range rows {
		if row[0] != siteID {
			continue
		}
		start, err := time.Parse(time.RFC3339, row[1])
		if err != nil {
			return nil, fmt.Errorf("%w: line %d: hour_start_utc %q: want a time such as 2026-03-01T06:00:00Z", ErrCSV, n+2, row[1])
		}
		mw, errMW := strconv.ParseFloat(row[3], 64)
		usd, errUSD := strconv.ParseFloat(row[4], 64)
		if errMW != nil || errUSD != nil || !(mw >= 0 && mw < 1e5) || !(math.Abs(usd) < 1e5) {
			return nil, fmt.Errorf("%w: line %d: power_mw %q, price_usd %q: want numbers", ErrCSV, n+2, row[3], row[4])
		}
		awards = append(awards, site.Position{Product: row[2], MW: unit.MW(mw), Price: usd, Start: start.UTC(), End: start.UTC().Add(time.Hour)})
	}
	return awards, nil
}

// readTable is the rows under a header that must be exactly so.
func readTable(table []byte, header []string) ([][]string, error) {
	r := csv.NewReader(bytes.NewReader(table))
	r.FieldsPerRecord = len(header)
	r.ReuseRecord = false
	var rows [][]string
	for {
		row, err := r.Read()
		if len(rows) > maxRows {
			return nil, fmt.Errorf("%w: more than %d rows; split it by site", ErrCSV, maxRows)
		}
		if err != nil {
			if len(row) == 0 && errors.Is(err, io.EOF) {
				break
			}
			return nil, fmt.Errorf("%w: %w", ErrCSV, err)
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], header) {
		return nil, fmt.Errorf("%w: want the columns %v", ErrCSV, header)
	}
	return rows[1:], nil
}
