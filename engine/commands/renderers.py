"""Options that say who draws, and how, from what is declared of each renderer; shared by the commands that edit."""

import argparse
import sys
from collections.abc import Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

from engine.base.controls import Control
from engine.base.errors import BadValue, UsageError
from engine.base.text import Text
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
    for spec in RENDERERS.values():
        for control in spec.settings:
            group.add_argument(f"--{control.id}", help=f"{spec.id}: {control.help}", **_reading(control))


def _about(spec: RendererSpec) -> str:
    models = f" Its models: facewright models get {' '.join(spec.models)}" if spec.models else ""
    return fill(f"{spec.id}: {spec.help}{models}", 100, subsequent_indent="    ",
                break_on_hyphens=False)  # a command is copied from there


def _reading(control: Control) -> dict[str, Any]:
    words = [choice.word for choice in control.choices if choice.word]
    if words:
        return {"choices": words}
    if control.whole:
        return {"metavar": "N", "type": count}
    return {"metavar": "X", "type": float}


def rendering_from(options: argparse.Namespace) -> Rendering:
    """Who draws, and how. UsageError for a value out of range or of no use with the renderer."""
    spec = RENDERERS[options.renderer]
    given: dict[str, float] = {}
    for other in RENDERERS.values():
        for control in other.settings:
            value = getattr(options, control.id)
            if value is None:
                continue
            if control.id not in spec.settings:
                raise UsageError(Text("--{0} is for --renderer {1} only", control.id, other.id))
            words = {choice.word: choice.value for choice in control.choices if choice.word}
            given[control.id] = words.get(value, value)
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
        print(f"facewright: {note}", file=sys.stderr)
