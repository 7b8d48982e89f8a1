package chain_test

import (
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// vault signs as Web3Signer does, written from its description. spoil changes
// its signatures.
func vault(t *testing.T, private string, spoil func([]byte)) *httptest.Server {
	t.Helper()
	key, err := crypto.HexToECDSA(private)
	if err != nil {
		t.Fatal(err)
	}
	public := hexutil.Encode(crypto.FromECDSAPub(&key.PublicKey)[1:])
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v1/eth1/publicKeys", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode([]string{"0x" + strings.Repeat("00", 64), public})
	})
	mux.HandleFunc("POST /api/v1/eth1/sign/"+public, func(w http.ResponseWriter, r *http.Request) {
		var ask struct{ Data hexutil.Bytes }
		if err := json.NewDecoder(r.Body).Decode(&ask); err != nil {
			t.Error(err)
		}
		signature, err := crypto.Sign(crypto.Keccak256(ask.Data), key)
		if err != nil {
			t.Error(err)
		}
		signature[64] += 27
		spoil(signature)
		_, _ = io.WriteString(w, hexutil.Encode(signature))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func TestBatchesAreSignedByAKeyInAnotherProgram(t *testing.T) {
	o := newOwn(t)
	private := strings.Repeat("05", 32)
	local, err := chain.ParseKey(private)
	if err != nil {
		t.Fatal(err)
	}
	o.recorder = local
	e, n := o.open(t)
	defer e.Close()
	contracts := o.deploy(t, n)
	for name, c := range map[string]struct {
		spoil func([]byte)
		want  bool
	}{
		"as it should":       {func([]byte) {}, true},
		"another signature":  {func(s []byte) { s[3]++ }, false},
		"another key's sign": {func(s []byte) { s[64] ^= 7 }, false},
	} {
		remote, err := chain.OpenRemote(t.Context(), vault(t, private, c.spoil).URL, local.Address())
		if err != nil {
			t.Fatal(err)
		}
		client, err := chain.NewClient([]*chain.Node{n}, contracts.ChainID, contracts.TaskAllocation, remote)
		if err != nil {
			t.Fatal(err)
		}
		if c.want {
			record(t, client, batch(1))
			continue
		}
		if _, err := client.Sign(t.Context(), 9, []proof.Batch{batch(1)}, anchor.Offer(1, 1, bounds())); err == nil {
			t.Errorf("%s: want an error", name)
		}
	}
}

func TestARemoteSignerWithoutTheAccountIsRefused(t *testing.T) {
	server := vault(t, strings.Repeat("06", 32), func([]byte) {})
	if _, err := chain.OpenRemote(t.Context(), server.URL, common.Address{1}); err == nil || !strings.Contains(err.Error(), "no key for account") {
		t.Errorf("%v", err)
	}
	if _, err := chain.OpenRemote(t.Context(), "ftp://"+hex.EncodeToString([]byte("x")), common.Address{1}); err == nil {
		t.Error("an address of another kind passes")
	}
}
