"""A schema whose sliders have the game's own numbers, from its file of ranges."""

import json
from collections.abc import Sequence

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.rig.files.range_file import CHANNELS, ROTATION, BoneChannel, BoneRanges
from engine.rig.schema import LIVE, RigSchema, Slot


def ranged_schema(schema: RigSchema, ranges: BoneRanges, name: str) -> str:
    """The text of a schema as another one, each live value of which has the range of the first channel it moves, in the
    game's own unit, with the middle as its default. Its file stays what it was: there a value is its share of the
    range. What a rotation
    moves, a channel that stands still, or one whose numbers fall (a slider's rise) keeps its range.

    The groups of a range file belong to the live values in their order. EngineError when they are not as many.
    """
    live = [slot for slot in schema.slots if slot.state == LIVE]
    if len(live) != len(ranges.groups):
        raise EngineError(Text("{0} groups of ranges for the {1} values of {2} that move bones", len(ranges.groups),
                               len(live), schema.name))
    channels = {slot.id: [ranges.channels[place] for place in group]
                for slot, group in zip(live, ranges.groups, strict=True)}
    parts = [f'name = {_text(name)}', f'label = {_text(f"{schema.label}, {name}")}', f"version = {schema.version}",
             f"shapes = {json.dumps(schema.shapes)}", *_file(schema),
             *(_value(slot, channels.get(slot.id, [])) for slot in schema.slots)]
    return "\n".join(parts) + "\n"


def told(channel: BoneChannel) -> str:
    """A channel in words: position Z of Brow_L, -0.01 to 0.02."""
    ends = " to ".join(" ".join(f"{number:g}" for number in end) for end in (channel.least, channel.greatest))
    return f"{CHANNELS[channel.kind]} of {channel.bone}, {ends}"


def _file(schema: RigSchema) -> list[str]:
    import msgspec

    lines = ["", "[file]", f"byte_order = {_text(schema.layout.byte_order)}", f"tail = {_text(schema.layout.tail)}"]
    for part in msgspec.to_builtins(schema.layout.part):
        lines += ["", "[[file.part]]"]
        if part["kind"] == "values" and part["stored"] is None:
            part["stored"] = [0.0, 1.0]
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in part.items()
                  if value is not None]
    return lines


def _value(slot: Slot, channels: Sequence[BoneChannel]) -> str:
    limits, words = (slot.minimum, slot.maximum, slot.default), slot.channel
    if channels:
        words = "; ".join(map(told, channels))[:2000]
        low, high = channels[0].least[0], channels[0].greatest[0]
        if channels[0].kind != ROTATION and low < high:
            limits = (low, high, (low + high) / 2)
    lines = ["", "[[value]]", f"id = {_text(slot.id)}", f"label = {_text(slot.label)}", f"group = {_text(slot.group)}",
             f"range = {json.dumps(limits)}", f"state = {_text(slot.state)}", f"kind = {_text(slot.kind)}",
             f"step = {json.dumps((limits[1] - limits[0]) / 100 if slot.kind == 'number' else slot.step)}",
             f"fitted = {json.dumps(slot.fitted)}", f"antisymmetric = {json.dumps(slot.antisymmetric)}",
             f"ends = {json.dumps(slot.ends, ensure_ascii=False)}"]
    for key in ("gloss", "choice", "paints", "pair", "mirror", "help"):
        if getattr(slot, key):
            lines.append(f"{key} = {_text(getattr(slot, key))}")
    lines += [f"channel = {_text(words)}"] if words else []
    lines += [f"options = {json.dumps(slot.options, ensure_ascii=False)}"] if slot.options else []
    if slot.drives:
        lines.append("drives = { " + ", ".join(f"{_text(key)} = {gain!r}" for key, gain in slot.drives) + " }")
    if slot.bones:
        lines.append("bones = [" + ", ".join(
            f"{{ at = {json.dumps(bone.at)}, radius = {bone.radius!r}, move = {json.dumps(bone.move)}, "
            f"scale = {json.dumps(bone.scale)}, mirror = {json.dumps(bone.mirror)} }}" for bone in slot.bones) + "]")
    return "\n".join(lines)


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
