"""A part of a face that something covers, told in words."""

from engine.base.text import Text


class CoveredPart(Text):
    """What an artist is told of it. part: one of `engine.puppet.cover.cover.PARTS`."""

    part: str

    def __new__(cls, part: str, said: Text) -> "CoveredPart":
        covered = str.__new__(cls, said)
        covered.template, covered.values, covered.context, covered.part = said.template, said.values, said.context, part
        return covered

    def __reduce__(self) -> tuple[type["CoveredPart"], tuple[str, ...]]:
        return CoveredPart, (self.part, Text.made_of(self.template, self.values))
