"""What was found in a file after it was written, for the line that says so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Written:
    """shapes: how many of the 52 the file holds, None where it is no matter of them. frames: None without movement.
    personal: whether what the rig cannot say is in it as a target of its own."""

    shapes: int | None = None
    frames: int | None = None
    personal: bool = False
