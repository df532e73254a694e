"""MagicFace of a tiny geometry, written once as files in the public layout and loaded as a user's would be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.expression.magicface.folder import MagicFaceFolder
from engine.expression.magicface.model import MagicFace
from engine.expression.magicface.networks import MagicFaceNetworks, load_networks
from tests.engine.expression.magicface.seeded import write_folders


@pytest.fixture(scope="module", autouse=True)
def _small_networks(one_thread: None) -> None:
    """All networks here are."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> MagicFaceFolder:
    return MagicFaceFolder(*write_folders(tmp_path_factory.mktemp("magicface")))


@pytest.fixture(scope="session")
def make_networks(folder: MagicFaceFolder) -> Callable[[], MagicFaceNetworks]:
    return lambda: load_networks(folder)


@pytest.fixture(scope="session")
def magicface(make_networks: Callable[[], MagicFaceNetworks]) -> MagicFace:
    """Shared: tests leave it as they found it."""
    return MagicFace(make_networks())


@pytest.fixture
def copied(folder: MagicFaceFolder, tmp_path: Path) -> MagicFaceFolder:
    """A folder of one's own to spoil."""
    import shutil

    for name, part in (("magicface", folder.magicface), ("sd15", folder.base)):
        shutil.copytree(part, tmp_path / name)
    return MagicFaceFolder(tmp_path / "magicface", tmp_path / "sd15")
