// Package stratum routes hashrate: mining machines that speak Stratum V1
// connect to it, and it hands each of them the work of a destination, a mining
// pool, so that the destinations get the parts of the hashrate that weights,
// contracts or a plan give them.
//
// Whole machines are assigned first; what does not come out even moves a machine
// or two to and fro. All machines of a destination share a few connections to
// its pool, told apart by a piece of the extranonce, so that a switch costs no
// handshake and a share in flight during a switch still goes where its work came
// from.
//
// It decides no destination's part, controls no machine's power and holds no
// money. It is never in the way of the site's safety: machines keep pools of
// their own to fall back to, and a router without a pool sends them there.
package stratum
