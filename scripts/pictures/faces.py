"""The faces of faces.toml: which they are, and how to have them as files."""

import hashlib
import io
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.base.toml_text import parse_toml
from engine.models.catalogue import Source
from engine.models.store import ModelStore
from engine.models.transport.package import fetch_archive

TRUNCATION, SIDE = 0.75, 1024
_TESTS = "face_recognition-1.3.0/tests/test_images"
_PACKAGE = Source("package", "face-recognition", "1.3.0",
                  (("president", f"{_TESTS}/obama.jpg"), ("vice-president", f"{_TESTS}/biden.jpg")), "pip", "sdist",
                  sha256="5e5efdd1686aa566af0d3cc1313b131e4b197657a8ffd03669e6d3fad92705ec")


@dataclass(frozen=True)
class Listed:
    """A face of the list. name: also its file's, without ending; role: "tuning" or "judging"."""

    name: str
    role: str
    shows: str
    seed: int | None = None


def listed_faces() -> list[Listed]:
    """In the order of faces.toml."""
    document = parse_toml((Path(__file__).parent / "faces.toml").read_bytes())
    found = []
    for role in ("tuning", "judging"):
        part = document[role]
        found += [Listed(str(row["seed"]), role, row["shows"], row["seed"]) for row in part["seeds"]]
        found += [Listed(Path(name).stem, role, "sample") for name in part["samples"]]
        found += [Listed(name, role, "portrait") for name in part["portraits"]]
    return found


def collect(folder: Path) -> None:
    """Draw, copy or fetch every face of the list that the folder does not hold yet. EngineError when one cannot be."""
    from engine.generator.load import load_from_store
    from engine.generator.sample import draw, sample_latents
    from engine.photo.writing import write_picture

    folder.mkdir(parents=True, exist_ok=True)
    missing = [face for face in listed_faces() if not any(folder.glob(f"{face.name}.*"))]
    drawn = [face for face in missing if face.seed is not None]
    generator = load_from_store(ModelStore()) if drawn else None
    for face in drawn:
        assert generator is not None and face.seed is not None
        latents = sample_latents(generator, [face.seed], "numpy", TRUNCATION)
        write_picture(folder / f"{face.name}.png", run(draw(generator, latents, SIDE))[0])
        print(face.name, flush=True)
    package: dict[str, bytes] | None = None
    for face in missing:
        if face.shows == "sample":
            (folder / f"{face.name}.jpg").write_bytes((RESOURCES / "samples" / f"{face.name}.jpg").read_bytes())
        elif face.name == "astronaut":
            from skimage import data

            write_picture(folder / "astronaut.png", data.astronaut())
        elif face.shows == "portrait":
            package = _portraits() if package is None else package
            (folder / f"{face.name}.jpg").write_bytes(package[face.name])


def _portraits() -> dict[str, bytes]:
    """The official portraits that a package's tests are made with."""
    held = members(_PACKAGE)
    return {name: held[name] for name, _ in _PACKAGE.members}


def members(package: Source) -> dict[str, bytes]:
    """The named members of a package's archive, checked; nothing of the package is run. EngineError otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        archive = run(fetch_archive(package, Path(folder))).read_bytes()
    if hashlib.sha256(archive).hexdigest() != package.sha256:
        raise EngineError(Text("{0}: is not the package it was", package))
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        found = {}
        for name, place in package.members:
            member = files.extractfile(place)
            assert member is not None
            found[name] = member.read()
    return found
