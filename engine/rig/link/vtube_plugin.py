"""VTube Studio's plugin interface (https://github.com/DenchiSoft/VTubeStudio): JSON over a websocket, on this machine.

VTube Studio asks its user whether we may; what it gives then, a token, is good for other times. We send parameters of
our own, one for each of the 52 shapes ("FacewrightJawOpen", 0..1), and what models listen to already: the head's angles
in degrees, mouth, lids, cheeks and tongue. What we do not resend within a second is its own again.
"""

import json
import logging
import math
import select
import socket
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from engine.base.errors import Cancelled, EngineError
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.motion.channel_names import pascal
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.link.addresses import HERE, checked
from engine.rig.link.frame import LinkFrame

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

ID, LABEL, PORT = "vtube-studio-plugin", "VTube Studio, as a plugin", 8001
PREFIX = "Facewright"
LONGEST_TOKEN = 256
PATIENCE = 60.0
"""Seconds in which the user of VTube Studio may think about it."""
_SHAPES = 10.0
"""Seconds that all shapes' parameters may take to be made."""
_API = {"apiName": "VTubeStudioPublicAPI", "apiVersion": "1.0"}
_WHO = {"pluginName": "Facewright", "pluginDeveloper": "Facewright"}
_LARGEST, _MOST_ANSWERS = 1 << 16, 256
_FRAME = "InjectParameterDataRequest"
_GLANCE = 0.25
"""Seconds between two looks at whether somebody still waits."""
_SETTLES = 1.0
"""Seconds that answers to the last frames are waited for."""
_QUIET = logging.Logger("nobody's", logging.CRITICAL + 1)
"""The package logs what strangers send it with where that broke; one line of ours says it."""


