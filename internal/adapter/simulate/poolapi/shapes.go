package poolapi

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Key and Signature open every simulated account. They guard nothing.
const (
	Key       = "simulated"
	Signature = "simulated-signature"
)

func (a *Account) look() snapshot {
	a.mu.Lock()
	defer a.mu.Unlock()
	s := snapshot{now: a.now(), outs: slices.Clone(a.outs), balance: int64(a.balance), pool: a.terms.Pool}
	for _, name := range slices.Sorted(maps.Keys(a.workers)) {
		w := a.workers[name]
		one := shown{name, w.rate(s.now, 10), w.rate(s.now, 60), w.rate(s.now, 1439), w.last}
		s.short += one.short
		s.hour += one.hour
		s.whole += one.whole
		s.workers = append(s.workers, one)
	}
	today := s.now.Unix() / 86400
	for _, n := range slices.Sorted(maps.Keys(a.days)) {
		d := a.days[n]
		c := credited{time.Unix(n*86400, 0).UTC(), int64(d.earned), int64(d.fee), d.hashrate}
		if c.hashrate == 0 {
			span := 86400.0
			if n == today {
				span = math.Max(1, s.now.Sub(c.start).Seconds())
			}
			c.hashrate = d.work * math.Exp2(32) / span
		}
		s.days = append(s.days, c)
	}
	return s
}

func btc(sats int64) string { return strconv.FormatFloat(float64(sats)/1e8, 'f', 8, 64) }

func write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // a client that went away is its own matter
}

// Braiins answers as Braiins Pool does.
func (a *Account) Braiins() http.Handler {
	mux := http.NewServeMux()
	serve := func(pattern string, answer func(snapshot) any) {
		mux.HandleFunc("GET "+pattern, func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Pool-Auth-Token") != Key && r.Header.Get("SlushPool-Auth-Token") != Key {
				http.Error(w, "forbidden", http.StatusForbidden)
				return
			}
			write(w, answer(a.look()))
		})
	}
	rates := func(short, hour, whole float64) map[string]any {
		return map[string]any{"hash_rate_unit": "Gh/s", "hash_rate_5m": math.Round(short / 1e9), "hash_rate_60m": math.Round(hour / 1e9), "hash_rate_24h": math.Round(whole / 1e9)}
	}
	serve("/accounts/profile/json/btc/{$}", func(s snapshot) any {
		p := rates(s.short, s.hour, s.whole)
		p["current_balance"], p["ok_workers"] = btc(s.balance), len(s.workers)
		return map[string]any{"username": a.Name, "btc": p}
	})
	serve("/accounts/workers/json/btc", func(s snapshot) any {
		all := map[string]any{}
		for _, w := range s.workers {
			one := rates(w.short, w.hour, w.whole)
			one["state"], one["last_share"] = "OK", w.last.Unix()
			if s.now.Sub(w.last) > 15*time.Minute {
				one["state"] = "off"
			}
			all[w.name] = one
		}
		return map[string]any{"btc": map[string]any{"workers": all}}
	})
	serve("/accounts/rewards/json/btc", func(s snapshot) any {
		list := []any{}
		for _, d := range slices.Backward(s.days) {
			one := map[string]any{"date": d.start.Unix(), "total_reward": btc(d.sats), "mining_reward": btc(d.sats)}
			if s.now.Sub(d.start) < 24*time.Hour {
				one["total_reward"] = nil
				if d.sats > 0 {
					one["total_reward"] = btc(d.sats)
				}
			}
			list = append(list, one)
		}
		return map[string]any{"btc": map[string]any{"daily_rewards": list}}
	})
	serve("/accounts/hash_rate_daily/json/btc", func(s snapshot) any {
		list := []any{}
		for _, d := range s.days {
			list = append(list, map[string]any{"date": d.start.Unix(), "hash_rate_unit": "Gh/s", "hash_rate_24h": d.hashrate / 1e9})
		}
		return list
	})
	serve("/accounts/payouts/json/btc", func(s snapshot) any {
		list := []any{}
		for i, o := range s.outs {
			list = append(list, map[string]any{"requested_at_ts": o.at.Unix(), "amount_sats": o.sats, "fee_sats": 0, "status": "confirmed", "tx_id": fmt.Sprintf("simulated-%d", i)})
		}
		return map[string]any{"onchain": list, "lightning": []any{}}
	})
	serve("/stats/json/btc/{$}", func(s snapshot) any {
		return map[string]any{"btc": map[string]any{"hash_rate_unit": "Gh/s", "pool_24h_hash_rate": s.pool / 1e9, "update_ts": s.now.Unix()}}
	})
	return mux
}

