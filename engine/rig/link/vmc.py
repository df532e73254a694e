"""VMC protocol 3.1 (https://protocol.vmc.info): OSC over UDP, as Unity, Warudo, VSeeFace and Blender take it.

Sent as a performer: loaded and calibrated, the time, the head's turn, a value for each of the 52 shapes under its
PascalCase name ("perfect sync"), and, once at the end, Apply. The shapes alone, or VRM's presets alone: a model that
has both would be moved twice.
"""

import math
from collections.abc import Sequence

import numpy as np

from engine.motion.channel_names import SHAPES, channel_name
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.engines import engine_preset, vrm_presets
from engine.rig.link.frame import ANGLES, LinkFrame
from engine.rig.link.osc import Argument, OscError, OscMessage, decode_packet, encode_bundles, encode_message
from engine.rig.link.protocol import DatagramError, LinkProtocol
from engine.rig.movement import head_turns

PORT = 39539
PERFORMER_PORT = 39540
"""Where VSeeFace and VMC listen for a face alone."""
LARGEST = 1500
"""Bytes of a packet."""
_HEAD_PLACE = (0.0, 0.115, -0.02)
"""Metres from the neck to the head's joint, which every bone is sent with."""


class VmcWriter:
    """names: "shapes", "vrm" (the presets of VRM 1) or "vrm0" (those of VRM 0)."""

    def __init__(self, names: str = "shapes") -> None:
        self._names = names

    def datagrams(self, frame: LinkFrame) -> list[bytes]:
        x, y, z, w = head_turns(frame.angles[None, :3])[0].tolist()
        messages: list[tuple[str, Sequence[Argument]]] = [
            ("/VMC/Ext/OK", (1, 3, 0)), ("/VMC/Ext/T", (float(frame.time),)),
            ("/VMC/Ext/Bone/Pos", ("Head", *_HEAD_PLACE, x, -y, -z, w)),  # Unity's space is left-handed
            *(("/VMC/Ext/Blend/Val", (name, value)) for name, value in self._values(frame.weights)),
            ("/VMC/Ext/Blend/Apply", ()),
        ]
        return encode_bundles([encode_message(address, words) for address, words in messages], LARGEST)

    def _values(self, weights: np.ndarray) -> list[tuple[str, float]]:
        if self._names == "shapes":
            return list(zip(engine_preset("vrm").shapes, weights.tolist(), strict=True))
        # Both lids at once are one preset, and not each side's besides.
        sides = ("blinkLeft", "blinkRight")
        left, right = (float(weights[ARKIT_INDEX[f"eyeBlink{side}"]]) for side in ("Left", "Right"))
        both = min(left, right)
        alone = {"blinkLeft": left - both, "blinkRight": right - both}
        return [(preset.name if self._names == "vrm" else preset.old,
                 alone[preset.name] if preset.name in sides else preset.of(weights))
                for preset in vrm_presets() if self._names == "vrm" or preset.old]


class VmcReader:
    """Gathers values until Apply. Names that are known only: the 52 shapes in any spelling, VRM's presets of 0 and 1.
    """

    def __init__(self) -> None:
        self._shapes: dict[str, float] = {}
        self._presets: dict[str, float] = {}
        self._angles: dict[str, float] = {}
        self._time = 0.0
        self._known = {word: preset for preset in vrm_presets() for word in (preset.name, preset.old) if word}

    def feed(self, datagram: bytes) -> LinkFrame | None:
        try:
            frame = None
            for message in decode_packet(datagram):
                frame = self._take(message) or frame
            return frame
        except (OscError, ValueError, OverflowError) as error:
            raise DatagramError(str(error)) from None

    def _take(self, message: OscMessage) -> LinkFrame | None:
        words = message.arguments
        if message.address == "/VMC/Ext/Blend/Val":
            name, value = _text(words, 0), _number(words, 1)
            if channel_name(name) in SHAPES:
                self._shapes[channel_name(name)] = value
            elif name in self._known:
                self._presets[self._known[name].name] = value
        elif message.address == "/VMC/Ext/T":
            self._time = _number(words, 0)
        elif message.address == "/VMC/Ext/Bone/Pos" and _text(words, 0) == "Head":
            x, y, z, w = (_number(words, place) for place in (4, 5, 6, 7))
            self._angles = dict(zip(ANGLES, _angles(x, -y, -z, w), strict=False))
        elif message.address == "/VMC/Ext/Blend/Apply":
            return LinkFrame.of({**self._mixed(), **self._angles}, time=self._time)
        return None

    def _mixed(self) -> dict[str, float]:
        """The shapes; or, from who has none, what the presets come to."""
        if self._shapes:
            return self._shapes
        mixed = dict.fromkeys(ARKIT_52, 0.0)
        for preset in vrm_presets():
            for shape, weight in preset.shapes.items():
                mixed[shape] += weight * min(max(self._presets.get(preset.name, 0.0), 0.0), 1.0)
        return mixed


def _angles(x: float, y: float, z: float, w: float) -> tuple[float, float, float]:
    """Yaw, pitch and roll of a turn, as `movement.head_turns` makes it of them."""
    size = math.sqrt(x * x + y * y + z * z + w * w)
    if not 0.5 < size < 2:
        raise DatagramError("a turn")
    x, y, z, w = (part / size for part in (x, y, z, w))
    pitch = math.asin(min(max(2 * (w * x - y * z), -1), 1))
    yaw = math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y))
    roll = math.atan2(2 * (x * y + w * z), 1 - 2 * (x * x + z * z))
    return -yaw, pitch, roll


def _number(words: Sequence[Argument | None], place: int) -> float:
    value = words[place] if place < len(words) else None
    if not isinstance(value, (int, float)) or not math.isfinite(value):
        raise DatagramError("a number")
    return float(value)


def _text(words: Sequence[Argument | None], place: int) -> str:
    value = words[place] if place < len(words) else None
    if not isinstance(value, str):
        raise DatagramError("a name")
    return value


VMC = LinkProtocol("vmc", "VMC (Unity, Warudo, VSeeFace, Blender)", PORT, VmcWriter, VmcReader)
VMC_PRESETS = LinkProtocol("vmc-presets", "VMC with the presets of VRM 1", PORT, lambda: VmcWriter("vrm"), VmcReader)
VMC_OLD_PRESETS = LinkProtocol("vmc-presets-0", "VMC with the presets of VRM 0", PORT, lambda: VmcWriter("vrm0"),
                               VmcReader)
