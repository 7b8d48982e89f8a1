package pool

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/pouw-dem/pouwdem/internal/core/pools"
)

// Clock is the time that queues and dates run on.
type Clock interface {
	Now() time.Time
	Sleep(ctx context.Context, d time.Duration) error
}

// Secret is a key. Every way of printing it gives "[redacted]".
type Secret string

// String is "[redacted]".
func (Secret) String() string { return "[redacted]" }

// GoString is "[redacted]".
func (Secret) GoString() string { return "[redacted]" }

// MarshalText is "[redacted]".
func (Secret) MarshalText() ([]byte, error) { return []byte("[redacted]"), nil }

// Config is an account.
type Config struct {
	Pool           string // braiins, foundry, antpool, f2pool, luxor or ocean
	Account        string // user, sub-account or address
	Key, Signature Secret
	URL            string // of the API; empty: the pool's own
	Simulated      bool
	Clock          Clock
	HTTP           *http.Client
}

// Reader reads one account.
type Reader interface {
	Read(ctx context.Context) (pools.Reading, error)
}

// Queues are the queues of this address, one for each pool. The zero value is
// ready.
type Queues struct {
	mu    sync.Mutex
	queue map[string]*queue
}

type queue struct {
	mu    sync.Mutex
	limit *rate.Limiter
	clock Clock
}

// wait is until the pool may be asked.
func (q *queue) wait(ctx context.Context) error {
	q.mu.Lock()
	now := q.clock.Now()
	delay := q.limit.ReserveN(now, 1).DelayFrom(now)
	q.mu.Unlock()
	return q.clock.Sleep(ctx, delay)
}

func (q *Queues) of(pool string, every time.Duration, c Clock) *queue {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.queue == nil {
		q.queue = make(map[string]*queue)
	}
	if q.queue[pool] == nil {
		q.queue[pool] = &queue{limit: rate.NewLimiter(rate.Every(every), 1), clock: c}
	}
	return q.queue[pool]
}

// known is what is different about a pool.
type known struct {
	url    string
	every  time.Duration // between two requests of one address
	scheme pools.Scheme
	open   func(*client) Reader
}

// drivers are the pools that can be read. Where a pool states no limit, it is
// asked once a second.
func drivers() map[string]known {
	return map[string]known{
		"braiins": {"https://pool.braiins.com", 5 * time.Second, pools.FPPS, func(c *client) Reader { return &braiins{c} }},
		"foundry": {"https://api.foundryusapool.com", time.Second, pools.FPPS, func(c *client) Reader { return &foundry{c} }},
		"antpool": {"https://antpool.com", time.Second, pools.FPPS, func(c *client) Reader { return &antpool{client: c} }},
		"f2pool":  {"https://api.f2pool.com", time.Second, pools.FPPS, func(c *client) Reader { return &f2pool{c} }},
		"luxor":   {"https://app.luxor.tech/api/v2", time.Second, pools.FPPS, func(c *client) Reader { return &luxor{c} }},
		"ocean":   {"https://api.ocean.xyz/v1", time.Second, pools.TIDES, func(c *client) Reader { return &ocean{c} }},
	}
}

// New is a reader of an account, through the queues of this address.
func New(cfg Config, q *Queues) (Reader, error) {
	d, ok := drivers()[cfg.Pool]
	if !ok {
		return nil, fmt.Errorf("pool %q: want braiins, foundry, antpool, f2pool, luxor or ocean", cfg.Pool)
	}
	if cfg.URL == "" {
		cfg.URL = d.url
	}
	if cfg.HTTP == nil {
		cfg.HTTP = &http.Client{Timeout: 20 * time.Second}
	}
	cfg.URL = strings.TrimSuffix(cfg.URL, "/")
	return d.open(&client{cfg: cfg, queue: q.of(cfg.Pool, d.every, cfg.Clock), scheme: d.scheme}), nil
}

type client struct {
	cfg    Config
	queue  *queue
	scheme pools.Scheme
}

