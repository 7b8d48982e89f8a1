package storetest

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/payout"
)

func sharesTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"entries of shares are kept in their order and never change": shareLedgerIsAppended,
	}
}

func shareLedgerIsAppended(t *testing.T, e Engine) {
	s := Open(t, e)
	if newest, err := s.NewestShares(t.Context()); err != nil || newest.Seq != 0 {
		t.Fatalf("an empty ledger has %+v, %v", newest, err)
	}
	entry := func(seq int64, kind string, hour int) payout.Entry {
		return payout.Entry{Seq: seq, Kind: kind, From: at(hour, 0), To: at(hour, 10), Lines: []payout.Line{{Member: "m", Milli: 5, Count: 1}}, Hash: "h"}
	}
	all := []payout.Entry{entry(1, payout.Shares, 1), entry(2, payout.Reward, 2), entry(3, payout.Shares, 3)}
	for _, one := range all {
		ok(t, s.AppendShares(t.Context(), one))
	}
	if s.AppendShares(t.Context(), entry(2, payout.Shares, 9)) == nil {
		t.Error("an entry was changed")
	}
	same(t, "the ledger", must[[]payout.Entry](t)(s.ShareLedger(t.Context(), time.Time{})), all)
	same(t, "what is newer", must[[]payout.Entry](t)(s.ShareLedger(t.Context(), at(2, 0))), all[1:])
	same(t, "the newest", must[payout.Entry](t)(s.NewestShares(t.Context())), all[2])
}
