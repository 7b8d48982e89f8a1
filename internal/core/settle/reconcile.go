package settle

import (
	"fmt"
	"math"

	"github.com/pouw-dem/pouwdem/internal/core/site"
	"github.com/pouw-dem/pouwdem/internal/core/unit"
)

const (
	// reconcileShare is the part of the settlement meter's energy by which it
	// may differ from the submeters: two revenue-grade meters of class 0.5 and
	// an auxiliary load known to some percent.
	reconcileShare = 0.02
	// reconcileFloor, MWh, keeps idle sites from failing on a counter's last digit.
	reconcileFloor = unit.MWh(0.001)
)

// Reconcile holds the settlement meter of a metered interval against its
// submeters. unmetered is the energy at the settlement meter that neither the
// submeters nor the site's auxiliaries (fixed and proportional, see
// [site.Limits]) explain; it is negative where they explain too much. The error
// says that it exceeds 2 % of the settlement meter (at least 1 kWh), and names
// the figures. The settlement meter is what is paid for either way.
func Reconcile(m site.Metered, s *site.Site) (unmetered unit.MWh, err error) {
	hours := m.Interval.Length.Hours()
	if !(hours > 0) {
		return 0, fmt.Errorf("reconcile %s %s: the interval has no length", s.ID, m.Interval.Key())
	}
	var machines unit.MWh
	for _, c := range m.Classes {
		machines += c.MWh
	}
	explained := s.MeterMW(unit.MW(float64(machines) / hours)).Over(m.Interval.Length)
	unmetered = m.SiteMWh - explained
	tolerance := max(unit.MWh(math.Abs(float64(m.SiteMWh)))*reconcileShare, reconcileFloor)
	if unit.MWh(math.Abs(float64(unmetered))) <= tolerance {
		return unmetered, nil
	}
	return unmetered, fmt.Errorf(
		"reconcile %s %s: settlement meter %.4f MWh, submeters %.4f MWh, auxiliaries %.4f MWh: %.4f MWh unexplained, allowed %.4f; check submeters and the site's aux_mw and aux_share",
		s.ID, m.Interval.Key(), float64(m.SiteMWh), float64(machines), float64(explained-machines), float64(unmetered), float64(tolerance))
}
