# Needs Go 1.26 or later, a C compiler for SQLite, and Node 20.19 or later for
# the page. `make help` lists what there is.

ADDR ?= 127.0.0.1:8080
GO   ?= go
NPM  ?= npm

LINTER := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# The page is embedded where the tag "page" is set.
TAGS := -tags page

# Tests of the page tell of each test in a line, on a terminal or not.
SPEC := NODE_OPTIONS=--test-reporter=spec

# The commit is stamped into the binary where there is a repository to ask.
VCS := $(shell git rev-parse HEAD >/dev/null 2>&1 || echo -buildvcs=false)

MODULES := static/node_modules/.package-lock.json
PAGE    := static/dist/index.html

export CGO_ENABLED := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SILENT:

.PHONY: run
run: build ## read the sample reports and serve their map (ADDR=127.0.0.1:8080)
	exec bin/frontline demo --addr $(ADDR)

.PHONY: build
build: $(PAGE) ## build the page and bin/frontline
	echo "building bin/frontline"
	$(GO) build $(VCS) $(TAGS) -o bin/frontline ./cmd/frontline

$(PAGE): $(MODULES) $(shell find static/src static/build -type f)
	echo "building the page"
	cd static && $(NPM) run --silent build

# npm writes this file last. Made anew when package-lock.json is.
$(MODULES): static/package-lock.json
	node -e 'const [a, b] = process.versions.node.split("."); process.exit(a * 100 + +b < 2019 ? 1 : 0)' || \
		{ echo "the page needs Node 20.19 or later: see https://nodejs.org/en/download" >&2; exit 1; }
	echo "installing the tools of the page"
	cd static && $(NPM) ci --loglevel=error
	touch $@

.PHONY: test
test: test-go test-page test-browser ## everything that is tested; sets itself up

.PHONY: test-go
test-go: $(PAGE)
	test -z "$$(gofmt -l cmd data geo static/*.go timeline)" || \
		{ echo "gofmt -w these:" >&2; gofmt -l cmd data geo static/*.go timeline >&2; exit 1; }
	$(GO) vet $(TAGS) ./...
	$(GO) test -race -timeout 30m $(TAGS) ./...
	echo "again where clocks are far from UTC"
	TZ=Asia/Damascus $(GO) test -count=1 -timeout 30m $(TAGS) ./cmd/... ./timeline/...

.PHONY: test-page
test-page: $(MODULES)
	cd static && $(NPM) run --silent check
	cd static && $(SPEC) $(NPM) run --silent test

FIND_CHROMIUM := for c in "$$CHROMIUM" chromium chromium-browser google-chrome; do command -v "$$c" && break; done

.PHONY: test-browser
test-browser: build chromium
	cd static && $(SPEC) CHROMIUM="$$($(FIND_CHROMIUM))" $(NPM) run --silent test:browser

.PHONY: chromium
chromium:
	if ! { $(FIND_CHROMIUM); } >/dev/null; then \
		if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
			echo "installing Chromium" && apt-get update -qq && \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
		else \
			echo "the browser tests need Chromium: sudo apt-get install -y chromium, or CHROMIUM=/path/to/chrome make test" >&2; exit 1; \
		fi; \
	fi

.PHONY: screenshots
screenshots: build chromium ## take the pictures in static/docs anew
	cd static && CHROMIUM="$$($(FIND_CHROMIUM))" $(NPM) run --silent screenshots
	d=$$(mktemp -d) && trap 'rm -rf "$$d"' EXIT && bin/frontline ingest --db $$d/samples.db data/reports >/dev/null && \
		bin/frontline map --on 2017-09-15 --db $$d/samples.db --width 1200 --out static/docs/map-2017-09-15.png

.PHONY: accuracy
accuracy: ## take the figures in timeline/extract/ACCURACY.md anew
	$(GO) test -count=1 ./cmd/frontline -run '^TestAccuracyPage$$' -update

.PHONY: lint
lint: $(PAGE) ## what .golangci.yml asks for
	$(GO) run $(LINTER) run --build-tags page

.PHONY: bench
bench: ## how fast the parts are
	$(GO) test -run '^$$' -bench . -benchmem ./...

.PHONY: clean
clean: ## remove what was built and installed here
	rm -rf bin static/dist static/node_modules static/test-results

.PHONY: help
help: ## this list
	sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 12
