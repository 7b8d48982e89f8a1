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
		if c.Second != "" || c.Contract != "" || c.signers() > 0 {
			k.fail("chain.url", "%q takes no second_url, contract, keystore, key or signer_url; remove them, or name the chain's address", c.URL)
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
	if c.signers() != 1 {
		k.fail("chain.keystore", "want one of a keystore, with chain.password, chain.key, and chain.signer_url")
	}
	if c.SignerURL != "" {
		k.rpc("chain.signer_url", c.SignerURL)
		if c.Account == "" {
			k.fail("chain.account", "is empty; want the address of the key at chain.signer_url")
		}
	}
}

// signers is how many ways of signing are configured.
func (c Chain) signers() (n int) {
	for _, set := range []bool{c.Keystore != "", c.Key.IsSet(), c.SignerURL != ""} {
		if set {
			n++
		}
	}
	return n
}

func (k *checker) rpc(setting, value string) {
	u, err := url.Parse(value)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		k.fail(setting, "want an address http(s)://host; chain.url also takes embedded:, off and rpc:")
	}
}
