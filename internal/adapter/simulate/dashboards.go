package simulate

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// ERCOT's website: the figures behind its dashboards, and its lists of report
// files. Neither asks for a key.

const (
	wwwPath       = "/ercot-www"
	dashboardPath = wwwPath + "/api/1/services/read/dashboards"
	boardTime     = "2006-01-02 15:04:05-0700"
)

func (s *Server) routeDashboards() {
	s.handle("dashboards", "GET "+dashboardPath+"/fuel-mix.json", fuelMix)
	s.handle("dashboards", "GET "+dashboardPath+"/supply-demand.json", supplyDemand)
	s.handle("dashboards", "GET "+dashboardPath+"/daily-prc.json", dailyPRC)
	s.handle("dashboards", "GET "+wwwPath+"/misapp/servlets/IceDocListJsonWS", reportList)
	s.handle("dashboards", "GET "+wwwPath+"/misdownload/servlets/mirDownload", reportFile)
}

type generation struct {
	Gen float64 `json:"gen"`
}

// fuelMix is generation by fuel of yesterday and today, every five minutes.
func fuelMix(w http.ResponseWriter, _ *http.Request, m moment) {
	data := map[string]map[string]map[string]generation{}
	today := unit.DayOf(m.now)
	for _, day := range []unit.Day{today.Add(-1), today} {
		rows := map[string]map[string]generation{}
		for at := day.Start(); at.Before(day.Next().Start()) && !at.Add(unit.Control).After(m.now); at = at.Add(unit.Control) {
			stamp := unit.Central(at.Add(unit.Control - 5*time.Second))
			rows[stamp.Format(boardTime)] = fuels(m.world.Grid(at), m.scale)
		}
		data[day.String()] = rows
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"lastUpdated": unit.Central(m.now.Truncate(unit.Control)).Format(boardTime),
		"monthlyCapacity": map[string]float64{
			"Coal and Lignite": 13_705, "Hydro": 570, "Nuclear": 5_268, "Power Storage": 11_900,
			"Solar": 31_500, "Wind": 39_900, "Natural Gas": 62_300, "Other": 160,
		},
		"data": data,
	})
}

func fuels(g world.Grid, scale float64) map[string]generation {
	of := func(p unit.MW) generation { return generation{float64(p) * scale} }
	return map[string]generation{
		"Coal and Lignite": of(g.Coal), "Hydro": of(g.Hydro), "Nuclear": of(g.Nuclear), "Power Storage": of(g.Storage),
		"Solar": of(g.Solar), "Wind": of(g.Wind), "Natural Gas": of(g.Gas), "Other": of(g.Other),
	}
}

// supplyDemand is the day so far every five minutes, the rest of it by the hour,
// and six days more.
func supplyDemand(w http.ResponseWriter, _ *http.Request, m moment) {
	today := unit.DayOf(m.now)
	var data []map[string]any
	add := func(at time.Time, capacity, demand float64, forecast int) {
		_, he, repeated := unit.HourEndingOf(at)
		data = append(data, map[string]any{
			"capacity": capacity * m.scale, "available": capacity * m.scale, "demand": demand * m.scale,
			"forecast": forecast, "dstFlag": flag(repeated), "hourEnding": he,
			"timestamp": unit.Central(at).Format(boardTime), "epoch": at.UnixMilli(),
		})
	}
	at := today.Start()
	for ; !at.After(m.now); at = at.Add(unit.Control) {
		g := m.world.Grid(at)
		add(at, float64(g.Capacity), float64(g.Load), 0)
	}
	for ; at.Before(today.Next().Start()); at = at.Add(unit.Control) {
		if at.Minute() == 0 {
			load := float64(m.world.Forecast(m.now, at).Load)
			add(at, forecastCapacity(load), load, 1)
		}
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"lastUpdated": unit.Central(m.now.Truncate(unit.Control)).Format(boardTime),
		"data":        data,
		"forecast":    sixDays(m, today),
	})
}

func sixDays(m moment, today unit.Day) []map[string]any {
	var out []map[string]any
	for d := today.Next(); d.Before(today.Add(7)); d = d.Next() {
		for h := range d.Hours() {
			at := d.Start().Add(time.Duration(h) * time.Hour)
			_, he, repeated := unit.HourEndingOf(at)
			load := float64(m.world.Forecast(m.now, at).Load)
			out = append(out, map[string]any{
				"deliveryDate": d.String(), "hourEnding": he, "availCapGen": forecastCapacity(load) * m.scale,
				"forecastedDemand": load * m.scale, "dstFlag": flag(repeated), "epoch": at.UnixMilli(),
			})
		}
	}
	return out
}

// forecastCapacity is what is committed to meet a demand.
func forecastCapacity(load float64) float64 { return round2(load*1.08 + 6500) }

// dailyPRC is the grid's condition now: reserves as text with a thousands
// separator, as the page shows them.
func dailyPRC(w http.ResponseWriter, _ *http.Request, m moment) {
	g := m.world.Grid(m.now)
	state, title, note := condition(g)
	writeJSON(w, http.StatusOK, map[string]any{
		"lastUpdated": unit.Central(m.now).Format(boardTime),
		"current_condition": map[string]any{
			"state": state, "title": title, "condition_note": note, "eea_level": g.EEA,
			"prc_value": thousands(int(float64(g.PRC) * m.scale)), "datetime": m.now.Unix(),
		},
	})
}

func condition(g world.Grid) (state, title, note string) {
	switch {
	case g.EEA > 0:
		return "eea" + strconv.Itoa(g.EEA), fmt.Sprintf("Energy Emergency Alert Level %d", g.EEA), "Reserves are below their limit. Conservation is required."
	case g.PRC < 3000:
		return "watch", "Watch", "Reserves are low."
	}
	return "normal", "Normal Conditions", "There is enough power for current demand."
}

func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// reportList is the list of a report's files: each once as CSV and once as XML.
func reportList(w http.ResponseWriter, r *http.Request, m moment) {
	kind, _ := strconv.Atoi(r.URL.Query().Get("reportTypeId"))
	keep := 5 * 24 * time.Hour
	if kind == runReport {
		keep = 24 * time.Hour
	}
	list := []map[string]any{}
	for _, d := range documents(kind, m.now.Add(-keep), m.now, 500) {
		for i, form := range []string{"csv", "xml"} {
			list = append(list, map[string]any{"Document": map[string]any{
				"DocID": strconv.FormatInt(d.id*2+int64(i), 10), "ReportTypeID": strconv.Itoa(kind), "Extension": "zip",
				"FriendlyName": d.name + "_" + form, "ConstructedName": d.constructed(form),
				"PublishDate": unit.Central(d.published).Format(time.RFC3339),
				"ExpiredDate": unit.Central(d.published.Add(keep)).Format(time.RFC3339),
			}})
		}
	}
	writeJSON(w, http.StatusOK, map[string]any{"ListDocsByRptTypeRes": map[string]any{"DocumentList": list}})
}

// reportFile is one of those files.
func reportFile(w http.ResponseWriter, r *http.Request, m moment) {
	id, err := strconv.ParseInt(r.URL.Query().Get("doclookupId"), 10, 64)
	d, ok := documentOf(id / 2)
	if err != nil || !ok || d.published.After(m.now) {
		http.Error(w, "document not found", http.StatusNotFound)
		return
	}
	if id%2 == 1 {
		writeZip(w, zipped([]string{d.name + ".xml"}, [][]byte{[]byte("<SettlementPointPrices/>\n")}))
		return
	}
	writeZip(w, d.zip(m.world, m.scale))
}
