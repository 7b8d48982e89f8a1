package app

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
)

// chainCommand runs a chain command as a user does, with the owner's key in the
// environment.
func chainCommand(t *testing.T, key string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Main(t.Context(), Process{
		Args: append([]string{"chain"}, args...), Stdout: &out, Stderr: &errs,
		Getenv: func(name string) string { return map[string]string{"POUWDEM_CHAIN_KEY": key}[name] },
	})
	return code, out.String(), errs.String()
}

// deployed is a chain with the contracts: its address, theirs, and the owner's key.
func deployed(t *testing.T) (url, contract, key string) {
	t.Helper()
	key = strings.Repeat("07", 32)
	owner, err := chain.ParseKey(key)
	if err != nil {
		t.Fatal(err)
	}
	own, err := chain.OpenEmbedded(chain.EmbeddedConfig{Dir: t.TempDir(), Owner: owner.Address(), HTTP: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := own.Close(); err != nil {
			t.Error(err)
		}
	})
	code, out, errs := chainCommand(t, key, "deploy", "--rpc", own.URL(), "--chain-id", "20261124", "--recorder", common.Address{9}.Hex(), "--json")
	if code != exitOK {
		t.Fatalf("%d %s", code, errs)
	}
	var c chain.Contracts
	if err := json.Unmarshal([]byte(out), &c); err != nil {
		t.Fatal(err)
	}
	return own.URL(), c.TaskAllocation.Hex(), key
}

func TestContractsAreDeployedAndTheirCodeIsVerified(t *testing.T) {
	url, contract, key := deployed(t)
	code, out, errs := chainCommand(t, key, "verify", "--rpc", url, "--contract", contract)
	if code != exitOK || !strings.Contains(out, "TaskAllocation of this program") {
		t.Errorf("%d %s%s", code, out, errs)
	}
	code, _, errs = chainCommand(t, key, "verify", "--rpc", url, "--contract", common.Address{9}.Hex())
	if code != exitFailure || !strings.Contains(errs, "not this program's") {
		t.Errorf("an account without code: %d %s", code, errs)
	}
	code, _, errs = chainCommand(t, key, "verify", "--rpc", url, "--contract", strings.ToLower(contract))
	if code != exitUsage || !strings.Contains(errs, "checksum") {
		t.Errorf("an address without its capitals: %d %s", code, errs)
	}
}

func TestDeployingAsksForTheRightChainAndRefusesMainNetworks(t *testing.T) {
	url, _, key := deployed(t)
	for id, want := range map[string]string{"80002": "--chain-id says 80002", "137": "main network", "1": "main network"} {
		code, _, errs := chainCommand(t, key, "deploy", "--rpc", url, "--chain-id", id, "--recorder", common.Address{9}.Hex())
		if code != exitUsage || !strings.Contains(errs, want) {
			t.Errorf("chain %s: %d %s", id, code, errs)
		}
	}
	code, _, errs := chainCommand(t, "no key", "deploy", "--rpc", url, "--chain-id", "20261124", "--recorder", common.Address{9}.Hex())
	if code != exitUsage || strings.Contains(errs, "no key") && !strings.Contains(errs, "owner's key") {
		t.Errorf("%d %s", code, errs)
	}
}
