package app

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/pool"
	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/poolapi"
)

// Whoever waits for a context may see its end before what is to be done at its
// end has begun: each end is another race.
func TestSimulatedPoolsEndWithTheirContextEveryTime(t *testing.T) {
	for i := range 1000 {
		w := &miningWorld{log: slog.New(slog.DiscardHandler)}
		for range 5 {
			one := simulatedPool{name: "pool", server: pool.New(pool.Options{Difficulty: 1}), account: poolapi.NewAccount("operator", poolapi.Terms{}, 1, 0, 1, time.Now)}
			for _, l := range []*net.Listener{&one.listener, &one.api} {
				var err error
				if *l, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
					t.Fatal(err)
				}
			}
			w.pools = append(w.pools, one)
		}
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- w.run(ctx) }()
		answer, err := http.Get("http://" + w.pools[4].api.Addr().String()) // all are served
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		cancel()
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			t.Fatalf("the pools go on after their context's end, the %d. time", i+1)
		}
	}
}
