package plant

import (
	"context"
	"encoding/asn1"
	"errors"
	"net"
	"slices"
	"sync"
)

// Outlet is one outlet of a simulated PDU.
type Outlet struct {
	Watts func() float64
	Cycle func()
}

// PDU answers SNMP v2c for a rack of outlets: power in tenths of a watt under
// OutletPower.n, and an outlet that is taken off and on again when 3 is written
// to OutletControl.n, as on APC's rPDU2 (PowerNet-MIB rPDU2OutletMeteredStatusPower
// is in hundredths of a kW there; tenths of a watt are this unit's own).
type PDU struct {
	conn      net.PacketConn
	community string
	outlets   []Outlet
	mu        sync.Mutex
}

// The unit's objects, below enterprise 1.3.6.1.4.1.
func powerOID() asn1.ObjectIdentifier {
	return asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 318, 1, 1, 26, 9, 4, 3, 1, 7}
}

func controlOID() asn1.ObjectIdentifier {
	return asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 318, 1, 1, 26, 9, 2, 4, 1, 5}
}

// NewPDU is a unit on a packet connection; it answers once it is run.
func NewPDU(conn net.PacketConn, community string, outlets []Outlet) *PDU {
	return &PDU{conn: conn, community: community, outlets: outlets}
}

// Address is where it listens.
func (p *PDU) Address() string { return p.conn.LocalAddr().String() }

// Run answers until ctx ends.
func (p *PDU) Run(ctx context.Context) error {
	stop := context.AfterFunc(ctx, func() { p.conn.Close() })
	defer stop()
	buffer := make([]byte, 8192)
	for {
		n, from, err := p.conn.ReadFrom(buffer)
		if err != nil {
			if errors.Is(err, net.ErrClosed) {
				return nil
			}
			return err
		}
		if answer := p.answer(slices.Clone(buffer[:n])); answer != nil {
			_, _ = p.conn.WriteTo(answer, from) // a client that has gone away cannot be told
		}
	}
}

// message and its parts are SNMPv2c's (RFC 1901, RFC 3416).
type message struct {
	Version   int
	Community []byte
	PDU       asn1.RawValue
}

type pdu struct {
	ID, ErrorStatus, ErrorIndex int
	Bindings                    []binding
}

type binding struct {
	Name  asn1.ObjectIdentifier
	Value asn1.RawValue
}

const (
	getRequest  = 0
	response    = 2
	setRequest  = 3
	genErr      = 5
	noSuchValue = 1 // context tag of noSuchInstance
	cycleNow    = 3
)

func (p *PDU) answer(raw []byte) []byte {
	var m message
	if _, err := asn1.Unmarshal(raw, &m); err != nil || m.Version != 1 || string(m.Community) != p.community {
		return nil // as real ones do: no word to strangers
	}
	kind := m.PDU.Tag
	if m.PDU.Class != asn1.ClassContextSpecific || kind != getRequest && kind != setRequest {
		return nil
	}
	sequence := m.PDU
	sequence.Class, sequence.Tag = asn1.ClassUniversal, asn1.TagSequence
	sequence.FullBytes = nil
	encoded, err := asn1.Marshal(sequence)
	if err != nil {
		return nil
	}
	var asked pdu
	if _, err := asn1.Unmarshal(encoded, &asked); err != nil {
		return nil
	}
	for i := range asked.Bindings {
		b := &asked.Bindings[i]
		if kind == setRequest {
			if !p.write(b) {
				asked.ErrorStatus, asked.ErrorIndex = genErr, i+1
			}
			continue
		}
		b.Value = p.read(b.Name)
	}
	body, err := asn1.Marshal(asked)
	if err != nil {
		return nil
	}
	var whole asn1.RawValue
	if _, err := asn1.Unmarshal(body, &whole); err != nil {
		return nil
	}
	whole.Class, whole.Tag, whole.FullBytes = asn1.ClassContextSpecific, response, nil
	m.PDU = whole
	out, err := asn1.Marshal(m)
	if err != nil {
		return nil
	}
	return out
}

// outlet is the outlet that an object is about.
func (p *PDU) outlet(name, table asn1.ObjectIdentifier) (Outlet, bool) {
	if len(name) != len(table)+1 || !slices.Equal(name[:len(table)], table) {
		return Outlet{}, false
	}
	n := name[len(table)]
	if n < 1 || n > len(p.outlets) {
		return Outlet{}, false
	}
	return p.outlets[n-1], true
}

func (p *PDU) read(name asn1.ObjectIdentifier) asn1.RawValue {
	o, ok := p.outlet(name, powerOID())
	if !ok {
		return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: noSuchValue}
	}
	encoded, err := asn1.Marshal(int(o.Watts()*10 + 0.5))
	if err != nil {
		return asn1.RawValue{Class: asn1.ClassContextSpecific, Tag: noSuchValue}
	}
	return asn1.RawValue{FullBytes: encoded}
}

func (p *PDU) write(b *binding) bool {
	o, ok := p.outlet(b.Name, controlOID())
	var value int
	if _, err := asn1.Unmarshal(b.Value.FullBytes, &value); !ok || err != nil || value != cycleNow {
		return false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	o.Cycle()
	return true
}
