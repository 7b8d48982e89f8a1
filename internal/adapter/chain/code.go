package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/pouw-dem/pouwdem/contracts/bindings/taskallocation"
)

// ErrForeignCode is returned where the code at an address is not ours.
var ErrForeignCode = errors.New("the code at the contract's address is not this program's")

// ParseAddress reads an address with its EIP-55 checksum, which is required: a
// mistyped one must not pass.
func ParseAddress(text string) (common.Address, error) {
	mixed, err := common.NewMixedcaseAddressFromString(text)
	if err != nil || len(text) != 2+2*common.AddressLength {
		return common.Address{}, fmt.Errorf("address %.50q: want 0x and 40 hexadecimal digits", text)
	}
	if !mixed.ValidChecksum() {
		return common.Address{}, fmt.Errorf("address %s: its capitals do not match its checksum; copy it from where it was published", text)
	}
	return mixed.Address(), nil
}

// VerifyCode refuses a contract whose code is not what this program's own
// creation code makes of the contract's parameters. The parameters are read
// from the contract; the code is made in this process, so that no node has to
// be believed on what it should be. Every node must have the same.
func (c *Client) VerifyCode(ctx context.Context) (codeHash common.Hash, err error) {
	for _, n := range c.nodes {
		want, err := c.expectedCode(ctx, n)
		if err != nil {
			return common.Hash{}, fmt.Errorf("verify contract %s: %w", c.contract.Hex(), err)
		}
		var code hexutil.Bytes
		if err := n.call(ctx, &code, "eth_getCode", c.contract, "latest"); err != nil {
			return common.Hash{}, fmt.Errorf("verify contract %s: %w", c.contract.Hex(), err)
		}
		codeHash = hashOf(code)
		if codeHash != want {
			return codeHash, fmt.Errorf("verify contract %s on %s: %w: its hash is %s, want %s", c.contract.Hex(), n.name, ErrForeignCode, codeHash, want)
		}
	}
	return codeHash, nil
}

// expectedCode is the hash of the code that the contract must have.
func (c *Client) expectedCode(ctx context.Context, n *Node) (common.Hash, error) {
	h, err := n.block(ctx, "latest")
	if err != nil || h == nil {
		return common.Hash{}, errors.Join(err, errors.New("the node has no newest block"))
	}
	read := func(data []byte) []byte {
		out, callErr := n.read(ctx, c.contract, data, h.Hash)
		err = errors.Join(err, callErr)
		return out
	}
	b := c.binding
	token, tokenErr := b.UnpackToken(read(b.PackToken()))
	spent, spentErr := b.UnpackNullifiers(read(b.PackNullifiers()))
	work, workErr := b.UnpackWorkTime(read(b.PackWorkTime()))
	window, windowErr := b.UnpackChallengeWindow(read(b.PackChallengeWindow()))
	if err := errors.Join(err, tokenErr, spentErr, workErr, windowErr); err != nil {
		return common.Hash{}, fmt.Errorf("%w: %w", ErrForeignCode, err)
	}
	// The first administrator is in storage, not in the code: any will do.
	arguments := b.PackConstructor(common.Address{1}, new(big.Int), token, spent, work, window)
	code, _, _, err := runtime.Create(append(common.FromHex(taskallocation.TaskAllocationMetaData.Bin), arguments...), &runtime.Config{GasLimit: mostGas})
	if err != nil {
		return common.Hash{}, fmt.Errorf("make the expected code: %w", err)
	}
	return crypto.Keccak256Hash(code), nil
}

func hashOf(code []byte) common.Hash { return crypto.Keccak256Hash(code) }
