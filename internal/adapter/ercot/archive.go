package ercot

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	listingSize     = 1000 // documents a listing page holds at most
	defaultDownload = 50   // documents per request where the product's limit is not known
)

// Document is one posted file of a report.
type Document struct {
	ID     int64     `json:"id"`
	Name   string    `json:"name"`
	Posted time.Time `json:"posted"`
}

// Archive reads what was posted of a product, named by its EMIL id such as
// "np6-905-cd", in [from, to): the way to prices older than the query API
// keeps. The span is of posting times, not of delivery. Observations are known
// since their file was posted.
func (c *Client) Archive(ctx context.Context, emil string, from, to time.Time) (market.Batch, error) {
	documents, raws, err := c.listArchive(ctx, emil, from, to)
	if err != nil {
		return market.Batch{Raw: raws}, err
	}
	batch := market.Batch{Raw: raws}
	var errs []error
	size := downloadLimit(emil)
	for len(documents) > 0 {
		some := documents[:min(size, len(documents))]
		documents = documents[len(some):]
		read, raw, err := c.download(ctx, emil, some)
		if raw.Body != nil {
			batch.Raw = append(batch.Raw, raw)
		}
		batch.Observations = append(batch.Observations, read...)
		errs = append(errs, err)
		if ctx.Err() != nil || errors.Is(err, ErrQuota) || errors.Is(err, ErrAuth) {
			break
		}
	}
	return batch, errors.Join(errs...)
}

// downloadLimit is how many documents of a product ERCOT gives per request.
func downloadLimit(emil string) int {
	for _, p := range append(layouts(), corrections()...) {
		if strings.EqualFold(p.source(), "ercot/"+emil) && p.download > 0 {
			return p.download
		}
	}
	return defaultDownload
}

func (c *Client) listArchive(ctx context.Context, emil string, from, to time.Time) ([]Document, []market.Raw, error) {
	params := since("postDatetime", from)
	params.Set("postDatetimeTo", unit.Central(to.Add(time.Hour)).Format("2006-01-02T15:04:05"))
	params.Set("size", strconv.Itoa(listingSize))
	var (
		out  []Document
		raws []market.Raw
	)
	for number := 1; number <= maxPages; number++ {
		params.Set("page", strconv.Itoa(number))
		got, err := c.authorised(ctx, call{
			method: http.MethodGet, url: address(c.cfg.BaseURL, "/archive/"+url.PathEscape(emil), params),
			limit: maxJSON, within: answerWithin,
		})
		if err != nil {
			return nil, raws, err
		}
		raws = append(raws, got.raw)
		documents, meta, err := readListing(got.raw.Body)
		if err != nil {
			return nil, raws, fmt.Errorf("%s: %w", got.raw.Request, err)
		}
		for _, d := range documents {
			if !d.Posted.Before(from) && d.Posted.Before(to) {
				out = append(out, d)
			}
		}
		if number >= meta.TotalPages || len(documents) == 0 {
			return out, raws, nil
		}
	}
	return nil, raws, fmt.Errorf("archive of %s: more than %d pages: ask for a shorter time", emil, maxPages)
}

// readListing reads one page of an archive listing.
func readListing(body []byte) ([]Document, pageMeta, error) {
	var page struct {
		Meta     pageMeta `json:"_meta"`
		Archives []struct {
			ID     int64  `json:"docId"`
			Name   string `json:"friendlyName"`
			Posted string `json:"postDatetime"`
		} `json:"archives"`
	}
	if err := json.Unmarshal(body, &page); err != nil {
		return nil, pageMeta{}, fmt.Errorf("archive listing is not the JSON expected: %w; it begins %s", err, excerpt(body))
	}
	out := make([]Document, 0, len(page.Archives))
	for _, a := range page.Archives {
		posted, err := parsePosted(a.Posted)
		if err != nil || a.ID <= 0 {
			return nil, pageMeta{}, fmt.Errorf("archive listing: document %d posted %q: want an id and a time", a.ID, a.Posted)
		}
		out = append(out, Document{ID: a.ID, Name: a.Name, Posted: posted})
	}
	return out, page.Meta, nil
}

