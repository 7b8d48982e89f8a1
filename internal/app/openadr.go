package app

import (
	"maps"
	"slices"

	"github.com/pouw-dem/pouwdem/internal/adapter/openadr"
	"github.com/pouw-dem/pouwdem/internal/secret"
	"github.com/pouw-dem/pouwdem/internal/service/ven"
)

// newVEN is the part of the process that follows an OpenADR program; nil where
// none is configured, or no site follows it.
func newVEN(s *services) (*ven.Node, error) {
	resources := s.cfg.Resources()
	if s.cfg.OpenADR.URL == "" || len(resources) == 0 {
		return nil, nil
	}
	client, err := openadr.New(openadr.Config{
		URL: s.cfg.OpenADR.URL, ClientID: s.cfg.OpenADR.ClientID, ClientSecret: secret.Text(s.cfg.OpenADR.ClientSecret.Value()),
		Program: s.cfg.OpenADR.Program, Resources: resources, Levels: s.cfg.OpenADR.Levels(),
	})
	if err != nil {
		return nil, err
	}
	return ven.New(ven.Config{
		Source: client, From: openadr.From, Sites: slices.Sorted(maps.Values(resources)),
		Controller: s.controller, Orders: s.store, Clock: s.clock, Log: s.log,
	}), nil
}
