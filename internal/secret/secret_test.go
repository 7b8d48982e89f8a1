package secret_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/secret"
)

func TestASecretShowsItselfNowhere(t *testing.T) {
	const plain = "what nobody may see"
	held := struct{ Key secret.Text }{plain}
	encoded, err := json.Marshal(held)
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("held", "key", held.Key)
	for _, shown := range []string{fmt.Sprint(held), fmt.Sprintf("%+v %#v %s %q", held, held, held.Key, held.Key), string(encoded), log.String()} {
		if strings.Contains(shown, plain) || !strings.Contains(shown, "[redacted]") {
			t.Errorf("it shows as %s", shown)
		}
	}
}

func TestThisComputerIsKnownByItsNameAndItsAddresses(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "LocalHost": true, "127.0.0.1": true, "127.8.0.1": true, "::1": true,
		"": false, "10.0.0.1": false, "localhost.example": false, "127.0.0.1.example": false,
	} {
		if got := secret.Local(host); got != want {
			t.Errorf("%q: %v, want %v", host, got, want)
		}
	}
}