class VTubePlugin:
    """Close it. sent: frames that went out and were not refused; lost: the others, and why (`trouble`) the last was.

    token: what VTube Studio gave another time, "" for none; granted: called with a new one. Waits until its user has
    allowed it, a minute at most, whatever it says meanwhile, or until it is `stopped`: Cancelled. UsageError for an
    address beyond this machine; EngineError when nobody is there, when it is not allowed, for answers that are none.
    """

    def __init__(self, host: str = HERE, port: int = 0, token: str = "",
                 granted: Callable[[str], object] = lambda token: None,
                 stopped: Callable[[], bool] = lambda: False) -> None:
        from websockets.sync.client import connect

        host, port = checked(host, port or PORT, beyond=False)
        self.sent = self.lost = self._unanswered = 0
        self.trouble: Text | str = ""
        self._stopped = stopped
        self._open = ExitStack()
        try:  # a socket of ours: otherwise the package would go wherever an answer sends it, to other machines, too
            self._socket: ClientConnection = self._open.enter_context(connect(
                f"ws://{host}:{port}", sock=socket.create_connection((host, port), 5), compression=None, proxy=None,
                open_timeout=5, close_timeout=1, max_size=_LARGEST, logger=_QUIET))
            self._socket.socket.settimeout(None)
        except Exception as error:  # noqa: BLE001 - an answer that is none also trips assertions of the package
            raise EngineError(Text("port {0}: VTube Studio does not answer: {1}", port, _said(error)),
                              Text("its settings have to allow plugins")) from None
        try:
            self._introduce(token, granted)
        except BaseException:
            self.close()
            raise

    def send(self, frame: LinkFrame) -> bool:
        """Whether the frame was sent. Never waits for an answer: one that is refused is no longer `sent` once that has
        come."""
        from websockets.exceptions import WebSocketException

        try:
            if not select.select([], [self._socket.socket], [], 0)[1]:
                self.lost, self.trouble = self.lost + 1, Text("it does not read what it is sent")
                return False
            self._tell(_FRAME, {
                "faceFound": True, "mode": "set",
                "parameterValues": [{"id": name, "value": value} for name, value in parameters(frame).items()]})
            self.sent, self._unanswered = self.sent + 1, self._unanswered + 1
        except (OSError, ValueError, WebSocketException) as error:  # ValueError: of a socket that is closed
            self.lost, self.trouble = self.lost + 1, _said(error)
            return False
        self._look_at_answers(0.0)
        return True

    def settle(self) -> None:
        """Hear what becomes of the last frames; a second at most."""
        self._look_at_answers(_SETTLES)

    def close(self) -> None:
        self._open.close()

    def _introduce(self, token: str, granted: Callable[[str], object]) -> None:
        if not (token and self._ask("AuthenticationRequest", {**_WHO, "authenticationToken": token}).get(
                "authenticated") is True):
            token = self._ask("AuthenticationTokenRequest", _WHO, PATIENCE).get("authenticationToken", "")
            if not is_token(token):
                raise EngineError(Text("VTube Studio gave no token"))
            if self._ask("AuthenticationRequest", {**_WHO, "authenticationToken": token}).get(
                    "authenticated") is not True:
                raise EngineError(Text("VTube Studio does not allow it"))
            granted(token)
        end = monotonic() + _SHAPES
        for shape in ARKIT_52:
            self._ask("ParameterCreationRequest", {
                "parameterName": PREFIX + pascal(shape), "explanation": f"ARKit's {shape}, from Facewright",
                "min": 0, "max": 1, "defaultValue": 0}, end - monotonic())

    def _tell(self, kind: str, data: Mapping[str, Any]) -> None:
        self._socket.send(json.dumps({**_API, "requestID": kind, "messageType": kind, "data": data}, allow_nan=False))

    def _ask(self, kind: str, data: Mapping[str, Any], patience: float = 5.0) -> dict[str, Any]:
        """What is answered. EngineError for a refusal, for no answer, and for one that is none."""
        from websockets.exceptions import WebSocketException

        end = monotonic() + patience
        try:
            self._tell(kind, data)
            for _ in range(_MOST_ANSWERS):
                answer = _answer(self._next(end))
                if answer.get("requestID") == kind:
                    break
            else:
                raise EngineError(Text("VTube Studio does not answer what is asked"))
        except (OSError, WebSocketException) as error:
            raise EngineError(Text("VTube Studio does not answer what is asked: {0}", _said(error))) from None
        found = answer.get("data")
        if not isinstance(found, dict):
            raise EngineError(Text("VTube Studio does not answer what is asked"))
        if answer.get("messageType") == "APIError":
            raise EngineError(_refused(found))
        return found

    def _next(self, end: float) -> str | bytes:
        """The next answer. TimeoutError."""
        while (left := end - monotonic()) > 0:
            if self._stopped():
                raise Cancelled
            with suppress(TimeoutError):
                return self._socket.recv(min(left, _GLANCE))
        raise TimeoutError("timed out")

    def _look_at_answers(self, patience: float) -> None:
        """Those that came, and those to frames that come meanwhile."""
        from websockets.exceptions import WebSocketException

        end = monotonic() + patience
        try:
            for _ in range(_MOST_ANSWERS):
                left = max(end - monotonic(), 0.0) if self._unanswered else 0.0
                self._hear(_answer(self._socket.recv(left)))
        except (OSError, ValueError, WebSocketException):  # TimeoutError among them: the next frame tells what it is
            return

    def _hear(self, answer: Mapping[str, Any]) -> None:
        if answer.get("requestID") != _FRAME or not self._unanswered:
            return
        self._unanswered -= 1
        if answer.get("messageType") == "APIError":
            self.sent, self.lost, self.trouble = self.sent - 1, self.lost + 1, _refused(answer.get("data"))


def parameters(frame: LinkFrame) -> dict[str, float]:
    """What is sent of a frame, by the parameter's name."""
    weights = {shape: float(frame.weights[ARKIT_INDEX[shape]]) for shape in ARKIT_52}
    yaw, pitch, roll = (math.degrees(angle) for angle in frame.angles[:3].tolist())
    return {
        **{PREFIX + pascal(shape): weight for shape, weight in weights.items()},
        "FaceAngleX": yaw, "FaceAngleY": -pitch, "FaceAngleZ": roll,
        "MouthOpen": weights["jawOpen"], "MouthSmile": (weights["mouthSmileLeft"] + weights["mouthSmileRight"]) / 2,
        "EyeOpenLeft": 1 - weights["eyeBlinkLeft"], "EyeOpenRight": 1 - weights["eyeBlinkRight"],
        "CheekPuff": weights["cheekPuff"], "TongueOut": weights["tongueOut"],
    }


def is_token(token: object) -> bool:
    """Whether it is what VTube Studio gives: some letters and digits."""
    return isinstance(token, str) and 0 < len(token) <= LONGEST_TOKEN and token.isascii() and token.isprintable()


def _answer(message: str | bytes) -> dict[str, Any]:
    try:
        answer = parse_json(message.encode("utf-8") if isinstance(message, str) else message)
    except ValueError:
        answer = None
    return answer if isinstance(answer, dict) else {}


def _refused(data: object) -> Text:
    said = data.get("message", "") if isinstance(data, dict) else ""
    return Text("VTube Studio refuses: {0}", " ".join(str(said).split())[:200])


def _said(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)[:200] or type(error).__name__
