package app

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// gridCommand runs a grid command as a user does.
func gridCommand(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = Main(t.Context(), Process{
		Args: append([]string{"grid"}, args...), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" },
	})
	return code, out.String(), errs.String()
}

// synthetic writes a small network and returns its path.
func synthetic(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "small.m")
	if code, _, errs := gridCommand(t, "synth", "--buses", "60", "--out", path); code != exitOK {
		t.Fatal(errs)
	}
	return path
}

// fieldsOf are the names in a JSON value: of an object, and of the first object
// of each list in it, as "list[].name".
func fieldsOf(t *testing.T, text string) []string {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("not one JSON object: %v\n%.200s", err, text)
	}
	var names []string
	for name, value := range v {
		names = append(names, name)
		list, _ := value.([]any)
		if len(list) == 0 {
			continue
		}
		if first, ok := list[0].(map[string]any); ok {
			for inner := range first {
				names = append(names, name+"[]."+inner)
			}
		}
	}
	return names
}

func TestGridCommandsPrintTheDocumentedFields(t *testing.T) {
	path := synthetic(t)
	for command, want := range map[string]string{
		"pf": "case converged iterations max_mismatch_pu losses_mw elapsed_us buses[].id buses[].type buses[].vm_pu buses[].va_deg " +
			"generators[].bus generators[].pg_mw generators[].qg_mvar branches[].from branches[].to branches[].pf_mw branches[].qf_mvar branches[].pt_mw branches[].qt_mvar",
		"dcpf":      "case elapsed_us buses[].va_deg branches[].pf_mw",
		"opf":       "objective_usd_h iterations kkt_residual elapsed_us buses[].id buses[].vm_pu buses[].va_deg buses[].lmp_usd_mwh generators[].pg_mw",
		"dcopf":     "objective_usd_h iterations kkt_residual elapsed_us buses[].lmp_usd_mwh generators[].pg_mw",
		"n1":        "elapsed_us outages[].branch_index outages[].from outages[].to outages[].status outages[].iterations outages[].min_vm_pu outages[].min_vm_bus outages[].max_loading_pct outages[].max_loading_branch",
		"cpf":       "max_lambda nose load_at_nose_mw points[].lambda points[].vm_pu",
		"stability": "case assumed_machines inertia_gws run elapsed_us",
	} {
		t.Run(command, func(t *testing.T) {
			args := []string{command, path, "--json"}
			if command == "stability" {
				args = append(args, "--lose-load", "100", "--horizon", "1")
			}
			code, out, errs := gridCommand(t, args...)
			if code != exitOK {
				t.Fatalf("exit %d: %s", code, errs)
			}
			names := fieldsOf(t, out)
			for _, name := range strings.Fields(want) {
				if !slices.Contains(names, name) {
					t.Errorf("no field %s in %v", name, names)
				}
			}
		})
	}
}

func TestGridCommandsWriteTablesCasesAndCharts(t *testing.T) {
	path, dir := synthetic(t), t.TempDir()
	solved := filepath.Join(dir, "solved.m")
	if code, _, errs := gridCommand(t, "pf", path, "--csv", dir, "--plot", dir, "--out", solved); code != exitOK {
		t.Fatal(errs)
	}
	if code, _, errs := gridCommand(t, "stability", path, "--fault", "1", "--horizon", "0.5", "--csv", dir, "--plot", dir); code != exitOK {
		t.Fatal(errs)
	}
	for _, name := range []string{"small_bus.csv", "small_branch.csv", "small_gen.csv", "small-loading.svg", "solved.m", "small_swing.csv", "small-swing.svg", "small-frequency.svg"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() < 100 {
			t.Errorf("%s is missing or empty: %v", name, err)
		}
	}
	// What was written is a case like any other, already solved.
	code, out, errs := gridCommand(t, "pf", solved, "--start", "case")
	if code != exitOK || !strings.Contains(out, "0 iterations") && !strings.Contains(out, "1 iteration") {
		t.Errorf("exit %d, %q %s: want a solved case to be solved at once", code, out, errs)
	}
}

func TestGridCommandsRefuseWhatTheyCannotDo(t *testing.T) {
	path := synthetic(t)
	for _, test := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"stability", path}, exitUsage, "nothing happens"},
		{[]string{"stability", path, "--critical"}, exitUsage, "need --fault"},
		{[]string{"stability", path, "--fault", "99999"}, exitFailure, "no bus 99999"},
		{[]string{"stability", path, "--lose-load", "1e9"}, exitFailure, "more than the"},
		{[]string{"stability", path, "--lose-load", "1", "--load", "x"}, exitUsage, "--load x"},
		{[]string{"pf", "absent.m"}, exitFailure, "absent.m"},
	} {
		code, out, errs := gridCommand(t, test.args...)
		if code != test.code || !strings.Contains(errs, test.says) || out != "" {
			t.Errorf("%v: exit %d, %q on stdout, %q: want exit %d and %q", test.args, code, out, errs, test.code, test.says)
		}
	}
}
