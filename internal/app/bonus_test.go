package app

import (
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/payout"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/reward"
)

const (
	stated = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" // EIP-55's own example
	token  = 1_000_000_000_000_000_000
)

func TestAMembersAccountNeedsItsChecksum(t *testing.T) {
	for account, want := range map[string]bool{"": true, stated: true, strings.ToLower(stated): false, stated[:41]: false} {
		cfg := &config.Config{Members: config.Members{List: []config.Member{{Name: "east"}, {Name: "west", Reward: account}}}}
		accounts, err := memberAccounts(cfg)
		if (err == nil) != want || err != nil && !strings.Contains(err.Error(), "members.list[1].reward") {
			t.Errorf("%q: %v %v", account, accounts, err)
		}
	}
}

func TestTheBonusIsOffUnlessItIsSetOrEverythingIsSimulated(t *testing.T) {
	list := []config.Member{{Name: "west"}}
	for name, test := range map[string]struct {
		cfg  config.Config
		want int64
	}{
		"live":                   {config.Config{World: config.WorldLive}, 0},
		"live, set":              {config.Config{World: config.WorldLive, Members: config.Members{Bonus: 0.25}}, 250_000},
		"simulated":              {config.Config{World: config.WorldSimulated}, 500_000},
		"simulated, with a list": {config.Config{World: config.WorldSimulated, Members: config.Members{List: list}}, 0},
	} {
		if got := bonusPPM(&test.cfg); got != test.want {
			t.Errorf("%s: %d millionths, want %d", name, got, test.want)
		}
	}
}

func TestThePageSaysHowABonusStandsOrWhyThereIsNone(t *testing.T) {
	days := []payout.Bonus{
		{Parts: []payout.BonusPart{{Member: "west", Wei: proof.Amount{Lo: token}, Sent: true}, {Member: "east", Withheld: proof.Amount{Lo: token / 4}}}},
		{Parts: []payout.BonusPart{{Member: "west", Wei: proof.Amount{Lo: token / 2}}}},
	}
	sums := bonusSums(days)
	cfg := func(fraction float64, url string) *config.Config {
		return &config.Config{World: config.WorldLive, Members: config.Members{Bonus: fraction}, Chain: config.Chain{URL: url}}
	}
	for name, test := range map[string]struct {
		cfg    *config.Config
		member string
		want   string
	}{
		"two days":    {cfg(0.5, config.ChainEmbedded), "west", "1.500000 PDEM, of which 1.000000 sent"},
		"no account":  {cfg(0.5, config.ChainEmbedded), "east", "0.250000 PDEM stayed with the operator: no account was given"},
		"off":         {cfg(0, config.ChainEmbedded), "north", "none: members.bonus is 0"},
		"elsewhere":   {cfg(0.5, "https://chain"), "north", "none: rewards are minted on the chain in this process alone"},
		"not stated":  {cfg(0.5, config.ChainEmbedded), "silent", "none: no account for reward tokens is given"},
		"not yet any": {cfg(0.5, config.ChainEmbedded), "north", "none yet: a day's rewards are minted some hours after it"},
	} {
		d := &poolDesk{s: &services{cfg: test.cfg}, stated: map[string]reward.Account{"north": {1}, "west": {2}}}
		if got := d.bonusText(test.member, sums[test.member]); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