const (
	longestBody  = 8 << 20
	mostWorkers  = 100_000
	historyDays  = 30
	longestError = 200
)

var (
	errAnswer = errors.New("the answer cannot be used")
	errSilent = errors.New("the pool gave no answer; it may have counted too many requests of this address")
)

// reading is an empty one.
func (c *client) reading() pools.Reading {
	return pools.Reading{
		Pool: c.cfg.Pool, Account: c.cfg.Account, At: c.cfg.Clock.Now(), Scheme: c.scheme, Balance: -1, Simulated: c.cfg.Simulated,
	}
}

// ask sends a request in its turn and gives the body. Errors name the path and
// hold no key.
func (c *client) ask(ctx context.Context, r *pools.Reading, method, path string, header map[string]string, body []byte) ([]byte, error) {
	if err := c.queue.wait(ctx); err != nil {
		return nil, err
	}
	place, _, _ := strings.Cut(path, "?")
	req, err := http.NewRequestWithContext(ctx, method, c.cfg.URL+path, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be asked", place) // the error would hold the address
	}
	for name, value := range header {
		req.Header.Set(name, value)
	}
	res, err := c.cfg.HTTP.Do(req)
	if err != nil {
		if inner := (*url.Error)(nil); errors.As(err, &inner) {
			err = inner.Err
		}
		if errors.Is(err, context.DeadlineExceeded) {
			err = fmt.Errorf("%w: %w", errSilent, err)
		}
		return nil, fmt.Errorf("%s: %w", place, err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(io.LimitReader(res.Body, longestBody+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", place, err)
	}
	if len(text) > longestBody {
		return nil, fmt.Errorf("%s: %w: more than %d bytes", place, errAnswer, longestBody)
	}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: the pool answered %d: %.*q", place, res.StatusCode, longestError, text)
	}
	r.Bodies = append(r.Bodies, sha256.Sum256(text))
	return text, nil
}

// get asks and decodes.
func (c *client) get(ctx context.Context, r *pools.Reading, path string, header map[string]string, into func([]byte, *pools.Reading) error) error {
	text, err := c.ask(ctx, r, http.MethodGet, path, header, nil)
	if err != nil {
		return err
	}
	if err := into(text, r); err != nil {
		place, _, _ := strings.Cut(path, "?")
		return fmt.Errorf("%s: %w", place, err)
	}
	return nil
}

func decode(text []byte, into any) error {
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%w: %w", errAnswer, err)
	}
	return nil
}

// loose is a number, a string with a number in it, or nothing.
type loose string

// UnmarshalJSON takes any of them.
func (l *loose) UnmarshalJSON(raw []byte) error {
	s := strings.Trim(string(raw), `"`)
	if s == "null" {
		s = ""
	}
	if s != "" {
		if v, err := strconv.ParseFloat(s, 64); err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("%.60q is no number", s)
		}
	}
	*l = loose(s)
	return nil
}

// float is the number; 0 for nothing.
func (l loose) float() float64 {
	v, err := strconv.ParseFloat(string(l), 64)
	if err != nil || v < 0 {
		return 0
	}
	return v
}

// sats is the number as bitcoin; 0 for nothing.
func (l loose) sats() (int64, error) {
	if l == "" {
		return 0, nil
	}
	return pools.ParseBTC(string(l))
}

// unixTime is seconds since 1970; the zero time for nothing, or for what no
// clock shows.
func (l loose) unixTime() time.Time {
	v := l.float()
	if v <= 0 || v > 1e11 {
		return time.Time{}
	}
	return time.Unix(int64(v), 0).UTC()
}

// parseTime reads the times that pools write; the zero time for others.
func parseTime(s string) time.Time {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.000-0700", "2006-01-02 15:04:05", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// since is the first day of the history that is asked for.
func (c *client) since() time.Time {
	return pools.UTCDay(c.cfg.Clock.Now()).AddDate(0, 0, -historyDays)
}
