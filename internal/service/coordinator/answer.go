package coordinator

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
)

// failure is an error of the coordinator's own: the site asks again.
type failure struct{ error }

// Handle answers a site. from is the name that the bus vouches for; empty where
// it vouches for none, in which case signatures alone count.
func (c *Coordinator) Handle(ctx context.Context, from string, raw []byte) []byte {
	ask, err := federate.DecodeAsk(raw)
	if err == nil && from != "" && ask.Site != from {
		err = fmt.Errorf("site %q speaks as %q", from, ask.Site)
	}
	var answer federate.Answer
	if err == nil {
		answer, err = c.answer(ctx, ask)
	}
	if err != nil {
		answer = federate.Answer{Kind: federate.Refused, Text: err.Error()}
		if _, failed := errors.AsType[failure](err); failed {
			answer.Kind = federate.Failed
			c.cfg.Log.WarnContext(ctx, "a site is not answered; it asks again", "site", ask.Site, "error", err)
		}
	}
	out, err := answer.Encode()
	if err != nil {
		c.cfg.Log.ErrorContext(ctx, "answer to a site not written", "site", from, "error", err)
	}
	return out
}

func (c *Coordinator) answer(ctx context.Context, ask federate.Ask) (federate.Answer, error) {
	if ask.Kind == federate.Challenge || ask.Kind == federate.Attest {
		return c.attest(ctx, ask)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if ask.Kind == federate.Enrol {
		return c.enrol(ctx, ask)
	}
	m, ok := c.members[ask.Site]
	if !ok {
		return federate.Answer{}, errors.New("not enrolled")
	}
	if err := c.admitted(ask.Site, m.Key); err != nil {
		return federate.Answer{}, err
	}
	m.seen = time.Now()
	switch ask.Kind {
	case federate.Poll:
		return c.poll(ask), nil
	case federate.Hand:
		return c.take(ctx, ask)
	case federate.Model:
		body, _, ok, err := c.cfg.Rounds.FedModel(ctx, ask.Hash)
		if err != nil {
			return federate.Answer{}, failure{err}
		}
		if !ok {
			return federate.Answer{}, fmt.Errorf("model %.16s is not kept", ask.Hash)
		}
		if c.cfg.Gate != nil { // models are for admitted programs' eyes
			if body, err = c.cfg.Gate.Wrap(ask.Site, m.Key, body); err != nil {
				return federate.Answer{}, err
			}
		}
		c.sent(len(body))
		return federate.Answer{Kind: federate.Here, Body: body}, nil
	}
	return federate.Answer{}, fmt.Errorf("a question of kind %q", ask.Kind)
}

// attest answers what comes before enrolment: evidence, of both sides. Checking
// it takes milliseconds and changes nothing of a round.
func (c *Coordinator) attest(ctx context.Context, ask federate.Ask) (federate.Answer, error) {
	if c.cfg.Gate == nil {
		return federate.Answer{}, errors.New("no evidence is asked for here")
	}
	if ask.Kind == federate.Challenge {
		body, err := c.cfg.Gate.Challenge(ctx, ask.Site, ask.Body)
		return federate.Answer{Kind: federate.Here, Body: body}, err
	}
	body, err := c.cfg.Gate.Admit(ctx, ask.Site, ask.Key, ask.Body)
	return federate.Answer{Kind: federate.Here, Body: body}, err
}

func (c *Coordinator) enrol(ctx context.Context, ask federate.Ask) (federate.Answer, error) {
	if err := federate.CheckEnrolment(ask.Site, ask.Key, ask.Body); err != nil {
		return federate.Answer{}, err
	}
	if err := c.admitted(ask.Site, ask.Key); err != nil {
		return federate.Answer{}, err
	}
	if c.cfg.Admit != nil {
		if err := c.cfg.Admit(ask.Site, ask.Key); err != nil {
			return federate.Answer{}, err
		}
	}
	if m, ok := c.members[ask.Site]; ok {
		if !m.Key.Equal(ask.Key) {
			return federate.Answer{}, fmt.Errorf("site %q is enrolled with another key", ask.Site)
		}
		m.seen = time.Now()
		return federate.Answer{Kind: federate.Taken}, nil
	}
	c.members[ask.Site] = &member{Key: ask.Key, seen: time.Now()}
	body, err := json.Marshal(c.members)
	if err == nil {
		err = c.cfg.Settings.PutSetting(ctx, settingMembers, body)
	}
	if err != nil {
		delete(c.members, ask.Site)
		return federate.Answer{}, failure{err}
	}
	return federate.Answer{Kind: federate.Taken}, nil
}

// sent counts what went out to sites in a round.
func (c *Coordinator) sent(bytes int) {
	if c.at != nil {
		c.at.round.BytesDown += int64(bytes)
	}
}

func (c *Coordinator) poll(ask federate.Ask) federate.Answer {
	a := federate.Answer{Kind: federate.Wait}
	if c.trained {
		a.Newest = c.newest
	}
	current := ""
	if c.at != nil {
		current = c.at.round.Attempt
	}
	if ask.Attempt != "" && ask.Attempt != current {
		for i := range c.rounds {
			if r := c.rounds[i]; r.Attempt == ask.Attempt {
				if r.IsOver() {
					a.Kind, a.Record = federate.Over, &r
				}
				return a
			}
		}
		a.Kind = federate.Over
		return a
	}
	if current == "" {
		return a
	}
	me, ok := c.at.terms.Index(ask.Site)
	if !ok {
		return a
	}
	a.Attempt = current
	if ask.Attempt == "" {
		if c.at.server.Phase() == secagg.Joining {
			a.Kind, a.Body = federate.Invite, c.at.invitation
			c.sent(len(a.Body))
		}
		return a
	}
	if s := c.at.server; ask.Step > 0 && s.Phase() == ask.Step-1 && slices.Contains(s.Expected(), me) && !slices.Contains(s.Got(s.Phase()), me) {
		a.Kind = federate.Again
		return a
	}
	if body, ok := c.at.server.Before(ask.Step, me); ok {
		a.Kind, a.Body = federate.Before, body
		c.sent(len(body))
	}
	return a
}

// take stores a message before it says so.
func (c *Coordinator) take(ctx context.Context, ask federate.Ask) (federate.Answer, error) {
	if c.at == nil || c.at.round.Attempt != ask.Attempt {
		return federate.Answer{}, fmt.Errorf("attempt %.16s is not open", ask.Attempt)
	}
	s := c.at.server
	had := len(s.Got(ask.Step))
	member, err := s.Receive(ask.Step, ask.Body)
	if err != nil {
		return federate.Answer{}, err
	}
	if len(s.Got(ask.Step)) == had {
		return federate.Answer{Kind: federate.Taken}, nil // once more
	}
	c.reached("received " + ask.Step.String())
	if err := c.cfg.Transcripts.KeepFedMessage(ctx, ask.Attempt, federate.Kept{Seq: c.at.seq, Step: ask.Step, Member: member, Raw: ask.Body}); err != nil {
		return federate.Answer{}, failure{errors.Join(err, c.load(ctx))} // not taken: it comes again
	}
	c.reached("stored " + ask.Step.String())
	c.at.seq++
	c.at.round.BytesUp += int64(len(ask.Body))
	c.at.round.Members[member].BytesUp += int64(len(ask.Body))
	return federate.Answer{Kind: federate.Taken}, nil
}
