"""The figures of many faces as one table in Markdown: what was measured, its bar, and how many hold it."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from pictures import presets, units

Record = dict[str, dict[str, float]]
Row = tuple[str, str, Callable[[Sequence[Record]], str]]

SMILING, UNSMILING = 0.4, 0.2
"""MediaPipe's mouthSmile above which a photo smiles, and below which it does not."""
SINGLE, LOOSER, PRESET = 0.35, 0.40, 0.45
"""dlib's distance that single units at 8, AU12 and AU25 at -8, and presets may reach."""
_LOOSER = ("AU12 -8", "AU25 -8")
_PART = 0.15
"""Share by which a turn may miss what was asked."""


def read_records(results: Path, role: str) -> list[Record]:
    """Those of the faces of a role; all for ""."""
    found = [json.loads(path.read_text()) for path in sorted(results.glob("*.json"))]
    return [record for record in found if role in ("", record["face"]["role"])]


def table(columns: dict[str, list[Record]]) -> str:
    """Markdown: a row for each figure, a column for each set of faces."""
    heads = [f"{name} ({len(records)} faces)" for name, records in columns.items()]
    lines = [f"| | bar | {' | '.join(heads)} |", f"|---|---|{'---|' * len(heads)}"]
    for what, bar, figure in ROWS:
        cells = [figure(records) for records in columns.values()]
        if any(cells):
            lines.append(f"| {what} | {bar} | {' | '.join(cell or '-' for cell in cells)} |")
    return "\n".join(lines)


def _values(records: Iterable[Record], measure: str, key: str) -> list[float]:
    return [record[measure][key] for record in records if key in record.get(measure, {})]


def _held(count: int, of: int) -> str:
    return f"{count} of {of} ({100 * count / of:.0f} %)" if of else ""


def _unit(unit: str) -> Callable[[Sequence[Record]], str]:
    def figure(records: Sequence[Record]) -> str:
        rise, fall, line = (np.array(_values(records, "units", f"{unit} {what}")) for what in ("rise", "fall", "R2"))
        if not len(rise):
            return ""
        rises = int(((rise >= units.RISE) & (fall <= units.FALL)).sum())
        return f"{_held(rises, len(rise))}, by {np.median(rise):.3f}; R² {np.median(line):.2f}"

    return figure


def _identity(measure: str, key: str) -> Callable[[Sequence[Record]], str]:
    def figure(records: Sequence[Record]) -> str:
        dlib, arcface = (_values(records, measure, f"{key} {who}") for who in ("dlib", "arcface"))
        return f"{np.median(dlib):.2f} [{max(dlib):.2f}]; {np.median(arcface):.2f} [{max(arcface):.2f}]" if dlib else ""

    return figure


def _over(measure: str, keys: Sequence[str], bar: Callable[[str], float]) -> Callable[[Sequence[Record]], str]:
    """How many of all pictures are farther from the person than they may be, and which face's is the worst."""
    def figure(records: Sequence[Record]) -> str:
        found = [(value - bar(key), key) for key in keys for value in _values(records, measure, f"{key} dlib")]
        over = [excess for excess, _ in found if excess > 0]
        most = f", most by {max(over):.2f} ({max(found)[1]})" if over else ""
        return f"{len(over)} of {len(found)} over{most}" if found else ""

    return figure


def _asked(judge: Callable[[dict[str, float], str], str], low: float, high: float) -> Callable[[Sequence[Record]], str]:
    def figure(records: Sequence[Record]) -> str:
        asked = [(judge(record["presets"], preset), preset) for record in records if "presets" in record
                 for preset in presets.ASKED if low <= record["presets"]["photo smile"] < high]
        if not asked:
            return ""
        won = [sum(seen == preset for seen, preset in asked if preset == one) for one in presets.ASKED]
        each = ", ".join(f"{name} {count}" for name, count in zip(presets.ASKED, won, strict=True))
        return f"{_held(sum(won), len(asked))}: of {len(asked) // len(presets.ASKED)} each {each}"

    return figure


def _smile_left(preset: str) -> Callable[[Sequence[Record]], str]:
    def figure(records: Sequence[Record]) -> str:
        seen = [record["presets"] for record in records if record.get("presets", {}).get("photo smile", 0) >= SMILING]
        left = [one[f"{preset} smile"] for one in seen]
        brows = [one[f"{preset} browDown"] - one["photo browDown"] for one in seen]
        return (f"{np.median(left):.2f} [{max(left):.2f}], {_held(sum(one <= 0.15 for one in left), len(left))}; "
                f"{np.median(brows):+.2f}") if left else ""

    return figure


