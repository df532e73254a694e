"""Draw the strips of docs/attributes.md: ``python scripts/attribute_strips.py [PHOTO [FOLDER [PHOTO ...]]]``.

With more photos only a sheet of knobs at their ends is drawn, a row for each (attributes-knobs.jpg), with draft
inversions. PHOTO is Eileen Collins's portrait (NASA, public domain) from scikit-image when it is not given. Its face is
looked for in full first when it is not known yet (three minutes on two cores).
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from engine.attributes.knobs import ATTRIBUTE, KNOBS  # noqa: E402
from engine.base.look import Look  # noqa: E402
from engine.base.opencv import cv2  # noqa: E402
from engine.commands.output import finish  # noqa: E402
from engine.engine import Engine  # noqa: E402
from engine.generator.alignment import align, cut_aligned  # noqa: E402
from engine.generator.sample import sheet  # noqa: E402
from engine.photo.crop import cut  # noqa: E402
from engine.photo.open_photo import OpenPhoto  # noqa: E402
from engine.photo.writing import write_picture  # noqa: E402
from engine.systems import LOOK_CONTROLS  # noqa: E402

CELL = 256
EDITS: tuple[tuple[str, dict[str, float]], ...] = (
    ("smile -2", {"smile": -2}), ("mouth-open 1.5", {"mouth-open": 1.5}), ("yaw -1", {"yaw": -1}),
    ("yaw 1", {"yaw": 1}), ("age -2", {"age": -2}), ("age 2.5", {"age": 2.5}), ("masculine 2", {"masculine": 2}),
    ("glasses 2", {"glasses": 2}), ("hair-length 2", {"hair-length": 2}), ("hair-light 2", {"hair-light": 2}),
    ("hair-gray 2", {"hair-gray": 2}), ("skin-light -2", {"skin-light": -2}), ("lips-red 2", {"lips-red": 2}),
)
MIXES: tuple[tuple[str, dict[str, float]], ...] = tuple(
    (name, {"mix.seed": 5, f"mix.{name}": 100}) for name in
    ("coarse", "middle", "fine", "eyes", "nose", "mouth", "hair"))

ENDS: tuple[tuple[str, dict[str, float]], ...] = (
    ("glasses 3", {"glasses": 3}), ("beard 3", {"beard": 3}), ("hair-length -3", {"hair-length": -3}),
    ("hair-length 3", {"hair-length": 3}), ("fringe 3", {"fringe": 3}), ("age 3", {"age": 3}), ("age -3", {"age": -3}),
    ("smile -3", {"smile": -3}))


def settled(values: dict[str, float]) -> Look | None:
    """The look of values by short names; None when a direction does not come along."""
    named = {name if name.startswith("mix.") else ATTRIBUTE + name: value for name, value in values.items()}
    return Look.of(LOOK_CONTROLS, named) if all(name in KNOBS for name in named) else None


def shown(engine: Engine, photo: OpenPhoto, look: Look) -> np.ndarray:
    """The face's crop in a look, (CELL, CELL, 3), out of the picture as it would be written."""
    square = cut(finish(engine.pictures.finish(photo.id, {0: look})).native, photo.crop(0))[..., :3]
    way = cv2.INTER_AREA if len(square) > CELL else cv2.INTER_CUBIC
    return cv2.resize(square, (CELL, CELL), interpolation=way)


def collins(folder: Path) -> Path:
    from skimage.data import astronaut

    path = folder / "collins.png"
    write_picture(path, np.ascontiguousarray(astronaut()))
    return path


def ends(engine: Engine, paths: list[Path], folder: Path) -> None:
    """A sheet of knobs at their ends, a row for each photo."""
    asked = {caption: settled(values) for caption, values in ENDS}
    pictures: list[np.ndarray] = []
    for path in paths:
        photo = finish(engine.photos.open(path))
        finish(engine.attributes.invert(photo.id, 0, "draft"))
        looks = [Look(), *(look for look in asked.values() if look is not None)]
        place = align(photo.faces[0].landmarks)
        for look in looks:
            native = finish(engine.pictures.finish(photo.id, {0: look})).native[..., :3]
            pictures.append(cut_aligned(native, place, CELL))
        engine.photos.forget(photo.id)
    captions = ["the photo", *(caption for caption, look in asked.items() if look is not None)]
    write_picture(folder / "attributes-knobs.jpg", sheet(pictures, captions * len(paths)))


def main() -> None:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "docs" / "pictures"
    engine = Engine()
    if len(sys.argv) > 3:
        ends(engine, [Path(name) for name in sys.argv[3:]], folder)
        engine.close()
        return
    with tempfile.TemporaryDirectory() as scratch:
        photo = finish(engine.photos.open(Path(sys.argv[1]) if len(sys.argv) > 1 else collins(Path(scratch))))
    found = finish(engine.attributes.invert(photo.id, 0, "full"))
    drawn = np.rint(255 * engine.shared.latents.drawn(photo, 0, 256)).astype(np.uint8)
    for name, edits in (("attributes-on-photo.jpg", EDITS), ("attributes-mix.jpg", MIXES)):
        pictures, captions = [shown(engine, photo, Look())], ["the photo"]
        if edits is EDITS:
            pictures.append(cv2.resize(drawn, (CELL, CELL), interpolation=cv2.INTER_AREA))
            captions.append(f"as drawn ({found.fidelity.psnr:.1f} dB)")
        for caption, values in edits:
            look = settled(values)
            if look is not None:
                pictures.append(shown(engine, photo, look))
                captions.append(caption)
        write_picture(folder / name, sheet(pictures, captions))
        print(f"{folder / name}: {len(pictures)} pictures")
    engine.close()


if __name__ == "__main__":
    main()
