package miners

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"
)

// whatsminer2 answers the Whatsminer API V2: reports in the clear, commands
// under a token that lives half an hour and encrypted with a key made of the
// password; none at all before the password was changed.
type whatsminer2 struct {
	m   *machine
	mac string

	mu     sync.Mutex
	token  string
	key    [32]byte
	until  time.Time
	issued int
}

func (x *whatsminer2) serve(ctx context.Context, l net.Listener) error {
	return overTCP(ctx, l, func(conn net.Conn) {
		var asked map[string]any
		if json.Unmarshal(hear(conn), &asked) != nil {
			_, _ = conn.Write(x.encode(said("E", 23, "json cmd err")))
			return
		}
		if asked["enc"] != nil {
			if answer := x.sealed(fmt.Sprint(asked["data"])); answer != nil {
				_, _ = conn.Write(answer)
			}
			return
		}
		name, _ := asked["cmd"].(string)
		if name == "" {
			name, _ = asked["command"].(string)
		}
		_, _ = conn.Write(x.encode(x.report(name)))
	})
}

func said(letter string, code int, message any) fields {
	return fields{"STATUS": letter, "When": 1700000000, "Code": code, "Msg": message, "Description": "whatsminer v1.3"}
}

// encode writes an answer; the firmware puts a comma too many now and then.
func (x *whatsminer2) encode(answer fields) []byte {
	raw, err := json.Marshal(answer)
	if err != nil {
		return nil
	}
	if x.m.spec.Quirks.Broken {
		raw = append(raw[:len(raw)-1], ",}"...)
	}
	return raw
}

func (x *whatsminer2) report(name string) fields {
	if strings.Contains(name, "+") {
		joined := fields{"id": 1}
		for part := range strings.SplitSeq(name, "+") {
			joined[part] = []fields{x.report(part)}
		}
		return joined
	}
	l := x.m.look()
	switch name {
	case "get_token":
		return x.newToken()
	case "get_version", "version":
		return said("S", 131, fields{"api_ver": "2.0.5", "fw_ver": "20240101.simulated", "platform": "H6OS", "chip": "K26x"})
	case "devdetails":
		var list []fields
		for i := range boards {
			list = append(list, fields{"DEVDETAILS": i, "Name": "SM", "ID": i, "Driver": "bitmicro", "Model": x.m.spec.Model})
		}
		return fields{"STATUS": status("S", 69, "Device Details"), "DEVDETAILS": list, "id": 1}
	case "status":
		off, reason := "false", ""
		if !l.awake {
			off = "true"
		}
		if l.failed != "" {
			off, reason = "true", l.failed
		}
		return said("S", 131, fields{
			"btmineroff": off, "mineroff": off, "mineroff_reason": reason, "mineroff_time": "", "FirmwareVersion": "simulated",
			"power_mode": "Normal", "power_limit_set": fmt.Sprint(int(l.limit)), "hash_percent": "0",
		})
	case "summary":
		return fields{"STATUS": status("S", 11, "Summary"), "SUMMARY": []fields{x.summary(l)}, "id": 1}
	case "devs", "edevs":
		var list []fields
		for i := range boards {
			mhs, state := l.ths*1e6/float64(max(1, boards-l.dead)), "Alive"
			if i >= boards-l.dead {
				mhs, state = 0, "Dead"
			}
			list = append(list, fields{
				"ASC": i, "Slot": i, "Enabled": "Y", "Status": state, "Temperature": round(l.temp-8, 1),
				"Chip Temp Min": round(l.temp-18, 1), "Chip Temp Max": round(l.temp, 1), "Chip Temp Avg": round(l.temp-9, 1), "Effective Chips": 135,
				"PCB SN": fmt.Sprintf("SIM%d", i), "MHS 5s": round(mhs, 2), "MHS 1m": round(mhs, 2), "MHS av": round(mhs, 2),
			})
		}
		return fields{"STATUS": status("S", 9, "3 ASC(s)"), "DEVS": list, "id": 1}
	case "pools":
		return x.m.listPools()
	case "get_miner_info":
		return said("S", 131, fields{"hostname": "WhatsMiner", "ledstat": "auto", "mac": x.mac})
	case "get_psu":
		return said("S", 131, fields{"name": "SIM", "model": "SIM", "hw_version": "", "sw_version": "simulated", "fan_speed": "6000"})
	case "get_error_code":
		return said("S", 131, fields{"error_code": []fields{}})
	}
	return said("E", 14, "invalid cmd")
}

