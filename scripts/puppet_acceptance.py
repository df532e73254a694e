"""Hold the live puppet to its acceptance bar on a folder of photos, and print the figures.

    python scripts/puppet_acceptance.py FOLDER [--limit 20] [--fuzz 500] [--max-yaw 25]

Per action unit: on how many photos its own measure (engine.photo.au_measures) rises with the slider from 0 to +10 in
steps of 2 (Spearman's rho >= 0.95), by how much (in distances between the outer canthi), and how far the identity moves
(dlib embedding; 0.6 is another person). For presets: identity. For the renderer: bytes changed at zero, bytes changed
outside the unit's part of the face, the largest step over the median step of a slow slide, pixels left open or
undefined by random sliders.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.base.errors import EngineError  # noqa: E402
from engine.base.gl import open_context  # noqa: E402
from engine.base.jobs import run  # noqa: E402
from engine.base.text import Text
from engine.expression.units import CONTROLS  # noqa: E402
from engine.expression.weights import deformation  # noqa: E402
from engine.head.pack import load_head  # noqa: E402
from engine.models.store import ModelStore  # noqa: E402
from engine.photo.analyser import FaceAnalyser  # noqa: E402
from engine.photo.au_measures import measure_units  # noqa: E402
from engine.photo.crop import crop_for, cut  # noqa: E402
from engine.photo.face import Face  # noqa: E402
from engine.photo.picture import read_picture  # noqa: E402
from engine.photo.picture_kinds import is_picture_name  # noqa: E402
from engine.puppet.deformation import Deformation, weight_names  # noqa: E402
from engine.puppet.prepare import prepare_puppet  # noqa: E402
from engine.puppet.puppet import Puppet  # noqa: E402

UNITS = (1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26)
UPPER, LOWER = (1, 2, 4), (12, 15, 17, 20, 25, 26)
PRESETS = {
    "happy": {12: 8, 6: 6}, "surprised": {1: 6, 2: 6, 5: 5, 26: 7}, "angry": {4: 7, 9: 5}, "sad": {1: 5, 4: 3, 15: 6},
    "disgusted": {9: 6, 15: 4, 17: 3}, "fearful": {1: 5, 2: 5, 5: 6, 20: 5}, "neutral smile": {12: 4},
    "confused": {4: 4, 1: 2},
}


class Sitter:
    """One face with its puppet, seen through the eyes of the analyser."""

    def __init__(self, pixels: np.ndarray, face: Face, analyser: FaceAnalyser, context) -> None:
        crop = crop_for(face.landmarks)
        self.pixels, self.analyser = cut(pixels, crop), analyser
        landmarks = crop.to_crop(face.landmarks)
        self.landmarks = landmarks
        self.puppet: Puppet = run(prepare_puppet(self.pixels, landmarks, face.blendshapes, load_head(), context))
        self.around: Face | None = None
        source = self.look(Deformation())
        if source is None:
            raise EngineError(Text("the face is not found again in its own crop"))
        self.source: Face = source
        self.identity = analyser.identity(self.pixels, self.source)

    def shown(self, wanted: Deformation) -> np.ndarray:
        drawn = self.puppet.draw(wanted, self.puppet.side)
        return np.where(drawn[..., 3:] > 0, drawn[..., :3], self.pixels)

    def wanted(self, units: Mapping[int, float]) -> Deformation:
        look = {}
        for unit, value in units.items():
            for name in (f"AU{unit}L", f"AU{unit}R", f"AU{unit}"):
                if name in CONTROLS:
                    look[name] = float(value)
        return deformation(look, self.puppet.facts)

    def look(self, wanted: Deformation) -> Face | None:
        return self.see(self.shown(wanted))

    def see(self, picture: np.ndarray) -> Face | None:
        """The face where it is known to be: as precise as a search, and much quicker."""
        if self.around is None:
            self.around = (self.analyser.faces(picture) or (None,))[0]
        return None if self.around is None else self.analyser.refine(picture, self.around)

    def distance(self, units: Mapping[int, float]) -> float:
        picture = self.shown(self.wanted(units))
        found = self.see(picture)
        if found is None:
            return float("nan")
        return float(np.linalg.norm(self.analyser.identity(picture, found) - self.identity))


def rho(values: np.ndarray) -> float:
    """Spearman's rank correlation with the slider; 0 when the meter does not move at all."""
    ranks = np.argsort(np.argsort(values))
    return float(np.corrcoef(ranks, np.arange(len(values)))[0, 1]) if np.ptp(values) > 1e-9 else 0.0


def measure(sitter: Sitter, table: dict) -> None:
    for unit in UNITS:
        found = [sitter.look(sitter.wanted({unit: value})) for value in (0, 2, 4, 6, 8, 10)]
        values = np.array([measure_units(face)[f"AU{unit}"] if face is not None else np.nan for face in found])
        table["rho", unit].append(rho(values) if np.isfinite(values).all() else 0.0)
        table["delta", unit].append(float(values[-1] - values[0]))
        table["id", unit].append(sitter.distance({unit: 8}))
        table["id-", unit].append(sitter.distance({unit: -8}))
    for name, units in PRESETS.items():
        table["preset", name].append(sitter.distance(units))


