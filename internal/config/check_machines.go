package config

import (
	"fmt"
	"net"
	"net/url"
	"strconv"

	"github.com/pouw-dem/pouwdem/internal/core/site"
)

// Nodes is the value of [Machines.Firmware] for nodes of GPUs, whose addresses say
// how each is spoken to.
const Nodes = "nodes"

// Firmwares are the values of [Machines.Firmware] for miners: the drivers, and
// auto, which asks each machine what it runs.
func Firmwares() []string {
	return []string{"auto", "antminer", "braiins", "cgminer", "luxos", "whatsminer2", "whatsminer3"}
}

// NodeGPUs is how many GPUs a node of the class has.
func (m *Machines) NodeGPUs() int {
	if m.GPUs == 0 {
		return 8
	}
	return m.GPUs
}

// machines checks how single machines are reached. That ranges of addresses make
// sense is seen when they are expanded.
func (k *checker) machines(setting string, c *Class, kind site.Kind) {
	m := c.Machines
	if kind == site.GPU && m.Firmware != "" {
		k.nodes(setting, c)
		return
	}
	if m.Firmware == "" {
		if len(m.Addresses) > 0 || m.Username != "" || m.Password.IsSet() {
			k.fail(setting+".firmware", "is empty, and there are addresses or a sign-in; name the firmware, or auto")
		}
		return
	}
	k.oneOf(setting+".firmware", m.Firmware, Firmwares()...)
	if len(m.Addresses) == 0 && k.config.World == WorldLive {
		k.fail(setting+".addresses", "is empty; name the machines, such as 10.1.0.0/22 or 10.2.0.5-10.2.0.60")
	}
}

// nodes checks how nodes of GPUs are reached.
func (k *checker) nodes(setting string, c *Class) {
	m := c.Machines
	k.oneOf(setting+".firmware", m.Firmware, Nodes)
	if gpus := m.NodeGPUs(); gpus < 1 || gpus > 64 || c.Units%gpus != 0 {
		k.fail(setting+".gpus", "%d: want 1 to 64 of a node, and whole nodes for the %d units", m.GPUs, c.Units)
	}
	if len(m.Addresses) == 0 && k.config.World == WorldLive {
		k.fail(setting+".addresses", "is empty; name the nodes, such as nvml+https://10.3.0.7:9401 or slurm+https://slurm:6820?partition=gpu")
	}
	for i, address := range m.Addresses {
		u, err := url.Parse(address)
		if err != nil || u.Host == "" || u.User != nil {
			k.fail(fmt.Sprintf("%s.addresses[%d]", setting, i), "want a URL such as nvml+https://10.3.0.7:9401, without a user")
			continue
		}
		k.oneOf(fmt.Sprintf("%s.addresses[%d]", setting, i), u.Scheme, "nvml+http", "nvml+https", "slurm+http", "slurm+https")
	}
}

func (k *checker) meter(setting string, m Meter) {
	if m.Address == "" {
		return
	}
	k.hostPort(setting+".address", m.Address)
	k.within(setting+".unit", float64(m.Unit), 0, 255)
	k.within(setting+".power_register", float64(m.Power), 0, 65534)
	k.within(setting+".energy_register", float64(m.Energy), 0, 65534)
}

func (k *checker) pdus(setting string, pdus []PDU) {
	for i, p := range pdus {
		at := fmt.Sprintf("%s[%d]", setting, i)
		k.hostPort(at+".address", p.Address)
		if p.Outlets < 1 || p.Outlets > 128 || len(p.Machines) > p.Outlets {
			k.fail(at+".outlets", "%d for %d machines: want 1 to 128, and one for each machine", p.Outlets, len(p.Machines))
		}
	}
}

func (k *checker) hostPort(setting, address string) {
	host, port, err := net.SplitHostPort(address)
	if n, portErr := strconv.Atoi(port); err != nil || host == "" || portErr != nil || n < 1 || n > 65535 {
		k.fail(setting, "%q: want host:port", address)
	}
}
