package config

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// setting is a value that the environment or a flag can set.
type setting struct {
	path string
	env  string
	// set takes a text, or for a secret a reference.
	set    func(string) error
	secret *Secret
}

// settings is every setting outside lists and maps that has a name in the
// environment, in the order of the file.
func settings(c *Config) []setting {
	return []setting{
		{"world", "POUWDEM_WORLD", text(&c.World), nil},
		{"seed", "POUWDEM_SEED", count(&c.Seed), nil},
		{"speed", "POUWDEM_SPEED", number(&c.Speed), nil},
		{"start", "POUWDEM_START", text(&c.Start), nil},
		{"listen", "POUWDEM_LISTEN", text(&c.Listen), nil},
		{"data_dir", "POUWDEM_DATA_DIR", text(&c.DataDir), nil},
		{"control", "POUWDEM_CONTROL", text(&c.Control), nil},
		{"store.url", "POUWDEM_STORE_URL", text(&c.Store.URL), nil},
		reference("store.password", "POUWDEM_STORE_PASSWORD", &c.Store.Password),
		{"log.level", "POUWDEM_LOG_LEVEL", text(&c.Log.Level), nil},
		{"log.format", "POUWDEM_LOG_FORMAT", text(&c.Log.Format), nil},
		{"tick.offset", "POUWDEM_TICK_OFFSET", span(&c.Tick.Offset), nil},
		{"tick.deadline", "POUWDEM_TICK_DEADLINE", span(&c.Tick.Deadline), nil},
		{"policy.name", "POUWDEM_POLICY", text(&c.Policy.Name), nil},
		{"policy.model", "POUWDEM_POLICY_MODEL", text(&c.Policy.Model), nil},
		{"renewable.threshold", "POUWDEM_RENEWABLE_THRESHOLD", number(&c.Renewable.Threshold), nil},
		{"fleet.cap_mw_per_min", "POUWDEM_FLEET_CAP_MW_PER_MIN", number(&c.Fleet.CapMWPerMin), nil},
		{"network.case", "POUWDEM_NETWORK_CASE", text(&c.Network.Case), nil},
		{"network.every", "POUWDEM_NETWORK_EVERY", span(&c.Network.Every), nil},
		{"peaks.usd_per_mw_year", "POUWDEM_PEAKS_USD_PER_MW_YEAR", number(&c.Peaks.USDPerMWYear), nil},
		{"peaks.twelve_from", "POUWDEM_PEAKS_TWELVE_FROM", text(&c.Peaks.TwelveFrom), nil},
		{"peaks.response_mw", "POUWDEM_PEAKS_RESPONSE_MW", number(&c.Peaks.ResponseMW), nil},
		{"qse.url", "POUWDEM_QSE_URL", text(&c.QSE.URL), nil},
		reference("qse.token", "POUWDEM_QSE_TOKEN", &c.QSE.Token),
		{"qse.modbus_listen", "POUWDEM_QSE_MODBUS_LISTEN", text(&c.QSE.Modbus), nil},
		{"openadr.url", "POUWDEM_OPENADR_URL", text(&c.OpenADR.URL), nil},
		{"openadr.client_id", "POUWDEM_OPENADR_CLIENT_ID", text(&c.OpenADR.ClientID), nil},
		reference("openadr.client_secret", "POUWDEM_OPENADR_CLIENT_SECRET", &c.OpenADR.ClientSecret),
		{"openadr.program", "POUWDEM_OPENADR_PROGRAM", text(&c.OpenADR.Program), nil},
		{"bus.url", "POUWDEM_BUS_URL", text(&c.Bus.URL), nil},
		{"bus.listen", "POUWDEM_BUS_LISTEN", text(&c.Bus.Listen), nil},
		{"bus.leaves", "POUWDEM_BUS_LEAVES", text(&c.Bus.Leaves), nil},
		{"tasks.every", "POUWDEM_TASKS_EVERY", span(&c.Tasks.Every), nil},
		{"federation.every", "POUWDEM_FEDERATION_EVERY", span(&c.Federation.Every), nil},
		{"federation.here", "POUWDEM_FEDERATION_HERE", text(&c.Federation.Here), nil},
		{"federation.strategy", "POUWDEM_FEDERATION_STRATEGY", text(&c.Federation.Strategy), nil},
		{"federation.epsilon", "POUWDEM_FEDERATION_EPSILON", number(&c.Federation.Epsilon), nil},
		{"federation.delta", "POUWDEM_FEDERATION_DELTA", number(&c.Federation.Delta), nil},
		{"federation.history", "POUWDEM_FEDERATION_HISTORY", text(&c.Federation.History), nil},
		{"federation.attestation.ask", "POUWDEM_ATTESTATION_ASK", text(&c.Federation.Attestation.Ask), nil},
		{"federation.attestation.machine", "POUWDEM_ATTESTATION_MACHINE", text(&c.Federation.Attestation.Machine), nil},
		{"federation.attestation.policy", "POUWDEM_ATTESTATION_POLICY", text(&c.Federation.Attestation.Policy), nil},
		{"federation.attestation.collateral", "POUWDEM_ATTESTATION_COLLATERAL", text(&c.Federation.Attestation.Collateral), nil},
		{"stratum.listen", "POUWDEM_STRATUM_LISTEN", text(&c.Stratum.Listen), nil},
		{"chain.url", "POUWDEM_CHAIN_URL", text(&c.Chain.URL), nil},
		{"chain.second_url", "POUWDEM_CHAIN_SECOND_URL", text(&c.Chain.Second), nil},
		{"chain.contract", "POUWDEM_CHAIN_CONTRACT", text(&c.Chain.Contract), nil},
		{"chain.keystore", "POUWDEM_CHAIN_KEYSTORE", text(&c.Chain.Keystore), nil},
		reference("chain.password", "POUWDEM_CHAIN_PASSWORD", &c.Chain.Password),
		reference("chain.key", "POUWDEM_CHAIN_KEY", &c.Chain.Key),
		{"chain.signer_url", "POUWDEM_CHAIN_SIGNER_URL", text(&c.Chain.SignerURL), nil},
		{"chain.account", "POUWDEM_CHAIN_ACCOUNT", text(&c.Chain.Account), nil},
		{"chain.max_fee_gwei", "POUWDEM_CHAIN_MAX_FEE_GWEI", number(&c.Chain.MaxFeeGwei), nil},
		{"feeds.ercot.base_url", "POUWDEM_ERCOT_BASE_URL", text(&c.Feeds.ERCOT.BaseURL), nil},
		{"feeds.ercot.token_url", "POUWDEM_ERCOT_TOKEN_URL", text(&c.Feeds.ERCOT.TokenURL), nil},
		reference("feeds.ercot.username", "ERCOT_USERNAME", &c.Feeds.ERCOT.Username),
		reference("feeds.ercot.password", "ERCOT_PASSWORD", &c.Feeds.ERCOT.Password),
		reference("feeds.ercot.subscription_key", "ERCOT_API_KEY", &c.Feeds.ERCOT.SubscriptionKey),
		{"feeds.dashboards_url", "POUWDEM_DASHBOARDS_URL", text(&c.Feeds.DashboardsURL), nil},
		{"feeds.mis_url", "POUWDEM_MIS_URL", text(&c.Feeds.MISURL), nil},
		{"feeds.mempool.url", "POUWDEM_MEMPOOL_URL", text(&c.Feeds.Mempool.URL), nil},
		{"feeds.gpu.url", "POUWDEM_GPU_URL", text(&c.Feeds.GPU.URL), nil},
		{"feeds.tokens.url", "POUWDEM_TOKENS_URL", text(&c.Feeds.Tokens.URL), nil},
		{"feeds.mara.url", "POUWDEM_MARA_URL", text(&c.Feeds.MARA.URL), nil},
		reference("feeds.mara.key", "POUWDEM_MARA_KEY", &c.Feeds.MARA.Key),
		reference("accounts.slushpool_api_key", "SLUSHPOOL_API_KEY", &c.Accounts.SlushpoolAPIKey),
		reference("accounts.polygon_rpc_url", "POLYGON_RPC_URL", &c.Accounts.PolygonRPCURL),
	}
}

