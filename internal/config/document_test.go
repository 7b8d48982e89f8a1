package config

import (
	"strings"
	"testing"
)

func FuzzDocument(f *testing.F) {
	f.Add("speed: 5\n")
	f.Add("    usrname: x\n")
	f.Add("  mara: [{url: x}]\nsites:\n- {id: a, classes: [{min_up: 5x}]}\n")
	f.Add("      more: *a\nx: &a {b: !!int \"c\"}\n<<: *a\n")
	f.Fuzz(func(t *testing.T, rest string) {
		const planted = "not-a-real-secret"
		if strings.Contains(rest, "secret") {
			t.Skip("the input spells the planted secret itself")
		}
		cfg := Default()
		doc, err := parseDocument("c.yaml", []byte("feeds:\n  ercot:\n    password: "+planted+"\n"+rest), cfg)
		cfg.document = doc
		if err == nil {
			err = cfg.resolveSecrets(func(string) string { return "" })
		}
		if err == nil {
			err = cfg.Check()
		}
		if err != nil && strings.Contains(err.Error(), planted) {
			t.Errorf("the secret is shown: %v", err)
		}
		if _, err := cfg.Sources(); err != nil {
			t.Errorf("sources: %v", err)
		}
	})
}
