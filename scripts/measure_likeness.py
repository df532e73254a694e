"""How well a game head bears the likeness of the person in a photo, as networks that tell people apart see it.

    python scripts/measure_likeness.py PHOTO... [--arcface w600k_mbf.onnx] [--json] [--schema face-nn] [--pictures DIR]

Each photo's largest face is fitted and drawn: plain (what the rig alone says), and as the person (photo texture,
personal shape and, unless --bald, the photo's hair) from the front at rest, turned by 40 degrees, and in the photo's
pose with its expression. Told: the distance of dlib's network (under .6 is one person, by its makers), with --arcface
the cosine of an ArcFace network of 112 pixels besides, whose weights are the caller's; and of how many heads the
nearest photo is their own, among groups of six in the order given. Each photo is also seen in light of four other kinds
(its linear channels multiplied), and the cheeks baked of them compared with its own (CIEDE2000): how far a light that
nobody knows goes into the skin. A texture holds the photo itself, so the photo's pose flatters: go by the front and the
turn.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import engine  # noqa: E402, F401 - first: it sets what numpy reads when it loads

# isort: split
import numpy as np  # noqa: E402

if TYPE_CHECKING:
    from engine.engine import Engine
    from engine.photo.face import Face

SIZE = 512
BEHIND = np.array([140, 143, 147])
GROUP = 6
VIEWS = ("plain", "front", "turned", "photo")
LIGHTS = {"warm": (1.15, 1.0, 0.7), "cool": (0.8, 1.0, 1.2), "dim": (0.55, 0.55, 0.55),
          "warm and dim": (0.7, 0.55, 0.36)}
_CHEEKS = (117, 118, 101, 50, 346, 347, 330, 280)
_POINTS = ((468,), (473,), (4,), (61,), (291,))  # pupils, nose, corners of the mouth, picture left first
_TEMPLATE = np.array([[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655],
                      [70.7299, 92.2041]], np.float32)  # of ArcFace, 112 pixels


class ArcFace:
    """An ONNX recognition network that takes ArcFace's aligned 112 pixels."""

    def __init__(self, file: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    def vector(self, pixels: np.ndarray, face: "Face") -> np.ndarray:
        """(512,) of length one for a face in (h, w, 3) uint8."""
        from engine.base.opencv import cv2

        points = np.stack([face.landmarks[list(group), :2].mean(axis=0) for group in _POINTS]).astype(np.float32)
        move, _ = cv2.estimateAffinePartial2D(points, _TEMPLATE, method=cv2.LMEDS)
        aligned = cv2.warpAffine(pixels, move, (112, 112), flags=cv2.INTER_AREA)
        tensor = ((aligned.astype(np.float32) - 127.5) / 127.5).transpose(2, 0, 1)[None]
        found = self._session.run(None, {self._session.get_inputs()[0].name: tensor})[0][0]
        return found / np.linalg.norm(found)


def drawn(program: "Engine", photo_id: str, schema: str, bald: bool, more: Sequence[str] = ()) -> dict[str, np.ndarray]:
    """By view the head (SIZE, SIZE, 3) uint8 before grey; more: further photos of the same person."""
    from engine.base.jobs import run
    from engine.rig.hair.wear import BARE, PHOTO, HeadWear
    from engine.rig.likeness import PLAIN, HeadLikeness
    from engine.rig.staging import STUDIO

    values = run(program.rigs.fit_together([photo_id, *more], schema) if more else
                 program.rigs.fit(photo_id, 0, schema)).values
    person, yaw = HeadLikeness(1.0, 1.0), program.rigs.pose(photo_id, 0)[:2]
    asked = {"plain": ((0.0, 0.0), PLAIN), "front": ((0.0, 0.0), person), "turned": ((40.0, 0.0), person),
             "photo": (yaw, HeadLikeness(1.0, 1.0, 1.0))}
    heads = {}
    for view, (turn, likeness) in asked.items():
        wear = BARE if bald or likeness is PLAIN else HeadWear(hair=PHOTO)
        head = run(program.rigs.draw(values, None, photo_id, 0, *turn, 1.3, SIZE, likeness, STUDIO, wear, more))
        alpha = head[..., 3:] / 255
        heads[view] = np.rint(head[..., :3] * alpha + BEHIND * (1 - alpha)).astype(np.uint8)
    return heads


def relit(program: "Engine", path: Path, pixels: np.ndarray) -> dict[str, float]:
    """By light how far the cheeks of the photo in it are from those of the photo itself, CIEDE2000."""
    from tempfile import TemporaryDirectory

    from skimage.color import deltaE_ciede2000, rgb2lab

    from engine.base.jobs import run
    from engine.base.opencv import cv2
    from engine.head.portrait.colour import coded, linear
    from engine.rig.texture.layout import SIDE, atlas_layout

    head = program.shared.head
    rest = atlas_layout(head).rest
    places = head.landmarks(head.vertices)[list(_CHEEKS)]
    texels = [divmod(int(np.linalg.norm(rest - place, axis=2).argmin()), SIDE) for place in places]
    found = {}
    with TemporaryDirectory() as folder:
        for name, gains in {"": (1.0, 1.0, 1.0), **LIGHTS}.items():
            file = Path(folder) / f"{path.stem}.png"
            light = np.clip(linear(pixels / 255) * np.array(gains), 0, 1)
            cv2.imwrite(str(file), np.rint(coded(light) * 255).astype(np.uint8)[..., ::-1])
            photo = run(program.photos.open(file))
            baked = run(program.rigs.texture(photo.id, 0, SIDE)).base_color
            program.photos.forget(photo.id)
            cheeks = np.concatenate([baked[y - 6:y + 7, x - 6:x + 7].reshape(-1, 3) for y, x in texels])
            found[name] = rgb2lab(np.median(cheeks, axis=0) / 255)
    return {name: float(deltaE_ciede2000(found[""], found[name])) for name in LIGHTS}


def measure(program: "Engine", paths: list[Path], schema: str, arcface: ArcFace | None,
            pictures: Path | None, lights: bool = True, bald: bool = False) -> dict[str, Any]:
    from engine.base.jobs import run
    from engine.base.opencv import cv2

    photos: list[str] = []
    own: list[np.ndarray] = []
    arc_own: list[np.ndarray] = []
    bakes: list[tuple[float, float]] = []
    cheeks: list[dict[str, float]] = []
    seen: dict[str, list[np.ndarray | None]] = {view: [] for view in VIEWS}
    arc_seen: dict[str, list[np.ndarray | None]] = {view: [] for view in VIEWS}
    for path in paths:
        photo = run(program.photos.open(path))
        photos.append(path.name)
        own.append(program.measured.identity(photo, 0))
        if arcface is not None:
            arc_own.append(arcface.vector(photo.picture.pixels, photo.faces[0]))
        start = time.process_time()
        texture = run(program.rigs.texture(photo.id, 0))
        bakes.append((sum(texture.seconds.values()), time.process_time() - start))
        heads = drawn(program, photo.id, schema, bald)
        for view, head in heads.items():
            faces = program.shared.analyser.faces(head)
            seen[view].append(program.shared.analyser.identity(head, faces[0]) if faces else None)
            if arcface is not None:
                arc_seen[view].append(arcface.vector(head, faces[0]) if faces else None)
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(pictures / f"{path.stem}.png"), np.hstack(list(heads.values()))[..., ::-1])
        program.photos.forget(photo.id)
        if lights:
            cheeks.append(relit(program, path, photo.picture.pixels))
    report: dict[str, Any] = {
        "photos": photos, "parsed": program.shared.parser is not None,
        "bake_seconds": statistics.median(wall for wall, _ in bakes),
        "bake_cpu_seconds": statistics.median(used for _, used in bakes)}
    if cheeks:
        report["cheeks"] = {name: {"median": statistics.median(one[name] for one in cheeks),
                                   "worst": max(one[name] for one in cheeks)} for name in LIGHTS}
    for view in VIEWS:
        away = [None if one is None else [float(np.linalg.norm(one - other)) for other in own] for one in seen[view]]
        report[view] = {"dlib": told(away, smaller=True)}
        if arcface is not None:
            like = [None if one is None else [float(one @ other) for other in arc_own] for one in arc_seen[view]]
            report[view]["arcface"] = told(like, smaller=False)
    return report


