"""What ``make run`` runs: the editor on the sample portrait, or the same edits without a window under out/."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SAMPLE = ROOT / "resources" / "samples" / "neutral.jpg"
EDITS = {
    "smile": ["--preset", "happy"],
    "surprise": ["--preset", "surprised"],
    "wink": ["--unit", "winkL=10", "--au", "AU12L=7"],
    "turned": ["--preset", "neutral-smile", "--head", "yaw=10", "--unit", "gaze.x=-4"],
}


def main() -> int:
    from engine.base.display import has_display
    from engine.commands import run_command

    if has_display():
        print("run: opening the editor on the sample portrait")
        from main import main as facewright

        return facewright([str(SAMPLE)])
    out = ROOT / "out"
    print(f"run: there is no display, so the same edits are made without a window; see {out.name}/")
    face = str(out / "face.bytes")
    steps = [["edit", str(SAMPLE), *options, "-o", str(out / f"{name}.png")] for name, options in EDITS.items()]
    steps += [
        ["rig", "fit", str(SAMPLE), "--schema", "face-nn", "-o", face],
        ["rig", "render", face, "-o", str(out / "head.png")],
        ["rig", "export", face, "-o", str(out / "head.glb")],
    ]
    for step in steps:
        print("run: facewright " + " ".join(word.removeprefix(f"{ROOT}/") for word in step), flush=True)
        status = run_command(step)
        if status:
            return status
    before_and_after(out)
    print("run: done; look at out/before-after.png first")
    return 0


def before_and_after(out: Path) -> None:
    """The portrait and every edit of it side by side, out/before-after.png."""
    from engine.base.opencv import cv2
    from engine.photo.contact_sheet import contact_sheet
    from engine.photo.picture import read_picture
    from engine.photo.writing import write_picture

    pictures = [read_picture(path).pixels for path in (SAMPLE, *(out / f"{name}.png" for name in EDITS))]
    small = [cv2.resize(pixels, (384, 384), interpolation=cv2.INTER_AREA) for pixels in pictures]
    write_picture(out / "before-after.png", contact_sheet(["before", *EDITS], [(SAMPLE.stem, small)]))


if __name__ == "__main__":
    sys.exit(main())
