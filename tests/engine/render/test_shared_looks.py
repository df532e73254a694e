"""A look that a renderer shares with the live one: in one picture, previews and files alike."""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pytest

from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.base.text import Text
from engine.networks.residency import Residency
from engine.photo.face import Box, Face
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from engine.render.changed_photos import ChangedPhotos
from engine.render.request import Patch, Rendering
from engine.render.spec import Division, RendererSpec
from engine.render.stages import Stages
from tests.engine.toys import landmarks

BRUSH = Rendering("brush")


@dataclass
class Painter:
    """Adds its strength to a channel of the middle of the face's square, and says on whose photo. Everything of a look
    but "left" is its own."""

    channel: int
    strength: int
    drawn: list[tuple[str, Look]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
             settings: Look) -> Job[Patch | None]:
        yield Progress(0, 1)
        self.drawn.append((photo.id, look))
        crop = photo.crop(face)
        patch = np.zeros((crop.side, crop.side, 4), np.uint8)
        middle = slice(crop.side // 4, 3 * crop.side // 4)
        seen = photo.picture.pixels[crop.y0:crop.y0 + crop.side, crop.x0:crop.x0 + crop.side]
        patch[middle, middle, :3], patch[middle, middle, 3] = seen[middle, middle], 255
        patch[middle, middle, self.channel] += self.strength
        return Patch(patch, (Text("painted"),))

    def finish(self, photo: OpenPhoto, looks: Any, native: np.ndarray, settings: Look) -> Job[tuple[Text, ...]]:
        yield Progress(0, 1)
        for face, look in looks.items():
            self.drawn.append((photo.id, look))
            crop = photo.crop(face)
            middle = slice(crop.side // 4, 3 * crop.side // 4)
            native[crop.y0:, crop.x0:][middle, middle, self.channel] += self.strength * (native.itemsize * 257 - 256)
        return (Text("painted"),) * len(looks)

    def divided(self, photo: OpenPhoto, face: int, look: Look, live: object) -> Job[Division]:
        yield Progress(0, 1)
        own = Look(tuple(item for item in look.items_ if item[0] != "left"))
        left = Look(tuple(item for item in look.items_ if item[0] == "left"))
        return Division(own, left, (Text("who draws what"),) if left else ())

    def draw_in(self, square: np.ndarray, photo: OpenPhoto, face: int, look: Look) -> Job[np.ndarray | None]:
        yield Progress(0, 1)
        patch = np.dstack([square, np.full(square.shape[:2], 255, np.uint8)])
        patch[..., self.channel] += self.strength
        return patch

    def forget(self, photo_id: str) -> None:
        self.forgotten.append(photo_id)


class Attributes:
    def stamp(self, photo: OpenPhoto, face: int) -> str:
        return ""

    def finish(self, photo: OpenPhoto, looks: object, native: np.ndarray) -> Job[tuple[Text, ...]]:
        yield Progress(0, 1)
        assert not looks
        return ()


class Analyser:
    def refine(self, pixels: np.ndarray, face: Face) -> Face:
        return replace(face, score=2.0) if hasattr(face, "score") else face


@dataclass
class House:
    stages: Stages
    brush: Painter
    live: Painter


@pytest.fixture
def house() -> House:
    brush, live, residency = Painter(0, 40), Painter(1, 30), Residency(1 << 26)
    painters: dict[str, Any] = {"brush": brush, "live": live}
    specs = {name: RendererSpec(name, name, "", lambda _: None, keeps_covers=True, live=name == "live",  # type: ignore
                                shares=name == "brush", whole=name == "brush") for name in painters}
    changed = ChangedPhotos(Analyser, residency, 1024, lambda name: None)  # type: ignore[arg-type]
    stages = Stages(Attributes, changed, lambda: live, specs, painters.__getitem__,  # type: ignore[arg-type]
                    lambda look: (look, Look()), residency, lambda: None)  # type: ignore[arg-type,return-value]
    return House(stages, brush, live)


def photo_of(depth: type) -> OpenPhoto:
    native = np.full((200, 200, 3), 100 if depth is np.uint8 else 100 * 257, depth)
    pixels = np.full((200, 200, 3), 100, np.uint8)
    face = Face(0, Box(60, 60, 140, 140), landmarks(80, 4) + 60, np.zeros(52, np.float32),
                np.eye(4, dtype=np.float32), 1.0)
    return OpenPhoto(Picture(pixels, native, None, "0" * 64, None, "PNG"), (face,))


BOTH, OWN, LEFT = Look((("left", 1.0), ("own", 1.0))), Look((("own", 1.0),)), Look((("left", 1.0),))


@pytest.mark.parametrize(("look", "colour", "final"), [
    (BOTH, (140, 130, 100), True), (BOTH, (140, 130, 100), False), (OWN, (140, 100, 100), True),
    (LEFT, (100, 130, 100), True)])
def test_both_are_in_one_picture(house: House, look: Look, colour: tuple[int, ...], final: bool) -> None:
    photo = photo_of(np.uint8)
    patch = run(house.stages.draw(photo, 0, look, 512, final, BRUSH))
    assert patch is not None
    middle = len(patch.pixels) // 2
    assert tuple(patch.pixels[middle, middle, :3]) == colour and patch.pixels[middle, middle, 3] == 255
    assert (Text("who draws what") in patch.notes) == (look != OWN) and (not final or Text("painted") in patch.notes)
    assert all("left" not in drawn for _, drawn in house.brush.drawn)
    if look == BOTH and final:  # the puppet is one of the changed face
        assert [name for name, _ in house.live.drawn] != [photo.id]
    if look == LEFT:
        assert [name for name, _ in house.live.drawn] == [photo.id] and not house.brush.drawn


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_a_file_has_both_in_its_own_depth(house: House, depth: type) -> None:
    photo = photo_of(depth)
    unit = 1 if depth is np.uint8 else 257
    for look, red, green in ((BOTH, 40, 30), (OWN, 40, 0), (LEFT, 0, 30)):
        native = photo.picture.native.copy()
        notes = run(house.stages.finish(photo, {0: look}, native, BRUSH))
        crop = photo.crop(0)
        x, y = crop.x0 + crop.side // 2, crop.y0 + crop.side // 2
        more = native[y, x].astype(int) - 100 * unit
        assert (more > 0).tolist() == [red > 0, green > 0, False] and native.dtype == depth
        assert (native[0] == photo.picture.native[0]).all()
        assert (Text("who draws what") in notes) == (look != OWN)


def test_another_renderer_shares_nothing(house: House) -> None:
    patch = run(house.stages.draw(photo_of(np.uint8), 0, BOTH, 512, True, Rendering("live")))
    assert patch is not None and house.brush.drawn == [] and [look for _, look in house.live.drawn] == [BOTH]
