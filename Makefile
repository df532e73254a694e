# make run    set up what is missing and open the editor on the sample portrait; without a display, do the same edits
#             and write pictures, the fitted head, a .bytes file and a film under out/
# make test   set up what is missing and run the whole suite
# make fuzz   feed every reader of files 20 000 damaged and hostile ones (FUZZ="preset --files 500" for some of it)
# make lint   ruff and mypy
# make gpu    put the CUDA build of ONNX Runtime in place of the CPU one
# make clean  take away what set-up and tests made; models stay
#
# Everything lives in this folder: .venv/ holds the packages, .cache/ the models.

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
export FACEWRIGHT_DATA ?= $(CURDIR)/.cache/facewright

.PHONY: run test fuzz lint gpu set-up clean

run: set-up
	@$(VENV_PYTHON) scripts/run_sample.py

test: set-up
	QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m pytest $(TESTS)

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
