"""VTube Studio's plugin interface, spoken with a stand-in for VTube Studio on this machine."""

import json
import socket
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from websockets.datastructures import Headers
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.base.text import Text
from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.files.bytes_file import write_bytes
from engine.rig.link import vtube_plugin
from engine.rig.link.face_link import TOKEN, FaceLink
from engine.rig.link.frame import LinkFrame
from engine.rig.link.vtube_plugin import PREFIX, VTubePlugin, parameters
from engine.rig.schema import load_schema


class Studio:
    """Answers as VTube Studio does.

    told: what it was asked, by kind; moved: whether a frame was among it. wrong: answers it gives instead, `again`
    times. stops: after which kind it reads no more until `goes_on`.
    """

    def __init__(self) -> None:
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.tokens = {"good"}
        self.wrong: dict[str, str] = {}
        self.again, self.stops, self.goes_on = 1, "", threading.Event()
        self.moved = threading.Event()
        self.server: Server

    def answer(self, connection: ServerConnection) -> None:
        for message in connection:
            asked = json.loads(message)
            kind, data = asked["messageType"], asked["data"]
            assert asked["apiName"] == "VTubeStudioPublicAPI" and asked["apiVersion"] == "1.0"
            self.told.append((kind, data))
            if kind == "InjectParameterDataRequest":
                self.moved.set()
            if kind == self.stops:
                self.goes_on.wait()
                return
            if kind in self.wrong:
                for _ in range(self.again):
                    connection.send(self.wrong[kind])
                continue
            given = {"AuthenticationTokenRequest": {"authenticationToken": "good"},
                     "AuthenticationRequest": {"authenticated": data.get("authenticationToken") in self.tokens}}
            connection.send(json.dumps({"requestID": asked["requestID"], "data": given.get(kind, {}),
                                        "messageType": kind.replace("Request", "Response")}))

    def count(self, kind: str) -> int:
        return sum(one == kind for one, _ in self.told)

    @property
    def port(self) -> int:
        return int(self.server.socket.getsockname()[1])


@pytest.fixture()
def studio() -> Iterator[Studio]:
    one = Studio()
    with serve(one.answer, "127.0.0.1", 0, close_timeout=0.5) as one.server:  # one plugin never says good-bye
        serving = threading.Thread(target=one.server.serve_forever)
        serving.start()
        yield one
        one.server.shutdown()
        serving.join()


def test_it_asks_once_and_sends_every_shape(studio: Studio) -> None:
    granted: list[str] = []
    frame = LinkFrame(np.linspace(0, 1, 52, dtype=np.float32))
    with closing(VTubePlugin(port=studio.port, granted=granted.append)) as plugin:
        assert granted == ["good"] and studio.count("AuthenticationTokenRequest") == 1
        created = [data for kind, data in studio.told if kind == "ParameterCreationRequest"]
        assert len(created) == 52 and all(4 <= len(one["parameterName"]) <= 32 and one["parameterName"].isalnum()
                                          and len(one["explanation"]) < 256 for one in created)
        assert plugin.send(frame) and (plugin.sent, plugin.lost) == (1, 0)
        assert studio.moved.wait(10)
    kind, data = studio.told[-1]
    assert kind == "InjectParameterDataRequest" and data["mode"] == "set" and data["faceFound"] is True
    values = {one["id"]: one["value"] for one in data["parameterValues"]}
    assert values == pytest.approx(parameters(frame))
    assert {PREFIX + "JawOpen", "MouthOpen", "FaceAngleX"} <= values.keys()
    assert all(values[PREFIX + name[0].upper() + name[1:]] == pytest.approx(frame.weights[ARKIT_INDEX[name]])
               for name in ARKIT_52)


def test_a_token_of_another_time_is_enough_while_it_is_good(studio: Studio) -> None:
    VTubePlugin(port=studio.port, token="good").close()
    assert studio.count("AuthenticationTokenRequest") == 0
    granted: list[str] = []
    VTubePlugin(port=studio.port, token="old", granted=granted.append).close()
    assert studio.count("AuthenticationTokenRequest") == 1 and granted == ["good"]


