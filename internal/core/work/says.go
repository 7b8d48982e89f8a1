package work

import (
	"encoding/binary"
	"fmt"
)

// Says is what an opened leaf answers, for people: the number that its kind is asked
// for. It is empty where loading and voltage say it all, and for what is not solved.
func (s Spec) Says(o Opening) string {
	if o.Leaf.Status != Solved {
		return ""
	}
	switch s.Kind {
	case Nose:
		r := reader{raw: o.Voltages}
		if v := r.quanta(1, Quantum); len(v) == 1 {
			return fmt.Sprintf("loads can grow by %.0f %%", 100*v[0]*(noseGrowth-1))
		}
	case Swing:
		if len(o.Voltages) == 8 {
			c := clearing{binary.BigEndian.Uint32(o.Voltages), binary.BigEndian.Uint32(o.Voltages[4:])}
			if c.lost == 0 {
				return fmt.Sprintf("a fault of %d ms is survived", c.survived)
			}
			return fmt.Sprintf("a fault of %d ms is survived, one of %d ms is not", c.survived, c.lost)
		}
	case Adequacy:
		if len(o.Voltages) == 16 {
			return fmt.Sprintf("%.0f MW unserved", float64(binary.BigEndian.Uint64(o.Voltages[8:]))/1000)
		}
	case Forecast:
		if q, err := decodeQuantiles(o.Voltages); err == nil {
			return fmt.Sprintf("%.5g, with nine tenths between %.5g and %.5g", q[2], q[0], q[4])
		}
	}
	return ""
}
