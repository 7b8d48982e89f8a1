// Package bindings is what the compiled contracts look like from Go: generated
// by abigen from their ABI and creation code, and committed, so that the program
// builds without a Solidity compiler. generate.sh makes the files again.
package bindings
