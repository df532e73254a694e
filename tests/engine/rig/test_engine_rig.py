"""Rigs, copies and exports on a real photo, with the whole engine."""

from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.base.look import Look
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.expression.several_faces import SeveralFaces
from engine.expression.units import CONTROLS
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import read_picture
from engine.photo.writing import write_picture
from engine.rig.exporters import ExportWishes
from engine.rig.files.bytes_file import read_bytes
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.movement import pose
from engine.rig.schema import load_schema
from engine.rig.texture.photo_textures import PhotoTextures

SAMPLE, SMILE = RESOURCES / "samples" / "neutral.jpg", RESOURCES / "samples" / "smile.jpg"


@pytest.fixture(scope="module")
def photo(engine: Engine) -> OpenPhoto:
    return run(engine.photos.open(SAMPLE))


def test_who_looks_like_somebody_else_is_told(engine: Engine, photo: OpenPhoto, astronaut: np.ndarray,
                                              tmp_path: Path) -> None:
    darker, other = tmp_path / "darker.png", tmp_path / "other.png"
    write_picture(darker, (photo.picture.pixels * 0.7).astype(np.uint8))
    write_picture(other, astronaut)
    same, somebody = (run(engine.photos.open(path)) for path in (darker, other))
    assert run(engine.rigs.fit_together([photo.id, same.id], "face-nn", "female")).notes == ()
    notes = run(engine.rigs.fit_together([photo.id, same.id, somebody.id], "face-nn", "female")).notes
    assert [str(note) for note in notes] == ["photo 3 may show somebody else than photo 1"]


def test_a_rig_is_fitted_and_drawn_and_the_puppet_still_draws(engine: Engine, photo: OpenPhoto) -> None:
    fit = run(engine.rigs.fit(photo.id, 0, "face-nn", "male"))
    assert fit.values.shape == "male" and fit.residual_mm < 4
    still = run(engine.rigs.draw(fit.values, None, photo.id, 0, 0.0, 0.0, 1.0, 128))
    assert still.shape == (128, 128, 4) and 0.2 < (still[..., 3] > 0).mean() < 0.9
    turned = run(engine.rigs.draw(fit.values, None, photo.id, 0, 40.0, 0.0, 1.0, 128))
    assert not np.array_equal(still, turned)
    # the head and the puppet share one OpenGL context: drawing one must leave the other its own
    look = Look.of(CONTROLS, {"AU12": 8.0, "AU26": 6.0})
    smiling = run(engine.rigs.draw(fit.values, look, photo.id, 0, 0.0, 0.0, 1.0, 128))
    assert not np.array_equal(still, smiling)
    first = run(engine.pictures.thumbnails(photo.id, 0, [look], 96))[0]
    run(engine.rigs.draw(fit.values, None, None, 0, 10.0, 0.0, 1.0, 128))
    assert np.array_equal(run(engine.pictures.thumbnails(photo.id, 0, [look], 96))[0], first)


def test_the_head_becomes_the_person_in_the_photo(engine: Engine, photo: OpenPhoto) -> None:
    values = run(engine.rigs.fit(photo.id, 0, "face-nn")).values

    def drawn(likeness: HeadLikeness) -> np.ndarray:
        return run(engine.rigs.draw(values, None, photo.id, 0, 0.0, 0.0, 1.0, 256, likeness)).astype(int)

    plain, whole = drawn(PLAIN), drawn(HeadLikeness(texture=1.0, shape=1.0))
    own = engine.measured.identity(photo, 0)
    assert np.abs(plain - whole)[plain[..., 3] == 255].mean() > 4
    faces = [engine.shared.analyser.faces(np.ascontiguousarray(head[..., :3].astype(np.uint8)))
             for head in (plain, whole)]
    away = [float(np.linalg.norm(engine.shared.analyser.identity(head[..., :3].astype(np.uint8), found[0]) - own))
            for head, found in zip((plain, whole), faces, strict=True)]
    assert away[1] < away[0] - 0.15  # the network that tells people apart sees more of them
    for one in (HeadLikeness(texture=1.0), HeadLikeness(shape=1.0), HeadLikeness(expression=1.0)):
        assert not np.array_equal(drawn(one), plain)
    yaw, pitch, roll = engine.rigs.pose(photo.id, 0)
    assert abs(yaw - photo.faces[0].yaw) < 8 and abs(pitch) < 30 and abs(roll) < 10


def test_an_expression_is_copied_from_another_photo(engine: Engine, photo: OpenPhoto, tmp_path: Path) -> None:
    look = run(engine.expressions.copy(photo.id, 0, SMILE))
    assert look["AU12L"] > 3 and look["AU12R"] > 3
    engine.photos[photo.id]
    from PIL import Image

    Image.new("RGB", (300, 300), (90, 120, 90)).save(tmp_path / "wall.png")
    with pytest.raises(EngineError, match="no face"):
        run(engine.expressions.copy(photo.id, 0, tmp_path / "wall.png"))


