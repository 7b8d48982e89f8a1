package rpc

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

// THs is a machine's hashrate from its summary: the newest that it tells, in
// whatever unit.
func THs(summary loose.Object) unit.THs {
	for _, u := range []struct {
		perTH float64
		names []string
	}{
		{1e3, []string{"GHS 5s", "GHS 1m", "GHS av"}},
		{1e6, []string{"HS RT", "MHS 5s", "MHS 1m", "MHS av"}},
		{1e9, []string{"KHS 5s", "KHS av"}},
	} {
		if n, ok := summary.Number(u.names...); ok && n >= 0 {
			return unit.THs(n / u.perTH)
		}
	}
	return 0
}

// Seconds is a number of seconds as a duration; nonsense is 0.
func Seconds(s float64) time.Duration {
	const century = 100 * 365 * 24 * 3600
	if !(s > 0) || s > century {
		return 0
	}
	return time.Duration(s * float64(time.Second))
}

// Pools reads the answer to the command pools, in the order of their priority: a
// pool's number is no more than its place in the list.
func Pools(answer loose.Object) []dispatch.Pool {
	listed := answer.Objects("POOLS")
	slices.SortStableFunc(listed, func(a, b loose.Object) int { return cmp.Compare(a.Float("Priority"), b.Float("Priority")) })
	var pools []dispatch.Pool
	for _, p := range listed {
		pools = append(pools, dispatch.Pool{
			URL: p.Text("URL"), User: p.Text("User"),
			Alive: strings.EqualFold(p.Text("Status"), "Alive"), Active: p.Bool("Stratum Active"),
		})
	}
	return pools
}

// Caller calls a command with a parameter, as [Client.Call] does. Firmwares with
// sessions put theirs in front.
type Caller func(ctx context.Context, command, parameter string) (loose.Object, error)

// ReplacePools makes the given pools a machine's only ones: new ones are added,
// given priority, and the old ones removed from the last to the first. A machine
// keeps what it has where the new pools cannot be added, so that it is never
// without one. An old pool that is still in use is left, as the machine insists,
// and is an error: the new ones do not answer it.
func ReplacePools(ctx context.Context, call Caller, pools []dispatch.Pool) error {
	before, err := listed(ctx, call)
	if err != nil {
		return err
	}
	for _, p := range pools {
		if slices.ContainsFunc(before, is(p)) {
			continue
		}
		parameter := Escape(p.URL) + "," + Escape(p.User) + "," + Escape(p.Password)
		if _, err := call(ctx, "addpool", parameter); err != nil {
			return err
		}
	}
	now, err := listed(ctx, call)
	if err != nil {
		return err
	}
	var order []string
	for _, p := range pools {
		i := slices.IndexFunc(now, is(p))
		if i < 0 {
			return fmt.Errorf("addpool: the machine said it added %s and does not list it", p.URL)
		}
		order = append(order, now[i].number)
	}
	if _, err := call(ctx, "poolpriority", strings.Join(order, ",")); err != nil {
		return err
	}
	if _, err := call(ctx, "switchpool", order[0]); err != nil {
		return err
	}
	return removeOthers(ctx, call, pools)
}

// removeOthers removes the pools that are not wanted. Numbers shift with each
// removal, so the list is read anew.
func removeOthers(ctx context.Context, call Caller, wanted []dispatch.Pool) error {
	for range 32 {
		now, err := listed(ctx, call)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(now, func(n numbered) bool {
			return !slices.ContainsFunc(wanted, func(p dispatch.Pool) bool { return is(p)(n) })
		})
		if i < 0 {
			return nil
		}
		if _, err := call(ctx, "removepool", now[i].number); err != nil {
			return fmt.Errorf("the new pools are set and the machine keeps %s: %w", now[i].url, err)
		}
	}
	return fmt.Errorf("removepool: the machine's pools do not get fewer")
}

// numbered is a pool under the machine's number for it.
type numbered struct{ number, url, user string }

func is(p dispatch.Pool) func(numbered) bool {
	return func(n numbered) bool { return n.url == p.URL && n.user == p.User }
}

func listed(ctx context.Context, call Caller) ([]numbered, error) {
	answer, err := call(ctx, "pools", "")
	if err != nil {
		return nil, err
	}
	var pools []numbered
	for i, p := range answer.Objects("POOLS") {
		number := p.Text("POOL")
		if number == "" {
			number = strconv.Itoa(i)
		}
		pools = append(pools, numbered{number, p.Text("URL"), p.Text("User")})
	}
	return pools, nil
}

// Escape protects what separates parameters.
func Escape(s string) string {
	return strings.NewReplacer("\\", "\\\\", ",", "\\,").Replace(s)
}
