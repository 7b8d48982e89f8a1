package chain

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

// Remote is a key in another program, such as a vault, which signs over
// Web3Signer's REST API for execution keys: publicKeys, and sign with the
// payload that is to be hashed and signed.
type Remote struct {
	base    string
	key     string // its public key, as the other program names it
	address common.Address
	client  *http.Client
}

const (
	remoteTimeout = 15 * time.Second
	remoteAnswer  = 1 << 20 // bytes
)

// OpenRemote finds the key of an account at a remote signer.
func OpenRemote(ctx context.Context, rawURL string, account common.Address) (*Remote, error) {
	u, err := url.Parse(rawURL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, errors.New("address of the remote signer: want http://host or https://host")
	}
	r := &Remote{base: strings.TrimRight(rawURL, "/"), address: account, client: &http.Client{Timeout: remoteTimeout}}
	body, err := r.ask(ctx, http.MethodGet, "/api/v1/eth1/publicKeys", nil)
	if err != nil {
		return nil, fmt.Errorf("list the keys of the remote signer: %w", err)
	}
	var keys []string
	if err := json.Unmarshal(body, &keys); err != nil {
		return nil, fmt.Errorf("list the keys of the remote signer: %w", err)
	}
	i := slices.IndexFunc(keys, func(key string) bool { return addressOf(key) == account })
	if i < 0 {
		return nil, fmt.Errorf("the remote signer has no key for account %s among its %d", account.Hex(), len(keys))
	}
	r.key = keys[i]
	return r, nil
}

// addressOf is the account of a public key: 64 bytes, or 65 with the mark of an
// uncompressed one. The zero address where it is none.
func addressOf(key string) common.Address {
	raw, err := hexutil.Decode(key)
	if err != nil {
		return common.Address{}
	}
	if len(raw) == 64 {
		raw = append([]byte{4}, raw...)
	}
	public, err := crypto.UnmarshalPubkey(raw)
	if err != nil {
		return common.Address{}
	}
	return crypto.PubkeyToAddress(*public)
}

// Address is the account.
func (r *Remote) Address() common.Address { return r.address }

// Sign has the other program sign. Whether the signature is the account's is
// checked where it is used.
func (r *Remote) Sign(ctx context.Context, payload []byte) ([]byte, error) {
	ask, err := json.Marshal(map[string]string{"data": hexutil.Encode(payload)})
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	body, err := r.ask(ctx, http.MethodPost, "/api/v1/eth1/sign/"+url.PathEscape(r.key), ask)
	if err != nil {
		return nil, fmt.Errorf("remote signer: %w", err)
	}
	signature, err := hexutil.Decode(strings.Trim(strings.TrimSpace(string(body)), `"`))
	if err != nil || len(signature) != crypto.SignatureLength {
		return nil, errors.New("remote signer: its answer is no signature of 65 bytes")
	}
	const legacy = 27 // v counts from here in signatures of messages
	if signature[64] >= legacy {
		signature[64] -= legacy
	}
	return signature, nil
}

func (r *Remote) ask(ctx context.Context, method, path string, body []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, method, r.base+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := r.client.Do(req)
	if err != nil {
		return nil, hidden(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, remoteAnswer))
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("answered %s: %.200s", resp.Status, answer)
	}
	return answer, err
}
