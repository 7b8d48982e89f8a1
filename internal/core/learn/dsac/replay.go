package dsac

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/pouw-dem/pouwdem/internal/core/nn/kernel"
)

// Taken is one step as it happened.
type Taken struct {
	State   []float32 // a padded row
	Mask    Mask
	Action  int
	Reward  float32
	Entropy float32 // of the policy that took it
	Day     int32   // the step's day, for sampling by days
}

// End is how an episode goes on after a step.
type End uint8

// The ends. Only Terminated says that nothing more can be earned; a value is
// still asked for after an episode that was Truncated.
const (
	Going End = iota
	Terminated
	Truncated
)

// onlyState marks a record that is the state in which a stream was cut.
const onlyState = -1

// Replay is the steps to learn from, the newest of each stream. A stream is one
// environment's steps in order, so that a state is kept once and returns over
// several steps are summed when they are drawn.
type Replay struct {
	width    int
	most     int // records of a stream
	streams  []stream
	priority *priorities // nil without
}

// stream is a ring of records; a record's number counts from the first ever.
type stream struct {
	state   []float32
	mask    []Mask
	action  []int32
	reward  []float32
	entropy []float32
	day     []int32
	end     []End
	next    int // number of the next record
}

// NewReplay is an empty replay of so many streams that keep together about most
// steps. Room is taken as it is filled.
func NewReplay(c Config, streams, most int) (*Replay, error) {
	if streams < 1 || most < 2*streams {
		return nil, fmt.Errorf("a replay of %d steps over %d streams: each needs room for two at least", most, streams)
	}
	return &Replay{width: kernel.Padded(c.State), most: most / streams, streams: make([]stream, streams)}, nil
}

// Prioritise draws transitions by their last error from now on: probability
// grows with error^power (Schaul et al. 2016), and weights undo the bias
// increasingly, from correction at first to 1 after so many updates. Where
// learning must be private it may not be used: what is drawn would depend on
// what was seen.
func (r *Replay) Prioritise(power, correction float64, updates int) {
	r.priority = newPriorities(r.most*len(r.streams), power, correction, updates)
	for i := range r.streams {
		for number := r.streams[i].oldest(r.most); number < r.streams[i].next; number++ {
			r.priority.add(i*r.most + number%r.most)
		}
	}
}

// Len is how many records are kept.
func (r *Replay) Len() (n int) {
	for i := range r.streams {
		n += r.streams[i].next - r.streams[i].oldest(r.most)
	}
	return n
}

func (s *stream) oldest(most int) int { return max(0, s.next-most) }

// Add keeps a step of a stream. Where the episode ended without terminating,
// call [Replay.Cut] with the state it ended in.
func (r *Replay) Add(streamAt int, t Taken, terminated bool) {
	end := Going
	if terminated {
		end = Terminated
	}
	r.put(streamAt, t, end)
}

// Cut ends a stream's episode in a state without terminating it.
func (r *Replay) Cut(streamAt int, state []float32, mask Mask) {
	r.put(streamAt, Taken{State: state, Mask: mask, Action: onlyState, Day: -1}, Truncated)
}

// amend says what a stream's newest step led to, where it was not known yet.
func (r *Replay) amend(streamAt int, reward float32, terminated bool) {
	s := &r.streams[streamAt]
	slot := (s.next - 1) % r.most
	s.reward[slot] = reward
	if terminated {
		s.end[slot] = Terminated
	}
}

func (r *Replay) put(at int, t Taken, end End) {
	s := &r.streams[at]
	slot := s.next % r.most
	if slot == len(s.mask) {
		s.state = append(s.state, t.State[:r.width]...)
		s.mask = append(s.mask, 0)
		s.action = append(s.action, 0)
		s.reward = append(s.reward, 0)
		s.entropy = append(s.entropy, 0)
		s.day = append(s.day, 0)
		s.end = append(s.end, 0)
	}
	copy(s.state[slot*r.width:(slot+1)*r.width], t.State)
	s.mask[slot], s.action[slot], s.reward[slot] = t.Mask, int32(t.Action), t.Reward //nolint:gosec // below MostActions
	s.entropy[slot], s.day[slot], s.end[slot] = t.Entropy, t.Day, end
	s.next++
	if r.priority != nil {
		r.priority.add(at*r.most + slot)
	}
}

// usable is whether record number of a stream is a step whose end is known.
func (r *Replay) usable(s *stream, number int) bool {
	slot := number % r.most
	return s.action[slot] != onlyState && (s.end[slot] == Terminated || number+1 < s.next)
}

// Sample fills a batch with rows transitions, drawn with replacement. It is
// false while there is nothing to draw.
func (r *Replay) Sample(c Config, rng *rand.Rand, rows int, b *Batch) bool {
	if !r.any() {
		return false
	}
	b.resize(rows)
	for row := range rows {
		for {
			at, number, weight := r.pick(rng)
			if s := &r.streams[at]; number >= s.oldest(r.most) && number < s.next && r.usable(s, number) {
				r.fill(c, b, row, at, number, false)
				b.Weight[row] = weight
				break
			}
		}
	}
	if r.priority != nil {
		r.priority.normalise(b)
	}
	return true
}

func (r *Replay) any() bool {
	for i := range r.streams {
		s := &r.streams[i]
		if s.next > s.oldest(r.most) && (r.usable(s, s.next-1) || s.next-s.oldest(r.most) > 1 && r.usable(s, s.next-2)) {
			return true
		}
	}
	return false
}

