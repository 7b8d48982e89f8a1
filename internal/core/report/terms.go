package report

import (
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/policy"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Sources of terms that come from no feed.
const (
	tariffSource   = "contract: tariff"
	contractSource = "contract and adders"
	siteSource     = "site configuration"
	formulaSource  = "computed"
)

// terms is the arithmetic of a use: what its revenue is made of, then what its
// energy is made of, then the two sums.
func (o *outlook) terms(v policy.UseValue) []Term {
	c, ok := o.in.Site.Class(v.Class)
	if !ok || v.Use == site.Off {
		return []Term{}
	}
	var terms []Term
	switch v.Use {
	case site.Mine:
		terms = o.miningTerms(c)
	case site.Infer:
		terms = o.inferenceTerms(c, v.Tier)
	case site.Grid:
		next, _ := nextBid(o.in.Snapshot.Work)
		by := next.PriceBy
		if by == "" {
			by = "no heavy task waits"
		}
		terms = []Term{plain("payment of the next heavy task", float64(v.Revenue), "$/MWh", by)}
	}
	terms = append(terms, o.energyTerms()...)
	return append(terms,
		plain("revenue", float64(v.Revenue), "$/MWh", formulaSource),
		plain("energy, all in", float64(v.Energy), "$/MWh", formulaSource),
		plain("margin", float64(v.Margin), "$/MWh", formulaSource))
}

func (o *outlook) miningTerms(c *site.Class) []Term {
	return []Term{
		o.quoted("hashprice", market.HashpriceUSD, o.in.Snapshot.Network.Hashprice),
		plain("efficiency of "+c.Model, float64(c.Efficiency()), "J/TH", siteSource),
		plain("pool fee", c.PoolFee, "fraction", siteSource),
	}
}

func (o *outlook) inferenceTerms(c *site.Class, name string) []Term {
	tier, ok := c.Tier(name)
	if !ok {
		return nil
	}
	var terms []Term
	if tier.USDPerGPUh > 0 {
		terms = append(terms, plain("contract price", tier.USDPerGPUh, market.GPUHour.Unit(), siteSource))
	} else if quote, known := gpuQuote(o.in.Snapshot, c.Model); known {
		terms = append(terms,
			o.quoted("market price of "+c.Model, market.GPUHour, quote),
			plain("share of the market price", tier.Factor, "fraction", siteSource))
	}
	return append(terms,
		plain("marketplace fee", tier.Fee, "fraction", siteSource),
		plain("expected fill", tier.Fill, "fraction", siteSource),
		plain("machines per MW", c.UnitsPerMW(), "GPU/MW", siteSource))
}

func (o *outlook) energyTerms() []Term {
	s := o.in.Site
	price := expectedValue(s, o.in.Snapshot, o.at)
	return []Term{
		{
			Label: "price of energy", Value: float64(o.spp), Unit: "$/MWh", Source: price.Source,
			AgeS: price.AgeS, Stale: price.Stale, Simulated: price.Simulated,
		},
		plain("losses", s.Adders.LossFactor, "fraction", contractSource),
		plain("avoidable adders", float64(s.Adders.PerMWh()), "$/MWh", contractSource),
		plain("auxiliaries per MW of machines", s.Limits.AuxShare, "fraction", siteSource),
	}
}

func (o *outlook) quoted(label string, k market.Kind, q market.Quote) Term {
	v := ofKind(k, q, o.at)
	return Term{
		Label: label, Value: q.Value, Unit: v.Unit, Source: v.Source, AgeS: v.AgeS, Stale: v.Stale, Simulated: v.Simulated,
	}
}

func plain(label string, value float64, unit, source string) Term {
	return Term{Label: label, Value: value, Unit: unit, Source: source}
}
