package chain

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/ethdb/memorydb"
)

// mendAncient looks at the store of old blocks below the folder ancient as
// go-ethereum will, and sets it aside where it cannot be used.
//
// The node moves final blocks there table by table, and removes them from its
// database only when every table is on disk. A process killed in the middle of
// the very first move leaves tables of which some are empty; go-ethereum v1.17.10
// takes these for pruned ones, and then panics or refuses to start. Nothing is
// lost without them: the blocks are still in the database, or else the node
// itself says, on opening, that they are not.
func mendAncient(ancient string) error {
	damage := tryAncient(ancient)
	if damage == nil {
		return nil
	}
	tables := filepath.Join(ancient, "chain")
	aside := tables + ".damaged"
	if err := os.RemoveAll(aside); err != nil {
		return fmt.Errorf("set aside damaged blocks (%w): %w", damage, err)
	}
	if err := os.Rename(tables, aside); err != nil {
		return fmt.Errorf("set aside damaged blocks (%w): %w", damage, err)
	}
	return nil
}

// tryAncient opens the store of old blocks without the database that belongs to
// it, and closes it again. What is wrong with it is the error.
func tryAncient(ancient string) (err error) {
	if _, err := os.Stat(filepath.Join(ancient, "chain")); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("old blocks: %v", p)
		}
	}()
	db, err := rawdb.Open(memorydb.New(), rawdb.OpenOptions{Ancient: ancient})
	if err != nil {
		return fmt.Errorf("old blocks: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	tail, err := db.Tail(rawdb.ChainFreezerBlockDataGroup)
	if err != nil {
		return fmt.Errorf("old blocks: %w", err)
	}
	if tail != 0 {
		return fmt.Errorf("old blocks: the first %d are missing, and this chain prunes none", tail)
	}
	return nil
}
