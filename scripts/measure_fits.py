"""How well, and how fast, each way of fitting finds a rig's values: of held-out renders, and of photos.

    python scripts/measure_fits.py --out DIR [--renders N] [--varied N] [--stream N] [--photos PHOTO...]
                                   [--methods head,network,...] [--steps N] [--original-steps N]
                                   [--arcface w600k_mbf.onnx] [--pictures OUT.jpg]

Methods: `default` (no fit), `head` (closed form), `guess` (the regressor alone), `network` (its guess brought to the
fitted head), `drawn` (by pixels, of renders alone), `imitator` (the repaired loop on the shipped imitator), `original`
(the face-nn tools' loop with its defects on the same imitator, its picture enlarged to their 512 pixels; LightCNN's
weights cannot be had, so dlib's network stands in for it, on the same wrongly scaled grey pictures turned on their
side).

Renders are of our own head, of a stream that no database and no training draws from: as a database shows them, and
--varied. Every fit lies in DIR by method and name, with what it cost, and is not done again. Told, by method, as means:
    values     error of the values that a picture from the front shows (renders only; see `visible`)
    landmarks  distance of the head's landmarks, in the photo's pose and with its expression, from the photo's after a
               similarity, as a share of the face's height
    identity   of the plain head from the front: dlib's distance and ArcFace's cosine to the photo, and the rank of the
               own photo among all, 1 being best
    seconds    of processors
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import engine  # noqa: E402, F401 - first: it sets what numpy reads when it loads

# isort: split
import numpy as np  # noqa: E402

if TYPE_CHECKING:
    from torch import Tensor

    from engine.engine import Engine
    from engine.head.portrait import HeadPainter
    from engine.photo.face import Face
    from engine.rig.imitator.fit_loop import LoopStep
    from engine.rig.values import RigValues
    from measure_likeness import ArcFace

STREAM, HALF, SIZE, SCHEMA = 77_000, 1, 256, "face-nn"
VISIBLE = 0.5
"""Grey levels of 255, mean over the picture, by which it must change from a value's one end to the other."""


@dataclass(frozen=True, eq=False)
class Case:
    """A picture to fit; truth: the values it was drawn of, None for a photo."""

    name: str
    pixels: np.ndarray
    face: "Face"
    truth: np.ndarray | None = None


class Fits:
    """The methods, by name."""

    def __init__(self, program: "Engine", painter: "HeadPainter", steps: int, original_steps: int, out: Path) -> None:
        self._program, self._painter, self._steps, self._original_steps = program, painter, steps, original_steps
        self._out = out

    def default(self, case: Case) -> np.ndarray:
        from engine.rig.schema import load_schema

        return load_schema(SCHEMA).defaults().array()

    def head(self, case: Case) -> np.ndarray:
        from engine.rig.fit import fit_rig

        return fit_rig(SCHEMA, head_fit(case.face), case.face.landmarks, pixels=case.pixels).values.array()

    def guess(self, case: Case) -> np.ndarray:
        from engine.rig.regressor.photo_fit import guessed
        from engine.rig.regressor.weights_file import SHIPPED, read_regressor

        return guessed(read_regressor(SHIPPED), case.pixels, case.face.landmarks).array()

    def network(self, case: Case) -> np.ndarray:
        from engine.rig.regressor.photo_fit import fit_guessed
        from engine.rig.regressor.weights_file import SHIPPED, read_regressor

        return fit_guessed(read_regressor(SHIPPED), head_fit(case.face), case.pixels,
                           case.face.landmarks).values.array()

    def drawn(self, case: Case) -> np.ndarray:
        from engine.base.jobs import run
        from engine.rig.database.portrait_setting import portrait_of
        from engine.rig.imitator.picture_fit import fit_picture
        from engine.rig.imitator.weights_file import SHIPPED, read_imitator
        from engine.rig.schema import LIVE, PAINT, load_schema

        moving = [place for place, slot in enumerate(load_schema(SCHEMA).slots) if slot.state in (LIVE, PAINT)]
        return run(fit_picture(case.pixels, read_imitator(SHIPPED)[0], moving,
                               engine=lambda values: portrait_of(self._painter, rig(values), SIZE))).values

    def imitator(self, case: Case) -> np.ndarray:
        from engine.base.jobs import run
        from engine.networks.face_parser import FACE_PARSER
        from engine.networks.identity.identity_network import IDENTITY_NETWORK
        from engine.rig.imitator.fit_loop import LoopPlan
        from engine.rig.imitator.photo_fit import fit_photo
        from engine.rig.imitator.weights_file import SHIPPED, read_imitator

        zoo = self._program.shared.zoo
        with zoo.use(FACE_PARSER) as parser, zoo.use(IDENTITY_NETWORK) as identity:
            found, _ = run(fit_photo(case.pixels, case.face.landmarks, read_imitator(SHIPPED)[0],
                                     self._program.shared.analyser, parser, identity, None, LoopPlan(self._steps)))
        return found.values

    def original(self, case: Case) -> np.ndarray:
        import torch.nn.functional as F  # noqa: N812 - everybody's name for it

        from engine.base.jobs import run
        from engine.networks.face_parser import FACE_PARSER
        from engine.networks.identity.identity_network import IDENTITY_NETWORK
        from engine.rig.imitator.fit_loop import LoopPlan, fit_values
        from engine.rig.imitator.losses import PublishedLosses
        from engine.rig.imitator.published_crop import published_crop
        from engine.rig.imitator.warp_network import WarpImitator
        from engine.rig.imitator.weights_file import SHIPPED, read_imitator

        class Enlarged(WarpImitator):
            def raw(self, values: "Tensor", training: bool = False) -> "Tensor":
                return F.interpolate(super().raw(values), (512, 512), mode="bilinear", align_corners=False)

        zoo = self._program.shared.zoo
        with zoo.use(FACE_PARSER) as parser, zoo.use(IDENTITY_NETWORK) as identity:
            def features(grey: "Tensor") -> "Tensor":
                large = F.interpolate(grey, (150, 150), mode="bilinear", align_corners=False)
                return identity(large.repeat(1, 3, 1, 1) * 255)

            losses = PublishedLosses(published_crop(case.pixels), features, parser.scores)
            imitator = Enlarged(read_imitator(SHIPPED)[0].weights)
            part = LoopPart(self._out / "original" / f"{case.name}.part")
            return run(fit_values(imitator, losses, LoopPlan(self._original_steps, published=True), part.step,
                                  part.values, part.done)).values


