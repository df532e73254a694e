"""Presets: a named look in a small TOML file, shipped with the program or the user's own.

    format = "facewright-preset"
    version = 1
    label = "Happy"
    labels = { zh_CN = "开心", zh_TW = "開心" }      # optional

    [values]                                        # by control id or pair name
    AU12 = 8
    AU6 = 6
"""

import json
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from engine.base.errors import BadValue, EngineError, UsageError
from engine.base.files import read_limited
from engine.base.look import Look
from engine.base.paths import RESOURCES, data_folder
from engine.base.text import Text
from engine.base.toml_text import parse_toml
from engine.base.writing import write_whole
from engine.expression.units import CONTROLS

FORMAT, VERSION = "facewright-preset", 1
LARGEST_FILE = 65_536
"""Bytes; a preset is a few lines, and anything larger is something else."""

SHIPPED_ORDER = ("neutral", "happy", "neutral-smile", "surprised", "sad", "angry", "disgusted", "fearful", "confused")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True)
class Preset:
    """A look with a name.

    id:     file name without suffix; what `--preset` takes.
    label:  English name, or the name its maker typed.
    look:   the values it sets; everything it does not name it leaves at default.
    labels: the name in other languages, by Qt locale name ("zh_CN").
    own:    whether the user made it, and so may delete it.
    """

    id: str
    label: str
    look: Look
    labels: tuple[tuple[str, str], ...] = field(default=())
    own: bool = False

    def label_in(self, locale: str) -> str:
        """The name in a language, English when there is none."""
        return dict(self.labels).get(locale, self.label)


UNSMILE = "unsmile"
"""The control by which presets that do not smile take the smile out that the photo shows."""


def laid_over(preset: Preset) -> Preset:
    """The same preset over the smile that the photo shows."""
    return replace(preset, look=Look(tuple(item for item in preset.look.items_ if item[0] != UNSMILE)))


def own_folder() -> Path:
    """Where the user's presets lie. Not created here."""
    return data_folder() / "presets"


def all_presets(folder: Path | None = None) -> tuple[list[Preset], list[EngineError]]:
    """Shipped presets, then the user's own by label; and what was wrong with files that could not be read."""
    found = [read_preset(RESOURCES / "presets" / f"{name}.toml") for name in SHIPPED_ORDER]
    own: list[Preset] = []
    problems: list[EngineError] = []
    folder = folder or own_folder()
    try:
        paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    except OSError as error:
        return found, [EngineError(Text("{0}: cannot be listed: {1}", folder, error.strerror))]
    for path in paths:
        try:
            own.append(read_preset(path, own=True))
        except EngineError as error:
            problems.append(error)
    return found + sorted(own, key=lambda preset: preset.label.casefold()), problems


def find_preset(name: str, folder: Path | None = None) -> Preset:
    """The preset with this id or label, whatever its case. UsageError when there is none."""
    presets, _ = all_presets(folder)
    wanted = name.strip().casefold()
    for preset in presets:
        if wanted in (preset.id.casefold(), preset.label.casefold()):
            return preset
    raise BadValue(Text("unknown preset {0}", repr(name)),
                   hint=Text("known: {0}", ", ".join(preset.id for preset in presets)))


def read_preset(path: Path, own: bool = False) -> Preset:
    """Read one file. Raises EngineError, and nothing else, whatever the file holds."""
    return parse_preset(read_limited(path, LARGEST_FILE), path.stem, own, name=str(path))


def parse_preset(data: bytes, preset_id: str, own: bool = False, name: str = "") -> Preset:
    """The preset in a file's bytes. Raises EngineError for anything that is not one."""
    name = name or preset_id
    try:
        document = parse_toml(data)
    except ValueError as error:
        raise EngineError(Text("{0}: not a preset file: {1}", name, error)) from None
    if document.get("format") != FORMAT:
        raise EngineError(Text("{0}: not a preset file", name))
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise EngineError(Text("{0}: a preset file without a version", name))
    if version > VERSION:
        raise EngineError(Text("{0}: made by a newer Facewright (preset version {1})", name, version),
                          hint=Text("update Facewright"))
    label, labels, values = document.get("label", preset_id), document.get("labels", {}), document.get("values", {})
    if not isinstance(label, str) or not label.strip():
        raise EngineError(Text("{0}: the label is not a text", name))
    if not isinstance(labels, dict) or not all(isinstance(text, str) for text in labels.values()):
        raise EngineError(Text("{0}: the labels are not texts", name))
    if not isinstance(values, dict):
        raise EngineError(Text("{0}: [values] is not a table", name))
    try:
        look = Look.of(CONTROLS, {key: _number(key, value) for key, value in values.items()})
    except UsageError as error:
        raise EngineError(Text("{0}: {1}", name, error.message), error.hint) from None
    return Preset(preset_id, label, look, tuple(sorted(labels.items())), own)


