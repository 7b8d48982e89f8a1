package loose_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
)

// The broken answers are those that public libraries for miners work around;
// what each ought to mean is said beside it.
func TestWhatMinersWriteIsRead(t *testing.T) {
	type object = loose.Object
	for name, c := range map[string]struct {
		raw  string
		want object
	}{
		"sound":                   {`{"a":[{"b":1.5,"c":"x"}],"d":true,"e":null}`, object{"a": []any{object{"b": 1.5, "c": "x"}}, "d": true, "e": nil}},
		"NUL at the end":          {"{\"a\":1}\x00", object{"a": 1.}},
		"trailing comma":          {`{"a":1,"b":[1,2,],}`, object{"a": 1., "b": []any{1., 2.}}},
		"line break in a string":  {"{\"a\":\"x\ny\",\n\"b\":2}", object{"a": "x\ny", "b": 2.}},
		"objects run together":    {`{"a":[{"x":1}{"x":2}]}`, object{"a": []any{object{"x": 1.}, object{"x": 2.}}}},
		"answers run together":    {`{"a":1}{"b":2}`, object{"a": 1., "b": 2.}},
		"comma before the first":  {`{"a":[,{"x":1}]}`, object{"a": []any{object{"x": 1.}}}},
		"no comma before a key":   {`{"chain":"oooo""temp0":61}`, object{"chain": "oooo", "temp0": 61.}},
		"numbers that are none":   {`{"a":inf,"b":-nan,"c":"nan","d":3}`, object{"a": nil, "b": nil, "c": "nan", "d": 3.}},
		"leading comma":           {`,"id":1}`, object{"id": 1.}},
		"cut off in a list":       {`{"a":1,"b":[{"x":1},{"y":2`, object{"a": 1., "b": []any{object{"x": 1.}, object{"y": 2.}}}},
		"cut off in a key":        {`{"a":1,"bcd`, object{"a": 1.}},
		"cut off after a colon":   {`{"a":1,"b":`, object{"a": 1., "b": nil}},
		"pairs written as a list": {`{"error_code":["111":"2023-01-01 00:00:00"]}`, object{"error_code": []any{object{"111": "2023-01-01 00:00:00"}}}},
		"escapes":                 {`{"a":"\u00e9\n\ud83d\ude00\/"}`, object{"a": "é\n😀/"}},
	} {
		got, err := loose.Parse([]byte(c.raw))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for _, raw := range []string{"", "\x00", "hello", "[1,2]", "STATUS=S,When=1|"} {
		if got, err := loose.Parse([]byte(raw)); err == nil {
			t.Errorf("%q was read as %v", raw, got)
		}
	}
}

func TestNumbersAreFoundHoweverTheyAreSpelt(t *testing.T) {
	o, err := loose.Parse([]byte(`{"MHS av":"1.5","GHS 5s":2,"bad":"inf","on":"true","list":[1,"2",{"x":1}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if n, ok := o.Number("GHS av", "MHS av"); !ok || n != 1.5 {
		t.Errorf("MHS av: %v, %v", n, ok)
	}
	if _, ok := o.Number("bad"); ok {
		t.Error("inf passes for a number")
	}
	if !o.Bool("on") || o.Bool("off") {
		t.Error("a truth in quotes is not seen")
	}
	if diff := cmp.Diff([]float64{1, 2}, o.Numbers("list")); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{`{"a":[{"b":1}],"c":"d"}`, `{"a":["1":"2"]}`, ",\"id\":1}\x00", `{"a":"\ud83d`, `{"STATUS":[{"STATUS":"S"}`, `{"a":[[[[{`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := loose.Parse(raw)
		if err != nil {
			return
		}
		if _, err := json.Marshal(got); err != nil {
			t.Fatalf("%q became what is no JSON: %v", raw, err)
		}
		var strict map[string]any
		if json.Unmarshal(raw, &strict) != nil {
			return
		}
		// Both through the standard library, which forgets the types.
		ours, theirs := normal(t, got), normal(t, strict)
		if diff := cmp.Diff(theirs, ours); diff != "" {
			t.Fatalf("%q, sound JSON, is read otherwise (-want +got):\n%s", raw, diff)
		}
	})
}

func normal(t *testing.T, v any) any {
	encoded, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(encoded, &out); err != nil {
		t.Fatal(err)
	}
	return out
}
