package chain

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/google/uuid"
)

// Signer signs for one account.
type Signer interface {
	// Address is the account.
	Address() common.Address
	// Sign is the signature r, s, v (0 or 1) over the Keccak-256 of payload.
	Sign(ctx context.Context, payload []byte) ([]byte, error)
}

// Key is a private key in this process.
type Key struct{ private *ecdsa.PrivateKey }

// ParseKey reads a private key: 32 bytes in hexadecimal, with or without 0x.
// The error does not show it.
func ParseKey(text string) (Key, error) {
	raw, err := hex.DecodeString(strings.TrimPrefix(strings.TrimSpace(text), "0x"))
	if err != nil {
		return Key{}, errors.New("private key: want 64 hexadecimal digits")
	}
	private, err := crypto.ToECDSA(raw)
	if err != nil {
		return Key{}, errors.New("private key: want 64 hexadecimal digits of a valid secp256k1 key")
	}
	return Key{private}, nil
}

// NewKey makes a key of the system's randomness.
func NewKey() (Key, error) {
	private, err := crypto.GenerateKey()
	if err != nil {
		return Key{}, fmt.Errorf("make a key: %w", err)
	}
	return Key{private}, nil
}

// Address is the account of the key.
func (k Key) Address() common.Address { return crypto.PubkeyToAddress(k.private.PublicKey) }

// Sign signs.
func (k Key) Sign(_ context.Context, payload []byte) ([]byte, error) {
	return crypto.Sign(crypto.Keccak256(payload), k.private)
}

// OpenKeystore reads a key from an encrypted keystore file, version 3, as
// Ethereum's tools write it.
func OpenKeystore(path, password string) (Key, error) {
	body, err := os.ReadFile(path)
	if err != nil {
		return Key{}, fmt.Errorf("read keystore: %w", err)
	}
	key, err := keystore.DecryptKey(body, password)
	if err != nil {
		return Key{}, fmt.Errorf("open keystore %s (is its password right?): %w", path, err)
	}
	return Key{key.PrivateKey}, nil
}

// OwnKey is the key of a role in dir: made at the first call, read afterwards.
// The keystore's password is random and lies beside it, readable by the owner
// alone: whoever has the folder has the key, which is fit for a chain of our
// own and for nothing else.
func OwnKey(dir, role string) (Key, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Key{}, fmt.Errorf("key of %s: %w", role, err)
	}
	password, err := ownPassword(filepath.Join(dir, "password"))
	if err != nil {
		return Key{}, fmt.Errorf("key of %s: %w", role, err)
	}
	path := filepath.Join(dir, role+".json")
	if _, err := os.Stat(path); err == nil {
		return OpenKeystore(path, password)
	}
	key, err := NewKey()
	if err != nil {
		return Key{}, err
	}
	// The password has 256 random bits, which no stretching improves on.
	body, err := keystore.EncryptKey(&keystore.Key{Id: uuid.New(), Address: key.Address(), PrivateKey: key.private},
		password, keystore.LightScryptN, keystore.LightScryptP)
	if err == nil {
		err = WriteOnce(path, body)
	}
	if err != nil {
		return Key{}, fmt.Errorf("key of %s: %w", role, err)
	}
	return key, nil
}

func ownPassword(path string) (string, error) {
	body, err := os.ReadFile(path)
	if err == nil && len(body) > 0 {
		return string(body), nil
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	fresh := rand.Text() + rand.Text()
	return fresh, WriteOnce(path, []byte(fresh))
}

// WriteOnce writes a whole file or none, even where the power fails.
func WriteOnce(path string, body []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// sign signs a transaction with dynamic fees.
func sign(ctx context.Context, s Signer, tx *types.DynamicFeeTx) (*types.Transaction, error) {
	rules := types.NewCancunSigner(tx.ChainID)
	unsigned := types.NewTx(tx)
	list := tx.AccessList
	if list == nil {
		list = types.AccessList{}
	}
	fields, err := rlp.EncodeToBytes([]any{tx.ChainID, tx.Nonce, tx.GasTipCap, tx.GasFeeCap, tx.Gas, tx.To, tx.Value, tx.Data, list})
	if err != nil {
		return nil, fmt.Errorf("encode transaction: %w", err)
	}
	signature, err := s.Sign(ctx, append([]byte{types.DynamicFeeTxType}, fields...))
	if err != nil {
		return nil, fmt.Errorf("sign transaction: %w", err)
	}
	signed, err := unsigned.WithSignature(rules, signature)
	if err != nil {
		return nil, fmt.Errorf("sign transaction: %w", err)
	}
	from, err := types.Sender(rules, signed)
	if err != nil || from != s.Address() {
		return nil, fmt.Errorf("sign transaction: the signature is not one by %s", s.Address().Hex())
	}
	return signed, nil
}

func wei(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
