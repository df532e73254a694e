"""Live links over real sockets, on this machine only: what is sent, what is counted, and who is not spoken to."""

import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.base.text import Text
from engine.commands import BAD_INPUT, USAGE, interrupts, run_command
from engine.motion.csv_file import read_csv, write_csv
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.rig.files.bytes_file import write_bytes
from engine.rig.files.json_file import write_json
from engine.rig.link.addresses import HERE
from engine.rig.link.frame import LinkFrame
from engine.rig.link.live_link import LIVE_LINK
from engine.rig.link.playing import Recording, play
from engine.rig.link.protocol import LinkProtocol
from engine.rig.link.protocols import PROTOCOLS, protocol
from engine.rig.link.receiver import LinkReceiver
from engine.rig.link.sender import LinkSender
from engine.rig.link.vtube_studio import VTUBE_STUDIO, request
from engine.rig.movement import movement_of
from engine.rig.schema import load_schema

PATIENCE = 10.0
VALUES = load_schema("face-nn").defaults("female")


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture()
def raw() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        one.settimeout(PATIENCE)
        yield one


@pytest.mark.parametrize("link", [one.id for one in PROTOCOLS if one.ask is None])
def test_a_frame_arrives(link: str) -> None:
    port, frame = _free_port(), LinkFrame(np.full(52, 0.25, np.float32), values=VALUES)
    with closing(LinkReceiver(protocol(link), port=port)) as receiver, \
            closing(LinkSender(protocol(link), port=port)) as sender:
        assert receiver.poll() is None
        assert sender.send(frame)
        came = receiver.poll(PATIENCE)
        assert came is not None and receiver.frames == 1 and (sender.sent, sender.lost) == (1, 0)
        assert came.values == VALUES if link == "face-nn" else came.weights.max() > 0


def test_malformed_packets_are_counted_and_the_newest_frame_counts(raw: socket.socket) -> None:
    port = _free_port()
    with closing(LinkReceiver(LIVE_LINK, port=port)) as receiver:
        writer = LIVE_LINK.writer()
        for datagram in (b"", b"nonsense", writer.datagrams(LinkFrame(np.full(52, 0.1, np.float32)))[0],
                         writer.datagrams(LinkFrame(np.full(52, 0.9, np.float32)))[0]):
            raw.sendto(datagram, ("127.0.0.1", port))
        came = receiver.poll(PATIENCE)
        assert came is not None and came.weights[0] == pytest.approx(0.9)
        assert (receiver.frames, receiver.malformed) == (2, 2)


def test_nobody_listening_is_no_failure() -> None:
    with closing(LinkSender(LIVE_LINK, port=_free_port())) as sender:
        for _ in range(20):
            sender.send(LinkFrame())
        assert sender.sent + sender.lost >= 20


@pytest.mark.parametrize("host", ["192.168.1.2", "8.8.8.8", "0.0.0.0", "255.255.255.255"])
@pytest.mark.parametrize("side", [LinkSender, LinkReceiver])
def test_other_machines_must_be_allowed(side: type, host: str) -> None:
    for link in (LIVE_LINK, VTUBE_STUDIO):
        with pytest.raises(UsageError, match="beyond this machine"):
            side(link, host)


