package anchor

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Block is what an index of events keeps of a block.
type Block struct {
	Number uint64     `json:"number"`
	Hash   proof.Hash `json:"hash"`
	Parent proof.Hash `json:"parent"`
	Time   time.Time  `json:"time"`
	Quiet  bool       `json:"-"` // the block's own filter says that it holds no event of ours
}

// Event is what a contract of ours told in a transaction. It stands where its
// block stands: with a block that is reorganised away its events go too.
type Event struct {
	Block     uint64     `json:"block"`
	BlockHash proof.Hash `json:"block_hash"`
	At        time.Time  `json:"at"` // of the block
	Index     uint32     `json:"index"`
	Tx        proof.Hash `json:"tx"`
	Contract  string     `json:"contract"` // name, such as "TaskAllocation"
	Address   string     `json:"address"`
	Name      string     `json:"name"` // of the event, such as "BatchAnchored"
	Args      []Arg      `json:"args"`
}

// Arg is one value of an event: numbers in decimals, bytes and addresses in
// hexadecimals.
type Arg struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}
