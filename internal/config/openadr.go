package config

import "github.com/pouw-dem/pouwdem/internal/core/unit"

// OpenADR is a demand-response program that sites follow as virtual end nodes of
// OpenADR 3.
type OpenADR struct {
	URL          string    `yaml:"url"` // of the virtual top node; empty: none is followed
	ClientID     string    `yaml:"client_id"`
	ClientSecret Secret    `yaml:"client_secret"`
	Program      string    `yaml:"program"`
	SimpleMW     []float64 `yaml:"simple_mw"` // of SIMPLE levels 1 to 3
}

// Levels are the most that the meter may show at SIMPLE levels 1, 2, 3.
func (o *OpenADR) Levels() []unit.MW {
	levels := make([]unit.MW, 0, len(o.SimpleMW))
	for _, mw := range o.SimpleMW {
		levels = append(levels, unit.MW(mw))
	}
	return levels
}

// Resources are the sites that follow the program, by the name it has for them.
func (c *Config) Resources() map[string]string {
	named := map[string]string{}
	for i := range c.Sites {
		if name := c.Sites[i].OpenADR; name != "" {
			named[name] = c.Sites[i].ID
		}
	}
	return named
}

func (k *checker) openADR() {
	o := &k.config.OpenADR
	k.address("openadr.url", o.URL, true)
	if len(o.SimpleMW) > 3 {
		k.fail("openadr.simple_mw", "%d levels: want at most 3", len(o.SimpleMW))
	}
	for _, mw := range o.SimpleMW {
		k.within("openadr.simple_mw", mw, 0, 10_000)
	}
	seen := map[string]bool{}
	for i := range k.config.Sites {
		name := k.config.Sites[i].OpenADR
		if name != "" && seen[name] {
			k.fail("sites.openadr_resource", "%q is the name of two sites", name)
		}
		seen[name] = true
	}
}
