"""What `facewright reenact` is told of speech: the flags, and the driver they make."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.commands.parser import count, given

if TYPE_CHECKING:
    from engine.reenact.drivers.speech_driver import SpeechDriver
    from engine.reenact.span import Span

_TEXT_FILE = ".txt"
_LARGEST_TEXT = 1 << 20
_SPEEDS = 80, 150, 450


def add_speech_options(parser: argparse.ArgumentParser) -> None:
    said = parser.add_argument_group("speech", "a text alone is spoken by espeak-ng, where that is installed; a sound "
                                               "is best given with its text")
    said.add_argument("--text", metavar="T|FILE.txt", help="say this")
    said.add_argument("--audio", metavar="A", type=given, help="say what is heard in this sound, or film with sound")
    said.add_argument("--phonemes", metavar="F", type=given,
                      help="say these phonemes at their times: CSV or TSV (phoneme, start, end), TextGrid, .lab, "
                           "Rhubarb's JSON or TSV; --audio gives the sound beside")
    said.add_argument("--voice", metavar="V", default="", help="espeak-ng's voice for the text, such as en-us, de or "
                                                               "fr+f3 (default: one for the text's script)")
    said.add_argument("--speed", metavar="N", type=count, default=_SPEEDS[1],
                      help=f"words a minute of a text that is spoken, {_SPEEDS[0]} to {_SPEEDS[2]} (default "
                           f"{_SPEEDS[1]})")
    said.add_argument("--listener", metavar="NAME", default="",
                      help="who hears a sound without a text: pocketsphinx (English, where it is installed), network "
                           "or loudness (default: the first there is)")
    said.add_argument("--seed", metavar="N", type=count, default=0,
                      help="other blinks, brows and head for the same words")
    said.add_argument("--no-blinks", action="store_true", help="the eyes stay open")
    said.add_argument("--no-brows", action="store_true", help="the brows stay where they are")
    said.add_argument("--no-head", action="store_true", help="the head stays where it is")


def speech_driver_from(options: argparse.Namespace, span: "Span") -> "SpeechDriver | None":
    """The driver, None where another one is asked for. UsageError for none at all, and for two."""
    from engine.reenact.drivers.speech_driver import SpeechDriver
    from engine.speech.finding import SpeechRequest
    from engine.speech.liveliness import Liveliness

    speaks = options.text is not None or options.audio is not None or options.phonemes is not None
    others = options.video is not None or options.csv is not None
    if speaks == others:
        raise UsageError(Text("what is said drives the portrait by itself, without --video and --csv") if speaks
                         else Text("one of --video, --csv, --text, --audio and --phonemes is needed"))
    asked = (options.voice, options.listener, options.speed != _SPEEDS[1], options.seed, options.no_blinks,
             options.no_brows, options.no_head)
    if others:
        if any(asked):
            raise UsageError(Text("voice, speed, listener, seed, blinks, brows and head are chosen for speech only"))
        return None
    request = SpeechRequest(_text(options.text), options.audio, options.phonemes, options.voice, options.speed,
                            options.listener)
    manner = Liveliness(options.seed, not options.no_blinks, not options.no_brows, not options.no_head)
    return SpeechDriver(request, manner, span)


def _text(given_text: str | None) -> str | None:
    """The text, or what stands in the file that is named."""
    from engine.base.files import read_limited

    if given_text is None or not given_text.lower().endswith(_TEXT_FILE) or "\n" in given_text:
        return given_text
    path = Path(given_text)
    try:
        return read_limited(path, _LARGEST_TEXT).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EngineError(Text("{0}: is no text in UTF-8", path)) from None
