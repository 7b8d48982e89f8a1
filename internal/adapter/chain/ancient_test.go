package chain_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/ethdb/memorydb"
)

// A kill in the middle of the first move of blocks to the store of old ones
// leaves one table empty beside others that are full.
func TestAKillDuringTheFirstMoveOfOldBlocksLosesNone(t *testing.T) {
	for _, lost := range []string{rawdb.ChainFreezerHashTable, rawdb.ChainFreezerBodiesTable} {
		t.Run(lost, func(t *testing.T) {
			o := newOwn(t)
			e, n := o.open(t)
			contracts := o.deploy(t, n)
			if err := e.Close(); err != nil {
				t.Fatal(err)
			}
			ancient := filepath.Join(o.dir, "chain", "chaindata", "ancient")
			moveUnfinished(t, ancient, lost)

			e, n = o.open(t)
			defer e.Close()
			record(t, o.client(t, n, contracts), batch(1))
			if _, err := os.Stat(filepath.Join(ancient, "chain.damaged")); err != nil {
				t.Errorf("what was damaged is not kept: %v", err)
			}
		})
	}
}

// moveUnfinished writes old blocks of which one table did not reach the disk.
func moveUnfinished(t *testing.T, ancient, lost string) {
	t.Helper()
	db, err := rawdb.Open(memorydb.New(), rawdb.OpenOptions{Ancient: ancient})
	if err != nil {
		t.Fatal(err)
	}
	tables := []string{
		rawdb.ChainFreezerHeaderTable, rawdb.ChainFreezerHashTable, rawdb.ChainFreezerBodiesTable,
		rawdb.ChainFreezerReceiptTable, rawdb.ChainFreezerBALTable,
	}
	_, err = db.ModifyAncients(func(op ethdb.AncientWriteOp) error {
		for i := range uint64(3) {
			for _, table := range tables {
				if err := op.AppendRaw(table, i, []byte{1, 2, 3}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.SyncAncient(); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(ancient, "chain", lost+".*"))
	if err != nil || len(files) < 3 {
		t.Fatalf("the table's files are %q, %v: want its data, index and meta", files, err)
	}
	for _, file := range files {
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
}
