package stratum

import (
	"fmt"
	"unicode/utf8"
)

// scanner walks over JSON without copying it.
type scanner struct {
	line []byte
	at   int
}

func (s *scanner) space() {
	for s.at < len(s.line) {
		switch s.line[s.at] {
		case ' ', '\t', '\r', '\n':
			s.at++
		default:
			return
		}
	}
}

func (s *scanner) take(c byte) bool {
	if s.at >= len(s.line) || s.line[s.at] != c {
		return false
	}
	s.at++
	return true
}

func (s *scanner) end() error {
	s.space()
	if s.at < len(s.line) {
		return fmt.Errorf("%w: more after the object's end at byte %d", errNotJSON, s.at)
	}
	return nil
}

// value is the JSON value that begins here, and nil where none does.
func (s *scanner) value(depth int) []byte {
	from := s.at
	if depth > deepest || !s.skip(depth) {
		return nil
	}
	return s.line[from:s.at]
}

func (s *scanner) skip(depth int) bool {
	if s.at >= len(s.line) {
		return false
	}
	switch c := s.line[s.at]; {
	case c == '"':
		return s.skipText()
	case c == '[':
		return s.skipAll(depth, ']', false)
	case c == '{':
		return s.skipAll(depth, '}', true)
	case c == '-' || c >= '0' && c <= '9':
		return s.skipNumber()
	}
	for _, word := range [...]string{"null", "true", "false"} {
		if len(s.line)-s.at >= len(word) && string(s.line[s.at:s.at+len(word)]) == word {
			s.at += len(word)
			return true
		}
	}
	return false
}

// skipAll passes an array, or an object whose elements have names.
func (s *scanner) skipAll(depth int, closing byte, named bool) bool {
	s.at++
	s.space()
	if s.take(closing) {
		return true
	}
	for {
		s.space()
		if named {
			if s.at >= len(s.line) || s.line[s.at] != '"' || !s.skipText() {
				return false
			}
			s.space()
			if !s.take(':') {
				return false
			}
			s.space()
		}
		if s.value(depth+1) == nil {
			return false
		}
		s.space()
		if s.take(closing) {
			return true
		}
		if !s.take(',') {
			return false
		}
	}
}

func (s *scanner) skipText() bool {
	from, ascii := s.at, true
	for at := s.at + 1; at < len(s.line); at++ {
		switch c := s.line[at]; {
		case c == '"':
			s.at = at + 1
			return ascii || utf8.Valid(s.line[from:s.at])
		case c == '\\':
			s.at = at
			if !s.skipEscape() {
				return false
			}
			at = s.at - 1
		case c < ' ':
			return false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return false
}

func (s *scanner) skipEscape() bool {
	if s.at+1 >= len(s.line) {
		return false
	}
	switch s.line[s.at+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.at += 2
		return true
	case 'u':
		if s.at+6 > len(s.line) {
			return false
		}
		for _, c := range s.line[s.at+2 : s.at+6] {
			if nibble(c) > 0xf {
				return false
			}
		}
		s.at += 6
		return true
	}
	return false
}

func (s *scanner) skipNumber() bool {
	s.take('-')
	if !s.take('0') && !s.digits() {
		return false
	}
	if s.take('.') && !s.digits() {
		return false
	}
	if s.take('e') || s.take('E') {
		if !s.take('+') {
			s.take('-')
		}
		return s.digits()
	}
	return true
}

func (s *scanner) digits() bool {
	from := s.at
	for s.at < len(s.line) && s.line[s.at] >= '0' && s.line[s.at] <= '9' {
		s.at++
	}
	return s.at > from
}
