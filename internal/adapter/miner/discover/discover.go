// Package discover finds miners in ranges of addresses and says which firmware
// each runs, so that the right driver is opened. It reads and signs in nowhere;
// it commands nothing.
package discover

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/antminer"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/braiins"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/cgminer"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/luxos"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/rpc"
	"github.com/pouw-dem/pouwdem/internal/adapter/miner/whatsminer"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
)

// Drivers are the firmwares that are driven, by their names.
func Drivers() map[string]func(miner.Config, *http.Client) (miner.Driver, error) {
	return map[string]func(miner.Config, *http.Client) (miner.Driver, error){
		"cgminer":     func(c miner.Config, _ *http.Client) (miner.Driver, error) { return cgminer.New(c) },
		"luxos":       func(c miner.Config, _ *http.Client) (miner.Driver, error) { return luxos.New(c) },
		"braiins":     func(c miner.Config, h *http.Client) (miner.Driver, error) { return braiins.New(c, h) },
		"whatsminer2": func(c miner.Config, _ *http.Client) (miner.Driver, error) { return whatsminer.NewV2(c) },
		"whatsminer3": func(c miner.Config, _ *http.Client) (miner.Driver, error) { return whatsminer.NewV3(c) },
		"antminer":    func(c miner.Config, h *http.Client) (miner.Driver, error) { return antminer.New(c, h) },
	}
}

// Firmwares are the names of the drivers, sorted.
func Firmwares() []string { return slices.Sorted(maps.Keys(Drivers())) }

// Open is the driver of a firmware for a machine. Drivers over HTTP share the
// client's connections; nil gives each its own and keeps none.
func Open(firmware string, cfg miner.Config, client *http.Client) (miner.Driver, error) {
	open := Drivers()[firmware]
	if open == nil {
		return nil, fmt.Errorf("firmware %q: want one of %s", firmware, strings.Join(Firmwares(), ", "))
	}
	return open(cfg, client)
}

// Options say where and how hard to look. Zero values take the defaults.
type Options struct {
	RPC, V3, HTTP string        // ports; 4028, 4433 and 80
	Concurrency   int           // addresses at once; 500
	Timeout       time.Duration // of one exchange, on the wall's clock; 1 s
}

func (o Options) filled() Options {
	for _, p := range []struct {
		port     *string
		standard string
	}{{&o.RPC, rpc.Port}, {&o.V3, whatsminer.PortV3}, {&o.HTTP, "80"}} {
		if *p.port == "" {
			*p.port = p.standard
		}
	}
	if o.Concurrency <= 0 {
		o.Concurrency = 500
	}
	if o.Timeout <= 0 {
		o.Timeout = time.Second
	}
	return o
}

// Found is a machine, or something that answers and is not driven here.
type Found struct {
	Address  string            `json:"address"` // host:port of the driver's protocol
	Firmware string            `json:"firmware"`
	Identity dispatch.Identity `json:"identity"`
	Problem  string            `json:"problem,omitempty"` // why the machine did not say more
}

// most is how many addresses one search may name.
const most = 1 << 16

// Expand turns ranges into hosts: a.b.c.d, a.b.c.d/nn, a.b.c.d-e.f.g.h, or a
// name. The first and last address of a network are asked too.
func Expand(ranges []string) ([]string, error) {
	var hosts []string
	for _, r := range ranges {
		first, last, err := ends(strings.TrimSpace(r))
		if err != nil {
			return nil, err
		}
		if !first.IsValid() {
			hosts = append(hosts, strings.TrimSpace(r))
			continue
		}
		for at := first; ; at = at.Next() {
			if len(hosts) == most {
				return nil, fmt.Errorf("range %s: more than %d addresses; split the search", r, most)
			}
			hosts = append(hosts, at.String())
			if at == last || !at.Next().IsValid() {
				break
			}
		}
	}
	return hosts, nil
}

// ends are the first and last address of a range; not valid for a name.
func ends(r string) (first, last netip.Addr, err error) {
	if strings.Contains(r, "/") {
		prefix, err := netip.ParsePrefix(r)
		if err != nil {
			return first, last, fmt.Errorf("range %q: want the form 10.0.0.0/24", r)
		}
		if bits := prefix.Addr().BitLen() - prefix.Bits(); bits > 16 {
			return first, last, fmt.Errorf("range %s: more than %d addresses; split the search", r, most)
		}
		first, last = prefix.Masked().Addr(), prefix.Masked().Addr()
		for n := 1<<(first.BitLen()-prefix.Bits()) - 1; n > 0; n-- {
			last = last.Next()
		}
		return first, last, nil
	}
	if from, to, isRange := strings.Cut(r, "-"); isRange {
		a, errA := netip.ParseAddr(from)
		b, errB := netip.ParseAddr(to)
		if errA == nil {
			if errB != nil || b.Less(a) || a.BitLen() != b.BitLen() {
				return first, last, fmt.Errorf("range %q: want the form 10.0.0.5-10.0.0.60, ascending", r)
			}
			return a, b, nil
		}
	}
	if a, err := netip.ParseAddr(r); err == nil {
		return a, a, nil
	}
	if r == "" {
		return first, last, errors.New("an address is empty")
	}
	return first, last, nil
}

