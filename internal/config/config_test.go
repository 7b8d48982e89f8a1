package config_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/config"
	"github.com/pouw-dem/pouwdem/internal/core/market"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// planted stands where an operator might put a secret by mistake.
const planted = "not-a-real-secret"

func environment(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

// corpusEnvironment is what the files in testdata refer to.
func corpusEnvironment() func(string) string {
	return environment("DB_PASSWORD", planted, "ERCOT_NAME", planted, "AGENT_TOKEN", planted, "CREDENTIALS_DIRECTORY", "testdata/credentials")
}

func TestWithoutAFileTheWorldIsSimulatedAndNothingIsCommanded(t *testing.T) {
	cfg, err := config.Load(config.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if cfg.World != config.WorldSimulated || cfg.Control != config.ControlAdvise || cfg.Listen != "127.0.0.1:5000" || !cfg.LoopbackOnly() {
		t.Errorf("world %s, control %s, listen %s", cfg.World, cfg.Control, cfg.Listen)
	}
	if cfg.Renewable.Threshold != 0.30 || cfg.Tick.Offset != 20*time.Second || cfg.Tick.Deadline != 15*time.Second || cfg.Policy.Name != "threshold" {
		t.Errorf("renewable %+v, tick %+v, policy %+v", cfg.Renewable, cfg.Tick, cfg.Policy)
	}
	if got := cfg.StoreURL(); got != "sqlite:"+filepath.Join("data", "pouwdem.db") {
		t.Errorf("store %q", got)
	}
	if cfg.Feeds.ERCOT.HasCredentials() {
		t.Error("there are credentials without any configured")
	}
	if !cfg.Policy.Params.IsZero() {
		t.Error("parameters are set, so that tuned ones would never be used")
	}
}

func TestTheFiveDefaultSitesFitTheirLimits(t *testing.T) {
	sites, err := config.Default().BuildSites()
	if err != nil {
		t.Fatal(err)
	}
	machines, inTexas, gpus := 0, 0, 0
	for i := range sites {
		s := &sites[i]
		var top unit.MW
		for j := range s.Classes {
			c := &s.Classes[j]
			machines += c.Units
			top += c.MaxMW()
			if c.Kind == "gpu" {
				gpus += c.Units
			}
		}
		if meter := s.MeterMW(top); meter > s.Limits.SiteMW {
			t.Errorf("site %s: all machines draw %.2f MW at the meter, the limit is %.2f", s.ID, meter, s.Limits.SiteMW)
		}
		if strings.HasPrefix(s.Point, "LZ_") {
			inTexas++
		} else if s.Point != "" || s.Contract.Kind != "fixed" {
			t.Errorf("site %s: outside Texas a site has no settlement point and a tariff", s.ID)
		}
	}
	if len(sites) != 5 || inTexas != 3 || machines != 10_000 || gpus != 512 {
		t.Errorf("%d sites, %d in Texas, %d machines, %d GPUs; want 5, 3, 10,000, 512", len(sites), inTexas, machines, gpus)
	}
}

func TestEveryKindOfSeriesHasAStalenessLimit(t *testing.T) {
	limits := config.Default().StaleLimits()
	for _, kind := range []market.Kind{
		market.RTSPP, market.RTLMP, market.DASPP, market.DAMCPC, market.RTMCPC, market.RTMCPC15, market.RTDMCPC, market.SystemLambda,
		market.Load, market.LoadForecast, market.Wind, market.WindForecast, market.Solar, market.SolarForecast, market.FuelMix,
		market.RenewableShare, market.Capacity, market.PRC, market.EEA, market.BTCUSD, market.Difficulty, market.DiffChange,
		market.Hashrate, market.BlockHeight, market.BlockFees, market.FeeRate, market.HashpriceUSD, market.GPUHour, market.TokenUSD,
		market.MARAEnergy, market.MARAHash, market.MARAToken,
	} {
		if limits[kind] < time.Minute {
			t.Errorf("%s: limit %s", kind, limits[kind])
		}
	}
}

func TestFlagsWinOverEnvironmentOverFileOverDefaults(t *testing.T) {
	path := write(t, "seed: 7\nspeed: 30\nlisten: 127.0.0.1:1\ndata_dir: from-file\n")
	cfg, err := config.Load(config.Options{
		Path:   path,
		Getenv: environment("POUWDEM_LISTEN", "127.0.0.1:2", "POUWDEM_DATA_DIR", "from-env", "POUWDEM_SEED", "", "ERCOT_USERNAME", planted, "ERCOT_PASSWORD", planted, "ERCOT_API_KEY", planted),
		Flags:  []config.Flag{{Name: "--data", Setting: "data_dir", Value: "from-flag"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if cfg.Speed != 30 || cfg.Listen != "127.0.0.1:2" || cfg.DataDir != "from-flag" || cfg.Seed != 7 || cfg.World != config.WorldSimulated {
		t.Errorf("speed %g, listen %s, data %s, seed %d, world %s", cfg.Speed, cfg.Listen, cfg.DataDir, cfg.Seed, cfg.World)
	}
	if !cfg.Feeds.ERCOT.HasCredentials() || cfg.Feeds.ERCOT.Password.Value() != planted {
		t.Error("the account was not read from the environment")
	}
	origins, err := cfg.Sources()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]config.Origin{
		"world":                {Setting: "world", Value: "simulated", From: "default"},
		"speed":                {Setting: "speed", Value: "30", From: path + ":2:1"},
		"listen":               {Setting: "listen", Value: "127.0.0.1:2", From: "environment POUWDEM_LISTEN"},
		"data_dir":             {Setting: "data_dir", Value: "from-flag", From: "flag --data"},
		"feeds.ercot.password": {Setting: "feeds.ercot.password", Value: "[redacted]", From: "environment ERCOT_PASSWORD"},
		"sites[0].id":          {Setting: "sites[0].id", Value: "pecos", From: "default"},
	}
	for _, o := range origins {
		if strings.Contains(o.Value, planted) {
			t.Errorf("%s shows the secret", o.Setting)
		}
		if expected, ok := want[o.Setting]; ok {
			if diff := cmp.Diff(expected, o); diff != "" {
				t.Errorf("origin (-want +got):\n%s", diff)
			}
			delete(want, o.Setting)
		}
	}
	if len(want) > 0 {
		t.Errorf("not listed: %v", want)
	}
}

func TestAFileKeepsTheStalenessLimitsItDoesNotName(t *testing.T) {
	cfg, err := config.Load(config.Options{Path: write(t, "stale_after:\n  rt_lmp: 20m\n")})
	if err != nil {
		t.Fatal(err)
	}
	if cfg.StaleAfter[market.RTLMP] != 20*time.Minute || cfg.StaleAfter[market.RTSPP] != config.Default().StaleAfter[market.RTSPP] {
		t.Errorf("limits %v", cfg.StaleAfter)
	}
}

func TestBadEnvironmentAndFlagsNameThemselves(t *testing.T) {
	_, err := config.Load(config.Options{
		Getenv: environment("POUWDEM_SPEED", "fast", "POUWDEM_SEED", "-1", "POUWDEM_TICK_OFFSET", "soon"),
		Flags: []config.Flag{
			{Name: "--pw", Setting: "feeds.ercot.password", Value: planted},
			{Name: "--no-such", Setting: "no.such", Value: "x"},
		},
	})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`environment POUWDEM_SPEED: speed: "fast": want a number`,
		`environment POUWDEM_SEED: seed: "-1": want a whole number`,
		`environment POUWDEM_TICK_OFFSET: tick.offset: "soon": want a duration`,
		`flag --pw: feeds.ercot.password: a secret cannot be a flag`,
		`flag --no-such: no.such: no flag can set this`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q misses %q", err, want)
		}
	}
	if strings.Contains(err.Error(), planted) {
		t.Errorf("the secret is in the error: %v", err)
	}
	_, err = config.Load(config.Options{Getenv: environment("POUWDEM_LISTEN", "0.0.0.0:80")})
	if err == nil || !strings.Contains(err.Error(), "environment POUWDEM_LISTEN: listen") {
		t.Errorf("error %v does not name the environment", err)
	}
}

func TestGoodFilesLoad(t *testing.T) {
	files, err := filepath.Glob("testdata/*.good.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		if _, err := config.Load(config.Options{Path: file, Getenv: corpusEnvironment()}); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestBadFilesAreExplainedWithoutTheirSecrets(t *testing.T) {
	files, err := filepath.Glob("testdata/*.bad.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, loadErr := config.Load(config.Options{Path: file, Getenv: corpusEnvironment()})
			if loadErr == nil {
				t.Fatal("no error")
			}
			wants := 0
			for line := range strings.Lines(string(text)) {
				if want, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "# want: "); ok {
					wants++
					if !strings.Contains(loadErr.Error(), want) {
						t.Errorf("error misses %q:\n%v", want, loadErr)
					}
				}
			}
			if wants == 0 {
				t.Error("the file says nothing of what it wants")
			}
			if strings.Contains(loadErr.Error(), planted) {
				t.Errorf("a secret is shown:\n%v", loadErr)
			}
		})
	}
}

func TestLiveFileGivesSecretsToThoseWhoAskForThem(t *testing.T) {
	cfg, err := config.Load(config.Options{Path: "testdata/live.good.yml", Getenv: corpusEnvironment()})
	if err != nil {
		t.Fatal(err)
	}
	got := []string{
		cfg.Feeds.ERCOT.Username.Value(), cfg.Feeds.ERCOT.Password.Value(), cfg.Feeds.ERCOT.SubscriptionKey.Value(),
		cfg.Sites[0].Agent.Token.Value(), cfg.StoreURL(),
	}
	want := []string{planted, "the password", "the key", planted, "postgres://pouwdem:" + planted + "@db.example/history?sslmode=verify-full"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("secrets (-want +got):\n%s", diff)
	}
	if cfg.ClockSpeed() != 1 {
		t.Errorf("the live world runs at %g", cfg.ClockSpeed())
	}
	if diff := cmp.Diff([]string{"LZ_NORTH"}, cfg.Points()); diff != "" {
		t.Errorf("points (-want +got):\n%s", diff)
	}
	if class := cfg.Sites[0].Classes[0]; class.MinUp != 90*time.Minute {
		t.Errorf("min_up %s", class.MinUp)
	}
}

func TestSecretsPrintAsRedacted(t *testing.T) {
	cfg, err := config.Load(config.Options{Path: "testdata/live.good.yml", Getenv: corpusEnvironment()})
	if err != nil {
		t.Fatal(err)
	}
	asJSON, err := json.Marshal(cfg)
	if err != nil {
		t.Fatal(err)
	}
	asYAML, err := yaml.Marshal(cfg)
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&log, nil))
	logger.Info("configuration", "store", cfg.Store, "password", cfg.Store.Password, "all", cfg)
	for name, shown := range map[string]string{
		"%v":   fmt.Sprintf("%v", *cfg),
		"%+v":  fmt.Sprintf("%+v", *cfg),
		"%#v":  fmt.Sprintf("%#v", *cfg),
		"%s":   fmt.Sprintf("%s %s", cfg.Store.Password, &cfg.Store.Password),
		"json": string(asJSON),
		"yaml": string(asYAML),
		"slog": log.String(),
	} {
		if strings.Contains(shown, planted) || strings.Contains(shown, "the password") {
			t.Errorf("%s shows a secret: %s", name, shown)
		}
		if !strings.Contains(shown, "[redacted]") {
			t.Errorf("%s does not show that there is a secret: %s", name, shown)
		}
	}
	var none config.Secret
	if none.String() != "" || none.IsSet() {
		t.Error("a secret that is not configured looks configured")
	}
}

