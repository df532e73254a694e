"""What several rooms' tests ask for: an OpenGL context, an engine."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from engine.base import gl
from engine.engine import Engine
from engine.models.store import ModelStore

if TYPE_CHECKING:
    import moderngl


@pytest.fixture(scope="module")
def context() -> Iterator["moderngl.Context"]:
    """This machine's OpenGL, whatever draws it; without any the test is skipped."""
    opened = gl.open_context()
    if opened is None:
        pytest.skip(f"no OpenGL here: {gl.probe().reason}")
    yield opened
    opened.release()


@pytest.fixture(scope="module")
def engine(model_store: ModelStore) -> Iterator[Engine]:
    """An engine of the module's own, with the user's models."""
    made = Engine(model_store)
    yield made
    made.close()