// pick draws a record's stream and number; it need not be usable.
func (r *Replay) pick(rng *rand.Rand) (at, number int, weight float32) {
	if r.priority != nil {
		slot, weight := r.priority.draw(rng)
		at = slot / r.most
		s := &r.streams[at]
		number = s.oldest(r.most)
		number += (slot%r.most - number%r.most + r.most) % r.most
		return at, number, weight
	}
	n := rng.IntN(r.Len())
	for at = range r.streams {
		s := &r.streams[at]
		if kept := s.next - s.oldest(r.most); n < kept {
			return at, s.oldest(r.most) + n, 1
		} else {
			n -= kept
		}
	}
	panic("dsac: drew a record beyond the last")
}

// fill writes the transition that begins with a record into a row of the batch:
// rewards are summed until c.Steps are, the episode ends, the newest state is
// reached, or, where it may not leave its day, the day ends.
func (r *Replay) fill(c Config, b *Batch, row, at, number int, withinDay bool) {
	s := &r.streams[at]
	slot := number % r.most
	copy(b.State[row*r.width:(row+1)*r.width], s.state[slot*r.width:])
	b.Mask[row], b.Action[row], b.Entropy[row] = s.mask[slot], s.action[slot], s.entropy[slot]
	b.index[row] = at*r.most + slot
	discount, sum := 1.0, 0.0
	for steps := 0; ; {
		sum += discount * float64(s.reward[slot])
		discount *= c.Gamma
		steps++
		if s.end[slot] == Terminated {
			discount = 0
			break
		}
		number++
		last := s.day[slot]
		slot = number % r.most
		if steps == c.Steps || s.action[slot] == onlyState || number+1 >= s.next || withinDay && s.day[slot] != last {
			break
		}
	}
	b.Return[row], b.Discount[row] = float32(sum), float32(discount)
	// After a termination the last state stands for the next: its value counts nothing.
	copy(b.Next[row*r.width:(row+1)*r.width], s.state[slot*r.width:(slot+1)*r.width])
	b.NextMask[row] = s.mask[slot]
}

// Reprioritise takes over the errors of a batch that was drawn from r.
func (r *Replay) Reprioritise(b *Batch, errors []float32) {
	if r.priority == nil {
		return
	}
	for row, e := range errors {
		r.priority.set(b.index[row], float64(e))
	}
	r.priority.updates++
}

// Day is a day of a stream: records [From, To) of it.
type Day struct {
	Stream   int
	From, To int
}

// Days are the days that are kept whole, in order: a day is steps in a row with
// one number. A day that is still going on is left out.
func (r *Replay) Days() []Day {
	var days []Day
	for at := range r.streams {
		s := &r.streams[at]
		from := s.oldest(r.most)
		lost := from > 0 // the first day may have begun in what is gone
		for number := from; number < s.next; number++ {
			if s.day[number%r.most] == s.day[from%r.most] {
				continue
			}
			if s.day[from%r.most] >= 0 && !lost {
				days = append(days, Day{Stream: at, From: from, To: number})
			}
			from, lost = number, false
		}
	}
	return days
}

// FillDay fills a batch with all transitions of a day, none of which looks past
// the first state of the next.
func (r *Replay) FillDay(c Config, d Day, b *Batch) {
	b.resize(d.To - d.From)
	for row := range b.Rows {
		r.fill(c, b, row, d.Stream, d.From+row, true)
		b.Weight[row] = 1
	}
}

// Poisson draws each of the days with a probability, on its own: the sampling
// that the privacy accountant's amplification argument asks for.
func Poisson(days []Day, probability float64, rng *rand.Rand) []Day {
	var drawn []Day
	for _, d := range days {
		if rng.Float64() < probability {
			drawn = append(drawn, d)
		}
	}
	return drawn
}

// priorities is a tree of sums over the records.
type priorities struct {
	sums       []float64 // leaves from len/2 on
	power      float64
	correction float64
	over       int
	updates    int
	greatest   float64
}

func newPriorities(n int, power, correction float64, updates int) *priorities {
	leaves := 1
	for leaves < n {
		leaves *= 2
	}
	return &priorities{sums: make([]float64, 2*leaves), power: power, correction: correction, over: max(updates, 1), greatest: 1}
}

// add gives a new record the greatest priority there is.
func (p *priorities) add(slot int) { p.put(slot, p.greatest) }

func (p *priorities) set(slot int, e float64) {
	if math.IsNaN(e) || math.IsInf(e, 0) {
		return
	}
	priority := float64(float32(math.Pow(e+1e-6, p.power))) // as exact as it is saved
	p.greatest = max(p.greatest, priority)
	p.put(slot, priority)
}

func (p *priorities) put(slot int, priority float64) {
	i := slot + len(p.sums)/2
	p.sums[i] = priority
	for i /= 2; i > 0; i /= 2 {
		p.sums[i] = p.sums[2*i] + p.sums[2*i+1]
	}
}

// draw picks a record by its priority; its weight is the inverse of its
// probability, to be normalised.
func (p *priorities) draw(rng *rand.Rand) (slot int, weight float32) {
	left, i := rng.Float64()*p.sums[1], 1
	for i < len(p.sums)/2 {
		i *= 2
		if left >= p.sums[i] && p.sums[i+1] > 0 {
			left -= p.sums[i]
			i++
		}
	}
	power := p.correction + (1-p.correction)*min(1, float64(p.updates)/float64(p.over))
	return i - len(p.sums)/2, float32(math.Pow(p.sums[i]/p.sums[1], -power))
}

// normalise scales a batch's weights so that the greatest is 1.
func (p *priorities) normalise(b *Batch) {
	var most float32
	for _, w := range b.Weight[:b.Rows] {
		most = max(most, w)
	}
	for i := range b.Weight[:b.Rows] {
		b.Weight[i] /= most
	}
}
