"""Colours into a photo's own profile and back are the same colours."""

from io import BytesIO

import numpy as np
import pytest
from PIL import ImageCms

from engine.base.errors import EngineError
from engine.photo.colour import to_srgb
from engine.photo.into_profile import IntoProfile
from tests.engine.photo.picture_files import wide_profile


@pytest.fixture(scope="module")
def colours() -> np.ndarray:
    return np.random.default_rng(6).random((40, 50, 3)).astype(np.float32)


def test_there_and_back(colours) -> None:
    own = IntoProfile(wide_profile())(colours)
    back = to_srgb(np.rint(own * 255).astype(np.uint8), wide_profile()) / 255
    assert np.abs(own - colours).max() > 0.05  # another profile indeed
    assert np.abs(back - colours).max() < 0.03 and np.abs(back - colours).mean() < 0.004


@pytest.mark.parametrize("profile", [None, ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()])
def test_srgb_changes_nothing(colours, profile) -> None:
    assert IntoProfile(profile)(colours) is colours


def test_the_cube_bends_smoothly(colours) -> None:
    """Between its nodes it is what the profile itself says."""
    from PIL import Image

    pixels = np.random.default_rng(7).integers(0, 256, (64, 64, 3), np.uint8)
    transform = ImageCms.buildTransform(ImageCms.createProfile("sRGB"),
                                        ImageCms.ImageCmsProfile(BytesIO(wide_profile())), "RGB", "RGB",
                                        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
    wanted = np.asarray(ImageCms.applyTransform(Image.fromarray(pixels), transform)).astype(float)
    found = IntoProfile(wide_profile())(pixels.astype(np.float32) / 255) * 255
    assert np.abs(found - wanted).mean() < 0.6 and np.percentile(np.abs(found - wanted), 99) < 3


def test_a_profile_of_no_use_is_srgb_as_when_it_is_shown(colours) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert IntoProfile(lab)(colours) is colours


def test_a_profile_that_can_only_be_read_from(monkeypatch) -> None:
    build = ImageCms.buildTransform

    def one_way(source, target, *given, **also):
        if isinstance(source, ImageCms.core.CmsProfile):  # made here: sRGB comes first only on the way in
            raise ImageCms.PyCMSError("cannot build transform")
        return build(source, target, *given, **also)

    monkeypatch.setattr(ImageCms, "buildTransform", one_way)
    with pytest.raises(EngineError, match="can be shown but not written into"):
        IntoProfile(wide_profile())
