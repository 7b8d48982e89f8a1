package settle

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// ErrStatement says that a statement cannot be read, with the line and the
// remedy.
var ErrStatement = errors.New("cannot read the statement")

// StatementLine is a charge of a statement of ERCOT, a QSE or a retailer for an
// operating day. Positive is paid to the site.
type StatementLine struct {
	Site   string        `json:"site"`
	Day    string        `json:"operating_day"` // Central date
	Charge Lever         `json:"charge"`        // as our lever
	MWh    *float64      `json:"mwh"`           // null where the statement names none
	Amount unit.MicroUSD `json:"amount_micro_usd"`
}

func statementHeader() []string {
	return []string{"site", "operating_day", "charge", "mwh", "amount_usd"}
}

// statementRows bounds a statement: a year of every charge of a hundred sites.
const statementRows = 500_000

// statementLevers are the charges that a statement may name: what is settled
// with ERCOT, a QSE or a retailer.
func statementLevers() []Lever {
	return []Lever{Energy, DayAheadEnergy, Adders, Reserve, Imbalance, Failure, DeviationCharge, Programme, PeakCharge}
}

// ReadStatement reads a statement as CSV: a header of site, operating_day,
// charge, mwh, amount_usd, and a row for each charge of each day. mwh may be
// empty.
func ReadStatement(table []byte) ([]StatementLine, error) {
	r := csv.NewReader(bytes.NewReader(table))
	r.FieldsPerRecord = len(statementHeader())
	header, err := r.Read()
	if err != nil || !slices.Equal(header, statementHeader()) {
		return nil, fmt.Errorf("%w: want the columns %v", ErrStatement, statementHeader())
	}
	lines := []StatementLine{}
	for n := 2; ; n++ {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrStatement, err)
		}
		if len(lines) == statementRows {
			return nil, fmt.Errorf("%w: more than %d rows; split it", ErrStatement, statementRows)
		}
		line, err := statementLine(row)
		if err != nil {
			return nil, fmt.Errorf("%w: line %d: %w", ErrStatement, n, err)
		}
		lines = append(lines, line)
	}
}

func statementLine(row []string) (StatementLine, error) {
	l := StatementLine{Site: row[0], Day: row[1], Charge: Lever(row[2])}
	if day, err := unit.ParseDay(row[1]); err != nil || day.String() != row[1] {
		return l, fmt.Errorf("operating_day %q: want a day such as 2026-03-01", row[1])
	}
	if !slices.Contains(statementLevers(), l.Charge) {
		return l, fmt.Errorf("charge %q: want one of %v", row[2], statementLevers())
	}
	if row[3] != "" {
		mwh, err := strconv.ParseFloat(row[3], 64)
		if err != nil || math.Abs(mwh) > 1e9 || math.IsNaN(mwh) {
			return l, fmt.Errorf("mwh %q: want a number, or nothing", row[3])
		}
		l.MWh = &mwh
	}
	usd, err := strconv.ParseFloat(row[4], 64)
	if err != nil || math.Abs(usd) > 1e9 || math.IsNaN(usd) {
		return l, fmt.Errorf("amount_usd %q: want a number of dollars", row[4])
	}
	l.Amount = unit.Dollars(usd)
	return l, nil
}

// Tolerance is how far a charge may be off before it needs an explanation: half
// a per cent.
const Tolerance = 0.005

// Difference is a charge of a day as the statement and our own settlement have
// it. Ours plus what is explained by quantity and by price is the statement's,
// to the micro-dollar.
type Difference struct {
	Day       string        `json:"operating_day"`
	Charge    Lever         `json:"charge"`
	Statement unit.MicroUSD `json:"statement_micro_usd"`
	Ours      unit.MicroUSD `json:"ours_micro_usd"`
	Quantity  unit.MicroUSD `json:"quantity_micro_usd"` // of the difference, by another quantity at our price
	Price     unit.MicroUSD `json:"price_micro_usd"`    // and the rest
	OK        bool          `json:"ok"`
	Why       string        `json:"why"`
}

// Comparison is a statement held against our own settlement.
type Comparison struct {
	Site      string        `json:"site"`
	Name      string        `json:"name"`
	At        time.Time     `json:"at_utc"`
	Version   Version       `json:"version"` // lowest of our own that took part
	Statement unit.MicroUSD `json:"statement_micro_usd"`
	Ours      unit.MicroUSD `json:"ours_micro_usd"`
	Within    bool          `json:"within_tolerance"` // the sums, to half a per cent
	Open      int           `json:"open"`             // differences beyond it
	Rows      []Difference  `json:"rows"`
	Simulated bool          `json:"simulated"`
}

