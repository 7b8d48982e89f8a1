package forecast

// SeasonalNaive is the same hour a week earlier.
func SeasonalNaive(p *Panel, day int) (Day, error) {
	if err := p.Check(day, 7); err != nil {
		return Day{}, err
	}
	return p.Target[day-7], nil
}

// SimilarDay is yesterday from Tuesday to Friday and the same weekday a week
// earlier on the other days. Source: Nogales, Contreras, Conejo and Espinola
// 2002, "Forecasting next-day electricity prices by time series models", as the
// literature has used it since.
func SimilarDay(p *Panel, day int) (Day, error) {
	if err := p.Check(day, 7); err != nil {
		return Day{}, err
	}
	switch p.Date(day).Weekday() {
	case 2, 3, 4, 5:
		return p.Target[day-1], nil
	}
	return p.Target[day-7], nil
}

// Persistence is the same hour yesterday.
func Persistence(p *Panel, day int) (Day, error) {
	if err := p.Check(day, 1); err != nil {
		return Day{}, err
	}
	return p.Target[day-1], nil
}
