package chain

import (
	"context"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/pouw-dem/pouwdem/internal/core/anchor"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Source is a contract whose events are read.
type Source struct {
	Name    string
	Address common.Address
	ABI     abi.ABI
}

// Events reads what contracts tell, block by block.
type Events struct {
	node    *Node
	sources map[common.Address]Source
	all     []common.Address
}

// NewEvents reads the events of the sources through a node.
func NewEvents(n *Node, sources []Source) *Events {
	e := &Events{node: n, sources: map[common.Address]Source{}}
	for _, s := range sources {
		e.sources[s.Address] = s
		e.all = append(e.all, s.Address)
	}
	return e
}

// linked is a block with what ties it to others and tells what is in it.
type linked struct {
	header
	Parent common.Hash `json:"parentHash"`
	Bloom  types.Bloom `json:"logsBloom"`
}

func (e *Events) block(l *linked) anchor.Block {
	return anchor.Block{
		Number: uint64(l.Number), Hash: proof.Hash(l.Hash), Parent: proof.Hash(l.Parent), Time: time.Unix(int64(l.Time), 0).UTC(),
		Quiet: !slices.ContainsFunc(e.all, func(a common.Address) bool { return l.Bloom.Test(a.Bytes()) }),
	}
}

func (e *Events) linked(ctx context.Context, tag string) (*linked, error) {
	var l *linked
	if err := e.node.call(ctx, &l, "eth_getBlockByNumber", tag, false); err != nil {
		return nil, err
	}
	return l, nil
}

// Head is the node's newest block.
func (e *Events) Head(ctx context.Context) (anchor.Block, error) {
	l, err := e.linked(ctx, "latest")
	if err != nil {
		return anchor.Block{}, err
	}
	if l == nil {
		return anchor.Block{}, fmt.Errorf("%s has no block at all", e.node.name)
	}
	return e.block(l), nil
}

// Block is the canonical block of a number; ok is false where the node has none.
func (e *Events) Block(ctx context.Context, number uint64) (b anchor.Block, ok bool, err error) {
	l, err := e.linked(ctx, hexutil.EncodeUint64(number))
	if err != nil || l == nil {
		return anchor.Block{}, false, err
	}
	if uint64(l.Number) != number {
		return anchor.Block{}, false, fmt.Errorf("%s gives block %d for number %d", e.node.name, uint64(l.Number), number)
	}
	return e.block(l), true, nil
}

// Events are those of the sources in a block. Logs are asked for by the block's
// hash, since a node that is behind answers an empty list to a number, and an
// error to a hash that it does not know.
func (e *Events) Events(ctx context.Context, b anchor.Block) ([]anchor.Event, error) {
	var logs []types.Log
	if err := e.node.call(ctx, &logs, "eth_getLogs", map[string]any{"blockHash": common.Hash(b.Hash), "address": e.all}); err != nil {
		return nil, err
	}
	events := make([]anchor.Event, 0, len(logs))
	for i := range logs {
		if logs[i].BlockHash != common.Hash(b.Hash) || logs[i].Removed {
			return nil, fmt.Errorf("%s answers with a log of another block", e.node.name)
		}
		if s, ours := e.sources[logs[i].Address]; ours {
			events = append(events, s.read(&logs[i], b))
		}
	}
	return events, nil
}

// read puts a log into words. One that the contract's interface does not
// explain keeps its topic as its name.
func (s Source) read(log *types.Log, b anchor.Block) anchor.Event {
	e := anchor.Event{
		Block: b.Number, BlockHash: b.Hash, At: b.Time, Index: uint32(log.Index), Tx: proof.Hash(log.TxHash),
		Contract: s.Name, Address: s.Address.Hex(), Name: "anonymous", Args: []anchor.Arg{},
	}
	if len(log.Topics) == 0 {
		return e
	}
	e.Name = log.Topics[0].Hex()
	event, err := s.ABI.EventByID(log.Topics[0])
	if err != nil {
		return e
	}
	var indexed abi.Arguments
	for _, in := range event.Inputs {
		if in.Indexed {
			indexed = append(indexed, in)
		}
	}
	values := map[string]any{}
	if event.Inputs.UnpackIntoMap(values, log.Data) != nil || abi.ParseTopicsIntoMap(values, indexed, log.Topics[1:]) != nil {
		return e
	}
	e.Name = event.Name
	for _, in := range event.Inputs {
		e.Args = append(e.Args, anchor.Arg{Name: in.Name, Value: words(values[in.Name])})
	}
	return e
}

// words is a value of an event as a person reads it: numbers in decimals, bytes
// in hexadecimals.
func words(v any) string {
	switch v := v.(type) {
	case *big.Int:
		return v.String()
	case common.Address:
		return v.Hex()
	case []byte:
		return hexutil.Encode(v)
	case string:
		return v
	}
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Array && r.Type().Elem().Kind() == reflect.Uint8 {
		raw := make([]byte, r.Len())
		reflect.Copy(reflect.ValueOf(raw), r)
		return hexutil.Encode(raw)
	}
	return fmt.Sprint(v)
}
