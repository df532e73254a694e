"""A process of its own that says sentences with libespeak-ng: it is under the GPL, so no other code shares its process.

Reads lines of JSON from its input, {"voice", "text", "rate", "pitch"}; answers each with a line of JSON, {"rate",
"samples", "phones": [[sample, name], ...]}, and so many bytes of 16-bit sound. A name begins at its sample.
"""

import ctypes
import json
import sys

_RETRIEVAL, _PHONEMES_IN_IPA, _UTF8 = 2, 3, 1
_END, _PHONEME = 6, 7
_RATE, _PITCH = 1, 3


class _Name(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("identifier", ctypes.c_uint), ("position", ctypes.c_int),
                ("length", ctypes.c_int), ("milliseconds", ctypes.c_int), ("sample", ctypes.c_int),
                ("data", ctypes.c_void_p), ("id", _Name)]


def main() -> None:
    library = ctypes.CDLL("libespeak-ng.so.1")
    rate = library.espeak_Initialize(_RETRIEVAL, 0, None, _PHONEMES_IN_IPA)
    sound = bytearray()
    phones: list[tuple[int, str]] = []

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))
    def heard(wave: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]") -> int:
        if wave and count > 0:
            sound.extend(ctypes.string_at(wave, count * 2))
        place = 0
        while events[place].type:
            if events[place].type == _PHONEME:
                phones.append((events[place].sample, events[place].id.string.decode("utf-8", "ignore")))
            place += 1
        return 0

    library.espeak_SetSynthCallback(heard)
    for line in sys.stdin:
        asked = json.loads(line)
        sound.clear()
        phones.clear()
        found = library.espeak_SetVoiceByName(asked["voice"].encode())
        library.espeak_SetParameter(_RATE, asked["rate"], 0)
        library.espeak_SetParameter(_PITCH, asked["pitch"], 0)
        text = asked["text"].encode()
        if found == 0:
            library.espeak_Synth(text, len(text) + 1, 0, 0, 0, _UTF8, None, None)
            library.espeak_Synchronize()
        answer = {"rate": rate, "samples": len(sound) // 2, "phones": phones}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + bytes(sound))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
