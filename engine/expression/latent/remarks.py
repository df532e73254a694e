"""What was measured of a unit, in words: what comes along with it, or why it cannot be drawn."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from engine.base.text import Term, Text, listed
from engine.expression.latent.measures import WORDS

Remark = Literal["", "brings", "weak", "everything", "unseen", "missed"]
"""Nothing to say; other measures move along (`measures` of the row, "+" or "-" before each name, worst first); less
comes than was asked for; a little of everything else moves; its one measure is never seen on drawn faces (and cannot
be judged); what is asked for does not come."""


def phrase(row: Mapping[str, Any]) -> Text:
    """A row of resources/expression/latent-support.toml as what is said of its unit; empty for nothing."""
    measures: Sequence[str] = row.get("measures", ())
    remark: Remark = row.get("remark", "")
    if remark == "brings":
        return Text("brings along {0}", _moved(measures))
    if remark == "unseen":
        return Text("cannot be measured: {0} is never seen on drawn faces", _of(measures[0], measures[0]))
    return {"weak": Text("is weak"), "everything": Text("moves a little of everything else"),
            "missed": Text("what is asked for does not come")}.get(remark, Text())


def remark_of(row: Mapping[str, Any], drawn: bool) -> Text | None:
    """The same as a sentence of its own beside a slider, naming the renderer; None when there is nothing to say."""
    measures: Sequence[str] = row.get("measures", ())
    remark: Remark = row.get("remark", "")
    if not drawn:
        if remark == "unseen":
            return Text("Latent leaves this to the live puppet: {0} is never seen on drawn faces", _of(measures[0]))
        return (Text("Latent leaves this to the live puppet: {0}", phrase(row)) if remark
                else Text("Latent leaves this to the live puppet"))
    if remark == "weak":
        return Text("Latent: weak")
    return Text("Latent: {0}", phrase(row)) if remark else None


def _moved(measures: Sequence[str]) -> Text:
    return listed(Text("more {0}", _of(name[1:])) if name.startswith("+") else Text("less {0}", _of(name[1:]))
                  for name in measures)


def _of(measure: str, said: str = "") -> Term:
    return Term(said or WORDS[measure], WORDS[measure], "measures")
