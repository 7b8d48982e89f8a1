// Package bus carries what passes between the coordinator, its sites and their
// workers, over NATS JetStream: embedded in this process by default, a cluster
// by its address; a site hangs on it by a leaf node.
//
// Subjects, by who may use them besides the coordinator:
//
//	task.NAME.CLASS.SIZE.TASK  an operator's queue; it alone takes from it and acknowledges
//	present.NAME         what an operator's workers take, told while they are there
//	result.NAME          what an operator hands in
//	dead.NAME            what an operator could not do, and why
//	open.NAME.WORKER     questions to an operator's worker
//	answer.NAME.>        what an operator answers
//	site.NAME.>          what a site tells
//	cmd.NAME.>           what a site is told
//	bids.NAME            what the queue of tasks bids to a site
//	fed.>                what all sites are told
//	federation.NAME      what a site asks about rounds of federated training
//	clock, enrol.KEY     the coordinator's time; asking to be let in
//
// It is not for deciding who works on what (service/taskmarket) nor for the work
// itself (service/worker).
package bus

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

const (
	taskSubject    = "task"
	resultSubject  = "result"
	deadSubject    = "dead"
	openSubject    = "open"
	siteSubject    = "site"
	commandSubject = "cmd"
	fedSubject     = "fed"
	clockSubject   = "clock"
	enrolSubject   = "enrol"
	answerSubject  = "answer"
	presentSubject = "present"
)

// maxPayload is the largest message: the openings of a shard of a large network,
// or the weights of a policy.
const maxPayload = 32 << 20

// Domain is that of the coordinator's JetStream, by which it is reached through
// leaf nodes too.
const Domain = "hub"

// A link over which nothing comes back for so long is taken for cut, and dialled
// again.
const (
	pingEvery = 10 * time.Second
	pingsLost = 2
)

// Server is the bus in this process.
type Server struct {
	ns  *server.Server
	cfg ServerConfig

	mu    sync.Mutex
	users []User
}

// ServerConfig is what the bus in this process needs.
type ServerConfig struct {
	Dir    string // of its streams
	Listen string // host:port for other processes; empty: this process alone
	Leaves string // host:port for the leaf nodes of sites; empty: none
	Users  []User
	// Cluster, where its Name is set, makes this server one of several.
	Cluster Cluster
}

// Cluster is a server's place among others.
type Cluster struct {
	Name, Server string
	Listen       string   // host:port for the other servers
	Routes       []string // nats://host:port of the others' Listen
}

// Embed starts the bus in this process. Each write is on the disk before it is
// acknowledged.
func Embed(cfg ServerConfig) (*Server, error) {
	opts, err := cfg.options(cfg.Users)
	if err != nil {
		return nil, err
	}
	ns, err := launch(opts)
	if err != nil {
		return nil, err
	}
	// From now on the ports are those that were found free.
	if addr, ok := ns.Addr().(*net.TCPAddr); ok && cfg.Listen != "" {
		cfg.Listen = addr.String()
	}
	if cfg.Leaves != "" {
		cfg.Leaves = net.JoinHostPort(opts.LeafNode.Host, strconv.Itoa(opts.LeafNode.Port))
	}
	return &Server{ns: ns, cfg: cfg, users: cfg.Users}, nil
}

func launch(opts *server.Options) (*server.Server, error) {
	ns, err := server.NewServer(opts)
	if err != nil {
		return nil, fmt.Errorf("bus: %w", err)
	}
	ns.Start()
	const patience = 30 * time.Second
	if !ns.ReadyForConnections(patience) {
		ns.Shutdown()
		return nil, errors.New("bus: it did not come up within 30 s; is its port taken?")
	}
	return ns, nil
}

func (cfg ServerConfig) options(users []User) (*server.Options, error) {
	opts := &server.Options{
		ServerName: "pouwdem", JetStream: true, StoreDir: cfg.Dir, SyncAlways: true, NoSigs: true, NoLog: true,
		MaxPayload: maxPayload, MaxPending: 4 * maxPayload, DontListen: cfg.Listen == "", PingInterval: pingEvery, MaxPingsOut: pingsLost,
		JetStreamDomain: Domain, JetStreamMaxMemory: 64 << 20, JetStreamMaxStore: 4 << 30,
	}
	for _, u := range users {
		opts.Nkeys = append(opts.Nkeys, &server.NkeyUser{Nkey: u.Public, Permissions: u.permissions()})
	}
	var err error
	if cfg.Listen != "" {
		if opts.Host, opts.Port, err = hostPort(cfg.Listen); err != nil {
			return nil, err
		}
	}
	if cfg.Leaves != "" {
		if opts.LeafNode.Host, opts.LeafNode.Port, err = hostPort(cfg.Leaves); err != nil {
			return nil, err
		}
	}
	if cfg.Cluster.Name != "" {
		opts.ServerName, opts.Cluster.Name = cfg.Cluster.Server, cfg.Cluster.Name
		if opts.Cluster.Host, opts.Cluster.Port, err = hostPort(cfg.Cluster.Listen); err != nil {
			return nil, err
		}
		opts.Routes = server.RoutesFromStr(strings.Join(cfg.Cluster.Routes, ","))
	}
	return opts, nil
}

