package stratum

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
)

// message is one line of Stratum V1, JSON-RPC with a dialect of its own. Its
// parts are slices of the line as they stand there: they end with it.
type message struct {
	id     []byte // any JSON value; nil where there is none
	method []byte // without quotes; nil in an answer
	params []byte
	result []byte
	fault  []byte // the member "error"
}

// deepest is how many arrays and objects may stand in each other; the protocol
// needs four.
const deepest = 8

var errNotJSON = errors.New("not a line of JSON")

// parseMessage reads a line that holds one object. It checks the whole line and
// copies nothing. A member that stands there twice is an error, because readers
// differ in which they take.
func parseMessage(line []byte) (message, error) {
	var m message
	s := scanner{line: line}
	s.space()
	if !s.take('{') {
		return m, fmt.Errorf("%w: want an object", errNotJSON)
	}
	s.space()
	if s.take('}') {
		return m, s.end()
	}
	for {
		s.space()
		key := s.value(1)
		if len(key) < 2 || key[0] != '"' {
			return m, fmt.Errorf("%w: want a member's name at byte %d", errNotJSON, s.at)
		}
		s.space()
		if !s.take(':') {
			return m, fmt.Errorf("%w: want a colon at byte %d", errNotJSON, s.at)
		}
		s.space()
		value := s.value(1)
		if value == nil {
			return m, fmt.Errorf("%w: want a value at byte %d", errNotJSON, s.at)
		}
		if err := m.set(key[1:len(key)-1], value); err != nil {
			return m, err
		}
		s.space()
		if s.take('}') {
			return m, s.end()
		}
		if !s.take(',') {
			return m, fmt.Errorf("%w: want a comma at byte %d", errNotJSON, s.at)
		}
	}
}

// set keeps a member of the protocol and ignores others.
func (m *message) set(key, value []byte) error {
	var member *[]byte
	switch string(key) {
	case "id":
		member = &m.id
	case "method":
		if bytes.Equal(value, []byte("null")) {
			return nil // some servers send it in answers
		}
		if value[0] != '"' {
			return fmt.Errorf("%w: the method is no string", errNotJSON)
		}
		value = value[1 : len(value)-1]
		member = &m.method
	case "params":
		member = &m.params
	case "result":
		member = &m.result
	case "error":
		member = &m.fault
	default:
		return nil
	}
	if *member != nil {
		return fmt.Errorf("%w: %s stands there twice", errNotJSON, key)
	}
	*member = value
	return nil
}

// failed reports whether an answer has an error in it.
func (m *message) failed() bool {
	return m.fault != nil && !bytes.Equal(m.fault, []byte("null")) && !bytes.Equal(m.fault, []byte("[]"))
}

// split fills into with the elements of a JSON array and gives how many the
// array has, which may be more. It is -1 for what is no array.
func split(array []byte, into [][]byte) int {
	s := scanner{line: array}
	if !s.take('[') {
		return -1
	}
	s.space()
	if s.take(']') {
		return 0
	}
	for n := 0; ; n++ {
		s.space()
		value := s.value(1)
		if value == nil {
			return -1
		}
		if n < len(into) {
			into[n] = value
		}
		s.space()
		if s.take(']') {
			return n + 1
		}
		if !s.take(',') {
			return -1
		}
	}
}

// member is the value of an object's member, nil where it has none.
func member(object []byte, name string) []byte {
	s := scanner{line: object}
	if !s.take('{') {
		return nil
	}
	for {
		s.space()
		key := s.value(1)
		s.space()
		if len(key) < 2 || key[0] != '"' || !s.take(':') {
			return nil
		}
		s.space()
		value := s.value(1)
		if value == nil || string(key[1:len(key)-1]) == name {
			return value
		}
		s.space()
		if !s.take(',') {
			return nil
		}
	}
}

// text is a JSON string's content and whether it is one. Only one with escapes
// is copied.
func text(raw []byte) ([]byte, bool) {
	if len(raw) < 2 || raw[0] != '"' {
		return nil, false
	}
	inner := raw[1 : len(raw)-1]
	if bytes.IndexByte(inner, '\\') < 0 {
		return inner, true
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return nil, false
	}
	return []byte(s), true
}

// number is a JSON number, or a string that holds one as some firmware sends
// it, and whether it is finite.
func number(raw []byte) (float64, bool) {
	if inner, ok := text(raw); ok {
		raw = inner
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
}

// hexBytes appends the bytes that a JSON string of hex digits stands for.
func hexBytes(dst, raw []byte) ([]byte, bool) {
	digits, ok := text(raw)
	if !ok || len(digits)%2 != 0 {
		return dst, false
	}
	for i := 0; i < len(digits); i += 2 {
		high, low := nibble(digits[i]), nibble(digits[i+1])
		if high|low > 0xf {
			return dst, false
		}
		dst = append(dst, high<<4|low)
	}
	return dst, true
}

// hexWord is the number that a JSON string of one to eight hex digits stands
// for.
func hexWord(raw []byte) (uint32, bool) {
	digits, ok := text(raw)
	if !ok || len(digits) == 0 || len(digits) > 8 {
		return 0, false
	}
	var v uint32
	for _, c := range digits {
		n := nibble(c)
		if n > 0xf {
			return 0, false
		}
		v = v<<4 | uint32(n)
	}
	return v, true
}

// nibble is a hex digit's value; above 15 for what is none.
func nibble(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 0xff
}

const hexDigits = "0123456789abcdef"

func appendHex(dst, raw []byte) []byte {
	for _, b := range raw {
		dst = append(dst, hexDigits[b>>4], hexDigits[b&0xf])
	}
	return dst
}

func appendHexWord(dst []byte, v uint32) []byte {
	for shift := 28; shift >= 0; shift -= 4 {
		dst = append(dst, hexDigits[v>>shift&0xf])
	}
	return dst
}

// appendText appends a JSON string.
func appendText(dst []byte, s string) []byte {
	quoted, err := json.Marshal(s)
	if err != nil {
		return append(dst, `""`...) // a string always marshals
	}
	return append(dst, quoted...)
}

// appendDifficulty appends a difficulty as every miner reads it: without an
// exponent.
func appendDifficulty(dst []byte, d float64) []byte {
	return strconv.AppendFloat(dst, d, 'f', -1, 64)
}
