package app

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
)

func TestALedgerOfSharesIsVerifiedByWhoeverHasTheKey(t *testing.T) {
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)
	parts, fee := payout.Divide(1001, 20_000, []payout.Line{{Member: "a", Milli: 2}, {Member: "b", Milli: 1}})
	var lines []string
	var before payout.Entry
	for _, e := range []payout.Entry{
		{Kind: payout.Shares, From: at, To: at.Add(time.Hour), Destination: "ocean", Lines: []payout.Line{{Member: "a", Milli: 2, Count: 2}, {Member: "b", Milli: 1, Count: 1}}},
		{Kind: payout.Reward, From: at, To: at.Add(time.Hour), Destination: "ocean", Sats: 1001, Fee: fee, Lines: parts},
	} {
		if before, err = payout.Sign(e, before, private); err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(before)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(raw))
	}
	other, _, _ := ed25519.GenerateKey(nil)
	for name, test := range map[string]struct {
		file string
		key  ed25519.PublicKey
		want string // of the error; empty: it is whole
	}{
		"whole":              {strings.Join(lines, "\n"), public, ""},
		"a sum was changed":  {strings.Join(lines, "\n"), public, "changed"},
		"an entry is gone":   {lines[1], public, "does not follow"},
		"another's key":      {strings.Join(lines, "\n"), other, "not signed"},
		"cut off":            {lines[0] + "\n" + lines[1][:40], public, "entry 2"},
		"a member was added": {strings.Replace(lines[0], "{", `{"note":1,`, 1), public, "unknown field"},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "a sum was changed" {
				test.file = strings.Replace(test.file, `"sats":1001`, `"sats":1002`, 1)
			}
			path := filepath.Join(t.TempDir(), "ledger.jsonl")
			if err := os.WriteFile(path, []byte(test.file), 0o600); err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			cmd := newShareVerify(Process{Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }})
			cmd.SetArgs([]string{path, "--key", hex.EncodeToString(test.key)})
			cmd.SilenceUsage, cmd.SilenceErrors = true, true
			err := cmd.Execute()
			switch {
			case test.want == "" && (err != nil || !strings.Contains(out.String(), "whole: 2 entries")):
				t.Errorf("%v, %s", err, out.String())
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func FuzzReadEntries(f *testing.F) {
	f.Add([]byte(`{"seq":1,"kind":"shares","lines":[{"member":"a","milli":1}]}` + "\n{}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		entries, err := readEntries(bytes.NewReader(raw))
		if err == nil && payout.Verify(entries, make(ed25519.PublicKey, ed25519.PublicKeySize)) == nil && len(entries) > 0 {
			t.Error("a ledger that nobody signed is whole")
		}
	})
}
