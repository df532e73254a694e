"""Measure what the expression sliders do to photos: does the face move as it should, and is it still the same person?

    python scripts/measure_units.py PHOTO... [--json]

For every face found (|yaw| <= 25 degrees unless --any-pose) and every action unit: a distance between landmarks that
the unit is about, measured on the drawn picture at 0, 2.5, 5, 7.5 and 10 by the landmark network, in inter-ocular
distances; the rank correlation with the slider (1: it only rises); and the identity distance between the photo and the
unit at 8, and each preset (0.6 is another person; the same picture saved again is about 0.03). The landmark network
also fitted the head, so this is one meter and no proof; AU6 hardly moves any landmark.
"""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.base.gl import open_context  # noqa: E402
from engine.base.jobs import run  # noqa: E402
from engine.base.look import Look  # noqa: E402
from engine.base.opencv import cv2  # noqa: E402
from engine.expression.presets import all_presets  # noqa: E402
from engine.expression.units import CONTROLS  # noqa: E402
from engine.expression.weights import deformation  # noqa: E402
from engine.head.pack import load_head  # noqa: E402
from engine.models.store import ModelStore  # noqa: E402
from engine.photo.analyser import FaceAnalyser  # noqa: E402
from engine.photo.crop import crop_for, cut  # noqa: E402
from engine.photo.face import Box, Face  # noqa: E402
from engine.photo.picture import read_picture  # noqa: E402
from engine.puppet.prepare import prepare_puppet  # noqa: E402

SIDE, LEVELS = 512, (2.5, 5.0, 7.5, 10.0)
_INNER_BROW, _CORNERS, _LIPS = [55, 107, 285, 336], [61, 291], [0, 17]

MEASURES: dict[str, Callable[[np.ndarray], float]] = {
    "AU1": lambda p: p[[133, 362], 1].mean() - p[_INNER_BROW, 1].mean(),
    "AU2": lambda p: -p[[46, 70, 53, 276, 300, 283], 1].mean(),
    "AU4": lambda p: p[_INNER_BROW, 1].mean() - 0.5 * (p[285, 0] - p[55, 0]),
    "AU5": lambda p: (p[[145, 374], 1] - p[[159, 386], 1]).mean(),
    "AU6": lambda p: -p[[145, 374, 144, 373, 153, 380], 1].mean(),
    "AU9": lambda p: -p[[64, 294, 48, 278], 1].mean(),
    "AU12": lambda p: p[291, 0] - p[61, 0] - 2 * (p[_CORNERS, 1].mean() - p[_LIPS, 1].mean()),
    "AU15": lambda p: p[_CORNERS, 1].mean() - p[_LIPS, 1].mean(),
    "AU17": lambda p: -p[[17, 84, 314, 14], 1].mean(),
    "AU20": lambda p: p[291, 0] - p[61, 0],
    "AU25": lambda p: p[14, 1] - p[13, 1],
    "AU26": lambda p: p[152, 1],
}
"""Unit -> what should rise, from landmarks (478, 2): x toward the subject's left, y down, in inter-ocular distances."""


class Subject:
    """One face of a photo, as a puppet that can be drawn and measured."""

    def __init__(self, pixels: np.ndarray, face: Face, analyser: FaceAnalyser) -> None:
        crop = crop_for(face.landmarks)
        scale = SIDE / crop.side
        square = cut(pixels, crop)
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        self.photo = cv2.resize(square, (SIDE, SIDE), interpolation=how)
        landmarks = crop.to_crop(face.landmarks) * np.float32(scale)
        self.face = replace(face, landmarks=landmarks, box=Box.around(landmarks))
        self.analyser = analyser
        self.puppet = run(prepare_puppet(self.photo, landmarks, face.blendshapes, load_head(), open_context()))
        self.identity = analyser.identity(self.photo, self.face)

    def draw(self, settings: Look) -> np.ndarray:
        patch = self.puppet.draw(deformation(settings, self.puppet.facts), SIDE).astype(np.float32)
        alpha = patch[..., 3:] / 255
        return (self.photo * (1 - alpha) + patch[..., :3] * alpha + 0.5).astype(np.uint8)

    def landmarks(self, pixels: np.ndarray) -> np.ndarray:
        """(478, 2) in the face's own frame: origin between the outer canthi, their line level and one unit long."""
        found = self.analyser.refine(pixels, self.face)
        right, left = found.landmarks[33, :2], found.landmarks[263, :2]
        along = (left - right) / np.linalg.norm(left - right)
        points = (found.landmarks[:, :2] - (left + right) / 2) / found.interocular
        return np.stack([points @ along, points @ np.array([-along[1], along[0]])], axis=1)

    def distance(self, settings: Look) -> float:
        return float(np.linalg.norm(self.analyser.identity(self.draw(settings), self.face) - self.identity))

    def measure(self) -> dict[str, dict[str, float]]:
        from scipy.stats import spearmanr

        rest = self.landmarks(self.photo)
        report: dict[str, dict[str, float]] = {}
        for unit, measure in MEASURES.items():
            seen = [measure(rest)]
            for level in LEVELS:
                seen.append(measure(self.landmarks(self.draw(Look.of(CONTROLS, {unit: level})))))
            report[unit] = {"rise": float(seen[-1] - seen[0]), "rank": float(spearmanr(range(len(seen)), seen)[0]),
                            "identity": self.distance(Look.of(CONTROLS, {unit: 8.0}))}
        for preset in all_presets()[0]:
            report[preset.id] = {"identity": self.distance(preset.look)}
        return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", nargs="+", type=Path)
    parser.add_argument("--any-pose", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    analyser = FaceAnalyser(ModelStore())
    reports = []
    for path in options.photos:
        pixels = read_picture(path).pixels
        for face in analyser.faces(pixels):
            if options.any_pose or abs(face.yaw) <= 25:
                reports.append({"photo": path.name, "face": face.index, "yaw": face.yaw,
                                "units": Subject(pixels, face, analyser).measure()})
    if options.json:
        print(json.dumps(reports, indent=1))
        return
    print(f"{len(reports)} faces\n{'':14} rise min  median  only rising  identity median  largest")
    for name in reports[0]["units"] if reports else ():
        rows = [report["units"][name] for report in reports]
        identity = [row["identity"] for row in rows]
        moved = ""
        if "rise" in rows[0]:
            rise = [row["rise"] for row in rows]
            moved = f"{min(rise):8.3f} {np.median(rise):7.3f} {sum(row['rank'] >= 0.95 for row in rows):8}/{len(rows)}"
        print(f"{name:14} {moved:28} {np.median(identity):12.2f} {max(identity):10.2f}")


if __name__ == "__main__":
    main()
