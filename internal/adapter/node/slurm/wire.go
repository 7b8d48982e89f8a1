package slurm

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/pouw-dem/pouwdem/internal/core/dispatch"
)

// answer is what slurmrestd answers to questions and commands.
type answer struct {
	Nodes  []node    `json:"nodes"`
	Errors []failure `json:"errors"`
}

type failure struct {
	Description string `json:"description"`
	Number      int    `json:"error_number"`
	Text        string `json:"error"`
}

func (a answer) failure() error {
	if len(a.Errors) == 0 {
		return nil
	}
	f := a.Errors[0]
	return fmt.Errorf("slurm error %d: %.120s %.120s", f.Number, f.Text, f.Description)
}

// node is what of a node is read here.
type node struct {
	Name       string   `json:"name"`
	Hostname   string   `json:"hostname"`
	Version    string   `json:"version"`
	State      []string `json:"state"` // the base state, then flags
	Reason     string   `json:"reason"`
	ReasonAt   number   `json:"reason_changed_at"`
	BootTime   number   `json:"boot_time"`
	Features   []string `json:"features"`
	Active     []string `json:"active_features"`
	Gres       string   `json:"gres"`      // gpu:h100:8(S:0-1)
	GresUsed   string   `json:"gres_used"` // gpu:h100:3(IDX:0-2)
	Energy     energy   `json:"energy"`
	Partitions []string `json:"partitions"`
}

// number is Slurm's number that may be unset or infinite.
type number struct {
	Set      bool  `json:"set"`
	Infinite bool  `json:"infinite"`
	Number   int64 `json:"number"`
}

type energy struct {
	Current number `json:"current_watts"`
}

// mostWatts is more than a node draws; Slurm writes 2^32-2 for what it does not
// know.
const mostWatts = 500_000

// watts is the node's power by its own sensors.
func (e energy) watts() (float64, bool) {
	w := e.Current.Number
	return float64(w), e.Current.Set && !e.Current.Infinite && w > 0 && w <= mostWatts
}

// update is the body of POST /node/NAME; what is absent stays as it is.
type update struct {
	State  []string `json:"state,omitempty"`
	Reason string   `json:"reason,omitempty"`
	Active []string `json:"features_act,omitempty"`
}

func parse(body []byte) (answer, error) {
	var a answer
	if err := json.Unmarshal(body, &a); err != nil {
		return a, fmt.Errorf("the answer is not slurmrestd's JSON: %w", err)
	}
	return a, nil
}

func (n *node) has(flag string) bool { return slices.Contains(n.State, flag) }

// byUs reports whether it was we who took the node out.
func (n *node) byUs() bool { return strings.HasPrefix(n.Reason, ours) }

// caps are the caps that the node knows, W of each GPU, ascending.
func (n *node) caps() []int {
	var caps []int
	for _, f := range n.Features {
		if watts, ok := capOf(f); ok {
			caps = append(caps, watts)
		}
	}
	slices.Sort(caps)
	return caps
}

func capOf(feature string) (watts int, ok bool) {
	digits, is := strings.CutPrefix(feature, capped)
	watts, err := strconv.Atoi(digits)
	return watts, is && err == nil && watts > 0 && watts <= 10_000
}

// limit is the cap in force: the lowest that is active, most where none is.
func (n *node) limit(most float64) float64 {
	for _, f := range n.Active {
		if watts, ok := capOf(f); ok {
			most = min(most, float64(watts))
		}
	}
	return most
}

func (n *node) tiers() []string {
	var tiers []string
	for _, f := range n.Active {
		if name, ok := strings.CutPrefix(f, tier); ok {
			tiers = append(tiers, name)
		}
	}
	return tiers
}

// gpus is how many GPUs the node has, of all kinds, and jobs how many of them are
// in use: Slurm tells jobs by what they hold.
func (n *node) gpus() int { return count(n.Gres) }
func (n *node) jobs() int { return count(n.GresUsed) }

// count adds up a list of generic resources: gpu:h100:8(S:0-1),gpu:a100:2.
func count(gres string) int {
	total, depth := 0, 0
	var flat strings.Builder // without what stands in parentheses, which may hold commas
	for _, c := range gres {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case depth <= 0:
			flat.WriteRune(c)
		}
	}
	for one := range strings.SplitSeq(flat.String(), ",") {
		parts := strings.Split(one, ":")
		if len(parts) < 2 || parts[0] != "gpu" {
			continue
		}
		if held, err := strconv.Atoi(parts[len(parts)-1]); err == nil && held > 0 && held <= 1024 {
			total += held
		}
	}
	return total
}

// state is what the node does, and what is wrong with it.
func (n *node) state() (dispatch.State, string) {
	out := n.has("DRAIN") || n.has("DOWN")
	switch {
	case n.has("NOT_RESPONDING"), n.has("FAIL"), n.has("INVALID_REG"), n.has("ERROR"):
		return dispatch.Fault, "slurm says " + strings.Join(n.State, "+") + ": " + n.Reason
	case out && !n.byUs():
		return dispatch.Fault, "out by another hand: " + n.Reason
	case out && n.jobs() > 0 && !n.has("DOWN"):
		return dispatch.Draining, ""
	case out:
		return dispatch.Asleep, ""
	case n.has("POWERING_UP"), n.has("REBOOT_ISSUED"), n.has("UNKNOWN"), n.has("FUTURE"):
		return dispatch.Starting, ""
	case n.has("POWERED_DOWN"), n.has("POWERING_DOWN"):
		return dispatch.Asleep, ""
	case n.has("IDLE"), n.has("MIXED"), n.has("ALLOCATED"), n.has("COMPLETING"):
		return dispatch.Hashing, ""
	}
	return dispatch.Fault, "slurm says " + strings.Join(n.State, "+")
}
