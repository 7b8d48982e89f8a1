package httpapi

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"
)

// unbuilt is what the dashboard's address answers without a build of it.
const unbuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>PoUW-DEM: the dashboard is not built</title></head>
<body><main><h1>The dashboard is not built</h1>
<p>This program was compiled without its dashboard. In the source folder run <code>make web</code> and compile again,
or start it with <code>--web-dir web/dist</code>. It needs Node 20.</p>
<p>The API works without it: <a href="/api/metrics">/api/metrics</a>, <a href="/api/openapi.json">/api/openapi.json</a>.</p>
</main></body></html>
`

// pages serves the dashboard. Assets carry a hash in their name and never
// change; the page is asked for again each time, by its ETag.
type pages struct {
	files fs.FS
}

func newPages(files fs.FS) (*pages, error) {
	if _, err := fs.Stat(files, "."); err != nil {
		return nil, fmt.Errorf("open the dashboard's folder: %w", err)
	}
	return &pages{files: files}, nil
}

// views are the dashboard's own addresses, all of which are its one page.
func views() []string {
	return []string{"/", "/opportunities", "/allocation", "/roi", "/market", "/day-ahead", "/forecasts", "/grid", "/fleet", "/pools", "/tasks", "/training", "/ledger", "/certificates", "/system"}
}

// ServeHTTP answers GET and HEAD.
func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		writeProblem(w, http.StatusMethodNotAllowed, "this path takes GET")
		return
	}
	name := path.Clean("/" + r.URL.Path)
	if slices.Contains(views(), name) {
		p.index(w, r)
		return
	}
	body, err := fs.ReadFile(p.files, strings.TrimPrefix(name, "/"))
	if err != nil || strings.HasPrefix(path.Base(name), ".") {
		writeProblem(w, http.StatusNotFound, "no such page")
		return
	}
	if strings.HasPrefix(name, "/assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		w.Header().Set("Cache-Control", "no-cache")
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
}

func (p *pages) index(w http.ResponseWriter, r *http.Request) {
	body, err := fs.ReadFile(p.files, "index.html")
	if errors.Is(err, fs.ErrNotExist) {
		body = []byte(unbuilt)
	} else if err != nil {
		writeProblem(w, http.StatusInternalServerError, "the dashboard cannot be read")
		return
	}
	sum := sha256.Sum256(body)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	http.ServeContent(w, r, "index.html", time.Time{}, bytes.NewReader(body))
}
