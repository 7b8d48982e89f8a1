package enclave

import (
	"encoding/json"
	"fmt"
)

// Bundle is what makers answered to requests for collateral, by address. It is
// gathered where there is a network and imported where there is none: verifying
// asks it and nobody else.
type Bundle map[string]Answer

// Answer is one answer.
type Answer struct {
	Header map[string][]string `json:"header"`
	Body   []byte              `json:"body"`
}

// ReadBundle reads a bundle's file: a JSON object from address to answer.
func ReadBundle(raw []byte) (Bundle, error) {
	const most = 8 << 20
	if len(raw) > most {
		return nil, fmt.Errorf("bundle of collateral: more than %d bytes", most)
	}
	var b Bundle
	if err := json.Unmarshal(raw, &b); err != nil {
		return nil, fmt.Errorf("bundle of collateral: %w", err)
	}
	return b, nil
}

// Get is the answer to a request, as go-tdx-guest asks.
func (b Bundle) Get(url string) (map[string][]string, []byte, error) {
	a, ok := b[url]
	if !ok {
		return nil, nil, fmt.Errorf("the imported collateral does not answer %s; gather it and import it again", url)
	}
	return a.Header, a.Body, nil
}

// bodies answers as go-sev-guest asks.
type bodies struct{ Bundle }

// Get is the body of the answer to a request.
func (b bodies) Get(url string) ([]byte, error) {
	_, body, err := b.Bundle.Get(url)
	return body, err
}
