package enclave

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Sizes of the parts of an SGX quote, version 3. Source: Intel SGX DCAP ECDSA
// Quote Library API, "Quote Format", appendix A.
const (
	headerSize    = 48
	reportSize    = 384
	signatureSize = 64
	keySize       = 64
	signedSize    = headerSize + reportSize
)

var errQuote = errors.New("not an SGX quote of version 3")

// sgxReport is what an SGX enclave's report says of it.
type sgxReport struct {
	raw        []byte
	cpuSVN     [16]byte
	miscSelect uint32
	attributes [16]byte
	mrEnclave  [32]byte
	mrSigner   [32]byte
	product    uint16
	svn        uint16
	data       [64]byte
}

func parseReport(raw []byte) sgxReport {
	return sgxReport{
		raw: raw, cpuSVN: [16]byte(raw[0:16]), miscSelect: binary.LittleEndian.Uint32(raw[16:20]), attributes: [16]byte(raw[48:64]),
		mrEnclave: [32]byte(raw[64:96]), mrSigner: [32]byte(raw[128:160]),
		product: binary.LittleEndian.Uint16(raw[256:258]), svn: binary.LittleEndian.Uint16(raw[258:260]), data: [64]byte(raw[320:384]),
	}
}

// debug is bit 1 of the attributes' flags.
func (r *sgxReport) debug() bool { return r.attributes[0]&2 != 0 }

// sgxQuote is a quote taken apart; its parts are slices of the bytes it was read
// from.
type sgxQuote struct {
	signed      []byte // header and report of the program
	report      sgxReport
	signature   []byte // over signed, by key
	key         []byte // attestation key, P-256, x and y
	qe          sgxReport
	qeSignature []byte // over qe, by the platform's certified key
	qeData      []byte
	chain       []byte // certificates in PEM, the platform's first
}

// reader takes bytes off the front; after an error it gives nothing.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) take(n int, what string) []byte {
	if r.err == nil && n > len(r.rest) {
		r.err = fmt.Errorf("%w: %s needs %d bytes, %d are left", errQuote, what, n, len(r.rest))
	}
	if r.err != nil {
		return make([]byte, n)
	}
	out := r.rest[:n:n]
	r.rest = r.rest[n:]
	return out
}

func (r *reader) u16(what string) int { return int(binary.LittleEndian.Uint16(r.take(2, what))) }

// u32 is capped, so that it can be allocated or compared without overflow.
func (r *reader) u32(what string) int {
	return int(min(binary.LittleEndian.Uint32(r.take(4, what)), 1<<20))
}

// qeVendor is the quoting enclave's vendor that a quote of Intel's names.
const qeVendor = "\x93\x9a\x72\x33\xf7\x9c\x4c\xa9\x94\x0a\x0d\xb3\x95\x7f\x06\x07"

// certChain is the kind of certification data that holds the chain itself; the
// others hold an encrypted platform id that only Intel's service resolves.
const certChain = 5

// parseQuote takes a quote apart. Every byte has its place: what is left over is
// an error.
func parseQuote(raw []byte) (q sgxQuote, err error) {
	r := &reader{rest: raw}
	q.signed = r.take(signedSize, "header and report")
	if r.err != nil {
		return q, r.err
	}
	header := q.signed[:headerSize]
	switch {
	case binary.LittleEndian.Uint16(header[0:]) != 3:
		return q, fmt.Errorf("%w: it is of version %d", errQuote, binary.LittleEndian.Uint16(header[0:]))
	case binary.LittleEndian.Uint16(header[2:]) != 2:
		return q, fmt.Errorf("%w: attestation key of type %d, want 2 (ECDSA P-256)", errQuote, binary.LittleEndian.Uint16(header[2:]))
	case string(header[12:28]) != qeVendor:
		return q, fmt.Errorf("%w: its quoting enclave is not Intel's", errQuote)
	}
	q.report = parseReport(q.signed[headerSize:])
	if size := r.u32("size of the signature"); r.err == nil && size != len(r.rest) {
		return q, fmt.Errorf("%w: signature data of %d bytes, %d are there", errQuote, size, len(r.rest))
	}
	q.signature = r.take(signatureSize, "signature")
	q.key = r.take(keySize, "attestation key")
	qe := r.take(reportSize, "report of the quoting enclave")
	q.qeSignature = r.take(signatureSize, "signature of the quoting enclave's report")
	q.qeData = r.take(r.u16("size of the authentication data"), "authentication data")
	kind := r.u16("kind of certification data")
	q.chain = r.take(r.u32("size of the certification data"), "certification data")
	if r.err != nil {
		return q, r.err
	}
	q.qe = parseReport(qe)
	if kind != certChain {
		return q, fmt.Errorf("%w: certification data of kind %d is not supported, want %d (the chain itself)", errQuote, kind, certChain)
	}
	if len(r.rest) != 0 {
		return q, fmt.Errorf("%w: %d bytes follow its end", errQuote, len(r.rest))
	}
	return q, nil
}
