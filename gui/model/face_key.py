"""Which face of which photo is meant."""

from typing import TypeAlias

FaceKey: TypeAlias = tuple[str, int]
"""A photo's id and the number of one of its faces."""
