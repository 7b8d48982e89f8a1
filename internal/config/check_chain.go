package config

import (
	"math"
	"net/url"
)

// chain refuses settings with which nothing could be recorded, so that this is
// found at start and not with the first batch.
func (k *checker) chain() {
	c := k.config.Chain
	k.within("chain.max_fee_gwei", c.MaxFeeGwei, 30, 1e6)
	if c.Port < 0 || c.Port > math.MaxUint16 {
		k.fail("chain.port", "%d: want 0 to %d", c.Port, math.MaxUint16)
	}
	if c.Second != "" {
		k.rpc("chain.second_url", c.Second)
	}
	switch c.URL {
	case ChainOff, ChainEmbedded:
		if c.Second != "" || c.Contract != "" || c.Keystore != "" || c.Key.IsSet() {
			k.fail("chain.url", "%q takes no second_url, contract, keystore or key; remove them, or name the chain's address", c.URL)
		}
		return
	case ChainSecret:
		if !k.config.Accounts.PolygonRPCURL.IsSet() {
			k.fail("chain.url", "is the address in accounts.polygon_rpc_url, which is not set (POLYGON_RPC_URL)")
		}
	default:
		k.rpc("chain.url", c.URL)
	}
	if c.Contract == "" {
		k.fail("chain.contract", "is empty; want the address that pouwdem chain deploy printed")
	}
	if (c.Keystore != "") == c.Key.IsSet() {
		k.fail("chain.keystore", "want either a keystore, with chain.password, or chain.key")
	}
}

func (k *checker) rpc(setting, value string) {
	u, err := url.Parse(value)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		k.fail(setting, "want embedded:, off, rpc: or an address http(s)://host")
	}
}