func hostPort(listen string) (host string, port int, err error) {
	host, text, err := net.SplitHostPort(listen)
	if err == nil {
		port, err = strconv.Atoi(text)
	}
	if err != nil {
		return "", 0, fmt.Errorf("bus: listen on %q: want host:port", listen)
	}
	if port == 0 {
		port = server.RANDOM_PORT
	}
	return host, port, nil
}

// Admit makes users the ones that may join. Whoever is not among them any more
// is cut off at once.
func (s *Server) Admit(users []User) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if slices.Equal(s.users, users) {
		return nil
	}
	opts, err := s.cfg.options(users)
	if err != nil {
		return err
	}
	if err := s.ns.ReloadOptions(opts); err != nil {
		return fmt.Errorf("bus: change its users: %w", err)
	}
	lost := slices.ContainsFunc(s.users, func(u User) bool { return u.Role == RoleSite && !slices.Contains(users, u) })
	s.users = users
	if lost {
		return s.shakeLeaves()
	}
	return nil
}

// shakeLeaves closes the connections of all leaf nodes: the server looks at their
// keys only when they connect, and those that may will be back within a second.
func (s *Server) shakeLeaves() error {
	leaves, err := s.ns.Leafz(nil)
	if err != nil {
		return fmt.Errorf("bus: list leaf nodes: %w", err)
	}
	for _, l := range leaves.Leafs {
		_ = s.ns.DisconnectClientByID(l.ID) // one that is gone already is no matter
	}
	return nil
}

// URL is where other processes reach the bus; empty where they do not.
func (s *Server) URL() string {
	if s.cfg.Listen == "" {
		return ""
	}
	return "nats://" + s.cfg.Listen
}

// LeafURL is where the leaf nodes of sites reach the bus; empty where they do not.
func (s *Server) LeafURL() string {
	if s.cfg.Leaves == "" {
		return ""
	}
	return "nats-leaf://" + s.cfg.Leaves
}

// Connect joins the bus within the process.
func (s *Server) Connect(k Key, log *slog.Logger) (*nats.Conn, error) {
	return connect("", k, log, nats.InProcessServer(s.ns))
}

// Close stops the bus when what was acknowledged is on the disk.
func (s *Server) Close() {
	s.ns.Shutdown()
	s.ns.WaitForShutdown()
}

// Dial joins a bus at an address, or at several of a cluster, separated by commas.
func Dial(url string, k Key, log *slog.Logger) (*nats.Conn, error) { return connect(url, k, log) }

// A server whose users change while somebody shakes hands with it turns them away
// as unauthorized or hangs up, whoever they are (nats-server v2.15.2,
// reloadAuthorization): one refusal tells nothing.
const (
	handshakes     = 4
	handshakePause = 200 * time.Millisecond
)

func connect(url string, k Key, log *slog.Logger, more ...nats.Option) (*nats.Conn, error) {
	options := append([]nats.Option{
		k.option(), nats.Name("pouwdem"), nats.CustomInboxPrefix(inbox(k.public)),
		nats.PingInterval(pingEvery), nats.MaxPingsOutstanding(pingsLost), nats.MaxReconnects(-1), nats.ReconnectWait(time.Second), nats.RetryOnFailedConnect(false),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if err != nil {
				log.Warn("the bus is out of reach; it is tried again", "error", err)
			}
		}),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) { log.Warn("the bus complains", "error", err) }),
	}, more...)
	nc, err := nats.Connect(url, options...)
	for try := 1; try < handshakes && err != nil && !errors.Is(err, nats.ErrNoServers); try++ {
		time.Sleep(time.Duration(try) * handshakePause)
		nc, err = nats.Connect(url, options...)
	}
	if err != nil {
		return nil, fmt.Errorf("join the bus: %w", err)
	}
	return nc, nil
}

// Present are the public keys of those who are connected, and the names of the
// leaf nodes.
func (s *Server) Present() (map[string]bool, error) {
	there := map[string]bool{}
	clients, err := s.ns.Connz(&server.ConnzOptions{Username: true, Limit: 4096})
	if err != nil {
		return nil, fmt.Errorf("bus: list connections: %w", err)
	}
	for _, c := range clients.Conns {
		there[c.AuthorizedUser] = true
	}
	leaves, err := s.ns.Leafz(nil)
	if err != nil {
		return nil, fmt.Errorf("bus: list leaf nodes: %w", err)
	}
	for _, l := range leaves.Leafs {
		there[l.Name] = true
	}
	return there, nil
}

// LeafName is what a site's leaf calls itself.
func LeafName(site string) string { return "pouwdem-" + site }
