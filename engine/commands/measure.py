"""``facewright measure``: everything that is known about the faces in a photo; docs/measure.md describes the JSON."""

import argparse
from typing import Any

from engine.commands.parser import count, given
from engine.commands.photos import open_photo


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photo", metavar="PHOTO", type=given)
    parser.add_argument("--face", metavar="N", type=count, help="only this face: 0 is the largest (default: all)")
    parser.add_argument("--no-identity", action="store_true", help="leave the identity vectors out")
    parser.add_argument("--json", action="store_true", help="print everything as JSON (docs/measure.md)")
    parser.set_defaults(action=measure)


def measure(options: argparse.Namespace) -> None:
    from contextlib import closing

    from engine.commands.output import print_json
    from engine.engine import Engine
    from engine.photo.measure import measure as measured

    with closing(Engine()) as engine:
        photo = open_photo(engine, options.photo)
        document = measured(photo.picture, photo.faces, engine.shared.analyser, options.face,
                            identity=options.json and not options.no_identity)
    if options.json:
        print_json(document)
    else:
        print(_summary(document))


def _summary(document: dict[str, Any]) -> str:
    """A few lines for a person."""
    lines = [f"{document['file']}: {document['width']} x {document['height']} pixels, {len(document['faces'])} face(s)"]
    for face in document["faces"]:
        x0, y0, x1, y1 = face["box"]
        pose = ", ".join(f"{name} {value:+.0f}°" for name, value in face["pose"].items())
        lines.append(f"face {face['index']}: {x1 - x0:.0f} x {y1 - y0:.0f} at ({x0:.0f}, {y0:.0f}); {pose}")
        units = [f"{name} {value:.1f}" for name, value in face["action_units"].items() if value >= 1]
        lines.append("  shows " + (", ".join(units) or "no action unit"))
    return "\n".join(lines)
