"""From sRGB into a photo's own colours, in floating point, for what is written into the photo."""

from io import BytesIO

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.colour import to_srgb
from engine.photo.colour_cube import ColourCube, cube_colours


class IntoProfile:
    """A mapping of sRGB colours to those of an ICC profile, relative colorimetric.

    profile: the photo's, or None for sRGB itself (nothing changes then).
    gray:    whether the photo has one channel; its value then comes three times.

    Raises EngineError for a profile that can only be read from: `decode_picture` gives none.
    """

    def __init__(self, profile: bytes | None, gray: bool = False) -> None:
        self._cube: ColourCube | None = None
        if profile is None:
            return
        colours = cube_colours()
        if not gray and np.array_equal(to_srgb(colours, profile), colours):
            return  # sRGB under one of its many names
        from PIL import Image, ImageCms

        try:
            transform = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(profile)), "RGB",
                "L" if gray else "RGB", renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
        except ImageCms.PyCMSError as error:
            raise EngineError(Text("the photo's colour profile can be shown but not written into"),
                              Text("convert the photo to sRGB first"), str(error)) from error

        def turned(colours: np.ndarray) -> np.ndarray:
            there = np.asarray(ImageCms.applyTransform(Image.fromarray(colours), transform))
            return np.repeat(there[..., None], 3, axis=2) if gray else there

        self._cube = ColourCube(turned)

    def __call__(self, colours: np.ndarray) -> np.ndarray:
        """(h, w, 3) float32 0..1, sRGB to the photo's own."""
        return colours if self._cube is None else self._cube(colours)
