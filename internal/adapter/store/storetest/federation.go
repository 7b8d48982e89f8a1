package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

func federationTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"a round keeps its transcript while it is open":   transcriptGoesWithItsRound,
		"a model and its round are there together":        outcomeIsWhole,
		"a site finds its place in a round as it left it": seatIsKept,
	}
}

func transcriptGoesWithItsRound(t *testing.T, e Engine) {
	s, ctx := Open(t, e), t.Context()
	r := federate.Round{Number: 4, Attempt: "aa", State: federate.Open, Opened: time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)}
	if err := s.PutFedRound(ctx, r); err != nil {
		t.Fatal(err)
	}
	want := []federate.Kept{{Seq: 0, Member: -1, Raw: []byte("terms")}, {Seq: 1, Step: secagg.Masking, Member: 2, Raw: []byte{0, 255}}, {Seq: 2, Step: secagg.Masking, Member: -1}}
	for _, k := range want {
		if err := s.KeepFedMessage(ctx, "aa", k); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.KeepFedMessage(ctx, "aa", want[1]); err == nil {
		t.Error("two entries at one place: accepted")
	}
	got, err := s.FedTranscript(ctx, "aa")
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	r.State = federate.Abandoned
	if err := s.PutFedRound(ctx, r); err != nil {
		t.Fatal(err)
	}
	if got, err := s.FedTranscript(ctx, "aa"); err != nil || len(got) != 0 {
		t.Errorf("%d entries after the round, %v", len(got), err)
	}
}

func outcomeIsWhole(t *testing.T, e Engine) {
	s, ctx := Open(t, e), t.Context()
	for n := uint64(1); n <= 60; n += 59 {
		r := federate.Round{Number: n, Attempt: "aa", State: federate.Final, Model: "h"}
		if err := s.PutFedOutcome(ctx, r, string(rune('a'+n%26)), []byte{byte(n)}, []byte("memory")); err != nil {
			t.Fatal(err)
		}
	}
	rounds, err := s.FedRounds(ctx, 5)
	if err != nil || len(rounds) != 2 || rounds[0].Number != 60 {
		t.Fatal(rounds, err)
	}
	model, memory, ok, err := s.FedModel(ctx, string(rune('a'+60%26)))
	if err != nil || !ok || string(memory) != "memory" || model[0] != 60 {
		t.Error(model, memory, ok, err)
	}
	if _, _, ok, err := s.FedModel(ctx, "b"); ok || err != nil {
		t.Error("an old model is still there", err)
	}
}

func seatIsKept(t *testing.T, e Engine) {
	s, ctx := Open(t, e), t.Context()
	if _, ok, err := s.FedSeat(ctx, "west"); ok || err != nil {
		t.Fatal(ok, err)
	}
	want := federate.Seat{Attempt: "aa", Round: 3, Step: secagg.Sharing, Member: []byte(`{"a":1}`), Out: []byte{1, 0, 2}}
	for range 2 {
		if err := s.PutFedSeat(ctx, "west", want); err != nil {
			t.Fatal(err)
		}
	}
	got, ok, err := s.FedSeat(ctx, "west")
	if diff := cmp.Diff(want, got); err != nil || !ok || diff != "" {
		t.Errorf("%v %v (-want +got)\n%s", ok, err, diff)
	}
}
