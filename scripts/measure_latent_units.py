"""Measure which units `--renderer latent` can draw, and write resources/expression/latent-support.toml.

``measure_latent_units.py [--faces N] [--photo PHOTO]`` (five minutes of one core). On faces that were used for
nothing else, each unit of latent.toml is asked for at 6 of 10, up and down where it has both, and what came is measured
on the drawn face: how much of what was asked the closed loop reached (by blendshapes), whether the landmarks say so
too (engine/photo/au_measures.py, which the loop does not look at), what else moved, and dlib's distance to the face
before. Photos that were looked for in the generator already are asked too (`--photo`, may be repeated).
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.look import Look
from engine.base.opencv import cv2
from engine.commands.output import finish
from engine.engine import Engine
from engine.expression.latent.basis import shipped
from engine.expression.latent.loop import ClosedLoop
from engine.expression.latent.measures import LOGITS, NAMES, PLACE
from engine.expression.latent.probe import Probe
from engine.expression.latent.remarks import phrase
from engine.expression.latent.units import MEASURED, SUPPORT, UNITS, LatentUnit, aim, write_support
from engine.expression.units import CONTROLS
from engine.generator.sample import sample_latents
from engine.photo.au_measures import measure_units
from engine.photo.contact_sheet import contact_sheet
from engine.photo.writing import write_picture
from engine.render.request import Rendering  # noqa: E402

FIRST_SEED, TRUNCATION = 3_000_200, 0.8
ASKED = 0.6
"""Of the end of a control's range."""
MOST_TURNED = 25.0
"""Degrees; what lies behind a cheek is not measured well."""
LEAST_ASKED = 0.4
"""Standard deviations: faces on which a unit has less to do say nothing of it."""
SHOWN, SIDE = 0.8, 116
STRIP = ("AU1", "AU2", "AU4", "AU5", "blink", "AU12", "-AU12", "AU15", "AU25", "-AU25", "AU26", "head.yaw")
"""In the picture: how much is asked, pixels of a face, and of what."""
GOOD = {"reached": 0.6, "agreeing": 0.8, "besides": 0.3, "distance": 0.35}
FAIR = {"reached": 0.35, "agreeing": 0.7, "besides": 0.5, "distance": 0.45}
ALIVE = 0.01
"""A blendshape that 99 of 100 drawn faces show less than this of is no label of anything."""
CLEAR = 0.003
"""Inter-ocular distances by which the landmarks must move to agree: above their noise."""
HEAD = f"""What the closed loop reached on faces nobody had tuned it on: scripts/measure_latent_units.py.

[[unit]] fields: support as measured: "good", "side effects" (told by `remark`) or "no" (told why).
remark, measures: see engine/expression/latent/remarks.py.
faces: how many it was asked of, at {ASKED:g} of the range. reached: mean share of what was asked. agreeing: share of
faces on which the landmarks moved that way too, sight: how far on average, in inter-ocular distances. drift: mean of
how far other measures moved that should have stayed, in standard deviations. distance: dlib's, mean, to the face
before. *_down: the same for values below 0."""


DOCS = Path(__file__).resolve().parent.parent / "docs" / "latent.md"
BEGIN, END = "<!-- measured -->", "<!-- to here -->"


@dataclass(frozen=True)
class Trial:
    """One unit on one face: see HEAD. moved: (k,) how far every measure went; sight: nan for a unit without one."""

    reached: float
    sight: float
    drift: float
    distance: float
    moved: np.ndarray
    held: np.ndarray


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--faces", type=int, default=6)
    parser.add_argument("--photo", type=Path, action="append", default=[])
    parser.add_argument("--picture", type=Path, help="draw what is supported here, and measure nothing")
    parser.add_argument("--only", nargs="*", help="measure these units anew, the others stay as they are")
    options = parser.parse_args()
    engine = Engine(gl="none")
    loop = ClosedLoop(shipped(), Probe(lambda: engine.shared.latents.generator, lambda: engine.shared.analyser))
    codes = [*drawn_codes(engine, loop, options.faces), *photo_codes(engine, options.photo)]
    if options.picture:
        write_picture(options.picture, strip(engine, loop, codes[:options.faces], options.photo))
        return
    bases = [loop.measure(code) for code in codes]
    rows = []
    for unit in UNITS.values():
        if options.only and unit.id not in options.only:
            rows += [{"id": unit.id, **MEASURED[unit.id]}] if unit.id in MEASURED else []
            continue
        row = judged(unit, [trial for code, base in zip(codes, bases, strict=True)
                            for trial in tried(loop, code, base, unit, 1.0)],
                     [trial for code, base in zip(codes, bases, strict=True) if unit.minus
                      for trial in tried(loop, code, base, unit, -1.0)])
        print(row, flush=True)
        rows.append(row)
    write_table(rows)
    write_support(rows, HEAD)