// EnvNames is the environment variables that are honoured, in the order of the
// settings they set.
func EnvNames() []string {
	var c Config
	var names []string
	for _, s := range settings(&c) {
		names = append(names, s.env)
	}
	return names
}

func text(p *string) func(string) error {
	return func(v string) error {
		*p = v
		return nil
	}
}

func number(p *float64) func(string) error {
	return func(v string) error {
		n, err := strconv.ParseFloat(v, 64)
		if err != nil {
			return fmt.Errorf("%q: want a number", v)
		}
		*p = n
		return nil
	}
}

func count(p *uint64) func(string) error {
	return func(v string) error {
		n, err := strconv.ParseUint(v, 10, 64)
		if err != nil {
			return fmt.Errorf("%q: want a whole number, 0 or more", v)
		}
		*p = n
		return nil
	}
}

func span(p *time.Duration) func(string) error {
	return func(v string) error {
		d, err := time.ParseDuration(v)
		if err != nil {
			return fmt.Errorf("%q: want a duration such as 20s or 5m", v)
		}
		*p = d
		return nil
	}
}

// reference makes a setting whose environment variable holds the secret: what
// is configured is the reference to that variable.
func reference(path, env string, p *Secret) setting {
	refuse := func(string) error {
		return errors.New("a secret cannot be a flag, where every process can read it; use the environment or a reference in the file")
	}
	return setting{path, env, refuse, p}
}
