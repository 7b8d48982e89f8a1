package grid

import "slices"

// admittance builds Ybus: series admittances and charging of the branches,
// shunts on the diagonal.
func (n *Network) admittance() Admittance {
	size := n.N()
	neighbours := make([][]int32, size)
	for k := range n.Branch.Row {
		f, t := n.Branch.From[k], n.Branch.To[k]
		neighbours[f] = append(neighbours[f], int32(t))
		neighbours[t] = append(neighbours[t], int32(f))
	}
	y := Admittance{Ptr: make([]int32, size+1), Diag: make([]int32, size)}
	for i := range size {
		row := append(neighbours[i], int32(i))
		slices.Sort(row)
		row = slices.Compact(row)
		at, _ := slices.BinarySearch(row, int32(i))
		y.Diag[i] = int32(len(y.Col) + at)
		y.Col = append(y.Col, row...)
		y.Ptr[i+1] = int32(len(y.Col))
	}
	y.G = make([]float64, len(y.Col))
	y.B = make([]float64, len(y.Col))
	for i := range size {
		y.G[y.Diag[i]] += n.Bus.Gs[i]
		y.B[y.Diag[i]] += n.Bus.Bs[i]
	}
	for k := range n.Branch.Row {
		f, t := n.Branch.From[k], n.Branch.To[k]
		y.add(y.Diag[f], n.Branch.Yff[k])
		y.add(y.Diag[t], n.Branch.Ytt[k])
		y.add(y.At(f, t), n.Branch.Yft[k])
		y.add(y.At(t, f), n.Branch.Ytf[k])
	}
	return y
}

func (y *Admittance) add(at int32, v complex128) {
	y.G[at] += real(v)
	y.B[at] += imag(v)
}

// At is the position of entry (i, j); -1 where the pattern has none.
func (y *Admittance) At(i, j int) int32 {
	row := y.Col[y.Ptr[i]:y.Ptr[i+1]]
	at, found := slices.BinarySearch(row, int32(j))
	if !found {
		return -1
	}
	return y.Ptr[i] + int32(at)
}

// islands numbers the connected parts of the network in the order of their
// first bus.
func (n *Network) islands() (island []int, count int) {
	size := n.N()
	island = make([]int, size)
	for i := range island {
		island[i] = -1
	}
	var stack []int
	for root := range size {
		if island[root] >= 0 {
			continue
		}
		stack = append(stack[:0], root)
		island[root] = count
		for len(stack) > 0 {
			i := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			for _, j := range n.Y.Col[n.Y.Ptr[i]:n.Y.Ptr[i+1]] {
				if island[j] < 0 {
					island[j] = count
					stack = append(stack, int(j))
				}
			}
		}
		count++
	}
	return island, count
}

// assignKinds makes the types effective: a voltage-controlled bus without a
// live generator is PQ; in an island without a reference the first PV bus
// becomes one; an island without any generator is dead.
func (n *Network) assignKinds() {
	hasGen := make([]bool, n.N())
	for _, b := range n.Gen.Bus {
		hasGen[b] = true
	}
	hasRef := make([]bool, n.Islands)
	firstPV := make([]int, n.Islands)
	firstGen := make([]int, n.Islands)
	for k := range firstPV {
		firstPV[k], firstGen[k] = -1, -1
	}
	for i, kind := range n.Bus.Kind {
		part := n.Island[i]
		if hasGen[i] && firstGen[part] < 0 {
			firstGen[part] = i
		}
		switch {
		case kind != PQ && !hasGen[i]:
			n.Bus.Kind[i] = PQ
		case kind == Ref:
			hasRef[part] = true
		case kind == PV && firstPV[part] < 0:
			firstPV[part] = i
		}
	}
	for part := range n.Islands {
		switch {
		case hasRef[part]:
		case firstPV[part] >= 0:
			n.Bus.Kind[firstPV[part]] = Ref
		case firstGen[part] >= 0:
			n.Bus.Kind[firstGen[part]] = Ref
		default:
			n.markDead(part)
		}
	}
}

func (n *Network) markDead(part int) {
	for i := range n.N() {
		if n.Island[i] == part {
			n.Bus.Kind[i] = Isolated
			n.Dead = append(n.Dead, i)
		}
	}
}

// start sets the voltage magnitude of controlled buses to the set point; of
// several generators at a bus the last one wins, as in MATPOWER.
func (n *Network) start() {
	for k, b := range n.Gen.Bus {
		if kind := n.Bus.Kind[b]; kind == PV || kind == Ref {
			n.Bus.Vm[b] = n.Gen.Vg[k]
		}
	}
}

// Refs lists the reference buses.
func (n *Network) Refs() []int {
	var refs []int
	for i, kind := range n.Bus.Kind {
		if kind == Ref {
			refs = append(refs, i)
		}
	}
	return refs
}

// Injection is the scheduled net power at each bus in p.u.: generation less
// demand, without shunts. pg, qg override the generators' schedule where not
// nil (one entry per generator in service).
func (n *Network) Injection(pg, qg []float64) (p, q []float64) {
	if pg == nil {
		pg = n.Gen.Pg
	}
	if qg == nil {
		qg = n.Gen.Qg
	}
	p, q = make([]float64, n.N()), make([]float64, n.N())
	for i := range p {
		p[i], q[i] = -n.Bus.Pd[i], -n.Bus.Qd[i]
	}
	for k, b := range n.Gen.Bus {
		p[b] += pg[k]
		q[b] += qg[k]
	}
	return p, q
}
