package chain_test

import (
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
)

func TestARootIsFollowedByABlockThatIsFinal(t *testing.T) {
	o := newOwn(t)
	e, n := o.open(t)
	defer func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}()
	base := o.deploy(t, n)
	a := chain.NewAccount(n, base.ChainID, o.owner, bounds(), 10*time.Millisecond)
	one, err := a.Witness(t.Context(), []byte("a root"))
	if err != nil {
		t.Fatal(err)
	}
	two, err := a.Witness(t.Context(), []byte("another"))
	if err != nil {
		t.Fatal(err)
	}
	if one.Next == 0 || two.Next <= one.Next || one.Block == two.Block || one.Tx == two.Tx {
		t.Errorf("%+v %+v", one, two)
	}
}