def render_checks(sitter: Sitter, table: dict) -> None:
    puppet = sitter.puppet
    table["zero"].append(int((puppet.draw_always(Deformation(), puppet.side)[..., 3] > 0).sum()))
    brow, nose = int(sitter.landmarks[[105, 334], 1].min()), int(sitter.landmarks[1, 1])
    outside = 0
    for unit in UPPER:
        outside += int((puppet.draw(sitter.wanted({unit: 10}), puppet.side)[nose:, :, 3] > 0).sum())
    for unit in LOWER:
        outside += int((puppet.draw(sitter.wanted({unit: 10}), puppet.side)[:brow, :, 3] > 0).sum())
    table["outside"].append(outside)
    for unit in (12, 26, 5):
        size = min(384, puppet.side)
        from engine.base.opencv import cv2

        base = cv2.resize(sitter.pixels, (size, size), interpolation=cv2.INTER_AREA)
        frames = []
        for value in np.arange(0, 10.01, 0.25):
            drawn = puppet.draw(sitter.wanted({unit: float(value)}), size)
            frames.append(np.where(drawn[..., 3:] > 0, drawn[..., :3], base).astype(np.int16))
        steps = [float(np.abs(b - a).mean()) for a, b in zip(frames, frames[1:], strict=False)]
        table["step", unit].append(max(steps) / max(float(np.median(steps)), 1e-6))


def fuzz(sitter: Sitter, count: int) -> int:
    """Pixels left open, black for no reason, or undefined, over `count` random looks at 256 pixels."""
    rng = np.random.default_rng(11)
    bad = 0
    size = min(256, sitter.puppet.side)
    for _ in range(count):
        values = rng.uniform(-1, 1.4, len(weight_names())) * (rng.random(len(weight_names())) < 0.35)
        wanted = Deformation(tuple(values.tolist()), *(rng.uniform(-1, 1, 3) * (20, 15, 20)).tolist())
        drawing = sitter.puppet.drawing(wanted, size)
        arrays = (drawing.target, drawing.offset, drawing.ratio, *(under.colour for under in drawing.underlays))
        bad += sum(int((~np.isfinite(array)).sum()) for array in arrays)
        drawn = sitter.puppet.draw(wanted, size)
        bad += int(((drawn[..., 3] != 0) & (drawn[..., 3] != 255)).sum())
        bad += uncovered(sitter, drawing, size)
    return bad


def uncovered(sitter: Sitter, drawing, size: int) -> int:
    """Pixels that neither the mesh nor an opening's underlay covers."""
    from engine.head.raster import rasterise

    mesh = sitter.puppet.frame.motion.mesh
    points = np.column_stack([drawing.target * size, drawing.depth])
    face, _ = rasterise(points, mesh.triangles, (size, size))
    open_ = face < 0
    for under in drawing.underlays:
        h, w = under.changed.shape
        open_[under.y0:under.y0 + h, under.x0:under.x0 + w] &= ~under.changed
    return int(open_.sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=20)
    parser.add_argument("--fuzz", type=int, default=500, help="random looks in all, spread over the photos")
    parser.add_argument("--max-yaw", type=float, default=25.0)
    parser.add_argument("--skip", type=int, default=0, help="leave out the first photos (those tuned on)")
    options = parser.parse_args()
    context, analyser = open_context(), FaceAnalyser(ModelStore())
    table: dict = defaultdict(list)
    holes = used = 0
    paths = sorted(p for p in options.folder.iterdir() if is_picture_name(p))
    paths = paths[options.skip:]
    for path in paths:
        if used >= options.limit:
            break
        pixels = read_picture(path).pixels
        faces = analyser.faces(pixels)
        if not faces or abs(faces[0].yaw) > options.max_yaw:
            print(f"{path.name}: left out ({'no face' if not faces else f'yaw {faces[0].yaw:.0f}'})", flush=True)
            continue
        sitter = Sitter(pixels, faces[0], analyser, context)
        measure(sitter, table)
        render_checks(sitter, table)
        if holes == 0:
            holes += fuzz(sitter, max(1, options.fuzz // options.limit))
        sitter.puppet.release()
        used += 1
        print(f"{path.name}: done", flush=True)
    report(table, used, holes)


def report(table: dict, used: int, holes: int) -> None:
    print(f"\n{used} photos\nunit   rises    rho min/mean   +10 moves (IOD) median [least]   identity +8 max   -8 max")
    for unit in UNITS:
        ranks, delta = np.array(table["rho", unit]), np.array(table["delta", unit])
        rises = int(((ranks >= 0.95) & (delta > 0)).sum())
        print(f"AU{unit:<3} {rises:3d}/{used:<3d}  {ranks.min():5.2f} /{ranks.mean():5.2f}   {np.median(delta):10.3f}"
              f" [{delta.min():.3f}]            {np.nanmax(table['id', unit]):12.2f}"
              f" ({np.nanmedian(table['id', unit]):.2f})  {np.nanmax(table['id-', unit]):8.2f}"
              f" ({np.nanmedian(table['id-', unit]):.2f})")
    for name in PRESETS:
        found = np.array(table["preset", name])
        print(f"{name:14s} identity max {np.nanmax(found):.2f} median {np.nanmedian(found):.2f}")
    print(f"bytes changed at zero: {sum(table['zero'])}; pixels changed outside a unit's part: {sum(table['outside'])}")
    for unit in (12, 26, 5):
        print(f"AU{unit} slide, largest over median step: worst {max(table['step', unit]):.2f}")
    print(f"pixels open or undefined under random looks: {holes}")


if __name__ == "__main__":
    main()
