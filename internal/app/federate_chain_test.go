package app

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

func TestASiteForcesItsCommitHasItsInclusionShownAndAnybodyAborts(t *testing.T) {
	data, own := ownChain(t)
	now := time.Now().Add(time.Hour)
	settle := func() error { return own.Advance(now) }
	c, _, err := market.Read(filepath.Join(data, "chain", "market.json"))
	if err != nil {
		t.Fatal(err)
	}
	node := chain.NewNode("embedded", own.RPC(), time.Minute)
	key := func(role string) chain.Key {
		k, err := chain.OwnKey(filepath.Join(data, "chain", "keys"), role)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	accounts, roster := map[string]common.Address{}, []secagg.Identity{}
	round := federate.Round{Number: 3, Model: strings.Repeat("11", 32), Aggregate: strings.Repeat("22", 32)}
	for i := range 5 {
		id := fmt.Sprintf("site-%d", i)
		accounts[id] = key("site-" + id).Address()
		roster = append(roster, secagg.Identity{Name: id, Key: ed25519.NewKeyFromSeed(bytes.Repeat([]byte{byte(i)}, 32)).Public().(ed25519.PublicKey)})
		round.Members = append(round.Members, federate.Member{Site: id, Included: i > 0, Update: strings.Repeat(fmt.Sprintf("%02x", i+1), 32)})
	}
	f := market.NewFederation(node, c, chain.NewAccount(node, c.ChainID, key("proposer"), feeBounds(1000), 10*time.Millisecond), accounts, settle)
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(report.Federation{Rounds: []report.FederationRound{report.NewFederationRound(round)}})
	}))
	t.Cleanup(api.Close)
	run := func(want int, with string, args ...string) {
		t.Helper()
		var stdout, stderr bytes.Buffer
		code := Main(t.Context(), Process{
			Args: append(append([]string{"federate"}, args...), "--data", data, "--rpc", own.URL()), Stdout: &stdout, Stderr: &stderr,
			Getenv: func(string) string { return "" },
		})
		if out := stdout.String() + stderr.String(); code != want || !strings.Contains(out, with) {
			t.Errorf("%v: %d, want %d and %q:\n%s", args, code, want, with, out)
		}
	}
	end := func(want string) {
		t.Helper()
		now = now.Add(6 * time.Minute)
		root, status, err := f.Close(t.Context(), round.Chain.Number, round)
		if err != nil || status != want {
			t.Fatalf("%q %v, want %q", status, err, want)
		}
		round.Chain.Root, round.Chain.Status = root, status
	}
	open := func(base [32]byte) {
		t.Helper()
		number, err := f.Open(t.Context(), base, roster)
		if err != nil {
			t.Fatal(err)
		}
		round.Chain = &federate.Recorded{Ledger: f.Name(), Number: number, Status: "open"}
	}

	// One that is in the sum changes nothing.
	open([32]byte{1})
	run(exitOK, "round 1", "force-commit", "--site", "site-1", "--update", round.Members[1].Update)
	run(exitFailure, "AlreadyCommitted", "force-commit", "--site", "site-1", "--update", round.Members[1].Update)
	run(exitUsage, "has no account", "force-commit", "--site", "nobody", "--update", round.Members[1].Update)
	run(exitUsage, "64 hexadecimal", "force-commit", "--site", "site-1", "--update", "beef")
	end("final")
	run(exitOK, "is in the sum", "prove-inclusion", "--site", "site-2", "--url", api.URL)
	run(exitFailure, "does not find", "prove-inclusion", "--site", "site-0", "--url", api.URL)
	run(exitUsage, "no such round", "prove-inclusion", "--site", "site-2", "--url", api.URL, "--round", "9")

	// One that is left out voids the round, and whoever likes aborts it.
	model, err := f.Model(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	open(model)
	run(exitOK, "round 2", "force-commit", "--site", "site-0", "--update", round.Members[0].Update)
	end("closing")
	run(exitFailure, "TooEarly", "abort-round", "--as", "counterparty")
	now = now.Add(2 * time.Hour)
	if err := settle(); err != nil {
		t.Fatal(err)
	}
	run(exitOK, "aborted", "abort-round", "--as", "counterparty", "--round", "2")
	end("aborted")
	if still, err := f.Model(t.Context()); err != nil || still != model {
		t.Errorf("model %x %v, want %x", still, err, model)
	}
}
