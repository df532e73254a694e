"""What a worker needs to draw the characters of a database."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.rig.database.draws import SCHEMA, drawn_rig
from engine.rig.database.variety import Looks, drawn_looks

if TYPE_CHECKING:
    import numpy as np

    from engine.head.portrait import HeadPainter
    from engine.rig.values import RigValues

ZOOM = 1.3
"""How near the head is: the face fills the picture, with ears and chin in it."""
BACKGROUND = 128
"""Grey behind the head: a JPEG has no transparency."""

Record = tuple[int, int]
"""Half of the database, and index in it."""


@dataclass(frozen=True)
class PortraitSetting:
    """Called by a worker, it loads the head and gives the work: a record to the bytes of its JPEG.

    size: side of the pictures in pixels. schema: whose characters; source: its text, where it is an artist's own.
    varied: in looks of their own, see `variety`.
    """

    seed: int
    shape: str
    size: int
    schema: str = SCHEMA
    source: bytes = b""
    varied: bool = False

    def __call__(self) -> Callable[[Record], bytes]:
        # Mesa's software renderer would start as many threads as there are processors, in each of as many processes.
        os.environ.setdefault("LP_NUM_THREADS", "0")
        from engine.base.gl import open_context
        from engine.head.pack import load_head
        from engine.head.portrait import HeadPainter
        from engine.photo.writing import encode_picture
        from engine.rig.schema import learn_schema
        from engine.rig.schema_file import own_schema

        if self.source:
            learn_schema(own_schema(self.source, self.schema))
        painter = HeadPainter(load_head(), open_context())

        def portrait(record: Record) -> bytes:
            rig = drawn_rig(self.seed, *record, self.shape, self.schema)
            looks = drawn_looks(self.seed, *record, ZOOM) if self.varied else None
            return encode_picture(portrait_of(painter, rig, self.size, looks), "JPEG")

        return portrait


def portrait_of(painter: "HeadPainter", values: "RigValues", size: int, looks: Looks | None = None) -> "np.ndarray":
    """(size, size, 3) uint8: the picture of a database that these values give, in the usual looks or in others."""
    from engine.head.portrait import HeadView, Skin
    from engine.rig.appearance import skin_for
    from engine.rig.shaping import rig_vertices

    if looks is None:
        drawn = painter.draw(rig_vertices(values), HeadView(zoom=ZOOM), size, skin_for(values, Skin()))
        alpha = drawn[..., 3:].astype("uint16")
        laid = (drawn[..., :3] * alpha + BACKGROUND * (255 - alpha) + 127) // 255
        return laid.astype("uint8")
    return _in_looks(painter, values, size, looks)


def _in_looks(painter: "HeadPainter", values: "RigValues", size: int, looks: Looks) -> "np.ndarray":
    import numpy as np

    from engine.base.opencv import cv2
    from engine.rig.appearance import skin_for
    from engine.rig.shaping import rig_vertices, shaping

    shown = np.tensordot(looks.expression, shaping(values.schema).head.expression_basis, 1)
    drawn = painter.draw(rig_vertices(values) + shown.astype(np.float32), looks.view, size,
                         skin_for(values, looks.skin), pieces=looks.worn)
    behind = cv2.resize(looks.backdrop, (size, size), interpolation=cv2.INTER_CUBIC).clip(0, 255)
    alpha = drawn[..., 3:].astype(np.float32) / 255
    return np.rint(drawn[..., :3] * alpha + behind * (1 - alpha)).astype(np.uint8)
