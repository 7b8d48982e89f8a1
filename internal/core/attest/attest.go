// Package attest says what a machine's evidence about itself claims, and
// whether a policy takes it: pure values and decisions. Checking signatures is
// adapter/enclave's work.
//
// What attestation gives is small. It ties keys to a measured program on a
// platform whose maker vouches for it, against a remote attacker and the
// operator of a cloud. It does not hold against who has the machine in hand:
// interposers on the memory bus take attestation keys out of SGX, TDX and SNP
// machines alike (TEE.fail, 2025), and a site's owner has its machines in hand.
// So it admits, and pays nobody: rewards rest on the check of the work itself.
package attest

import (
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"time"
)

// Kind is the technology of evidence.
type Kind string

// The kinds.
const (
	SGX      Kind = "sgx-dcap" // Intel SGX, DCAP quote version 3
	TDX      Kind = "tdx"      // Intel TDX, quote version 4
	SNP      Kind = "sev-snp"  // AMD SEV-SNP report
	Software Kind = "software" // a key in a file: no hardware vouches for it
)

// Evidence is what a machine shows.
type Evidence struct {
	Kind  Kind   `json:"kind"`
	Quote []byte `json:"quote"`
	Aux   []byte `json:"aux,omitempty"` // certificates beside it, where the kind has any
}

// MostBytes is the size above which evidence is refused unread.
const MostBytes = 16 << 10

// TCB is how the maker judges the platform's firmware and microcode.
type TCB string

// The judgements, from best to worst.
const (
	UpToDate                  TCB = "UpToDate"
	SWHardening               TCB = "SWHardeningNeeded"
	Configuration             TCB = "ConfigurationNeeded"
	ConfigurationSWHardening  TCB = "ConfigurationAndSWHardeningNeeded"
	Unjudged                  TCB = "Unjudged" // the maker publishes no judgement: a rule has to name the least versions
	OutOfDate                 TCB = "OutOfDate"
	OutOfDateAndConfiguration TCB = "OutOfDateConfigurationNeeded"
	Revoked                   TCB = "Revoked"
)

func (t TCB) rank() int {
	for i, known := range []TCB{UpToDate, SWHardening, Configuration, ConfigurationSWHardening, Unjudged, OutOfDate, OutOfDateAndConfiguration, Revoked} {
		if t == known {
			return i
		}
	}
	return 8 // a word that nobody knows is worse than any
}

// Worse is the worse of two judgements: a platform is no better than the enclave
// that vouches for it.
func Worse(a, b TCB) TCB {
	if b.rank() > a.rank() {
		return b
	}
	return a
}

// Claims is what verified evidence says. Registers are measurements by name, in
// hexadecimals: mrenclave and mrsigner (SGX); mrtd, rtmr0 to rtmr3, attributes
// (TDX); measurement (SNP).
type Claims struct {
	Kind       Kind              `json:"kind"`
	Hardware   bool              `json:"hardware"`
	Registers  map[string]string `json:"registers"`
	Product    uint16            `json:"product"`
	SVN        uint16            `json:"svn"` // security version of the program
	Debug      bool              `json:"debug"`
	ReportData [64]byte          `json:"-"`
	TCB        TCB               `json:"tcb"`
	Versions   map[string]uint8  `json:"versions,omitempty"` // of the platform's parts by name, where the maker gives no judgement
	Advisories []string          `json:"advisories"`
	Platform   string            `json:"platform"`   // FMSPC or chip id
	Evaluation uint32            `json:"evaluation"` // number of the maker's TCB evaluation; 0 where there is none
	Revocation bool              `json:"revocation"` // revocation lists were at hand and current
	Collateral time.Time         `json:"collateral"` // until when what it was checked against is good
}

// Binding is what report data ties a machine's keys to.
type Binding struct {
	Role        string // "site" or "coordinator": one's evidence is never the other's
	Participant string
	Round       string
	Nonce       []byte // of the one who asks, used once
	SealKey     []byte // to which secrets are sealed
	SignKey     []byte // that signs what the machine sends
}

// ReportData is SHA-512 over the binding, each part with its length before it,
// so that no two bindings give the same bytes.
func (b Binding) ReportData() [64]byte {
	h := sha512.New()
	for _, part := range [][]byte{[]byte("pouw-dem/attest/v1"), []byte(b.Role), []byte(b.Participant), []byte(b.Round), b.Nonce, b.SealKey, b.SignKey} {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(part)))
		h.Write(size[:])
		h.Write(part)
	}
	return [64]byte(h.Sum(nil))
}

// Hex is bytes as registers have them.
func Hex(b []byte) string { return hex.EncodeToString(b) }