def _share(measure: str, key: str, least: float, form: str = ".2f") -> Callable[[Sequence[Record]], str]:
    def figure(records: Sequence[Record]) -> str:
        found = _values(records, measure, key)
        return (f"{np.median(found):{form}} [{min(found):{form}}], {_held(sum(v >= least for v in found), len(found))}"
                if found else "")

    return figure


def _turn(axis: str, angle: int) -> Callable[[Sequence[Record]], str]:
    def figure(records: Sequence[Record]) -> str:
        found = [abs(value) for sign in "+-" for value in _values(records, "turns", f"{axis} {sign}{angle}")]
        held = sum(abs(value - angle) <= _PART * angle for value in found)
        return f"{np.median(found):.1f}, {_held(held, len(found))}" if found else ""

    return figure


def _most(measure: str, ending: str, most: float, form: str = ".1f") -> Callable[[Sequence[Record]], str]:
    def figure(records: Sequence[Record]) -> str:
        found = [value for record in records for key, value in record.get(measure, {}).items() if key.endswith(ending)]
        return (f"{np.median(found):{form}} [{max(found):{form}}], {_held(sum(v <= most for v in found), len(found))}"
                if found else "")

    return figure


def _bar(key: str) -> float:
    return LOOSER if key in _LOOSER else SINGLE


_EIGHTS = [f"{unit} {value}" for unit in units.MEASURES for value in ("+8", "-8")]
_NAMED = ("neutral", "happy", "neutral-smile", "surprised", "sad", "angry", "disgusted", "fearful", "confused")
ROWS: list[Row] = [
    *((f"{unit} rises", "80 %" if unit == "AU6" else "90 %; R² .9", _unit(unit)) for unit in units.MEASURES),
    ("identity, single units at ±8", "0 over .35; AU12, AU25 -8: .40", _over("identities", _EIGHTS, _bar)),
    *((f"identity, {key}: dlib; ArcFace", "", _identity("identities", key))
      for key in ("AU4 +8", "AU6 +8", "AU9 +8", "AU12 +8", "AU12 -8", "AU25 -8", "AU26 +8")),
    ("identity, presets", "0 over .45", _over("presets", _NAMED, lambda _: PRESET)),
    *((f"identity, {name}: dlib; ArcFace", "", _identity("presets", name)) for name in _NAMED),
    ("asked emotion wins by blendshapes, photos that do not smile", "90 %",
     _asked(presets.by_blendshapes, 0, UNSMILING)),
    ("the same, smiling photos", "75 %", _asked(presets.by_blendshapes, SMILING, 2)),
    ("asked emotion wins by the network, photos that do not smile", "90 %", _asked(presets.by_network, 0, UNSMILING)),
    ("the same, smiling photos", "75 %", _asked(presets.by_network, SMILING, 2)),
    *((f"smile left by {name} on smiling photos; browDown against the photo", ".15", _smile_left(name))
      for name in ("sad", "angry", "disgusted", "fearful", "neutral")),
    *((f"own teeth kept, {name}", "90 %", _share("teeth", f"{name} kept", 0.9)) for name in
      ("AU12 3", "AU26 1", "AU26 4")),
    *((f"screen = export in the mouth, {name}, dB", "40", _share("screen", f"{name} PSNR", 40, ".0f")) for name in
      ("AU12 3", "AU26 1", "AU26 4")),
    *((f"head.{axis} {angle}°, measured", "± 15 %", _turn(axis, angle)) for axis, angle in
      (("yaw", 10), ("yaw", 20), ("pitch", 10), ("pitch", 15), ("roll", 20))),
    ("first .2 of mouth sliders, largest over median step, pixels", "2", _most("ends", "first pixels", 2)),
    ("the same, surface", "2", _most("ends", "first points", 2)),
    ("last .2, pixels", "2", _most("ends", "last pixels", 2)),
    ("the same, surface", "2", _most("ends", "last points", 2)),
    ("slow slides, largest over median step", "2", _most("flicker", "jump", 2)),
    ("a draft drawn from above and from below, of 255", "0", _most("flicker", "hysteresis", 0, ".0f")),
    ("blink 10: widest gap of the rims, face heights", ".001", _most("gaps", "blink gap", 0.001, ".4f")),
    ("pixels left out under random looks", "0", _most("gaps", "left out", 0, ".0f")),
    ("pixels drawn at zero", "0", _most("gaps", "zero", 0, ".0f")),
    ("pixels changed beyond a unit's part", "0", _most("gaps", "outside", 0, ".0f")),
]
"""What, its bar, and the figure over faces; median [worst]."""