def save_preset(label: str, look: Mapping[str, float], folder: Path | None = None, replace: bool = False) -> Preset:
    """Write a preset of the user's own, whole or not at all, and read it back.

    Raises EngineError when the label is empty or taken (unless `replace`) or the folder cannot be written.
    """
    label = " ".join(label.split())
    if not label:
        raise EngineError(Text("a preset needs a name"))
    preset_id = _own_id(label)
    if _place(preset_id, folder).exists() and not replace:
        raise EngineError(Text("{0}: there is a preset of this name already", label),
                          hint=Text("choose another name or replace it"))
    return _write(Preset(preset_id, label, Look.of(CONTROLS, look), own=True), folder)


def overwrite_preset(preset: Preset, look: Mapping[str, float], folder: Path | None = None) -> Preset:
    """Give one of the user's own another look; its name stays. EngineError for a shipped one."""
    _refuse_shipped(preset)
    return _write(replace(preset, look=Look.of(CONTROLS, look)), folder)


def rename_preset(preset: Preset, label: str, folder: Path | None = None) -> Preset:
    """Give one of the user's own another name, and its file with it. EngineError for a shipped one, and when the name
    is empty or taken."""
    _refuse_shipped(preset)
    label = " ".join(label.split())
    if not label:
        raise EngineError(Text("a preset needs a name"))
    preset_id = _own_id(label)
    old, new = _place(preset.id, folder), _place(preset_id, folder)
    if new.exists() and not (old.exists() and new.samefile(old)):
        raise EngineError(Text("{0}: there is a preset of this name already", label), hint=Text("choose another name"))
    renamed = _write(Preset(preset_id if new != old else preset.id, label, preset.look, own=True), folder)
    if new != old and not new.samefile(old):  # a disk that tells no capitals from small letters has one file for both
        _remove(old)
    return renamed


def delete_preset(preset: Preset, folder: Path | None = None) -> None:
    """Remove one of the user's own. EngineError for a shipped one or one that cannot be removed."""
    _refuse_shipped(preset)
    _remove(_place(preset.id, folder))


def preset_file(preset: Preset, folder: Path | None = None) -> bytes:
    """One of the user's own as it lies on the disk. EngineError when it cannot be read."""
    return read_limited(_place(preset.id, folder), LARGEST_FILE)


def restore_preset(preset: Preset, data: bytes, folder: Path | None = None, replace: bool = False) -> None:
    """Put back what `preset_file` gave. EngineError when another of its name has come (unless `replace`), and when it
    cannot be written."""
    place = _place(preset.id, folder)
    if place.exists() and not replace:
        raise EngineError(Text("{0}: there is a preset of this name already", preset.label),
                          hint=Text("choose another name or replace it"))
    write_whole(place, data)


def _refuse_shipped(preset: Preset) -> None:
    if not preset.own:
        raise EngineError(Text("{0}: comes with Facewright and cannot be changed or deleted", preset.label),
                          Text("save what is set as a preset of your own"))


def _own_id(label: str) -> str:
    """The id of an own preset of this name. EngineError for a name of the program's own."""
    preset_id = safe_name(label)
    if preset_id.casefold() in SHIPPED_ORDER:
        raise EngineError(Text("{0}: a preset of this name comes with Facewright", label),
                          hint=Text("choose another name"))
    return preset_id


def _place(preset_id: str, folder: Path | None) -> Path:
    return (folder or own_folder()) / f"{preset_id}.toml"


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise EngineError(Text("{0}: cannot be deleted: {1}", path, error.strerror or error)) from None


def _write(preset: Preset, folder: Path | None) -> Preset:
    lines = [f'format = "{FORMAT}"', f"version = {VERSION}", f"label = {_quoted(preset.label)}"]
    for title, rows in (("labels", [(key, _quoted(text)) for key, text in preset.labels]),
                        ("values", [(key, repr(value)) for key, value in preset.look.items()])):
        if rows or title == "values":
            lines += ["", f"[{title}]", *(f"{_quoted(key)} = {value}" for key, value in rows)]
    data = ("\n".join(lines) + "\n").encode("utf-8")
    back = parse_preset(data, preset.id, own=True)
    if back != preset:
        raise EngineError(Text("{0}: the preset does not read back as written", preset.label))
    write_whole(_place(preset.id, folder), data)
    return back


def safe_name(label: str) -> str:
    """A file name on every system: letters, digits, "-" and "_", at most 60 bytes, never a device's name."""
    text = unicodedata.normalize("NFC", label).strip().lower()
    kept = "".join(char if char.isalnum() or char in "-_" else "-" for char in text)
    kept = "-".join(part for part in kept.split("-") if part)
    kept = kept.encode("utf-8", "ignore")[:60].decode("utf-8", "ignore")
    kept = unicodedata.normalize("NFC", kept).rstrip("-") or "preset"
    return f"{kept}-preset" if kept in _RESERVED else kept


def _number(key: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise UsageError(Text("{0}: {1} is not a number", key, repr(str(value)[:40])))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise UsageError(Text("{0}: not a finite number", key))
    return number


def _quoted(text: str) -> str:
    """A TOML basic string. JSON's escapes are TOML's, except that TOML also wants DEL escaped."""
    return json.dumps(text.encode("utf-8", "replace").decode("utf-8"), ensure_ascii=False).replace("\x7f", "\\u007f")
