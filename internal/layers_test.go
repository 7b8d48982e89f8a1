package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/pouw-dem/pouwdem/"

// below names, for each package of core, the packages of core it may import.
// A package that is missing here is an error: a new room is drawn on the map
// first.
func below(pkg string) ([]string, bool) {
	rooms := map[string][]string{
		"unit":      {},
		"market":    {"unit"},
		"site":      {"unit"},
		"settle":    {"unit", "market", "site"},
		"optimize":  {},
		"policy":    {"unit", "market", "site", "settle", "optimize"},
		"episode":   {"unit", "market", "site", "settle", "policy"},
		"desk":      {"unit", "market", "site"},
		"report":    {"unit", "market", "site", "settle", "policy", "episode", "federate", "desk"},
		"world":     {"unit", "market", "site"},
		"grid":      {"unit"},
		"proof":     {"unit"},
		"anchor":    {"proof"},
		"attest":    {},
		"oracle":    {"unit", "market"},
		"baseline":  {"unit"},
		"reward":    {"proof", "baseline"},
		"work":      {"unit", "grid", "proof", "forecast"},
		"schedule":  {"proof", "work"},
		"escrow":    {"unit", "work"},
		"forecast":  {"unit", "market"},
		"hashwork":  {},
		"pools":     {},
		"hashsplit": {},
		"payout":    {"proof", "reward"},
		"nn":        {},
		"federate":  {},
		"dispatch":  {"unit", "site"},
		"learn":     {"unit", "market", "site", "settle", "policy", "episode", "world", "forecast", "nn"},
	}
	allowed, ok := rooms[pkg]
	return allowed, ok
}

// inside names, for each room that has rooms of its own, the ones that each may
// import; the parents of mfile, a file format, and kernel and words, inner loops, know those; others know none.
func inside(room string) map[string][]string {
	switch room {
	case "policy":
		return map[string][]string{
			"":    {},
			"mpc": {""},
		}
	case "forecast":
		return map[string][]string{
			"":         {},
			"trees":    {},
			"network":  {},
			"lear":     {""},
			"boosted":  {"", "trees"},
			"quantile": {""},
			"intraday": {"", "quantile"},
			"peak":     {""},
			"dayahead": {"", "lear", "boosted", "quantile"},
		}
	case "learn":
		return map[string][]string{
			"dsac":     {},
			"env":      {"dsac"},
			"evaluate": {},
			"":         {"dsac", "env"},
		}
	case "nn":
		return map[string][]string{
			"kernel": {},
			"":       {"kernel"},
		}
	case "federate":
		return map[string][]string{
			"secagg/words": {},
			"secagg":       {"secagg/words"},
			"privacy":      {},
			"strategy":     {"secagg/words"},
			"":             {"secagg", "privacy", "strategy"},
		}
	case "grid":
		return map[string][]string{
			"mfile":        {},
			"":             {"mfile"},
			"sparse":       {},
			"powerflow":    {"", "sparse"},
			"contingency":  {"", "sparse", "powerflow"},
			"opf":          {"", "sparse", "powerflow", "contingency"},
			"continuation": {"", "sparse", "powerflow"},
			"dynamics":     {"", "sparse", "powerflow"},
			"synth":        {"", "powerflow", "contingency"},
		}
	}
	return nil
}

func TestRoomsWithinRoomsImportDownwardsOnly(t *testing.T) {
	for _, pkg := range packages(t) {
		path, isCore := strings.CutPrefix(pkg.ImportPath, module+"internal/core/")
		room, child, _ := strings.Cut(path, "/")
		order := inside(room)
		if !isCore || order == nil {
			continue
		}
		allowed, drawn := order[child]
		if !drawn {
			t.Errorf("internal/core/%s has no place in the order within %s", path, room)
		}
		for _, imported := range pkg.Imports {
			to, own := strings.CutPrefix(imported, module+"internal/core/"+room)
			if to = strings.TrimPrefix(to, "/"); own && !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s: against the order within %s", path, imported, room)
			}
		}
	}
}

