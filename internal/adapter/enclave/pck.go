package enclave

import (
	"crypto/x509"
	"encoding/asn1"
	"fmt"
)

// pckExtension is what Intel writes of a platform into its certificate. Source:
// Intel SGX PCK Certificate and Certificate Revocation List Profile, section
// 1.3.5.
type pckExtension struct {
	fmspc  [6]byte
	pceID  [2]byte
	cpuSVN [16]byte // components, as compared with TCB levels
	pceSVN int
}

// pckField is one member of the extension: a number and a value of any type.
type pckField struct {
	ID    asn1.ObjectIdentifier
	Value asn1.RawValue
}

func readPCK(cert *x509.Certificate) (p pckExtension, err error) {
	sgx := asn1.ObjectIdentifier{1, 2, 840, 113741, 1, 13, 1}
	for _, e := range cert.Extensions {
		if e.Id.Equal(sgx) {
			if err := p.read(e.Value); err != nil {
				return p, fmt.Errorf("SGX extension of the platform's certificate: %w", err)
			}
			return p, nil
		}
	}
	return p, fmt.Errorf("certificate of the platform has no SGX extension")
}

func fields(raw []byte) ([]pckField, error) {
	var all []pckField
	rest, err := asn1.Unmarshal(raw, &all)
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("%d bytes follow its end", len(rest))
	}
	return all, err
}

// The members that are read, by the last number of their identifier.
const (
	pckTCB    = 2
	pckPCEID  = 3
	pckFMSPC  = 4
	pckPCESVN = 17
)

func (p *pckExtension) read(raw []byte) error {
	all, err := fields(raw)
	if err != nil {
		return err
	}
	found := map[int]bool{}
	for _, f := range all {
		member := f.ID[len(f.ID)-1]
		if found[member] {
			return fmt.Errorf("member %s stands there twice", f.ID)
		}
		found[member] = true
		switch member {
		case pckTCB:
			err = p.readTCB(f.Value.FullBytes)
		case pckPCEID:
			err = octets(f.Value, p.pceID[:])
		case pckFMSPC:
			err = octets(f.Value, p.fmspc[:])
		}
		if err != nil {
			return fmt.Errorf("member %s: %w", f.ID, err)
		}
	}
	if !found[pckTCB] || !found[pckPCEID] || !found[pckFMSPC] {
		return fmt.Errorf("it names no TCB, PCEID or FMSPC")
	}
	return nil
}

func octets(v asn1.RawValue, into []byte) error {
	if v.Tag != asn1.TagOctetString || len(v.Bytes) != len(into) {
		return fmt.Errorf("want %d bytes", len(into))
	}
	copy(into, v.Bytes)
	return nil
}

func (p *pckExtension) readTCB(raw []byte) error {
	all, err := fields(raw)
	if err != nil {
		return err
	}
	found := 0
	for _, f := range all {
		member := f.ID[len(f.ID)-1]
		if member > pckPCESVN {
			continue // the same numbers once more, in one string
		}
		var svn int
		if _, err := asn1.Unmarshal(f.Value.FullBytes, &svn); err != nil || svn < 0 || svn > 65_535 || member < pckPCESVN && svn > 255 {
			return fmt.Errorf("component %d is no version", member)
		}
		found++
		if member == pckPCESVN {
			p.pceSVN = svn
		} else {
			p.cpuSVN[member-1] = byte(svn)
		}
	}
	if found != pckPCESVN {
		return fmt.Errorf("it has %d components, want %d", found, pckPCESVN)
	}
	return nil
}
