// Package pdu reads and switches the outlets of power distribution units over
// SNMP v2c. Which machine hangs on which outlet is configured; an outlet's name
// here is its unit's address and its number.
//
// When an outlet may be switched is for service/fleet to say, which asks a
// person.
package pdu

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gosnmp/gosnmp"
)

// Objects of APC's rPDU2 tables, an outlet's number behind them: what it
// delivers, and what it is told.
const (
	powerOID   = ".1.3.6.1.4.1.318.1.1.26.9.4.3.1.7"
	controlOID = ".1.3.6.1.4.1.318.1.1.26.9.2.4.1.5"
	reboot     = 3 // of an outlet: off, and on again
	perWatt    = 10
	atOnce     = 24 // outlets in one question, which has to fit a datagram
	mostW      = 50_000
)

// Config says where a unit is.
type Config struct {
	Address   string // host:port
	Community string
	Outlets   int
	Timeout   time.Duration
}

// Units are the power distribution units of a site.
type Units struct{ units []*unit }

type unit struct {
	cfg  Config
	host string
	port uint16
	mu   sync.Mutex
}

// New checks the configuration; it asks nothing.
func New(configs []Config) (*Units, error) {
	u := &Units{}
	for _, cfg := range configs {
		host, port, err := net.SplitHostPort(cfg.Address)
		n, portErr := strconv.ParseUint(port, 10, 16)
		if err != nil || portErr != nil {
			return nil, fmt.Errorf("pdu %q: want host:port", cfg.Address)
		}
		if cfg.Outlets < 1 {
			return nil, fmt.Errorf("pdu %s: %d outlets", cfg.Address, cfg.Outlets)
		}
		if cfg.Timeout <= 0 {
			cfg.Timeout = 2 * time.Second
		}
		if cfg.Community == "" {
			cfg.Community = "public"
		}
		u.units = append(u.units, &unit{cfg: cfg, host: host, port: uint16(n)})
	}
	return u, nil
}

// Name is an outlet's.
func Name(address string, outlet int) string { return address + "/" + strconv.Itoa(outlet) }

// Watts is what each outlet delivers. Units that do not answer are left out and
// named in the error.
func (u *Units) Watts(ctx context.Context) (map[string]float64, error) {
	watts := map[string]float64{}
	var mu sync.Mutex
	var group sync.WaitGroup
	var failed []error
	for _, one := range u.units {
		group.Go(func() {
			read, err := one.watts(ctx)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				failed = append(failed, fmt.Errorf("pdu %s: %w", one.cfg.Address, err))
				return
			}
			for name, w := range read {
				watts[name] = w
			}
		})
	}
	group.Wait()
	if len(watts) == 0 {
		return nil, errors.Join(failed...)
	}
	return watts, nil
}

// Cycle takes an outlet off and on again.
func (u *Units) Cycle(ctx context.Context, outlet string) error {
	at := strings.LastIndexByte(outlet, '/')
	if at < 0 {
		return fmt.Errorf("outlet %q: want address/number", outlet)
	}
	number, err := strconv.Atoi(outlet[at+1:])
	for _, one := range u.units {
		if err == nil && one.cfg.Address == outlet[:at] && number >= 1 && number <= one.cfg.Outlets {
			return one.cycle(ctx, number)
		}
	}
	return fmt.Errorf("outlet %q: no unit has it", outlet)
}

// talk opens a socket for one conversation; SNMP has no connection to keep.
func (u *unit) talk(ctx context.Context, do func(*gosnmp.GoSNMP) error) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	client := &gosnmp.GoSNMP{
		Target: u.host, Port: u.port, Community: u.cfg.Community, Version: gosnmp.Version2c,
		Timeout: u.cfg.Timeout, Retries: 1, Context: ctx, MaxOids: atOnce,
	}
	if err := client.Connect(); err != nil {
		return err
	}
	defer client.Conn.Close()
	return do(client)
}

func (u *unit) watts(ctx context.Context) (map[string]float64, error) {
	read := make(map[string]float64, u.cfg.Outlets)
	err := u.talk(ctx, func(client *gosnmp.GoSNMP) error {
		for from := 1; from <= u.cfg.Outlets; from += atOnce {
			var names []string
			for n := from; n < from+atOnce && n <= u.cfg.Outlets; n++ {
				names = append(names, powerOID+"."+strconv.Itoa(n))
			}
			answer, err := client.Get(names)
			if err != nil {
				return err
			}
			for _, v := range answer.Variables {
				number, ok := strings.CutPrefix(v.Name, powerOID+".")
				n, err := strconv.Atoi(number)
				if v.Type != gosnmp.Integer || !ok || err != nil {
					continue // the unit has no such outlet
				}
				w := float64(gosnmp.ToBigInt(v.Value).Int64()) / perWatt
				if w < 0 || w > mostW {
					return fmt.Errorf("outlet %d delivers %g W; wrong unit?", n, w)
				}
				read[Name(u.cfg.Address, n)] = w
			}
		}
		return nil
	})
	if err == nil && len(read) == 0 {
		err = errors.New("it has none of the outlets; is it metered by outlet?")
	}
	return read, err
}

func (u *unit) cycle(ctx context.Context, outlet int) error {
	return u.talk(ctx, func(client *gosnmp.GoSNMP) error {
		answer, err := client.Set([]gosnmp.SnmpPDU{{Name: controlOID + "." + strconv.Itoa(outlet), Type: gosnmp.Integer, Value: reboot}})
		if err != nil {
			return err
		}
		if answer.Error != gosnmp.NoError {
			return fmt.Errorf("the unit refused: %s", answer.Error)
		}
		return nil
	})
}
