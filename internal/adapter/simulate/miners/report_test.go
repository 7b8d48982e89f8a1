package miners_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/miners"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

// ask sends one command of cgminer's protocol, as clients of others do.
func ask(t *testing.T, address, command string, answer any) {
	t.Helper()
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, `{"command":%q}`, command)
	raw, err := io.ReadAll(conn)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(bytes.TrimRight(raw, "\x00"), answer); err != nil {
		t.Fatalf("%s: %v in %s", command, err, raw)
	}
}

func TestBoardsAreInMegahashesAndAddUpToTheMachineInJoinedReports(t *testing.T) {
	levels := []miners.Level{{Name: "asleep", Watts: 25}, {Name: "full", Watts: 2794, THs: 121.8}}
	farm, err := miners.New(miners.Options{
		Specs: []miners.Spec{{Firmware: "cgminer", Levels: levels}, {Firmware: "luxos", Levels: levels}, {Firmware: "whatsminer2", Levels: levels}},
		Seed:  1, Clock: clock.Wall{},
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); _ = farm.Run(ctx) }()
	defer func() { cancel(); <-ended }()
	for i, unit := range []string{"MHS 5s", "GHS 5s", "MHS 5s"} {
		var told struct {
			Summary []struct{ SUMMARY []map[string]any }
			Devs    []struct{ DEVS []map[string]any }
		}
		ask(t, farm.Addresses()[i], "summary+devs", &told)
		whole, _ := told.Summary[0].SUMMARY[0][unit].(float64)
		if unit == "GHS 5s" {
			whole *= 1e3
		}
		var sum float64
		for _, board := range told.Devs[0].DEVS {
			rate, _ := board["MHS 5s"].(float64)
			sum += rate
		}
		if math.Abs(whole/121.8e6-1) > 0.01 || math.Abs(sum/whole-1) > 0.01 {
			t.Errorf("machine %d: %g MH/s, its boards %g", i, whole, sum)
		}
	}
}