func TestSourcesHideTheQueryOfAnAddress(t *testing.T) {
	cfg, err := config.Load(config.Options{Getenv: environment("POUWDEM_GPU_URL", "https://gpu.example/v1?key="+planted)})
	if err != nil {
		t.Fatal(err)
	}
	origins, err := cfg.Sources()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(origins, func(o config.Origin) bool { return o.Setting == "feeds.gpu.url" })
	if i < 0 || origins[i].Value != "https://gpu.example/v1?[redacted]" {
		t.Errorf("feeds.gpu.url is shown as %+v", origins[max(i, 0)])
	}
}

func TestEveryKeyIsExplained(t *testing.T) {
	text, err := config.Schema()
	if err != nil {
		t.Fatal(err)
	}
	var root node
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	if len(root.Properties) < 15 || root.AdditionalProperties == nil {
		t.Fatalf("the schema has %d keys: %s", len(root.Properties), text[:200])
	}
	root.walk("", func(path string, n, parent node) {
		key := path[strings.LastIndex(path, ".")+1:]
		inList := regexp.MustCompile(`\{[^}]*\b` + key + `\b[^}]*\}`).MatchString(parent.Description)
		if n.Description == "" && !inList {
			t.Errorf("%s has no comment in the example", path)
		}
	})
}

