package enclave_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/enclave"
	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// maker is a maker of machines like Intel, with keys of our own, so that what
// real hardware does not show on demand can be tested: debuggable programs,
// revoked platforms, other quoting enclaves.
type maker struct {
	t   testing.TB
	at  time.Time
	key map[string]*ecdsa.PrivateKey

	root, ca, pck, signing *x509.Certificate

	// What the next quote and collateral say.
	debug, qeDebug   bool
	qeSVN            uint16
	qeSigner         [32]byte
	cpuSVN, needs    byte
	status           attest.TCB
	qeStatus         attest.TCB
	advisories       []string
	data             [64]byte
	fmspc            string
	next             time.Time
	revoked          []*big.Int // by the platform's authority
	revokedAuthority []*big.Int // by the root
	listsUntil       time.Time
	withoutLists     bool
}

// rootListURL is where Intel's root publishes whom it revoked.
const rootListURL = "https://certificates.trustedservices.intel.com/IntelSGXRootCA.der"

func newMaker(t testing.TB) *maker {
	m := &maker{
		t: t, at: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), key: map[string]*ecdsa.PrivateKey{}, qeSVN: 8, qeSigner: [32]byte{9}, cpuSVN: 5, needs: 5,
		status: attest.UpToDate, qeStatus: attest.UpToDate, fmspc: "AABBCCDDEEFF",
	}
	m.next, m.listsUntil = m.at.Add(30*24*time.Hour), m.at.Add(20*24*time.Hour)
	for _, name := range []string{"root", "ca", "pck", "signing", "attestation"} {
		k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		m.must(err)
		m.key[name] = k
	}
	m.root = m.certificate("root", "Intel SGX Root CA", true, nil, m.key["root"], nil)
	m.ca = m.certificate("ca", "Intel SGX PCK Platform CA", true, m.root, m.key["root"], nil)
	m.pck = m.certificate("pck", "Intel SGX PCK Certificate", false, m.ca, m.key["ca"], m.extension())
	m.signing = m.certificate("signing", "Intel SGX TCB Signing", false, m.root, m.key["root"], nil)
	return m
}

func (m *maker) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

func (m *maker) certificate(key, name string, ca bool, parent *x509.Certificate, by *ecdsa.PrivateKey, extra []pkix.Extension) *x509.Certificate {
	m.t.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(int64(len(name))*1000 + int64(len(key))), Subject: pkix.Name{CommonName: name},
		NotBefore: m.at.Add(-time.Hour), NotAfter: m.at.Add(365 * 24 * time.Hour), BasicConstraintsValid: true, IsCA: ca,
		KeyUsage: x509.KeyUsageDigitalSignature, ExtraExtensions: extra,
		// Intel's certificates of platforms have six extensions, and go-tdx-guest counts them.
		SubjectKeyId: []byte(key), CRLDistributionPoints: []string{rootListURL},
	}
	if ca {
		template.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	}
	if parent == nil {
		parent = template
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, &m.key[key].PublicKey, by)
	m.must(err)
	c, err := x509.ParseCertificate(der)
	m.must(err)
	return c
}

// extension is what Intel writes of a platform into its certificate.
func (m *maker) extension() []pkix.Extension {
	type member struct {
		ID    asn1.ObjectIdentifier
		Value any
	}
	base := asn1.ObjectIdentifier{1, 2, 840, 113741, 1, 13, 1}
	id := func(path ...int) asn1.ObjectIdentifier {
		return append(append(asn1.ObjectIdentifier{}, base...), path...)
	}
	encode := func(v any) asn1.RawValue {
		der, err := asn1.Marshal(v)
		m.must(err)
		return asn1.RawValue{FullBytes: der}
	}
	var tcb []member
	for i := 1; i <= 16; i++ {
		tcb = append(tcb, member{id(2, i), int(m.cpuSVN)})
	}
	tcb = append(tcb, member{id(2, 17), 11}, member{id(2, 18), bytes.Repeat([]byte{m.cpuSVN}, 16)})
	fmspc, err := hex.DecodeString(m.fmspc)
	m.must(err)
	return []pkix.Extension{{Id: base, Value: encode([]member{
		{id(1), make([]byte, 16)}, {id(2), encode(tcb)}, {id(3), []byte{0, 0}}, {id(4), fmspc},
	}).FullBytes}}
}

func (m *maker) sign(key string, message []byte) []byte {
	hash := sha256.Sum256(message)
	r, s, err := ecdsa.Sign(rand.Reader, m.key[key], hash[:])
	m.must(err)
	return append(r.FillBytes(make([]byte, 32)), s.FillBytes(make([]byte, 32))...)
}

