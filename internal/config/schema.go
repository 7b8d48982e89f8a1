package config

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/invopop/jsonschema"
)

// Schema is the JSON schema of a configuration file, for editors. Its
// descriptions are the example's comments.
func Schema() ([]byte, error) {
	reflector := jsonschema.Reflector{
		FieldNameTag:              "yaml",
		DoNotReference:            true,
		ExpandedStruct:            true,
		AllowAdditionalProperties: false,
		// Every key has a default, so none is required.
		RequiredFromJSONSchemaTags: true,
		Mapper:                     schemaOf,
	}
	schema := reflector.Reflect(&Config{})
	schema.ID = ""
	schema.Title = "PoUW-DEM configuration"
	comments := yaml.CommentMap{}
	var ignored map[string]any
	if err := yaml.UnmarshalWithOptions(exampleYAML, &ignored, yaml.CommentToMap(comments)); err != nil {
		return nil, fmt.Errorf("read the comments of the example: %w", err)
	}
	describe(schema, "$", comments)
	text, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("render the schema: %w", err)
	}
	return append(text, '\n'), nil
}

// schemaOf is the schema of types that are not written as their Go form.
func schemaOf(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[time.Duration]():
		return &jsonschema.Schema{Type: "string", Pattern: `^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$`}
	case reflect.TypeFor[Secret]():
		return &jsonschema.Schema{Type: "string", Pattern: `^$|^(env|file|cred):.+$`}
	}
	return nil
}

// describe copies the comments into the schema. A key of a list's items is
// described by the first item that has a comment on it.
func describe(schema *jsonschema.Schema, path string, comments yaml.CommentMap) {
	for pair := schema.Properties.Oldest(); pair != nil; pair = pair.Next() {
		key := path + "." + pair.Key
		if pair.Value.Description == "" {
			pair.Value.Description = commentAt(key, comments)
		}
		describe(pair.Value, key, comments)
	}
	if schema.Items == nil {
		return
	}
	const shown = 5 // the example has no longer list whose items have keys
	for i := range shown {
		describe(schema.Items, fmt.Sprintf("%s[%d]", path, i), comments)
	}
}

func commentAt(path string, comments yaml.CommentMap) string {
	var lines []string
	for _, c := range comments[path] {
		for _, text := range c.Texts {
			lines = append(lines, strings.TrimSpace(text))
		}
	}
	return strings.Join(lines, " ")
}