// node is as much of a JSON schema as the test looks at.
type node struct {
	Description          string          `json:"description"`
	Properties           map[string]node `json:"properties"`
	Items                *node           `json:"items"`
	AdditionalProperties any             `json:"additionalProperties"`
}

// walk visits every property with the node whose description stands for it.
func (n node) walk(path string, visit func(path string, n, parent node)) {
	for key, child := range n.Properties {
		visit(path+"."+key, child, n)
		child.walk(path+"."+key, visit)
		if child.Items != nil {
			items := *child.Items
			items.Description = child.Description
			items.walk(path+"."+key, visit)
		}
	}
}

func TestTheExampleInDeployIsCurrent(t *testing.T) {
	got, err := os.ReadFile("../../deploy/config.example.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(config.Example()), string(got)); diff != "" {
		t.Errorf("deploy/config.example.yaml is out of date; write it anew with `pouwdem config example` (-want +got):\n%s", diff)
	}
}

func TestTheExampleLoadsAsTheDefaults(t *testing.T) {
	cfg, err := config.Load(config.Options{Path: "../../deploy/config.example.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	shown := func(c *config.Config) string {
		text, err := yaml.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	if diff := cmp.Diff(shown(config.Default()), shown(cfg)); diff != "" {
		t.Errorf("the example's values (-default +example):\n%s", diff)
	}
}

func TestEnvExampleNamesEveryVariableWithoutAValue(t *testing.T) {
	text, err := os.ReadFile("../../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		if !ok || value != "" {
			t.Errorf("line %q: want NAME= without a value", line)
		}
		names = append(names, name)
	}
	want := config.EnvNames()
	slices.Sort(names)
	slices.Sort(want)
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("variables (-honoured +listed):\n%s", diff)
	}
}

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
