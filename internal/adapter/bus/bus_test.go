package bus_test

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/pouw-dem/pouwdem/internal/adapter/bus"
	"github.com/pouw-dem/pouwdem/internal/adapter/bus/bustest"
	"github.com/pouw-dem/pouwdem/internal/core/work"
)

const loopback = "127.0.0.1:0"

// keys are the coordinator's and the site's, and the users that they make.
type keys struct{ coordinator, site bus.Key }

func newKeys(t *testing.T) keys {
	t.Helper()
	return keys{newKey(t), newKey(t)}
}

func newKey(t *testing.T) bus.Key {
	t.Helper()
	k, err := bus.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func (k keys) users() []bus.User {
	return []bus.User{
		{Name: "coordinator", Role: bus.RoleCoordinator, Public: k.coordinator.Public()},
		{Name: bustest.Site, Role: bus.RoleSite, Public: k.site.Public()},
	}
}

func embed(t *testing.T, cfg bus.ServerConfig) *bus.Server {
	t.Helper()
	s, err := bus.Embed(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func joined(t *testing.T, nc *nats.Conn, err error) *nats.Conn {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	return nc
}

func inProcess(t *testing.T, s *bus.Server, k bus.Key) *nats.Conn {
	t.Helper()
	nc, err := s.Connect(k, bustest.Quiet())
	return joined(t, nc, err)
}

func dial(t *testing.T, url string, k bus.Key) *nats.Conn {
	t.Helper()
	nc, err := bus.Dial(url, k, bustest.Quiet())
	return joined(t, nc, err)
}

func TestTheBusInThisProcess(t *testing.T) {
	bustest.Run(t, func(t *testing.T) bustest.Rig {
		k := newKeys(t)
		s := embed(t, bus.ServerConfig{Dir: t.TempDir(), Users: k.users()})
		return bustest.Rig{Coordinator: inProcess(t, s, k.coordinator), Site: inProcess(t, s, k.site), Replicas: 1}
	})
}

func TestAClusterOfThreeLosesItsLeader(t *testing.T) {
	if os.Getenv("POUWDEM_CLUSTER") == "" {
		t.Skip("three servers that choose leaders need the machine to themselves: make evidence runs this, or POUWDEM_CLUSTER=1")
	}
	bustest.Run(t, func(t *testing.T) bustest.Rig {
		k := newKeys(t)
		servers, url := cluster(t, k)
		coordinator := dial(t, url, k.coordinator)
		return bustest.Rig{Coordinator: coordinator, Site: dial(t, url, k.site), Replicas: 3, Fault: func(t *testing.T) {
			leader := leaderOf(t, coordinator, "ASSIGNED")
			servers[leader].Close()
		}}
	})
}

// cluster is three servers that hold each message on two disks at least, and
// where they are reached.
func cluster(t *testing.T, k keys) (servers map[string]*bus.Server, url string) {
	t.Helper()
	const size = 3
	var ports []int
	for range size {
		ports = append(ports, freePort(t))
	}
	servers = map[string]*bus.Server{}
	var urls []string
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range size {
		var routes []string
		for j, port := range ports {
			if j != i {
				routes = append(routes, "nats://127.0.0.1:"+strconv.Itoa(port))
			}
		}
		cfg := bus.ServerConfig{Dir: t.TempDir(), Listen: loopback, Users: k.users(), Cluster: bus.Cluster{
			Name: "test", Server: "s" + strconv.Itoa(i), Listen: "127.0.0.1:" + strconv.Itoa(ports[i]), Routes: routes,
		}}
		wg.Go(func() {
			s, err := bus.Embed(cfg)
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			servers[cfg.Cluster.Server], urls = s, append(urls, s.URL())
		})
	}
	wg.Wait()
	t.Cleanup(func() {
		for _, s := range servers {
			s.Close()
		}
	})
	if len(servers) < size {
		t.Fatal("not all servers are up")
	}
	return servers, strings.Join(urls, ",")
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", loopback)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func leaderOf(t *testing.T, nc *nats.Conn, stream string) string {
	t.Helper()
	js, err := jetstream.NewWithDomain(nc, bus.Domain)
	if err != nil {
		t.Fatal(err)
	}
	for until := time.Now().Add(20 * time.Second); time.Now().Before(until); <-time.After(50 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		s, err := js.Stream(ctx, stream)
		cancel()
		if err == nil && s.CachedInfo().Cluster.Leader != "" {
			return s.CachedInfo().Cluster.Leader
		}
	}
	t.Fatalf("stream %s has no leader", stream)
	return ""
}

// cutFor is how long the link of the leaf is cut; a longer one is for make
// evidence.
func cutFor(t *testing.T) time.Duration {
	t.Helper()
	text := os.Getenv("BUS_CUT")
	if text == "" {
		return 3 * time.Second
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestALeafWhoseLinkIsCutAndRestored(t *testing.T) {
	bustest.Run(t, func(t *testing.T) bustest.Rig {
		k := newKeys(t)
		hub := embed(t, bus.ServerConfig{Dir: t.TempDir(), Leaves: loopback, Users: k.users()})
		link := newLink(t, strings.TrimPrefix(hub.LeafURL(), "nats-leaf://"))
		leaf, err := bus.Hang(bus.LeafConfig{Name: bustest.Site, Hub: "nats-leaf://" + link.addr, Key: k.site})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(leaf.Close)
		nc, err := leaf.Connect(bustest.Quiet())
		return bustest.Rig{Coordinator: inProcess(t, hub, k.coordinator), Site: joined(t, nc, err), Replicas: 1, Fault: func(t *testing.T) {
			link.cut(true)
			<-time.After(cutFor(t))
			link.cut(false)
		}}
	})
}

// link carries bytes between a leaf and its hub, while it is whole.
type link struct {
	addr, to string

	mu    sync.Mutex
	down  bool
	conns []net.Conn
}

func newLink(t *testing.T, to string) *link {
	t.Helper()
	l, err := net.Listen("tcp", loopback)
	if err != nil {
		t.Fatal(err)
	}
	k := &link{addr: l.Addr().String(), to: to}
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			wg.Go(func() { k.carry(near) })
		}
	})
	t.Cleanup(func() {
		l.Close()
		k.cut(true)
		wg.Wait()
	})
	return k
}

func (k *link) carry(near net.Conn) {
	defer near.Close()
	far, err := net.Dial("tcp", k.to)
	if err != nil {
		return
	}
	defer far.Close()
	k.mu.Lock()
	if k.down {
		k.mu.Unlock()
		return
	}
	k.conns = append(k.conns, near, far)
	k.mu.Unlock()
	var wg sync.WaitGroup
	for _, pair := range [][2]net.Conn{{near, far}, {far, near}} {
		wg.Go(func() {
			_, _ = io.Copy(pair[0], pair[1]) // ends where the link is cut
			near.Close()
			far.Close()
		})
	}
	wg.Wait()
}

func (k *link) cut(down bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.down = down
	for _, c := range k.conns {
		c.Close()
	}
	k.conns = nil
}

func TestWhatWasOfferedIsThereAfterARestart(t *testing.T) {
	dir, k := t.TempDir(), newKeys(t)
	t.Run("before", func(t *testing.T) {
		s := embed(t, bus.ServerConfig{Dir: dir, Users: k.users()})
		q, err := bus.NewTasks(t.Context(), inProcess(t, s, k.coordinator), 1, bus.Lease)
		if err != nil {
			t.Fatal(err)
		}
		if err := q.Offer(t.Context(), bustest.Site, bustest.Task(7), 0); err != nil {
			t.Fatal(err)
		}
	})
	s := embed(t, bus.ServerConfig{Dir: dir, Users: k.users()})
	w, err := bus.NewWorker(t.Context(), inProcess(t, s, k.site), bustest.Site, []work.Class{work.Light}, work.SizeSmall)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := w.Take(t.Context()); err != nil || got == nil || got.Spec.Digest() != bustest.Task(7).Digest() {
		t.Errorf("%v %v", got, err)
	}
}

// TestEachMayUseItsOwnSubjectsAlone holds for whoever dials the bus and for
// whoever comes through a leaf.
func TestEachMayUseItsOwnSubjectsAlone(t *testing.T) {
	k, worker := newKeys(t), newKey(t)
	users := append(k.users(), bus.User{Name: "board", Role: bus.RoleWorker, Public: worker.Public()})
	s := embed(t, bus.ServerConfig{Dir: t.TempDir(), Listen: loopback, Leaves: loopback, Users: users})
	for _, c := range []struct {
		key    bus.Key
		denied []string
	}{
		{k.site, []string{"task.east.light.small.x", "present.west", "$JS.ACK.ASSIGNED.board-light-small.1.1.1.1.0", "$JS.hub.API.CONSUMER.MSG.NEXT.ASSIGNED.board-light-small", "result.west", "dead.west", "site.west.event", "cmd.east.stop", "bids.east", "fed.round", "open.east.x", "enrol.x", "$JS.API.STREAM.DELETE.ASSIGNED", "$JS.hub.API.STREAM.PURGE.SITES", "$O.cases.C.x", "_INBOX_" + worker.Public() + ".x"}},
		{worker, []string{"site.board.event", "site.east.event", "fed.round", "$JS.hub.API.STREAM.MSG.GET.FED", "$JS.hub.API.STREAM.CREATE.X", "result.east"}},
	} {
		nc := dial(t, s.URL(), c.key)
		denied := make(chan error, len(c.denied))
		nc.SetErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) { denied <- err })
		for _, subject := range c.denied {
			if err := errors.Join(nc.Publish(subject, []byte("{}")), nc.Flush()); err != nil {
				t.Fatal(err)
			}
			select {
			case err := <-denied:
				if !errors.Is(err, nats.ErrPermissionViolation) {
					t.Errorf("%s: %v", subject, err)
				}
			case <-time.After(5 * time.Second):
				t.Errorf("%s was allowed", subject)
			}
		}
		for _, subject := range []string{"cmd.west.>", "bids.west", "open.west.*", "result.*", "site.>", "_INBOX_" + k.coordinator.Public() + ".>"} {
			if _, err := nc.SubscribeSync(subject); err != nil {
				t.Fatal(err)
			}
			select {
			case <-denied:
			case <-time.After(5 * time.Second):
				t.Errorf("%s could be heard", subject)
			}
		}
	}
	throughALeaf(t, s, k)
	if nc, err := bus.Dial(s.URL(), newKey(t), bustest.Quiet()); err == nil {
		nc.Close()
		t.Error("a stranger joined")
	}
}

