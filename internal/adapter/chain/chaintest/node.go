package chaintest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
)

// Fault is what goes wrong with one call.
type Fault int

// The faults.
const (
	None       Fault = iota
	TooMany          // HTTP 429, nothing done
	Hang             // no answer until the caller gives up, nothing done
	LostAnswer       // done, but the answer is lost
	Drop             // a transaction is acknowledged and forgotten
	KnownLie         // a transaction is "already known" and is not
	Twice            // a transaction arrives twice
	NonceHigh        // the count is too high
	NonceLow         // the count is 0
	Behind           // answers from three blocks ago
	Blind            // knows no receipt
	Faults           // how many there are
)

// Node answers for the chain. It is an [http.RoundTripper].
type Node struct {
	Chain  *Chain
	Lag    uint64                    // blocks that it is behind
	Faulty func(method string) Fault // decides on each call; nil: none
}

type request struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

// rpcError is an error of JSON-RPC.
type rpcError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    string `json:"data,omitempty"`
}

func (e rpcError) Error() string { return e.Message }

func fail(message string) error { return rpcError{Code: -32000, Message: message} }

// RoundTrip answers one call.
func (n *Node) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	var call request
	if err := json.Unmarshal(body, &call); err != nil {
		return nil, err
	}
	fault := None
	if n.Faulty != nil {
		fault = n.Faulty(call.Method)
	}
	switch fault {
	case TooMany:
		return reply(http.StatusTooManyRequests, []byte("slow down")), nil
	case Hang:
		return nil, context.DeadlineExceeded // the caller's time is over
	}
	result, err := n.answer(call, fault)
	if fault == LostAnswer {
		return nil, errors.New("connection reset by peer")
	}
	answer := map[string]any{"jsonrpc": "2.0", "id": call.ID, "result": result}
	var told rpcError
	if errors.As(err, &told) {
		delete(answer, "result")
		answer["error"] = told
	}
	encoded, err := json.Marshal(answer)
	if err != nil {
		return nil, err
	}
	return reply(http.StatusOK, encoded), nil
}

func reply(status int, body []byte) *http.Response {
	return &http.Response{
		StatusCode: status, Status: strconv.Itoa(status) + " " + http.StatusText(status), ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)),
	}
}

func (n *Node) answer(call request, fault Fault) (any, error) {
	c := n.Chain
	c.mu.Lock()
	defer c.mu.Unlock()
	lag := n.Lag
	if fault == Behind {
		lag += 3
	}
	seen := c.blocks[:max(1, len(c.blocks)-int(lag))]
	switch call.Method {
	case "eth_chainId":
		return hexutil.Uint64(ID), nil
	case "eth_getBlockByNumber":
		return c.blockBy(seen, text(call.Params[0]))
	case "eth_getTransactionCount":
		count := seen[len(seen)-1].after.nonce
		switch fault {
		case NonceHigh:
			count += 3
		case NonceLow:
			count = 0
		}
		return hexutil.Uint64(count), nil
	case "eth_getBalance":
		return (*hexutil.Big)(c.balance), nil
	case "eth_feeHistory":
		return map[string]any{"reward": [][]*hexutil.Big{{(*hexutil.Big)(big.NewInt(30 * anchor.Gwei))}}}, nil
	case "eth_call":
		return c.call(seen, call.Params)
	case "eth_estimateGas":
		return c.estimate(seen, call.Params[0])
	case "eth_getTransactionReceipt":
		if fault == Blind {
			return nil, nil
		}
		return receiptOf(seen, common.HexToHash(text(call.Params[0]))), nil
	case "eth_sendRawTransaction":
		return c.take(text(call.Params[0]), fault)
	}
	return nil, rpcError{Code: -32601, Message: "the method " + call.Method + " does not exist"}
}

func text(raw json.RawMessage) string {
	var s string
	_ = json.Unmarshal(raw, &s) // what is no text is empty
	return s
}

