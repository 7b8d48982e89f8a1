package simulate

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// document is a file that ERCOT publishes: one settlement interval's prices, one
// dispatch run's, or a day-ahead market's.
type document struct {
	kind      int // report type
	id        int64
	name      string // such as SPPHLZNP6905_20260131_1215
	start     time.Time
	published time.Time
}

const (
	settlementReport = 12301
	runReport        = 12300
	dayAheadReport   = 12331

	// An id holds the interval that the file is about, then its kind.
	idBase = 1_000_000_000
)

func documentID(kind int, start time.Time) int64 {
	return idBase + start.Unix()/300*8 + int64(kind%8)
}

// documentOf finds the file of an id.
func documentOf(id int64) (document, bool) {
	start := time.Unix((id-idBase)/8*300, 0).UTC()
	if id < idBase || start.Year() > 2200 {
		return document{}, false
	}
	switch (id - idBase) % 8 {
	case settlementReport % 8:
		return settlementDocument(start), start.Unix()%900 == 0
	case runReport % 8:
		return runDocument(start), true
	case dayAheadReport % 8:
		return dayAheadDocument(unit.DayOf(start)), start.Equal(centralDay(start))
	}
	return document{}, false
}

func settlementDocument(start time.Time) document {
	end := start.Add(unit.Settlement)
	name := "SPPHLZNP6905_" + unit.Central(end).Format("20060102_1504")
	if _, _, repeated := unit.HourEndingOf(start); repeated {
		name += "_xhr"
	}
	return document{settlementReport, documentID(settlementReport, start), name, start, end.Add(quarterDelay)}
}

func runDocument(start time.Time) document {
	name := "LMPSROSNODENP6788_" + unit.Central(start).Format("20060102_150405")
	if _, _, repeated := unit.HourEndingOf(start); repeated {
		name += "_xhr"
	}
	return document{runReport, documentID(runReport, start), name, start, start.Add(runDelay)}
}

func dayAheadDocument(d unit.Day) document {
	posted := dayAheadPosted(d)
	name := "DAMSPNP4190_" + unit.Central(posted).Format("20060102")
	return document{dayAheadReport, documentID(dayAheadReport, d.Start()), name, d.Start(), posted}
}

// documents are the files of a report published within [from, to], newest
// first, at most so many.
func documents(kind int, from, to time.Time, most int) []document {
	var out []document
	add := func(d document) bool {
		if d.published.Before(from) || len(out) == most {
			return false
		}
		if !d.published.After(to) {
			out = append(out, d)
		}
		return true
	}
	switch kind {
	case settlementReport:
		for i := unit.IntervalAt(to, unit.Settlement); add(settlementDocument(i.Start)); i = i.Prev() {
		}
	case runReport:
		for i := unit.IntervalAt(to, unit.Control); add(runDocument(i.Start)); i = i.Prev() {
		}
	case dayAheadReport:
		for d := unit.DayOf(to).Add(1); add(dayAheadDocument(d)); d = d.Add(-1) {
		}
	}
	return out
}

// csv is the file's content with ERCOT's headers, dates and flags.
func (d document) csv(w *world.World, scale float64) []byte {
	var out bytes.Buffer
	c := csv.NewWriter(&out)
	for _, row := range d.table(w, scale) {
		// A bytes.Buffer takes everything.
		_ = c.Write(row)
	}
	c.Flush()
	return out.Bytes()
}

func (d document) table(w *world.World, scale float64) [][]string {
	switch d.kind {
	case settlementReport:
		return d.settlementTable(w, scale)
	case runReport:
		return d.runTable(w, scale)
	}
	return d.dayAheadTable(w, scale)
}

const slashDate = "01/02/2006"

func money(usd, scale float64) string { return strconv.FormatFloat(usd*scale, 'f', -1, 64) }

func flag(second bool) string {
	if second {
		return "Y"
	}
	return "N"
}

func (d document) settlementTable(w *world.World, scale float64) [][]string {
	rows := [][]string{strings.Split("DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag", ",")}
	_, he, repeated := unit.HourEndingOf(d.start)
	date := unit.Central(d.start).Format(slashDate)
	settled := w.Settle(d.start)
	for i, p := range world.Points() {
		rows = append(rows, []string{date, strconv.Itoa(he), strconv.Itoa(d.start.Minute()/15 + 1), p.Name, p.Type, money(settled.SPP[i], scale), flag(repeated)})
	}
	return rows
}

func (d document) runTable(w *world.World, scale float64) [][]string {
	rows := [][]string{strings.Split("SCEDTimestamp,RepeatedHourFlag,SettlementPoint,LMP", ",")}
	run := w.Run(d.start)
	_, _, repeated := unit.HourEndingOf(run.Stamp)
	stamp := unit.Central(run.Stamp).Format(slashDate + " 15:04:05")
	for i, p := range world.Points() {
		price := money(run.LMP[i], scale)
		rows = append(rows, []string{stamp, flag(repeated), p.Name, fmt.Sprintf("%12s", price)})
	}
	return rows
}

func (d document) dayAheadTable(w *world.World, scale float64) [][]string {
	rows := [][]string{strings.Split("DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag", ",")}
	day := unit.DayOf(d.start)
	market := w.DayAhead(day)
	date := unit.Central(d.start).Format(slashDate)
	for h := range day.Hours() {
		_, he, repeated := unit.HourEndingOf(d.start.Add(time.Duration(h) * time.Hour))
		for i, p := range world.Points() {
			rows = append(rows, []string{date, hourText(he), p.Name, money(market.SPP[i][h], scale), flag(repeated)})
		}
	}
	return rows
}

// constructed is the file's full name: report type, twenty-odd zeros, when it
// was published, what it is.
func (d document) constructed(kind string) string {
	stamp := unit.Central(d.published).Format("20060102.150405")
	return fmt.Sprintf("cdr.%08d.0000000000000000.%s000.%s_%s.zip", d.kind, stamp, d.name, kind)
}

// zipped is a zip archive of the given files, in the given order.
func zipped(names []string, bodies [][]byte) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i, name := range names {
		// A bytes.Buffer takes everything, and the names are this program's.
		if f, err := z.Create(name); err == nil {
			_, _ = f.Write(bodies[i])
		}
	}
	_ = z.Close()
	return out.Bytes()
}

// zip is the file as it is downloaded.
func (d document) zip(w *world.World, scale float64) []byte {
	return zipped([]string{strings.TrimSuffix(d.constructed("csv"), "_csv.zip") + ".csv"}, [][]byte{d.csv(w, scale)})
}
