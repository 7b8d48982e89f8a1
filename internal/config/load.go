package config

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Options is what a configuration is made from.
type Options struct {
	Path   string              // the YAML file; empty: none
	Getenv func(string) string // such as os.Getenv; nil: an empty environment
	Flags  []Flag
}

// Flag is a command-line flag that was given, and the setting it sets.
type Flag struct {
	Name    string // as typed, such as "--data"
	Setting string // such as "data_dir"
	Value   string
}

// Origin is one setting, its effective value as shown (secrets redacted) and
// where the value came from.
type Origin struct {
	Setting string `json:"setting"`
	Value   string `json:"value"`
	From    string `json:"from"` // "default", "config.yaml:12:5", "environment NAME" or "flag --name"
}

// Load puts the defaults, the file, the environment and the flags over each
// other, reads the secrets and checks the whole. The error joins every
// [Problem] found; a setting that the environment leaves empty is not set.
func Load(o Options) (*Config, error) {
	if o.Getenv == nil {
		o.Getenv = func(string) string { return "" }
	}
	cfg := Default()
	if err := cfg.readFile(o.Path); err != nil {
		return nil, err
	}
	if err := errors.Join(cfg.readEnvironment(o.Getenv), cfg.readFlags(o.Flags)); err != nil {
		return nil, err
	}
	if err := cfg.resolveSecrets(o.Getenv); err != nil {
		return nil, err
	}
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	return cfg, nil
}

// Default is the configuration of the commented example: the simulated world
// and its five sites. It panics if the example that is built in cannot be read.
func Default() *Config {
	cfg := &Config{origins: map[string]string{}}
	if _, err := parseDocument("the built-in example", exampleYAML, cfg); err != nil {
		panic(err)
	}
	return cfg
}

// Sources is every setting with its value and origin, in the order of the file.
func (c *Config) Sources() ([]Origin, error) {
	text, err := yaml.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("list the settings: %w", err)
	}
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return nil, fmt.Errorf("list the settings: %w", err)
	}
	list := &lister{config: c}
	for _, d := range file.Docs {
		ast.Walk(list, d.Body)
	}
	return list.origins, nil
}

// lister collects the settings that hold a value of their own.
type lister struct {
	config  *Config
	origins []Origin
}

func (l *lister) Visit(node ast.Node) ast.Visitor {
	switch n := node.(type) {
	case *ast.MappingValueNode:
		l.add(n.Value)
	case *ast.SequenceNode:
		for _, item := range n.Values {
			l.add(item)
		}
	}
	return l
}

func (l *lister) add(node ast.Node) {
	if scalar, ok := node.(ast.ScalarNode); ok {
		path := strings.TrimPrefix(node.GetPath(), "$.")
		l.origins = append(l.origins, Origin{path, withoutQuery(fmt.Sprint(scalar.GetValue())), l.config.origin(path)})
	}
}

// withoutQuery hides the query of a URL, where services like to have their keys.
func withoutQuery(value string) string {
	if u, err := url.Parse(value); err == nil && u.Host != "" && u.RawQuery != "" {
		return strings.TrimSuffix(value, u.RawQuery) + redacted
	}
	return value
}

// origin says who set a setting.
func (c *Config) origin(setting string) string {
	if from, ok := c.origins[setting]; ok {
		return from
	}
	if at, exact, ok := c.document.find(setting); ok && exact {
		return fmt.Sprintf("%s:%d:%d", c.document.name, at.line, at.column)
	}
	return "default"
}

func (c *Config) readFile(path string) error {
	if path == "" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read the configuration: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, documentLimit+1))
	if err != nil {
		return fmt.Errorf("read the configuration: %w", err)
	}
	defaults := c.StaleAfter
	c.document, err = parseDocument(path, text, c)
	if err != nil {
		return err
	}
	// A map in the file replaces the whole map; limits that it does not name
	// keep their defaults.
	for kind, limit := range defaults {
		if _, ok := c.StaleAfter[kind]; !ok {
			c.StaleAfter[kind] = limit
		}
	}
	return nil
}

func (c *Config) readEnvironment(getenv func(string) string) error {
	var problems []error
	for _, s := range settings(c) {
		value := getenv(s.env)
		if value == "" {
			continue
		}
		from := "environment " + s.env
		c.origins[s.path] = from
		if s.secret != nil {
			*s.secret = Secret{ref: "env:" + s.env}
			continue
		}
		if err := s.set(value); err != nil {
			problems = append(problems, Problem{Setting: s.path, Origin: from, Text: err.Error()})
		}
	}
	return errors.Join(problems...)
}

func (c *Config) readFlags(flags []Flag) error {
	var problems []error
	known := settings(c)
	for _, f := range flags {
		from := "flag " + f.Name
		i := slices.IndexFunc(known, func(s setting) bool { return s.path == f.Setting })
		if i < 0 {
			problems = append(problems, Problem{Setting: f.Setting, Origin: from, Text: "no flag can set this"})
			continue
		}
		c.origins[f.Setting] = from
		if err := known[i].set(f.Value); err != nil {
			problems = append(problems, Problem{Setting: f.Setting, Origin: from, Text: err.Error()})
		}
	}
	return errors.Join(problems...)
}

func (c *Config) resolveSecrets(getenv func(string) string) error {
	var problems []error
	resolve := func(path string, s *Secret) {
		if err := s.resolve(getenv); err != nil {
			problems = append(problems, c.problem(path, err.Error()))
		}
	}
	for _, s := range settings(c) {
		if s.secret != nil {
			resolve(s.path, s.secret)
		}
	}
	for i := range c.Stratum.Destinations {
		resolve(fmt.Sprintf("stratum.destinations[%d].password", i), &c.Stratum.Destinations[i].Password)
	}
	for i := range c.Pools.Accounts {
		a := &c.Pools.Accounts[i]
		resolve(fmt.Sprintf("pools.accounts[%d].key", i), &a.Key)
		resolve(fmt.Sprintf("pools.accounts[%d].signature", i), &a.Signature)
	}
	for i := range c.Sites {
		resolve(fmt.Sprintf("sites[%d].agent.token", i), &c.Sites[i].Agent.Token)
	}
	return errors.Join(problems...)
}

// problem is a Problem with the setting's place.
func (c *Config) problem(setting, text string) Problem {
	p := Problem{Setting: setting, Origin: "default", Text: text}
	if from, ok := c.origins[setting]; ok {
		p.Origin = from
		return p
	}
	if at, _, ok := c.document.find(setting); ok {
		return c.document.problem(setting, at, text, true)
	}
	return p
}
