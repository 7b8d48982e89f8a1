package simulate

import (
	"net/http"
	"time"
)

// gpuPrices is the generic feed of GPU rental prices.
func gpuPrices(w http.ResponseWriter, _ *http.Request, m moment) {
	type price struct {
		GPU    string  `json:"gpu"`
		USD    float64 `json:"usd_per_gpu_hour"`
		Offers int     `json:"offers"`
	}
	prices := []price{}
	for _, r := range m.world.Rentals(m.now) {
		prices = append(prices, price{r.GPU, r.USDHour * m.scale, r.Offers})
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"as_of": m.now.Truncate(time.Minute).Format(time.RFC3339), "currency": "USD", "prices": prices,
	})
}

// tokenPrices is the generic feed of prices of tokens.
func tokenPrices(w http.ResponseWriter, _ *http.Request, m moment) {
	type price struct {
		Model string  `json:"model"`
		USD   float64 `json:"usd_per_mtoken"`
	}
	prices := []price{}
	for _, t := range m.world.TokenPrices(m.now) {
		prices = append(prices, price{t.Model, t.USDPerM * m.scale})
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"as_of": m.now.Truncate(time.Minute).Format(time.RFC3339), "currency": "USD", "prices": prices,
	})
}