@pytest.mark.parametrize(("kind", "wrong"), [
    ("AuthenticationTokenRequest", '{"requestID": "AuthenticationTokenRequest", "messageType": "APIError", "data": '
                                   '{"errorID": 50, "message": "denied by the user"}}'),
    ("AuthenticationTokenRequest", '{"requestID": "AuthenticationTokenRequest", "data": {"authenticationToken": 5}}'),
    ("AuthenticationTokenRequest", '{"requestID": "AuthenticationTokenRequest", "data": []}'),
    ("AuthenticationRequest", '{"requestID": "AuthenticationRequest", "data": {"authenticated": false}}'),
    ("ParameterCreationRequest", "x" * (1 << 17))])
def test_what_is_refused_or_no_answer_is_one_error(kind: str, wrong: str, studio: Studio) -> None:
    studio.wrong[kind] = wrong
    granted: list[str] = []
    with pytest.raises(EngineError) as told:
        VTubePlugin(port=studio.port, granted=granted.append)
    assert "\n" not in str(told.value) and len(str(told.value)) < 300
    assert granted == [] or kind == "ParameterCreationRequest"


def test_never_beyond_this_machine() -> None:
    with pytest.raises(UsageError, match="beyond this machine"):
        VTubePlugin("192.168.1.2")


def test_it_goes_nowhere_else() -> None:
    def elsewhere(connection: ServerConnection, request: Request) -> Response:
        return Response(302, "Found", Headers({"Location": f"ws://127.0.0.1:{other.getsockname()[1]}/"}), b"")

    with socket.create_server(("127.0.0.1", 0)) as other, serve(
            lambda connection: None, "127.0.0.1", 0, process_request=elsewhere) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        try:
            with pytest.raises(EngineError, match="does not answer"):
                VTubePlugin(port=int(server.socket.getsockname()[1]))
            other.setblocking(False)
            with pytest.raises(BlockingIOError):
                other.accept()
        finally:
            server.shutdown()
            serving.join()


def test_what_is_no_websocket_is_one_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        def answer() -> None:
            with closing(server.accept()[0]) as connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 101 X\r\n" + b"a: b\r\n" * 1000)

        answering = threading.Thread(target=answer)
        answering.start()
        with pytest.raises(EngineError, match="does not answer"):
            VTubePlugin(port=int(server.getsockname()[1]))
        answering.join()


def test_it_is_waited_for_no_longer_whatever_it_says(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10_000, 10))
    monkeypatch.setattr(vtube_plugin, "monotonic", lambda: float(next(clock)))
    studio.wrong = dict.fromkeys(["AuthenticationTokenRequest"], "{}")
    studio.again = vtube_plugin._MOST_ANSWERS
    with pytest.raises(EngineError, match="timed out"):
        VTubePlugin(port=studio.port)


def test_who_does_not_read_is_not_waited_for(studio: Studio) -> None:
    studio.stops = "InjectParameterDataRequest"
    try:
        with closing(VTubePlugin(port=studio.port, token="good")) as plugin:
            plugin._socket.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 14)
            while plugin.send(LinkFrame()) and plugin.sent < 20_000:
                pass
            assert plugin.lost == 1 and "does not read" in plugin.trouble and isinstance(plugin.trouble, Text)
    finally:
        studio.goes_on.set()


