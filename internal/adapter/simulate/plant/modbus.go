// Package plant is the electrical side of a simulated site on its own protocols:
// a settlement meter that answers Modbus/TCP, and power distribution units that
// answer SNMP. Both are written from the protocols and share nothing with the
// clients that they serve.
package plant

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"net"
	"sync"
	"time"
)

// Meter answers Modbus/TCP function 3 and 4: from register 0 the power in kW as
// a 32-bit float, from register 2 the energy in kWh as a 64-bit float; and function
// 2: three inputs that say whether the breaker is closed and the under-frequency
// relay armed and tripped.
type Meter struct {
	listener net.Listener
	read     func() (kw, kwh float64)

	mu     sync.Mutex
	inputs byte
}

// NewMeter is a meter on a listener; it answers once it is run.
// Its breaker is closed and its relay armed.
func NewMeter(l net.Listener, read func() (kw, kwh float64)) *Meter {
	return &Meter{listener: l, read: read, inputs: 0b011}
}

// Switch sets what the inputs say.
func (m *Meter) Switch(closed, armed, tripped bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.inputs = 0
	for i, on := range []bool{closed, armed, tripped} {
		if on {
			m.inputs |= 1 << i
		}
	}
}

// Address is where it listens.
func (m *Meter) Address() string { return m.listener.Addr().String() }

// Run answers until ctx ends.
func (m *Meter) Run(ctx context.Context) error {
	var group sync.WaitGroup
	defer group.Wait()
	stop := context.AfterFunc(ctx, func() { m.listener.Close() })
	defer stop()
	for {
		conn, err := m.listener.Accept()
		if err != nil {
			if errors.Is(err, net.ErrClosed) {
				return nil
			}
			return err
		}
		group.Go(func() {
			defer conn.Close()
			end := context.AfterFunc(ctx, func() { conn.Close() })
			defer end()
			m.talk(conn)
		})
	}
}

// talk answers requests of at most one frame each (MODBUS Messaging on TCP/IP
// Implementation Guide V1.0b).
func (m *Meter) talk(conn net.Conn) {
	for {
		if conn.SetDeadline(time.Now().Add(time.Minute)) != nil {
			return
		}
		head := make([]byte, 7)
		if _, err := io.ReadFull(conn, head); err != nil {
			return
		}
		length := int(binary.BigEndian.Uint16(head[4:6]))
		if length < 2 || length > 254 {
			return
		}
		body := make([]byte, length-1)
		if _, err := io.ReadFull(conn, body); err != nil {
			return
		}
		answer := m.answer(body)
		binary.BigEndian.PutUint16(head[4:6], uint16(len(answer)+1))
		if _, err := conn.Write(append(head, answer...)); err != nil {
			return
		}
	}
}

func (m *Meter) answer(body []byte) []byte {
	const illegalFunction, illegalAddress = 1, 2
	if body[0] == 2 && len(body) == 5 {
		return m.discrete(int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:])))
	}
	if body[0] != 3 && body[0] != 4 {
		return []byte{body[0] | 0x80, illegalFunction}
	}
	if len(body) != 5 {
		return []byte{body[0] | 0x80, illegalAddress}
	}
	from, count := int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
	kw, kwh := m.read()
	registers := binary.BigEndian.AppendUint32(nil, math.Float32bits(float32(kw)))
	registers = binary.BigEndian.AppendUint64(registers, math.Float64bits(kwh))
	if count < 1 || 2*(from+count) > len(registers) {
		return []byte{body[0] | 0x80, illegalAddress}
	}
	part := registers[2*from : 2*(from+count)]
	return append([]byte{body[0], byte(len(part))}, part...)
}

// discrete answers inputs, eight to a byte, the first in the lowest bit.
func (m *Meter) discrete(from, count int) []byte {
	const illegalAddress = 2
	if count < 1 || from+count > 3 {
		return []byte{2 | 0x80, illegalAddress}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return []byte{2, 1, m.inputs >> from & (1<<count - 1)}
}
