"""The game character's head: rig values as a picture and as files. Where the head and the rig meet."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text, verbatim
from engine.photo.arkit import ARKIT_52
from engine.rig.exporters import ExportWishes, RigExport, exporter_for
from engine.rig.files.written import Written
from engine.rig.model import NO_TEXTURES

if TYPE_CHECKING:
    import moderngl

    from engine.head.model import Head
    from engine.head.portrait.camera import HeadView
    from engine.head.portrait.head_texture import Worn
    from engine.head.portrait.painter import HeadPainter
    from engine.head.portrait.piece import Piece
    from engine.head.portrait.skin import Skin
    from engine.rig.model import Textures
    from engine.rig.values import RigValues


class GameHead:
    """Draws and exports the head that rig values describe. Use it on the thread of its OpenGL context."""

    def __init__(self, head: "Callable[[], Head]", context: "Callable[[], moderngl.Context | None]") -> None:
        self._head, self._context = head, context
        self._painter: HeadPainter | None = None

    def draw(self, values: "RigValues", view: "HeadView", size: int, skin: "Skin",
             expression: np.ndarray | None = None, worn: "Worn | None" = None,
             personal: np.ndarray | None = None, pieces: "Sequence[Piece]" = (),
             whole: bool = False) -> Job[np.ndarray]:
        """(size, size, 4) uint8 straight alpha. expression: (52,) ARKit weights 0..1 on top of the values; worn: over
        the plain skin; personal: (V, 3) dm added to the shape; pieces: hair and what else has a mesh of its own;
        whole: from so far away that those are in the picture.

        The first head takes a second or two to prepare, in short steps.
        """
        from engine.head.portrait import prepare_painter
        from engine.head.portrait.camera import holding
        from engine.rig.appearance import skin_for
        from engine.rig.shaping import rig_vertices

        vertices = rig_vertices(values)
        if personal is not None:
            vertices = vertices + personal
        if expression is not None:
            vertices = vertices + np.tensordot(np.asarray(expression, np.float32), self._head().expression_basis, 1)
        if self._painter is None:
            self._painter = yield from prepare_painter(self._head(), self._context())
        if whole and pieces:
            view = holding(view, np.concatenate([piece.shown(vertices) for piece in pieces]))
        return self._painter.draw(vertices, view, size, skin_for(values, skin), worn, pieces)

    def export_all(self, values: "RigValues", paths: Mapping[str, Path], skin: "Skin",
                   wanted: ExportWishes = ExportWishes(), textures: "Mapping[str, Textures]" = NO_TEXTURES,  # noqa: B008
                   personal: np.ndarray | None = None, pieces: "Sequence[Piece]" = ()) -> Job[list[Text]]:
        """Write several files, each read back and compared before it takes its place; the lines say what was written.

        paths: by format, each with that format's suffix. UsageError for another suffix, and for movement without a
        take. For the others see `RigExport`.
        """
        lines: list[Text] = []
        export = RigExport(values, self._head, skin, textures, personal, wanted.take, wanted.engine, wanted.author,
                           pieces)
        for done, path in enumerate(paths.values()):
            yield Progress(done, len(paths), verbatim(path.name))
            lines.append(_line(path, exporter_for(path).write(path, export)))
        return lines

    def release(self) -> None:
        if self._painter is not None:
            self._painter.release()
            self._painter = None


def _line(path: Path, written: Written) -> Text:
    if written.shapes is None:
        return Text("{0}: {1}, read back and found the same", path.name, _size(path))
    if written.personal and written.frames in (None, 1):
        return Text("{0}: {1}, {2} of {3} shapes and the personal one, validated", path.name, _size(path),
                    written.shapes, len(ARKIT_52))
    if written.personal:
        return Text("{0}: {1}, {2} of {3} shapes and the personal one, {4} frames, validated", path.name, _size(path),
                    written.shapes, len(ARKIT_52), written.frames)
    if written.frames in (None, 1):  # a single one is a pose
        return Text("{0}: {1}, {2} of {3} shapes, validated", path.name, _size(path), written.shapes, len(ARKIT_52))
    return Text("{0}: {1}, {2} of {3} shapes, {4} frames, validated", path.name, _size(path), written.shapes,
                len(ARKIT_52), written.frames)


def _size(path: Path) -> Text:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise EngineError(Text("{0} cannot be read back: {1}", path, error.strerror or error)) from error
    return Text("{0} bytes", size) if size < 10_000 else verbatim(f"{size / 1000:.0f} kB")