// own is what our settlement has of a day's charge.
type own struct {
	amount    unit.MicroUSD
	mwh       float64
	intervals int
}

// Compare holds a site's lines of a statement against the settlements in force
// (see [Current]) of the days that it is about. Charges of those days that only
// we have are rows too.
func Compare(siteID, name string, statement []StatementLine, settled []Settlement, at time.Time) Comparison {
	c := Comparison{Site: siteID, Name: name, At: at, Version: TrueUp, Rows: []Difference{}}
	type key struct {
		day    string
		charge Lever
	}
	stated, days := map[key]*StatementLine{}, map[string]bool{}
	for _, l := range statement {
		if l.Site != siteID {
			continue
		}
		k := key{l.Day, l.Charge}
		days[l.Day] = true
		if have, twice := stated[k]; twice {
			have.Amount += l.Amount
			if have.MWh != nil && l.MWh != nil {
				sum := *have.MWh + *l.MWh
				have.MWh = &sum
			}
			continue
		}
		stated[k] = &l
	}
	ours := map[key]own{}
	counts := map[string]int{}
	for i := range settled {
		st := &settled[i]
		day := unit.DayOf(st.Interval.Start).String()
		if st.Site != siteID || !days[day] {
			continue
		}
		counts[day] += int(st.Interval.Length / unit.Control)
		c.Simulated = c.Simulated || st.Simulated
		if c.Version.Supersedes(st.Version) {
			c.Version = st.Version
		}
		for _, l := range st.Lines {
			if !slices.Contains(statementLevers(), l.Lever) {
				continue
			}
			k := key{day, l.Lever}
			o := ours[k]
			o.amount, o.mwh, o.intervals = o.amount+l.Amount, o.mwh+float64(l.MWh), o.intervals+1
			ours[k] = o
		}
	}
	keys := map[key]bool{}
	for k := range stated {
		keys[k] = true
	}
	for k := range ours {
		keys[k] = true
	}
	for k := range keys {
		d := difference(stated[k], ours[k], counts[k.day], k.day)
		d.Day, d.Charge = k.day, k.charge
		c.Rows = append(c.Rows, d)
		c.Statement, c.Ours = c.Statement+d.Statement, c.Ours+d.Ours
		if !d.OK {
			c.Open++
		}
	}
	slices.SortFunc(c.Rows, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Charge, b.Charge))
	})
	c.Within = near(c.Statement, c.Ours)
	return c
}

func near(a, b unit.MicroUSD) bool {
	const cent = 0.01
	most := max(math.Abs(a.USD()), math.Abs(b.USD()))
	return math.Abs((a - b).USD()) <= max(Tolerance*most, cent)
}

func difference(stated *StatementLine, o own, counted int, day string) Difference {
	d := Difference{Ours: o.amount}
	if stated != nil {
		d.Statement = stated.Amount
	}
	off := d.Statement - d.Ours
	d.Price = off
	switch {
	case near(d.Statement, d.Ours):
		d.OK, d.Why = true, "within half a per cent"
		return d
	case stated == nil:
		d.Why = "the statement has no such charge"
		return d
	case o.intervals == 0:
		d.Why = "we have settled no such charge: enter the missing positions, awards or contract"
		return d
	}
	if stated.MWh != nil && o.mwh != 0 {
		perMWh := o.amount.USD() / o.mwh
		d.Quantity = unit.Dollars((*stated.MWh - o.mwh) * perMWh)
		d.Price = off - d.Quantity
		d.Why = fmt.Sprintf("the statement has %.3f MWh, we have %.3f: %s by quantity, %s by price", *stated.MWh, o.mwh, d.Quantity, d.Price)
	} else {
		d.Why = "no quantity is stated: the difference is one of price or of terms"
	}
	if of := expected(day); counted < of {
		d.Why += fmt.Sprintf("; of %d intervals we have settled %d", of, counted)
	}
	return d
}

// expected is how many control intervals an operating day has.
func expected(day string) int {
	d, err := unit.ParseDay(day)
	if err != nil {
		return 0
	}
	return d.Hours() * int(time.Hour/unit.Control)
}