def test_of_several_people_the_one_that_is_meant_is_copied_from(
        engine: Engine, photo: OpenPhoto, tmp_path: Path) -> None:
    from PIL import Image

    smile = Image.open(SMILE).convert("RGB")
    neutral = Image.open(SAMPLE).convert("RGB").resize((smile.width * 2, smile.height * 2))
    both = Image.new("RGB", (neutral.width + smile.width, neutral.height))
    both.paste(neutral, (0, 0))
    both.paste(smile, (neutral.width, 0))
    both.save(tmp_path / "both.png")
    with pytest.raises(SeveralFaces) as asked:
        run(engine.expressions.copy(photo.id, 0, tmp_path / "both.png"))
    large, small = asked.value.pictures
    assert large.shape == small.shape == (160, 160, 3) and not np.array_equal(large, small)
    one = run(engine.expressions.copy(photo.id, 0, tmp_path / "both.png", 0))
    other = run(engine.expressions.copy(photo.id, 0, tmp_path / "both.png", 1))
    assert other["AU12L"] > one.get("AU12L", 0.0) + 2


def test_a_picture_is_exported_and_read_back(engine: Engine, photo: OpenPhoto, tmp_path: Path) -> None:
    look = Look.of(CONTROLS, {"AU26": 5.0})
    lines = run(engine.pictures.export(photo.id, {0: look}, tmp_path / "out.png"))
    found = read_picture(tmp_path / "out.png").native
    assert "found the same" in lines[0] and found.shape == photo.picture.native.shape
    assert not np.array_equal(found, photo.picture.native)
    run(engine.pictures.export(photo.id, {}, tmp_path / "same.jpg"))
    assert (tmp_path / "same.jpg").read_bytes() == SAMPLE.read_bytes()
    before = SAMPLE.read_bytes()
    with pytest.raises(EngineError, match="never written over"):
        run(engine.pictures.export(photo.id, {0: look}, SAMPLE))
    assert SAMPLE.read_bytes() == before
    with pytest.raises(EngineError):
        run(engine.pictures.export(photo.id, {0: look}, tmp_path / "out.png" / "below a file.png"))


def test_a_wide_gamut_photo_becomes_a_bmp_in_srgb(tmp_path: Path) -> None:
    import struct

    from PIL import ImageCms

    from engine.photo.picture import Picture
    from engine.render.picture_export import export_picture

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for entry in range(struct.unpack(">I", profile[128:132])[0]):
        name, start = struct.unpack(">4sI", profile[132 + 12 * entry:140 + 12 * entry])
        if name == b"rXYZ":  # a redder red
            x, y, z = struct.unpack(">iii", profile[start + 8:start + 20])
            profile[start + 8:start + 20] = struct.pack(">iii", int(x * 1.2), int(y * 1.1), z)
    native = np.random.default_rng(0).integers(0, 255, (32, 40, 3)).astype(np.uint8)
    picture = Picture(native, np.zeros_like(native), bytes(profile), "a" * 64, None, "PNG")
    assert "the same" in export_picture(picture, native, tmp_path / "wide.png")
    assert "only nearly" in export_picture(picture, native, tmp_path / "wide.bmp")


def test_every_rig_file_is_written(engine: Engine, tmp_path: Path) -> None:
    values = load_schema("face-nn").defaults("female")
    paths = {kind: tmp_path / f"hero.{kind}" for kind in ("bytes", "json", "glb", "gltf", "obj")}
    lines = run(engine.rigs.export(values, paths))
    assert len(lines) == 5 and all(path.stat().st_size > 100 for path in paths.values())
    assert read_bytes(paths["bytes"]).values.same_as(values) and paths["bytes"].stat().st_size == 400


def test_nothing_is_baked_for_files_that_hold_no_head(engine: Engine, photo: OpenPhoto, tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    def baked(*_: object) -> None:
        raise AssertionError("a texture that no file has")

    monkeypatch.setattr(PhotoTextures, "of", baked)
    values, whole = load_schema("face-nn").defaults("female"), HeadLikeness(texture=1.0, shape=1.0)
    lines = run(engine.rigs.export(values, {"a2f.json": tmp_path / "a.a2f.json"}, photo.id, 0, whole,
                                   ExportWishes(pose({"jawOpen": 0.5}))))
    assert len(lines) == 1
    lines = run(engine.rigs.export(values, {"bytes": tmp_path / "a.bytes"}, photo.id, 0, whole))
    assert len(lines) == 2 and "personal shape" in str(lines[1]), "what it cannot hold is told"
    with pytest.raises(AssertionError):
        run(engine.rigs.export(values, {"glb": tmp_path / "a.glb"}, photo.id, 0, whole))


def test_an_expression_in_the_values_and_one_of_the_face_are_not_added(engine: Engine, photo: OpenPhoto) -> None:
    """Each shape is as strong as the stronger of both."""
    schema, open_wide = load_schema("arkit-52"), Look.of(CONTROLS, {"AU26": 10.0})
    still, ajar, wide = (
        run(engine.rigs.draw(schema.set(schema.defaults(), {"jawOpen": amount}), open_wide, photo.id, 0, size=128))
        for amount in (0.0, 0.1, 1.0))
    assert np.abs(ajar.astype(int) - still).max() <= 1
    assert np.abs(wide.astype(int) - still).max() > 20
