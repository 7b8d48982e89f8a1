package httpapi_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
)

func request(method, path, body string) *http.Request {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:5000"
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	return r
}

func serve(s *httpapi.Server, r *http.Request) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	s.Handler().ServeHTTP(rec, r)
	return rec
}

func escape(s string) string { return url.PathEscape(s) }

func queryOf(values map[string]string) string {
	q := make(url.Values)
	for k, v := range values {
		q.Set(k, v)
	}
	return q.Encode()
}
