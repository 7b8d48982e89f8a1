package whatsminer

import (
	"bytes"
	"crypto/sha256"
	"testing"
)

// What `openssl passwd -1 -salt abcdefgh admin` prints.
func TestThePasswordIsHashedAsByCrypt(t *testing.T) {
	got, err := crypted("admin", "abcdefgh")
	if err != nil || got != "l/LAqC8oJERu7Cmx6trtY/" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestWhatIsSealedIsOpened(t *testing.T) {
	key := sha256.Sum256([]byte("x"))
	for _, text := range []string{"", "a", "sixteen bytes ab", "a text that is longer than one block"} {
		got, err := open(key, seal(key, []byte(text)))
		if err != nil || string(got) != text {
			t.Errorf("%q came back as %q, %v", text, got, err)
		}
	}
}

func FuzzReadFrame(f *testing.F) {
	f.Add([]byte{2, 0, 0, 0, '{', '}'})
	f.Add([]byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, raw []byte) {
		if body, err := readFrame(bytes.NewReader(raw)); err == nil && len(body)+4 > len(raw) {
			t.Fatalf("%d bytes read from %d", len(body), len(raw))
		}
	})
}

func FuzzOpen(f *testing.F) {
	f.Add("AAAAAAAAAAAAAAAAAAAAAA==")
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = open([sha256.Size]byte{}, text)
	})
}