func (c *Chain) blockBy(seen []block, tag string) (any, error) {
	number := seen[len(seen)-1].number
	switch tag {
	case "latest":
	case "finalized":
		if number < c.finality {
			return nil, fail("finalized block not found")
		}
		number -= c.finality
	default:
		asked, err := hexutil.DecodeUint64(tag)
		if err != nil || asked > number {
			return nil, nil
		}
		number = asked
	}
	return map[string]any{
		"number": hexutil.Uint64(number), "hash": seen[number].hash,
		"baseFeePerGas": hexutil.Uint64(c.baseFee), "timestamp": hexutil.Uint64(2 * number),
	}, nil
}

func (c *Chain) call(seen []block, params []json.RawMessage) (any, error) {
	var what struct{ Data hexutil.Bytes }
	var at struct{ BlockHash common.Hash }
	if err := errors.Join(json.Unmarshal(params[0], &what), json.Unmarshal(params[1], &at)); err != nil {
		return nil, fail(err.Error())
	}
	for _, b := range seen {
		if b.hash != at.BlockHash {
			continue
		}
		method, err := c.binding.MethodById(what.Data)
		if err != nil {
			return nil, fail("execution reverted")
		}
		switch method.Name {
		case "nextBatch":
			return hexutil.Bytes(common.LeftPadBytes(new(big.Int).SetUint64(uint64(len(b.after.batches))+1).Bytes(), 32)), nil
		case "head":
			return hexutil.Bytes(b.after.head[:]), nil
		}
	}
	return nil, fail("header not found")
}

func (c *Chain) estimate(seen []block, raw json.RawMessage) (any, error) {
	var what struct{ Data hexutil.Bytes }
	if err := json.Unmarshal(raw, &what); err != nil {
		return nil, fail(err.Error())
	}
	if _, ok := c.apply(seen[len(seen)-1].after, what.Data); !ok {
		return nil, rpcError{Code: 3, Message: "execution reverted", Data: "0x"}
	}
	return hexutil.Uint64(70_000), nil
}

func receiptOf(seen []block, hash common.Hash) any {
	for _, b := range seen {
		for _, tx := range b.txs {
			if tx.Hash() == hash {
				return map[string]any{
					"transactionHash": hash, "blockNumber": hexutil.Uint64(b.number), "blockHash": b.hash,
					"status": hexutil.Uint64(b.status[hash]), "gasUsed": hexutil.Uint64(61_000),
				}
			}
		}
	}
	return nil
}

// take is what a pool does with a transaction.
func (c *Chain) take(text string, fault Fault) (any, error) {
	raw, err := hexutil.Decode(text)
	var tx types.Transaction
	if err == nil {
		err = tx.UnmarshalBinary(raw)
	}
	if err != nil {
		return nil, fail(err.Error())
	}
	switch fault {
	case Drop:
		return tx.Hash(), nil
	case KnownLie:
		return nil, fail("already known")
	case Twice:
		_ = c.admit(&tx) // the second arrival is what is answered
	}
	if err := c.admit(&tx); err != nil {
		return nil, fail(err.Error())
	}
	return tx.Hash(), nil
}

func (c *Chain) admit(tx *types.Transaction) error {
	cost := new(big.Int).Mul(tx.GasFeeCap(), new(big.Int).SetUint64(tx.Gas()))
	switch {
	case tx.Nonce() < c.tip().after.nonce:
		return fmt.Errorf("nonce too low: next nonce %d, tx nonce %d", c.tip().after.nonce, tx.Nonce())
	case c.pool[tx.Hash()] != nil:
		return errors.New("already known")
	case tx.GasTipCap().Uint64() < 25*anchor.Gwei:
		return errors.New("transaction underpriced")
	case cost.Cmp(c.balance) > 0:
		return errors.New("insufficient funds for gas * price + value")
	}
	tenthMore := func(was, is *big.Int) bool {
		return new(big.Int).Mul(is, big.NewInt(100)).Cmp(new(big.Int).Mul(was, big.NewInt(110))) >= 0
	}
	for hash, other := range c.pool {
		if other.Nonce() != tx.Nonce() {
			continue
		}
		if !tenthMore(other.GasTipCap(), tx.GasTipCap()) || !tenthMore(other.GasFeeCap(), tx.GasFeeCap()) {
			return errors.New("replacement transaction underpriced")
		}
		delete(c.pool, hash)
	}
	c.pool[tx.Hash()] = tx
	return nil
}
