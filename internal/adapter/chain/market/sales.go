package market

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/pouw-dem/pouwdem/contracts/bindings/certificatemarket"
	"github.com/pouw-dem/pouwdem/contracts/bindings/stabilitycertificate"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
)

// Sales offers, sells and retires certificates, at fixed prices in the dollar of
// the deployment.
type Sales struct {
	node         *chain.Node
	contracts    Contracts
	exchange     *certificatemarket.CertificateMarket
	certificates *stabilitycertificate.StabilityCertificate
	settle       func() error
}

// NewSales are the sales of a deployment. For settle see [NewOracle].
func NewSales(n *chain.Node, c Contracts, settle func() error) *Sales {
	return &Sales{
		node: n, contracts: c, exchange: certificatemarket.NewCertificateMarket(),
		certificates: stabilitycertificate.NewStabilityCertificate(), settle: settle,
	}
}

func (s *Sales) do(ctx context.Context, a *chain.Account, what string, c chain.Call) error {
	if err := advance(s.settle); err != nil {
		return err
	}
	if _, err := a.Do(ctx, c); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

func (s *Sales) exchangeCall(data []byte) chain.Call {
	return chain.Call{To: s.contracts.Exchange, Data: data, Errors: s.exchange.UnpackError}
}

// Offer puts a certificate of the seller's up for sale. A provisional one cannot
// be: only settlement-quality metering makes a certificate that moves.
func (s *Sales) Offer(ctx context.Context, seller *chain.Account, id uint64, micro int64) error {
	number := new(big.Int).SetUint64(id)
	approve := chain.Call{To: s.contracts.Certificates, Data: s.certificates.PackApprove(s.contracts.Exchange, number), Errors: s.certificates.UnpackError}
	if err := s.do(ctx, seller, fmt.Sprintf("allow the market to take certificate %d", id), approve); err != nil {
		return err
	}
	return s.do(ctx, seller, fmt.Sprintf("offer certificate %d", id), s.exchangeCall(s.exchange.PackList(number, s.contracts.Dollar, big.NewInt(micro))))
}

// Buy buys a certificate on exactly these terms.
func (s *Sales) Buy(ctx context.Context, buyer *chain.Account, id uint64, micro int64) error {
	price := big.NewInt(micro)
	if err := allow(ctx, s.node, buyer, s.contracts.Dollar, s.contracts.Exchange, price); err != nil {
		return err
	}
	return s.do(ctx, buyer, fmt.Sprintf("buy certificate %d", id), s.exchangeCall(s.exchange.PackBuy(new(big.Int).SetUint64(id), s.contracts.Dollar, price)))
}

// TakeBack returns an unsold certificate to its seller.
func (s *Sales) TakeBack(ctx context.Context, seller *chain.Account, id uint64) error {
	return s.do(ctx, seller, fmt.Sprintf("take certificate %d back", id), s.exchangeCall(s.exchange.PackTakeBack(new(big.Int).SetUint64(id))))
}

// Withdraw pays an account all that its sales brought.
func (s *Sales) Withdraw(ctx context.Context, a *chain.Account) error {
	return s.do(ctx, a, "withdraw what sales brought", s.exchangeCall(s.exchange.PackWithdraw(s.contracts.Dollar)))
}

// Credit is what sales brought an account and it has not withdrawn, micro-dollars.
func (s *Sales) Credit(ctx context.Context, account common.Address) (int64, error) {
	out, err := s.node.Read(ctx, s.contracts.Exchange, s.exchange.PackCredit(s.contracts.Dollar, account), s.exchange.UnpackError)
	if err != nil {
		return 0, fmt.Errorf("read the credit of an account: %w", err)
	}
	v, err := s.exchange.UnpackCredit(out)
	if err != nil || !v.IsInt64() {
		return 0, fmt.Errorf("read the credit of an account: %w", err)
	}
	return v.Int64(), nil
}

// Retire takes a certificate out of trade for good, in the name of a beneficiary.
func (s *Sales) Retire(ctx context.Context, holder *chain.Account, id uint64, beneficiary common.Address, purpose string) error {
	return s.do(ctx, holder, fmt.Sprintf("retire certificate %d", id), chain.Call{
		To: s.contracts.Certificates, Data: s.certificates.PackRetire(new(big.Int).SetUint64(id), beneficiary, purpose), Errors: s.certificates.UnpackError,
	})
}
