"""From sRGB into a photo's own colours, in floating point, for what is written into the photo."""

from io import BytesIO

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.colour import to_srgb

_NODES = 33
"""Points along an edge of the colour cube that the profile is asked about; between them it is smooth."""


class IntoProfile:
    """A mapping of sRGB colours to those of an ICC profile, relative colorimetric.

    profile: the photo's, or None for sRGB itself (nothing changes then).
    gray:    whether the photo has one channel; its value then comes three times.

    Raises EngineError for a profile that can only be read from.
    """

    def __init__(self, profile: bytes | None, gray: bool = False) -> None:
        self._cube: np.ndarray | None = None
        if profile is None:
            return
        levels = np.rint(np.linspace(0, 255, _NODES)).astype(np.uint8)
        cube = np.stack(np.meshgrid(levels, levels, levels, indexing="ij"), axis=-1).reshape(_NODES, -1, 3)
        if not gray and np.array_equal(to_srgb(cube, profile), cube):
            return  # sRGB under one of its many names
        from PIL import Image, ImageCms

        try:
            transform = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(profile)), "RGB",
                "L" if gray else "RGB", renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
        except ImageCms.PyCMSError as error:
            raise EngineError(Text("the photo's colour profile can be shown but not written into"),
                              Text("convert the photo to sRGB first"), str(error)) from error
        turned = np.asarray(ImageCms.applyTransform(Image.fromarray(cube), transform))
        if gray:
            turned = np.repeat(turned[..., None], 3, axis=2)
        # The nodes lie at levels / 255, which for 33 of them are not quite evenly spaced.
        self._levels = levels.astype(np.float32) / 255
        self._cube = turned.reshape(_NODES, _NODES, _NODES, 3).astype(np.float32) / 255

    def __call__(self, colours: np.ndarray) -> np.ndarray:
        """(h, w, 3) float32 0..1, sRGB to the photo's own."""
        if self._cube is None:
            return colours
        from scipy.ndimage import map_coordinates

        places = np.interp(colours, self._levels, np.arange(_NODES)).transpose(2, 0, 1)
        channels = [map_coordinates(self._cube[..., channel], places, order=1, mode="nearest") for channel in range(3)]
        return np.stack(channels, axis=2).astype(np.float32)
