package grid

// Fields of a written case that are ours: MATPOWER keeps fields that it does
// not know. One row per bus.
const (
	locationField = "bus_location" // latitude, longitude
	zipField      = "bus_zip"      // shares of constant impedance and constant current
)

// columns are the places of a row of the bus matrix, in its order.
func (b *Bus) columns() []any {
	return []any{
		&b.ID, &b.Type, &b.Pd, &b.Qd, &b.Gs, &b.Bs, &b.Area, &b.Vm, &b.Va, &b.BaseKV, &b.Zone, &b.Vmax, &b.Vmin,
		&b.LamP, &b.LamQ, &b.MuVmax, &b.MuVmin,
	}
}

// columns are the places of a row of the generator matrix, in its order.
func (g *Generator) columns() []any {
	return []any{
		&g.Bus, &g.Pg, &g.Qg, &g.Qmax, &g.Qmin, &g.Vg, &g.MBase, &g.Status, &g.Pmax, &g.Pmin,
		&g.Pc1, &g.Pc2, &g.Qc1min, &g.Qc1max, &g.Qc2min, &g.Qc2max, &g.RampAGC, &g.Ramp10, &g.Ramp30, &g.RampQ, &g.APF,
		&g.MuPmax, &g.MuPmin, &g.MuQmax, &g.MuQmin,
	}
}

// columns are the places of a row of the branch matrix, in its order.
func (b *Branch) columns() []any {
	return []any{
		&b.From, &b.To, &b.R, &b.X, &b.B, &b.RateA, &b.RateB, &b.RateC, &b.Tap, &b.Shift, &b.Status, &b.AngMin, &b.AngMax,
		&b.Pf, &b.Qf, &b.Pt, &b.Qt, &b.MuSf, &b.MuSt, &b.MuAngMin, &b.MuAngMax,
	}
}

// columns are the places of a row of the dcline matrix, in its order.
func (l *DCLine) columns() []any {
	return []any{
		&l.From, &l.To, &l.Status, &l.Pf, &l.Pt, &l.Qf, &l.Qt, &l.Vf, &l.Vt, &l.Pmin, &l.Pmax,
		&l.QminF, &l.QmaxF, &l.QminT, &l.QmaxT, &l.Loss0, &l.Loss1,
		&l.MuPmin, &l.MuPmax, &l.MuQminF, &l.MuQmaxF, &l.MuQminT, &l.MuQmaxT,
	}
}
