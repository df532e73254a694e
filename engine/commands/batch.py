"""``facewright batch``: presets on many photos, DIR/<preset>/<photo>.png, and one contact sheet."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.commands.parser import count
from engine.errors import EngineError, UsageError
from engine.jobs import Job

if TYPE_CHECKING:
    from engine.engine import Engine
    from engine.expression.presets import Preset

THUMBNAIL = 192
CONTACT_SHEET = "contact-sheet.png"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photos", metavar="PHOTO", type=Path, nargs="+")
    parser.add_argument("--preset", metavar="NAME[,NAME...]", action="append",
                        help="which presets, or `all`, the default; may be repeated")
    parser.add_argument("--face", metavar="N", type=count, default=0, help="which face: 0, the default, is the largest")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="folder to write into")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")
    parser.set_defaults(action=batch)


def batch(options: argparse.Namespace) -> int:
    from contextlib import closing

    from engine.commands import BAD_INPUT, DONE
    from engine.commands.output import finish, print_json
    from engine.contact_sheet import contact_sheet
    from engine.engine import Engine
    from engine.photo.writing import write_picture

    presets = chosen_presets(options.preset or ["all"])
    names = file_names(options.photos)
    rows: list[tuple[str, list[np.ndarray]]] = []
    report: list[dict[str, object]] = []
    with closing(Engine()) as engine:
        for path, name in zip(options.photos, names, strict=True):
            try:
                thumbnails = finish(_photo(engine, path, name, presets, options))
            except EngineError as error:
                if isinstance(error, UsageError):
                    raise
                print(f"facewright: {' '.join(str(error).split())}", file=sys.stderr)
                report.append({"photo": str(path), "error": str(error)})
                continue
            rows.append((name, thumbnails))
            report.append({"photo": str(path), "outputs": [str(_output(options, preset, name)) for preset in presets]})
    if rows:
        sheet = contact_sheet(["source", *(preset.id for preset in presets)], rows)
        write_picture(options.output / CONTACT_SHEET, sheet)
    if options.json:
        print_json({"photos": report, "contact_sheet": str(options.output / CONTACT_SHEET) if rows else None})
    return DONE if len(rows) == len(names) else BAD_INPUT


def chosen_presets(words: list[str]) -> "list[Preset]":
    """The presets that --preset names, each once, in the order named. Raises UsageError."""
    from engine.expression.presets import all_presets, find_preset

    chosen: dict[str, Preset] = {}
    for word in (part.strip() for words_ in words for part in words_.split(",")):
        for preset in (all_presets()[0] if word == "all" else [find_preset(word)]):
            chosen.setdefault(preset.id, preset)
    return list(chosen.values())


def file_names(photos: list[Path]) -> list[str]:
    """A name for each photo's results: its own without ending, numbered where two would be the same."""
    names: list[str] = []
    for photo in photos:
        name, number = photo.stem or "photo", 2
        while name.casefold() in (known.casefold() for known in names):
            name, number = f"{photo.stem}-{number}", number + 1
        names.append(name)
    return names


def _output(options: argparse.Namespace, preset: "Preset", name: str) -> Path:
    return options.output / preset.id / f"{name}.png"


def _photo(engine: "Engine", path: Path, name: str, presets: "list[Preset]",
           options: argparse.Namespace) -> Job[list[np.ndarray]]:
    """Write one photo's pictures; its thumbnails, the source first."""
    from engine.look import Look
    from engine.photo.writing import write_picture

    photo = yield from engine.open(path)
    try:
        for preset in presets:
            native = yield from engine.finish(photo.id, {options.face: preset.look})
            write_picture(_output(options, preset, name), native, photo.picture.profile, photo.picture)
        looks = [Look(), *(preset.look for preset in presets)]
        return (yield from engine.thumbnails(photo.id, options.face, looks, THUMBNAIL))
    finally:
        engine.forget(photo.id)
