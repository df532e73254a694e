"""Hold drawn pictures to their bar: what the sliders make of faces, by judges that the puppet is not fitted by.

    python scripts/measure_pictures.py collect FACES             draw and fetch the faces of pictures/faces.toml
    python scripts/measure_pictures.py measure FACES RESULTS     all measures, all faces; goes on where it was stopped
        [--measure teeth presets] [--faces 6300 smile | --role judging] [--anew]
    python scripts/measure_pictures.py reach RESULTS             what the judge of presets reads at the units' ends
    python scripts/measure_pictures.py table RESULTS [--before RESULTS]            Markdown, by role
    python scripts/measure_pictures.py sheet FACES RESULTS OUT.jpg [--side 160]    the worst ten by each measure

FACES is a folder of pictures; files that are not on the list are measured as faces for judging. Judges that may not be
used commercially are asked for by name: `facewright models get --accept-licence dlib-landmarks-68 insightface-small`;
the network of expressions is fetched beside the results. What is measured, and by what rule, is said in
scripts/pictures; the figures as they stand are in docs/pictures.md.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import engine  # noqa: E402, F401 - first: it sets what numpy reads when it loads

# isort: split
from engine.base.errors import EngineError  # noqa: E402
from engine.engine import Engine  # noqa: E402
from engine.photo.picture_kinds import is_picture_name  # noqa: E402
from pictures import gaps, identities, mouths, presets, slides, turns, units  # noqa: E402
from pictures.faces import collect, listed_faces  # noqa: E402
from pictures.judges import Judges  # noqa: E402
from pictures.sheet import worst_sheet  # noqa: E402
from pictures.sitter import Sitter  # noqa: E402
from pictures.table import read_records, table  # noqa: E402

MEASURES: dict[str, Callable[[Sitter], dict[str, float]]] = {
    "teeth": mouths.teeth, "presets": presets.measure, "units": units.measure, "identities": identities.measure,
    "reach": presets.reach, "turns": turns.measure, "screen": mouths.screen, "ends": slides.ends,
    "flicker": slides.flicker, "gaps": gaps.measure,
}


def measure(folder: Path, results: Path, names: Sequence[str], faces: Sequence[str], role: str, anew: bool) -> None:
    """Write RESULTS/FACE.json, complete after every measure."""
    results.mkdir(parents=True, exist_ok=True)
    roles = {face.name: face.role for face in listed_faces()}
    paths = [path for path in sorted(folder.iterdir()) if is_picture_name(path)
             and (not faces or path.stem in faces) and role in ("", roles.get(path.stem, "judging"))]
    judges = Judges(results / "networks")
    started, done = time.monotonic(), 0
    with closing(Engine()) as program:
        for path in paths:
            file = results / f"{path.stem}.json"
            record = json.loads(file.read_text()) if file.exists() else {}
            wanted = [name for name in names if anew or name not in record]
            if not wanted:
                continue
            try:
                sitter = Sitter(path, program, judges)
            except EngineError as error:
                print(f"{path.name}: left out: {error}", flush=True)
                continue
            record["face"] = {"role": roles.get(path.stem, "judging"), **sitter.facts}
            for name in wanted:
                record[name] = MEASURES[name](sitter)
                file.write_text(json.dumps(record, indent=1))
            sitter.close()
            done += 1
            print(f"{path.name}: {', '.join(wanted)} ({done} of {len(paths)}, "
                  f"{time.monotonic() - started:.0f} s)", flush=True)


def sheet(folder: Path, results: Path, out: Path, side: int) -> None:
    """Of the faces that the generator draws: nobody's likeness goes into the documents."""
    from engine.base.opencv import cv2

    drawn = {face.name: f"{face.name}.png" for face in listed_faces() if face.seed is not None}
    paths = {name: folder / file for name, file in drawn.items() if (results / f"{name}.json").exists()}
    records = {name: json.loads((results / f"{name}.json").read_text()) for name in paths}
    with closing(Engine()) as program:
        page = worst_sheet(paths, records, program, Judges(results / "networks"), side)
    cv2.imwrite(str(out), page[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 68])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    does = parser.add_subparsers(dest="do", required=True)
    one = does.add_parser("collect")
    one.add_argument("folder", type=Path)
    one = does.add_parser("measure")
    one.add_argument("folder", type=Path)
    one.add_argument("results", type=Path)
    one.add_argument("--measure", nargs="+", choices=tuple(MEASURES), default=tuple(MEASURES))
    one.add_argument("--faces", nargs="+", default=())
    one.add_argument("--role", choices=("tuning", "judging"), default="")
    one.add_argument("--anew", action="store_true", help="also what is known already")
    one = does.add_parser("reach")
    one.add_argument("results", type=Path)
    one = does.add_parser("table")
    one.add_argument("results", type=Path)
    one.add_argument("--before", type=Path)
    one = does.add_parser("sheet")
    one.add_argument("folder", type=Path)
    one.add_argument("results", type=Path)
    one.add_argument("out", type=Path)
    one.add_argument("--side", type=int, default=160, help="pixels of a window")
    options = parser.parse_args()
    if options.do == "collect":
        collect(options.folder)
    elif options.do == "measure":
        measure(options.folder, options.results, options.measure, options.faces, options.role, options.anew)
    elif options.do == "reach":
        found = [record["reach"] for record in read_records(options.results, "tuning") if "reach" in record]
        print(json.dumps(presets.reached(found), indent=1))
    elif options.do == "table":
        places = {"before, ": options.before, "now, ": options.results} if options.before else {"": options.results}
        print(table({f"{when}{role}": read_records(place, role) for role in ("judging", "tuning")
                     for when, place in places.items()}))
    else:
        sheet(options.folder, options.results, options.out, options.side)


if __name__ == "__main__":
    main()
