package httpapi_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/proof"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// book is what is recorded, in memory.
type book struct{}

func (book) Chain(context.Context) (report.Chain, error) {
	return report.Chain{
		Status: report.ChainRecording, Batches: 7,
		Nodes: []report.ChainNode{}, Troubles: []report.ChainTrouble{}, Newest: []report.ChainBatch{{ID: 7, State: "queued"}},
	}, nil
}

func (book) Market(context.Context) (report.ChainMarket, error) {
	return report.ChainMarket{
		Open: true, Contracts: []report.ChainContract{}, Oracle: []report.OracleFeed{{Name: "hashprice", Value: 50_000_000}},
		Rewards: []report.RewardDay{}, Newest: []report.StabilityCert{}, Futures: []report.FuturesPosition{},
	}, nil
}

func (book) Events(_ context.Context, contract, name string, most int) (report.ChainEvents, error) {
	return report.ChainEvents{
		Tip: 7, Counts: []report.EventCount{},
		Events: []report.ChainEvent{{Block: 7, Contract: contract, Name: name, Args: []report.EventArg{{Name: "most", Value: fmt.Sprint(most)}}}},
	}, nil
}

func (book) Troubles() []report.ChainTrouble {
	return []report.ChainTrouble{{Name: "funds", Severity: report.Critical, Text: "send it coins"}}
}

func (book) Proof(_ context.Context, site, key string) (proof.Evidence, error) {
	if key == "later" {
		return proof.Evidence{}, fmt.Errorf("%w: it goes into the next batch", httpapi.ErrNoProof)
	}
	return proof.Evidence{Site: site, Key: key, Plan: json.RawMessage(`{"allocations":[{"class":"a","use":"mine","power_mw":1e-7}]}`), Path: []proof.Hash{}}, nil
}

func (book) Verify(_ context.Context, file []byte) report.Verification {
	return report.Verification{Text: string(file), Steps: []report.Step{}}
}

func TestAProofIsFoundByIntervalAndByKey(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	for path, want := range map[string]string{
		"/api/decisions/west-1/2026-01-31T18:05Z/proof":      `"key":"2026-01-31T18:05Z"`,
		"/api/ledger/proof?site=west-1&key=fast%2Fqse-7%2F1": `"key":"fast/qse-7/1"`,
	} {
		rec := call(s, "GET", path, "", "")
		if rec.Code != http.StatusOK || !strings.Contains(rec.Body.String(), want) {
			t.Errorf("GET %s: %d %s", path, rec.Code, rec.Body)
		}
	}
	rec := call(s, "GET", "/api/ledger/proof?site=west-1&key=later", "", "")
	if rec.Code != http.StatusNotFound || !strings.Contains(rec.Body.String(), "next batch") {
		t.Errorf("a decision that is not recorded yet: %d %s", rec.Code, rec.Body)
	}
}

func TestAProofFileIsCheckedAsItStandsToTheByte(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	for _, file := range []string{`{"plan": {"power_mw":1e-07} }`, "no JSON at all"} {
		rec := call(s, "POST", "/api/ledger/verify", "", file)
		var got report.Verification
		if err := json.Unmarshal(rec.Body.Bytes(), &got); err != nil || rec.Code != http.StatusOK || got.Text != file {
			t.Errorf("%s: %d %s", file, rec.Code, rec.Body)
		}
	}
}

func TestWhatKeepsDecisionsOffTheChainIsAnAlert(t *testing.T) {
	rec := call(newServer(t, newWorld(), nil), "GET", "/api/alerts", "", "")
	if !strings.Contains(rec.Body.String(), `"id":"chain/funds","severity":"critical"`) {
		t.Errorf("%s", rec.Body)
	}
}

func TestEventsOfTheContractsAreFilteredAndBounded(t *testing.T) {
	s := newServer(t, newWorld(), nil)
	rec := call(s, "GET", "/api/chain/events?contract=TaskAllocation&name=BatchAnchored&limit=9", "", "")
	if rec.Code != http.StatusOK || !strings.Contains(rec.Body.String(), `"name":"most","value":"9"`) || !strings.Contains(rec.Body.String(), "BatchAnchored") {
		t.Errorf("%d %s", rec.Code, rec.Body)
	}
	if rec := call(s, "GET", "/api/chain/events?limit=1001", "", ""); rec.Code != http.StatusUnprocessableEntity {
		t.Errorf("a limit of 1001: %d", rec.Code)
	}
}
