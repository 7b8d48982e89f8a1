package stratum

import (
	"bytes"
	"crypto/tls"
	"errors"
	"net"
	"sync"
	"syscall"
	"time"
)

const (
	firstRoom  = 512      // bytes that a connection's reader begins with
	longestOut = 64 << 10 // bytes that may wait for one reader at the other end
	writeTime  = 10 * time.Second
)

var errLineTooLong = errors.New("the line is too long")

// lines reads a connection line by line in little memory.
type lines struct {
	conn     net.Conn
	limit    int
	buf      []byte
	from, to int
	looked   int // bytes after from that hold no end of line
}

// next is the next line without its end. It is valid until the call after.
func (l *lines) next() ([]byte, error) {
	for {
		if i := bytes.IndexByte(l.buf[l.from+l.looked:l.to], '\n'); i >= 0 {
			end := l.from + l.looked + i
			line := l.buf[l.from:end]
			l.from, l.looked = end+1, 0
			return line, nil
		}
		l.looked = l.to - l.from
		if l.looked > l.limit {
			return nil, errLineTooLong
		}
		l.makeRoom()
		n, err := l.conn.Read(l.buf[l.to:])
		l.to += n
		if n == 0 && err != nil {
			return nil, err
		}
	}
}

// makeRoom leaves free room behind what is not yet a line, and gives back what
// a long line took.
func (l *lines) makeRoom() {
	if l.from == l.to && len(l.buf) != firstRoom {
		l.buf = make([]byte, firstRoom)
	} else if l.looked == len(l.buf) {
		larger := make([]byte, 2*len(l.buf))
		copy(larger, l.buf[l.from:l.to])
		l.buf = larger
	} else {
		copy(l.buf, l.buf[l.from:l.to])
	}
	l.from, l.to = 0, l.looked
}

// sender writes to a connection and never waits for it: what the other end does
// not take waits in a buffer, and an end that takes nothing is cut off.
type sender struct {
	conn     net.Conn
	raw      syscall.RawConn // nil where bytes are not written as they are
	attempts *sync.Pool      // of *attempt
	group    *sync.WaitGroup

	mu   sync.Mutex
	out  []byte
	busy bool
	dead bool
}

// attempt is one write that does not wait. Its function is kept with it so that
// a write allocates nothing.
type attempt struct {
	b    []byte
	n    int
	err  error
	once func(fd uintptr) bool
}

func newAttempt() any {
	a := &attempt{}
	a.once = func(fd uintptr) bool {
		a.n, a.err = syscall.Write(int(fd), a.b)
		return true
	}
	return a
}

func (s *sender) open(conn net.Conn, attempts *sync.Pool, group *sync.WaitGroup) {
	s.conn, s.attempts, s.group = conn, attempts, group
	if _, encrypted := conn.(*tls.Conn); encrypted {
		return
	}
	if socket, ok := conn.(syscall.Conn); ok {
		s.raw, _ = socket.SyscallConn() // nil: written the slow way
	}
}

// send takes the bytes. They may be used again when it returns.
func (s *sender) send(b []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.dead {
		return
	}
	if !s.busy && s.raw != nil {
		n, err := s.try(b)
		if err != nil {
			s.kill()
			return
		}
		if b = b[n:]; len(b) == 0 {
			return
		}
	}
	if len(s.out)+len(b) > longestOut {
		s.kill()
		return
	}
	s.out = append(s.out, b...)
	if !s.busy {
		s.busy = true
		s.group.Go(s.flush)
	}
}

func (s *sender) try(b []byte) (int, error) {
	a := s.attempts.Get().(*attempt)
	defer s.attempts.Put(a)
	a.b, a.n, a.err = append(a.b[:0], b...), 0, nil
	err := s.raw.Write(a.once)
	if err != nil {
		return 0, err
	}
	if errors.Is(a.err, syscall.EAGAIN) || errors.Is(a.err, syscall.EINTR) {
		return 0, nil
	}
	return max(a.n, 0), a.err
}

func (s *sender) flush() {
	for {
		s.mu.Lock()
		out := s.out
		s.out = nil
		if len(out) == 0 || s.dead {
			s.busy = false
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		err := s.conn.SetWriteDeadline(time.Now().Add(writeTime))
		if err == nil {
			_, err = s.conn.Write(out)
		}
		if err == nil {
			err = s.conn.SetWriteDeadline(time.Time{})
		}
		if err != nil {
			s.close()
		}
	}
}

// kill is close for those that hold the lock.
func (s *sender) kill() {
	s.dead, s.out = true, nil
	_ = s.conn.Close() // it is of no more use either way
}

func (s *sender) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.dead {
		s.kill()
	}
}
