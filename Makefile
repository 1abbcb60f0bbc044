# Granary's front door: thin over meson. `make run`, `make test`; the others are for those who work on it.

# Every package that anything here needs, by its Debian name; gcc and make are all that is taken for granted. The lint
# suite holds these lists against what the build calls.
BUILD_PACKAGES = gcc meson ninja-build pkg-config gettext libgtk-4-dev libadwaita-1-dev libglib2.0-dev libsqlite3-dev \
	libxlsxwriter-dev libminizip-dev libcsv-dev libjson-glib-dev libxml2-utils \
	shared-mime-info desktop-file-utils libgtk-4-bin
RUN_PACKAGES = adwaita-icon-theme librsvg2-common fonts-cantarell
# clang-format 14 decides the layout; only Debian 12 has it, so only there the layout is checked.
FORMAT_PACKAGES = $(shell . /etc/os-release; [ "$$VERSION_ID" != 12 ] || echo clang-format-14)
TEST_PACKAGES = $(RUN_PACKAGES) $(FORMAT_PACKAGES) python3 python3-openpyxl python3-gi \
	at-spi2-core dbus-daemon xvfb xauth xdotool wmctrl x11-utils xsettingsd openbox imagemagick poppler-utils appstream \
	man-db groff sqlite3 libubsan1 libasan8 locales gzip
SOAK_PACKAGES = libreoffice-calc-nogui

# Where the full data sets for bench and soak lie.
GRANARY_DATA ?= ../shared/data
export GRANARY_DATA

PYTHON = /usr/bin/python3
CLI = build/src/cli/granary-cli

.PHONY: all build run test fresh bench soak shots install clean format build-measured packages-build packages-run \
	packages-format packages-test packages-soak

.NOTPARALLEL:

all: build

# Asks the package database only; the network is called where something is missing.
define need_packages
	@missing=$$(for p in $(1); do \
	    dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'install ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing:" $$missing; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

packages-build:
	$(call need_packages,$(BUILD_PACKAGES))
packages-run:
	$(call need_packages,$(BUILD_PACKAGES) $(RUN_PACKAGES))
packages-format:
	$(call need_packages,$(FORMAT_PACKAGES))
packages-test:
	$(call need_packages,$(BUILD_PACKAGES) $(TEST_PACKAGES))
packages-soak:
	$(call need_packages,$(BUILD_PACKAGES) $(TEST_PACKAGES) $(SOAK_PACKAGES))

build/build.ninja:
	meson setup build >/dev/null
build-measured/build.ninja:
	meson setup build-measured -Dtests=true >/dev/null

build: packages-build build/build.ninja
	@ninja -C build --quiet

# As it ships, with the programs that measure it: these need packages that the plain build shall not.
build-measured: packages-test build-measured/build.ninja
	@ninja -C build-measured --quiet

# With a display the program opens on the demo shop; without one the terminal program does its planning review.
run: packages-run build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  GSETTINGS_SCHEMA_DIR=build/data build/src/app/granary --demo; \
	else \
	  rm -f build/demo.granary build/demo.granary-wal build/demo.granary-shm && \
	  $(CLI) --shop build/demo.granary demo && \
	  $(CLI) --shop build/demo.granary review -o granary-review.xlsx && \
	  echo "There is no display here: the planning review of the demo shop is in granary-review.xlsx"; \
	fi

test: packages-test
	@tests/run-all

# Both commands on bare machines of both releases: FRESH="trixie" for one of them.
fresh:
	@tests/fresh $(FRESH)

bench: build-measured
	@tests/bench/run-all build-measured

soak: packages-soak build-measured
	@tests/soak build-measured

shots: packages-test build
	@$(PYTHON) tests/ui/shots.py build build/shots

install: packages-run build
	@meson install -C build --no-rebuild

format: packages-format
	@find src tests -name '*.[ch]' | xargs clang-format-14 -i

clean:
	rm -rf build build-test build-asan build-measured
