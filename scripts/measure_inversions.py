"""Look for the faces of photos in the generator, and tell how near it came: the table and picture of docs/inversion.md.

    python scripts/measure_inversions.py [PHOTO[:FACE] ...] [--cache FOLDER] [--picture SHEET.jpg] [--skip-full]

Without photos: NASA's portrait that the tests edit and the bundled generated ones. What is in the cache folder already
is not looked for again; drafts and full ones are kept apart there.
"""

import argparse
from pathlib import Path

import numpy as np

import engine  # noqa: F401 - first: it sets what numpy reads when it loads

# isort: split
from engine.base.jobs import run
from engine.base.opencv import cv2
from engine.base.paths import RESOURCES, data_folder
from engine.generator.alignment import align, cut_aligned
from engine.generator.inversion.fidelity import likeness, with_identity
from engine.generator.inversion.result import Fidelity
from engine.generator.inversion.target import make_target
from engine.generator.latent_faces import LatentFaces
from engine.models.store import ModelStore
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser
from engine.photo.contact_sheet import contact_sheet
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture, decode_picture, read_picture
from engine.photo.writing import write_picture

SIDE = 300


def pictures(names: list[str]) -> list[tuple[str, Picture, int]]:
    """(name, picture, face) of each argument, or of the defaults."""
    if names:
        split = [name.rpartition(":") if name.rpartition(":")[2].isdigit() else (name, "", "0") for name in names]
        return [(f"{Path(path).stem} {face}", read_picture(path), int(face)) for path, _, face in split]
    from skimage.data import astronaut

    data = cv2.imencode(".png", cv2.cvtColor(astronaut(), cv2.COLOR_RGB2BGR))[1].tobytes()
    bundled = sorted((RESOURCES / "samples").glob("*.jpg"))
    return [("astronaut", decode_picture(data, "astronaut.png"), 0),
            *((path.stem, read_picture(path), 0) for path in bundled)]


def measured(faces: LatentFaces, photo: OpenPhoto, face: int, code: np.ndarray, analyser: FaceAnalyser) -> Fidelity:
    """How near any latents come to a photo's face."""
    found = photo.faces[face]
    target = make_target(photo.picture.pixels, found.landmarks, align(found.landmarks), faces.generator.size)
    drawn = faces.draw(code, faces.generator.size)
    near = likeness(drawn * 2 - 1, target, faces.networks.perceptual)
    return with_identity(near, np.rint(drawn * 255).astype(np.uint8), target, photo.picture.pixels, found,
                         lambda: analyser)


class ArcFace:
    """Whose face it is, by a network that no search looks at: MobileFaceNet of insightface-small, where it is."""

    _THERE = np.array([(38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655),
                       (70.7299, 92.2041)])
    _LANDMARKS = (468, 473, 1, 61, 291)

    def __init__(self, store: ModelStore) -> None:
        import onnxruntime

        self._session = onnxruntime.InferenceSession(store.path("insightface-small", "w600k_mbf.onnx"),
                                                     providers=["CPUExecutionProvider"])

    def vector(self, pixels: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
        """(512,) of length 1. pixels: (H, W, 3) uint8; landmarks: (478, 2) on them."""
        matrix, _ = cv2.estimateAffinePartial2D(landmarks[list(self._LANDMARKS), :2].astype(np.float32),
                                                self._THERE.astype(np.float32), method=cv2.LMEDS)
        shrink = 1 / float(np.hypot(*matrix[:, 0]))
        soft = cv2.GaussianBlur(pixels, (0, 0), shrink / 2) if shrink > 1.5 else pixels
        chip = cv2.warpAffine(soft, matrix, (112, 112), flags=cv2.INTER_LINEAR).astype(np.float32)
        answer = self._session.run(None, {self._session.get_inputs()[0].name: (chip.transpose(2, 0, 1)[None] - 127.5)
                                          / 127.5})[0][0]
        return answer / np.linalg.norm(answer)

    def cosine(self, drawn: np.ndarray, photo: OpenPhoto, face: int) -> float:
        """drawn: (s, s, 3) float32 of 0 to 1, the aligned square."""
        found, side = photo.faces[face].landmarks, len(drawn)
        matrix = align(found).to_drawn(side)
        there = found[:, :2] @ matrix[:, :2].T + matrix[:, 2]
        return float(self.vector(np.rint(drawn * 255).astype(np.uint8), there)
                     @ self.vector(photo.picture.pixels, found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("photos", nargs="*")
    parser.add_argument("--cache", type=Path, default=data_folder() / "inversions-measured")
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--skip-full", action="store_true")
    options = parser.parse_args()
    store = ModelStore()
    analyser, zoo = FaceAnalyser(store), Zoo(store)
    qualities = ("draft",) if options.skip_full else ("draft", "full")
    rows = []
    other = ArcFace(store) if store.present("insightface-small") else None
    print("| face | | PSNR dB | LPIPS | identity | distance | ArcFace | prior | steps | seconds |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name, picture, face in pictures(options.photos):
        photo = OpenPhoto(picture, analyser.faces(picture.pixels))
        shown = [cut_aligned(picture.pixels, align(photo.faces[face].landmarks), SIDE)]
        known = None
        for quality in ("start", *qualities):
            faces = LatentFaces(zoo, lambda: analyser, folder=options.cache / quality)
            if quality == "start":
                code = faces.first_guess(photo, face)
                near, facts = measured(faces, photo, face, code, analyser), ("", "", "")
            else:
                if known is not None and faces.known(photo, face) is None:
                    faces.take(photo, face, known)
                known = run(faces.invert(photo, face, quality))
                code, near = known.code, known.fidelity
                facts = (f"{known.prior:.2f}", str(known.steps), f"{known.seconds:.0f}")
            arc = f"{other.cosine(faces.draw(code, faces.generator.size), photo, face):.2f}" if other else ""
            numbers = f"{near.psnr:.1f} | {near.lpips:.3f} | {near.identity:.3f} | {near.distance:.2f} | {arc}"
            print(f"| {name} | {quality} | {numbers} | {' | '.join(facts)} |", flush=True)
            shown.append(np.rint(faces.draw(code, SIDE) * 255).astype(np.uint8))
        rows.append((name, shown))
    if options.picture:
        write_picture(options.picture, contact_sheet(("photo", "start", *qualities), rows))


if __name__ == "__main__":
    main()