// throughALeaf tells in the name of another site, which arrives nowhere, and in
// its own, which does.
func throughALeaf(t *testing.T, s *bus.Server, k keys) {
	t.Helper()
	leaf, err := bus.Hang(bus.LeafConfig{Name: bustest.Site, Hub: s.LeafURL(), Key: k.site})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(leaf.Close)
	nc, err := leaf.Connect(bustest.Quiet())
	site := joined(t, nc, err)
	coordinator := inProcess(t, s, k.coordinator)
	heard, err := coordinator.SubscribeSync("site.>")
	if err != nil {
		t.Fatal(err)
	}
	for until := time.Now().Add(20 * time.Second); time.Now().Before(until); {
		for _, subject := range []string{"site.west.event", "cmd.east.stop", "site.east.event"} {
			if err := errors.Join(site.Publish(subject, nil), site.Flush()); err != nil {
				t.Fatal(err)
			}
		}
		msg, err := heard.NextMsg(200 * time.Millisecond)
		if err != nil {
			continue // the leaf is not linked yet
		}
		if msg.Subject != "site.east.event" {
			t.Errorf("%s arrived from the site east", msg.Subject)
		}
		return
	}
	t.Error("nothing arrived from the site")
}

func TestWhoeverHoldsATokenIsLetInOnceAndARevokedKeyIsCutOff(t *testing.T) {
	k, token, key := newKeys(t), newKey(t), newKey(t)
	s := embed(t, bus.ServerConfig{Dir: t.TempDir(), Listen: loopback, Leaves: loopback, Users: append(k.users(), bus.User{Role: bus.RoleGuest, Public: token.Public()})})
	coordinator := inProcess(t, s, k.coordinator)
	asked := make(chan bus.Asked, 1)
	stop, err := bus.ServeEnrolment(coordinator, func(a bus.Asked) (bus.Joined, error) {
		asked <- a
		return bus.Joined{Name: "west", Role: bus.RoleSite}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = stop() }()
	secret, err := token.Token()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	j, err := bus.Join(ctx, s.URL(), secret, key, bustest.Quiet())
	if a := <-asked; err != nil || j.Name != "west" || a.Token != token.Public() || a.Public != key.Public() {
		t.Fatalf("%+v %+v %v", j, a, err)
	}
	if err := s.Admit(append(k.users(), bus.User{Name: "west", Role: bus.RoleSite, Public: key.Public()})); err != nil {
		t.Fatal(err)
	}
	if _, err := bus.Join(ctx, s.URL(), secret, key, bustest.Quiet()); err == nil {
		t.Error("a token was good twice")
	}
	leaf, err := bus.Hang(bus.LeafConfig{Name: "west", Hub: s.LeafURL(), Key: key})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(leaf.Close)
	linked(t, leaf, true)
	gone, once := make(chan struct{}), sync.Once{}
	nc := dial(t, s.URL(), key)
	nc.SetDisconnectErrHandler(func(*nats.Conn, error) { once.Do(func() { close(gone) }) })
	if err := s.Admit(k.users()); err != nil {
		t.Fatal(err)
	}
	select {
	case <-gone:
	case <-ctx.Done():
		t.Error("a revoked key stays")
	}
	linked(t, leaf, false)
	<-time.After(1500 * time.Millisecond) // it dials again after a second
	linked(t, leaf, false)
}

func TestWhoJoinsWhileOthersAreInvitedIsNotTurnedAway(t *testing.T) {
	k, guest := newKeys(t), newKey(t)
	s := embed(t, bus.ServerConfig{Dir: t.TempDir(), Listen: loopback, Users: k.users()})
	ctx, enough := context.WithCancel(t.Context())
	var inviting sync.WaitGroup
	inviting.Go(func() {
		for n := 0; ctx.Err() == nil; n++ {
			users := k.users()
			if n%2 == 0 {
				users = append(users, bus.User{Role: bus.RoleGuest, Public: guest.Public()})
			}
			if err := s.Admit(users); err != nil {
				t.Error(err)
			}
			<-time.After(10 * time.Millisecond)
		}
	})
	for range 100 {
		nc, err := bus.Dial(s.URL(), k.coordinator, bustest.Quiet())
		if err != nil {
			t.Error(err)
			break
		}
		nc.Close()
	}
	enough()
	inviting.Wait()
}

func linked(t *testing.T, l *bus.Leaf, want bool) {
	t.Helper()
	for until := time.Now().Add(10 * time.Second); time.Now().Before(until); <-time.After(20 * time.Millisecond) {
		if l.Linked() == want {
			return
		}
	}
	t.Fatalf("the leaf is linked: %v, want %v", !want, want)
}
