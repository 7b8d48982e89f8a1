// Package learn is the learned policy: a trained agent as one more
// policy.Policy, with what it thought of each mode and what moved it.
//
// Training is internal/service/trainer's, the agent is learn/dsac, what it sees
// and may do is learn/env.
package learn
