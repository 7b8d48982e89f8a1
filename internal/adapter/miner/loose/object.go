package loose

import (
	"math"
	"strconv"
	"strings"
)

// Object is a JSON object. Names are looked up as they are written, the first
// that is there wins, since firmwares differ in how they spell them.
type Object map[string]any

// Number is a number, or a string that holds one.
func (o Object) Number(names ...string) (float64, bool) {
	for _, name := range names {
		switch v := o[name].(type) {
		case float64:
			return v, true
		case string:
			if n, ok := number(strings.TrimSpace(v)); ok {
				return n, true
			}
		}
	}
	return 0, false
}

// Float is [Object.Number], 0 where there is none.
func (o Object) Float(names ...string) float64 {
	n, _ := o.Number(names...)
	return n
}

// Text is a string, or a number as it is written.
func (o Object) Text(names ...string) string {
	for _, name := range names {
		switch v := o[name].(type) {
		case string:
			return v
		case float64:
			return strconv.FormatFloat(v, 'f', -1, 64)
		case bool:
			return strconv.FormatBool(v)
		}
	}
	return ""
}

// Bool is a truth, also when it is spelt as a string or a number.
func (o Object) Bool(names ...string) bool {
	for _, name := range names {
		switch v := o[name].(type) {
		case bool:
			return v
		case float64:
			return v != 0
		case string:
			switch strings.ToLower(v) {
			case "true", "y", "yes", "1", "on":
				return true
			}
		}
	}
	return false
}

// Object is an object; nil, which can be asked further, where there is none.
func (o Object) Object(names ...string) Object {
	for _, name := range names {
		switch v := o[name].(type) {
		case Object:
			return v
		case []any:
			if list := objects(v); len(list) > 0 {
				return list[0]
			}
		}
	}
	return nil
}

// Objects is a list of objects. An object in its place is a list of one.
func (o Object) Objects(names ...string) []Object {
	for _, name := range names {
		switch v := o[name].(type) {
		case []any:
			return objects(v)
		case Object:
			return []Object{v}
		}
	}
	return nil
}

// Numbers is every number of a list.
func (o Object) Numbers(name string) []float64 {
	list, _ := o[name].([]any)
	var numbers []float64
	for _, v := range list {
		if n, ok := (Object{"": v}).Number(""); ok {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// Has reports whether the object has a value of the name.
func (o Object) Has(name string) bool { return o[name] != nil }

func objects(list []any) []Object {
	var found []Object
	for _, v := range list {
		if o, ok := v.(Object); ok {
			found = append(found, o)
		}
	}
	return found
}

func number(word string) (float64, bool) {
	if word == "" || strings.ContainsAny(word, "xXpP_iInN") {
		return 0, false
	}
	n, err := strconv.ParseFloat(word, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return 0, false
	}
	return n, true
}
