// Package world is one seeded stochastic process of everything outside a site:
// weather, load, wind and sun, the prices and reserves of ERCOT's day-ahead and
// real-time markets, scarcity and emergencies, bitcoin's price, blocks and
// difficulty, the rental prices of GPUs, and the game prices of the MARA
// hackathon. What it says of a moment depends on the seed, the configuration
// and the moment alone, so any moment can be asked in any order and a restarted
// program finds the same world.
//
// It is not a model of a network, of unit commitment or of bidding, and not for
// forecasting: its moments are near those of 2024 (docs/simulated-world.md),
// its days are not days that were. How it is served is package simulate's
// matter.
package world