@pytest.mark.parametrize("host", ["example.org", "", "::1", "127.0.0.1.evil", "x" * 500])
def test_names_are_not_looked_up(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_up(*_: object) -> None:
        raise AssertionError("a name was looked up")

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    with pytest.raises(UsageError, match="is no address"):
        LinkSender(LIVE_LINK, host, beyond=True)


def test_a_port_that_is_taken(raw: socket.socket) -> None:
    with pytest.raises(EngineError, match="cannot be listened at"):
        LinkReceiver(LIVE_LINK, port=raw.getsockname()[1])
    with pytest.raises(UsageError, match="no port"):
        LinkReceiver(LIVE_LINK, port=70_000)


def test_vtube_studio_is_answered_for_as_long_as_it_asks(raw: socket.socket) -> None:
    now = [100.0]
    port = _free_port()
    with closing(LinkSender(VTUBE_STUDIO, port=port, clock=lambda: now[0])) as sender:
        assert not sender.send(LinkFrame()), "nobody asked"
        raw.sendto(b"nonsense", ("127.0.0.1", port))
        raw.sendto(request(raw.getsockname()[1]), ("127.0.0.1", port))
        assert sender.send(LinkFrame()) and sender.malformed == 1
        assert b'"FaceFound":true' in raw.recv(65535)
        now[0] += 1.9
        assert sender.send(LinkFrame())
        now[0] += 0.2
        assert not sender.send(LinkFrame())


def test_few_askers_are_answered(raw: socket.socket) -> None:
    port = _free_port()
    with closing(LinkSender(VTUBE_STUDIO, port=port)) as sender:
        for number in range(30):
            raw.sendto(request(2000 + number), ("127.0.0.1", port))
        sender.send(LinkFrame())
        assert len(sender._targets) == 8


def test_a_phone_is_asked_each_second(raw: socket.socket) -> None:
    now = [0.0]
    from dataclasses import replace

    link = replace(VTUBE_STUDIO, ask_port=raw.getsockname()[1])
    port = _free_port()
    with closing(LinkReceiver(link, port=port, clock=lambda: now[0])) as receiver:
        for now[0] in (0.0, 0.5, 0.99, 1.0):
            receiver.poll()
        asked = [raw.recv(4096), raw.recv(4096)]
        assert asked == [request(port)] * 2
        raw.setblocking(False)
        with pytest.raises(BlockingIOError):
            raw.recv(4096)
        raw.sendto(VTUBE_STUDIO.writer().datagrams(LinkFrame(np.full(52, 0.5, np.float32)))[0], ("127.0.0.1", port))
        came = receiver.poll(PATIENCE)
        assert came is not None and came.weights[0] == 0.5


def _movement() -> Take:
    times = np.arange(30) / 30
    return Take((Track(ARKIT_52, times, np.tile(times[:, None], (1, 52))),), 30.0)


class _Told:
    """A sender that keeps what it was given."""

    def __init__(self) -> None:
        self.frames: list[LinkFrame] = []

    @property
    def sent(self) -> int:
        return len(self.frames)

    def send(self, frame: LinkFrame) -> bool:
        self.frames.append(frame)
        return True

    def settle(self) -> None:
        pass


def test_movement_is_played_at_its_own_pace_and_late_frames_are_left_out() -> None:
    now, sender = [0.0], _Told()

    def wait(seconds: float) -> None:
        now[0] += seconds if len(sender.frames) != 10 else 0.5  # once the machine is busy for half a second

    sent = run(play(sender, movement_of(_movement()), VALUES, 2.0, "hero", lambda: now[0], wait))  # type: ignore[arg-type]
    shown = [round(float(frame.weights[0]) * 30) for frame in sender.frames]
    assert sent == len(shown) < 61 and shown[:10] == list(range(10)) and shown[10] > 20
    assert shown[-1] == 0 and max(shown) == 29, "it begins anew"
    assert all(abs(frame.time * 30 - round(frame.time * 30)) < 0.99 for frame in sender.frames)


def test_what_does_not_move_is_sent_again_for_who_comes_later() -> None:
    now, sender = [0.0], _Told()

    def wait(seconds: float) -> None:
        now[0] += max(seconds, 1e-6)

    run(play(sender, None, VALUES, 1.0, "hero", lambda: now[0], wait))  # type: ignore[arg-type]
    assert 9 <= len(sender.frames) <= 12 and all(frame.values == VALUES for frame in sender.frames)


class _Phone:
    """A receiver that is given a frame every thirtieth of a second of a clock that it moves."""

    def __init__(self, now: list[float], frames: int) -> None:
        self.now, self.left, self.malformed = now, frames, 3

    def poll(self, wait: float) -> LinkFrame | None:
        self.now[0] += 1 / 30
        self.left -= 1
        return LinkFrame(np.full(52, 0.5, np.float32)) if self.left >= 0 else None


def test_what_comes_is_a_take() -> None:
    now = [5.0]
    recording = Recording(_Phone(now, 20), "phone", lambda: now[0])  # type: ignore[arg-type]
    run(recording.record(1.0))
    take, values = recording.taken()
    assert values is None and take is not None
    assert len(take.tracks[0].times) == 20 and take.rate == pytest.approx(30, rel=0.01)
    assert take.track("jawOpen").start == 0 and take.at(0)["jawOpen"] == 0.5 and "leftEyeYaw" in take.names


def test_nothing_that_comes_is_said() -> None:
    now = [5.0]
    recording = Recording(_Phone(now, 0), "phone", lambda: now[0])  # type: ignore[arg-type]
    run(recording.record(1.0))
    with pytest.raises(EngineError, match="nothing came in 1 s; 3 malformed"):
        recording.taken()


def test_frames_that_come_at_once_are_one_in_a_recording(tmp_path: Path) -> None:
    now = [5.0]

    class Burst(_Phone):
        def poll(self, wait: float) -> LinkFrame | None:
            self.now[0] += 1 / 30 if self.left % 2 else 5e-6
            self.left -= 1
            return LinkFrame(np.full(52, self.left / 10, np.float32)) if self.left >= 0 else None

    recording = Recording(Burst(now, 10), "phone", lambda: now[0])  # type: ignore[arg-type]
    run(recording.record(1.0))
    take, _ = recording.taken()
    assert take is not None
    write_csv(tmp_path / "a.csv", take)
    assert read_csv(tmp_path / "a.csv").track("jawOpen").values[:, 0] == pytest.approx([0.9, 0.7, 0.5, 0.3, 0.1, 0])


@pytest.mark.parametrize(("words", "status", "said"), [
    (["send", "face.bytes", "--to", "vmc"], USAGE, "nothing moves"),
    (["send", "face.bytes", "--to", "smoke"], USAGE, "live-link, vmc"),
    (["send", "face.bytes", "--to", "vmc", "--pose", "jawOpen=1", "--host", "8.8.8.8"], USAGE, "beyond this machine"),
    (["send", "face.bytes", "--to", "face-nn", "--seconds", "-1"], USAGE, "a day"),
    (["send", "none.bytes", "--to", "face-nn"], BAD_INPUT, "none.bytes"),
    (["receive", "--from", "vmc", "-o", "a.glb"], USAGE, "must end in"),
    (["receive", "--from", "face-nn", "-o", "a.csv"], USAGE, "must end in"),
    (["receive", "--from", "vmc", "-o", "a.vrma"], USAGE, "must end in .csv"),
    (["receive", "--from", "vmc", "-o", "a.bytes"], USAGE, "must end in .csv"),
    (["receive", "--from", "vmc", "--seconds", "0", "-o", "a.csv"], USAGE, "a day"),
    (["send", "face.bytes", "--to", "vmc", "--pose", "jawOpen=1", "--seconds", "0.1", "--host", "255.255.255.255",
      "--beyond-this-machine"], BAD_INPUT, "255.255.255.255: nothing could be sent"),
    (["send", "head.json", "--to", "face-nn", "--seconds", "0.1"], BAD_INPUT, "carries the values of a face-nn rig"),
    (["receive", "--from", "vmc", "--port", "1", "-o", "face.bytes/a.csv"], BAD_INPUT, "face.bytes/a.csv"),
])
def test_what_the_command_line_refuses(words: list[str], status: int, said: str, tmp_path: Path,
                                       monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    write_bytes(tmp_path / "face.bytes", VALUES)
    write_json(tmp_path / "head.json", load_schema("facewright-head").defaults())
    assert run_command(["rig", "link", *words]) == status
    told = capsys.readouterr().err
    assert said in told and told.count("\n") == 1 and sorted(path.name for path in tmp_path.iterdir()) == ["face.bytes",
                                                                                                       "head.json"]


def test_the_command_line_records_what_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    out, port = tmp_path / "came.csv", _free_port()
    poll, feed = LinkReceiver.poll, LIVE_LINK.writer()

    def fed(self: LinkReceiver, wait: float = 0.0) -> LinkFrame | None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as phone:
            phone.sendto(feed.datagrams(LinkFrame(np.full(52, 0.5, np.float32)))[0], ("127.0.0.1", port))
            phone.sendto(b"nonsense", ("127.0.0.1", port))
        return poll(self, wait)

    monkeypatch.setattr(LinkReceiver, "poll", fed)
    words = ["--from", "live-link", "--port", str(port), "--seconds", "0.2", "-o", str(out)]
    assert run_command(["rig", "link", "receive", *words]) == 0
    assert "malformed packets ignored" in capsys.readouterr().out and out.read_text().startswith("Timecode")


@pytest.mark.parametrize("noted", [False, True])
@pytest.mark.parametrize("frames", [0, 4])
def test_a_recording_that_is_ended_by_hand_keeps_what_came(frames: int, noted: bool, tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch,
                                                           capsys: pytest.CaptureFixture[str]) -> None:
    out, arrived, count = tmp_path / "came.csv", [], iter(range(frames))
    monkeypatch.setattr(interrupts, "_arrived", arrived)

    def poll(self: LinkReceiver, _: float = 0.0) -> LinkFrame | None:
        if next(count, None) is None:
            arrived.append(signal.SIGTERM)
            if not noted:  # else it was lost in a library, and found by who runs the job
                raise KeyboardInterrupt
            return None
        return LinkFrame(np.full(52, 0.5, np.float32))

    monkeypatch.setattr(LinkReceiver, "poll", poll)
    words = ["--from", "live-link", "--port", str(_free_port()), "--seconds", "60", "-o", str(out)]
    status = run_command(["rig", "link", "receive", *words])
    said = capsys.readouterr()
    if frames:
        assert (status, said.err) == (0, "") and 1 <= len(read_csv(out).track("jawOpen").times) <= frames
    else:
        assert (status, said.err) == (128 + signal.SIGTERM, "facewright: cancelled\n") and not list(tmp_path.iterdir())


def test_what_is_drawn_is_told_once_it_is_turned_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.rig.link import sender
    from engine.rig.link.face_link import FaceLink

    told, closed = [], []

    class Kept:
        sent = 0

        def __init__(self, link: LinkProtocol, host: str, beyond: bool) -> None:
            assert host == HERE and not beyond
            self.link = link

        def send(self, frame: LinkFrame) -> bool:
            if self.link.id == "face-nn" and frame.values == "other":
                raise EngineError(Text("another rig"))
            told.append((self.link.id, frame))
            return True

        def close(self) -> None:
            closed.append(self.link.id)

    monkeypatch.setattr(sender, "LinkSender", Kept)
    link = FaceLink()
    link.show(VALUES, None, 0, 0)
    assert told == [], "off until somebody turns it on"
    run(link.turn("vmc"))
    link.show(VALUES, np.full(52, 1.5), 10.0, 5.0)
    run(link.turn("face-nn"))
    link.show("other", None, 0, 0)  # type: ignore[arg-type]
    link.show(VALUES, None, 0, 0)
    with pytest.raises(UsageError):
        run(link.turn("smoke"))
    off = link.turn("")
    next(off)
    run(link.turn("vmc"))
    run(off)  # who was overtaken turns nothing off
    assert link.name == "vmc"
    run(link.turn(""))
    link.show(VALUES, None, 0, 0)
    assert [name for name, _ in told] == ["vmc", "face-nn"] and closed == ["vmc", "face-nn", "vmc"]
    frame = told[0][1]
    assert frame.weights.max() == 1 and frame.values == VALUES
    assert np.degrees(frame.angles[:2]) == pytest.approx([-10, -5]), "to its left and up are below 0"
