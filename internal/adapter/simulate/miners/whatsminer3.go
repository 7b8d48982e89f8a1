package miners

import (
	"context"
	"crypto/aes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"io"
	"net"
	"strings"
	"sync"
	"time"
)

// whatsminer3 answers the Whatsminer API V3: frames with their length in front,
// commands signed with the password and a salt, and, where it is set, a random
// delay before it stops.
type whatsminer3 struct {
	m         *machine
	mac, salt string

	mu   sync.Mutex
	stop time.Duration // most of the random delay
}

func (x *whatsminer3) serve(ctx context.Context, l net.Listener) error {
	return overTCP(ctx, l, func(conn net.Conn) {
		for {
			var size uint32
			if binary.Read(conn, binary.LittleEndian, &size) != nil || size > 64<<10 {
				return
			}
			raw := make([]byte, size)
			if _, err := io.ReadFull(conn, raw); err != nil {
				return
			}
			answer := x.answer(raw)
			if answer == nil {
				_, _ = io.Copy(io.Discard, conn) // and never a word
				return
			}
			encoded, err := json.Marshal(answer)
			if err != nil {
				return
			}
			frame := binary.LittleEndian.AppendUint32(nil, uint32(len(encoded)))
			if _, err := conn.Write(append(frame, encoded...)); err != nil {
				return
			}
		}
	})
}

func coded(code int, message any, about string) fields {
	return fields{"code": code, "when": 1700000000, "msg": message, "desc": about}
}

func (x *whatsminer3) answer(raw []byte) fields {
	var asked struct {
		Cmd, TS, Token, Account string
		Param                   json.RawMessage
	}
	if json.Unmarshal(raw, &asked) != nil {
		return coded(-1, "invalid json", "")
	}
	l := x.m.look()
	switch asked.Cmd {
	case "get.device.info":
		return coded(0, x.info(l), asked.Cmd)
	case "get.miner.status":
		var part string
		_ = json.Unmarshal(asked.Param, &part)
		return coded(0, x.part(part, l), asked.Cmd)
	case "get.miner.setting":
		return coded(0, fields{"power-limit": int(l.limit), "power-mode": "normal", "fast-boot": "disable"}, asked.Cmd)
	case "get.system.setting":
		x.mu.Lock()
		defer x.mu.Unlock()
		return coded(0, fields{"time-randomized": fields{"start": int(x.stop.Seconds()), "stop": int(x.stop.Seconds())}}, asked.Cmd)
	}
	if !strings.HasPrefix(asked.Cmd, "set.") {
		return coded(-2, "invalid command", asked.Cmd)
	}
	password := x.m.spec.Password
	if password == "" {
		password = "super"
	}
	key := sha256.Sum256([]byte(asked.Cmd + password + x.salt + asked.TS))
	if asked.Account != "super" || asked.Token != base64.StdEncoding.EncodeToString(key[:])[:8] {
		return coded(-4, "permission denied", asked.Cmd)
	}
	answer := x.command(asked.Cmd, asked.Param, key)
	if x.m.mute() {
		return nil
	}
	return answer
}

func (x *whatsminer3) info(l look) fields {
	working := "true"
	errors := []fields{}
	if !l.awake || l.failed != "" {
		working = "false"
	}
	if l.failed != "" {
		errors = append(errors, fields{"code": 540, "reason": l.failed})
	}
	return fields{
		"network": fields{"ip": "127.0.0.1", "mac": x.mac, "hostname": "WhatsMiner"},
		"miner":   fields{"working": working, "type": x.m.spec.Model, "hash-board-num": boards, "power-mode": "normal"},
		"system":  fields{"api": "3.0.1", "platform": "H616", "fwversion": "20250110.simulated"},
		"salt":    x.salt, "error-code": errors,
	}
}

func (x *whatsminer3) part(name string, l look) fields {
	switch name {
	case "summary":
		return fields{"summary": fields{
			"elapsed": int(l.uptime), "bootup-time": int(l.uptime), "hash-average": round(l.ths, 3), "hash-1min": round(l.ths, 3),
			"hash-realtime": round(l.ths, 3), "power-realtime": int(l.watts), "power-5min": int(l.watts), "power-limit": int(l.limit),
			"chip-temp-min": round(l.temp-9, 1), "chip-temp-max": round(l.temp, 1), "environment-temperature": 25,
			"up-freq-finish": truth(l.steady && l.hashes), "fan-speed-in": 4800,
		}}
	case "edevs":
		var list []fields
		for i := range boards {
			ths := l.ths / float64(max(1, boards-l.dead))
			if i >= boards-l.dead {
				ths = 0
			}
			list = append(list, fields{"id": i, "slot": i, "hash-average": round(ths, 3), "chip-temp-max": round(l.temp, 1)})
		}
		return fields{"edevs": list}
	case "pools":
		list, active := x.m.pools.snapshot()
		var shown []fields
		for i, p := range list {
			shown = append(shown, fields{"id": i + 1, "url": p.url, "account": p.user, "status": strings.ToLower(p.status()), "stratum-active": i == active && p.alive()})
		}
		return fields{"pools": shown}
	}
	return fields{}
}

func (x *whatsminer3) command(name string, param json.RawMessage, key [32]byte) fields {
	bad := coded(-1, "invalid param", name)
	var word string
	switch name {
	case "set.miner.service":
		if json.Unmarshal(param, &word) != nil {
			return bad
		}
		switch word {
		case "stop":
			x.mu.Lock()
			defer x.mu.Unlock()
			x.m.Rig.stop(x.stop)
		case "start":
			x.m.start()
		case "restart":
			x.m.reboot()
		default:
			return bad
		}
	case "set.miner.power_limit":
		var watts int
		if json.Unmarshal(param, &watts) != nil || watts < 0 || watts > 99999 {
			return bad
		}
		x.m.setLimit(float64(watts), true)
	case "set.system.time_randomized":
		var asked struct{ Start, Stop int }
		if json.Unmarshal(param, &asked) != nil || asked.Stop < 0 || asked.Stop > 120 {
			return bad
		}
		x.mu.Lock()
		defer x.mu.Unlock()
		x.stop = time.Duration(asked.Stop) * time.Second
	case "set.system.reboot":
		x.m.reboot()
	case "set.miner.pools":
		if json.Unmarshal(param, &word) != nil {
			return bad
		}
		list, ok := unsealPools(word, key)
		if !ok {
			return bad
		}
		x.m.pools.replace(list)
	default:
		return coded(-2, "invalid command", name)
	}
	return coded(0, "ok", name)
}

// unsealPools opens the one parameter that travels encrypted.
func unsealPools(word string, key [32]byte) ([]pool, bool) {
	raw, err := base64.StdEncoding.DecodeString(word)
	if err != nil || len(raw)%16 != 0 {
		return nil, false
	}
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return nil, false
	}
	for at := 0; at < len(raw); at += 16 {
		block.Decrypt(raw[at:at+16], raw[at:at+16])
	}
	var asked struct {
		Pools []struct{ Pool, Worker, Passwd string }
	}
	if json.Unmarshal([]byte(strings.TrimRight(string(raw), "\x00")), &asked) != nil {
		return nil, false
	}
	var list []pool
	for _, p := range asked.Pools {
		list = append(list, pool{url: p.Pool, user: p.Worker, pass: p.Passwd})
	}
	return list, true
}