// Foundry answers as Foundry USA Pool does.
func (a *Account) Foundry() http.Handler {
	mux := http.NewServeMux()
	serve := func(pattern string, answer func(snapshot) any) {
		mux.HandleFunc("GET "+pattern, func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("X-API-KEY") != Key {
				http.Error(w, `{"message":"Unauthorized"}`, http.StatusUnauthorized)
				return
			}
			write(w, answer(a.look()))
		})
	}
	serve("/workers/{sub}", func(s snapshot) any {
		list := []any{}
		for _, w := range s.workers {
			list = append(list, map[string]any{
				"workerName": w.name, "hashrate5m": int64(w.short / 1e9), "hashrate15m": int64(w.short / 1e9), "hashrate1h": int64(w.hour / 1e9),
				"lastShareTime": w.last.Format("2006-01-02T15:04:05.000-0700"),
			})
		}
		return list
	})
	serve("/v2/earnings/{sub}", func(s snapshot) any {
		list := []any{}
		for _, d := range s.days {
			list = append(list, map[string]any{
				"startTime": d.start.Format("2006-01-02T15:04:05.000-0700"), "totalAmount": float64(d.sats) / 1e8, "poolFeeAmount": float64(d.fee) / 1e8,
				"hashrate": int64(d.hashrate / 1e9),
			})
		}
		return list
	})
	mux.HandleFunc("GET /pool_hashrate", func(w http.ResponseWriter, _ *http.Request) {
		write(w, strconv.FormatFloat(a.look().pool/1e9, 'f', 0, 64))
	})
	return mux
}

// AntPool answers as AntPool does.
func (a *Account) AntPool() http.Handler {
	mux := http.NewServeMux()
	last := int64(0)
	serve := func(pattern string, answer func(snapshot, string) any) {
		mux.HandleFunc("POST "+pattern, func(w http.ResponseWriter, r *http.Request) {
			nonce, err := strconv.ParseInt(r.FormValue("nonce"), 10, 64)
			mac := hmac.New(sha256.New, []byte(Signature))
			mac.Write([]byte(r.FormValue("userId") + r.FormValue("key") + r.FormValue("nonce")))
			a.mu.Lock()
			fresh := err == nil && nonce > last
			if fresh {
				last = nonce
			}
			a.mu.Unlock()
			if !fresh || r.FormValue("key") != Key || r.FormValue("signature") != strings.ToUpper(hex.EncodeToString(mac.Sum(nil))) {
				write(w, map[string]any{"code": 1, "message": "SIGNATURE_INCORRECT"})
				return
			}
			write(w, map[string]any{"code": 0, "message": "ok", "data": answer(a.look(), r.FormValue("type"))})
		})
	}
	hs := func(v float64) string { return strconv.FormatFloat(v, 'f', 0, 64) }
	serve("/api/accountOverview.htm", func(s snapshot, _ string) any {
		return map[string]any{"hsLast10m": hs(s.short), "hsLast1h": hs(s.hour), "hsLast1d": hs(s.whole), "unpaidAmount": btc(s.balance), "userId": a.Name}
	})
	serve("/api/userWorkerList.htm", func(s snapshot, _ string) any {
		rows := []any{}
		for _, w := range s.workers {
			rows = append(rows, map[string]any{"worker": w.name, "last10m": hs(w.short), "last1h": hs(w.hour), "last1d": hs(w.whole)})
		}
		return map[string]any{"rows": rows, "totalRecord": len(rows)}
	})
	serve("/api/paymentHistoryV2.htm", func(s snapshot, kind string) any {
		rows := []any{}
		if kind == "payout" {
			for i, o := range s.outs {
				rows = append(rows, map[string]any{"timestamp": o.at.UTC().Format("2006-01-02 15:04:05"), "amount": btc(o.sats), "txId": fmt.Sprintf("simulated-%d", i)})
			}
			return map[string]any{"rows": rows}
		}
		for _, d := range s.days {
			rows = append(rows, map[string]any{
				"timestamp": d.start.Format("2006-01-02 15:04:05"), "hashrate": fmt.Sprintf("%.2f TH/s", d.hashrate/1e12), "ppsAmount": btc(d.sats), "fppsFeeAmount": "0.00000000",
			})
		}
		return map[string]any{"rows": rows}
	})
	return mux
}

