package simulate

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const archiveMost = 1000

// archived are the products whose files are kept, by EMIL id.
func archived(emil string) (kind, limit int, title string, ok bool) {
	switch strings.ToLower(emil) {
	case "np6-905-cd":
		return settlementReport, 1000, "Settlement Point Prices at Resource Nodes, Hubs and Load Zones", true
	case "np6-788-cd":
		return runReport, 1000, "LMPs by Resource Nodes, Load Zones and Trading Hubs", true
	case "np4-190-cd":
		return dayAheadReport, 500, "DAM Settlement Point Prices", true
	}
	return 0, 0, "", false
}

// archive lists a product's files by time of posting, newest first, or gives
// the one that is asked for.
func (s *Server) archive(w http.ResponseWriter, r *http.Request, m moment) {
	emil := r.PathValue("emil")
	kind, _, title, ok := archived(emil)
	if !ok {
		badRequest(w, http.StatusNotFound, m.now, "no archive of this product")
		return
	}
	values := r.URL.Query()
	if values.Has("download") {
		s.archiveFile(w, values.Get("download"), kind, m)
		return
	}
	from, to, page, size, err := archiveQuery(values, m.now)
	if err != nil {
		badRequest(w, http.StatusBadRequest, m.now, err.Error())
		return
	}
	all := documents(kind, from, to, 100_000)
	first := min(len(all), (page-1)*size)
	self := base(r) + reportsPath + "/archive/" + emil
	list := []map[string]any{}
	for _, d := range all[first:min(len(all), first+size)] {
		list = append(list, map[string]any{
			"docId": d.id, "friendlyName": d.name,
			"postDatetime": unit.Central(d.published).Format("2006-01-02T15:04:05.000"),
			"_links":       map[string]link{"endpoint": {self + "?download=" + strconv.FormatInt(d.id, 10)}},
		})
	}
	given := map[string]string{}
	for name := range values {
		given[name] = values.Get(name)
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"_meta": map[string]any{
			"totalRecords": len(all), "pageSize": size, "totalPages": (len(all) + size - 1) / size, "currentPage": page,
			"query": map[string]any{"parameterCount": len(given), "parameters": given, "sortedBy": "postDatetime: DESC"},
		},
		"product":  map[string]any{"emilId": emilID(emil), "name": title, "reportTypeId": kind},
		"archives": list,
		"_links":   map[string]link{"self": {self}},
	})
}

// archiveQuery reads a listing's window and page.
func archiveQuery(values url.Values, now time.Time) (from, to time.Time, page, size int, err error) {
	from, to, page, size = now.AddDate(0, 0, -7), now, 1, archiveMost
	for name := range values {
		value := values.Get(name)
		switch name {
		case "postDatetimeFrom":
			from, err = postTime(value)
		case "postDatetimeTo":
			var asked time.Time
			asked, err = postTime(value)
			to = earlier(to, asked)
		case "page":
			page, err = positive(name, value, 1<<30)
		case "size":
			size, err = positive(name, value, archiveMost)
		case "subscription-key":
		default:
			err = fmt.Errorf("parameter %s is not known", name)
		}
		if err != nil {
			return from, to, page, size, err
		}
	}
	if earliest := now.AddDate(-1, 0, 0); from.Before(earliest) {
		from = earliest
	}
	return from, to, page, size, nil
}

// postTime reads a Central time, or a date as its midnight.
func postTime(value string) (time.Time, error) {
	for _, form := range []string{timeForm, dateForm} {
		if _, err := time.Parse(form, value); err == nil {
			return unit.ParseCentral(form, value, false)
		}
	}
	return time.Time{}, fmt.Errorf("%q is not of the form %s", value, timeForm)
}

// archiveFile gives one file.
func (s *Server) archiveFile(w http.ResponseWriter, text string, kind int, m moment) {
	id, err := strconv.ParseInt(text, 10, 64)
	d, ok := documentOf(id)
	if err != nil || !ok || d.kind != kind || d.published.After(m.now) {
		badRequest(w, http.StatusNotFound, m.now, "no such document")
		return
	}
	writeZip(w, d.zip(m.world, m.scale))
}

func writeZip(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "application/zip")
	_, _ = w.Write(body)
}

// download gives many files as a zip of zips, in an order of its own.
func (s *Server) download(w http.ResponseWriter, r *http.Request, m moment) {
	kind, limit, _, ok := archived(r.PathValue("emil"))
	if !ok {
		badRequest(w, http.StatusNotFound, m.now, "no archive of this product")
		return
	}
	var asked struct {
		IDs []int64 `json:"docIds"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&asked); err != nil {
		badRequest(w, http.StatusBadRequest, m.now, "the body is not {\"docIds\":[...]}")
		return
	}
	if len(asked.IDs) == 0 || len(asked.IDs) > limit {
		badRequest(w, http.StatusBadRequest, m.now, fmt.Sprintf("want 1 to %d documents", limit))
		return
	}
	var names []string
	var bodies [][]byte
	for i := len(asked.IDs) - 1; i >= 0; i-- {
		d, ok := documentOf(asked.IDs[i])
		if !ok || d.kind != kind || d.published.After(m.now) {
			badRequest(w, http.StatusNotFound, m.now, fmt.Sprintf("no document %d", asked.IDs[i]))
			return
		}
		names = append(names, fmt.Sprintf("%d.%s_csv.zip", d.id, d.name))
		bodies = append(bodies, d.zip(m.world, m.scale))
	}
	writeZip(w, zipped(names, bodies))
}
