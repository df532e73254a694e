"""MagicFace of a tiny geometry, written once as files in the public layout and loaded as a user's would be."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch

from engine.expression.magicface.folder import MagicFaceFolder
from engine.expression.magicface.model import MagicFace
from engine.expression.magicface.networks import MagicFaceNetworks, load_networks
from tests.engine.expression.magicface.seeded import write_folders


@pytest.fixture(scope="package", autouse=True)
def _one_thread() -> Iterator[None]:
    """Networks as small as these are slower by tens of times when threads wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


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
