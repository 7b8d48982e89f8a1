// Package federate is a round of federated training as both sides see it: what is
// agreed before it, how an update becomes a vector to be added and the sum a
// mean, what is said between a site and the coordinator, and the record of a round
// that is over. Below it, secagg adds up, privacy counts, strategy decides.
//
// It sees plain vectors and knows nothing of what is learnt with them.
package federate
