"""Options that say who draws, and how, from what is declared of each renderer; shared by the commands that edit."""

import argparse
import sys
from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

from engine.base.controls import Control
from engine.base.errors import BadValue, UsageError
from engine.base.note import Note
from engine.base.text import Text, alternatives
from engine.commands.parser import count
from engine.render.request import Rendering
from engine.render.spec import RendererSpec
from engine.systems import RENDERERS, rendering

if TYPE_CHECKING:
    from engine.engine import Engine


def add_renderer_options(parser: argparse.ArgumentParser) -> None:
    """--renderer, and every renderer's own settings."""
    group = parser.add_argument_group("who draws", "\n".join(_about(spec) for spec in RENDERERS.values()))
    group.add_argument("--renderer", choices=list(RENDERERS), default=next(iter(RENDERERS)),
                       help=f"default: {next(iter(RENDERERS))}")
    for name, owners in _settings().items():
        group.add_argument(f"--{name}", dest=name, help=" ".join(f"{spec.id}: {spec.settings[name].help}"
                                                                 for spec in owners),
                           **_reading([spec.settings[name] for spec in owners]))


def _about(spec: RendererSpec) -> str:
    models = f" Its models: facewright models get {' '.join(spec.models)}" if spec.models else ""
    return fill(f"{spec.id}: {spec.help}{models}", 100, subsequent_indent="    ",
                break_on_hyphens=False)  # a command is copied from there


def _settings() -> dict[str, list[RendererSpec]]:
    """Every setting's name, with the renderers that have one of that name."""
    owners: dict[str, list[RendererSpec]] = {}
    for spec in RENDERERS.values():
        for control in spec.settings:
            owners.setdefault(control.id, []).append(spec)
    return owners


def _reading(controls: Sequence[Control]) -> dict[str, Any]:
    words = [word for control in controls for word in _words(control)]
    if words:
        return {"choices": list(dict.fromkeys(words))}
    if all(control.whole for control in controls):
        return {"metavar": "N", "type": count}
    return {"metavar": "X", "type": float}


def _words(control: Control) -> dict[str, float]:
    """Values by the words that stand for them."""
    return {choice.word: choice.value for choice in control.choices if choice.word}


def rendering_from(options: argparse.Namespace) -> Rendering:
    """Who draws, and how. UsageError for a value out of range or of no use with the renderer."""
    spec = RENDERERS[options.renderer]
    given: dict[str, float] = {}
    for name, owners in _settings().items():
        value = getattr(options, name)
        if value is None:
            continue
        if name not in spec.settings:
            raise UsageError(Text("--{0} is for --renderer {1} only", name,
                                  alternatives(owner.id for owner in owners)))
        given[name] = _words(spec.settings[name]).get(value, value)
    try:
        how = rendering(spec.id, given)
    except BadValue as error:
        raise UsageError(error.message, error.hint) from None
    return how


def refuse_lacking(engine: "Engine", how: Rendering) -> None:
    """EngineError, before a photo is opened, when what the renderer needs is not on this machine."""
    lacking = engine.lacking(how.renderer)
    if lacking is not None:
        raise lacking


def tell_notes(notes: Sequence[str]) -> None:
    """Say on stderr what there is to say of how something was drawn."""
    for note in notes:
        helps = f" ({note.remedy})" if isinstance(note, Note) and note.remedy is not None else ""
        print(f"facewright: {note}{helps}", file=sys.stderr)
