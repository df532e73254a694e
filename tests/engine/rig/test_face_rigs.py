"""What the rig system keeps of a photo, and forgets with it."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.base.jobs import Job, Progress, run
from engine.networks.residency import Residency
from engine.rig import fit as fits
from engine.rig.face_rigs import FaceRigs
from engine.rig.schema import learn_schema
from engine.rig.schema_file import own_schema, template
from engine.rig.texture.photo_textures import PhotoTextures
from tests.engine.rig.conftest import forgotten

PHOTO, OTHER = (SimpleNamespace(id=name) for name in ("one", "another"))
MEASURED: Any = SimpleNamespace(head_fit=lambda photo, face: None)


class Baking(PhotoTextures):
    """Bakes nothing in two steps; counts how often."""

    def __init__(self) -> None:
        super().__init__(MEASURED, lambda: None, lambda: None, Residency())  # type: ignore[arg-type, return-value]
        self.baked = 0

    def _baked(self, photo: Any, face: int, fit: Any, side: int) -> Job[Any]:
        yield Progress(0, 1)
        self.baked += 1
        return SimpleNamespace(cost=1)

    def _coloured(self, photo: Any, face: int, unparsed: Any) -> Job[Any]:
        yield Progress(0, 1)
        return object()


def test_textures_of_a_photo_are_forgotten_and_no_others() -> None:
    textures: Any = Baking()
    first, other = run(textures.of(PHOTO, 0)), run(textures.of(OTHER, 0))
    assert run(textures.of(PHOTO, 0)) is first and textures.known(PHOTO, 0) is first and textures.baked == 2
    textures.forget(PHOTO.id)
    assert textures.known(PHOTO, 0) is None and textures.known(OTHER, 0) is other
    assert run(textures.of(PHOTO, 0)) is not first and textures.baked == 3


def test_a_texture_of_a_photo_that_was_closed_meanwhile_is_given_and_not_kept() -> None:
    textures: Any = Baking()
    job = textures.of(PHOTO, 0)
    next(job)
    textures.forget(PHOTO.id)
    assert run(job).cost == 1 and textures.known(PHOTO, 0) is None


def test_what_is_personal_is_found_once_for_each_schema_and_forgotten_with_the_photo(
        monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []
    monkeypatch.setattr(fits, "personal_shape", lambda schema, fit: found.append(schema) or np.zeros((3, 3)))
    nothing: Any = SimpleNamespace(forget=lambda photo: None)
    rigs: Any = FaceRigs(nothing, MEASURED, nothing, nothing, Baking(), nothing)
    with forgotten():
        learn_schema(own_schema(template(), "my-game"))
        for schema in ("face-nn", "face-nn", "my-game", "my-game"):
            rigs._personal_shape(PHOTO, 0, schema)
        assert found == ["face-nn", "my-game"]
        learn_schema(own_schema(template(), "my-game"))  # loaded anew, and perhaps another
        rigs._personal_shape(PHOTO, 0, "my-game")
        rigs._personal_shape(PHOTO, 1, "face-nn")
        rigs._personal_shape(OTHER, 0, "face-nn")
        assert found[2:] == ["my-game", "face-nn", "face-nn"]
        rigs.forget(PHOTO.id)
        rigs._personal_shape(PHOTO, 0, "face-nn")
        rigs._personal_shape(OTHER, 0, "face-nn")
        assert found[5:] == ["face-nn"]