def table(rows: list[dict[str, Any]]) -> str:
    """The rows for docs/latent.md."""
    lines = ["| unit | drawn | reached, up / down | landmarks agree | drift | identity | besides |",
             "|---|---|---|---|---|---|---|"]
    for row in rows:
        cells = [both(row, name) for name in ("reached", "agreeing", "drift", "distance")]
        lines.append(f"| {row['id']} | {row['support']} | {' | '.join(cells)} | {phrase(row)} |")
    return "\n".join(lines)


def both(row: dict[str, Any], name: str) -> str:
    return " / ".join(f"{row[key]:.2f}" for key in (name, f"{name}_down") if key in row)


def write_table(rows: list[dict[str, Any]]) -> None:
    before, _, rest = DOCS.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCS.write_text(f"{before}{BEGIN}\n{table(rows)}\n{END}{after}", encoding="utf-8")


def drawn_codes(engine: Engine, loop: ClosedLoop, count: int) -> Iterator[np.ndarray]:
    """Codes of faces that look about ahead."""
    import torch

    generator, seed = engine.shared.latents.generator, FIRST_SEED
    while count:
        w = torch.from_numpy(sample_latents(generator, [seed], "numpy", TRUNCATION).w)
        with torch.inference_mode():
            code = generator.spread(w, TRUNCATION)[0].numpy()
        seed += 1
        if abs(loop.measure(code).face.yaw) < MOST_TURNED:
            count -= 1
            yield code


def strip(engine: Engine, loop: ClosedLoop, codes: list[np.ndarray], photos: list[Path]) -> np.ndarray:
    """Units that are supported, one face in a row: drawn faces, then photos with the change laid in."""
    asked = [(UNITS[name.lstrip("-")], -1.0 if name.startswith("-") else 1.0) for name in STRIP
             if SUPPORT[name.lstrip("-")] != "no"]
    rows = []
    for number, code in enumerate(codes):
        base = loop.measure(code)
        own = loop.basis.standard(base.measures)
        pictures = [engine.shared.latents.draw(code, 512)]
        for unit, way in asked:
            found = finish(loop.solve(code, base, aim({unit.id: value_of(unit, way)}, own, loop.basis)))
            pictures.append(engine.shared.latents.draw(loop.basis.moved(code, found.move), 512))
        rows.append((f"drawn face {number + 1}", [small(picture) for picture in pictures]))
    for path in photos:
        photo = finish(engine.photos.open(path))
        looks = [Look(), *(Look.of(CONTROLS, {unit.id: value_of(unit, way)}) for unit, way in asked)]
        rows.append(("photo", finish(engine.pictures.thumbnails(photo.id, 0, looks, SIDE, Rendering("latent")))))
    return contact_sheet(["as it is", *(f"{unit.id} {value_of(unit, way):+g}" for unit, way in asked)], rows)


def value_of(unit: LatentUnit, way: float) -> float:
    control = CONTROLS[unit.controls[0]]
    return round((SHOWN if unit.plus else 1.0) * (control.maximum if way > 0 else control.minimum), 1)


