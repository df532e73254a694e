"""The game's own ranges, in the form of its male.bytes and female.bytes; the numbers here are made up by us."""

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.rig.files.bytes_file import encode
from engine.rig.files.range_file import BoneChannel, BoneRanges, decode_ranges, encode_ranges
from engine.rig.ranged import ranged_schema
from engine.rig.schema import LIVE, load_schema
from engine.rig.schema_file import own_schema


def made() -> BoneRanges:
    generator = np.random.default_rng(1)
    numbers = generator.uniform(-1, 1, (81, 2)).astype(np.float32).tolist()
    channels = [BoneChannel(f"Bone_{place}", place % 3, (low,), (high,)) for place, (low, high) in enumerate(numbers)]
    channels[4] = BoneChannel("Kopf_" + "ä" * 80, 3, (0.0, 0.0, 0.0, 1.0), (0.5, 0.5, 0.5, 0.5))
    return BoneRanges(tuple(channels), (*((place,) for place in range(80)), (80, 0)))


def test_a_file_as_it_is_described() -> None:
    data = (struct.pack("<h", 2) + b"\x04Brow\x02" + struct.pack("<2f", -0.5, 0.25) + b"\x03Jaw\x03"
            + struct.pack("<8f", 0, 0, 0, 1, 0.5, 0.5, 0.5, 0.5) + struct.pack("<h2h3h", 2, 1, 0, 2, 1, 0))
    found = decode_ranges(data)
    assert found.channels[0] == BoneChannel("Brow", 2, (-0.5,), (0.25,)) and found.channels[1].greatest[3] == 0.5
    assert found.groups == ((0,), (1, 0)) and encode_ranges(found) == data


def test_round_trip_and_what_is_cut_short() -> None:
    data = encode_ranges(made())
    assert decode_ranges(data) == made() and encode_ranges(decode_ranges(data)) == data
    for count in range(0, len(data), 41):
        with pytest.raises(EngineError):
            decode_ranges(data[:count])
    with pytest.raises(EngineError):
        decode_ranges(data + b"\0")


@given(st.binary(max_size=300))
def test_any_bytes_give_ranges_or_an_engine_error(data: bytes) -> None:
    for prefix in (b"", b"\x01\0\x01a\x02" + b"\0" * 8):
        try:
            assert encode_ranges(decode_ranges(prefix + data))
        except EngineError:
            pass


def test_sliders_get_the_games_numbers_and_files_stay_the_same() -> None:
    schema = load_schema("face-nn")
    own = own_schema(ranged_schema(schema, made(), "mine").encode(), "mine")
    live = [slot for slot in own.slots if slot.state == LIVE]
    first = [made().channels[group[0]] for group in made().groups]
    rising = [place for place, one in enumerate(first) if one.least[0] < one.greatest[0] and one.kind != 3]
    assert 20 < len(rising) < 60
    for place, slot in enumerate(live):  # one that falls would be told the wrong way round
        assert (slot.minimum, slot.maximum) == (
            (first[place].least[0], first[place].greatest[0]) if place in rising else (0, 1))
    assert live[4].minimum == 0 and "rotation of Kopf_" in live[4].channel
    shares = np.random.default_rng(2).random(99).astype(np.float32)
    theirs, ours = schema.of_shares(shares, "male"), own.of_shares(shares, "male")
    assert np.allclose(own.amounts(ours), schema.amounts(theirs), atol=1e-4)
    stored = [np.frombuffer(encode(values, one), "<f4") for values, one in ((theirs, schema), (ours, own))]
    assert np.allclose(stored[0][1:], stored[1][1:], atol=1e-5) and encode(ours, own)[:4] == b"\x03\0\0\0"
    with pytest.raises(EngineError, match="81 groups of ranges for the 184 values"):
        ranged_schema(load_schema("facewright-head"), made(), "other")
