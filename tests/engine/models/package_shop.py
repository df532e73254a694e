"""Small packages made on the spot, and a catalogue row for each: what the tests of downloading download."""

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

from engine.models.catalogue import Catalogue, Model, ModelFile, Source

CONTENT = {"net.bin": bytes(range(256)) * 2000, "more/table.bin": b"table" * 5000}
"""File name -> content of the model that every package carries."""


def model_files(content: dict[str, bytes] = CONTENT) -> tuple[ModelFile, ...]:
    return tuple(ModelFile(name, len(data), hashlib.sha256(data).hexdigest(), name == "net.bin")
                 for name, data in content.items())


def catalogue(*sources: Source, commercial: bool = True, platform: str = "") -> Catalogue:
    return Catalogue((Model("toy", "Toy", "nothing", "Toy licence: not for work", commercial, (), 1, platform,
                            model_files(), sources),))


def make_wheel(folder: Path, name: str = "toy_model", version: str = "1.0",
               content: dict[str, bytes] = CONTENT) -> Path:
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for member, data in content.items():
            wheel.writestr(f"{name}/data/{member}", data)
        wheel.writestr(f"{name}/__init__.py", "raise SystemExit('imported')")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    return path


def make_tar(path: Path, root: str, extra: dict[str, bytes], content: dict[str, bytes] = CONTENT) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for member, data in {**extra, **{f"data/{name}": data for name, data in content.items()}}.items():
            entry = tarfile.TarInfo(f"{root}/{member}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def make_sdist(folder: Path, marker: Path, name: str = "toy_model", version: str = "1.0") -> Path:
    """A source distribution whose build script leaves a file at `marker` when it is run."""
    script = f"import pathlib, setuptools\npathlib.Path({str(marker)!r}).write_text('run')\nsetuptools.setup()\n"
    extra = {"setup.py": script.encode(),
             "PKG-INFO": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode()}
    return make_tar(folder / f"{name}-{version}.tar.gz", f"{name}-{version}", extra)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def package_source(archive: Path, form: str, root: str, client: str = "pip", name: str = "toy-model",
                   version: str = "1.0", digest: str = "") -> Source:
    members = tuple((file, root + file) for file in CONTENT)
    return Source("package", name, version, members, client, form, "", digest or sha256(archive))
