package miner

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/pouw-dem/pouwdem/internal/clock"
	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Driver is one machine behind its firmware's protocol. A command that returns
// nil was taken, not carried out; one whose error is [site.ErrUnknown] may or may
// not have been; [dispatch.ErrUnsupported] says that the firmware has no such
// command; any other error that it was not. Drivers are safe for concurrent use.
type Driver interface {
	Identify(ctx context.Context) (dispatch.Identity, error)
	Read(ctx context.Context) (dispatch.Reading, error)
	Sleep(ctx context.Context) error
	Wake(ctx context.Context) error
	// SetPower asks for a power in watts: the machine's nearest level to it that
	// is not above it, or its lowest.
	SetPower(ctx context.Context, watts float64) error
	// SetPools replaces the machine's pools, in their order of priority.
	SetPools(ctx context.Context, pools []dispatch.Pool) error
	Reboot(ctx context.Context) error
	Capabilities() dispatch.Capabilities
}

// Config says where a machine is and how to sign in to it. Zero values take the
// firmware's own defaults.
type Config struct {
	Address  string // host, or host:port
	Username string
	Password string
	Timeout  time.Duration // of one exchange, on the wall's clock; 0: 5 s
	Clock    clock.Clock   // nil: the wall's
}

// DefaultTimeout is how long one exchange with a machine may take.
const DefaultTimeout = 5 * time.Second

// With is the configuration with its gaps filled by a firmware's defaults.
func (c Config) With(port, username, password string) (Config, error) {
	if c.Address == "" {
		return c, errors.New("machine: the address is empty; want a host or host:port")
	}
	if _, _, err := net.SplitHostPort(c.Address); err != nil {
		c.Address = net.JoinHostPort(c.Address, port)
	}
	if host, _, err := net.SplitHostPort(c.Address); err != nil || host == "" {
		return c, fmt.Errorf("machine %q: want a host or host:port", c.Address)
	}
	if c.Username == "" {
		c.Username = username
	}
	if c.Password == "" {
		c.Password = password
	}
	if c.Timeout <= 0 {
		c.Timeout = DefaultTimeout
	}
	if c.Clock == nil {
		c.Clock = clock.Wall{}
	}
	return c, nil
}

// Loopback reports whether an address is a loopback literal or localhost. No
// name is resolved: one that happens to point home does not count.
func Loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		host = address
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Unsent reports whether an exchange failed before anything can have reached the
// machine.
func Unsent(err error) bool {
	dial, ok := errors.AsType[*net.OpError](err)
	return ok && dial.Op == "dial"
}

// ErrRefused says that the machine said no, so that nothing was changed.
var ErrRefused = errors.New("refused")

// Lost is the error of a command whose answer did not come: unknown, unless the
// connection was never made or the machine refused.
func Lost(command string, err error) error {
	if Unsent(err) || errors.Is(err, ErrRefused) || errors.Is(err, site.ErrUnknown) {
		return fmt.Errorf("%s: %w", command, err)
	}
	return fmt.Errorf("%s: %w: %w", command, site.ErrUnknown, err)
}

// CheckPools refuses what no firmware takes.
func CheckPools(pools []dispatch.Pool) error {
	if len(pools) == 0 || len(pools) > 3 {
		return fmt.Errorf("set pools: %d given; want one to three", len(pools))
	}
	for i, p := range pools {
		if p.URL == "" || p.User == "" {
			return fmt.Errorf("set pools: pool %d has no URL or no user", i+1)
		}
	}
	return nil
}
