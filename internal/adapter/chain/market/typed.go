package market

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
)

// typed is a contract that checks signatures over structured data (EIP-712), all
// of whose types are made of 32-byte words.
type typed struct{ domain [32]byte }

const domainType = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"

// newTyped is version 1 of a contract's signing domain.
func newTyped(name string, chainID *big.Int, contract common.Address) typed {
	return typed{crypto.Keccak256Hash(
		crypto.Keccak256([]byte(domainType)), crypto.Keccak256([]byte(name)), crypto.Keccak256([]byte("1")),
		number(chainID), address(contract),
	)}
}

// payload is what is signed for a struct of words: its hash is EIP-712's digest.
func (t typed) payload(structType string, words ...[]byte) []byte {
	parts := append([][]byte{crypto.Keccak256([]byte(structType))}, words...)
	return append(append([]byte{0x19, 0x01}, t.domain[:]...), crypto.Keccak256(parts...)...)
}

// sign is the signature as contracts read it: r, s, v with v 27 or 28.
func sign(ctx context.Context, s chain.Signer, payload []byte) ([]byte, error) {
	signature, err := s.Sign(ctx, payload)
	if err != nil {
		return nil, fmt.Errorf("sign for a contract: %w", err)
	}
	out := append([]byte(nil), signature...)
	out[64] += 27
	return out, nil
}

// number is v in 32 bytes, two's complement.
func number(v *big.Int) []byte { return math.U256Bytes(new(big.Int).Set(v)) }

func count(v uint64) []byte {
	var word [32]byte
	binary.BigEndian.PutUint64(word[24:], v)
	return word[:]
}

func address(a common.Address) []byte { return common.LeftPadBytes(a[:], 32) }

func truth(v bool) []byte {
	if v {
		return count(1)
	}
	return count(0)
}
