"""The files a rig can be written as, each declared once: dialog, command line and engine go by this list."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from engine.base.errors import UsageError
from engine.base.text import Text

if TYPE_CHECKING:
    from engine.head.model import Head
    from engine.head.portrait.skin import Skin
    from engine.rig.values import RigValues


@dataclass(frozen=True, eq=False)
class RigExport:
    """What is to be written: values, the head they describe, and its colours."""

    values: "RigValues"
    head: "Callable[[], Head]"
    skin: "Skin"


@dataclass(frozen=True)
class RigExporter:
    """One format.

    id, suffix: "glb", ".glb".
    label:      English, translated by the window.
    holds:      "values" of the rig, or the "model" that they describe.
    write:      writes the file, read back and compared before it takes its place.
    usual:      whether it is ticked until somebody chooses.
    """

    id: str
    label: str
    holds: Literal["values", "model"]
    write: Callable[[Path, RigExport], None]
    usual: bool = False

    @property
    def suffix(self) -> str:
        return f".{self.id}"


def _bytes(path: Path, export: RigExport) -> None:
    from engine.rig.files.bytes_file import write_bytes

    write_bytes(path, export.values)


def _json(path: Path, export: RigExport) -> None:
    from engine.rig.files.json_file import write_json

    write_json(path, export.values)


def _gltf(path: Path, export: RigExport) -> None:
    from engine.rig.appearance import colours_of
    from engine.rig.files.gltf_file import write_gltf
    from engine.rig.model import head_parts
    from engine.rig.shaping import rig_vertices

    write_gltf(path, head_parts(export.head(), rig_vertices(export.values), colours_of(export.skin)), path.stem)


def _obj(path: Path, export: RigExport) -> None:
    from engine.rig.appearance import colours_of
    from engine.rig.files.obj_file import write_obj
    from engine.rig.model import head_parts
    from engine.rig.shaping import rig_vertices

    write_obj(path, head_parts(export.head(), rig_vertices(export.values), colours_of(export.skin)))


EXPORTERS: tuple[RigExporter, ...] = (
    RigExporter("bytes", ".bytes for the game's own tools", "values", _bytes, usual=True),
    RigExporter("json", "JSON with names", "values", _json, usual=True),
    RigExporter("glb", "glTF, one file (.glb), with 52 ARKit morph targets", "model", _gltf),
    RigExporter("gltf", "glTF, text (.gltf)", "model", _gltf),
    RigExporter("obj", "OBJ, shape only", "model", _obj),
)
"""In the order in which they are offered. Adding one opens its own file and this."""


def exporter_for(path: Path, holds: Literal["values", "model", ""] = "") -> RigExporter:
    """The format that a file's suffix names. UsageError for another, or one that does not hold what is asked for."""
    offered = [exporter for exporter in EXPORTERS if not holds or exporter.holds == holds]
    for exporter in offered:
        if path.suffix.lower() == exporter.suffix:
            return exporter
    raise UsageError(Text("{0}: the name must end in {1}", path, ", ".join(one.suffix for one in offered)))
