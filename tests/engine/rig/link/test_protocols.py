"""Live links' datagrams: to the byte as their documents say, read by others, and hostile ones refused."""

import json
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import UsageError
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.engines import vrm_presets
from engine.rig.link.facenn import FaceNnReader, FaceNnWriter
from engine.rig.link.frame import ANGLES, LinkFrame
from engine.rig.link.live_link import APPLE_ORDER, LiveLinkReader, LiveLinkWriter
from engine.rig.link.osc import MOST_MESSAGES, OscError, decode_packet, encode_bundles, encode_message
from engine.rig.link.protocol import DatagramError
from engine.rig.link.protocols import PROTOCOLS, protocol
from engine.rig.link.vmc import LARGEST, VmcReader, VmcWriter
from engine.rig.link.vtube_studio import VTubeStudioReader, VTubeStudioWriter, read_request, request
from engine.rig.schema import load_schema
from engine.rig.variation import random_rig


def _frame(seed: int = 1) -> LinkFrame:
    draw = np.random.default_rng(seed)
    angles = draw.uniform(-0.5, 0.5, len(ANGLES)).astype(np.float32)
    return LinkFrame(draw.random(52).astype(np.float32), angles, random_rig("face-nn", seed), "héro", 12.5)


@pytest.mark.parametrize("link", ["live-link", "vmc", "vtube-studio"])
def test_what_was_sent_is_what_comes(link: str) -> None:
    writer, reader = protocol(link).writer(), protocol(link).reader()
    for seed in range(3):
        sent, came = _frame(seed), None
        for datagram in writer.datagrams(sent):
            came = reader.feed(datagram) or came
        assert came is not None and np.allclose(came.weights, sent.weights, atol=1e-5)
        shown = 3 if link == "vmc" else 9  # VMC carries the head
        assert np.allclose(came.angles[:shown], sent.angles[:shown], atol=1e-5)


def test_a_name_that_is_no_text_is_sent_as_one() -> None:
    came = LiveLinkReader().feed(LiveLinkWriter().datagrams(LinkFrame(name="A\udcff"))[0])
    assert came is not None and came.name == "A?"


def test_face_nn_values_are_the_very_same() -> None:
    sent = _frame()
    came = FaceNnReader().feed(FaceNnWriter().datagrams(sent)[0])
    assert came is not None and came.values is not None and sent.values is not None
    assert came.values.same_as(sent.values) and came.name == "héro"
    data = FaceNnWriter().datagrams(sent)[0]
    assert data[:1] == b"p" and data.isascii()
    assert {key: type(value) for key, value in json.loads(data[1:]).items()} == {
        "shape": int, "param": list, "name": str}
    with pytest.raises(DatagramError):
        FaceNnWriter().datagrams(LinkFrame(values=load_schema("facewright-head").defaults()))


def test_live_link_is_laid_out_as_unreal_reads_it() -> None:
    frame = _frame()
    data = LiveLinkWriter().datagrams(frame)[0]
    assert data[0] == 6 and struct.unpack_from(">i", data, 1)[0] == 36 and data[5:41].count(b"-") == 4
    assert struct.unpack_from(">i", data, 41)[0] == 5 and data[45:50] == "héro".encode()
    number, part, rate, share, count = struct.unpack_from(">ifiiB", data, 50)
    assert (number, part, rate, share, count) == (1, 0.0, 60, 1, 61) and len(data) == 50 + 17 + 244
    values = struct.unpack_from(">61f", data, 67)
    assert APPLE_ORDER[:3] == ("eyeBlinkLeft", "eyeLookDownLeft", "eyeLookInLeft") and APPLE_ORDER[51] == "tongueOut"
    assert APPLE_ORDER[14:18] == ("jawForward", "jawLeft", "jawRight", "jawOpen")
    assert APPLE_ORDER[20:23] == ("mouthPucker", "mouthLeft", "mouthRight")
    assert values[17] == frame.weights[ARKIT_INDEX["jawOpen"]] and values[52] == frame.angles[0]
    assert LiveLinkReader().feed(data[:50]) is None, "nobody's face"
    cut = LiveLinkReader().feed(LiveLinkWriter().datagrams(LinkFrame(name="x" + 200 * "é"))[0])
    assert cut is not None and cut.name == "x" + 127 * "é", "a long name ends with a whole letter"