// Scan asks every host and tells each machine that it finds, in no order; found
// is called by one goroutine at a time. It ends with the context's error if that
// cuts it short.
func Scan(ctx context.Context, hosts []string, o Options, found func(Found)) error {
	o = o.filled()
	var group errgroup.Group
	group.SetLimit(o.Concurrency)
	var mu sync.Mutex
	for _, host := range hosts {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			if f, ok := Detect(ctx, host, o); ok {
				mu.Lock()
				defer mu.Unlock()
				found(f)
			}
			return nil
		})
	}
	_ = group.Wait() // no search of a host fails
	return ctx.Err()
}

// Detect says what runs on a host; ok is false where nothing known answers. The
// newer Whatsminer API is tried first, since its machines often serve the older
// one too.
func Detect(ctx context.Context, host string, o Options) (f Found, ok bool) {
	o = o.filled()
	for _, try := range []func(context.Context, string, Options) (Found, bool){detectV3, detectRPC, detectHTTP} {
		if f, ok = try(ctx, host, o); ok {
			break
		}
	}
	if !ok || Drivers()[f.Firmware] == nil {
		return f, ok
	}
	driver, err := Open(f.Firmware, miner.Config{Address: f.Address, Timeout: o.Timeout}, nil)
	if err == nil {
		f.Identity, err = driver.Identify(ctx)
	}
	if err != nil {
		f.Problem = err.Error()
	}
	return f, true
}

func detectV3(ctx context.Context, host string, o Options) (Found, bool) {
	address := net.JoinHostPort(host, o.V3)
	driver, err := whatsminer.NewV3(miner.Config{Address: address, Timeout: o.Timeout})
	if err != nil {
		return Found{}, false
	}
	_, err = driver.Identify(ctx)
	return Found{Address: address, Firmware: "whatsminer3"}, err == nil
}

// detectRPC tells the firmwares apart that listen on 4028: by the name in the
// answer to version, or that it is in HTTP.
func detectRPC(ctx context.Context, host string, o Options) (Found, bool) {
	f := Found{Address: net.JoinHostPort(host, o.RPC)}
	answer, err := rpc.NewClient(f.Address, o.Timeout).Call(ctx, "version", "")
	if errors.Is(err, rpc.ErrHTTP) {
		f.Firmware, f.Problem = "epic", "ePIC's firmware speaks HTTP on this port; there is no driver for it yet"
		return f, true
	}
	version := answer.Object("VERSION")
	switch {
	case version.Has("LUXminer"):
		f.Firmware = "luxos"
	case version.Has("BOSer"), version.Has("BOSminer"), version.Has("BOSminer+"):
		f.Firmware, f.Address = "braiins", net.JoinHostPort(host, o.HTTP)
	case version.Has("BMMiner"), strings.Contains(version.Text("Type"), "Antminer"):
		f.Firmware = "cgminer"
		if web, ok := detectHTTP(ctx, host, o); ok {
			return web, true
		}
	case version != nil:
		f.Firmware = "cgminer"
	default:
		return f, isWhatsminer2(ctx, &f, o)
	}
	return f, true
}

// isWhatsminer2 asks in the words of the Whatsminer API V2.
func isWhatsminer2(ctx context.Context, f *Found, o Options) bool {
	payload, err := json.Marshal(map[string]string{"cmd": "get_version"})
	if err != nil {
		return false
	}
	raw, err := rpc.NewClient(f.Address, o.Timeout).Exchange(ctx, payload)
	if err != nil {
		return false
	}
	answer, err := loose.Parse(raw)
	f.Firmware = "whatsminer2"
	return err == nil && answer.Object("Msg").Has("fw_ver")
}

func detectHTTP(ctx context.Context, host string, o Options) (Found, bool) {
	f := Found{Address: net.JoinHostPort(host, o.HTTP)}
	status, challenge, _ := peek(ctx, f.Address, "/", o)
	if status == http.StatusUnauthorized && strings.Contains(challenge, "antMiner Configuration") {
		f.Firmware = "antminer"
		return f, true
	}
	status, challenge, kind := peek(ctx, f.Address, "/api/v1/miner/details", o)
	if status == http.StatusUnauthorized && challenge == "" && strings.HasPrefix(kind, "application/json") {
		f.Firmware = "braiins"
		return f, true
	}
	return f, false
}

// peek asks for a page without signing in: its status, its challenge and the
// kind of its content.
func peek(ctx context.Context, address, path string, o Options) (status int, challenge, kind string) {
	ctx, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+path, nil)
	if err != nil {
		return 0, "", ""
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		return 0, "", ""
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, 64<<10) // what it says does not matter
	return resp.StatusCode, resp.Header.Get("WWW-Authenticate"), resp.Header.Get("Content-Type")
}
