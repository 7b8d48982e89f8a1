package httpapi_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/adapter/httpapi"
	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// purse takes each reference once.
type purse struct{ booked map[string]string }

func (p *purse) Escrow(context.Context) (report.Escrow, error) {
	return report.Escrow{InUSD: float64(len(p.booked)), Accounts: []report.EscrowAccount{}, Entries: []report.EscrowEntry{}}, nil
}

func (p *purse) Deposit(_ context.Context, name string, usd float64, reference string) error {
	if p.booked[reference] != "" {
		return httpapi.ErrNotBooked
	}
	p.booked[reference] = fmt.Sprint(name, " ", usd)
	return nil
}

func (p *purse) Payout(ctx context.Context, name string, usd float64, reference string) error {
	return p.Deposit(ctx, name, -usd, "out "+reference)
}

func TestMoneyIsBookedByAdminsAndEachReferenceOnce(t *testing.T) {
	p := &purse{booked: map[string]string{}}
	s := newServer(t, newWorld(), func(c *httpapi.Config, d *httpapi.Deps) {
		d.Purse = p
		c.Tokens = []httpapi.Token{
			token("vera", httpapi.Viewer, viewerToken), token("otto", httpapi.Operator, operatorToken), token("ada", httpapi.Admin, adminToken),
		}
	})
	deposit := `{"name":"ana","usd":2.5,"reference":"transfer 1"}`
	for i, c := range []struct {
		path, token, body string
		want              int
	}{
		{"deposits", "", deposit, 401},
		{"deposits", viewerToken, deposit, 403},
		{"deposits", operatorToken, deposit, 403},
		{"deposits", adminToken, deposit, 201},
		{"deposits", adminToken, deposit, 422},
		{"deposits", adminToken, `{"name":"ana","usd":-1,"reference":"x"}`, 422},
		{"deposits", adminToken, `{"name":"ana","usd":1,"reference":""}`, 422},
		{"payouts", operatorToken, deposit, 403},
		{"payouts", adminToken, deposit, 201},
	} {
		if rec := call(s, "POST", "/api/escrow/"+c.path, c.token, c.body); rec.Code != c.want {
			t.Errorf("request %d: %d, want %d: %s", i, rec.Code, c.want, rec.Body)
		}
	}
	if len(p.booked) != 2 || p.booked["transfer 1"] != "ana 2.5" || p.booked["out transfer 1"] != "ana -2.5" {
		t.Errorf("%v", p.booked)
	}
	if rec := call(s, "GET", "/api/escrow", viewerToken, ""); rec.Code != 200 {
		t.Errorf("a viewer reads %d", rec.Code)
	}
}
