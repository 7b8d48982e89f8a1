package enclave

import (
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/attest"
)

// Collateral is what a maker publishes to check quotes against. It is imported
// as files; nothing is fetched by itself.
type Collateral struct {
	TCBInfo    []byte // JSON with its signature, version 3
	QEIdentity []byte // JSON with its signature, version 2
	Signing    []byte // PEM of the certificate that signed both
	RootCRL    []byte // DER; nil where there is none
	PlatformCA []byte // DER of the platform authority's list; nil where there is none
}

// signed takes the signed member out of a document, byte for byte, and checks
// its signature. Unknown members beside it are refused.
func signed(raw []byte, member string, key *ecdsa.PublicKey) (json.RawMessage, error) {
	var document map[string]json.RawMessage
	if err := json.Unmarshal(raw, &document); err != nil {
		return nil, fmt.Errorf("%s: %w", member, err)
	}
	var text string
	if len(document) != 2 || json.Unmarshal(document["signature"], &text) != nil {
		return nil, fmt.Errorf("%s: want it and its signature, and nothing else", member)
	}
	signature, err := hex.DecodeString(text)
	if err != nil {
		return nil, fmt.Errorf("signature of %s: %w", member, err)
	}
	if !verifyRaw(key, document[member], signature) {
		return nil, fmt.Errorf("%s is not signed by Intel's TCB key", member)
	}
	return document[member], nil
}

// validity is when a document holds.
type validity struct {
	Issued time.Time `json:"issueDate"`
	Next   time.Time `json:"nextUpdate"`
}

func (v validity) check(what string, at time.Time) error {
	if at.Before(v.Issued) || !at.Before(v.Next) {
		return fmt.Errorf("%s holds from %s to %s; import a current one", what, v.Issued.Format(time.RFC3339), v.Next.Format(time.RFC3339))
	}
	return nil
}

// tcbInfo is the judgement of one kind of platform.
type tcbInfo struct {
	validity
	ID         string     `json:"id"`
	Version    int        `json:"version"`
	FMSPC      string     `json:"fmspc"`
	PCEID      string     `json:"pceId"`
	Type       int        `json:"tcbType"`
	Evaluation uint32     `json:"tcbEvaluationDataNumber"`
	Levels     []tcbLevel `json:"tcbLevels"`
}

type tcbLevel struct {
	TCB struct {
		Components []struct {
			SVN byte `json:"svn"`
		} `json:"sgxtcbcomponents"`
		PCESVN int `json:"pcesvn"`
	} `json:"tcb"`
	Status     attest.TCB `json:"tcbStatus"`
	Advisories []string   `json:"advisoryIDs"`
}

// components is how many components a TCB has.
const components = 16

// judge is the first level that the platform reaches, in the order of the
// document, which runs from the newest.
func (t *tcbInfo) judge(p pckExtension) (tcbLevel, error) {
	if !strings.EqualFold(t.FMSPC, attest.Hex(p.fmspc[:])) || !strings.EqualFold(t.PCEID, attest.Hex(p.pceID[:])) {
		return tcbLevel{}, fmt.Errorf("the TCB info is about platforms %s, this is one of %s: import its own", t.FMSPC, strings.ToUpper(attest.Hex(p.fmspc[:])))
	}
	for _, level := range t.Levels {
		if len(level.TCB.Components) != components {
			return tcbLevel{}, fmt.Errorf("a level of the TCB info has %d components, want %d", len(level.TCB.Components), components)
		}
		reached := p.pceSVN >= level.TCB.PCESVN
		for i, c := range level.TCB.Components {
			reached = reached && p.cpuSVN[i] >= c.SVN
		}
		if reached {
			return level, nil
		}
	}
	return tcbLevel{}, errors.New("the platform is below every level of the TCB info")
}

// qeIdentity is what the quoting enclave has to be.
type qeIdentity struct {
	validity
	ID             string `json:"id"`
	Version        int    `json:"version"`
	Evaluation     uint32 `json:"tcbEvaluationDataNumber"`
	MiscSelect     hexes  `json:"miscselect"`
	MiscMask       hexes  `json:"miscselectMask"`
	Attributes     hexes  `json:"attributes"`
	AttributesMask hexes  `json:"attributesMask"`
	MRSigner       hexes  `json:"mrsigner"`
	Product        uint16 `json:"isvprodid"`
	Levels         []struct {
		TCB struct {
			SVN uint16 `json:"isvsvn"`
		} `json:"tcb"`
		Status     attest.TCB `json:"tcbStatus"`
		Advisories []string   `json:"advisoryIDs"`
	} `json:"tcbLevels"`
}

// hexes is bytes that a document writes in hexadecimals.
type hexes []byte

// UnmarshalText reads hexadecimals.
func (h *hexes) UnmarshalText(text []byte) (err error) {
	*h, err = hex.DecodeString(string(text))
	return err
}

