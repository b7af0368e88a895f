# make call             phones in real browsers call each other through the sandbox
# make test             all checks and tests
# make check            types, lint, unit and contract tests: the loop of a change
# make lint             types and lint
# make demo             the sandbox, and a page from which you can call by hand
# make build            the package, as it is published
# make size             the size of the browser bundle
# make generate         generated/ and docs/errors.md from the documents in specs/
# make check-generated  fails if a generated file is out of date
# make validate         lints the documents in specs/, with the official AsyncAPI validator too
# make audit            known vulnerabilities of the dependencies
# make package-tools    installs what the package tests need: several versions of TypeScript, and linters
# make bench-faults     how long phones take to recover from network faults
# make soak             many calls in Chromium and Node, which must leak nothing (takes minutes)
# make fuzz             malformed frames, random phones and services, and hostile ones on either side
# make release          VERSION=0.2.0 dates the changelog, sets the version, commits and tags. Publishes nothing
# make clean            removes everything that was built or installed

SHELL := /bin/bash

DEPS := node_modules/.package-lock.json
CODEGEN_DEPS := codegen/node_modules/.package-lock.json
OFFICIAL_DEPS := codegen/official/node_modules/.package-lock.json
PACKAGE_TOOLS_DEPS := test/package/tools/node_modules/.package-lock.json
TSX := node_modules/.bin/tsx

.PHONY: call bench-faults demo test soak fuzz audit validate generate check-generated check lint generate-deps package-tools chromium firefox size build release clean

call: $(DEPS) chromium
	$(TSX) examples/call/main.ts

bench-faults: $(DEPS) chromium
	$(TSX) test/support/requirements.ts coturn namespaces
	$(TSX) test/bench/faults.ts

demo: $(DEPS)
	$(TSX) examples/softphone/serve.ts

test: lint check-generated package-tools
	$(TSX) test/run.ts

fuzz: $(DEPS) chromium
	$(TSX) test/fuzz/main.ts

soak: $(DEPS) chromium
	$(TSX) --expose-gc test/soak/main.ts

check: lint
	npm exec -- vitest run --project unit --project contract

lint: $(DEPS) $(CODEGEN_DEPS)
	npm run --silent lint
	npm run --silent --prefix codegen typecheck

generate: $(CODEGEN_DEPS)
	npm run --silent --prefix codegen generate

check-generated: $(CODEGEN_DEPS)
	npm run --silent --prefix codegen check

validate: $(CODEGEN_DEPS) $(OFFICIAL_DEPS)
	npm run --silent --prefix codegen lint
	npm run --silent --prefix codegen/official validate

audit: build
	$(TSX) test/support/audit.ts

size: $(DEPS)
	npm run --silent size

build: $(DEPS)
	npm run --silent build

release: $(DEPS)
	$(TSX) build/release.ts "$(VERSION)"

generate-deps: $(CODEGEN_DEPS)

package-tools: $(PACKAGE_TOOLS_DEPS)

chromium firefox: $(DEPS)
	$(TSX) test/support/requirements.ts $@

clean:
	rm -rf package node_modules codegen/node_modules codegen/official/node_modules test/package/tools/node_modules

node_modules/.package-lock.json: package.json package-lock.json
	@node -e 'process.exit(+process.versions.node.split(".")[0] >= 20 ? 0 : 1)' || { echo "This project needs Node 20 or later. You have $$(node --version)."; exit 1; }
	npm ci --ignore-scripts
	@touch $@

codegen/node_modules/.package-lock.json: codegen/package.json codegen/package-lock.json
	npm ci --prefix codegen
	@touch $@

codegen/official/node_modules/.package-lock.json: codegen/official/package.json codegen/official/package-lock.json
	npm ci --prefix codegen/official
	@touch $@

test/package/tools/node_modules/.package-lock.json: test/package/tools/package.json test/package/tools/package-lock.json
	npm ci --prefix test/package/tools
	@touch $@
