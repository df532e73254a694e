"""Whether the head turns as far as it is asked to, by the pose MediaPipe sees in what was drawn."""

from pictures.sitter import Sitter, look_of

ASKED = {"yaw": (10.0, -10.0, 20.0, -20.0), "pitch": (10.0, -10.0, 15.0, -15.0), "roll": (20.0, -20.0)}


def measure(sitter: Sitter) -> dict[str, float]:
    """By turn ("yaw +20") the degrees by which the head has turned; asked beyond the slider, it is at its end."""
    found = {}
    for axis, angles in ASKED.items():
        for angle in angles:
            face = sitter.seen(sitter.shown(look_of({f"head.{axis}": angle})))
            found[f"{axis} {angle:+.0f}"] = getattr(face, axis) - getattr(sitter.face, axis)
    return found
