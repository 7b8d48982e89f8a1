//go:build ignore

// Writes the binding of one compiled contract, as abigen's second version does:
//
//	go run generate.go ABI BIN CONTRACT PACKAGE > FILE
//
// It is abigen without the rest of go-ethereum's command-line tools, which
// would take minutes to build.
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/abigen"
)

func main() {
	if len(os.Args) != 5 {
		log.Fatal("usage: generate ABI BIN CONTRACT PACKAGE")
	}
	abi, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	bin, err := os.ReadFile(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	code, err := abigen.BindV2(
		[]string{os.Args[3]}, []string{string(abi)}, []string{strings.TrimSpace(string(bin))},
		os.Args[4], map[string]string{}, map[string]string{},
	)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(code)
}
