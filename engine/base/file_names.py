"""Names of files that are made of other names."""

import os

_LONGEST = 255
"""Bytes of a name on every file system that people use."""


def file_name(stem: str, ending: str) -> str:
    """`stem` and `ending`; where that is too long for a file's name, whole characters of the stem are left out."""
    room = _LONGEST - len(os.fsencode(ending))
    kept = stem
    while len(os.fsencode(kept)) > room:
        kept = kept[:-1]
    return kept + ending
