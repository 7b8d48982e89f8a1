package simulate

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/unit"
	"github.com/pouw-dem/pouwdem/internal/core/world"
)

// RTUResource is a Load Resource as the scheduling entity's RTU knows it.
type RTUResource struct {
	Name  string // as offers name it
	Point string // settlement point whose price dispatches it
	Unit  uint8  // Modbus unit
}

// The RTU's cadence: a scan every two seconds of the world's clock, but not more
// than four a second of the wall's.
const (
	scanEvery = 2 * time.Second
	scanLeast = 250 * time.Millisecond
	rtuWait   = 2 * time.Second // for an answer
)

// RTU scans a site's Modbus/TCP server until ctx ends, as the RTU of a
// scheduling entity does: it reads power and capability, and writes awards and
// base points with every dispatch run and deployments as they come. A server
// that does not answer is tried again with the next scan.
func (s *Server) RTU(ctx context.Context, address string, resources []RTUResource) error {
	line := &rtuLine{address: address}
	defer line.close()
	state := make([]rtuState, len(resources))
	failing := false
	for {
		pause := max(scanEvery, time.Duration(float64(scanLeast)*s.clock.Speed()))
		if s.clock.Sleep(ctx, pause) != nil || ctx.Err() != nil {
			return nil
		}
		var failed error
		for i, r := range resources {
			err := s.scan(ctx, line, r, &state[i])
			if err == nil {
				err = s.regulate(ctx, line, r, &state[i])
			}
			if err != nil {
				failed = err
				line.close()
			}
		}
		if failed != nil && !failing && ctx.Err() == nil {
			s.log.Warn("the simulated RTU is not answered", "error", failed)
		}
		failing = failed != nil
	}
}

// rtuState is what was last written to a resource.
type rtuState struct {
	mark     time.Time // of the dispatch run
	calls    uint16
	sequence uint16
	awards   map[string]float64
	base     float64
	signal   rtuSignal
}

// rtuSignal is the regulation that was last written to a resource.
type rtuSignal struct {
	at       time.Time
	mw       float64
	sequence uint16
}

// signalEvery is how often load-frequency control sends its signal.
const signalEvery = 4 * time.Second

// signal is the simulated system's need for regulation, -1 (load comes off) to 1:
// two sines, of seven minutes and of a minute and a half.
func signal(t time.Time) float64 {
	turns := func(period time.Duration) float64 {
		return 2 * math.Pi * float64(t.UnixMilli()%period.Milliseconds()) / float64(period.Milliseconds())
	}
	return 0.7*math.Sin(turns(7*time.Minute)) + 0.3*math.Sin(turns(90*time.Second))
}

// regulate writes the signal's share of what is awarded, every four seconds while
// anything is, and once more when nothing is any longer.
func (s *Server) regulate(ctx context.Context, line *rtuLine, r RTUResource, st *rtuState) error {
	now := s.clock.Now()
	up, down := st.awards["REGUP"], st.awards["REGDN"]
	if up+down == 0 && st.signal.mw == 0 || now.Sub(st.signal.at) < signalEvery {
		return nil
	}
	mw := signal(now)
	if mw > 0 {
		mw *= down
	} else {
		mw *= up
	}
	next := rtuSignal{at: now, mw: mw, sequence: st.signal.sequence + 1}
	bits := math.Float32bits(float32(mw))
	if err := line.write(ctx, r.Unit, 15, []uint16{uint16(bits >> 16), uint16(bits), next.sequence}); err != nil {
		return err
	}
	st.signal = next
	return nil
}

func (s *Server) scan(ctx context.Context, line *rtuLine, r RTUResource, st *rtuState) error {
	seen, err := line.read(ctx, r.Unit, 0, 33)
	if err != nil {
		return err
	}
	power, low := single(seen[0:]), single(seen[2:])
	now, w := s.clock.Now(), s.world.Load()
	called := s.qse.calls(now, w.Grid(now))
	mark := now.Truncate(unit.Control)
	run := w.Run(now)
	if run.Stamp.After(now) {
		return nil // the run of this interval is not out yet
	}
	if !mark.Equal(st.mark) {
		prices := map[string]float64{}
		for i, p := range world.Products() {
			prices[p] = run.MCPC[i]
		}
		lmp := math.Inf(1)
		if i, known := w.Point(r.Point); known {
			lmp = run.LMP[i]
		}
		before := st.awards
		st.awards, st.base = s.qse.dispatch(r.Name, prices, lmp, low, max(0, power-low))
		for i, p := range world.Products() {
			if called[p] && st.calls&(1<<i) != 0 {
				st.awards[p] = before[p] // what is called on stays awarded
			}
		}
	}
	var calls uint16
	for i, p := range world.Products() {
		if called[p] && st.awards[p] > 0 || called[p] && st.calls&(1<<i) != 0 {
			calls |= 1 << i
		}
	}
	if mark.Equal(st.mark) && calls == st.calls {
		return nil
	}
	st.sequence++
	if st.sequence == 0 {
		st.sequence = 1
	}
	block := make([]uint16, 15)
	put := func(at int, v float64) {
		bits := math.Float32bits(float32(v))
		block[at], block[at+1] = uint16(bits>>16), uint16(bits)
	}
	put(0, st.base)
	for i, p := range world.Products() {
		put(2+2*i, st.awards[p])
	}
	block[12], block[13], block[14] = calls, st.sequence, uint16(now.Unix())
	if err := line.write(ctx, r.Unit, 0, block); err != nil {
		return err
	}
	st.mark, st.calls = mark, calls
	return nil
}

