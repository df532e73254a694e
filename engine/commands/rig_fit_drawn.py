"""``facewright rig fit --method drawn``: the values behind a picture that a game's engine drew."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine.base.text import Text
from engine.rig.database.draws import SCHEMA

if TYPE_CHECKING:
    import numpy as np

    from engine.rig.imitator.network import Imitator
    from engine.rig.values import RigValues

_SIDE = 256
"""Of what our own head is drawn at in the last steps, in pixels."""


def drawn_fitter(options: argparse.Namespace,
                 imitator: "Imitator") -> "Callable[[], tuple[RigValues, dict[str, Any], str]]":
    """What fits so: values, what there is to report of them, and in words. With the shipped imitator, which is our own
    head's, the last steps go by that head itself."""
    def fit() -> "tuple[RigValues, dict[str, Any], str]":
        from engine.base.gl import open_context
        from engine.commands.output import finish
        from engine.commands.renderers import tell_notes
        from engine.head.pack import load_head
        from engine.head.portrait import HeadPainter
        from engine.photo.picture import read_picture
        from engine.rig.database.portrait_setting import portrait_of
        from engine.rig.imitator.picture_fit import fit_picture
        from engine.rig.schema import LIVE, PAINT, load_schema
        from engine.rig.values import RigValues

        schema = load_schema(SCHEMA)
        shape = schema.defaults(options.shape).shape
        if not options.shape:
            tell_notes([Text("role shape {0}: a picture that was drawn does not tell it", shape)])
        painter = HeadPainter(load_head(), open_context()) if options.imitator is None else None

        def engine(values: "np.ndarray") -> "np.ndarray":
            assert painter is not None
            return portrait_of(painter, RigValues.of(SCHEMA, values, shape), _SIDE)

        moving = [place for place, slot in enumerate(schema.slots) if slot.state in (LIVE, PAINT)]
        found = finish(fit_picture(read_picture(options.photos[0]).pixels[..., :3], imitator, moving,
                                   engine=engine if painter is not None else None))
        numbers = schema.defaults(options.shape).array()
        numbers[:len(found.values)] = found.values
        report = {"method": "drawn", "difference": found.difference, "difference_at_first": found.begun}
        return (RigValues.of(SCHEMA, numbers, shape), report,
                str(Text("{0}: the pictures differ by {1} (at first {2})", schema.label, f"{found.difference:.4f}",
                         f"{found.begun:.4f}")))

    return fit
