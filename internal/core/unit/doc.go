// Package unit names the quantities this program reasons about: power, energy,
// prices, hashrate, efficiency, money, settlement intervals and Central-time
// operating days. A value carries its unit in its type, money is an integer,
// and every instant is UTC.
//
// It is not for formatting pages, for parsing files, or for market rules:
// those live with the packages that own them.
package unit
