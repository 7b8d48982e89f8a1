package pdu_test

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/pdu"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/plant"
)

func TestOutletsAreReadAndSwitched(t *testing.T) {
	conn, err := (&net.ListenConfig{}).ListenPacket(t.Context(), "udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	cycled := make(chan int, 1)
	var outlets []plant.Outlet
	for i := range 30 {
		outlets = append(outlets, plant.Outlet{Watts: func() float64 { return 100*float64(i) + 0.5 }, Cycle: func() { cycled <- i + 1 }})
	}
	unit := plant.NewPDU(conn, "rack", outlets)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); unit.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })

	units, err := pdu.New([]pdu.Config{{Address: unit.Address(), Community: "rack", Outlets: 30}})
	if err != nil {
		t.Fatal(err)
	}
	watts, err := units.Watts(t.Context())
	if err != nil || len(watts) != 30 || watts[pdu.Name(unit.Address(), 30)] != 2900.5 {
		t.Fatalf("%d outlets, the last at %v W, %v", len(watts), watts[pdu.Name(unit.Address(), 30)], err)
	}
	if err := units.Cycle(t.Context(), pdu.Name(unit.Address(), 7)); err != nil {
		t.Fatal(err)
	}
	if got := <-cycled; got != 7 {
		t.Errorf("outlet %d was switched, not 7", got)
	}
	if err := units.Cycle(t.Context(), pdu.Name(unit.Address(), 31)); err == nil {
		t.Error("an outlet that is not there was switched")
	}
	stranger, err := pdu.New([]pdu.Config{{Address: unit.Address(), Community: "guess", Outlets: 1, Timeout: 100 * time.Millisecond}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stranger.Watts(t.Context()); err == nil {
		t.Error("a stranger was answered")
	}
}
