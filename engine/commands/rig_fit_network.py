"""``facewright rig fit --method network``: values guessed at one look, brought to the head fitted to the photo."""

import argparse
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.commands.photos import open_photo
from engine.commands.rig_options import told_shape

if TYPE_CHECKING:
    from engine.rig.values import RigValues


def network_fitter(options: argparse.Namespace) -> "Callable[[], tuple[RigValues, dict[str, Any], str]]":
    """What fits so: values, what there is to report of them, and in words. The regressor is read now. UsageError,
    EngineError."""
    from engine.rig.regressor.weights_file import SHIPPED, read_regressor
    from engine.rig.schema import load_schema

    path = options.regressor or SHIPPED
    regressor = read_regressor(path)
    schema = load_schema(options.schema)
    if regressor.schema != schema.name:
        raise UsageError(Text("{0} guesses the values of {1}, not of {2}", path, regressor.schema, schema.name))

    def fit() -> "tuple[RigValues, dict[str, Any], str]":
        from engine.engine import Engine
        from engine.head.fit import fit_head
        from engine.head.pack import load_head
        from engine.rig.regressor.photo_fit import fit_guessed

        with closing(Engine()) as engine:
            photo = open_photo(engine, options.photos[0])
            if not options.face < len(photo.faces):
                raise EngineError(Text("{0}: there is no face {1} in the picture", options.photos[0], options.face))
            shape = told_shape(engine, photo.id, options)
        face = photo.faces[options.face]
        found = fit_guessed(regressor, fit_head(load_head(), face.landmarks, face.blendshapes), photo.picture.pixels,
                            face.landmarks, shape)
        report = {"method": "network", "residual_mm": found.residual_mm, "residual_max_mm": found.residual_max_mm,
                  "landmark_px": found.landmark_px, "landmark_relative": found.landmark_relative}
        return found.values, report, (f"{schema.label}: surface {found.residual_mm:.1f} mm from the photo's head, "
                                      f"landmarks {found.landmark_px:.1f} px")

    return fit
