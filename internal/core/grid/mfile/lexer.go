package mfile

import (
	"bytes"
	"strconv"
	"strings"
)

// tokenKind tells tokens apart.
type tokenKind int

const (
	endOfFile tokenKind = iota
	newline             // end of a line outside parentheses
	number
	name
	text
	symbol // an operator or a bracket, in token.text
)

// token is one word of the source.
type token struct {
	kind   tokenKind
	text   string
	value  float64
	line   int
	spaced bool // white space before it
	tight  bool // no white space after it (symbols)
}

// lexer cuts the source into tokens. What a quote or a line's end means
// depends on the brackets around it, so it keeps them.
type lexer struct {
	src      []byte
	at       int
	line     int
	brackets []byte
	last     token
}

func (l *lexer) inMatrix() bool {
	n := len(l.brackets)
	return n > 0 && l.brackets[n-1] != '('
}

// skip passes white space, comments, continuations and, inside parentheses,
// line ends. It reports whether it passed anything.
func (l *lexer) skip() (spaced bool, problem string) {
	start := l.at
	for l.at < len(l.src) {
		switch c := l.src[l.at]; {
		case c == ' ' || c == '\t' || c == '\r' && l.peek(1) == '\n' || c == '\f':
			l.at++
		case c == '%' || c == '#':
			if problem := l.comment(); problem != "" {
				return false, problem
			}
		case c == '.' && l.peek(1) == '.' && l.peek(2) == '.':
			l.toLineEnd()
			l.pass()
		case (c == '\n' || c == '\r') && len(l.brackets) > 0 && !l.inMatrix():
			l.pass()
		default:
			return l.at > start, ""
		}
	}
	return l.at > start, ""
}

func (l *lexer) peek(n int) byte {
	if l.at+n < len(l.src) {
		return l.src[l.at+n]
	}
	return 0
}

// pass passes one line end of any convention.
func (l *lexer) pass() {
	if l.at >= len(l.src) {
		return
	}
	if l.src[l.at] == '\r' && l.peek(1) == '\n' {
		l.at++
	}
	l.at++
	l.line++
}

func (l *lexer) toLineEnd() {
	if n := bytes.IndexAny(l.src[l.at:], "\r\n"); n >= 0 {
		l.at += n
		return
	}
	l.at = len(l.src)
}

// comment passes a comment: to the end of the line, or, where %{ stands alone
// on it, to the matching %}.
func (l *lexer) comment() string {
	if !l.aloneOnLine('{') {
		l.toLineEnd()
		return ""
	}
	begun, depth := l.line, 0
	for l.at < len(l.src) {
		switch {
		case l.aloneOnLine('{'):
			depth++
		case l.aloneOnLine('}'):
			depth--
		}
		l.toLineEnd()
		if depth == 0 {
			return ""
		}
		l.pass()
		for c := l.peek(0); c == ' ' || c == '\t'; c = l.peek(0) {
			l.at++
		}
	}
	l.line = begun
	return "a block comment that never ends"
}

// aloneOnLine reports whether the comment at hand is %b and nothing else.
func (l *lexer) aloneOnLine(b byte) bool {
	if c := l.peek(0); (c != '%' && c != '#') || l.peek(1) != b {
		return false
	}
	lineStart := bytes.LastIndexAny(l.src[:l.at], "\r\n") + 1
	rest := l.src[l.at+2:]
	if n := bytes.IndexAny(rest, "\r\n"); n >= 0 {
		rest = rest[:n]
	}
	return len(bytes.TrimSpace(l.src[lineStart:l.at])) == 0 && len(bytes.TrimSpace(rest)) == 0
}

// next is the next token; problem is empty unless the source has none.
func (l *lexer) next() (t token, problem string) {
	spaced, problem := l.skip()
	if problem != "" {
		return token{line: l.line}, problem
	}
	defer func() { l.last = t }()
	t = token{line: l.line, spaced: spaced}
	if l.at >= len(l.src) {
		return t, ""
	}
	c := l.src[l.at]
	switch {
	case c == '\n' || c == '\r':
		t.kind = newline
		l.pass()
	case isDigit(c) || c == '.' && isDigit(l.peek(1)):
		problem = l.number(&t)
	case isLetter(c):
		start := l.at
		for l.at < len(l.src) && (isLetter(l.src[l.at]) || isDigit(l.src[l.at])) {
			l.at++
		}
		t.kind, t.text = name, string(l.src[start:l.at])
	case c == '"' || c == '\'' && !l.transposes(spaced):
		problem = l.quoted(&t, c)
	default:
		problem = l.operator(&t)
	}
	return t, problem
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
}

