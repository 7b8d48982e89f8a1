package enclave_test

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509"
	"encoding/binary"
	"encoding/hex"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-tdx-guest/pcs"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// tdxMaker makes TDX machines and collateral under the keys of a maker of our
// own, since the collateral that is public does not reach the quotes that are.
type tdxMaker struct {
	*maker
	fmspcURL string

	// What the next quote and collateral say, beside what the maker's do.
	module       byte // security version of the TDX module
	moduleStatus attest.TCB
	seamSigner   byte
	mrtd         byte
}

func newTDXMaker(t testing.TB) *tdxMaker {
	m := newMaker(t)
	return &tdxMaker{maker: m, fmspcURL: pcs.TcbInfoURL(strings.ToLower(m.fmspc)), module: 3, moduleStatus: attest.UpToDate, mrtd: 0x41}
}

// signedLength is how many bytes of a quote the attestation key signs: the header
// and the TD's report (Intel TDX DCAP quote format, version 4).
const signedLength = 48 + 584

// signed is the header and the TD's report.
func (m *tdxMaker) signed() []byte {
	raw := make([]byte, signedLength)
	copy(raw, []byte{4, 0, 2, 0, 0x81})
	copy(raw[12:], []byte{0x93, 0x9a, 0x72, 0x33, 0xf7, 0x9c, 0x4c, 0xa9, 0x94, 0x0a, 0x0d, 0xb3, 0x95, 0x7f, 0x06, 0x07})
	body := raw[48:]
	copy(body, []byte{m.module, 1, m.cpuSVN}) // of module, its major version, and microcode
	body[64] = m.seamSigner
	body[123] = 0x10 // SEPT_VE_DISABLE
	if m.debug {
		body[120] = 1
	}
	for i, register := range []int{136, 328, 376, 424, 472} { // MRTD, RTMR0-3
		copy(body[register:], bytes.Repeat([]byte{m.mrtd + byte(i)}, 48))
	}
	copy(body[520:], m.data[:])
	return raw
}

func (m *tdxMaker) quote() attest.Evidence {
	signed := m.signed()
	public, err := m.key["attestation"].PublicKey.Bytes()
	m.must(err)
	key, auth := public[1:], []byte("auth")
	bound := sha256.Sum256(append(bytes.Clone(key), auth...))
	qe := report(m.qeSigner, 2, m.qeSVN, m.qeDebug, bound[:])
	chain := pemOf(m.pck, m.ca, m.root)

	certified := append(bytes.Clone(qe), m.sign("pck", qe)...)
	certified = append(binary.LittleEndian.AppendUint16(certified, uint16(len(auth))), auth...)
	certified = binary.LittleEndian.AppendUint16(certified, 5)
	certified = append(binary.LittleEndian.AppendUint32(certified, uint32(len(chain))), chain...)
	rest := append(m.sign("attestation", signed), key...)
	rest = binary.LittleEndian.AppendUint16(rest, 6)
	rest = append(binary.LittleEndian.AppendUint32(rest, uint32(len(certified))), certified...)
	return attest.Evidence{Kind: attest.TDX, Quote: append(binary.LittleEndian.AppendUint32(signed, uint32(len(rest))), rest...)}
}

func (m *tdxMaker) verifier() enclave.TDXVerifier {
	type object = map[string]any
	parts := func(svn ...byte) (all []object) {
		for i := range 16 {
			all = append(all, object{"svn": svn[min(i, len(svn)-1)]})
		}
		return all
	}
	times := func(o object) object {
		o["issueDate"], o["nextUpdate"], o["tcbEvaluationDataNumber"] = m.at, m.next, 17
		return o
	}
	none := object{"mrsigner": strings.Repeat("00", 48), "attributes": "0000000000000000", "attributesMask": "FFFFFFFFFFFFFFFF"}
	module := object{"id": "TDX_01", "tcbLevels": []object{
		{"tcb": object{"isvsvn": 3}, "tcbStatus": m.moduleStatus}, {"tcb": object{"isvsvn": 1}, "tcbStatus": attest.OutOfDate},
	}}
	for name, v := range none {
		module[name] = v
	}
	info := m.document("tcbInfo", times(object{
		"id": "TDX", "version": 3, "fmspc": strings.ToLower(m.fmspc), "pceId": "0000", "tcbType": 0, "tdxModule": none, "tdxModuleIdentities": []object{module},
		"tcbLevels": []object{{
			"tcb":       object{"sgxtcbcomponents": parts(m.needs), "pcesvn": 11, "tdxtcbcomponents": parts(0, 0, m.needs, 0)},
			"tcbStatus": m.status, "advisoryIDs": m.advisories,
		}},
	}))
	identity := m.document("enclaveIdentity", times(object{
		"id": "TD_QE", "version": 2, "miscselect": "00000000", "miscselectMask": "FFFFFFFF", "attributes": "11000000000000000000000000000000",
		"attributesMask": "FBFFFFFFFFFFFFFF0000000000000000", "mrsigner": hex.EncodeToString(append([]byte{9}, make([]byte, 31)...)), "isvprodid": 2,
		"tcbLevels": []object{{"tcb": object{"isvsvn": 8}, "tcbStatus": m.qeStatus}, {"tcb": object{"isvsvn": 1}, "tcbStatus": attest.OutOfDate}},
	}))
	issuer := func(header string, chain ...*x509.Certificate) map[string][]string {
		return map[string][]string{header: {url.QueryEscape(string(pemOf(chain...)))}}
	}
	bundle := enclave.Bundle{
		m.fmspcURL:          {Header: issuer("Tcb-Info-Issuer-Chain", m.signing, m.root), Body: info},
		pcs.QeIdentityURL(): {Header: issuer("Sgx-Enclave-Identity-Issuer-Chain", m.signing, m.root), Body: identity},
	}
	if !m.withoutLists {
		bundle[pcs.PckCrlURL("platform")] = enclave.Answer{Header: issuer("Sgx-Pck-Crl-Issuer-Chain", m.ca, m.root), Body: m.list(m.revoked, m.ca, "ca")}
		bundle[rootListURL] = enclave.Answer{Body: m.list(m.revokedAuthority, m.root, "root")}
	}
	roots := x509.NewCertPool()
	roots.AddCert(m.root)
	return enclave.TDXVerifier{Bundle: bundle, Roots: roots}
}
