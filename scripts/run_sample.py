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


SENTENCE = "Hello. I was a photo a minute ago, and now I talk."
PHONEMES = ROOT / "resources" / "samples" / "baby-bubble.csv"
"""What the film says where espeak-ng cannot speak."""


def main() -> int:
    from ctypes.util import find_library

    from engine.base.display import has_display
    from engine.commands import run_command

    if has_display():
        print("run: opening the editor on the sample portrait")
        from main import main as facewright

        return facewright([str(SAMPLE)])
    out = ROOT / "out"
    print(f"run: there is no display, so the same edits are made without a window; see {out.name}/")
    face = str(out / "face.bytes")
    said = ["--text", SENTENCE] if find_library("espeak-ng") else ["--phonemes", str(PHONEMES)]
    steps = [["edit", str(SAMPLE), *options, "-o", str(out / f"{name}.png")] for name, options in EDITS.items()]
    steps += [
        ["rig", "fit", str(SAMPLE), "--schema", "face-nn", "-o", face],
        ["rig", "render", face, "-o", str(out / "head.png")],
        ["rig", "export", face, "-o", str(out / "head.glb")],
        ["reenact", str(SAMPLE), *said, "-o", str(out / "speaking.mp4"), "--size", "384"],
    ]
    for step in steps:
        print("run: facewright " + " ".join(word.removeprefix(f"{ROOT}/") for word in step), flush=True)
        status = run_command(step)
        if status:
            return status
    before_and_after(out)
    print("run: done; look at out/before-after.png and out/speaking.mp4 first")
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
