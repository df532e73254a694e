"""The head, loaded once for all tests of this folder."""

import pytest

from engine.head.model import Head
from engine.head.pack import load_head


@pytest.fixture(scope="session")
def head() -> Head:
    return load_head()
