// Package bitcoin reads the state of the bitcoin network from an instance of
// mempool.space: price, difficulty and its projected change, hashrate, height,
// block fees and the recommended fee rate; and derives hashprice from them.
//
// It is not for pool accounts, for wallets or for verifying blocks.
package bitcoin