class LoopPart:
    """What a long loop has come to, in a file, so that it goes on after a stop: values, steps done, their seconds."""

    def __init__(self, path: Path) -> None:
        self._path, self._begun, self.done, self._before = path, time.process_time(), 0, 0.0
        self.values: np.ndarray | None = None
        if path.exists():
            found: dict[str, Any] = json.loads(path.read_text())
            self.done, self._before = found["done"], found["cpu"]
            self.values = np.array(found["values"], np.float32)

    def step(self, step: "LoopStep") -> None:
        self.done += 1
        if self.done % 25 == 0:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps({"values": [float(one) for one in step.after], "done": self.done,
                                              "cpu": self._before + time.process_time() - self._begun}))


def head_fit(face: "Face") -> Any:
    from engine.head.fit import fit_head
    from engine.head.pack import load_head

    return fit_head(load_head(), face.landmarks, face.blendshapes)


def rig(values: np.ndarray) -> "RigValues":
    from engine.rig.values import RigValues

    return RigValues.of(SCHEMA, values, "female")


def visible(painter: "HeadPainter") -> np.ndarray:
    """Places of the live values by which the picture changes enough."""
    from engine.rig.database.portrait_setting import portrait_of
    from engine.rig.schema import LIVE, load_schema

    found = []
    for place, slot in enumerate(load_schema(SCHEMA).slots):
        if slot.state != LIVE:
            continue
        ends = []
        for end in (0.0, 1.0):
            values = load_schema(SCHEMA).defaults().array()
            values[place] = end
            ends.append(portrait_of(painter, rig(values), 128).astype(float))
        if np.abs(ends[1] - ends[0]).mean() >= VISIBLE:
            found.append(place)
    return np.array(found)


def landmark_error(face: "Face", values: "RigValues") -> float:
    from engine.head.pack import load_head
    from engine.networks.identity.face_chip import similarity
    from engine.rig.shaping import rig_vertices

    head, fit = load_head(), head_fit(face)
    vertices = rig_vertices(values) + np.tensordot(fit.expression, head.expression_basis, 1)
    there = fit.project(head.landmarks(vertices))[:468, :2]
    seen = face.landmarks[:468, :2].astype(float)
    turn, shift = similarity(there, seen)
    off = abs(turn * (there @ (1, 1j)) + shift - seen @ (1, 1j))
    return float(off.mean() / np.linalg.norm(seen[10] - seen[152]))


def renders(program: "Engine", painter: "HeadPainter", count: int, varied: bool, stream: int) -> list[Case]:
    from engine.rig.database.draws import drawn_rig
    from engine.rig.database.portrait_setting import ZOOM, portrait_of
    from engine.rig.database.variety import drawn_looks

    cases: list[Case] = []
    index = 0
    while len(cases) < count:
        truth = drawn_rig(stream, HALF, index, "female")
        looks = drawn_looks(stream, HALF, index, ZOOM) if varied else None
        pixels = portrait_of(painter, truth, SIZE, looks)
        faces = program.shared.analyser.faces(pixels)
        if faces:
            name = f"{'varied' if varied else 'render'}{index:03}"
            cases.append(Case(name if stream == STREAM else f"{name}-{stream}", pixels, faces[0], truth.array()))
        index += 1
    return cases


