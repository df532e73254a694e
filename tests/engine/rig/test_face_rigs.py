"""What the rig system keeps of a photo, and forgets with it."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, run, single
from engine.networks.residency import Residency
from engine.render.photos import Photos
from engine.rig import fit as fits
from engine.rig.face_rigs import FaceRigs
from engine.rig.fit import RigFit
from engine.rig.likeness import HeadLikeness
from engine.rig.looks import FaceLooks
from engine.rig.schema import learn_schema, load_schema
from engine.rig.schema_file import own_schema, template
from engine.rig.texture.photo_textures import PhotoTextures
from tests.engine.rig.conftest import forgotten

PHOTO, OTHER = (SimpleNamespace(id=name, picture=SimpleNamespace(pixels=None),
                                faces=2 * [SimpleNamespace(landmarks=None)]) for name in ("one", "another"))
MEASURED: Any = SimpleNamespace(head_fit=lambda photo, face: None)


class Baking(PhotoTextures):
    """Bakes nothing in two steps; counts how often."""

    def __init__(self) -> None:
        super().__init__(MEASURED, lambda: None, lambda: None, Residency())  # type: ignore[arg-type, return-value]
        self.baked = 0

    def _baked(self, shots: Any, fits: Any, side: int) -> Job[Any]:
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
    monkeypatch.setattr(fits, "personal_shape",
                        lambda schema, *fits, looks, pictures: found.append(schema) or np.zeros((3, 3)))
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


def test_what_is_made_of_several_photos_goes_with_each_of_them() -> None:
    textures: Any = Baking()
    alone, both = run(textures.of(PHOTO, 0)), run(textures.of(PHOTO, 0, others=[OTHER]))
    assert both is not alone and run(textures.of(PHOTO, 0, others=[OTHER])) is both
    textures.forget(OTHER.id)
    assert run(textures.of(PHOTO, 0)) is alone and run(textures.of(PHOTO, 0, others=[OTHER])) is not both


def test_a_fit_asks_again_how_a_face_looks_once_the_model_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[FaceLooks | None] = []
    there: list[Any] = []
    photo: Any = SimpleNamespace(id="one", picture=SimpleNamespace(pixels=None), face=lambda number: None,
                                 faces=[SimpleNamespace(landmarks=None)])
    monkeypatch.setattr(fits, "fit_rig", lambda *given, looks: told.append(looks) or RigFit(*[None] * 3))
    monkeypatch.setattr(fits, "personal_shape", lambda schema, *fits, looks, pictures: told.append(looks))
    rigs: Any = FaceRigs({"one": photo}, MEASURED, *[None] * 2, Baking(), None,  # type: ignore[arg-type, list-item]
                         lambda: there[0] if there else None)
    run(rigs.fit("one", 0, "face-nn"))
    rigs._personal_shape(photo, 0, "face-nn")
    there.append(SimpleNamespace(estimate=lambda pixels, face: (40.0, 1.0)))
    rigs._personal_shape(photo, 0, "face-nn")  # a frame asks nobody
    run(rigs.fit("one", 0, "face-nn"))
    rigs._personal_shape(photo, 0, "face-nn")
    assert told == [None, None, FaceLooks(40.0, 1.0), FaceLooks(40.0, 1.0)]


def test_a_photo_that_is_closed_while_a_head_of_it_is_exported_leaves_no_file(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.rig.face_rigs.pictures_of", lambda texture: single(dict))
    photo: Any = SimpleNamespace(id="one", picture=SimpleNamespace(path=None), faces=[None])
    photos = Photos(lambda: None, lambda photo_id: None)  # type: ignore[arg-type, return-value]
    photos._open["one"] = photo
    written: list[Path] = []
    head: Any = SimpleNamespace(export_all=lambda values, paths, *rest: written.extend(paths.values()))
    wardrobe: Any = SimpleNamespace(of=lambda *given: single(tuple))
    rigs: Any = FaceRigs(photos, MEASURED, head, None, Baking(), wardrobe)  # type: ignore[arg-type]
    job = rigs.export(load_schema("face-nn").defaults(), {"glb": tmp_path / "a.glb"}, "one", 0, HeadLikeness(1.0))
    next(job)
    photos.forget("one")
    with pytest.raises(EngineError, match="no longer open"):
        run(job)
    assert written == [] and list(tmp_path.iterdir()) == []
