package mfile_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/grid/mfile"
)

// run executes the body of a function that returns mpc.
func run(t *testing.T, body string) *mfile.File {
	t.Helper()
	f, err := mfile.Run("case.m", []byte("function mpc = acase\n"+body+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// matrix is field x of the file.
func matrix(t *testing.T, f *mfile.File, name string) [][]float64 {
	t.Helper()
	v, ok := f.Field(name)
	if !ok {
		t.Fatalf("no field %s", name)
	}
	rows := make([][]float64, 0, v.Rows)
	for i := range v.Rows {
		rows = append(rows, v.Row(i))
	}
	return rows
}

func TestMatricesAreReadAsMATLABReadsThem(t *testing.T) {
	inf := math.Inf(1)
	for source, want := range map[string][][]float64{
		"[1 2; 3 4]":                               {{1, 2}, {3, 4}},
		"[1, 2; 3, 4;]":                            {{1, 2}, {3, 4}},
		"[\n\t1\t2;\n\t3\t4;\n]":                   {{1, 2}, {3, 4}},
		"[1 2\n3 4]":                               {{1, 2}, {3, 4}},
		"[1 2 % two\r\n 3 4 # more\r\n]":           {{1, 2}, {3, 4}},
		"[1 ... the rest of this row is below\n2]": {{1, 2}},
		"[1 -2]":                 {{1, -2}},
		"[1 - 2]":                {{-1}},
		"[1 -2 + 3]":             {{1, 1}},
		"[1-2 3]":                {{-1, 3}},
		"[12/sqrt(4) -50/4]":     {{6, -12.5}},
		"[-Inf Inf inf]":         {{-inf, inf, inf}},
		"[1e3 1.5E-3 2d2 .5 5.]": {{1000, 0.0015, 200, 0.5, 5}},
		"[2^3 2^-1 -2^2 10^-3]":  {{8, 0.5, -4, 0.001}},
		"[1 2; 3 4]'":            {{1, 3}, {2, 4}},
		"[[1 2]' [3; 4]]":        {{1, 3}, {2, 4}},
		"[[1 2]; 3 4]":           {{1, 2}, {3, 4}},
		"[1:3; 10:-2:6]":         {{1, 2, 3}, {10, 8, 6}},
		"[]":                     {},
		"[(1 - 2) (3)]":          {{-1, 3}},
		"[1 == 1, 2 ~= 2]":       {{1, 0}},
		"2 * [1 2] ./ [4 8]":     {{0.5, 0.5}},
		"[1,2\n\n\n;;3,4]":       {{1, 2}, {3, 4}},
		"pi":                     {{math.Pi}},
		"sin(acos(0.6))":         {{math.Sin(math.Acos(0.6))}},
		"zeros(1, 2)":            {{0, 0}},
	} {
		if diff := cmp.Diff(want, matrix(t, run(t, "mpc.x = "+source+";"), "x")); diff != "" {
			t.Errorf("%s:\n%s", source, diff)
		}
	}
}

func TestSlicesByNamedColumnsAreReadAndAssigned(t *testing.T) {
	f := run(t, `mpc.baseMVA = 10;
mpc.bus = [1 3 100 50; 2 1 200 80];
[PQ, PV, REF, NONE, BUS_I, BUS_TYPE, ...
    PD, QD] = idx_bus;
mpc.bus(:, [PD, QD]) = mpc.bus(:, [PD QD]) / 1e3;
mpc.last = mpc.bus(end, end);
mpc.second = mpc.bus(:, 2)';
mpc.bus(1, PD) = 7;
k = find(mpc.bus(:, PD) > 1);
mpc.bus(k, QD) = mpc.bus(k, PD) + 1;
c = idx_dcline;
mpc.loss = c.LOSS1;
mpc.count = size(mpc.bus, 1);`)
	if diff := cmp.Diff([][]float64{{1, 3, 7, 8}, {2, 1, 0.2, 0.08}}, matrix(t, f, "bus")); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string][][]float64{"last": {{0.08}}, "second": {{3, 1}}, "loss": {{17}}, "count": {{2}}} {
		if diff := cmp.Diff(want, matrix(t, f, name)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestNamedColumnsHaveMATPOWERsNumbers(t *testing.T) {
	f := run(t, "define_constants;\nmpc.x = [VMIN MU_VMIN APF MU_QMIN ANGMAX BR_STATUS NCOST CT_TAREALOAD CT_LOAD_DIS_P CT_MODCOST_X];")
	want := [][]float64{{13, 17, 21, 25, 13, 11, 4, 8, 6, -2}}
	if diff := cmp.Diff(want, matrix(t, f, "x")); diff != "" {
		t.Error(diff)
	}
}

func TestStringsMayHoldCommentSignsAndQuotes(t *testing.T) {
	f := run(t, "mpc.name = {\n\t'a % b; c';\n\t'it''s';\n\t\"say \"\"x\"\"\";\n};")
	v, _ := f.Field("name")
	texts, ok := v.Strings()
	if diff := cmp.Diff([]string{"a % b; c", "it's", `say "x"`}, texts); !ok || diff != "" {
		t.Error(diff)
	}
}

func TestABlockCommentAndABranchNotTakenAreNoStatements(t *testing.T) {
	f := run(t, `%{
mpc.x = 1;
%}
flag = 0;
if flag
    mpc.x = nosuch(1, [2 3]);
    if 1
        mpc.y(end) = 4;
    end
elseif flag == 0
    mpc.x = 2;
else
    mpc.x = 3;
end
if ~flag && true, mpc.z = 5; end`)
	for name, want := range map[string]float64{"x": 2, "z": 5} {
		if diff := cmp.Diff([][]float64{{want}}, matrix(t, f, name)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestFieldsOfStructuresKeepTheirOrder(t *testing.T) {
	f := run(t, "mpc.b = 1;\nmpc.if.map = [1 2];\nmpc.a = 'x';\nlocal = 3;")
	var names []string
	for _, field := range f.Fields {
		names = append(names, field.Name)
	}
	if diff := cmp.Diff([]string{"b", "if.map", "a"}, names); diff != "" {
		t.Error(diff)
	}
}

func TestWhatItDoesNotKnowIsAnErrorWithFileLineAndText(t *testing.T) {
	for body, want := range map[string]string{
		"mpc.x = loadcase('case9');":          `case.m:2: loadcase of a string: "mpc.x = loadcase('case9');"`,
		"mpc.x = 1;\nplot(1);":                `case.m:3: plot has no value`,
		"mpc.x = 1;\nfor i = 1:3":             `case.m:3: for is no statement`,
		"mpc.x = [1 2; 3];":                   `this row has 1 elements, the ones above have 2`,
		"mpc.x = [1 2;\n3 4":                  `never closed`,
		"mpc.x = [1 2);":                      `closes nothing`,
		"mpc.x = 'abc":                        `never closed`,
		"mpc.x = [1 'a'];":                    `a matrix holds numbers, not a string`,
		"mpc.x = [1 2]; mpc.x(3) = 4;":        `index 3, want 1 to 2`,
		"mpc.x = [1 2]; mpc.x(:, 1) = [1 2];": `cannot fill 1 rows and 1 columns`,
		"mpc.x = [1 2] * [3; 4];":             `element by element it is .*`,
		"mpc.x = 1; mpc.x.y = 2;":             `cannot both hold a value`,
		"mpc.x = zeros(9999, 9999);":          `more than`,
		"mpc.x = 1:1e12;":                     `more than`,
		"mpc.x = 1 2;":                        `the statement should end before "2"`,
		"mpc.x = 12abc;":                      `runs into a letter`,
		"mpc.x = 1e999;":                      `out of range`,
		"if 1\nmpc.x = 1;":                    `has no end`,
		"mpc.x = 1; eval('mpc.x = 2');":       `eval has no value`,
		"mpc.x = 1;\nfunction y = f":          `function is no statement`,
		"mpc.x = 'abc\ny":                     `not closed on its line`,
		"%{\n":                                `never ends`,
		"x = 1;":                              `the output mpc is never assigned`,
	} {
		_, err := mfile.Run("case.m", []byte("function mpc = acase\n"+body))
		if !errors.Is(err, mfile.ErrSyntax) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", body, err, want)
		}
	}
}

func TestAVersion1CaseIsRefusedWithItsRemedy(t *testing.T) {
	_, err := mfile.Run("old.m", []byte("function [baseMVA, bus] = old\nbaseMVA = 1;"))
	if err == nil || !strings.Contains(err.Error(), "version 1") {
		t.Errorf("error %v", err)
	}
}

func FuzzRun(f *testing.F) {
	for _, seed := range []string{
		"function mpc = a\nmpc.x = [1 -2; 3 4]';\nmpc.y = {'a', \"b\"};",
		"function mpc = a\nif 0\nmpc.x(end, :) = 1:3;\nelse\nmpc.x = 2^-3 ./ pi;\nend\n",
		"function c = a\ndefine_constants;\nc = [CT_TBUS 1 ... x\n 2];\n%{\n%}\n",
		"function mpc = a\n[PQ, PV] = idx_bus; mpc.x = zeros(2); mpc.x(:, [PQ PV]) = mpc.x(:, 1:2) / 3;",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		file, err := mfile.Run("fuzz.m", src)
		if err != nil && !errors.Is(err, mfile.ErrSyntax) {
			t.Fatalf("an error of another kind: %v", err)
		}
		if err == nil {
			for _, field := range file.Fields {
				if v := field.Value; v.Kind == mfile.Matrix && len(v.Numbers) != v.Rows*v.Cols {
					t.Fatalf("%s has %d numbers in %d rows and %d columns", field.Name, len(v.Numbers), v.Rows, v.Cols)
				}
			}
		}
	})
}