def test_a_frame_that_is_refused_is_not_sent(studio: Studio, tmp_path: Path,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    with closing(VTubePlugin(port=studio.port, token="good")) as plugin:
        assert plugin.send(LinkFrame())
        plugin.settle()  # its answer is on its way
        studio.wrong["InjectParameterDataRequest"] = json.dumps({
            "requestID": "InjectParameterDataRequest", "messageType": "APIError",
            "data": {"errorID": 450, "message": "no such\nparameter"}})
        for _ in range(3):
            plugin.send(LinkFrame())
        plugin.settle()
        assert (plugin.sent, plugin.lost) == (1, 3)
        assert plugin.trouble == "VTube Studio refuses: no such parameter" and isinstance(plugin.trouble, Text)
    write_bytes(tmp_path / "face.bytes", load_schema("face-nn").defaults("female"))
    assert run_command(["rig", "link", "send", str(tmp_path / "face.bytes"), "--to", "vtube-studio-plugin", "--pose",
                        "jawOpen=1", "--seconds", "0.1", "--port", str(studio.port)]) == BAD_INPUT
    assert "nothing could be sent: VTube Studio refuses" in capsys.readouterr().err


def test_a_frame_when_it_has_gone_is_lost(studio: Studio) -> None:
    with closing(VTubePlugin(port=studio.port, token="good")) as plugin:
        plugin._socket.close()
        assert not plugin.send(LinkFrame()) and (plugin.sent, plugin.lost) == (0, 1) and plugin.trouble


def test_the_head_that_is_drawn_is_sent_once_it_is_allowed(studio: Studio, tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vtube_plugin, "PORT", studio.port)
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path))
    link, values = FaceLink(), load_schema("face-nn").defaults("female")
    for _ in range(2):
        run(link.turn(vtube_plugin.ID))
        assert link.name == vtube_plugin.ID and studio.count("AuthenticationTokenRequest") == 1, "it is asked once"
    assert stat.S_IMODE((tmp_path / TOKEN).stat().st_mode) == 0o600
    link.show(values, np.full(52, 0.5, np.float32), 0.0, 0.0)
    assert link.sent == 1 and studio.moved.wait(10)
    run(link.turn(""))
    assert link.name == "" and link.sent == 0
    studio.server.shutdown()
    studio.server.socket.close()
    with pytest.raises(EngineError, match="does not answer"):
        run(link.turn(vtube_plugin.ID))
    assert link.name == ""


def test_who_gives_up_waiting_for_leave_has_no_link(studio: Studio, tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vtube_plugin, "PORT", studio.port)
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path))
    studio.wrong["AuthenticationTokenRequest"] = "{}"  # nobody answers what was asked
    link, before = FaceLink(), set(threading.enumerate())
    asking = link.turn(vtube_plugin.ID)
    while not studio.count("AuthenticationTokenRequest"):
        next(asking)
    run(link.turn(""))  # something else is chosen
    asking.close()
    for thread in set(threading.enumerate()) - before:
        if thread.name.startswith("job"):
            thread.join(10)
            assert not thread.is_alive(), "nobody waits a minute for what nobody wants"
    assert link.name == "" and not list(tmp_path.iterdir())


def test_the_command_line_keeps_the_token_only_where_it_is_told_to(studio: Studio, tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch,
                                                                 capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    write_bytes(tmp_path / "face.bytes", load_schema("face-nn").defaults("female"))
    words = ["rig", "link", "send", "face.bytes", "--to", "vtube-studio-plugin", "--pose", "jawOpen=1",
             "--seconds", "0.1", "--port", str(studio.port)]
    assert run_command(words) == DONE and "frames sent" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["face.bytes"]
    for _ in range(2):
        assert run_command([*words, "--token", "token"]) == DONE
    assert studio.count("AuthenticationTokenRequest") == 2, "the second time it is known"
    assert (tmp_path / "token").read_text() == "good" and stat.S_IMODE((tmp_path / "token").stat().st_mode) == 0o600
    (tmp_path / "token").write_text("a\nb")
    assert run_command([*words, "--token", "token"]) == BAD_INPUT and (tmp_path / "token").read_text() == "a\nb"
    assert run_command([*words[:5], "vmc", *words[6:], "--token", "token"]) == USAGE
    studio.server.shutdown()
    assert run_command([*words[:-1], "1"]) == BAD_INPUT
    assert capsys.readouterr().err.count("\n") == 3
