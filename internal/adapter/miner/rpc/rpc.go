// Package rpc speaks the cgminer API, which most firmwares on TCP port 4028
// descend from: one request a connection, as JSON or in the older text form, and
// an answer that ends with a NUL, with the connection, or with its last brace
// (cgminer 4.11.1, API-README).
//
// It knows the framing and the status line; what commands mean is for the
// drivers.
package rpc

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"time"

	"github.com/pouw-dem/pouwdem/internal/adapter/miner/loose"
)

// Port is where the API listens.
const Port = "4028"

// answerLimit bounds an answer; those of a machine with 400 boards are below.
const answerLimit = 1 << 20

// ErrHTTP says that what listens on the port speaks HTTP: ePIC's firmware does.
var ErrHTTP = errors.New("the port answers in HTTP, not in the cgminer API")

// Client calls one machine.
type Client struct {
	address string
	timeout time.Duration
	text    atomic.Bool // the machine took no JSON
}

// NewClient is a client of host:port; nothing is sent yet.
func NewClient(address string, timeout time.Duration) *Client {
	return &Client{address: address, timeout: timeout}
}

// Refusal is an answer whose status says no.
type Refusal struct {
	Command string
	Code    int
	Message string
}

// Error says what was refused and why.
func (r *Refusal) Error() string {
	return fmt.Sprintf("%s: refused with code %d: %s", r.Command, r.Code, clip(r.Message))
}

// Call sends one command. An answer whose status is an error is a [*Refusal];
// one that has no status at all is returned as it is.
func (c *Client) Call(ctx context.Context, command, parameter string) (loose.Object, error) {
	if !c.text.Load() {
		request := map[string]string{"command": command}
		if parameter != "" {
			request["parameter"] = parameter
		}
		payload, err := json.Marshal(request)
		if err != nil {
			return nil, err
		}
		raw, err := c.Exchange(ctx, payload)
		if err != nil {
			return nil, err
		}
		if !bytes.HasPrefix(raw, []byte("STATUS=")) {
			return c.answer(command, raw)
		}
		c.text.Store(true)
	}
	raw, err := c.Exchange(ctx, []byte(command+"|"+parameter))
	if err != nil {
		return nil, err
	}
	return checked(command, ParseText(raw))
}

func (c *Client) answer(command string, raw []byte) (loose.Object, error) {
	if bytes.HasPrefix(raw, []byte("HTTP/")) {
		return nil, fmt.Errorf("%s at %s: %w", command, c.address, ErrHTTP)
	}
	object, err := loose.Parse(raw)
	if err != nil {
		return nil, fmt.Errorf("%s at %s: %w", command, c.address, err)
	}
	return checked(command, object)
}

// Report sends several reporting commands at once and gives each one's answer.
// A machine that does not join commands is asked one by one.
func (c *Client) Report(ctx context.Context, commands ...string) (map[string]loose.Object, error) {
	answers := make(map[string]loose.Object, len(commands))
	if !c.text.Load() {
		joined, err := c.Call(ctx, strings.Join(commands, "+"), "")
		if refusal := (*Refusal)(nil); err != nil && !errors.As(err, &refusal) {
			return nil, err
		}
		for _, command := range commands {
			if part := joined.Object(command); part != nil {
				answers[command] = part
			}
		}
	}
	for _, command := range commands {
		if answers[command] != nil {
			continue
		}
		single, err := c.Call(ctx, command, "")
		if err != nil {
			return nil, err
		}
		answers[command] = single
	}
	return answers, nil
}

// checked turns a status of E or F into an error. Whatsminers put the status at
// the top, cgminer into a list of one.
func checked(command string, o loose.Object) (loose.Object, error) {
	status := o.Object("STATUS")
	if status == nil {
		status = o
	}
	switch status.Text("STATUS") {
	case "E", "F":
		return o, &Refusal{Command: command, Code: int(status.Float("Code")), Message: status.Text("Msg")}
	}
	return o, nil
}

// Exchange sends a request and reads its answer, whatever its form.
func (c *Client) Exchange(ctx context.Context, request []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "tcp", c.address)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })
	defer stop()
	if _, err := conn.Write(request); err != nil {
		return nil, fmt.Errorf("send to %s: %w", c.address, err)
	}
	raw, err := readAnswer(conn)
	if err != nil {
		return nil, fmt.Errorf("read from %s: %w", c.address, err)
	}
	return raw, nil
}

// readAnswer reads up to a NUL, the end of the connection or the last brace of
// an object, whichever comes first.
func readAnswer(r io.Reader) ([]byte, error) {
	var answer []byte
	chunk := make([]byte, 4096)
	for {
		n, err := r.Read(chunk)
		answer = append(answer, chunk[:n]...)
		if end := bytes.IndexByte(answer[len(answer)-n:], 0); end >= 0 {
			return answer[:len(answer)-n+end], nil
		}
		if len(answer) > answerLimit {
			return nil, fmt.Errorf("the answer is longer than %d bytes", answerLimit)
		}
		switch {
		case errors.Is(err, io.EOF) && len(answer) > 0:
			return answer, nil
		case errors.Is(err, io.EOF):
			return nil, errors.New("the machine closed the connection without an answer")
		case err != nil:
			return nil, err
		}
		if whole(answer) {
			return answer, nil
		}
	}
}

// whole reports whether the bytes are an object up to its last brace, for
// machines that keep the connection open.
func whole(raw []byte) bool {
	trimmed := bytes.TrimRight(raw, " \r\n\t")
	if len(trimmed) < 2 || trimmed[0] != '{' || trimmed[len(trimmed)-1] != '}' {
		return false
	}
	depth, quoted := 0, false
	for i := 0; i < len(trimmed); i++ {
		switch b := trimmed[i]; {
		case quoted && b == '\\':
			i++
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '{' || b == '[':
			depth++
		case b == '}' || b == ']':
			depth--
		}
	}
	return depth <= 0 && !quoted
}

// ParseText reads the older form: sections that end with a bar, each a list of
// name=value separated by commas, where a backslash takes away a separator's
// meaning. Sections come out under the names that JSON has for them.
func ParseText(raw []byte) loose.Object {
	object := loose.Object{}
	for _, section := range split(strings.TrimRight(string(raw), "\x00\r\n "), '|') {
		if section == "" {
			continue
		}
		name, fields := "", loose.Object{}
		for i, field := range split(section, ',') {
			key, value := field, ""
			if parts := split(field, '='); len(parts) > 1 {
				key, value = parts[0], strings.Join(parts[1:], "=")
				fields[plain(key)] = plain(value)
			}
			if i == 0 {
				name = plain(key)
			}
		}
		switch name {
		case "POOL":
			name = "POOLS"
		case "ASC", "PGA", "GPU", "CPU":
			name = "DEVS"
		}
		list, _ := object[name].([]any)
		object[name] = append(list, fields)
	}
	return object
}

// split cuts at a separator that no backslash precedes.
func split(s string, at byte) []string {
	var parts []string
	start := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case at:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

// plain takes the backslashes out.
func plain(s string) string {
	if !strings.ContainsRune(s, '\\') {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// clip shortens foreign text for an error.
func clip(s string) string {
	const most = 120
	if len(s) > most {
		return s[:most] + "..."
	}
	return s
}
