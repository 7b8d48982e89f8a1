package layout

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/market"
)

// File is one file out of an archive. Its name holds the names of the archives
// that it was in, separated by slashes.
type File struct {
	Name string
	Body []byte
}

// Read reads the file; see the function [Read].
func (f File) Read() ([]market.Observation, error) { return readFile(f, fileBounds()) }

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
		return nil, fmt.Errorf("%s: not a whole zip file: %w; it begins %s", f.Name, err, Excerpt(f.Body[:min(len(f.Body), 80)]))
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

// DocumentOf is the document id that an inner file's name begins with, 0 when
// it does not.
func DocumentOf(name string) int64 {
	for _, part := range strings.Split(name, "/") {
		digits, _, _ := strings.Cut(part, ".")
		if id, err := strconv.ParseInt(digits, 10, 64); err == nil {
			return id
		}
	}
	return 0
}
