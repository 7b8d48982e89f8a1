package app

import "context"

func newAPI(context.Context, Process, any, runOptions, *services) (func(context.Context) error, error) {
	return func(ctx context.Context) error { <-ctx.Done(); return nil }, nil
}
