// Command pouwdem decides what each megawatt of a flexible computing site does,
// carries it out, settles it and records it. Its help is the contract.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/pouw-dem/pouwdem/internal/app"
)

// version is set by the build.
var version = "unknown"

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second signal ends the process at once.
	context.AfterFunc(ctx, stop)
	return app.Main(ctx, app.Process{
		Args: os.Args[1:], Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Version: version,
	})
}
