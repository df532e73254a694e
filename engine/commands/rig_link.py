"""``facewright rig link``: a face's movement over UDP to an engine, and from a phone or a tracker into a recording."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import Cancelled, EngineError, UsageError
from engine.base.overwriting import refuse_to_overwrite
from engine.base.text import Text
from engine.commands.parser import Parser, count, given, setting, written
from engine.commands.rig_options import read_rig, set_option, values_argument, whose_option
from engine.rig.link.addresses import HERE

if TYPE_CHECKING:
    from engine.rig.link import vtube_plugin


def add_link(actions: "argparse._SubParsersAction[Parser]") -> None:
    parser = actions.add_parser("link", help="live: send a face to an engine, or record one from a phone")
    kinds = parser.add_subparsers(title="actions", dest="link_command", metavar="ACTION", required=True,
                                  parser_class=Parser)
    sending = kinds.add_parser("send", help="send a movement, a pose or a rig's values")
    values_argument(sending)
    whose_option(sending)
    set_option(sending)
    _link_options(sending, "to")
    sending.add_argument("--take", metavar="TAKE", type=given,
                         help="move as in this Live Link Face CSV, Audio2Face .json, or .npz of ours")
    sending.add_argument("--pose", metavar="SHAPE=WEIGHT", type=setting, action="append", default=[],
                         help="show this, 0 to 1; in place of a take")
    sending.add_argument("--token", metavar="FILE", type=written,
                         help="of vtube-studio-plugin: keep here what VTube Studio gives when its user allows it, so "
                              "that it need not ask again (default: it is kept nowhere)")
    sending.add_argument("--name", metavar="NAME", default="Facewright", help="of the character (default: Facewright)")
    sending.set_defaults(action=send)
    receiving = kinds.add_parser("receive", help="record what comes")
    _link_options(receiving, "from")
    receiving.add_argument("-o", "--output", metavar="TAKE.csv", type=written, required=True,
                           help="the recording to write; from face-nn tools the values, .bytes or .json")
    receiving.set_defaults(action=receive)


def _link_options(parser: argparse.ArgumentParser, way: str) -> None:
    parser.add_argument(f"--{way}", dest="protocol", metavar="LINK", required=True,
                        help="live-link, vmc, vmc-presets, vmc-presets-0, vtube-studio or face-nn"
                        + ("; or vtube-studio-plugin" if way == "to" else ""))
    parser.add_argument("--host", metavar="ADDRESS", default=HERE, help=f"the other side (default: {HERE})"
                        if way == "to" else f"where to listen, or the phone that is asked (default: {HERE})")
    parser.add_argument("--port", metavar="N", type=count, default=0, help="another port than the usual one")
    parser.add_argument("--beyond-this-machine", action="store_true", help="other machines may be spoken to")
    parser.add_argument("--seconds", metavar="N", type=float, default=10.0, help="how long (default: 10)")


def send(options: argparse.Namespace) -> None:
    from engine.commands.output import finish
    from engine.commands.rig_export import take_of
    from engine.rig.link import vtube_plugin
    from engine.rig.link.playing import play
    from engine.rig.link.protocols import protocol
    from engine.rig.link.sender import LinkSender
    from engine.rig.movement import movement_of, shown_by

    plugin = options.protocol == vtube_plugin.ID
    link = None if plugin else protocol(options.protocol)
    if options.token is not None and not plugin:
        raise UsageError(Text("--token is of {0}", vtube_plugin.ID))
    take, values = take_of(options), read_rig(options)
    take = take or shown_by(values)
    movement = None if take is None else movement_of(take)
    if movement is None and (link is None or not link.schema):
        raise UsageError(Text("nothing moves"), Text("name it with --take or --pose"))
    seconds = _seconds(options)
    with closing(_plugin(options) if link is None else LinkSender(
            link, options.host, options.port, options.beyond_this_machine)) as sender:
        sent = finish(play(sender, movement, values, seconds, options.name))
        if not sent and sender.lost:
            raise EngineError(Text("{0}: nothing could be sent: {1}", options.host, sender.trouble))
        if not sent:
            raise EngineError(Text("nobody asked for a face in {0} s", f"{seconds:g}"))
        print(f"{vtube_plugin.LABEL if link is None else link.label}: {sent} frames sent"
              + (f", {sender.lost} lost: {sender.trouble}" if plugin and sender.lost else ""))


def _plugin(options: argparse.Namespace) -> "vtube_plugin.VTubePlugin":
    """VTube Studio, which asks its user unless the file that --token names holds what it gave another time."""
    from engine.base.files import read_limited
    from engine.base.writing import check_place, write_private
    from engine.rig.link.vtube_plugin import LONGEST_TOKEN, VTubePlugin, is_token

    path: Path | None = options.token
    if path is None:
        return VTubePlugin(options.host, options.port)
    token = ""
    if path.exists():
        token = read_limited(path, LONGEST_TOKEN + 2).decode("ascii", "replace").strip()
        if not is_token(token):
            raise EngineError(Text("{0}: holds no token", path))
    check_place(path)
    return VTubePlugin(options.host, options.port, token, lambda new: write_private(path, new.encode("ascii")))


def receive(options: argparse.Namespace) -> None:
    from engine.base.writing import check_place
    from engine.commands.output import finish
    from engine.motion.csv_file import write_csv
    from engine.rig.exporters import EXPORTERS, format_of
    from engine.rig.files.bytes_file import write_bytes
    from engine.rig.files.json_file import write_json
    from engine.rig.link.playing import Recording
    from engine.rig.link.protocols import protocol
    from engine.rig.link.receiver import LinkReceiver

    link = protocol(options.protocol)
    recordings = ("bytes", "json") if link.id == "face-nn" else ("csv",)
    wanted = format_of(options.output, [one for one in EXPORTERS if one.id in recordings])
    refuse_to_overwrite([options.output], [])
    seconds = _seconds(options)
    check_place(options.output)  # nobody plays it a second time
    with closing(LinkReceiver(link, options.host, options.port, options.beyond_this_machine)) as receiver:
        recording = Recording(receiver, link.label)
        try:
            finish(recording.record(seconds))
        except (Cancelled, KeyboardInterrupt):  # how one ends a recording; nobody plays it a second time
            if not recording.frames:
                raise
        take, values = recording.taken()
        if take is not None:
            write_csv(options.output, take)
        elif values is not None:
            (write_json if wanted.id == "json" else write_bytes)(options.output, values)
        print(f"{options.output}: {receiver.frames} frames, {receiver.malformed} malformed packets ignored")


def _seconds(options: argparse.Namespace) -> float:
    if not 0 < options.seconds <= 24 * 3600:
        raise UsageError(Text("seconds go from 0 to a day, not {0}", f"{options.seconds:g}"))
    return float(options.seconds)
