"""What every test may ask for: the models, the face analyser, and pictures with faces."""

import os
import signal
from collections.abc import Iterator

import engine  # noqa: F401 - first: it sets what numpy reads when it loads

# isort: split
import hypothesis
import numpy as np
import pytest

from engine.base.jobs import run
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser

# A suite started in the background is deaf to Ctrl-C and to its terminal's end, and so would be all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# Examples are the same in every run, so that a commit passes or fails for good, and no clock decides.
# `HYPOTHESIS_PROFILE=explore` looks for new ones.
hypothesis.settings.register_profile("build", deadline=None, derandomize=True,
                                     suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("explore", deadline=None, max_examples=1000,
                                     suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "build"))


@pytest.fixture(scope="session")
def model_store() -> ModelStore:
    """The user's own model store, so that models are fetched once and not for every run; by this, when not before."""
    store = ModelStore()
    for model_id in ("face-landmarker", "dlib-identity"):
        if not store.present(model_id):
            run(store.get(model_id))
    return store


@pytest.fixture(scope="session")
def analyser(model_store: ModelStore) -> Iterator[FaceAnalyser]:
    analyser = FaceAnalyser(model_store)
    yield analyser
    analyser.close()


@pytest.fixture(scope="session")
def astronaut() -> np.ndarray:
    """Eileen Collins, NASA (public domain), from scikit-image: (512, 512, 3) uint8, one face of about 110 px."""
    from skimage.data import astronaut

    pixels = np.ascontiguousarray(astronaut())
    pixels.setflags(write=False)
    return pixels


@pytest.fixture(scope="session")
def samples() -> dict[str, np.ndarray]:
    """The bundled sample portraits by name ("neutral", "smile", ...): (H, W, 3) uint8, people who do not exist."""
    from engine.base.paths import RESOURCES
    from engine.photo.picture import read_picture

    return {path.stem: read_picture(path).pixels for path in sorted((RESOURCES / "samples").glob("*.jpg"))}


@pytest.fixture(scope="module")
def one_thread() -> Iterator[None]:
    """Networks of a few numbers are slower by tens of times when threads wait for each other."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
