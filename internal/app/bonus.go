package app

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"

	"github.com/pouw-dem/pouwdem/internal/adapter/chain"
	"github.com/pouw-dem/pouwdem/internal/adapter/chain/market"
	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/report"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
	"github.com/pouw-dem/pouwdem/internal/service/bonus"
)

// simulatedBonus is the fraction that is passed on where everything is simulated
// and nobody has said another, so that it is seen.
const simulatedBonus = 0.5

// simulatedMembers reports whether the sites' machines stand for members: in a
// simulated world where nobody else is one.
func simulatedMembers(cfg *config.Config) bool {
	return cfg.World == config.WorldSimulated && len(cfg.Members.List) == 0
}

// bonusPPM is the fraction of rewards for grid work that is passed on, in millionths.
func bonusPPM(cfg *config.Config) int64 {
	fraction := cfg.Members.Bonus
	if fraction == 0 && simulatedMembers(cfg) {
		fraction = simulatedBonus
	}
	return int64(math.Round(fraction * 1e6))
}

// memberAccounts are the accounts that members have stated for reward tokens.
func memberAccounts(cfg *config.Config) (map[string]reward.Account, error) {
	accounts := make(map[string]reward.Account)
	for i, m := range cfg.Members.List {
		if m.Reward == "" {
			continue
		}
		address, err := chain.ParseAddress(m.Reward)
		if err != nil {
			return nil, fmt.Errorf("members.list[%d].reward: %w", i, err)
		}
		accounts[m.Name] = reward.Account(address)
	}
	return accounts, nil
}

// newSharer passes bonuses on from the operator's account: to the accounts that
// members stated, or to the sites' own where sites stand for members.
func (l *ledger) newSharer(x *exchange, sites map[string]common.Address, settle func() error) (*bonus.Sharer, error) {
	accounts, err := memberAccounts(l.s.cfg)
	if err != nil {
		return nil, err
	}
	if simulatedMembers(l.s.cfg) {
		for id, address := range sites {
			accounts[id] = reward.Account(address)
		}
	}
	return bonus.New(bonus.Config{
		Operator: reward.Account(x.operator), PPM: bonusPPM(l.s.cfg), Book: l.s.store, Token: market.NewTransfers(x.node, x.contracts, x.trader, settle),
		Account: func(member string) (reward.Account, bool) {
			a, ok := accounts[member]
			return a, ok
		},
	}), nil
}

// bonusDays are how many days are added up and listed: more than there will be.
const bonusDays = 10_000

// bonusSum is what members had in all days, wei of the reward token.
type bonusSum struct {
	days                 int
	earned, sent, denied *big.Int
}

// bonusSums add up what members had, by member.
func bonusSums(days []payout.Bonus) map[string]*bonusSum {
	sums := make(map[string]*bonusSum)
	for _, day := range days {
		for i := range day.Parts {
			p := &day.Parts[i]
			s := sums[p.Member]
			if s == nil {
				s = &bonusSum{earned: new(big.Int), sent: new(big.Int), denied: new(big.Int)}
				sums[p.Member] = s
			}
			s.days++
			s.earned.Add(s.earned, p.Wei.Big())
			s.denied.Add(s.denied, p.Withheld.Big())
			if p.Sent {
				s.sent.Add(s.sent, p.Wei.Big())
			}
		}
	}
	return sums
}

// tokens writes wei as whole tokens, to six digits after the point.
func tokens(wei *big.Int) string {
	return new(big.Rat).SetFrac(wei, big.NewInt(params.Ether)).FloatString(6)
}

// bonuses puts members' bonuses on their lines.
func (d *poolDesk) bonuses(ctx context.Context, members []report.PoolMember) error {
	days, err := d.s.store.Bonuses(ctx, bonusDays)
	if err != nil {
		return err
	}
	sums := bonusSums(days)
	for i := range members {
		m := &members[i]
		m.BonusWei, m.BonusSentWei = "0", "0"
		s := sums[m.Member]
		if s != nil {
			m.BonusWei, m.BonusSentWei = s.earned.String(), s.sent.String()
		}
		m.BonusTokens = d.bonusText(m.Member, s)
	}
	return nil
}

// bonusText says how a member's bonus stands, or why there is none.
func (d *poolDesk) bonusText(member string, s *bonusSum) string {
	var said []string
	if s != nil && s.earned.Sign() > 0 {
		said = append(said, fmt.Sprintf("%s PDEM, of which %s sent", tokens(s.earned), tokens(s.sent)))
	}
	if s != nil && s.denied.Sign() > 0 {
		said = append(said, fmt.Sprintf("%s PDEM stayed with the operator: no account was given", tokens(s.denied)))
	}
	switch stated := d.stated[member] != (reward.Account{}) || simulatedMembers(d.s.cfg); {
	case len(said) > 0:
		return strings.Join(said, "; ")
	case bonusPPM(d.s.cfg) == 0:
		return "none: members.bonus is 0"
	case d.s.cfg.Chain.URL != config.ChainEmbedded:
		return "none: rewards are minted on the chain in this process alone"
	case !stated:
		return "none: no account for reward tokens is given"
	}
	return "none yet: a day's rewards are minted some hours after it"
}
