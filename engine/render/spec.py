"""A renderer, declared once: choosers, flags and their help, dialogs, what is remembered and doctor come from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from engine.base.controls import ControlTable
from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job
from engine.base.look import Look
from engine.base.text import Text
from engine.photo.open_photo import OpenPhoto
from engine.render.request import Patch

if TYPE_CHECKING:
    from engine.render.shared import Shared


class Renderer(Protocol):
    """Who draws the expression of a look. Everything a picture depends on is in the call; nothing is set from outside
    and nothing is read off a renderer afterwards."""

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
             settings: Look) -> Job[Patch | None]:
        """The patch for the face's crop, of a side of `size` or of the crop's if that is less; None for the source."""

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Look], native: np.ndarray,
               settings: Look) -> Job[tuple[Text, ...]]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution; notes."""

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""


@dataclass(frozen=True)
class Division:
    """A look in two: what a renderer draws itself, and what it leaves to the live one, which draws on top of it.

    notes: for the artist, who draws what and why.
    """

    own: Look
    left: Look
    notes: tuple[Text, ...] = ()


class SharingRenderer(Renderer, Protocol):
    """One that leaves to the live renderer what that draws better."""

    def divided(self, photo: OpenPhoto, face: int, look: Look, live: Renderer) -> Job[Division]:
        """Who draws what of an expression on this face; what was worked out for it is kept."""


@dataclass(frozen=True)
class Readiness:
    """How a renderer stands on this machine, for doctor.

    words: one line. trouble: what keeps it from drawing well although it is there, None when nothing does.
    """

    words: Text
    trouble: EngineError | None = None
    data: Any = None


@dataclass(frozen=True, eq=False)
class RendererSpec:
    """id:       stable for ever: the word on the command line and in what is remembered.
    label, help: English, translated by the window; help is one or two sentences.
    build:       makes the renderer, on the thread that will use it, when it is first wanted.
    settings:    its own controls, by ids that are the names of its flags.
    beyond:      ids of the expression's controls in a look that it cannot follow.
    refuse:      raises the same as a UsageError of one line, when there are any.
    asks:        whether an expression asks anything of it.
    remark:      what to say beside a control of the expression, that it cannot be drawn or not well; None for nothing.
    lacking:     why it cannot draw on this machine, with what to do; None when it can. Quick.
    ready:       how it would run here; called only when nothing is lacking.
    models:      ids in the catalogue of what it needs.
    live:        it answers in milliseconds and draws while the hand moves.
    keeps_covers: it leaves what covers a face as the photo shows it; over what others draw, that is laid back.
    whole:       it draws attributes and expression in one; others draw on a face whose attributes are changed already.
    needs_inversion: it draws only faces that were looked for in the generator.
    shares:      it is a `SharingRenderer`.
    """

    id: str
    label: str
    help: str
    build: "Callable[[Shared], Renderer]"
    settings: ControlTable = field(default_factory=lambda: ControlTable(()))
    beyond: Callable[[Look], tuple[str, ...]] = lambda _: ()
    refuse: Callable[[Look], None] = lambda _: None
    asks: Callable[[Look], bool] = bool
    remark: Callable[[str], Text | None] = lambda _: None
    lacking: "Callable[[Shared], EngineError | None]" = lambda _: None
    ready: "Callable[[Shared], Readiness]" = lambda _: Readiness(Text("ready"))
    models: tuple[str, ...] = ()
    live: bool = False
    keeps_covers: bool = False
    whole: bool = False
    needs_inversion: bool = False
    shares: bool = False

    def refusal(self, expression: Look) -> UsageError | None:
        """What it cannot follow of an expression, as an error to raise or to show; None when it follows all."""
        try:
            self.refuse(expression)
        except UsageError as error:
            return error
        return None


def named(specs: Mapping[str, RendererSpec], renderer: str) -> RendererSpec:
    """What is declared of a renderer. UsageError for one that there is not."""
    if renderer not in specs:
        raise UsageError(Text("unknown renderer {0}", repr(renderer)), Text("there is: {0}", ", ".join(specs)))
    return specs[renderer]


def must_be_inverted(spec: RendererSpec, expression: Look, attributes: Look) -> bool:
    """Whether a face must be looked for in the generator before a renderer can draw a look of these two parts. An
    expression that it refuses asks for nothing."""
    return bool(attributes) or spec.needs_inversion and not spec.beyond(expression) and spec.asks(expression)