def kept(folder: Path, case: Case, fit: Callable[[Case], np.ndarray]) -> dict[str, Any]:
    """What a fit found and cost, from its file or done now."""
    path = folder / f"{case.name}.json"
    if not path.exists():
        part = path.with_suffix(".part")
        before = json.loads(part.read_text())["cpu"] if part.exists() else 0.0
        used = time.process_time() - before
        values = fit(case)
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"cpu": time.process_time() - used, "values": [float(one) for one in values]}))
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def measured(program: "Engine", painter: "HeadPainter", cases: list[Case], method: str, fits: Fits, out: Path,
             seen: np.ndarray, arc: "ArcFace | None") -> tuple[dict[str, float], list[np.ndarray]]:
    """Means of a method over cases, and the heads it found."""
    from engine.rig.database.portrait_setting import portrait_of

    analyser = program.shared.analyser
    own = [analyser.identity(case.pixels, case.face) for case in cases]
    arc_own = [arc.vector(case.pixels, case.face) for case in cases] if arc else []
    rows: dict[str, list[float]] = {}
    heads = []
    for place, case in enumerate(cases):
        found = kept(out / method, case, getattr(fits, method))
        values = rig(np.array(found["values"], np.float32))
        head = portrait_of(painter, values, 512)
        heads.append(head)
        told = {"landmarks": landmark_error(case.face, values), "seconds": found["cpu"]}
        if case.truth is not None:
            told["values"] = float(np.abs(values.array() - case.truth)[seen].mean())
        faces = analyser.faces(head)
        if faces:
            who = analyser.identity(head, faces[0])
            away = [float(np.linalg.norm(who - other)) for other in own]
            told |= {"dlib": away[place], "dlib rank": float(1 + sum(one < away[place] for one in away))}
            if arc is not None:
                like = [float(arc.vector(head, faces[0]) @ other) for other in arc_own]
                told |= {"ArcFace": like[place], "ArcFace rank": float(1 + sum(one > like[place] for one in like))}
        for key, value in told.items():
            rows.setdefault(key, []).append(value)
    return {key: statistics.mean(one) for key, one in rows.items()}, heads


def main() -> int:
    from engine.base.gl import open_context
    from engine.base.jobs import run
    from engine.engine import Engine
    from engine.head.pack import load_head
    from engine.head.portrait import HeadPainter

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--renders", type=int, default=0)
    parser.add_argument("--varied", type=int, default=0)
    parser.add_argument("--stream", type=int, default=STREAM, help="of which renders are drawn")
    parser.add_argument("--photos", type=Path, nargs="*", default=[])
    parser.add_argument("--methods", default="default,head,guess,network")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--original-steps", type=int, default=1000)
    parser.add_argument("--arcface", type=Path)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    with closing(Engine()) as program:
        painter = HeadPainter(load_head(), open_context())
        fits = Fits(program, painter, options.steps, options.original_steps, options.out)
        opened = [(path.stem, run(program.photos.open(path))) for path in options.photos]
        groups = {"renders": renders(program, painter, options.renders, False, options.stream),
                  "varied renders": renders(program, painter, options.varied, True, options.stream),
                  "photos": [Case(name, photo.picture.pixels[..., :3], photo.faces[0]) for name, photo in opened]}
        seen = visible(painter) if options.renders or options.varied else np.zeros(0, int)
        arc = None
        if options.arcface:
            from measure_likeness import ArcFace

            arc = ArcFace(options.arcface)
        for group, cases in groups.items():
            if not cases:
                continue
            print(f"{len(cases)} {group}" + (f", {len(seen)} visible values" if group != "photos" else ""))
            columns = {}
            for method in options.methods.split(","):
                if method == "drawn" and group != "renders":
                    continue
                told, columns[method] = measured(program, painter, cases, method, fits, options.out, seen, arc)
                print(method, {key: round(one, 4) for key, one in told.items()}, flush=True)
            if options.pictures is not None and group == "photos":
                write_pictures(options.pictures, cases, columns)
    return 0


def write_pictures(path: Path, cases: list[Case], columns: dict[str, list[np.ndarray]], side: int = 220) -> None:
    """A row for each photo: its face, then each method's head."""
    from engine.base.opencv import cv2
    from engine.photo.writing import write_picture

    rows = []
    for place, case in enumerate(cases):
        box = case.face.box
        reach = int(max(box.width, box.height) * 1.5)
        padded = cv2.copyMakeBorder(np.ascontiguousarray(case.pixels), reach, reach, reach, reach,
                                    cv2.BORDER_REPLICATE)
        left, top = (int(middle) + reach - reach // 2 for middle in box.centre)
        cut = padded[top:top + reach, left:left + reach]
        rows.append(np.hstack([cv2.resize(one, (side, side), interpolation=cv2.INTER_AREA)
                                 for one in (cut, *(column[place] for column in columns.values()))]))
    write_picture(path, np.vstack(rows))


if __name__ == "__main__":
    sys.exit(main())