type listed struct {
	ImportPath string
	Imports    []string
}

func TestImportsRunDownwardsOnly(t *testing.T) {
	for _, pkg := range packages(t) {
		from := strings.TrimPrefix(pkg.ImportPath, module)
		for _, imported := range pkg.Imports {
			to, own := strings.CutPrefix(imported, module)
			if why := forbidden(from, to, own); why != "" {
				t.Errorf("%s imports %s: %s", from, imported, why)
			}
		}
	}
}

func TestEveryRoomOfCoreIsOnTheMap(t *testing.T) {
	for _, pkg := range packages(t) {
		room, ok := strings.CutPrefix(strings.TrimPrefix(pkg.ImportPath, module), "internal/core/")
		if !ok {
			continue
		}
		if _, drawn := below(strings.Split(room, "/")[0]); !drawn {
			t.Errorf("internal/core/%s has no place in the import order", room)
		}
	}
}

// forbidden is why package from must not import to; empty where it may. own
// says that to belongs to this module.
func forbidden(from, to string, own bool) string {
	layer, room := split(from)
	if !own {
		return forbiddenOutside(layer, to)
	}
	toLayer, toRoom := split(to)
	switch layer {
	case "core":
		return forbiddenInCore(room, toLayer, toRoom)
	case "service":
		if toLayer != "core" && toLayer != "clock" && (toLayer != "service" || room != toRoom) {
			return "a service sees core and the clock, and declares the interfaces it needs"
		}
	case "adapter":
		embedded := room == "httpapi" && toLayer == "web" || room == "chain" && toLayer == "contracts"
		if toLayer != "core" && toLayer != "clock" && toLayer != "secret" && !embedded && (toLayer != "adapter" || room != toRoom) {
			return "an adapter sees core, the clock and secrets, no other adapter and no service"
		}
	case "config":
		if toLayer != "core" && toLayer != "secret" {
			return "configuration sees core and secrets only"
		}
	case "clock", "secret", "web", "contracts", "models":
		return "a leaf imports nothing of ours"
	case "cmd":
		if toLayer != "app" {
			return "main starts app and nothing else"
		}
	}
	return ""
}

func forbiddenInCore(room, toLayer, toRoom string) string {
	if toLayer != "core" {
		return "core sees only core"
	}
	allowed, _ := below(room)
	if room != toRoom && !slices.Contains(allowed, toRoom) {
		return "against the order of core"
	}
	return ""
}

// forbiddenOutside keeps core to the parts of the standard library that
// compute, and to gonum.
func forbiddenOutside(layer, to string) string {
	if layer != "core" {
		return ""
	}
	if strings.Contains(strings.Split(to, "/")[0], ".") {
		for _, prefix := range []string{"gonum.org/v1/gonum/", "golang.org/x/crypto/sha3", "golang.org/x/sys/cpu"} {
			if strings.HasPrefix(to, prefix) {
				return ""
			}
		}
		return "core stands on the standard library and gonum"
	}
	for _, impure := range []string{"os", "net", "log", "database", "syscall", "unsafe", "os/exec"} {
		if to == impure || strings.HasPrefix(to, impure+"/") {
			return "core does no I/O"
		}
	}
	return ""
}

// split cuts "internal/core/policy/x" into its layer and room; folders outside
// internal are their own layer.
func split(path string) (layer, room string) {
	parts := strings.Split(strings.TrimPrefix(path, "internal/"), "/")
	if len(parts) == 1 {
		return parts[0], ""
	}
	return parts[0], parts[1]
}

func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var pkg listed
		if err := dec.Decode(&pkg); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		all = append(all, pkg)
	}
	if len(all) < 10 {
		t.Fatalf("go list found %d packages, which cannot be all", len(all))
	}
	return all
}
