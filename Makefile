# What a maintainer calls. JDK 25 and Maven must be there; `make setup` installs what tests need.

MVN := JAVA_HOME=$$(sh build/jdk.sh) mvn -B
SHARED ?= ../shared

OUT ?= dist

.PHONY: build test lint lint-corpus format setup golden real-images snapshot bench bench-large fuzz dist dist-test install-plugin

build:
	$(MVN) -DskipTests package

# All tests that need nothing from outside; installs the Debian packages that they use.
test: setup
	$(MVN) verify

# Formatting only; the compiler runs Error Prone and NullAway in every build.
lint:
	$(MVN) spotless:check

format:
	$(MVN) spotless:apply

setup:
	sh build/setup.sh

# Writes expected outputs anew from what the program prints; review the difference.
golden:
	$(MVN) verify -Dgolden.update=true

# The suite over real root file systems and other projects' test cases, in $(SHARED).
real-images:
	PLIMSOLL_SHARED=$(abspath $(SHARED)) $(MVN) -Ptruth -pl quality/truth,quality/acceptance -am verify -DskipUnitTests=true

# What users install: an archive with a Java runtime of its own and an image, in $(OUT).
dist:
	sh build/dist.sh $(OUT)

# Lints real Dockerfiles and prints how often each rule speaks; with RULE, what it says.
lint-corpus:
	sh build/lint-corpus.sh target/dockerfiles $(RULE)

# Makes `docker scan` of the sources' own program, for the user who calls it.
install-plugin:
	./plimsoll plugin install

# Makes two distributions in different folders, compares their bytes and runs them where no Java is.
dist-test: setup
	PLIMSOLL_SHARED=$(abspath $(SHARED)) $(MVN) -Pdist -pl quality/acceptance -am verify -DskipUnitTests=true

# Builds the advisory snapshot that ships inside from feeds in their own layouts.
snapshot:
	./plimsoll db build --from $(SHARED)/vulndata --out data/advisories --created $(CREATED)

# Measures whole processes on images made here, and store and matching inside a warm JVM.
bench:
	sh build/setup.sh isal
	sh build/bench.sh $(SHARED)/images/alpine-minirootfs-3.20.3-x86_64.tar.gz $(DEBIAN) > docs/benchmarks.draft
	sed -n '/^## A large image/,$$p' docs/benchmarks.md >> docs/benchmarks.draft
	mv docs/benchmarks.draft docs/benchmarks.md

# Measures an image of 10 GB, a million files and 120 layers; needs 1.5 GB of disk and a built tree.
bench-large:
	sed '/^## A large image/,$$d' docs/benchmarks.md > docs/benchmarks.draft
	sh build/bench-large.sh >> docs/benchmarks.draft
	mv docs/benchmarks.draft docs/benchmarks.md

# Looks for inputs that break a parser, FUZZ_SECONDS for each target of quality/fuzz.
fuzz:
	sh build/fuzz.sh $(TARGETS)
