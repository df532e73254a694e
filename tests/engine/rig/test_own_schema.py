"""An artist's own schema drives everything that the program's own do."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError, UsageError
from engine.commands import BAD_INPUT, run_command
from engine.head.pack import load_head
from engine.head.portrait.skin import Skin
from engine.rig.appearance import skin_for
from engine.rig.exporters import RigExport
from engine.rig.files.bytes_file import decode, encode, read_bytes, write_bytes
from engine.rig.files.json_file import decode_json, encode_json
from engine.rig.files.layout_codec import LayoutReader
from engine.rig.fit import convert
from engine.rig.layout import FileLayout
from engine.rig.schema import LIVE, PAINT, RigSchema, learn_schema, load_schema, schema_names
from engine.rig.schema_file import own_schema, read_schema, schema_called, template
from engine.rig.schema_text import SchemaError
from engine.rig.shaping import rig_vertices
from engine.rig.values import RigValues
from engine.rig.variation import random_rig
from tests.engine.rig.own_schemas import FILES, VALUES

CHOSEN = {"jaw": 50.0, "nose": 10.0, "freckles": 7.0, "brow": 2.0, "grey": 1.0, "hair.a": 1.0}


def test_a_big_endian_file_is_what_the_game_reads() -> None:
    schema = own_schema((VALUES + FILES["big"]).encode(), "game")
    data = encode(schema.set(schema.defaults(), CHOSEN), schema)
    body = (b"GAME\x03" + struct.pack(">H", 6) + "Héros".encode() + struct.pack(">H", 5)
            + struct.pack(">5H", 49151, 65535, 50972, 65535, 65535) + struct.pack(">h", 1))
    assert data == body + struct.pack(">I", zlib.crc32(body))


def test_a_file_by_names_and_one_in_its_own_order() -> None:
    schema = own_schema((VALUES + FILES["named"]).encode(), "game")
    data = encode(schema.set(schema.defaults(), CHOSEN), schema)
    assert data.startswith(b"\0\xff\x7f\x04game\x03jaw" + struct.pack("<d", 50) + b"\x04nose")
    assert struct.unpack("<H", data[-2:])[0] == sum(data[:-2]) & 0xFFFF
    schema = own_schema((VALUES + FILES["mixed"]).encode(), "game")
    data = encode(schema.set(schema.defaults(), CHOSEN), schema)
    assert data == struct.pack(">f4B2x3f", 0.1, 2, 7, 1, 0, 50, 10, 1)


def test_values_come_back_from_every_file(own: RigSchema, tmp_path: Path) -> None:
    for seed in range(20):
        values = random_rig(own.name, seed)
        write_bytes(tmp_path / "a.bytes", values)
        found = read_bytes(tmp_path / "a.bytes", own.name).values
        assert encode(found) == encode(values)
        step = np.array([slot.maximum - slot.minimum for slot in own.slots]) / 65535
        assert (np.abs(found.array() - values.array()) <= step).all()
        places = [place for place, slot in enumerate(own.slots) if slot.kind != "number" and slot.kind != "colour"]
        assert found.array()[places].tolist() == values.array()[places].tolist()
        assert decode_json(encode_json(values)).same_as(values)


def test_random_characters_are_ones_that_there_can_be(own: RigSchema) -> None:
    drawn = np.array([random_rig(own.name, seed).values for seed in range(60)])
    assert (own.settled(drawn[0]) == drawn[0]).all() and all((own.settled(row) == row).all() for row in drawn)
    assert all(len(np.unique(drawn[:, place])) > 1 for place in range(len(own.slots)))


def test_a_file_that_does_not_say_whose_it_is_is_not_guessed(own: RigSchema) -> None:
    data = encode(own.defaults())
    assert decode(data, schema_name=own.name).values.schema == own.name
    assert decode(data).values.schema == own.name  # each of these begins with four bytes at least that tell
    assert decode(encode(load_schema("face-nn").defaults())).values.schema == "face-nn"
    bare = own_schema((VALUES + '[file]\n[[file.part]]\nkind = "values"\n').encode(), "bare")
    learn_schema(bare)
    with pytest.raises(EngineError, match="not a .bytes rig file"):
        decode(encode(bare.defaults()))
    assert decode(encode(bare.defaults()), schema_name="bare").values.same_as(bare.defaults())
    assert decode(encode(bare.defaults()), likely="bare").values.same_as(bare.defaults())
    assert decode(data, likely="bare").values.schema == own.name


@pytest.mark.parametrize("count", range(0, 60, 3))
def test_a_file_cut_short_or_longer_is_refused(own: RigSchema, count: int) -> None:
    data = encode(own.defaults())
    if count < len(data):
        with pytest.raises(EngineError):
            decode(data[:count], schema_name=own.name)
    if own.layout.tail == "refused":
        with pytest.raises(EngineError):
            decode(data + b"\0", schema_name=own.name)


def test_what_does_not_fit_into_the_files_numbers_is_refused(tmp_path: Path) -> None:
    schema = own_schema((VALUES + FILES["mixed"]).encode(), "game")
    values = list(schema.defaults().values)
    values[2] = 256
    with pytest.raises(EngineError, match="freckles"):
        encode(RigValues.of("game", values), schema)


def test_a_number_too_large_for_a_named_float_is_refused() -> None:
    part = '[file]\n[[file.part]]\nkind = "values"\nnames = "u8"\nstored = [0, 1e12]\n'
    schema = own_schema((VALUES + part).encode(), "game")
    values = list(schema.defaults().values)
    values[0] = 3e38
    with pytest.raises(EngineError, match="jaw: its value does not fit"):
        encode(RigValues.of("game", values), schema)


def test_values_are_far_from_their_default_by_the_room_they_have() -> None:
    schema = own_schema(VALUES.encode(), "game")
    assert schema.amounts(schema.set(schema.defaults(), {"nose": 0}))[1] == -1  # 2 down, 8 up
    assert schema.amounts(schema.set(schema.defaults(), {"nose": 6}))[1] == 0.5
    assert [slot.state for slot in schema.slots] == [LIVE, LIVE, *[PAINT] * 5]


def test_a_hand_goes_through_a_range_in_about_a_hundred_steps() -> None:
    assert [slot.step for slot in own_schema(VALUES.encode(), "game").slots] == [1, 0.1, 1, 1, 0.01, 1, 1]


def test_paint_is_seen_on_the_head(learnt: RigSchema) -> None:
    values = learnt.set(learnt.defaults(), {"brow.style": 2, "skin.red": 0.25})
    skin = skin_for(values, Skin())
    assert skin.brow_style == 3 and skin.skin == (0.25, pytest.approx(0.62), pytest.approx(0.53))
    assert skin.brow_grey is None and skin.hair == Skin().hair
    model = RigExport(values, load_head, Skin()).model("painted")
    assert model.parts[0].name == "skin" and model.parts[0].material.colour[:3] == skin.skin


def test_the_head_follows_and_converts_there_and_back(own: RigSchema) -> None:
    values = own.set(own.defaults(), {"jaw": 60, "nose": 9})
    assert np.abs(rig_vertices(values) - rig_vertices(own.defaults())).max() > 0.02
    there = convert(values, "face-nn")
    assert there.residual_mm < 1 and there.values.shape == "female"
    back = convert(there.values, own.name)
    assert back.values.values[0] == pytest.approx(60, abs=20) and back.values.values[1] == pytest.approx(9, abs=1)
    assert (own.settled(back.values.array()) == back.values.array()).all()


def test_a_schema_is_known_by_its_name_once_it_was_read(tmp_path: Path, own: RigSchema) -> None:
    path = tmp_path / "My other game.toml"
    path.write_bytes(template().replace(b'name = "my-game"\n', b""))
    with pytest.raises(SchemaError, match="is no name for a schema"):
        read_schema(path)
    path = path.rename(tmp_path / "other.toml")
    assert schema_called(str(path)).name == "other" and "other" in schema_names()
    assert load_schema("other") is schema_called("other")
    path.write_bytes(template().replace(b'name = "my-game"', b'name = "face-nn"'))
    with pytest.raises(UsageError, match="one of the program's own"):
        schema_called(str(path))


def test_another_schema_of_the_same_name_takes_its_place(own: RigSchema) -> None:
    values = own.set(own.defaults(), {"jaw": 60})
    before = rig_vertices(values)
    gentler = VALUES.replace('"chin-width" = 1.0', '"chin-width" = 0.5')
    learn_schema(own_schema(gentler.encode(), own.name))
    moved = np.abs(rig_vertices(values) - rig_vertices(own.defaults())).max()
    assert moved == pytest.approx(np.abs(before - rig_vertices(own.defaults())).max() / 2, rel=1e-3)


def test_a_name_of_the_programs_own_is_told_when_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.toml").write_text(f'name = "vrm"\n{VALUES}')
    assert run_command(["rig", "schema", "check", str(tmp_path / "a.toml")]) == BAD_INPUT
    assert "one of the program's own" in capsys.readouterr().out


def test_where_values_lie_in_the_file_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    choices = "".join(f'[[value]]\nid = "c{number}.{letter}"\nlabel = "x"\ngroup = "g"\nkind = "one-hot"\n'
                      f'choice = "C{number}"\nrange = [0, 1, {int(letter == "a")}]\n'
                      for number in range(200) for letter in "ab")
    parts = "".join(f'[[file.part]]\nkind = "choice"\nof = "C{number}"\n'
                    '[[file.part]]\nkind = "count"\ntype = "u16"\n' for number in range(200))
    schema = own_schema((VALUES.split("[[value]]\nid = \"hair.a\"")[0] + choices + "[file]\n" + parts
                         + '[[file.part]]\nkind = "values"\n').encode(), "many")
    worked_out: list[int] = []
    places = FileLayout.places
    monkeypatch.setattr(FileLayout, "places", lambda layout, slots: worked_out.append(1) or places(layout, slots))
    data = encode(schema.defaults(), schema)
    values, left = LayoutReader(schema, data, "file").whole()
    assert values.same_as(schema.defaults()) and left == 0 and len(data) == 200 * 3 + 4 * 5 and len(worked_out) == 1
