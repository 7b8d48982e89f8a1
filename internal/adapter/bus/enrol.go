package bus

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nkeys"
)

// Asked is a request to be let in, by whoever holds a token. It is proven that
// the asker has the key that it names.
type Asked struct {
	Token  string // public half of the token
	Public string // of the key that is to be let in
}

// Joined is what whoever was let in is told.
type Joined struct {
	Name  string `json:"name"`
	Role  Role   `json:"role"`
	Site  string `json:"site"` // where its workers stand; empty: nowhere
	Leaf  string `json:"leaf"` // nats-leaf://host:port; the host is empty where it is the bus's own
	World string `json:"world"`
}

type enrolRequest struct {
	Public    string `json:"public"`
	Signature []byte `json:"signature"` // by the key, over enrolPayload
}

func enrolPayload(token, public string) []byte {
	return []byte("pouw-dem/enrol/1\n" + token + "\n" + public)
}

// ServeEnrolment answers those who hold a token until stop is called. nc is the
// coordinator's.
func ServeEnrolment(nc *nats.Conn, admit func(Asked) (Joined, error)) (stop func() error, err error) {
	return serve(nc, enrolSubject+".*", func(subject string, body []byte) (any, error) {
		token := strings.TrimPrefix(subject, enrolSubject+".")
		var r enrolRequest
		if err := json.Unmarshal(body, &r); err != nil {
			return nil, fmt.Errorf("the request cannot be read")
		}
		if err := CheckPublic(r.Public); err != nil {
			return nil, err
		}
		key, err := nkeys.FromPublicKey(r.Public)
		if err != nil || key.Verify(enrolPayload(token, r.Public), r.Signature) != nil {
			return nil, fmt.Errorf("the request is not signed by the key that it names")
		}
		return admit(Asked{Token: token, Public: r.Public})
	})
}

// Join uses a token up: from then on the key may join the bus at url.
func Join(ctx context.Context, url, token string, key Key, log *slog.Logger) (j Joined, err error) {
	guest, err := ParseKey(token)
	if err != nil {
		return j, fmt.Errorf("the token is none: %w", err)
	}
	nc, err := Dial(url, guest, log)
	if err != nil {
		return j, fmt.Errorf("%w (a token is good once, and for a time)", err)
	}
	defer nc.Close()
	signature, err := key.pair.Sign(enrolPayload(guest.public, key.public))
	if err != nil {
		return j, fmt.Errorf("sign the request: %w", err)
	}
	raw, err := request(ctx, nc, enrolSubject+"."+guest.public, enrolRequest{key.public, signature})
	if err == nil {
		err = json.Unmarshal(raw, &j)
	}
	return j, err
}
