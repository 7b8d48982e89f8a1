package mfile

import "strings"

// namedConstants are the outputs of MATPOWER's functions of named columns, in
// their order. Source: MATPOWER User's Manual 8.0, appendix B and section 9.4.
func namedConstants(function string) []string {
	names := map[string]string{
		"idx_bus": `PQ PV REF NONE BUS_I BUS_TYPE PD QD GS BS BUS_AREA VM VA BASE_KV ZONE VMAX VMIN LAM_P LAM_Q MU_VMAX MU_VMIN`,
		"idx_gen": `GEN_BUS PG QG QMAX QMIN VG MBASE GEN_STATUS PMAX PMIN MU_PMAX MU_PMIN MU_QMAX MU_QMIN
			PC1 PC2 QC1MIN QC1MAX QC2MIN QC2MAX RAMP_AGC RAMP_10 RAMP_30 RAMP_Q APF`,
		"idx_brch": `F_BUS T_BUS BR_R BR_X BR_B RATE_A RATE_B RATE_C TAP SHIFT BR_STATUS PF QF PT QT MU_SF MU_ST
			ANGMIN ANGMAX MU_ANGMIN MU_ANGMAX`,
		"idx_cost": `PW_LINEAR POLYNOMIAL MODEL STARTUP SHUTDOWN NCOST COST`,
		"idx_ct": `CT_LABEL CT_PROB CT_TABLE CT_TBUS CT_TGEN CT_TBRCH CT_TAREABUS CT_TAREAGEN CT_TAREABRCH CT_ROW CT_COL
			CT_CHGTYPE CT_REP CT_REL CT_ADD CT_NEWVAL CT_TLOAD CT_TAREALOAD CT_LOAD_ALL_PQ CT_LOAD_FIX_PQ CT_LOAD_DIS_PQ
			CT_LOAD_ALL_P CT_LOAD_FIX_P CT_LOAD_DIS_P CT_TGENCOST CT_TAREAGENCOST CT_MODCOST_F CT_MODCOST_X`,
		"idx_dcline": `F_BUS T_BUS BR_STATUS PF PT QF QT VF VT PMIN PMAX QMINF QMAXF QMINT QMAXT LOSS0 LOSS1
			MU_PMIN MU_PMAX MU_QMINF MU_QMAXF MU_QMINT MU_QMAXT`,
	}
	return strings.Fields(names[function])
}

// constantValue is the value of a function's output i, from 0.
func constantValue(function string, i int) float64 {
	values := map[string][]float64{
		"idx_bus":  {1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17},
		"idx_gen":  {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 22, 23, 24, 25, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21},
		"idx_brch": {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 12, 13, 20, 21},
		"idx_cost": {1, 2, 1, 2, 3, 4, 5},
		"idx_ct":   {1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 1, 2, 3, 7, 7, 8, 1, 2, 3, 4, 5, 6, 9, 10, -1, -2},
	}
	if of, ok := values[function]; ok {
		return of[i]
	}
	return float64(i + 1) // idx_dcline counts
}

// constants executes [A, B, ...] = idx_bus and its kin: each name on the left
// gets the value of its place, whatever it is called.
func (p *interpreter) constants() error {
	var names []string
	if err := p.advance(); err != nil {
		return err
	}
	for !p.is("]") {
		switch {
		case p.tok.kind == name:
			names = append(names, p.tok.text)
		case p.is("~"):
			names = append(names, "")
		case p.is(","):
		default:
			return p.fail("want names between brackets on the left, found %s", p.tok.describe())
		}
		if err := p.advance(); err != nil {
			return err
		}
	}
	if err := p.advance(); err != nil {
		return err
	}
	if err := p.expect("="); err != nil {
		return err
	}
	if p.tok.kind != name || len(namedConstants(p.tok.text)) == 0 || p.tok.text == "idx_dcline" {
		return p.fail("several outputs come only from idx_bus, idx_gen, idx_brch, idx_cost and idx_ct, not from %s", p.tok.describe())
	}
	group := p.tok.text
	if most := len(namedConstants(group)); len(names) > most {
		return p.fail("%s has %d outputs, not %d", group, most, len(names))
	}
	for i, word := range names {
		if word == "" {
			continue
		}
		if err := p.set(word, Scalar(constantValue(group, i))); err != nil {
			return err
		}
	}
	return p.advance()
}
