package taskmarket

// Hurry makes the market try again at once what the bus did not take.
func (m *Market) Hurry() { m.hands.pause = 0 }
