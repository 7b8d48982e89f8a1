// Package enclave makes and checks a machine's evidence about itself: Intel SGX
// (DCAP quotes of version 3, checked here), Intel TDX and AMD SEV-SNP (checked by
// Google's go-tdx-guest and go-sev-guest), and software evidence that no hardware
// vouches for. It also seals what a program wants to find again, and releases a
// secret to a program that was admitted.
//
// It does not decide who is admitted: that is core/attest's policy.
package enclave
