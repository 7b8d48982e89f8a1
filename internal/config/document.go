package config

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

const documentLimit = 1 << 20 // bytes of one configuration file

// document is a YAML text with the place of every setting in it.
type document struct {
	name   string // as the user called it
	lines  []string
	places map[string]place
	texts  map[string]string // what stands in the settings that hold text
}

// place is where a setting stands, counted from 1.
type place struct{ line, column int }

// parseDocument reads a YAML text into cfg, over what cfg holds already.
// Unknown and repeated keys are errors.
func parseDocument(name string, text []byte, cfg *Config) (document, error) {
	doc := document{name: name, lines: strings.Split(string(text), "\n"), places: map[string]place{}, texts: map[string]string{}}
	if len(text) > documentLimit {
		return doc, fmt.Errorf("%s: longer than %d bytes; is it the right file?", name, documentLimit)
	}
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return doc, doc.explain(err, false)
	}
	if len(file.Docs) > 1 {
		return doc, fmt.Errorf("%s: holds %d YAML documents; want one", name, len(file.Docs))
	}
	for _, d := range file.Docs {
		if d.Body == nil {
			return doc, nil
		}
		ast.Walk(indexer{doc}, d.Body)
		if err := yaml.NodeToValue(d.Body, cfg, yaml.Strict()); err != nil {
			return doc, doc.explain(err, true)
		}
	}
	return doc, nil
}

// indexer notes the place of every key and list item.
type indexer struct{ document document }

func (x indexer) Visit(node ast.Node) ast.Visitor {
	switch n := node.(type) {
	case *ast.MappingValueNode:
		x.note(n.Value, n.Key.GetToken())
	case *ast.SequenceNode:
		for _, item := range n.Values {
			x.note(item, item.GetToken())
		}
	}
	return x
}

func (x indexer) note(value ast.Node, at *token.Token) {
	if at == nil || at.Position == nil {
		return
	}
	path := strings.TrimPrefix(value.GetPath(), "$.")
	x.document.places[path] = place{at.Position.Line, at.Position.Column}
	if text, ok := value.(*ast.StringNode); ok {
		x.document.texts[path] = text.Value
	}
}

// find is the place of a setting or, where the file leaves it out, of the
// nearest setting around it that the file has.
func (d document) find(setting string) (at place, exact, ok bool) {
	for path := setting; path != ""; path = parent(path) {
		if at, ok := d.places[path]; ok {
			return at, path == setting, true
		}
	}
	return place{}, false, false
}

// parent is a.b of a.b.c and a.b of a.b[2].
func parent(path string) string {
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
}

// explain turns an error of the YAML library, whose own text would show lines
// that may hold secrets, into one that shows the line's key and a caret.
func (d document) explain(err error, parsed bool) error {
	var located yaml.Error
	if errors.As(err, &located) && located.GetToken() != nil {
		at := place{located.GetToken().Position.Line, located.GetToken().Position.Column}
		// The line of a key that is not known may be a secret's, misspelled.
		_, unknown := errors.AsType[*yaml.UnknownFieldError](err)
		return d.problem(d.settingAt(at.line), at, wording(err, parsed), parsed && !unknown)
	}
	// The library does not say where a wrong duration stands.
	for setting, value := range d.texts {
		if _, wrong := time.ParseDuration(value); wrong != nil && strings.HasSuffix(err.Error(), wrong.Error()) {
			return d.problem(setting, d.places[setting], "want a duration such as 20s, 5m or 1h30m", true)
		}
	}
	return fmt.Errorf("%s: %s", d.name, wording(err, parsed))
}

func (d document) problem(setting string, at place, text string, show bool) Problem {
	return Problem{
		Setting: setting,
		Origin:  fmt.Sprintf("%s:%d:%d", d.name, at.line, at.column),
		Text:    text,
		Excerpt: d.excerpt(at, show),
	}
}

// wording says in the words of the file, not of Go, what the YAML library
// found.
func wording(err error, parsed bool) string {
	if !parsed {
		// The message of a syntax error may quote the text it stumbled over.
		return "not valid YAML; look at this line's indentation, quotes, brackets and for a key given twice"
	}
	if mismatch, ok := errors.AsType[*yaml.TypeError](err); ok {
		return "want " + plainType(mismatch.DstType)
	}
	if _, ok := errors.AsType[*yaml.UnknownFieldError](err); ok {
		return "no such key; `pouwdem config example` lists them"
	}
	if _, ok := errors.AsType[*yaml.OverflowError](err); ok {
		return "the number is out of range"
	}
	if syntax, ok := errors.AsType[*yaml.SyntaxError](err); ok {
		return firstLine(syntax.Message)
	}
	return "has the wrong shape; `pouwdem config example` shows it"
}

// plainType is a Go type as people call it.
func plainType(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64, reflect.Uint64:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	case reflect.String:
		return "text"
	case reflect.Slice:
		return "a list"
	}
	return "keys and values"
}

// settingAt is the setting whose key stands on a line, the innermost where
// several do; empty where none does.
func (d document) settingAt(line int) string {
	found, column := "", 0
	for setting, at := range d.places {
		if at.line == line && (at.column > column || (at.column == column && len(setting) > len(found))) {
			found, column = setting, at.column
		}
	}
	return found
}

// excerpt is the line with a caret under the column. The value is left out
// where it could be a secret, and where show says so.
func (d document) excerpt(at place, show bool) string {
	if at.line < 1 || at.line > len(d.lines) {
		return ""
	}
	line := strings.TrimRight(d.lines[at.line-1], "\r")
	shown := masked(line)
	if show && harmless(line) {
		shown = line
	}
	return fmt.Sprintf("%5d | %s\n      | %s^", at.line, shown, strings.Repeat(" ", max(at.column-1, 0)))
}

// harmless reports whether a line is one plain key and value, and the key not
// one that names a secret.
func harmless(line string) bool {
	key, value, ok := strings.Cut(line, ":")
	if !ok || strings.ContainsAny(line, "{[#|>&*!?") || strings.Contains(value, ": ") {
		return false
	}
	key = strings.Trim(key, "- \"'")
	switch key {
	case "username", "password", "keystore", "signer_url", "subscription_key", "key", "token", "slushpool_api_key", "signature", "polygon_rpc_url", "url", "second_url", "sha256":
		return false
	}
	return true
}

// masked is a line with its indentation and key alone.
func masked(line string) string {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		return line[:indent] + "..."
	}
	if strings.TrimSpace(value) == "" {
		return key + ":"
	}
	return key + ": ..."
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
