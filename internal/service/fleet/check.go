package fleet

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Check asks every machine and the meter once and says what does not answer. It
// commands nothing and needs no [Fleet.Run].
func (f *Fleet) Check(ctx context.Context) error {
	var group errgroup.Group
	group.SetLimit(f.cfg.Workers)
	var mu sync.Mutex
	var first error
	silent := 0
	for _, u := range f.units {
		group.Go(func() error {
			if _, err := u.Driver.Read(ctx); err != nil {
				mu.Lock()
				defer mu.Unlock()
				if silent++; first == nil {
					first = fmt.Errorf("%s at %s: %w", u.Machine.ID, u.Address, err)
				}
			}
			return nil
		})
	}
	_ = group.Wait() // silence is counted, not returned
	var err error
	if silent > 0 {
		err = fmt.Errorf("%d of %d machines do not answer, the first: %w", silent, len(f.units), first)
	}
	if f.cfg.Meter != nil {
		_, _, meterErr := f.cfg.Meter.ReadMeter(ctx)
		err = errors.Join(err, meterErr)
	}
	if f.cfg.Groups != nil {
		_, groupErr := f.cfg.Groups.Read(ctx)
		err = errors.Join(err, groupErr)
	}
	return err
}
