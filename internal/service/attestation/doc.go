// Package attestation admits programs by their evidence, from both sides: the
// [Gate] asks for it with a nonce that is used once, decides by policy, and
// releases a session key to the key that the evidence is bound to; the [Prover]
// looks at the gate's own evidence first, and then shows its own.
//
// It does not check signatures of hardware (adapter/enclave) nor say what policy
// is (core/attest). What attestation is worth, and what it is not, is written
// there.
package attestation