// F2Pool answers as F2Pool's second API does.
func (a *Account) F2Pool() http.Handler {
	mux := http.NewServeMux()
	serve := func(pattern string, answer func(snapshot, map[string]any) any) {
		mux.HandleFunc("POST "+pattern, func(w http.ResponseWriter, r *http.Request) {
			body, err := io.ReadAll(io.LimitReader(r.Body, 64<<10))
			var asked map[string]any
			if err != nil || json.Unmarshal(body, &asked) != nil || asked["currency"] != "bitcoin" {
				write(w, map[string]any{"code": 5001, "msg": "params error: currency"})
				return
			}
			if r.Header.Get("F2P-API-SECRET") != Key {
				write(w, map[string]any{"code": 4001, "msg": "token error"})
				return
			}
			write(w, answer(a.look(), asked))
		})
	}
	rates := func(name string, short, hour, whole float64) map[string]any {
		return map[string]any{"name": name, "hash_rate": short, "h1_hash_rate": hour, "h24_hash_rate": whole}
	}
	serve("/v2/hash_rate/info", func(s snapshot, _ map[string]any) any {
		return map[string]any{"info": rates(a.Name, s.short, s.hour, s.whole), "currency": ""}
	})
	serve("/v2/hash_rate/worker/list", func(s snapshot, _ map[string]any) any {
		list := []any{}
		for _, w := range s.workers {
			status := 0
			if s.now.Sub(w.last) > 15*time.Minute {
				status = 1
			}
			list = append(list, map[string]any{"hash_rate_info": rates(w.name, w.short, w.hour, w.whole), "last_share_at": w.last.Unix(), "status": status})
		}
		return map[string]any{"workers": list}
	})
	serve("/v2/assets/balance", func(s snapshot, _ map[string]any) any {
		credited := s.balance // what today earned is credited tomorrow
		if n := len(s.days); n > 0 && s.now.Sub(s.days[n-1].start) < 24*time.Hour {
			credited -= s.days[n-1].sats
		}
		return map[string]any{"balance_info": map[string]any{"balance": float64(max(credited, 0)) / 1e8}}
	})
	serve("/v2/assets/transactions/list", func(s snapshot, asked map[string]any) any {
		list := []any{}
		if asked["type"] == "payout" {
			for i, o := range s.outs {
				list = append(list, map[string]any{"id": i, "changed_balance": -float64(o.sats) / 1e8, "created_at": o.at.Unix(), "payout_extra": map[string]any{"tx_id": fmt.Sprintf("simulated-%d", i)}})
			}
			return map[string]any{"transactions": list}
		}
		for i, d := range s.days {
			if s.now.Sub(d.start) < 24*time.Hour {
				continue // credited once the day is over
			}
			list = append(list, map[string]any{
				"id": i, "changed_balance": float64(d.sats) / 1e8, "created_at": d.start.Add(32 * time.Hour).Unix(),
				"mining_extra": map[string]any{"mining_date": d.start.Unix(), "hash_rate": d.hashrate},
			})
		}
		return map[string]any{"transactions": list}
	})
	return mux
}

