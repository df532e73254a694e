"""Two faces with keys, made once for all tests of this room."""

import pytest

from tests.engine.puppet.keys.sittings import Sitting, sitting


@pytest.fixture(scope="session")
def grave(closed_lips, analyser, gl_context) -> Sitting:
    """The man with his lips closed, and keys with his eyes shut and of a smile."""
    return sitting(closed_lips, ("closed-eyes", "smile"), analyser, gl_context)


@pytest.fixture(scope="session")
def merry(toothy_smile, analyser, gl_context) -> Sitting:
    """The woman who shows her teeth, and keys with her eyes shut and without the smile."""
    return sitting(toothy_smile, ("closed-eyes", "neutral"), analyser, gl_context)
