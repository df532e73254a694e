"""VTube Studio's phone protocol: JSON over UDP. Whoever wants a face asks port 21412 each second, naming its own port;
the face's side answers there for as long as was asked, ten seconds at most. Angles in degrees, shapes in PascalCase.

Which of the head's x, y and z is what is not written down: taken as pitch, yaw and roll.
"""

import json
import math

import numpy as np

from engine.base.json_text import parse_json
from engine.motion.channel_names import SHAPES, channel_name
from engine.rig.engines import engine_preset
from engine.rig.link.frame import ANGLES, LinkFrame
from engine.rig.link.protocol import DatagramError, LinkProtocol

PORT = 21412
ANSWER_PORT = 21413
MOST_PORTS = 4
LONGEST_TIME = 10.0
REQUEST = "iOSTrackingDataRequest"
_EYES = {"EyeLeft": ("leftEyePitch", "leftEyeYaw", "leftEyeRoll"),
         "EyeRight": ("rightEyePitch", "rightEyeYaw", "rightEyeRoll")}
_HEAD = {"Rotation": ("headPitch", "headYaw", "headRoll")}
_MOST_SHAPES = 512


class VTubeStudioWriter:
    """What a phone would say."""

    def datagrams(self, frame: LinkFrame) -> list[bytes]:
        angles = dict(zip(ANGLES, np.degrees(frame.angles).tolist(), strict=True))
        document: dict[str, object] = {"Timestamp": int(frame.time * 1000), "Hotkey": -1, "FaceFound": True}
        for key, names in (*_HEAD.items(), *_EYES.items()):
            document[key] = {axis: round(angles[name], 4) for axis, name in zip("xyz", names, strict=True)}
        document["Position"] = dict.fromkeys("xyz", 0.0)
        document["BlendShapes"] = [{"k": name, "v": round(value, 6)} for name, value
                                   in zip(engine_preset("vtube-studio").shapes, frame.weights.tolist(), strict=True)]
        return [json.dumps(document, separators=(",", ":"), allow_nan=False).encode("ascii")]


class VTubeStudioReader:
    """See the module."""

    def feed(self, datagram: bytes) -> LinkFrame | None:
        try:
            document = parse_json(datagram)
            if document["FaceFound"] is not True:
                return None
            channels: dict[str, float] = {}
            if len(document["BlendShapes"]) > _MOST_SHAPES:
                raise DatagramError("shapes")
            for entry in document["BlendShapes"]:
                name = channel_name(entry["k"])
                if name in SHAPES:
                    channels[name] = _number(entry["v"])
            for key, names in (*_HEAD.items(), *_EYES.items()):
                for axis, name in zip("xyz", names, strict=True):
                    channels[name] = math.radians(_number(document.get(key, {}).get(axis, 0.0)))
            return LinkFrame.of(channels, time=_number(document.get("Timestamp", 0)) / 1000)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            raise DatagramError(str(error)) from None


def request(port: int) -> bytes:
    """What asks for a face to be sent to a port, for two seconds."""
    return json.dumps({"messageType": REQUEST, "time": 2.0, "sentBy": "Facewright", "ports": [port]}).encode("ascii")


def read_request(datagram: bytes) -> tuple[tuple[int, ...], float]:
    """Ports that are to be answered, and for how many seconds. DatagramError for anything that is no request."""
    try:
        document = parse_json(datagram)
        ports, seconds = document["ports"], _number(document["time"])
        if (document["messageType"] != REQUEST or not isinstance(ports, list) or not 0 < len(ports) <= MOST_PORTS
                or not all(type(port) is int and 1024 <= port < 65536 for port in ports)):
            raise DatagramError("request")
        return tuple(ports), min(max(seconds, 0.5), LONGEST_TIME)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise DatagramError(str(error)) from None


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise DatagramError("a number")
    return float(value)


VTUBE_STUDIO = LinkProtocol("vtube-studio", "VTube Studio, as a phone", ANSWER_PORT, VTubeStudioWriter,
                            VTubeStudioReader, request, PORT)
