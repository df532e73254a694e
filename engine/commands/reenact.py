"""``facewright reenact``: a portrait moved by a video, a recording or what is said, written as a film."""

import argparse
import json
import os
from contextlib import closing
from typing import TYPE_CHECKING

from engine.base.errors import UsageError
from engine.base.overwriting import refuse_to_overwrite
from engine.base.text import Text
from engine.commands.parser import count, given, given_or_named, processes, setting, size, written
from engine.commands.photos import PHOTO_HELP, open_photo
from engine.commands.renderers import tell_notes
from engine.commands.speech_options import add_speech_options, speech_driver_from

if TYPE_CHECKING:
    from engine.base.look import Look
    from engine.engine import Engine
    from engine.reenact.drivers.driver import Driver
    from engine.reenact.manner import DriveManner
    from engine.reenact.report import FilmReport

_MOST_PROCESSES = 8


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.epilog = ("Only films of people who agree to it, please. The driver's own face is not in the film, nor kept "
                     "anywhere.\nStopped or killed, the same command goes on where it was.")
    parser.add_argument("photo", metavar="PHOTO", type=given, help=PHOTO_HELP)
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--video", metavar="V", type=given, help="move as the largest face in this video does; its sound "
                                                              "goes along")
    who.add_argument("--csv", metavar="C", type=given, help="move as in this Live Link Face CSV, or .npz of ours")
    add_speech_options(parser)
    parser.add_argument("-o", "--output", metavar="OUT.mp4", type=written, required=True, help="the film to write")
    parser.add_argument("--face", metavar="N", type=count, default=0, help="which face: 0, the default, is the largest")
    parser.add_argument("--range", metavar="A:B", dest="span", default="", help="only this part of the driver, seconds")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--relative", action="store_true", help="add what the driver does beyond its rest (the default)")
    how.add_argument("--absolute", action="store_true", help="take on what the driver shows, rest and pose and all")
    parser.add_argument("--neutral", metavar="A:B", default="",
                        help="where in the film the driver rests, seconds (default: found by itself)")
    parser.add_argument("--gain", metavar="PART=X", type=setting, action="append", default=[],
                        help="how much a part moves: brows, eyes, gaze, mouth or head; 1 as the driver, 0 not at all, "
                             "at most 3")
    parser.add_argument("--look", metavar="PRESET|FILE", type=given_or_named,
                        help="what the portrait wears besides: a preset (facewright presets), a preset file, a project")
    parser.add_argument("--size", metavar="N", type=size,
                        help="write a smaller film, its longer side N pixels (never larger than the photo)")
    parser.add_argument("--processes", metavar="N", type=processes, default=min(os.cpu_count() or 1, _MOST_PROCESSES),
                        help="look and draw with so many processes (default: one for each processor, 8 at most)")
    parser.add_argument("--export-csv", metavar="F", type=written,
                        help="write the driver's motion as Live Link Face CSV, too")
    parser.add_argument("--report", metavar="R.json", type=written,
                        help="look at the film again, and write what was measured of it and of the driver")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")
    parser.set_defaults(action=reenact)


def reenact(options: argparse.Namespace) -> None:
    from engine.base.writing import check_place, write_whole
    from engine.commands.looks import named_look
    from engine.commands.output import finish, print_json
    from engine.engine import Engine
    from engine.motion.csv_file import write_csv
    from engine.process.pool import Pool
    from engine.reenact.films import SUFFIX
    from engine.reenact.request import FilmRequest

    if options.output.suffix.lower() != SUFFIX:
        raise UsageError(Text("{0}: films are written as {1}", options.output.name, SUFFIX))
    driven = [path for path in (options.video, options.csv, options.audio, options.phonemes) if path is not None]
    outputs = [path for path in (options.output, options.export_csv, options.report) if path is not None]
    refuse_to_overwrite(outputs, [options.photo, *driven])
    for path in outputs:
        check_place(path)
    manner = manner_from(options)
    look: Look | None = named_look(str(options.look)).look if options.look else None
    workers = Pool(options.processes, Text("often there is not enough memory: give fewer --processes; what was drawn "
                                           "is kept"))
    with closing(Engine()) as engine:
        driver = driver_from(options, engine)
        photo = open_photo(engine, options.photo)
        request = FilmRequest(photo.id, options.face, driver, manner, size=options.size,
                              **({} if look is None else {"look": look}))
        report = finish(engine.films.film(request, options.output, workers))
        tell_notes(report.notes)
        if options.export_csv is not None:
            write_csv(options.export_csv, report.drive.take)
        if options.report is not None:
            report = finish(engine.films.looked_at(request, report, options.output))
            facts = report.facts() | {"portrait": str(options.photo), "output": str(options.output)}
            write_whole(options.report, (json.dumps(facts, indent=2, ensure_ascii=True) + "\n").encode())
    if options.json:
        print_json(report.facts() | {"portrait": str(options.photo), "output": str(options.output)})
    else:
        print(f"{options.output}: {told(report)}")


def manner_from(options: argparse.Namespace) -> "DriveManner":
    """How the motion is taken over. UsageError for parts that there are not, and gains out of range."""
    from engine.motion.face_parts import PARTS
    from engine.reenact.manner import DriveManner, Gains
    from engine.reenact.span import typed_span

    gains = dict(options.gain)
    for name in gains:
        if name not in PARTS:
            raise UsageError(Text("--gain {0}: no part of a face that moves by itself", name),
                             Text("it is one of {0}", ", ".join(PARTS)))
    neutral = typed_span(options.neutral) if options.neutral else None
    return DriveManner(not options.absolute, Gains(**gains), neutral)


def driver_from(options: argparse.Namespace, engine: "Engine") -> "Driver":
    """What moves the portrait."""
    from engine.photo.identity import identity_files
    from engine.reenact.drivers.recording_driver import RecordingDriver
    from engine.reenact.drivers.video_driver import VideoDriver
    from engine.reenact.span import Span, typed_span

    span = typed_span(options.span) if options.span else Span()
    speech = speech_driver_from(options, span)
    if speech is not None:
        return speech
    if options.csv is not None:
        return RecordingDriver(options.csv, span)
    return VideoDriver(options.video, engine.store.path("face-landmarker", "face_landmarker.task"), span,
                       identity_files(engine.store))


def told(report: "FilmReport") -> str:
    """What was made, in one line."""
    facts = report.facts()
    line = (f"{facts['frames']} frames, {facts['seconds']:.2f} s, {facts['width']} x {facts['height']}, "
            f"{facts['encoder']}")
    if facts["lost_seconds"]:
        line += f"; the driver's face was lost for {facts['lost_seconds']:.2f} s"
    if facts["faces"] > 1:
        line += f"; {facts['faces']} faces seen, the largest followed"
    if facts["resumed_parts"]:
        line += f"; {facts['resumed_parts']} parts were there already"
    return line