def test_vmc_is_read_by_python_osc() -> None:
    packets = pytest.importorskip("pythonosc.osc_packet")
    frame = _frame()
    datagrams = VmcWriter().datagrams(frame)
    assert max(map(len, datagrams)) <= LARGEST and len(datagrams) > 1
    told = [message.message for data in datagrams for message in packets.OscPacket(data).messages]
    assert [message.address for message in told].count("/VMC/Ext/Blend/Apply") == 1
    assert told[-1].address == "/VMC/Ext/Blend/Apply" and told[0].params == [1, 3, 0]
    values = {message.params[0]: message.params[1] for message in told if message.address == "/VMC/Ext/Blend/Val"}
    assert len(values) == 52 and values["JawOpen"] == pytest.approx(float(frame.weights[ARKIT_INDEX["jawOpen"]]))
    head = next(message.params for message in told if message.address == "/VMC/Ext/Bone/Pos")
    assert head[0] == "Head" and np.linalg.norm(head[4:]) == pytest.approx(1)


def test_the_head_turns_in_unitys_space() -> None:
    """Unity is left-handed with x to the right of who looks along z: a turn to the subject's right is about +y."""
    angles = np.zeros(9, np.float32)
    angles[0] = 0.4
    messages = decode_packet(VmcWriter().datagrams(LinkFrame(angles=angles))[0])
    x, y, z, w = next(message.arguments for message in messages if message.address == "/VMC/Ext/Bone/Pos")[4:]
    assert (x, y, z, w) == pytest.approx((0, np.sin(0.2), 0, np.cos(0.2)), abs=1e-6)


@pytest.mark.parametrize(("names", "blink", "side", "happy"), [
    ("vrm", "blink", "blinkLeft", "happy"), ("vrm0", "Blink", "Blink_L", "Joy")])
def test_presets_do_not_shut_an_eye_twice(names: str, blink: str, side: str, happy: str) -> None:
    weights = np.zeros(52, np.float32)
    weights[ARKIT_INDEX["eyeBlinkLeft"]], weights[ARKIT_INDEX["eyeBlinkRight"]] = 1.0, 0.25
    reader = VmcReader()
    values, came = {}, None
    for data in VmcWriter(names).datagrams(LinkFrame(weights)):
        values |= {message.arguments[0]: message.arguments[1] for message in decode_packet(data)
                   if message.address == "/VMC/Ext/Blend/Val"}
        came = reader.feed(data) or came
    assert values[blink] == 0.25 and values[side] == 0.75 and values[happy] == 0
    assert came is not None and came.weights[ARKIT_INDEX["eyeBlinkLeft"]] == pytest.approx(1)
    assert came.weights[ARKIT_INDEX["eyeBlinkRight"]] == pytest.approx(0.25)


def test_nothing_is_shown_before_apply() -> None:
    reader = VmcReader()
    value = encode_message("/VMC/Ext/Blend/Val", ("jawOpen", 0.5))
    assert reader.feed(value) is None and reader.feed(encode_message("/somebody/else", (1,))) is None
    came = reader.feed(encode_message("/VMC/Ext/Blend/Apply"))
    assert came is not None and came.weights[ARKIT_INDEX["jawOpen"]] == 0.5


def test_vtube_studio_says_what_a_phone_says() -> None:
    frame = _frame()
    document = json.loads(VTubeStudioWriter().datagrams(frame)[0])
    assert document["FaceFound"] is True and document["Timestamp"] == 12500
    assert [entry["k"] for entry in document["BlendShapes"]][24] == "JawOpen" and len(document["BlendShapes"]) == 52
    assert document["Rotation"]["y"] == pytest.approx(np.degrees(frame.angles[0]), abs=1e-3)
    asked = json.loads(request(21413))
    assert asked["messageType"] == "iOSTrackingDataRequest" and asked["ports"] == [21413]
    assert read_request(request(21413)) == ((21413,), 2.0)
    lost = json.dumps(document | {"FaceFound": False}).encode()
    assert VTubeStudioReader().feed(lost) is None


@pytest.mark.parametrize("change", [
    {"ports": []}, {"ports": [80]}, {"ports": [70000]}, {"ports": [5000] * 5}, {"ports": "all"}, {"ports": [True]},
    {"time": "long"}, {"messageType": "else"}, {"time": None}])
def test_a_request_that_is_none(change: dict[str, object]) -> None:
    with pytest.raises(DatagramError):
        read_request(json.dumps(json.loads(request(5000)) | change).encode())


def test_a_request_asks_for_ten_seconds_at_most() -> None:
    assert read_request(json.dumps(json.loads(request(5000)) | {"time": 1e9}).encode())[1] == 10


def _live_link(change: bytes, at: int) -> bytes:
    data = bytearray(LiveLinkWriter().datagrams(_frame())[0])
    data[at:at + len(change)] = change
    return bytes(data)