def held_out(program: "Engine", person: list[Path], others: list[Path], schema: str, arcface: ArcFace | None,
             pictures: Path | None) -> list[dict[str, Any]]:
    """Of heads made of one photo of a person, and of all but one, how near they come to the photos that they were not
    made of, and how near other people's photos come."""
    from engine.base.jobs import run
    from engine.base.opencv import cv2

    photos = [run(program.photos.open(path)) for path in person]
    strangers = [run(program.photos.open(path)) for path in others]

    def vectors(pixels: np.ndarray, face: "Face") -> dict[str, np.ndarray]:
        found = {"dlib": program.shared.analyser.identity(pixels, face)}
        return found if arcface is None else {**found, "arcface": arcface.vector(pixels, face)}

    known = [vectors(photo.picture.pixels, photo.faces[0]) for photo in photos]
    foreign = [vectors(photo.picture.pixels, photo.faces[0]) for photo in strangers]
    everybody = range(len(photos))
    rows = []
    alone = [(one,) for one in everybody]
    together = [tuple(one for one in everybody if one != left) for left in everybody]
    for made_of in alone + (together if len(photos) > 2 else []):
        heads = drawn(program, photos[made_of[0]].id, schema, True, [photos[one].id for one in made_of[1:]])
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)
            name = "+".join(person[one].stem for one in made_of)
            cv2.imwrite(str(pictures / f"{name}.png"), np.hstack(list(heads.values()))[..., ::-1])
        for view in ("front", "turned"):
            faces = program.shared.analyser.faces(heads[view])
            if not faces:
                continue
            seen = vectors(heads[view], faces[0])
            for left in (one for one in everybody if one not in made_of):
                for network, vector in seen.items():
                    sign = 1 if network == "arcface" else -1
                    own = _near(network, vector, known[left][network])
                    other = max(_near(network, vector, one[network]) for one in foreign)
                    rows.append({"made_of": [person[one].name for one in made_of], "view": view, "network": network,
                                 "seen_in": person[left].name, "own": sign * own, "nearest_other": sign * other,
                                 "right": own > other})
    return rows


