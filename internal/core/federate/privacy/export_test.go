package privacy

// Classic is epsilon by the older conversion, whose figures are published.
func Classic(a *Account) float64 { return epsilon(a.Divergence, a.Budget.Delta, true) }