// transposes reports whether a quote here is the transpose operator: it
// follows a value, and in a matrix without white space between.
func (l *lexer) transposes(spaced bool) bool {
	if spaced && l.inMatrix() {
		return false
	}
	switch l.last.kind {
	case number, name:
		return true
	case symbol:
		switch l.last.text {
		case ")", "]", "}", "'", ".'":
			return true
		}
	}
	return false
}

func (l *lexer) number(t *token) string {
	start := l.at
	digits := func() {
		for isDigit(l.peek(0)) {
			l.at++
		}
	}
	digits()
	if c := l.peek(1); l.peek(0) == '.' && c != '.' && c != '*' && c != '/' && c != '^' && c != '\'' {
		l.at++
		digits()
	}
	if c := l.peek(0); c == 'e' || c == 'E' || c == 'd' || c == 'D' {
		after := l.peek(1)
		if isDigit(after) || (after == '+' || after == '-') && isDigit(l.peek(2)) {
			l.at += 2
			digits()
		}
	}
	word := string(l.src[start:l.at])
	if isLetter(l.peek(0)) {
		return "the number " + strconv.Quote(word) + " runs into a letter"
	}
	value, err := strconv.ParseFloat(strings.Map(exponent, word), 64)
	if err != nil {
		return "the number " + strconv.Quote(word) + " is out of range"
	}
	t.kind, t.text, t.value = number, word, value
	return ""
}

func exponent(r rune) rune {
	if r == 'd' || r == 'D' {
		return 'e'
	}
	return r
}

// quoted reads a string; a doubled quote stands for itself.
func (l *lexer) quoted(t *token, quote byte) string {
	var b strings.Builder
	for l.at++; l.at < len(l.src); l.at++ {
		c := l.src[l.at]
		switch {
		case c == quote && l.peek(1) == quote:
			b.WriteByte(quote)
			l.at++
		case c == quote:
			l.at++
			t.kind, t.text = text, b.String()
			return ""
		case c == '\n' || c == '\r':
			return "a string that is not closed on its line"
		case c == '\\' && quote == '"':
			return "a backslash in a double-quoted string means different things to MATLAB and Octave; use single quotes"
		default:
			b.WriteByte(c)
		}
	}
	return "a string that is never closed"
}

func (l *lexer) operator(t *token) string {
	word := string(l.src[l.at])
	for _, two := range [...]string{"==", "~=", "!=", "<=", ">=", "&&", "||", ".*", "./", ".^", ".'"} {
		if l.src[l.at] == two[0] && l.peek(1) == two[1] {
			word = two
			break
		}
	}
	if len(word) == 1 && !strings.Contains("()[]{}=,;:+-*/^'<>&|~!.@\\", word) {
		return "the character " + strconv.Quote(word) + " has no meaning here"
	}
	switch word {
	case "(", "[", "{":
		if len(l.brackets) >= maxDepth {
			return "brackets nested too deep"
		}
		l.brackets = append(l.brackets, word[0])
	case ")", "]", "}":
		if problem := l.closeBracket(word[0]); problem != "" {
			return problem
		}
	}
	l.at += len(word)
	after := l.peek(0)
	t.kind, t.text = symbol, word
	t.tight = after != ' ' && after != '\t' && after != '\r' && after != '\n'
	return ""
}

func (l *lexer) closeBracket(c byte) string {
	open := map[byte]byte{')': '(', ']': '[', '}': '{'}[c]
	n := len(l.brackets)
	if n == 0 || l.brackets[n-1] != open {
		return "the bracket " + strconv.Quote(string(c)) + " closes nothing"
	}
	l.brackets = l.brackets[:n-1]
	return ""
}