// download fetches documents in one request and reads their files.
func (c *Client) download(ctx context.Context, emil string, documents []Document) ([]market.Observation, market.Raw, error) {
	ids := make([]int64, len(documents))
	posted := make(map[int64]time.Time, len(documents))
	for i, d := range documents {
		ids[i], posted[d.ID] = d.ID, d.Posted
	}
	body, err := json.Marshal(map[string][]int64{"docIds": ids})
	if err != nil {
		return nil, market.Raw{}, fmt.Errorf("asking for documents: %w", err)
	}
	got, err := c.authorised(ctx, call{
		method: http.MethodPost, url: c.cfg.BaseURL + "/archive/" + url.PathEscape(emil) + "/download",
		header: http.Header{"Content-Type": {"application/json"}}, body: body,
		limit: maxDownload, within: downloadWithin,
	})
	if err != nil {
		return nil, market.Raw{}, err
	}
	got.raw.Source = "ercot/" + strings.ToLower(emil)
	files, err := unpack(File{Name: emil, Body: got.raw.Body}, fileBounds())
	if err != nil {
		return nil, got.raw, fmt.Errorf("%s: %w", got.raw.Request, err)
	}
	var out []market.Observation
	var bad faults
	for _, f := range files {
		read, err := readFile(f, fileBounds())
		if err != nil {
			bad.add(err)
		}
		for _, o := range read {
			if c.wanted(o) {
				out = append(out, c.fromArchive(o, posted[documentOf(f.Name)], got.raw.Fetched))
			}
		}
	}
	return out, got.raw, bad.err()
}

// fromArchive dates o by the posting of its file, where that is known.
func (c *Client) fromArchive(o market.Observation, posted, fetched time.Time) market.Observation {
	if !posted.IsZero() {
		o.Published, o.Known = posted, posted
	}
	o.Fetched, o.Simulated = fetched, c.cfg.Simulated
	return o
}

// documentOf is the document id that an inner file's name begins with, 0 when
// it does not.
func documentOf(name string) int64 {
	for _, part := range strings.Split(name, "/") {
		digits, _, _ := strings.Cut(part, ".")
		if id, err := strconv.ParseInt(digits, 10, 64); err == nil {
			return id
		}
	}
	return 0
}

// File is one file out of an archive. Its name holds the names of the archives
// that it was in, separated by slashes.
type File struct {
	Name string
	Body []byte
}

// bounds keep a hostile archive from filling the memory.
type bounds struct {
	entries int   // files in one archive
	total   int64 // bytes of all files, unpacked
	ratio   int64 // unpacked to packed size of a file larger than ratioFrom
	depth   int   // archives within archives
}

const ratioFrom = 1 << 20

func fileBounds() bounds {
	return bounds{entries: 5_000, total: maxFile, ratio: 250, depth: 2}
}

// Unpack returns the files of a zip archive, and of the zip archives in it, in
// the order they are stored. Workbooks, which are zip archives too, stay whole.
// An archive that unpacks to too much is an error.
func Unpack(body []byte, name string) ([]File, error) {
	return unpack(File{Name: name, Body: body}, fileBounds())
}

func unpack(f File, b bounds) ([]File, error) {
	left := b.total
	return unpackWithin(f, b, b.depth, &left)
}

func unpackWithin(f File, b bounds, depth int, left *int64) ([]File, error) {
	z, err := zip.NewReader(bytes.NewReader(f.Body), int64(len(f.Body)))
	if err != nil {
		return nil, fmt.Errorf("%s: not a whole zip file: %w; it begins %s", f.Name, err, excerpt(f.Body[:min(len(f.Body), 80)]))
	}
	if len(z.File) > b.entries {
		return nil, fmt.Errorf("%s: %d files in one archive, more than the %d allowed", f.Name, len(z.File), b.entries)
	}
	var out []File
	for _, entry := range z.File {
		if entry.FileInfo().IsDir() {
			continue
		}
		inner, err := extract(entry, f.Name, b, left)
		if err != nil {
			return nil, err
		}
		if !isZip(inner.Body) || isWorkbook(inner.Body) {
			out = append(out, inner)
			continue
		}
		if depth <= 1 {
			return nil, fmt.Errorf("%s: archives within archives deeper than %d", inner.Name, b.depth)
		}
		nested, err := unpackWithin(inner, b, depth-1, left)
		if err != nil {
			return nil, err
		}
		out = append(out, nested...)
	}
	return out, nil
}

// extract reads one entry, trusting no size that the archive states.
func extract(entry *zip.File, in string, b bounds, left *int64) (File, error) {
	name := in + "/" + path.Base(entry.Name)
	limit := *left
	if packed := int64(entry.CompressedSize64); packed >= 0 && packed < limit/b.ratio {
		limit = max(packed*b.ratio, ratioFrom)
	}
	r, err := entry.Open()
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	body, err := io.ReadAll(io.LimitReader(r, min(limit, *left)+1))
	if err != nil {
		return File{}, fmt.Errorf("%s: unpacking: %w", name, err)
	}
	if int64(len(body)) > min(limit, *left) {
		return File{}, fmt.Errorf("%s: unpacks to more than %d bytes from %d: refused", name, min(limit, *left), entry.CompressedSize64)
	}
	*left -= int64(len(body))
	return File{Name: name, Body: body}, nil
}

func isZip(body []byte) bool { return bytes.HasPrefix(body, []byte("PK\x03\x04")) }
