package mfile

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Limits on what a source may ask for; the largest public case file is 30 MB
// and has 2 million numbers in its largest matrix.
const (
	MaxBytes    = 256 << 20 // of source
	maxElements = 1 << 25   // numbers made while reading, all together
	maxArray    = 1 << 22   // numbers that one function or range may make
	maxDepth    = 64        // nested brackets
)

// interpreter executes the statements of one file as it reads them.
type interpreter struct {
	file   string
	lex    lexer
	tok    token
	vars   map[string]Value // by dotted path
	order  []string         // paths in the order of their first assignment
	output string           // name of the function's output
	made   int              // numbers made so far
	depth  int
	matrix bool        // directly inside [ ] or { }
	ends   []endOfAxis // what "end" means, innermost last
}

// endOfAxis is the meaning of "end" inside an index.
type endOfAxis struct {
	value Value
	axis  int
	axes  int
}

// Run executes the function in src; name is for messages. Every error wraps
// ErrSyntax and says name, line and text.
func Run(name string, src []byte) (*File, error) {
	if len(src) > MaxBytes {
		return nil, fmt.Errorf("%w: %s has %d bytes, the limit is %d", ErrSyntax, name, len(src), MaxBytes)
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	p := &interpreter{file: name, lex: lexer{src: src, line: 1}, vars: map[string]Value{}}
	function, err := p.program()
	if err != nil {
		return nil, err
	}
	f := &File{Name: name, Function: function}
	if v, ok := p.vars[p.output]; ok {
		f.Value = &v
	}
	for _, path := range p.order {
		if field, ok := strings.CutPrefix(path, p.output+"."); ok {
			f.Fields = append(f.Fields, Field{Name: field, Value: p.vars[path]})
		}
	}
	if f.Value == nil && len(f.Fields) == 0 {
		return nil, p.failAt(1, "the output "+p.output+" is never assigned")
	}
	return f, nil
}

// failAt is an error at a line of the source, with its text.
func (p *interpreter) failAt(line int, problem string) error {
	quoted := strings.ToValidUTF8(string(bytes.TrimSpace(sourceLine(p.lex.src, line))), "?")
	if runes := []rune(quoted); len(runes) > 80 {
		quoted = string(runes[:80]) + "..."
	}
	return fmt.Errorf("%w: %s:%d: %s: %q", ErrSyntax, p.file, line, problem, quoted)
}

// sourceLine is a line of the source, counted as the lexer does.
func sourceLine(src []byte, line int) []byte {
	l := lexer{src: src, line: 1}
	for l.line < line && l.at < len(src) {
		l.toLineEnd()
		l.pass()
	}
	start := l.at
	l.toLineEnd()
	return src[start:l.at]
}

func (p *interpreter) fail(format string, args ...any) error {
	return p.failAt(p.tok.line, fmt.Sprintf(format, args...))
}

func (p *interpreter) advance() error {
	t, problem := p.lex.next()
	p.tok = t
	if problem != "" {
		return p.failAt(p.lex.line, problem)
	}
	return nil
}

func (p *interpreter) is(symbolText string) bool {
	return p.tok.kind == symbol && p.tok.text == symbolText
}

func (p *interpreter) isName(word string) bool { return p.tok.kind == name && p.tok.text == word }

// expect passes a symbol that must be here.
func (p *interpreter) expect(symbolText string) error {
	if !p.is(symbolText) {
		return p.fail("want %q, found %s", symbolText, p.tok.describe())
	}
	return p.advance()
}

func (t token) describe() string {
	switch t.kind {
	case endOfFile:
		return "the end of the file"
	case newline:
		return "the end of the line"
	case text:
		return "a string"
	default:
		return fmt.Sprintf("%q", t.text)
	}
}

// program reads the whole file: the head of a function, then statements.
func (p *interpreter) program() (function string, err error) {
	if err := p.advance(); err != nil {
		return "", err
	}
	if err := p.separators(); err != nil {
		return "", err
	}
	if function, err = p.head(); err != nil {
		return "", err
	}
	if err := p.block(); err != nil {
		return "", err
	}
	if p.isName("end") || p.isName("endfunction") {
		if err := p.advance(); err != nil {
			return "", err
		}
		if err := p.separators(); err != nil {
			return "", err
		}
	}
	if p.tok.kind != endOfFile {
		return "", p.fail("a case file is one function; %s begins something else", p.tok.describe())
	}
	return function, nil
}

func (p *interpreter) head() (function string, err error) {
	if !p.isName("function") {
		return "", p.fail("want a function that returns the case, found %s", p.tok.describe())
	}
	if err := p.advance(); err != nil {
		return "", err
	}
	if p.is("[") {
		return "", p.fail("a function with several outputs is a version 1 case; convert it to version 2 with MATPOWER's loadcase and savecase")
	}
	if p.output, err = p.identifier(); err != nil {
		return "", err
	}
	if err := p.expect("="); err != nil {
		return "", err
	}
	if function, err = p.identifier(); err != nil {
		return "", err
	}
	if p.is("(") {
		if err := p.advance(); err != nil {
			return "", err
		}
		if err := p.expect(")"); err != nil {
			return "", err
		}
	}
	return function, p.endOfStatement()
}

func (p *interpreter) identifier() (string, error) {
	if p.tok.kind != name {
		return "", p.fail("want a name, found %s", p.tok.describe())
	}
	word := p.tok.text
	return word, p.advance()
}

func (p *interpreter) separators() error {
	for p.tok.kind == newline || p.is(";") || p.is(",") {
		if err := p.advance(); err != nil {
			return err
		}
	}
	return nil
}

func (p *interpreter) endOfStatement() error {
	if p.tok.kind != newline && p.tok.kind != endOfFile && !p.is(";") && !p.is(",") {
		return p.fail("the statement should end before %s", p.tok.describe())
	}
	return p.separators()
}

// block executes statements up to a word that ends a block, or the end of the
// file.
func (p *interpreter) block() error {
	for p.tok.kind != endOfFile && !p.endsBlock() {
		if err := p.statement(); err != nil {
			return err
		}
		if err := p.endOfStatement(); err != nil {
			return err
		}
	}
	return nil
}

func (p *interpreter) endsBlock() bool {
	return p.tok.kind == name && slices.Contains([]string{"end", "endif", "endfunction", "else", "elseif"}, p.tok.text)
}

func (p *interpreter) statement() error {
	switch {
	case p.isName("if"):
		return p.conditional()
	case p.isName("define_constants"):
		for _, group := range []string{"idx_bus", "idx_gen", "idx_brch", "idx_cost", "idx_ct"} {
			for i, word := range namedConstants(group) {
				if err := p.set(word, Scalar(constantValue(group, i))); err != nil {
					return err
				}
			}
		}
		return p.advance()
	case p.is("["):
		return p.constants()
	case p.tok.kind == name:
		return p.assignment()
	}
	return p.fail("no statement begins with %s", p.tok.describe())
}

// conditional executes if ... elseif ... else ... end. The branches that are
// not taken are passed over, as their condition says.
func (p *interpreter) conditional() error {
	taken := false
	for {
		run := !taken
		conditional := !p.isName("else")
		if err := p.advance(); err != nil {
			return err
		}
		if conditional {
			if taken {
				if err := p.passBranch(); err != nil {
					return err
				}
				run = false
			} else {
				condition, err := p.expression()
				if err != nil {
					return err
				}
				run = condition.truth()
			}
		}
		if err := p.branch(run); err != nil {
			return err
		}
		taken = taken || run
		switch {
		case p.isName("end") || p.isName("endif"):
			return p.advance()
		case !p.isName("else") && !p.isName("elseif"):
			return p.fail("this if has no end before %s", p.tok.describe())
		}
	}
}

func (p *interpreter) branch(run bool) error {
	if !run {
		return p.passBranch()
	}
	if err := p.separators(); err != nil {
		return err
	}
	return p.block()
}

// passBranch passes tokens up to the else, elseif or end of this level.
func (p *interpreter) passBranch() error {
	depth := 0
	for p.tok.kind != endOfFile {
		if p.tok.kind == name && len(p.lex.brackets) == 0 {
			switch p.tok.text {
			case "if", "for", "while", "switch", "try":
				depth++
			case "else", "elseif":
				if depth == 0 {
					return nil
				}
			case "end", "endif", "endfor", "endwhile", "endswitch", "end_try_catch":
				if depth == 0 {
					return nil
				}
				depth--
			}
		}
		if err := p.advance(); err != nil {
			return err
		}
	}
	return nil
}

// set assigns a variable or a field of a structure.
func (p *interpreter) set(path string, v Value) error {
	if _, known := p.vars[path]; !known {
		for _, other := range p.order {
			if strings.HasPrefix(other, path+".") || strings.HasPrefix(path, other+".") {
				return p.fail("%s and %s cannot both hold a value", other, path)
			}
		}
		p.order = append(p.order, path)
	}
	p.vars[path] = v
	return nil
}

// make accounts for n more numbers.
func (p *interpreter) make(n int) error {
	if n > maxElements || p.made+n > maxElements {
		return p.fail("the file makes more than %d numbers", maxElements)
	}
	p.made += n
	return nil
}