def small(picture: np.ndarray) -> np.ndarray:
    """The face of a drawn square (s, s, 3) float32."""
    side = picture.shape[0]
    face = picture[side // 6:-side // 12, side // 8:-side // 8]
    return np.rint(255 * cv2.resize(face, (SIDE, SIDE), interpolation=cv2.INTER_AREA)).astype(np.uint8)


def photo_codes(engine: Engine, paths: list[Path]) -> Iterator[np.ndarray]:
    for path in paths:
        yield engine.shared.latents.code(finish(engine.photos.open(path)), 0)


def tried(loop: ClosedLoop, code: np.ndarray, base: Any, unit: LatentUnit, way: float) -> Iterator[Trial]:
    """The unit on one face; nothing when it has nothing to do there."""
    control = CONTROLS[unit.controls[0]]
    own = loop.basis.standard(base.measures)
    share = ASKED if unit.plus else 1.0
    target = aim({unit.id: share * (control.maximum if way > 0 else control.minimum)}, own, loop.basis)
    if np.linalg.norm((target.target - own)[target.asked]) < LEAST_ASKED:
        return
    found = finish(loop.solve(code, base, target))
    sight = np.nan
    if unit.sight:
        name = unit.sight.lstrip("-")
        rise = measure_units(found.seen.face)[name] - measure_units(base.face)[name]
        sight = rise * way * (-1 if unit.sight.startswith("-") else 1)
    held = (target.weight > 0) & ~target.asked
    moved = found.measures - own
    yield Trial(found.reached, sight, float(np.abs(moved[held]).mean()), loop.distance(found.seen, base), moved, held)


def judged(unit: LatentUnit, up: list[Trial], down: list[Trial]) -> dict[str, Any]:
    """One row of the file."""
    row: dict[str, Any] = {"id": unit.id, "support": "no", "remark": ""}
    dead = [name for name in unit.asks if name in LOGITS and high_weight(name) < ALIVE]
    for trials, end in ((up, ""), (down, "_down")):
        if trials:
            sights = [trial.sight for trial in trials if np.isfinite(trial.sight)]
            row |= {f"faces{end}": len(trials), f"reached{end}": mean(trials, "reached"),
                    f"drift{end}": mean(trials, "drift"), f"distance{end}": mean(trials, "distance")}
            if sights:
                row[f"agreeing{end}"] = round(float(np.mean([sight > CLEAR for sight in sights])), 2)
                row[f"sight{end}"] = round(float(np.mean(sights)), 3)
    if dead:
        return row | {"remark": "unseen", "measures": dead[:1]}
    row["support"] = "good" if meets(row, GOOD) else "side effects" if meets(row, FAIR) else "no"
    if row["support"] == "side effects":
        return row | leaks(up if fails(row, GOOD, "") else down)
    return row | {"remark": "" if row["support"] == "good" else "missed"}


def meets(row: dict[str, Any], least: dict[str, float]) -> bool:
    """Whether both ends are as good as that, where there are two."""
    return not fails(row, least, "") and not fails(row, least, "_down")


def fails(row: dict[str, Any], least: dict[str, float], end: str) -> bool:
    if f"reached{end}" not in row:
        return not end  # no face had anything to do: nothing is known
    return not (row[f"reached{end}"] >= least["reached"] and row.get(f"agreeing{end}", 1.0) >= least["agreeing"]
                and row[f"drift{end}"] <= least["besides"] and row[f"distance{end}"] <= least["distance"])


def leaks(trials: list[Trial]) -> dict[str, Any]:
    """The row's fields that say which measures move most without having been asked for."""
    moved = np.mean([np.where(trial.held, trial.moved, 0.0) for trial in trials], axis=0)
    worst = [place for place in np.argsort(-np.abs(moved))[:3] if abs(moved[place]) > 0.35]
    if worst:
        return {"remark": "brings",
                "measures": [f"{'+' if moved[place] > 0 else '-'}{NAMES[place]}" for place in worst]}
    return {"remark": "weak" if mean(trials, "reached") < GOOD["reached"] else "everything"}


def high_weight(name: str) -> float:
    """The blendshape that one of a hundred drawn faces has more of."""
    return float(1 / (1 + np.exp(-shipped().high[PLACE[name]])))


def mean(trials: list[Trial], field: str) -> float:
    return round(float(np.mean([getattr(trial, field) for trial in trials])), 2)


if __name__ == "__main__":
    main()
