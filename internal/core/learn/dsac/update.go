package dsac

import (
	"math"
	"math/bits"
)

// Metrics is what an update saw, before it changed anything.
type Metrics struct {
	Critic      float64 // loss, mean of the two
	Actor       float64 // loss
	Alpha       float64
	Entropy     float64 // mean of the policy's in the batch's states
	Target      float64 // mean of the entropies aimed at; 0 unless alpha is learned
	Q           float64 // mean value of the taken actions
	ActorNorm   float64 // of the gradients, before clipping
	CriticNorm  float64
	temperature float64 // d loss / d log alpha
}

// Update takes one step on a batch: gradients of all three networks at the
// present parameters, one step of Adam for each, one for the temperature, and
// the target networks follow.
func (a *Agent) Update(b *Batch) Metrics {
	m := a.gradient(b)
	m.ActorNorm, m.CriticNorm = a.step(a.grad)
	a.temper(m.temperature)
	return m
}

// Errors is the last batch's critic errors, absolute and the mean of both: the
// priorities of its transitions.
func (a *Agent) Errors(b *Batch) []float32 { return a.work.errors[:b.Rows] }

// AddClipped adds to sum the joint gradient of the actor and the critics over
// one batch, a whole day's transitions as [Replay.Day] gives them, scaled down
// to the norm clip where it is longer: what one day can change, whatever
// happened in it. sum is laid out as Params. It returns the norm before
// clipping; a gradient that is not finite adds nothing. The agent stays as it
// is.
func (a *Agent) AddClipped(sum []float32, day *Batch, clip float64) (norm float64) {
	if len(sum) != len(a.grad) {
		panic("dsac: a sum of gradients of another length")
	}
	a.gradient(day)
	for _, g := range a.grad {
		norm += float64(g) * float64(g)
	}
	norm = math.Sqrt(norm)
	if math.IsNaN(norm) || math.IsInf(norm, 0) {
		return norm
	}
	// A little below clip, so that rounding each product cannot lift the norm above it.
	scale := float32(math.Min(1, clip/norm*(1-1e-6)))
	for i, g := range a.grad {
		sum[i] += g * scale
	}
	return norm
}

// Apply takes one step of Adam along a gradient laid out as Params, as
// [Agent.AddClipped] and noise make it, and lets the target networks follow.
// The temperature is left to its schedule.
func (a *Agent) Apply(grad []float32) {
	a.step(grad)
	a.Updates++
}

func (a *Agent) step(grad []float32) (actorNorm, criticNorm float64) {
	for i, optimiser := range a.optimise {
		norm := optimiser.Step(a.part(a.Params, i), a.part(grad, i))
		if i == 0 {
			actorNorm = norm
		} else {
			criticNorm += norm / 2
		}
	}
	for i, target := range a.targets {
		target.Follow(a.critics[i], float32(a.Config.Tau))
	}
	return actorNorm, criticNorm
}

// temper steps the temperature where it is learned, and counts the update.
func (a *Agent) temper(gradient float64) {
	a.Updates++
	t := a.Config.Temperature
	if t.Mode != Target || math.IsNaN(gradient) {
		return
	}
	a.logAlpha += a.alphaOpt.step(gradient, t.Rate)
	a.logAlpha = min(max(a.logAlpha, math.Log(t.Least)), math.Log(t.Most))
}

// gradient sets a.grad to the joint gradient over a batch.
func (a *Agent) gradient(b *Batch) (m Metrics) {
	a.reserve(b.Rows)
	w, rows := &a.work, b.Rows
	m.Alpha = a.Alpha()
	w.next.set(a.actor.Forward(w.after, b.Next, rows), b.NextMask[:rows])
	w.pi.set(a.actor.Forward(w.now, b.State, rows), b.Mask[:rows])
	a.targetsOf(b, float32(m.Alpha))
	if a.Config.ClipQ > 0 {
		a.oldValues(b)
	}
	clear(w.errors[:rows])
	var q [2][]float32
	for i, critic := range a.critics {
		q[i] = critic.Forward(w.critic[i], b.State, rows)
		loss, mean := a.criticDelta(b, i, q[i])
		m.Critic += loss / 2
		m.Q += mean / 2
		critic.Backward(w.critic[i], w.delta, a.part(a.grad, 1+i))
	}
	m.Actor = a.actorDelta(b, q, float32(m.Alpha))
	a.actor.Backward(w.now, w.delta, a.part(a.grad, 0))
	a.temperature(b, &m)
	return m
}

// joint is the two critics' common value, see [Config.Pessimism].
func (a *Agent) joint(q1, q2 float32) float32 {
	mean := (q1 + q2) / 2
	if k := float32(a.Config.Pessimism); k > 0 {
		mean -= k * float32(math.Abs(float64(q1-q2))) / 2
	}
	return mean
}

