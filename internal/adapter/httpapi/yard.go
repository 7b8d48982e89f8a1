package httpapi

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/pouw-dem/pouwdem/internal/core/report"
)

// Yard knows the machines that are driven one by one.
type Yard interface {
	Board(ctx context.Context) report.FleetBoard
	// Machines are those of a site and a class, all classes where it is empty; ok
	// is false where the site has none.
	Machines(ctx context.Context, site, class string) (list []report.MachineRow, ok bool)
	Act(ctx context.Context, a FleetAction, by string) (report.FleetEffect, error)
	Troubles() []report.Alert
}

// unlisted is where no machine is driven by itself.
type unlisted struct{}

func (unlisted) Board(context.Context) report.FleetBoard {
	return report.FleetBoard{Sites: []report.FleetSite{}}
}

func (unlisted) Machines(context.Context, string, string) ([]report.MachineRow, bool) {
	return nil, false
}

func (unlisted) Act(context.Context, FleetAction, string) (report.FleetEffect, error) {
	return report.FleetEffect{}, huma.Error404NotFound("this process drives no machine by itself")
}

func (unlisted) Troubles() []report.Alert { return nil }

// FleetAction asks something of machines by hand.
type FleetAction struct {
	Site     string   `json:"site" minLength:"1" maxLength:"64"`
	Action   string   `json:"action" enum:"sleep,wake,power,reboot,cycle,return"`
	Class    string   `json:"class,omitempty" maxLength:"64" doc:"Every machine of the class; or name machines"`
	Machines []string `json:"machines,omitempty" maxItems:"1000"`
	Watts    float64  `json:"watts,omitempty" minimum:"0" maximum:"100000" doc:"Of one machine, for power"`
	Minutes  int      `json:"minutes,omitempty" minimum:"0" maximum:"1440" doc:"How long the plan does not have them; 60 by default"`
	DryRun   bool     `json:"dry_run,omitempty" doc:"Say what would happen and do nothing"`
	Reason   string   `json:"reason" minLength:"1" maxLength:"500"`
}

type machineParams struct {
	Site   string `query:"site" required:"true" maxLength:"64"`
	Class  string `query:"class" maxLength:"64"`
	State  string `query:"state" maxLength:"16" enum:"hashing,starting,draining,asleep,fault,lost,held,open,trouble,"`
	Limit  int    `query:"limit" minimum:"1" maximum:"5000" default:"100"`
	Offset int    `query:"offset" minimum:"0" default:"0"`
}

func (s *Server) yardRoutes(api huma.API) {
	get(api, "/api/fleet/sites", "fleetSites", "Sites whose machines are driven one by one", s.fleetBoard)
	get(api, "/api/fleet/machines", "fleetMachines", "Machines of a site", s.machineList)
	op := operation(http.MethodPost, "/api/fleet/actions", "fleetAction", "Put machines to sleep, wake, dim, reboot them, or approve an outlet", Operator)
	change(api, op, http.StatusOK, s.fleetAct)
}

func (s *Server) fleetBoard(ctx context.Context, _ *nothing) (report.FleetBoard, error) {
	board := s.deps.Yard.Board(ctx)
	board.At, board.Simulated, board.Control = s.deps.Clock.Now(), s.cfg.World == "simulated", s.cfg.Control
	return board, nil
}

func (s *Server) machineList(ctx context.Context, in *machineParams) (report.MachineList, error) {
	list := report.MachineList{At: s.deps.Clock.Now(), Simulated: s.cfg.World == "simulated", Site: in.Site, Class: in.Class, Machines: []report.MachineRow{}}
	all, ok := s.deps.Yard.Machines(ctx, in.Site, in.Class)
	if !ok {
		return list, huma.Error404NotFound("no machine of site " + in.Site + " is driven by itself; /api/fleet/sites lists those that are")
	}
	fits := slices.DeleteFunc(all, func(m report.MachineRow) bool { return !inState(&m, in.State) })
	list.Total = len(fits)
	if in.Offset < len(fits) {
		list.Machines = append(list.Machines, fits[in.Offset:min(len(fits), in.Offset+in.Limit)]...)
	}
	return list, nil
}

func inState(m *report.MachineRow, state string) bool {
	switch state {
	case "":
		return true
	case "held":
		return m.HeldUntil != nil
	case "open":
		return m.Fate == "sent" || m.Fate == "unknown"
	case "trouble":
		return m.Trouble != "" || m.Fate == "failed" || m.Ask != "" || m.Boards < m.BoardsOf && m.State == "hashing"
	}
	return m.State == state
}

func (s *Server) fleetAct(ctx context.Context, in *struct{ Body FleetAction }) (*answer[report.FleetEffect], error) {
	a := in.Body
	if _, ok := s.site(a.Site); !ok {
		return nil, invalid("body.site", a.Site, "no such site; /api/system lists them")
	}
	if strings.TrimSpace(a.Reason) == "" {
		return nil, invalid("body.reason", a.Reason, "say why")
	}
	if (a.Class == "") == (len(a.Machines) == 0) {
		return nil, invalid("body.machines", a.Machines, "name a class or machines, and not both")
	}
	if !a.DryRun {
		if err := s.audit(ctx, "fleet."+a.Action, a.Site, a, a.Reason); err != nil {
			return nil, err
		}
	}
	effect, err := s.deps.Yard.Act(ctx, a, callerOf(ctx).name)
	if err != nil {
		if status, isStatus := errors.AsType[huma.StatusError](err); isStatus {
			return nil, status
		}
		return nil, invalid("body", a.Action, err.Error())
	}
	return &answer[report.FleetEffect]{effect}, nil
}