func (x *whatsminer2) summary(l look) fields {
	return fields{
		"Elapsed": int(l.uptime), "MHS av": round(l.ths*1e6, 2), "MHS 5s": round(l.ths*1e6, 2), "MHS 1m": round(l.ths*1e6, 2), "HS RT": round(l.ths*1e6, 2),
		"Accepted": l.shares, "Rejected": l.shares / 500, "Temperature": round(l.temp-8, 1), "Chip Temp Max": round(l.temp, 1),
		"Power": int(l.watts), "Power Limit": int(l.limit), "Power Mode": "Normal", "Target Freq": 600, "Fan Speed In": 4800, "Fan Speed Out": 4700, "Env Temp": 25, "MAC": x.mac,
		"Upfreq Complete": truth(l.steady && l.hashes), "Hash Stable": l.tuned, "Hash Stable Cost Seconds": 627,
		"Factory GHS": int(x.m.spec.Levels[len(x.m.spec.Levels)-1].THs * 1000),
	}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (x *whatsminer2) password() string {
	if x.m.spec.Password != "" {
		return x.m.spec.Password
	}
	return "admin"
}

func (x *whatsminer2) newToken() fields {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.issued++
	at, salt, newsalt := strconv.Itoa(1000+x.issued%9000), "BQ5hoXV9", "jbzkfQls"
	secret := crypt(x.password(), salt)
	x.token, x.key = crypt(secret+at, newsalt), sha256.Sum256([]byte(secret))
	x.until = time.Now().Add(30 * time.Minute)
	return said("S", 134, fields{"time": at, "salt": salt, "newsalt": newsalt})
}

// sealed carries out an encrypted command; nil: it never answers.
func (x *whatsminer2) sealed(data string) []byte {
	x.mu.Lock()
	key, token, until := x.key, x.token, x.until
	x.mu.Unlock()
	raw, err := base64.StdEncoding.DecodeString(data)
	block, _ := aes.NewCipher(key[:])
	if err != nil || len(raw)%16 != 0 {
		return x.encode(said("E", 23, "json cmd err"))
	}
	for at := 0; at < len(raw); at += 16 {
		block.Decrypt(raw[at:at+16], raw[at:at+16])
	}
	var asked map[string]string
	if json.Unmarshal(bytes.TrimRight(raw, "\x00"), &asked) != nil {
		return x.encode(said("E", 23, "enc json load err"))
	}
	answer := said("E", 135, "check token error")
	if token != "" && asked["token"] == token && time.Now().Before(until) {
		if x.m.spec.Quirks.Locked {
			answer = said("E", 45, "can't access write cmd")
		} else if answer = x.command(asked); x.m.mute() {
			return nil
		}
	}
	plain := x.encode(answer)
	plain = append(plain, make([]byte, (16-len(plain)%16)%16)...)
	for at := 0; at < len(plain); at += 16 {
		block.Encrypt(plain[at:at+16], plain[at:at+16])
	}
	return x.encode(fields{"enc": base64.StdEncoding.EncodeToString(plain)})
}

func (x *whatsminer2) command(asked map[string]string) fields {
	switch asked["cmd"] {
	case "power_off":
		if asked["respbefore"] != "true" && asked["respbefore"] != "false" {
			return said("E", 136, "param respbefore error")
		}
		x.m.stop(0)
	case "power_on":
		x.m.start()
	case "reboot":
		x.m.reboot()
	case "adjust_power_limit":
		watts, err := strconv.Atoi(asked["power_limit"])
		if err != nil || watts < 0 || watts > 99999 {
			return said("E", 136, "param power_limit error")
		}
		x.m.setLimit(float64(watts), true)
	case "update_pools":
		var list []pool
		for _, n := range []string{"1", "2", "3"} {
			if asked["pool"+n] != "" {
				list = append(list, pool{url: asked["pool"+n], user: asked["worker"+n], pass: asked["passwd"+n]})
			}
		}
		x.m.pools.replace(list)
	default:
		return said("E", 14, "invalid cmd")
	}
	return said("S", 131, "API command OK")
}

// crypt is the last part of crypt(3) by its method 1 (FreeBSD's MD5), written
// from its description.
func crypt(password, salt string) string {
	pw := []byte(password)
	inner := md5.Sum([]byte(password + salt + password))
	var b bytes.Buffer
	b.WriteString(password + "$1$" + salt)
	for i := len(pw); i > 0; i -= 16 {
		b.Write(inner[:min(16, i)])
	}
	for i := len(pw); i > 0; i >>= 1 {
		if i&1 == 1 {
			b.WriteByte(0)
		} else {
			b.WriteByte(pw[0])
		}
	}
	sum := md5.Sum(b.Bytes())
	for i := range 1000 {
		var round bytes.Buffer
		first, last := pw, sum[:]
		if i%2 == 0 {
			first, last = sum[:], pw
		}
		round.Write(first)
		if i%3 != 0 {
			round.WriteString(salt)
		}
		if i%7 != 0 {
			round.Write(pw)
		}
		round.Write(last)
		sum = md5.Sum(round.Bytes())
	}
	const alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	var out strings.Builder
	write := func(v uint32, n int) {
		for range n {
			out.WriteByte(alphabet[v&63])
			v >>= 6
		}
	}
	for _, p := range [][3]int{{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}} {
		write(uint32(sum[p[0]])<<16|uint32(sum[p[1]])<<8|uint32(sum[p[2]]), 4)
	}
	write(uint32(sum[11]), 2)
	return out.String()
}
