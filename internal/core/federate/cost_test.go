package federate_test

import (
	"crypto/ed25519"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"syscall"
	"testing"

	"github.com/pouw-dem/pouwdem/internal/core/federate"
	"github.com/pouw-dem/pouwdem/internal/core/federate/secagg"
	"github.com/pouw-dem/pouwdem/internal/core/federate/strategy"
)

// cpu is what this process has used of the processor, seconds.
func cpu() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// cost is what an attempt took.
type cost struct {
	Clients    int     `json:"clients"`
	Parameters int     `json:"parameters"`
	Dropped    int     `json:"dropped"`
	ClientMS   float64 `json:"client_cpu_ms"` // mean of those to the end, as the bytes are
	ServerMS   float64 `json:"server_cpu_ms"`
	BytesUp    int     `json:"client_bytes_up"`
	BytesDown  int     `json:"client_bytes_down"`
}

// measure runs an attempt in which every client is really masked, and checks the
// sum. The last dropped clients fall silent after they have shared.
func measure(t testing.TB, update []float32, n, dropped int) cost {
	t.Helper()
	p := federate.Plan{Version: 1, Strategy: strategy.Settings{Name: "fedavg"}, Clip: 8, Bits: 22, MaxWeight: 1000, Steps: 1}
	random := rand.NewChaCha8([32]byte{byte(n)})
	terms := secagg.Terms{Round: 1, Length: federate.Coordinates(len(update)), Bits: p.Bits}
	var keys []ed25519.PrivateKey
	for i := range n {
		var seed [32]byte
		_, _ = random.Read(seed[:])
		keys = append(keys, ed25519.NewKeyFromSeed(seed[:]))
		terms.Roster = append(terms.Roster, secagg.Identity{Name: fmt.Sprintf("%04d", i), Key: keys[i].Public().(ed25519.PublicKey)})
	}
	server, err := secagg.NewServer(terms)
	if err != nil {
		t.Fatal(err)
	}
	c := cost{Clients: n, Parameters: len(update), Dropped: dropped}
	members, want := make([]secagg.Member, n), make([]uint32, terms.Length)
	client, all, whole := 0.0, 0.0, cpu()
	for step := secagg.Joining; step < secagg.Finished; step++ {
		for i := range n {
			if i >= n-dropped && step >= secagg.Masking {
				continue
			}
			before, _ := server.Before(step, i)
			from := cpu()
			var raw []byte
			var input secagg.Input
			var plain []uint32
			switch m := members[i]; step {
			case secagg.Joining:
				members[i], raw, err = secagg.NewMember(terms, i, keys[i], random)
			case secagg.Keying:
				members[i], raw, err = m.Keys(before, random)
			case secagg.Sharing:
				members[i], raw, err = m.Shares(before, random)
			case secagg.Masking:
				if input, err = p.Vector(update, 500, random); err == nil {
					pause := cpu()
					plain = input.Words() // for the check below: masking uses the input up
					pause = cpu() - pause
					from, whole = from+pause, whole+pause
					members[i], raw, err = m.Masked(before, input)
				}
			case secagg.Agreeing:
				members[i], raw, err = m.Agree(before)
			case secagg.Unmasking:
				members[i], raw, err = m.Unmask(before)
			}
			spent := cpu() - from
			all += spent
			if err != nil {
				t.Fatal(step, err)
			}
			for j, v := range plain {
				want[j] += v
			}
			if i < n-dropped {
				client += spent
				c.BytesUp, c.BytesDown = c.BytesUp+len(raw), c.BytesDown+len(before)
			}
			if _, err := server.Receive(step, raw); err != nil {
				t.Fatal(step, err)
			}
		}
		if err := server.Close(); err != nil {
			t.Fatal(step, err)
		}
	}
	whole = cpu() - whole
	if sum, ok := server.Sum(); !ok || !slices.Equal(sum, want) {
		t.Fatal("the sum is not that of the survivors")
	}
	c.BytesUp, c.BytesDown = c.BytesUp/(n-dropped), c.BytesDown/(n-dropped)
	c.ClientMS, c.ServerMS = 1000*client/float64(n-dropped), 1000*(whole-all)
	return c
}

func TestAHundredClientsAreSummed(t *testing.T) {
	update := make([]float32, 200)
	for i := range update {
		update[i] = float32(math.Sin(float64(i)))
	}
	if c := measure(t, update, 100, 10); c.BytesUp == 0 {
		t.Error(c)
	}
}

// TestCost is bench/federate.sh's: it measures an attempt over the vector in a
// file and prints the figures.
func TestCost(t *testing.T) {
	file := os.Getenv("POUWDEM_VECTOR")
	if file == "" {
		t.Skip("bench/federate.sh sets POUWDEM_VECTOR, POUWDEM_CLIENTS and POUWDEM_DROPPED")
	}
	var n, dropped int
	if _, err := fmt.Sscan(os.Getenv("POUWDEM_CLIENTS")+" "+os.Getenv("POUWDEM_DROPPED"), &n, &dropped); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	update := make([]float32, len(raw)/4)
	for i := range update {
		update[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	out, err := json.Marshal(measure(t, update, n, dropped))
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("COST", string(out))
}
