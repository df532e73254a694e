# make run    set up what is missing and open the editor on the sample portrait; without a display, do the same edits
#             and write pictures, the fitted head, a .bytes file and a film under out/
# make test   set up what is missing and run the whole suite, in shares, two at a time; TESTS=FOLDER for some of it
# make fuzz   feed every reader of files 20 000 damaged and hostile ones (FUZZ="preset --files 500" for some of it)
# make lint   ruff and mypy
# make gpu    put the CUDA build of ONNX Runtime in place of the CPU one
# make clean  take away what set-up and tests made; models stay
#
# Everything lives in this folder: .venv/ holds the packages, .cache/ the models.

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
export FACEWRIGHT_DATA ?= $(CURDIR)/.cache/facewright

# The suite in shares of about the same length. The last takes what no other names, so that nothing is forgotten.
HEAVY_TESTS := tests/engine/commands tests/engine/expression tests/engine/puppet tests/engine/rig
PYTEST = QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m pytest

.PHONY: run test tests-heavy tests-engine tests-else fuzz lint gpu set-up clean

run: set-up
	@$(VENV_PYTHON) scripts/run_sample.py

ifdef TESTS
test: set-up
	$(PYTEST) $(TESTS)
else
test: set-up
	@echo "Three shares of the suite, two at a time; each is printed when it is done."
	@$(MAKE) --no-print-directory -k -j2 --output-sync=target tests-heavy tests-engine tests-else
endif

tests-heavy:
	$(PYTEST) $(HEAVY_TESTS)

tests-engine:
	$(PYTEST) tests/engine $(addprefix --ignore=,$(HEAVY_TESTS))

tests-else:
	$(PYTEST) tests --ignore=tests/engine

fuzz: set-up
	$(VENV_PYTHON) -m tests.fuzz $(FUZZ)

lint: set-up
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m mypy

gpu:
	@$(PYTHON) scripts/set_up.py --gpu

set-up:
	@$(PYTHON) scripts/set_up.py

clean:
	rm -rf .venv build dist out *.egg-info .pytest_cache .ruff_cache .mypy_cache .hypothesis
