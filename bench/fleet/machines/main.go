// Command machines serves one simulated machine of each firmware on the ports
// where real ones listen, for clients that know no others: machine i on
// NETWORK.0.i. It is a part of bench/fleet.sh and none of the product.
package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/signal"
	"syscall"

	"github.com/pouw-dem/pouwdem/internal/adapter/simulate/miners"
	"github.com/pouw-dem/pouwdem/internal/clock"
)

// kinds are the firmwares, the models that run them and their ports.
func kinds() []kind {
	return []kind{
		{"cgminer", "Avalon A1566", 4028},
		{"luxos", "Antminer S19k Pro", 4028},
		{"whatsminer2", "M50S_VH50", 4028},
		{"whatsminer3", "M60S_VK40", 4433},
		{"braiins", "Antminer S19j Pro", 80},
		{"antminer", "S21", 80},
	}
}

type kind struct {
	firmware, model string
	port            int
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: machines NETWORK, such as 127.89")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "machines:", err)
		os.Exit(1)
	}
}

func serve(ctx context.Context, network string) error {
	o := miners.Options{Seed: 1, Clock: clock.Wall{}}
	for _, k := range kinds() {
		o.Specs = append(o.Specs, miners.Spec{
			Firmware: k.firmware, Model: k.model,
			Levels: []miners.Level{{Name: "asleep", Watts: 25}, {Name: "half", Watts: 1657, THs: 80.5}, {Name: "default", Watts: 2794, THs: 121.8}},
		})
	}
	o.Listen = func(i int) (net.Listener, error) {
		return new(net.ListenConfig).Listen(ctx, "tcp", fmt.Sprintf("%s.0.%d:%d", network, i+1, kinds()[i].port))
	}
	farm, err := miners.New(o)
	if err != nil {
		return err
	}
	for i, k := range kinds() {
		fmt.Fprintln(os.Stdout, k.firmware, farm.Addresses()[i])
	}
	return farm.Run(ctx)
}