func report(signer [32]byte, product, svn uint16, debug bool, data []byte) []byte {
	raw := make([]byte, 384)
	raw[48] = 0x11
	if debug {
		raw[48] |= 2
	}
	copy(raw[64:], bytes.Repeat([]byte{0x5a}, 32))
	copy(raw[128:], signer[:])
	binary.LittleEndian.PutUint16(raw[256:], product)
	binary.LittleEndian.PutUint16(raw[258:], svn)
	copy(raw[320:], data)
	return raw
}

func pemOf(chain ...*x509.Certificate) []byte {
	var out []byte
	for _, c := range chain {
		out = append(out, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.Raw})...)
	}
	return out
}

func (m *maker) quote() attest.Evidence {
	header := make([]byte, 48)
	copy(header, []byte{3, 0, 2, 0})
	copy(header[12:], []byte{0x93, 0x9a, 0x72, 0x33, 0xf7, 0x9c, 0x4c, 0xa9, 0x94, 0x0a, 0x0d, 0xb3, 0x95, 0x7f, 0x06, 0x07})
	signed := append(header, report([32]byte{7}, 1, 3, m.debug, m.data[:])...)
	public, err := m.key["attestation"].PublicKey.Bytes()
	m.must(err)
	key, auth := public[1:], []byte("auth")
	bound := sha256.Sum256(append(append([]byte(nil), key...), auth...))
	qe := report(m.qeSigner, 1, m.qeSVN, m.qeDebug, bound[:])
	chain := pemOf(m.pck, m.ca, m.root)

	var body []byte
	body = append(body, m.sign("attestation", signed)...)
	body = append(body, key...)
	body = append(body, qe...)
	body = append(body, m.sign("pck", qe)...)
	body = append(binary.LittleEndian.AppendUint16(body, uint16(len(auth))), auth...)
	body = binary.LittleEndian.AppendUint16(body, 5)
	body = append(binary.LittleEndian.AppendUint32(body, uint32(len(chain))), chain...)
	return attest.Evidence{Kind: attest.SGX, Quote: append(binary.LittleEndian.AppendUint32(signed, uint32(len(body))), body...)}
}

func (m *maker) document(member string, v any) []byte {
	raw, err := json.Marshal(v)
	m.must(err)
	return fmt.Appendf(nil, `{%q:%s,"signature":%q}`, member, raw, hex.EncodeToString(m.sign("signing", raw)))
}

func (m *maker) list(revoked []*big.Int, by *x509.Certificate, key string) []byte {
	template := &x509.RevocationList{Number: big.NewInt(1), ThisUpdate: m.at.Add(-time.Hour), NextUpdate: m.listsUntil}
	for _, serial := range revoked {
		template.RevokedCertificateEntries = append(template.RevokedCertificateEntries, x509.RevocationListEntry{SerialNumber: serial, RevocationTime: m.at})
	}
	der, err := x509.CreateRevocationList(rand.Reader, template, by, m.key[key])
	m.must(err)
	return der
}

func (m *maker) verifier() enclave.SGXVerifier {
	type object = map[string]any
	var parts []object
	for range 16 {
		parts = append(parts, object{"svn": m.needs})
	}
	times := func(o object) object {
		o["issueDate"], o["nextUpdate"], o["tcbEvaluationDataNumber"] = m.at.Add(-time.Hour), m.next, 17
		return o
	}
	c := enclave.Collateral{
		TCBInfo: m.document("tcbInfo", times(object{
			"id": "SGX", "version": 3, "fmspc": m.fmspc, "pceId": "0000", "tcbType": 0,
			"tcbLevels": []object{{"tcb": object{"sgxtcbcomponents": parts, "pcesvn": 11}, "tcbStatus": m.status, "advisoryIDs": m.advisories}},
		})),
		QEIdentity: m.document("enclaveIdentity", times(object{
			"id": "QE", "version": 2, "miscselect": "00000000", "miscselectMask": "FFFFFFFF", "attributes": "11000000000000000000000000000000",
			"attributesMask": "FBFFFFFFFFFFFFFF0000000000000000", "mrsigner": hex.EncodeToString(append([]byte{9}, make([]byte, 31)...)), "isvprodid": 1,
			"tcbLevels": []object{{"tcb": object{"isvsvn": 8}, "tcbStatus": m.qeStatus}, {"tcb": object{"isvsvn": 1}, "tcbStatus": attest.OutOfDate}},
		})),
		Signing: pemOf(m.signing, m.root),
	}
	if !m.withoutLists {
		c.RootCRL, c.PlatformCA = m.list(m.revokedAuthority, m.root, "root"), m.list(m.revoked, m.ca, "ca")
	}
	return enclave.SGXVerifier{Root: enclave.NewRoot(&m.key["root"].PublicKey), Collateral: c}
}
