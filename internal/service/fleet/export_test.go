package fleet

// Quiesce waits for the exchanges that are under way.
func (f *Fleet) Quiesce() { f.ops.Wait() }
