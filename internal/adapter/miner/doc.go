// Package miner is what every firmware of bitcoin miners is driven through: one
// interface, and the conformance suite (minertest) that each driver passes. Its
// rooms are the firmwares (cgminer, luxos, braiins, whatsminer, antminer), what
// they share (rpc: the cgminer API's framing; loose: JSON as miners write it),
// and discover, which finds machines and says what they run.
//
// A driver carries one command to one machine and never claims more than the
// machine said: that a command was taken is not that it was done. Reading back,
// trying again, ramps and limits are for service/fleet.
package miner
