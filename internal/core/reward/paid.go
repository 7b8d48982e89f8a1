package reward

import (
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/proof"
)

// Paid is a verified task that was entered on the chain to be paid.
type Paid struct {
	Task    proof.Hash   `json:"task"`     // digest of the task
	ChainID proof.Hash   `json:"chain_id"` // of its entry in the contract
	Epoch   uint32       `json:"epoch"`    // UTC day of the entry
	Entered time.Time    `json:"entered_utc"`
	Account Account      `json:"account"` // of the worker
	Amount  proof.Amount `json:"amount_wei"`
	Final   bool         `json:"final"` // nobody disputed it in its window
}

// Leaf is the line that pays the task, without epoch and index.
func (p Paid) Leaf() Leaf {
	return Leaf{Account: p.Account, WorkHash: p.ChainID, Amount: p.Amount}
}