@pytest.mark.parametrize(("link", "data"), [
    ("live-link", b""), ("live-link", b"\x06"), ("live-link", _live_link(b"\x05", 0)),
    ("live-link", _live_link(b"\x7f\xff\xff\xff", 1)), ("live-link", _live_link(b"\xff\xff\xff\xff", 1)),
    ("live-link", _live_link(b"\xff\xff\xff\xff", 41)), ("live-link", _live_link(b"\x7f\xc0\0\0", 67)),
    ("live-link", _live_link(b"\x3c", 66)), ("live-link", _live_link(b"", 0) + b"\0"),
    ("live-link", _live_link(b"\xff\xff", 45)), ("live-link", _live_link(b"\0\0\0\0", 62)),
    ("face-nn", b"p"), ("face-nn", b"x{}"), ("face-nn", b"p{}"), ("face-nn", b"p[1]"),
    ("face-nn", b'p{"shape": 5, "param": ' + str([0.5] * 99).encode() + b', "name": ""}'),
    ("face-nn", b'p{"shape": 4, "param": ' + str([0.5] * 98).encode() + b', "name": ""}'),
    ("face-nn", b'p{"shape": 4, "param": ' + str([0.5] * 98 + ["x"]).encode().replace(b"'", b'"') + b', "name": ""}'),
    ("face-nn", b'p{"shape": 4, "param": ' + str([0.5] * 98).encode()[:-1] + b', 1e999], "name": ""}'),
    ("face-nn", b'p{"shape": [], "param": ' + str([0.5] * 99).encode() + b', "name": ""}'),
    ("vmc", b"#bundle\0" + bytes(8) + struct.pack(">i", -4)), ("vmc", b"#bundle\0" + bytes(8) + struct.pack(">i", 0)),
    ("vmc", (b"#bundle\0" + bytes(8) + struct.pack(">i", 1 << 30)) * 9), ("vmc", b"/VMC/Ext/Blend/Val"),
    ("vmc", encode_message("/VMC/Ext/Blend/Val", ("JawOpen",))),
    ("vmc", encode_message("/VMC/Ext/Blend/Val", (1, 1.0))),
    ("vmc", encode_message("/VMC/Ext/Blend/Val", ("JawOpen", float("nan")))),
    ("vmc", encode_message("/VMC/Ext/Bone/Pos", ("Head", *[0.0] * 7))),
    ("vmc", encode_message("no/slash")), ("vmc", encode_message("/a")[:-1]),
    ("vtube-studio", b"{}"), ("vtube-studio", b"[" * 60000), ("vtube-studio", b'{"FaceFound": true}'),
    ("vtube-studio", b'{"FaceFound": true, "BlendShapes": [{"k": "JawOpen", "v": "x"}]}'),
    ("vtube-studio", b'{"FaceFound": true, "BlendShapes": [{"k": 5, "v": 1}]}'),
    ("vtube-studio", b'{"FaceFound": true, "BlendShapes": [], "Rotation": 5}'),
    ("vtube-studio", b'{"FaceFound": true, "BlendShapes": [], "Rotation": {"x": 1e300}}'),
])
def test_malformed_datagrams_are_refused(link: str, data: bytes) -> None:
    with pytest.raises(DatagramError):
        protocol(link).reader().feed(data)


def test_bundles_within_bundles_have_an_end() -> None:
    packet = encode_message("/a")
    for level in range(2000):
        packet = b"#bundle\0" + bytes(8) + struct.pack(">i", len(packet)) + packet
        if level == 2:
            assert [message.address for message in decode_packet(packet)] == ["/a"]
    with pytest.raises(OscError):
        decode_packet(packet)
    many = encode_bundles([encode_message("/a")] * (MOST_MESSAGES + 1), 1 << 20)[0]
    with pytest.raises(OscError):
        decode_packet(many)


@given(st.binary(max_size=400), st.sampled_from(PROTOCOLS), st.integers(0, 200))
def test_any_bytes_are_refused_or_read(data: bytes, link: object, cut: int) -> None:
    reader = link.reader()  # type: ignore[attr-defined]
    good = b"".join(link.writer().datagrams(_frame()))  # type: ignore[attr-defined]
    for datagram in (data, good[:cut] + data, good[:-cut or None], data + good, b"#bundle\0" + bytes(8) + data):
        try:
            frame = reader.feed(datagram)
        except DatagramError:
            continue
        assert frame is None or (np.isfinite(frame.weights).all() and 0 <= frame.weights.min()
                                 and frame.weights.max() <= 1 and np.isfinite(frame.angles).all())


@given(st.binary(max_size=400))
def test_any_request_is_refused_or_read(data: bytes) -> None:
    for datagram in (data, request(5000)[:-1] + data):
        try:
            read_request(datagram)
        except DatagramError:
            pass


def test_every_preset_has_a_name_of_its_own_in_both_versions() -> None:
    old = [preset.old for preset in vrm_presets() if preset.old]
    assert len(set(old)) == len(old) and "Joy" in old and set(ARKIT_52).isdisjoint(old)
    with pytest.raises(UsageError, match="there is no live link"):
        protocol("carrier-pigeon")
