"""How much of this machine's memory may be kept for what could be made again."""

LEAST, LARGEST, SHARE = 1 << 29, 1 << 32, 1 / 32
"""Bytes, and of the machine's memory. The rest of the program, libraries above all, takes 0.7 GB, and both together
shall not pass 1.5 GB on a machine of 24, for an artist has other programs open."""


def suitable_budget() -> int:
    """Bytes that suit this machine: 1 GiB of 32."""
    import psutil

    return int(min(max(SHARE * psutil.virtual_memory().total, LEAST), LARGEST))
