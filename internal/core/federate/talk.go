package federate

import (
	"bytes"
	"crypto/ed25519"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

// What a site says to the coordinator. The site asks, the coordinator answers: so
// either may be killed at any time and the other only asks again.
const (
	Enrol = "enrol" // who the site is; the body is its signature
	Poll  = "poll"  // what is there for it
	Hand  = "hand"  // a message of the step; the body
	Model = "model" // a global model by its hash

	Challenge = "challenge" // for a nonce to show evidence with; the body is the site's own nonce
	Attest    = "attest"    // evidence of what the site runs; the body
)

// Ask is a site's question.
type Ask struct {
	Version int               `json:"version"`
	Kind    string            `json:"kind"`
	Site    string            `json:"site"`
	Key     ed25519.PublicKey `json:"key,omitempty"`     // enrol, attest
	Attempt string            `json:"attempt,omitempty"` // poll, hand: the one that the site is in
	Step    secagg.Phase      `json:"step"`              // poll: the one that is due; hand: the message's
	Hash    string            `json:"hash,omitempty"`    // model
	Body    []byte            `json:"-"`
}

// Answers of the coordinator.
const (
	Wait    = "wait"    // nothing yet
	Invite  = "invite"  // terms and plan of an attempt that the site may join
	Before  = "before"  // what is needed for the step that is due
	Over    = "over"    // the site's attempt has ended
	Taken   = "taken"   // the message is stored
	Refused = "refused" // with the reason, and for good
	Failed  = "failed"  // to be asked again
	Again   = "again"   // the message of the step is missing: it is to be sent again
	Here    = "here"    // the model
)

// Answer is the coordinator's.
type Answer struct {
	Version int    `json:"version"`
	Kind    string `json:"kind"`
	Attempt string `json:"attempt,omitempty"`
	Text    string `json:"text,omitempty"`
	Record  *Round `json:"record,omitempty"` // over: what became of the round
	Newest  string `json:"newest,omitempty"` // hash of the newest global model
	Body    []byte `json:"-"`
}

const (
	talkVersion = 1
	maxHead     = 256 << 10 // a record names every member
)

var errTalk = errors.New("neither a question nor an answer of this protocol")

func pack(head any, body []byte) ([]byte, error) {
	h, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	out := binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(h)+len(body)), uint32(len(h)))
	return append(append(out, h...), body...), nil
}

func unpack(raw []byte, head any) (body []byte, err error) {
	if len(raw) < 4 {
		return nil, errTalk
	}
	n := binary.BigEndian.Uint32(raw)
	if n > maxHead || int(n) > len(raw)-4 {
		return nil, errTalk
	}
	if err := json.NewDecoder(bytes.NewReader(raw[4 : 4+n])).Decode(head); err != nil {
		return nil, fmt.Errorf("%w: %w", errTalk, err)
	}
	return raw[4+n:], nil
}

// Encode is the question as it is sent.
func (a Ask) Encode() ([]byte, error) {
	a.Version = talkVersion
	return pack(a, a.Body)
}

// DecodeAsk reads a question.
func DecodeAsk(raw []byte) (a Ask, err error) {
	if a.Body, err = unpack(raw, &a); err == nil && a.Version != talkVersion {
		err = fmt.Errorf("question of version %d, this program knows %d: bring both sides to the same release", a.Version, talkVersion)
	}
	return a, err
}

// Encode is the answer as it is sent.
func (a Answer) Encode() ([]byte, error) {
	a.Version = talkVersion
	return pack(a, a.Body)
}

// DecodeAnswer reads an answer.
func DecodeAnswer(raw []byte) (a Answer, err error) {
	if a.Body, err = unpack(raw, &a); err == nil && a.Version != talkVersion {
		err = fmt.Errorf("answer of version %d, this program knows %d: bring both sides to the same release", a.Version, talkVersion)
	}
	return a, err
}

// enrolment is what a site signs to show that the key is its own.
func enrolment(site string, key ed25519.PublicKey) []byte {
	return append([]byte("pouw-dem/federate/v1/enrol/"+site+"/"), key...)
}

// SignEnrolment shows that a site's key is its own.
func SignEnrolment(site string, key ed25519.PrivateKey) []byte {
	return ed25519.Sign(key, enrolment(site, key.Public().(ed25519.PublicKey)))
}

// CheckEnrolment checks what [SignEnrolment] made.
func CheckEnrolment(site string, key ed25519.PublicKey, signature []byte) error {
	if len(key) != ed25519.PublicKeySize || !ed25519.Verify(key, enrolment(site, key), signature) {
		return fmt.Errorf("enrolment of %q: %w", site, secagg.ErrSignature)
	}
	return nil
}

// Invitation packs terms and plan.
func Invitation(terms secagg.Terms, plan []byte) []byte {
	t := terms.Encode()
	out := binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(t)+len(plan)), uint32(len(t)))
	return append(append(out, t...), plan...)
}

// ReadInvitation reads terms and plan, and that the terms name that plan.
func ReadInvitation(raw []byte) (terms secagg.Terms, plan Plan, err error) {
	if len(raw) < 4 {
		return terms, plan, errTalk
	}
	n := binary.BigEndian.Uint32(raw)
	if int64(n) > int64(len(raw)-4) {
		return terms, plan, errTalk
	}
	if terms, err = secagg.DecodeTerms(raw[4 : 4+n]); err != nil {
		return terms, plan, err
	}
	plan, hash, err := DecodePlan(raw[4+n:])
	if err != nil {
		return terms, plan, err
	}
	if hash != terms.Plan || plan.Bits != terms.Bits {
		return terms, plan, errors.New("invitation: the terms name another plan")
	}
	return terms, plan, nil
}