func masked(got, want, mask []byte) bool {
	if len(got) != len(want) || len(got) != len(mask) {
		return false
	}
	for i := range got {
		if got[i]&mask[i] != want[i]&mask[i] {
			return false
		}
	}
	return true
}

// judge checks that a report is the quoting enclave's, and how its version is
// judged.
func (q *qeIdentity) judge(r *sgxReport) (attest.TCB, []string, error) {
	misc := []byte{byte(r.miscSelect >> 24), byte(r.miscSelect >> 16), byte(r.miscSelect >> 8), byte(r.miscSelect)}
	switch {
	case string(q.MRSigner) != string(r.mrSigner[:]) || q.Product != r.product:
		return "", nil, errors.New("the quote was made by another enclave than Intel's quoting enclave")
	case !masked(misc, q.MiscSelect, q.MiscMask), !masked(r.attributes[:], q.Attributes, q.AttributesMask):
		return "", nil, errors.New("the quoting enclave's attributes are not those that it must have")
	}
	for _, level := range q.Levels {
		if r.svn >= level.TCB.SVN {
			return level.Status, level.Advisories, nil
		}
	}
	return "", nil, fmt.Errorf("the quoting enclave's version %d is below every level", r.svn)
}

// judgement is the collateral, checked.
type judgement struct {
	tcb  tcbInfo
	qe   qeIdentity
	next time.Time
	// lists are whether both revocation lists were there and current.
	lists bool
}

// read checks the collateral's signatures and times at a moment, and its
// revocation lists against the certificates in use.
func (c Collateral) read(r Root, p platform, at time.Time) (j judgement, err error) {
	key, signing, err := r.signer(c.Signing, at)
	if err != nil {
		return j, err
	}
	info, err := signed(c.TCBInfo, "tcbInfo", key)
	if err == nil {
		err = json.Unmarshal(info, &j.tcb)
	}
	if err != nil {
		return j, err
	}
	identity, err := signed(c.QEIdentity, "enclaveIdentity", key)
	if err == nil {
		err = json.Unmarshal(identity, &j.qe)
	}
	if err != nil {
		return j, err
	}
	switch {
	case j.tcb.ID != "SGX" || j.tcb.Version != 3 || j.tcb.Type != 0:
		return j, fmt.Errorf("TCB info of %q version %d type %d, want SGX version 3 type 0", j.tcb.ID, j.tcb.Version, j.tcb.Type)
	case j.qe.ID != "QE" || j.qe.Version != 2:
		return j, fmt.Errorf("identity of %q version %d, want QE version 2", j.qe.ID, j.qe.Version)
	}
	if err := errors.Join(j.tcb.check("the TCB info", at), j.qe.check("the quoting enclave's identity", at)); err != nil {
		return j, err
	}
	j.next = earliest(j.tcb.Next, j.qe.Next)
	if c.RootCRL == nil || c.PlatformCA == nil {
		return j, nil
	}
	next, err := c.revoked(r, p, signing, at)
	j.next, j.lists = earliest(j.next, next), err == nil
	return j, err
}

func earliest(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// revoked checks both lists, and that none of the certificates in use is on them.
func (c Collateral) revoked(r Root, p platform, signing *x509.Certificate, at time.Time) (next time.Time, err error) {
	root, err := x509.ParseRevocationList(c.RootCRL)
	if err == nil {
		err = r.signedByRoot(root.SignatureAlgorithm, root.RawTBSRevocationList, root.Signature)
	}
	if err != nil {
		return next, fmt.Errorf("the root's revocation list: %w", err)
	}
	own, err := x509.ParseRevocationList(c.PlatformCA)
	if err == nil {
		err = own.CheckSignatureFrom(p.ca)
	}
	if err != nil {
		return next, fmt.Errorf("the revocation list of %s: %w", p.ca.Subject.CommonName, err)
	}
	for _, list := range []*x509.RevocationList{root, own} {
		if at.Before(list.ThisUpdate) || !at.Before(list.NextUpdate) {
			return next, fmt.Errorf("the revocation list of %s holds from %s to %s; import a current one", list.Issuer.CommonName, list.ThisUpdate.Format(time.RFC3339), list.NextUpdate.Format(time.RFC3339))
		}
	}
	for _, one := range []struct {
		cert *x509.Certificate
		list *x509.RevocationList
	}{{p.ca, root}, {signing, root}, {p.own, own}} {
		for _, entry := range one.list.RevokedCertificateEntries {
			if entry.SerialNumber.Cmp(one.cert.SerialNumber) == 0 {
				return next, fmt.Errorf("the certificate of %s was revoked on %s", one.cert.Subject.CommonName, entry.RevocationTime.Format(time.DateOnly))
			}
		}
	}
	return earliest(root.NextUpdate, own.NextUpdate), nil
}
