"""The voices of voices.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Voice:
    """name: what its program calls it. package, licence: whence it is, what its package says may be done with it.

    languages: of its sentences. alphabet: of its sounds' names. use: "train" or "test". minutes: how much it says.
    encoding: of what its program reads. variants: of espeak-ng's voices, which list of them.
    """

    name: str
    program: str
    package: str
    licence: str
    speaker: str
    language: str
    alphabet: str
    use: str
    minutes: float
    encoding: str = "utf-8"
    variants: str = ""

    @property
    def languages(self) -> list[str]:
        return self.language.split()


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("voices.toml").read_text(encoding="utf-8"))


def voices() -> list[Voice]:
    return [Voice(**entry) for entry in _table()["voice"]]


def variants(kind: str) -> list[str]:
    """espeak-ng's variants for training or for testing."""
    return _table()["variants"][kind].split()


def ipa_of(alphabet: str, name: str) -> str:
    """A sound of one of festival's voices in IPA; KeyError for one that is not in voices.toml."""
    return _table()["phones"][alphabet][name]
