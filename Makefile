# make run · make test · make check · make drill · make demo · make pins
# Everything is installed into .venv; on Debian as root the font and Chromium come from Debian's packages.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
FONT := fonts-noto-cjk
PORT ?= 8000

.PHONY: run test check drill demo pins font chromium clean

run: $(VENV)/run.stamp font
	$(BIN)/gaoxing serve --port $(PORT)

test: $(VENV)/dev.stamp font chromium
	$(BIN)/python -m pytest -rsR -n auto --dist loadfile -m "not drill and not browser"
	$(BIN)/python -m pytest -rsR -m "browser and not drill"

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

drill: $(VENV)/dev.stamp font chromium
	$(BIN)/python -m pytest -rs -m drill

demo: $(VENV)/run.stamp font
	$(BIN)/gaoxing demo --port $(PORT)

# The pinned requirements with their hashes, made anew from pyproject.toml.
pins: $(VENV)/dev.stamp
	$(PIP) install uv
	$(BIN)/uv pip compile --quiet --custom-compile-command "make pins" --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11 --extra all pyproject.toml requirements/build.in -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --custom-compile-command "make pins" --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11 --extra dev pyproject.toml requirements/build.in -o requirements/dev.txt

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/run.stamp

# The papers need a Chinese face; the browser tests need Debian's Chromium.
font:
	@if [ -n "$$(find /usr/share/fonts /usr/local/share/fonts "$$HOME/.local/share/fonts" -iname '*Noto*CJK*' -print -quit 2>/dev/null)" ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then echo "installing $(FONT)"; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(FONT) >/dev/null; \
	else echo "PDF 需要中文字体，请安装一个软件包 · the papers need a Chinese face, install one package: sudo apt-get install $(FONT)"; fi

chromium:
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then echo "installing chromium"; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	else echo "browser tests are skipped; to run them install one package: sudo apt-get install chromium"; fi

clean:
	rm -rf $(VENV) demo-out build dist
