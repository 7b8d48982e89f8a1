package bus

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
)

// federationSubject is what sites ask the coordinator of federated rounds on;
// then the site's name. Both sides keep what they may not lose on their own disk,
// so questions are plain requests and no stream.
const federationSubject = "federation"

// ServeFederation answers sites until stop is called. The name in the subject is
// the one that the bus lets its user speak under.
func ServeFederation(nc *nats.Conn, answer func(site string, question []byte) []byte) (stop func() error, err error) {
	sub, err := nc.QueueSubscribe(federationSubject+".*", "coordinator", func(msg *nats.Msg) {
		_ = msg.Respond(answer(strings.TrimPrefix(msg.Subject, federationSubject+"."), msg.Data)) // a site without its answer asks again
	})
	if err == nil {
		err = nc.Flush()
	}
	if err != nil {
		return nil, fmt.Errorf("bus: listen to federated sites: %w", err)
	}
	return sub.Unsubscribe, nil
}

// FederationHub is the coordinator as a site sees it.
type FederationHub struct {
	nc   *nats.Conn
	site string
}

// NewFederationHub asks under a site's name.
func NewFederationHub(nc *nats.Conn, site string) FederationHub { return FederationHub{nc, site} }

// Ask asks the coordinator.
func (h FederationHub) Ask(ctx context.Context, question []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	msg, err := h.nc.RequestWithContext(ctx, federationSubject+"."+h.site, question)
	if err != nil {
		return nil, fmt.Errorf("bus: ask the coordinator of federated rounds: %w", err)
	}
	return msg.Data, nil
}
