package config

import "strings"

// Problem is one thing wrong with a configuration.
type Problem struct {
	Setting string // such as sites[0].classes[1].units; empty when the file cannot be read that far
	Origin  string // who set it: "config.yaml:12:5", "environment POUWDEM_LISTEN", "flag --listen" or "default"
	Text    string // what is wrong and what would be right
	Excerpt string // the line with a caret, when it came from a file
}

// Error is the problem on one line, the excerpt below it.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Origin + ": ")
	if p.Setting != "" {
		b.WriteString(p.Setting + ": ")
	}
	b.WriteString(p.Text)
	if p.Excerpt != "" {
		b.WriteString("\n" + p.Excerpt)
	}
	return b.String()
}
