"""How much of this machine's memory may be kept for what could be made again."""

LEAST, LARGEST, SHARE = 1 << 29, 1 << 32, 1 / 16
"""Bytes, and of the machine's memory. The rest of the program takes half a gigabyte, and an artist has other programs
open."""


def suitable_budget() -> int:
    """Bytes that suit this machine: 1 GiB of 16."""
    import psutil

    return int(min(max(SHARE * psutil.virtual_memory().total, LEAST), LARGEST))
