package storetest

import (
	"strings"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/store"
	"github.com/pouw-dem/pouwdem/internal/core/episode"
)

func openTests() map[string]func(*testing.T, Engine) {
	return map[string]func(*testing.T, Engine){
		"WhatWasStoredIsThereAfterReopening": reopened,
		"ANewerSchemaIsRefused":              newerSchema,
		"AnOldSchemaIsRefusedWhereToldTo":    oldSchema,
		"AnOpenStoreAnswers":                 answers,
	}
}

func reopened(t *testing.T, e Engine) {
	url := e.URL(t)
	r := Record("alpha", at(12, 0))
	first, err := store.Open(t.Context(), url, store.Options{})
	ok(t, err)
	must[bool](t)(first.SaveDecision(t.Context(), r))
	ok(t, first.Close())
	second := open(t, url)
	got, found, err := second.Decision(t.Context(), "alpha", r.Decision.Key)
	ok(t, err)
	if !found {
		t.Fatal("not found after reopening")
	}
	same(t, "decision", got, r.Decision)
	emit(t, second, 1)
	events := must[[]episode.Event](t)(second.Events(t.Context(), 2, 10))
	if len(events) != 1 || events[0].Seq != 3 {
		t.Errorf("numbers did not go on after reopening: %+v", events)
	}
}

func newerSchema(t *testing.T, e Engine) {
	url := e.URL(t)
	open(t, url)
	yes := "1"
	if strings.HasPrefix(url, "postgres:") {
		yes = "true"
	}
	ok(t, e.Exec(t, url, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, "+yes+")"))
	_, err := store.Open(t.Context(), url, store.Options{})
	if err == nil || !strings.Contains(err.Error(), "newer than this program") {
		t.Errorf("error %v, want one that says the schema is newer", err)
	}
}

func oldSchema(t *testing.T, e Engine) {
	_, err := store.Open(t.Context(), e.URL(t), store.Options{NoMigrate: true})
	if err == nil || !strings.Contains(err.Error(), "older than this program") {
		t.Errorf("error %v, want one that says the schema is older", err)
	}
}

func answers(t *testing.T, e Engine) {
	s := Open(t, e)
	ok(t, s.Ping(t.Context()))
	if _, schema := s.Engine(); schema < 1 {
		t.Errorf("schema version %d", schema)
	}
}
