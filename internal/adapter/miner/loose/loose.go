// Package loose reads JSON as miners write it: with missing, doubled and
// trailing commas, line breaks and NULs where none belong, objects run together,
// numbers that are none, and answers cut off at the end of a buffer. What is
// sound JSON is read as [encoding/json] reads it.
//
// It is not a validator: it makes the best of what came, within bounds, and the
// caller checks that what it needs is there.
package loose

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ErrNotJSON says that nothing like an object was found.
var ErrNotJSON = errors.New("the answer is no JSON object")

// deepest bounds nesting; answers of miners are five deep.
const deepest = 64

// Parse reads one object. Its values are nil, bool, float64, string, []any and
// Object.
func Parse(raw []byte) (Object, error) {
	p := parser{s: strings.ToValidUTF8(string(raw), "\uFFFD")}
	p.space()
	var object Object
	switch {
	case p.at < len(p.s) && p.s[p.at] == '{':
		p.at++
		object = p.object(0)
	case p.at < len(p.s) && (p.s[p.at] == ',' || p.s[p.at] == '"'):
		// The opening brace is lost.
		object = p.object(0)
	default:
		return nil, ErrNotJSON
	}
	// Objects that run together: the later ones add what the first has not.
	for p.space(); p.at < len(p.s) && p.s[p.at] == '{'; p.space() {
		p.at++
		for key, value := range p.object(0) {
			if _, there := object[key]; !there {
				object[key] = value
			}
		}
	}
	if len(object) == 0 && !strings.Contains(p.s, "}") {
		return nil, ErrNotJSON
	}
	return object, nil
}

type parser struct {
	s  string
	at int
}

// space skips what separates: blanks, control characters, commas and stray
// colons.
func (p *parser) space() {
	for p.at < len(p.s) && (p.s[p.at] <= ' ' || p.s[p.at] == ',' || p.s[p.at] == ':' || p.s[p.at] == 0x7f) {
		p.at++
	}
}

// object reads up to the closing brace, which may be missing.
func (p *parser) object(depth int) Object {
	object := Object{}
	for {
		p.space()
		if p.at >= len(p.s) {
			return object
		}
		switch p.s[p.at] {
		case '}':
			p.at++
			return object
		case ']': // closes what contains this object, whose own brace is lost
			return object
		case '{', '[':
			p.value(depth + 1) // a value without a key says nothing
			continue
		}
		key := p.word()
		p.blank()
		if p.at >= len(p.s) || p.s[p.at] != ':' {
			continue
		}
		p.at++
		object[key] = p.value(depth + 1)
	}
}

// blank skips blanks alone, so that a key is told from a value by its colon.
func (p *parser) blank() {
	for p.at < len(p.s) && p.s[p.at] <= ' ' {
		p.at++
	}
}

func (p *parser) value(depth int) any {
	p.blank()
	if p.at >= len(p.s) || depth > deepest {
		p.at = len(p.s)
		return nil
	}
	switch p.s[p.at] {
	case '{':
		p.at++
		return p.object(depth)
	case '[':
		p.at++
		return p.list(depth)
	case '"':
		return p.quoted()
	case ',', '}', ']':
		return nil // the value is missing
	}
	return scalar(p.bare())
}

// list reads up to the closing bracket. A list of "key":value pairs, as one
// firmware writes its error codes, becomes a list with one object.
func (p *parser) list(depth int) any {
	list := []any{}
	pairs := Object{}
	for {
		p.space()
		if p.at >= len(p.s) {
			break
		}
		if p.s[p.at] == ']' {
			p.at++
			break
		}
		if p.s[p.at] == '}' { // closes what contains this list, whose bracket is lost
			break
		}
		value := p.value(depth + 1)
		key, isText := value.(string)
		if p.blank(); isText && p.at < len(p.s) && p.s[p.at] == ':' {
			p.at++
			pairs[key] = p.value(depth + 1)
			continue
		}
		list = append(list, value)
	}
	if len(pairs) > 0 {
		list = append(list, pairs)
	}
	return list
}

// word is a key, quoted or bare.
func (p *parser) word() string {
	if p.s[p.at] == '"' {
		return p.quoted()
	}
	return p.bare()
}

// bare reads up to what ends a value; it always moves on.
func (p *parser) bare() string {
	start := p.at
	for p.at < len(p.s) && !strings.ContainsRune(",:{}[]\"", rune(p.s[p.at])) {
		p.at++
	}
	if p.at == start {
		p.at++
		return ""
	}
	return strings.TrimFunc(p.s[start:p.at], func(r rune) bool { return r <= ' ' })
}

// quoted reads a string, line breaks and all. A string that never ends is cut at
// the end.
func (p *parser) quoted() string {
	p.at++
	start := p.at
	for p.at < len(p.s) {
		switch p.s[p.at] {
		case '\\':
			p.at++
		case '"':
			text := p.s[start:p.at]
			p.at++
			return unescape(text)
		}
		p.at++
	}
	p.at = min(p.at, len(p.s))
	return unescape(p.s[start:p.at])
}

func unescape(s string) string {
	if !strings.ContainsRune(s, '\\') {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'r':
			b.WriteByte('\r')
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'u':
			r, used := escaped(s[i-1:])
			b.WriteRune(r)
			i += used - 2
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// escaped reads \uXXXX, and a second half where there is one; used is how long
// it is.
func escaped(s string) (r rune, used int) {
	code := func(s string) (rune, bool) {
		if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
			return 0, false
		}
		n, err := strconv.ParseUint(s[2:6], 16, 16)
		return rune(n), err == nil
	}
	first, ok := code(s)
	if !ok {
		return utf8.RuneError, 2
	}
	const high, low, last = 0xd800, 0xdc00, 0xdfff
	if first < high || first > last {
		return first, 6
	}
	if second, ok := code(s[6:]); ok && first < low && second >= low && second <= last {
		return (first-high)<<10 + (second - low) + 0x10000, 12
	}
	return utf8.RuneError, 6
}

// scalar is a bare word's value: what is no finite number is nil or the word.
func scalar(word string) any {
	switch word {
	case "true":
		return true
	case "false":
		return false
	case "null", "":
		return nil
	}
	if n, ok := number(word); ok {
		return n
	}
	switch strings.ToLower(strings.TrimLeft(word, "+-")) {
	case "nan", "inf", "infinity":
		return nil
	}
	return word
}