// Luxor answers as Luxor's second API does.
func (a *Account) Luxor() http.Handler {
	mux := http.NewServeMux()
	serve := func(pattern string, answer func(snapshot, *http.Request) any) {
		mux.HandleFunc("GET "+pattern, func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Authorization") != "Bearer "+Key {
				http.Error(w, `{"message":"unauthorized"}`, http.StatusUnauthorized)
				return
			}
			write(w, answer(a.look(), r))
		})
	}
	serve("/pool/workers/BTC", func(s snapshot, _ *http.Request) any {
		list := []any{}
		for _, w := range s.workers {
			status := "ACTIVE"
			if s.now.Sub(w.last) > 15*time.Minute {
				status = "INACTIVE"
			}
			list = append(list, map[string]any{"name": w.name, "hashrate": w.short, "last_share_time": w.last.Format(time.RFC3339), "status": status})
		}
		return map[string]any{"currency_type": "BTC", "workers": list}
	})
	serve("/pool/hashrate-efficiency/BTC", func(s snapshot, r *http.Request) any {
		list := []any{}
		if r.URL.Query().Get("tick_size") == "1h" {
			list = append(list, map[string]any{"date_time": s.now.Add(-time.Hour).Format(time.RFC3339), "hashrate": strconv.FormatFloat(s.hour, 'f', 0, 64), "efficiency": 0.99})
		} else {
			for _, d := range s.days {
				list = append(list, map[string]any{"date_time": d.start.Format("2006-01-02T15:04:05.000Z"), "hashrate": strconv.FormatFloat(d.hashrate, 'f', 0, 64), "efficiency": 0.99})
			}
		}
		return map[string]any{"currency_type": "BTC", "hashrate_efficiency": list}
	})
	serve("/pool/revenue/BTC", func(s snapshot, _ *http.Request) any {
		list := []any{}
		for _, d := range s.days {
			list = append(list, map[string]any{"date_time": d.start.Format(time.RFC3339), "revenue": map[string]any{"currency_type": "BTC", "revenue_type": "MINING", "revenue": float64(d.sats) / 1e8}})
		}
		return map[string]any{"currency_type": "BTC", "revenue": list}
	})
	serve("/pool/payment-settings/BTC", func(s snapshot, _ *http.Request) any {
		return map[string]any{"payment_settings": []any{map[string]any{"balance": float64(s.balance) / 1e8, "status": "ACTIVE"}}}
	})
	serve("/pool/transactions/BTC", func(s snapshot, _ *http.Request) any {
		list := []any{}
		for i, o := range s.outs {
			list = append(list, map[string]any{"date_time": o.at.UTC().Format(time.RFC3339), "currency_amount": -float64(o.sats) / 1e8, "transaction_id": fmt.Sprintf("simulated-%d", i)})
		}
		return map[string]any{"transactions": list}
	})
	serve("/pool/pool-hashrate/BTC", func(s snapshot, _ *http.Request) any {
		return map[string]any{"currency_type": "BTC", "hashrate_24h": strconv.FormatFloat(s.pool, 'f', 0, 64)}
	})
	return mux
}

// Ocean answers as Ocean does.
func (a *Account) Ocean() http.Handler {
	mux := http.NewServeMux()
	serve := func(pattern string, answer func(snapshot) any) {
		mux.HandleFunc("GET "+pattern, func(w http.ResponseWriter, r *http.Request) {
			write(w, map[string]any{"result": answer(a.look())})
		})
	}
	text := func(v float64) string { return strconv.FormatFloat(v, 'f', 0, 64) }
	rates := func(short, hour, whole float64) map[string]any {
		return map[string]any{"hashrate_300s": text(short), "hashrate_3600s": text(hour), "hashrate_86400s": text(whole)}
	}
	serve("/user_hashrate/{address}", func(s snapshot) any { return rates(s.short, s.hour, s.whole) })
	serve("/user_hashrate_full/{address}", func(s snapshot) any {
		all := map[string]any{}
		for _, w := range s.workers {
			all[w.name] = rates(w.short, w.hour, w.whole)
		}
		return map[string]any{"workers": all}
	})
	serve("/statsnap/{address}", func(s snapshot) any {
		return map[string]any{"snap_ts": s.now.Unix(), "unpaid": btc(s.balance)}
	})
	serve("/earnpay/{address}/{start}", func(s snapshot) any {
		earned, paid := []any{}, []any{}
		for _, d := range s.days {
			// Blocks of the day, in two.
			for i := range 2 {
				earned = append(earned, map[string]any{
					"ts": d.start.Add(time.Duration(i) * 6 * time.Hour).Unix(), "satoshis_net_earned": d.sats/2 + int64(i)*(d.sats%2), "fees_collected_satoshis": d.fee / 2,
				})
			}
		}
		for i, o := range s.outs {
			paid = append(paid, map[string]any{"ts": o.at.Unix(), "total_satoshis_net_paid": o.sats, "on_chain_txid": fmt.Sprintf("simulated-%d", i)})
		}
		return map[string]any{"earnings": earned, "payouts": paid}
	})
	serve("/pool_hashrate", func(s snapshot) any {
		return map[string]any{"hashrate_300s": text(s.pool), "hashrate_86400s": text(s.pool)}
	})
	return mux
}

// Handler answers as the pool of that name does; nil for one that is not known.
func (a *Account) Handler(pool string) http.Handler {
	switch pool {
	case "braiins":
		return a.Braiins()
	case "foundry":
		return a.Foundry()
	case "antpool":
		return a.AntPool()
	case "f2pool":
		return a.F2Pool()
	case "luxor":
		return a.Luxor()
	case "ocean":
		return a.Ocean()
	}
	return nil
}
