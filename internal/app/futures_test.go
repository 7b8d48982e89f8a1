package app

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	coreoracle "github.com/pouw-dem/pouwdem/internal/core/oracle"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// tradingFloor is a data folder as run leaves it, and its chain's node.
func tradingFloor(t *testing.T) (data, rpc string) {
	data, own := ownChain(t)
	return data, own.URL()
}

// ownChain is a data folder as run leaves it, with its chain, on which the
// hashprice was reported for the hour before.
func ownChain(t *testing.T) (data string, own *chain.Embedded) {
	t.Helper()
	data = t.TempDir()
	dir := filepath.Join(data, "chain")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	key := func(role string) chain.Key {
		k, err := chain.OwnKey(filepath.Join(dir, "keys"), role)
		must(err)
		return k
	}
	owner, reporter := key("owner"), key("reporter")
	own, err := chain.OpenEmbedded(chain.EmbeddedConfig{Dir: dir, Owner: owner.Address(), HTTP: true})
	must(err)
	t.Cleanup(func() {
		if err := own.Close(); err != nil {
			t.Error(err)
		}
	})
	node := chain.NewNode("embedded", own.RPC(), time.Minute)
	base, err := deployOwn(t.Context(), node, filepath.Join(dir, "contracts.json"), owner, key("recorder").Address())
	must(err)
	const poll = 10 * time.Millisecond
	feeds := coreoracle.Feeds(nil)
	c, err := market.Deploy(t.Context(), node, market.Deployment{
		Owner: chain.NewAccount(node, base.ChainID, owner, feeBounds(1000), poll), Base: base, Feeds: feeds,
		Reporter: reporter.Address(), Proposer: key("proposer").Address(), Window: time.Hour, Grace: time.Hour,
		Genesis: proof.Keccak([]byte("none")), Fund: 100, Float: 100,
	})
	must(err)
	must(c.Write(filepath.Join(dir, "market.json")))
	hashprice := feeds[1]
	if hashprice.Name != coreoracle.Hashprice {
		t.Fatal(hashprice.Name)
	}
	o := market.NewOracle(node, c.Oracle, chain.NewAccount(node, base.ChainID, reporter, feeBounds(1000), poll), reporter, nil)
	epoch := hashprice.Epoch(time.Now()) - 1
	must(o.Post(t.Context(), hashprice, coreoracle.Round{Epoch: epoch, Value: 50_000_000, Observed: hashprice.Over(epoch - 1)}))
	return data, own
}

func futures(t *testing.T, data, rpc string, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = Main(t.Context(), Process{
		Args: append(append([]string{"futures"}, args...), "--data", data, "--rpc", rpc), Stdout: &stdout, Stderr: &stderr,
		Getenv: func(string) string { return "" },
	})
	return code, stdout.String(), stderr.String()
}

func TestFuturesAreOrderedMatchedAndShown(t *testing.T) {
	data, rpc := tradingFloor(t)
	for _, as := range []string{"operator", "counterparty"} {
		if code, _, errs := futures(t, data, rpc, "fund", "--as", as, "--usd", "1000"); code != exitOK {
			t.Fatal(errs)
		}
	}
	long, short := filepath.Join(data, "long.json"), filepath.Join(data, "short.json")
	for _, order := range [][]string{
		{"order", "--side", "long", "--qty", "10", "--price", "50", "--out", long},
		{"order", "--side", "short", "--qty", "4", "--price", "49.5", "--as", "counterparty", "--out", short},
	} {
		if code, _, errs := futures(t, data, rpc, order...); code != exitOK {
			t.Fatal(errs)
		}
	}
	if code, _, errs := futures(t, data, rpc, "match", short, long); code != exitFailure || !strings.Contains(errs, "BadPair") {
		t.Errorf("sides exchanged: %d %s", code, errs)
	}
	code, out, errs := futures(t, data, rpc, "match", long, short)
	if code != exitOK || !strings.Contains(out, "4 PH/s") {
		t.Fatalf("%s%s", out, errs)
	}
	// The middle of both prices, 49.75; a fifth of 4 x 49.75 for a day is margin.
	if code, out, errs = futures(t, data, rpc, "positions"); code != exitOK || !strings.Contains(out, "49.75") || !strings.Contains(out, "39.80") {
		t.Errorf("%s%s", out, errs)
	}
	if code, _, errs = futures(t, data, rpc, "settle", "--id", "1"); code != exitFailure {
		t.Errorf("settled before its window: %s", errs)
	}
}

func TestFuturesCommandsSayWhatIsWrong(t *testing.T) {
	data, rpc := tradingFloor(t)
	for _, c := range []struct {
		args []string
		with string
	}{
		{[]string{"order", "--side", "up", "--qty", "1", "--price", "50"}, "want long or short"},
		{[]string{"order", "--side", "long", "--qty", "1", "--price", "-1"}, "want more than 0"},
		{[]string{"order", "--side", "long", "--qty", "1", "--price", "50", "--window", "90m"}, "whole hours"},
		{[]string{"fund", "--as", "nobody"}, "want operator or counterparty"},
		{[]string{"match", "none.json", "none.json"}, "read an order"},
	} {
		if code, _, errs := futures(t, data, rpc, c.args...); code != exitUsage || !strings.Contains(errs, c.with) {
			t.Errorf("%v: %d %s, want %q", c.args, code, errs, c.with)
		}
	}
	if code, _, errs := futures(t, t.TempDir(), rpc, "positions"); code != exitUsage || !strings.Contains(errs, "start pouwdem run") {
		t.Errorf("an empty folder: %d %s", code, errs)
	}
}
