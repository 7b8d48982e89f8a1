# The two commands that matter: make run, make test. Each sets itself up.
export GOTOOLCHAIN = local
export CGO_ENABLED = 0

GO_SOURCES := $(shell find cmd internal web -name '*.go' -not -path '*/node_modules/*')
WEB_SOURCES := $(shell find web -type f -not -path '*/node_modules/*' -not -path 'web/dist/*' -not -name '*.go' 2>/dev/null)
VERSION := $(shell git describe --always --dirty 2>/dev/null || echo unknown)
# The packages that check properties on drawn cases.
PROPERTIES = go list -f '{{.ImportPath}} {{join .TestImports " "}} {{join .XTestImports " "}}' ./... | grep pgregory.net/rapid | cut -d' ' -f1

.PHONY: run build boards web test test-go properties test-contracts test-race test-web test-browser screenshot lint kernels fuzz bench evidence clean

## run: build everything and start the simulated world with the dashboard on :5000
run: bin/pouwdem
	bin/pouwdem run

build: bin/pouwdem

bin/pouwdem: $(GO_SOURCES) go.mod go.sum web/dist/index.html
	go build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o $@ ./cmd/pouwdem

## boards: static binaries for control boards, whose worker takes light, small tasks
boards:
	GOOS=linux GOARCH=arm GOARM=7 go build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o bin/pouwdem-linux-armv7 ./cmd/pouwdem
	GOOS=linux GOARCH=arm64 go build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o bin/pouwdem-linux-arm64 ./cmd/pouwdem

web: web/dist/index.html

web/dist/index.html: $(WEB_SOURCES)
	cd web && npm ci --no-audit --no-fund && npm run build

## test: everything that CI checks, seeded slices of the long proofs
test: test-go test-contracts test-web test-browser

# Properties are checked on the same cases each time, so that a change is judged by
# what it changes; `make properties` draws new ones. The program under faults is
# timed by the wall: it has the machine to itself.
test-go:
	go vet ./...
	go test $$(go list ./... | grep -vxF "$$($(PROPERTIES))" | grep -v /e2e$$)
	go test $$($(PROPERTIES)) -rapid.seed=20251205
	go test -count 1 -timeout 20m ./e2e

## properties: every property on ten times as many cases, drawn anew
properties:
	go test -count 1 -timeout 60m $$($(PROPERTIES)) -rapid.checks=1000

## test-contracts: the contracts' tests and gas, whether the committed bindings are theirs, and reorganisations of a real node
test-contracts:
	./contracts/test.sh
	./contracts/reorg.sh
	./contracts/bindings/generate.sh --check

test-race:
	CGO_ENABLED=1 go test -race ./internal/service/... ./internal/clock/...

test-web: bin/pouwdem
	cd web && npm run check && npm run types:check && npm test

lint:
	cd tools && go build -o ../.tools/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint
	.tools/golangci-lint run ./...

## kernels: write the assembly of the networks' and the masks' inner loops again
kernels:
	cd tools/kernelgen && go run . -out ../../internal/core/nn/kernel/kernel_amd64.s -stubs ../../internal/core/nn/kernel/kernel_amd64.go -pkg kernel
	cd tools/kernelgen && go run ./masks -out ../../internal/core/federate/secagg/words/words_amd64.s -stubs ../../internal/core/federate/secagg/words/words_amd64.go -pkg words

## fuzz: every parser of outside bytes, a short while each
fuzz:
	./bench/fuzz.sh 10s

bench:
	go test -run '^$$' -bench . -benchmem ./internal/...

## evidence: the long proofs whole, their figures written into docs/
evidence: properties
	./bench/budgets.sh
	./bench/grid.sh
	./bench/forecast.sh
	./bench/work.sh
	POUWDEM_CLUSTER=1 go test -count 1 -run ClusterOfThree ./internal/adapter/bus
	./bench/stratum.sh
	./bench/chain.sh
	./bench/fleet.sh
	./bench/federate.sh
	./bench/optimum.sh --check
	go test -count 1 -run 'Guard|Awarded' ./internal/core/policy/mpc -rapid.checks=10000
	./bench/optimiser.sh
	./bench/learn/control.sh
	./bench/learn/speed.sh
	./bench/learn/results.sh
	POUWDEM_FAULTS=all POUWDEM_WRITE_DOCS=1 go test -count 1 -timeout 60m -run EveryFault ./e2e

clean:
	rm -rf bin .tools web/dist/assets web/dist/index.html

## test-browser: every page of the real binary in Chromium, both themes, three widths; says so and goes on where there is no browser
test-browser: bin/pouwdem
	cd web && POUWDEM_BIN=../bin/pouwdem npm run test:browser

## screenshot: the README's picture, from the running simulated world
screenshot: bin/pouwdem
	cd web && POUWDEM_BIN=../bin/pouwdem npm run screenshot
