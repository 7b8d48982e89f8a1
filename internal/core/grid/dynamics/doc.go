// Package dynamics follows a network through the seconds after something
// happens to it: machines swing, governors and exciters act, loads that are
// made of electronics let go and come back. It finds critical clearing times,
// the highest and lowest frequency after a loss, and the eigenvalues of the
// system at rest.
//
// States and voltages are integrated together by the trapezoidal rule, each
// step by Newton's method on the blocks of the network (Kundur, Power System
// Stability and Control, 1994, section 13.3.6). Voltages are phasors at nominal
// frequency: what is faster than a few hertz is not seen. Nothing here is for
// electromagnetic transients, protection studies or the control of inverters.
package dynamics
