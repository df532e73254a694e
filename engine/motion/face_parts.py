"""The parts of a face that move by a gain of their own: brows, eyes, gaze, mouth, and the head as a whole."""

PARTS = ("brows", "eyes", "gaze", "mouth", "head")
MOST_GAIN = 3.0


def part_of(channel: str) -> str:
    """Which part a channel belongs to: one of the 52 shapes, an angle of the head, the lips' gap."""
    if channel.startswith("brow"):
        return "brows"
    if channel.startswith("head"):
        return "head"
    if channel.startswith("eyeLook"):
        return "gaze"
    return "eyes" if channel.startswith(("eye", "cheekSquint")) else "mouth"
