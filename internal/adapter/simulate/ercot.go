package simulate

import (
	"net/http"
	"strconv"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const reportsPath = "/ercot/api/public-reports"

func (s *Server) routeERCOT() {
	s.handle("ercot", "POST /ercot-login"+tokenPath, s.login.post)
	s.handle("ercot", "GET "+reportsPath, s.guarded(s.inventory))
	s.handle("ercot", "GET "+reportsPath+"/{$}", s.guarded(s.inventory))
	s.handle("ercot", "GET "+reportsPath+"/version", s.guarded(version))
	s.handle("ercot", "GET "+reportsPath+"/{emil}/{artifact}", s.guarded(s.table))
	s.handle("ercot", "GET "+reportsPath+"/archive/{emil}", s.guarded(s.archive))
	s.handle("ercot", "POST "+reportsPath+"/archive/{emil}/download", s.guarded(s.download))
}

// guarded lets in who has key and token and does not ask too often.
func (s *Server) guarded(a answer) answer {
	return func(w http.ResponseWriter, r *http.Request, m moment) {
		now := s.clock.Now()
		if !s.login.admits(w, r, now) {
			return
		}
		if !s.throttle.allows(now) {
			tooMany(w)
			return
		}
		a(w, r, m)
	}
}

func version(w http.ResponseWriter, _ *http.Request, _ moment) {
	writeJSON(w, http.StatusOK, map[string]string{"version": "simulated"})
}

type link struct {
	Href string `json:"href"`
}

// base is how the caller reached this server.
func base(r *http.Request) string { return "http://" + r.Host }

// inventory lists the products with the addresses of their tables.
func (s *Server) inventory(w http.ResponseWriter, r *http.Request, m moment) {
	root := base(r) + reportsPath
	var list []map[string]any
	for i := 0; i < len(s.products); {
		p := s.products[i]
		var artifacts []map[string]any
		for ; i < len(s.products) && s.products[i].emil == p.emil; i++ {
			artifacts = append(artifacts, map[string]any{
				"displayName": s.products[i].title,
				"_links":      map[string]link{"endpoint": {root + "/" + p.emil + "/" + s.products[i].artifact}},
			})
		}
		posted, _ := local(m.now.Truncate(time.Hour))
		list = append(list, map[string]any{
			"emilId": emilID(p.emil), "name": p.title, "reportTypeId": p.reportType,
			"downloadLimit": p.limit, "lastPostDatetime": posted, "bundle": 0, "status": "ACTIVE",
			"artifacts": artifacts, "_links": map[string]link{"self": {root + "/" + p.emil}, "archive": {root + "/archive/" + p.emil}},
		})
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"_embedded": map[string]any{"products": list},
		"_links":    map[string]link{"self": {root}},
	})
}

func emilID(emil string) string {
	upper := []byte(emil)
	for i, c := range upper {
		if c >= 'a' && c <= 'z' {
			upper[i] = c - 'a' + 'A'
		}
	}
	return string(upper)
}

// table answers a product's data endpoint.
func (s *Server) table(w http.ResponseWriter, r *http.Request, m moment) {
	p, ok := s.product(r.PathValue("emil"), r.PathValue("artifact"))
	if !ok {
		badRequest(w, http.StatusNotFound, m.now, "no such report")
		return
	}
	q, err := parseQuery(p, r.URL.Query(), m.now)
	if err != nil {
		badRequest(w, http.StatusBadRequest, m.now, err.Error())
		return
	}
	var rows [][]any
	p.rows(view{world: m.world, now: m.now, from: q.from, to: q.to}, func(row ...any) {
		if q.keeps(row) {
			rows = append(rows, scaled(row, m.scale))
		}
	})
	q.order(rows)
	writeJSON(w, http.StatusOK, envelope(p, q, rows, base(r)+r.URL.Path))
}

func (s *Server) product(emil, artifact string) (*product, bool) {
	for i := range s.products {
		if s.products[i].emil == emil && s.products[i].artifact == artifact {
			return &s.products[i], true
		}
	}
	return nil, false
}

// scaled is a row whose real numbers are in a wrong unit.
func scaled(row []any, scale float64) []any {
	if scale == 1 {
		return row
	}
	for i, cell := range row {
		if x, ok := cell.(float64); ok {
			row[i] = x * scale
		}
	}
	return row
}

// envelope is one page of rows with everything around it. Where nothing
// matches, data is left out, as has been seen.
func envelope(p *product, q query, rows [][]any, self string) map[string]any {
	total := len(rows)
	first := min(total, (q.page-1)*q.size)
	page := rows[first:min(total, first+q.size)]
	out := map[string]any{
		"_meta": map[string]any{
			"totalRecords": total,
			"pageSize":     q.size,
			"totalPages":   (total + q.size - 1) / q.size,
			"currentPage":  q.page,
			"query": map[string]any{
				"parameterCount": len(q.given), "parameters": q.given, "sortedBy": sortedBy(p, q),
			},
		},
		"report": map[string]any{
			"reportName": p.artifact, "reportDisplayName": p.title, "reportId": strconv.Itoa(p.reportType),
			"reportEMIL": emilID(p.emil), "downloadLimit": p.limit,
		},
		"fields": describe(p),
		"_links": map[string]link{"self": {self}},
	}
	if len(page) > 0 {
		out["data"] = page
	}
	return out
}

func sortedBy(p *product, q query) string {
	if q.sort < 0 {
		return p.clock + ": DESC"
	}
	if q.asc {
		return p.columns[q.sort].name + ": ASC"
	}
	return p.columns[q.sort].name + ": DESC"
}

func describe(p *product) []map[string]any {
	out := make([]map[string]any, len(p.columns))
	for i, c := range p.columns {
		out[i] = map[string]any{
			"name": c.name, "label": c.name, "cardinality": i + 1, "dataType": c.kind,
			"searchable": true, "sortable": true, "hasRange": c.kind != "VARCHAR" && c.kind != "BOOLEAN",
		}
	}
	return out
}

// centralDay is the first moment of the operating day that contains t.
func centralDay(t time.Time) time.Time { return unit.DayOf(t).Start() }
