"""The face-nn tools' own link: one datagram a command, an ASCII letter and what follows it. `p` is parameters:

    p{"shape": 4, "param": [99 numbers], "name": "..."}

`m` (a message) and `q` (the end) are taken and change nothing.
"""

import json

from engine.base.errors import EngineError
from engine.base.json_text import parse_json
from engine.rig.link.frame import LinkFrame
from engine.rig.link.protocol import DatagramError, LinkProtocol
from engine.rig.values import SHAPES, RigValues

PORT = 5011
FACE_NN, FACE_NN_COUNT = "face-nn", 99
_LONGEST_NAME = 200
_SHAPE_NAMES = {number: name for name, number in SHAPES.items()}


class FaceNnWriter:
    """Sends a face-nn rig's values; movement is no matter of this link."""

    def datagrams(self, frame: LinkFrame) -> list[bytes]:
        if frame.values is None or frame.values.schema != FACE_NN or frame.values.shape not in SHAPES:
            raise DatagramError("no face-nn values")
        document = {"shape": SHAPES[frame.values.shape], "param": list(frame.values.values),
                    "name": frame.name[:_LONGEST_NAME]}
        return [b"p" + json.dumps(document, allow_nan=False).encode("ascii")]


class FaceNnReader:
    """See the module."""

    def feed(self, datagram: bytes) -> LinkFrame | None:
        if datagram[:1] in (b"m", b"q"):
            return None
        if datagram[:1] != b"p":
            raise DatagramError("command")
        try:
            document = parse_json(datagram[1:])
            numbers, shape, name = document["param"], document["shape"], document["name"]
            if (not isinstance(numbers, list) or len(numbers) != FACE_NN_COUNT or type(shape) is not int
                    or not all(type(number) in (int, float) for number in numbers)
                    or not isinstance(name, str) or len(name) > _LONGEST_NAME):
                raise DatagramError("parameters")
            return LinkFrame(values=RigValues.of(FACE_NN, [float(number) for number in numbers], _SHAPE_NAMES[shape]),
                             name=name)
        except (EngineError, ValueError, KeyError, TypeError, OverflowError) as error:
            raise DatagramError(str(error)) from None


FACE_NN_LINK = LinkProtocol("face-nn", "face-nn tools", PORT, FaceNnWriter, FaceNnReader, schema=FACE_NN)
