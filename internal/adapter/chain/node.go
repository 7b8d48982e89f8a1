package chain

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

// Node is one connection to a chain. It shows its host and never its URL, which
// may hold a key.
type Node struct {
	name    string
	rpc     *rpc.Client
	timeout time.Duration

	mu     sync.Mutex
	health Health
}

// Health is how a node last answered.
type Health struct {
	Name      string
	Head      uint64 // number of its newest block
	Finalized uint64 // number of its newest final block; 0 before the first
	Error     string // of the last call; empty where it succeeded
}

// callTimeout is how long a call may take; recording asks again after it.
const callTimeout = 10 * time.Second

// Dial makes a node of a URL, http or https. It does not connect yet. A nil
// client is the default one.
func Dial(ctx context.Context, rawURL string, client *http.Client) (*Node, error) {
	u, err := url.Parse(rawURL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, errors.New("address of a chain's RPC: want http://host or https://host")
	}
	if client == nil {
		client = &http.Client{}
	}
	c, err := rpc.DialOptions(ctx, rawURL, rpc.WithHTTPClient(client))
	if err != nil {
		return nil, fmt.Errorf("chain RPC %s: %w", u.Host, hidden(err))
	}
	return NewNode(u.Host, c, callTimeout), nil
}

// NewNode is a node over a connection. Each call may take timeout.
func NewNode(name string, c *rpc.Client, timeout time.Duration) *Node {
	return &Node{name: name, rpc: c, timeout: timeout, health: Health{Name: name}}
}

// Close ends the connection.
func (n *Node) Close() { n.rpc.Close() }

// Health is how the node last answered.
func (n *Node) Health() Health {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.health
}

func (n *Node) call(ctx context.Context, result any, method string, args ...any) error {
	ctx, cancel := context.WithTimeout(ctx, n.timeout)
	defer cancel()
	err := n.rpc.CallContext(ctx, result, method, args...)
	if err != nil {
		err = fmt.Errorf("%s of %s: %w", method, n.name, hidden(err))
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.health.Error = ""
	if err != nil {
		n.health.Error = err.Error()
	}
	return err
}

// hidden takes the URL, which may hold a key, out of an error.
func hidden(err error) error {
	if inner, ok := errors.AsType[*url.Error](err); ok {
		return inner.Err
	}
	return err
}

// header is what is read of a block. Its hash is taken as the node gives it:
// chains that put fields of their own into headers hash them in their own way.
type header struct {
	Number  hexutil.Uint64 `json:"number"`
	Hash    common.Hash    `json:"hash"`
	BaseFee *hexutil.Big   `json:"baseFeePerGas"`
	Time    hexutil.Uint64 `json:"timestamp"`
}

// block is a block by tag or number; nil where the node has none.
func (n *Node) block(ctx context.Context, tag string) (*header, error) {
	var h *header
	if err := n.call(ctx, &h, "eth_getBlockByNumber", tag, false); err != nil {
		if strings.Contains(err.Error(), "block not found") {
			return nil, nil
		}
		return nil, err
	}
	if h == nil {
		return nil, nil
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	switch tag {
	case "latest":
		n.health.Head = uint64(h.Number)
	case "finalized":
		n.health.Finalized = uint64(h.Number)
	}
	return h, nil
}

func (n *Node) blockAt(ctx context.Context, number uint64) (*header, error) {
	return n.block(ctx, hexutil.EncodeUint64(number))
}

func (n *Node) nonce(ctx context.Context, account common.Address) (uint64, error) {
	var nonce hexutil.Uint64
	err := n.call(ctx, &nonce, "eth_getTransactionCount", account, "latest")
	return uint64(nonce), err
}

// read calls a contract at a block, by hash, so that all answers are about the
// same state.
func (n *Node) read(ctx context.Context, contract common.Address, data []byte, at common.Hash) ([]byte, error) {
	var out hexutil.Bytes
	err := n.call(ctx, &out, "eth_call", map[string]any{"to": contract, "data": hexutil.Bytes(data)}, map[string]any{"blockHash": at})
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("eth_call of %s: nothing answers at %s: no such contract there", n.name, contract.Hex())
	}
	return out, err
}

// receipt is what is read of a transaction's receipt.
type receipt struct {
	Hash        common.Hash     `json:"transactionHash"`
	BlockNumber *hexutil.Uint64 `json:"blockNumber"`
	BlockHash   common.Hash     `json:"blockHash"`
	Status      hexutil.Uint64  `json:"status"`
	GasUsed     hexutil.Uint64  `json:"gasUsed"`
}

// receipt is a mined transaction's; nil where the node knows none.
func (n *Node) receipt(ctx context.Context, hash common.Hash) (*receipt, error) {
	var r *receipt
	if err := n.call(ctx, &r, "eth_getTransactionReceipt", hash); err != nil {
		return nil, err
	}
	if r == nil || r.BlockNumber == nil || r.Hash != hash {
		return nil, nil
	}
	return r, nil
}

// send hands over a signed transaction and says in anchor's terms what came of it.
func (n *Node) send(ctx context.Context, raw []byte) error {
	var hash common.Hash
	err := n.call(ctx, &hash, "eth_sendRawTransaction", hexutil.Bytes(raw))
	if err == nil {
		return nil
	}
	// Nodes tell these apart by text alone; the texts are those of go-ethereum,
	// which bor, anvil and others keep.
	text := strings.ToLower(err.Error())
	for _, known := range []struct {
		text string
		as   error
	}{
		{"already known", anchor.ErrKnown},
		{"already imported", anchor.ErrKnown},
		{"nonce too low", anchor.ErrNonceTooLow},
		{"replacement transaction underpriced", anchor.ErrUnderpriced},
		{"transaction underpriced", anchor.ErrUnderpriced},
		{"gas price below minimum", anchor.ErrUnderpriced},
		{"fee cap less than block base fee", anchor.ErrUnderpriced},
		{"insufficient funds", anchor.ErrNoFunds},
	} {
		if strings.Contains(text, known.text) {
			return fmt.Errorf("%w: %w", known.as, err)
		}
	}
	return err
}
