# Granary's front door: thin over meson. `make run`, `make test`; the others are for those who work on it.

# Every package that anything here needs, by its Debian name.
BUILD_PACKAGES = gcc meson ninja-build pkg-config gettext libgtk-4-dev libadwaita-1-dev libglib2.0-dev libsqlite3-dev \
	libxlsxwriter-dev libcsv-dev libjson-glib-dev shared-mime-info desktop-file-utils
RUN_PACKAGES = adwaita-icon-theme fonts-cantarell
TEST_PACKAGES = $(RUN_PACKAGES) clang-format-14 python3 python3-openpyxl python3-gi python3-pyatspi gir1.2-atspi-2.0 at-spi2-core \
	dbus-x11 xvfb xauth xdotool wmctrl x11-utils xsettingsd openbox imagemagick appstream libxml2-utils man-db groff sqlite3 libubsan1 libasan8 \
	locales gzip
SOAK_PACKAGES = libreoffice-calc-nogui

# Where the full data sets for bench and soak lie.
GRANARY_DATA ?= ../shared/data
export GRANARY_DATA

PYTHON = /usr/bin/python3
CLI = build/src/cli/granary-cli

.PHONY: all build run test bench soak shots install clean format packages-build packages-run packages-test packages-soak

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
packages-test:
	$(call need_packages,$(BUILD_PACKAGES) $(TEST_PACKAGES))
packages-soak:
	$(call need_packages,$(BUILD_PACKAGES) $(TEST_PACKAGES) $(SOAK_PACKAGES))

build/build.ninja:
	meson setup build >/dev/null
build-test/build.ninja:
	meson setup build-test -Dprofile=development >/dev/null
build-asan/build.ninja:
	meson setup build-asan -Dprofile=development -Dapp=false -Db_sanitize=address,undefined -Db_lundef=false >/dev/null

build: packages-build build/build.ninja
	@ninja -C build --quiet

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

bench: packages-test build
	@tests/bench/run-all build

soak: packages-soak build
	@tests/soak build

shots: packages-test build
	@$(PYTHON) tests/ui/shots.py build build/shots

install: build
	@meson install -C build --no-rebuild

format:
	@git ls-files '*.c' '*.h' | xargs clang-format-14 -i

clean:
	rm -rf build build-test build-asan