// targetsOf sets y = return + discount·Σ π(a|s')(Q(s',a) - α log π(a|s')), the
// last term where the target is soft.
func (a *Agent) targetsOf(b *Batch, alpha float32) {
	w, width := &a.work, a.work.next.width
	q1 := a.targets[0].Forward(w.target[0], b.Next, b.Rows)
	q2 := a.targets[1].Forward(w.target[1], b.Next, b.Rows)
	if !a.Config.Soft {
		alpha = 0
	}
	for r := range b.Rows {
		value := alpha * w.next.entropy[r]
		for m := uint64(b.NextMask[r]); m != 0; m &= m - 1 {
			i := r*width + bits.TrailingZeros64(m)
			value += w.next.p[i] * a.joint(q1[i], q2[i])
		}
		w.y[r] = b.Return[r] + b.Discount[r]*value
	}
}

// oldValues keeps the target networks' values of the taken actions. It comes
// after targetsOf, whose tapes it uses again.
func (a *Agent) oldValues(b *Batch) {
	w := &a.work
	for i, target := range a.targets {
		q := target.Forward(w.target[i], b.State, b.Rows)
		for r := range b.Rows {
			w.old[i][r] = q[r*w.pi.width+int(b.Action[r])]
		}
	}
}

// criticDelta sets w.delta to the gradient of mean weight·(Q(s,a) - y)² with
// respect to a critic's values.
func (a *Agent) criticDelta(b *Batch, i int, q []float32) (loss, mean float64) {
	w := &a.work
	clear(w.delta[:b.Rows*w.pi.width])
	share := 1 / float32(b.Rows)
	for r := range b.Rows {
		at := r*w.pi.width + int(b.Action[r])
		e := q[at] - w.y[r]
		w.errors[r] += float32(math.Abs(float64(e))) / 2
		mean += float64(q[at])
		squared, slope := e*e, 2*e
		if c := float32(a.Config.ClipQ); c > 0 {
			moved := q[at] - w.old[i][r]
			if clipped := w.old[i][r] + min(max(moved, -c), c) - w.y[r]; clipped*clipped > squared {
				squared, slope = clipped*clipped, 0
			}
		}
		loss += float64(b.Weight[r] * squared)
		w.delta[at] = slope * b.Weight[r] * share
	}
	return loss * float64(share), mean * float64(share)
}

// actorDelta sets w.delta to the gradient of mean Σ π(α log π - Q) with respect
// to the logits: π_i (f_i - Σ π f) with f = α log π - Q, as the derivatives of
// the logarithms cancel.
func (a *Agent) actorDelta(b *Batch, q [2][]float32, alpha float32) (loss float64) {
	w, width := &a.work, a.work.pi.width
	clear(w.delta[:b.Rows*width])
	share, penalty := 1/float32(b.Rows), float32(a.Config.EntropyPenalty)
	for r := range b.Rows {
		p, logp := w.pi.p[r*width:(r+1)*width], w.pi.logp[r*width:(r+1)*width]
		d := w.delta[r*width : (r+1)*width]
		var mean float32
		for m := uint64(b.Mask[r]); m != 0; m &= m - 1 {
			i := bits.TrailingZeros64(m)
			d[i] = alpha*logp[i] - a.joint(q[0][r*width+i], q[1][r*width+i])
			mean += p[i] * d[i]
		}
		change := w.pi.entropy[r] - b.Entropy[r]
		for m := uint64(b.Mask[r]); m != 0; m &= m - 1 {
			i := bits.TrailingZeros64(m)
			d[i] = p[i] * (d[i] - mean - penalty*change*(logp[i]+w.pi.entropy[r])) * share
		}
		loss += float64(mean + penalty*change*change/2)
	}
	return loss * float64(share)
}

// temperature is the mean difference of the entropy from its target, over the
// states that leave a choice.
func (a *Agent) temperature(b *Batch, m *Metrics) {
	share := a.Config.Temperature.share(a.Updates)
	choices := 0
	for r := range b.Rows {
		m.Entropy += float64(a.work.pi.entropy[r]) / float64(b.Rows)
		valid := bits.OnesCount64(uint64(b.Mask[r]))
		if valid < 2 {
			continue
		}
		choices++
		target := share * math.Log(float64(valid))
		m.Target += target
		m.temperature += float64(a.work.pi.entropy[r]) - target
	}
	if choices > 0 {
		m.Target /= float64(choices)
		m.temperature /= float64(choices)
	}
	if a.Config.Temperature.Mode != Target {
		m.Target = 0
	}
}