func single(r []uint16) float64 {
	return float64(math.Float32frombits(uint32(r[0])<<16 | uint32(r[1])))
}

// rtuLine is a Modbus/TCP connection (Modbus Messaging on TCP/IP Implementation
// Guide V1.0b, section 3.1: a header of transaction, protocol 0, length and unit
// before the request).
type rtuLine struct {
	address string
	conn    net.Conn
	count   uint16
}

func (l *rtuLine) close() {
	if l.conn != nil {
		l.conn.Close()
		l.conn = nil
	}
}

// read is function 4, input registers.
func (l *rtuLine) read(ctx context.Context, unitID uint8, from, count uint16) ([]uint16, error) {
	request := []byte{4}
	request = binary.BigEndian.AppendUint16(request, from)
	request = binary.BigEndian.AppendUint16(request, count)
	answer, err := l.exchange(ctx, unitID, request)
	if err != nil {
		return nil, err
	}
	if len(answer) != 2+2*int(count) || int(answer[1]) != 2*int(count) {
		return nil, fmt.Errorf("modbus: %d bytes for %d registers", len(answer), count)
	}
	words := make([]uint16, count)
	for i := range words {
		words[i] = binary.BigEndian.Uint16(answer[2+2*i:])
	}
	return words, nil
}

// write is function 16, several holding registers at once.
func (l *rtuLine) write(ctx context.Context, unitID uint8, from uint16, words []uint16) error {
	request := []byte{16}
	request = binary.BigEndian.AppendUint16(request, from)
	request = binary.BigEndian.AppendUint16(request, uint16(len(words)))
	request = append(request, byte(2*len(words)))
	for _, w := range words {
		request = binary.BigEndian.AppendUint16(request, w)
	}
	_, err := l.exchange(ctx, unitID, request)
	return err
}

func (l *rtuLine) exchange(ctx context.Context, unitID uint8, request []byte) ([]byte, error) {
	if l.conn == nil {
		dialer := net.Dialer{Timeout: rtuWait}
		conn, err := dialer.DialContext(ctx, "tcp", l.address)
		if err != nil {
			return nil, fmt.Errorf("modbus: %w", err)
		}
		l.conn = conn
	}
	if err := l.conn.SetDeadline(time.Now().Add(rtuWait)); err != nil {
		return nil, fmt.Errorf("modbus: %w", err)
	}
	l.count++
	frame := binary.BigEndian.AppendUint16(nil, l.count)
	frame = append(frame, 0, 0)
	frame = binary.BigEndian.AppendUint16(frame, uint16(1+len(request)))
	frame = append(frame, unitID)
	frame = append(frame, request...)
	if _, err := l.conn.Write(frame); err != nil {
		return nil, fmt.Errorf("modbus: %w", err)
	}
	head := make([]byte, 7)
	if _, err := io.ReadFull(l.conn, head); err != nil {
		return nil, fmt.Errorf("modbus: %w", err)
	}
	length := int(binary.BigEndian.Uint16(head[4:]))
	if binary.BigEndian.Uint16(head) != l.count || length < 3 || length > 254 || head[6] != unitID {
		return nil, errors.New("modbus: the answer is to another request")
	}
	answer := make([]byte, length-1)
	if _, err := io.ReadFull(l.conn, answer); err != nil {
		return nil, fmt.Errorf("modbus: %w", err)
	}
	if answer[0] == request[0]|0x80 {
		return nil, fmt.Errorf("modbus: unit %d refuses function %d with exception %d", unitID, request[0], answer[1])
	}
	if answer[0] != request[0] {
		return nil, fmt.Errorf("modbus: an answer to function %d, asked was %d", answer[0], request[0])
	}
	return answer, nil
}
