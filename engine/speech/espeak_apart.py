"""espeak-ng's library, spoken with in a process of its own (`engine.process.call`).

The library is the machine's own, under the GPL 3: it is never part of this program, nor in its process. It tells when
each phoneme begins, which espeak-ng's command does not.
"""

import ctypes
import ctypes.util
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text

LONGEST_SPEECH = 40 * 60.0
"""Seconds after which espeak-ng is interrupted."""
_SYNCHRONOUS = 2
_PHONEMES_IN_IPA = 0x8003
"""And: do not end the process when the voices' data is missing."""
_UTF8 = 1
_END, _PHONEME, _RATE = 0, 7, 8
_WORDS_A_MINUTE = 1
_NAMES = {"win32": ("libespeak-ng.dll", r"C:\Program Files\eSpeak NG\libespeak-ng.dll"),
          "darwin": ("libespeak-ng.dylib", "/opt/homebrew/lib/libespeak-ng.dylib", "/usr/local/lib/libespeak-ng.dylib")}
_OTHERS = ("libespeak-ng.so.1", "libespeak-ng.so")


class _Id(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_void_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h."""

    _fields_ = [("type", ctypes.c_int), ("identifier", ctypes.c_uint), ("place", ctypes.c_int),
                ("length", ctypes.c_int), ("milliseconds", ctypes.c_int), ("sample", ctypes.c_int),
                ("user", ctypes.c_void_p), ("id", _Id)]


class _Voice(ctypes.Structure):
    """espeak_VOICE of speak_lib.h."""

    _fields_ = [("name", ctypes.c_char_p), ("languages", ctypes.c_char_p), ("identifier", ctypes.c_char_p),
                ("gender", ctypes.c_ubyte), ("age", ctypes.c_ubyte), ("variant", ctypes.c_ubyte),
                ("unused", ctypes.c_ubyte), ("score", ctypes.c_int), ("spare", ctypes.c_void_p)]


_Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


def speak(data: bytes, voice: str, words_a_minute: int) -> tuple[dict[str, Any], np.ndarray]:
    """A text (UTF-8) said: rate, and phonemes as pairs of IPA and first sample; (N,) uint16, the samples' own bits.

    EngineError where there is no espeak-ng, or no such voice.
    """
    library = _library()
    os.environ["PULSE_RUNTIME_PATH"] = os.path.join(os.devnull, "none")  # else PulseAudio makes a folder in the home
    rate = int(library.espeak_Initialize(_SYNCHRONOUS, 0, None, _PHONEMES_IN_IPA))
    if rate <= 0:
        raise _absent()
    wanted = _Voice(languages=voice.encode())  # en-gb is the language of a voice with another name
    if library.espeak_SetVoiceByName(voice.encode()) and library.espeak_SetVoiceByProperties(ctypes.byref(wanted)):
        raise EngineError(Text("espeak-ng has no voice {0}", repr(voice)),
                          Text("such as en-us, en-gb, de, fr, es, it, ja or cmn, with a speaker as in en-us+f3"))
    library.espeak_SetParameter(_WORDS_A_MINUTE, words_a_minute, 0)
    pieces: list[np.ndarray] = []
    phonemes: list[tuple[str, int]] = []
    most, count = round(LONGEST_SPEECH * rate), 0

    def heard(samples: Any, length: int, events: Any) -> int:
        nonlocal count
        if length > 0 and samples:
            pieces.append(np.ctypeslib.as_array(samples, (length,)).astype(np.int16))
            count += length
        number = 0
        while events and events[number].type != _END:
            event = events[number]
            if event.type == _PHONEME:
                phonemes.append((event.id.string.decode("utf-8", "ignore"), int(event.sample)))
            number += 1
        return int(count > most)

    callback = _Heard(heard)
    library.espeak_SetSynthCallback(callback)
    status = library.espeak_Synth(ctypes.c_char_p(data), ctypes.c_size_t(len(data) + 1), ctypes.c_uint(0), 1,
                                  ctypes.c_uint(0), ctypes.c_uint(_UTF8), None, None)
    library.espeak_Terminate()
    if status != 0:
        raise EngineError(Text("espeak-ng could not say the text"))
    said = np.concatenate(pieces) if pieces else np.zeros(0, np.int16)
    return {"rate": rate, "phonemes": phonemes}, said.view(np.uint16)


def _library() -> ctypes.CDLL:
    for name in (*_NAMES.get(sys.platform, _OTHERS), ctypes.util.find_library("espeak-ng")):
        if name and not (Path(name).is_absolute() and not Path(name).exists()):
            try:
                return ctypes.CDLL(name)
            except OSError:
                continue
    raise _absent()


def _absent() -> EngineError:
    return EngineError(Text("espeak-ng, which speaks texts, is not on this machine"),
                       Text("install espeak-ng, or give the sound and the phonemes' times"))