def _near(network: str, one: np.ndarray, other: np.ndarray) -> float:
    """The larger the nearer: ArcFace's cosine, less dlib's distance."""
    return float(one @ other) if network == "arcface" else -float(np.linalg.norm(one - other))


def told(table: list[list[float] | None], smaller: bool) -> dict[str, Any]:
    """Of each head's numbers for every photo: its own, median and worst, how often the own photo is nearest of its
    six."""
    each = [row[place] if row is not None else None for place, row in enumerate(table)]
    known = [one for one in each if one is not None]
    first = 0
    for place, row in enumerate(table):
        if row is not None:
            six = row[place // GROUP * GROUP:place // GROUP * GROUP + GROUP]
            first += row[place] == (min if smaller else max)(six)
    return {"median": statistics.median(known), "worst": (max if smaller else min)(known), "nearest": first,
            "unseen": len(each) - len(known), "each": [None if one is None else round(one, 3) for one in each]}


def main() -> int:
    from engine.engine import Engine

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", metavar="PHOTO", type=Path, nargs="+")
    parser.add_argument("--arcface", metavar="FILE", type=Path)
    parser.add_argument("--schema", default="face-nn")
    parser.add_argument("--pictures", metavar="DIR", type=Path, help="also write the heads, side by side")
    parser.add_argument("--bald", action="store_true", help="without the photo's hair")
    parser.add_argument("--no-lights", action="store_true", help="leave out what other light does to the skin")
    parser.add_argument("--person", metavar="PHOTO", type=Path, action="append", default=[],
                        help="of several photos of one person, the same as often: heads made of them, alone and "
                             "together, against the photos that they were not made of; PHOTOs are other people then")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.person:
        with closing(Engine()) as program:
            rows = held_out(program, options.person, options.photos, options.schema,
                            ArcFace(options.arcface) if options.arcface else None, options.pictures)
        if options.json:
            print(json.dumps(rows, indent=1))
            return 0
        for row in rows:
            print(f"{'+'.join(row['made_of']):40} {row['view']:7} {row['network']:8} seen in {row['seen_in']}: "
                  f"{row['own']:.3f}, nearest other {row['nearest_other']:.3f}" + ("" if row["right"] else "  WRONG"))
        print(f"nearer than any of {len(options.photos)} others: {sum(row['right'] for row in rows)} of {len(rows)}")
        return 0
    with closing(Engine()) as program:
        report = measure(program, options.photos, options.schema,
                         ArcFace(options.arcface) if options.arcface else None, options.pictures, not options.no_lights,
                         options.bald)
    if options.json:
        print(json.dumps(report, indent=1))
        return 0
    parser_is = "there" if report["parsed"] else "not installed"
    print(f"{len(report['photos'])} photos, face parser {parser_is}; a texture takes "
          f"{report['bake_seconds']:.1f} s, {report['bake_cpu_seconds']:.1f} s of processors (median)")
    for view in VIEWS:
        for network, found in report[view].items():
            print(f"{view:7} {network:8} median {found['median']:.3f}  worst {found['worst']:.3f}  nearest of {GROUP}: "
                  f"{found['nearest']} of {len(report['photos'])}" + (f"  no face seen: {found['unseen']}"
                                                                     if found["unseen"] else ""))
    for name, found in report.get("cheeks", {}).items():
        print(f"cheeks in {name} light: CIEDE2000 median {found['median']:.1f}  worst {found['worst']:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
