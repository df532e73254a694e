"""The files a rig can be written as, each declared once: dialog, command line and engine go by this list."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.rig.files.written import Written

if TYPE_CHECKING:
    import numpy as np

    from engine.head.model import Head
    from engine.head.portrait.piece import Piece
    from engine.head.portrait.skin import Skin
    from engine.motion.take import Take
    from engine.rig.engines import EnginePreset
    from engine.rig.model import RigModel, Textures
    from engine.rig.movement import Movement
    from engine.rig.values import RigValues

Holds = Literal["values", "model", "movement", "script"]
Wish = Literal["take", "author", "texture"]


@dataclass(frozen=True)
class ExportWishes:
    """What an export may be asked for besides: see `RigExport`. texture_side: texels of the
    pictures from a photo, None for as many as usual."""

    take: "Take | None" = None
    engine: "EnginePreset | None" = None
    author: str = ""
    texture_side: int | None = None


@dataclass(frozen=True, eq=False)
class RigExport:
    """What is to be written: values, the head they describe, and its colours; and, where they are wanted,

    textures: pictures by part, as `engine.rig.model.head_model` takes them.
    personal: (V, 3) dm that the shape has beyond what the values say; a target of its own where a format has targets.
    pieces:   what the head wears with a mesh of its own; their pictures are among the textures.
    take:     how its face moves.
    engine:   whose names and numbers are written; None for the format's own.
    author:   who is named in files that name somebody.
    """

    values: "RigValues"
    head: "Callable[[], Head]"
    skin: "Skin"
    textures: "Mapping[str, Textures]" = field(default_factory=dict)
    personal: "np.ndarray | None" = None
    take: "Take | None" = None
    engine: "EnginePreset | None" = None
    author: str = ""
    pieces: "Sequence[Piece]" = ()

    @cached_property
    def movement(self) -> "Movement | None":
        """How the face moves, frame by frame. EngineError for a take that cannot be written so."""
        from engine.rig.movement import movement_of

        return None if self.take is None else movement_of(self.take)

    @property
    def moving(self) -> "Movement":
        """The same where there must be one. UsageError when there is none."""
        if self.movement is None:
            raise UsageError(Text("there is no movement to write"), Text("name a recording, or shapes"))
        return self.movement

    def model(self, name: str) -> "RigModel":
        """The head as a model; made once, for however many files."""
        return replace(self._model, name=name)

    def rigid(self, name: str) -> "RigModel":
        """The same for formats without targets: what is personal is in its shape."""
        return self.model(name) if self.personal is None else replace(self._modelled(None), name=name)

    @cached_property
    def _model(self) -> "RigModel":
        return self._modelled(self.personal)

    def _modelled(self, personal: "np.ndarray | None") -> "RigModel":
        from engine.rig.appearance import colours_of, skin_for
        from engine.rig.model import head_model
        from engine.rig.shaping import rig_vertices

        vertices = rig_vertices(self.values)
        if personal is None and self.personal is not None:
            vertices = vertices + self.personal
        return head_model("", self.head(), vertices, colours_of(skin_for(self.values, self.skin)),
                          self.textures, self.pieces, personal)

    def shapes(self, spelling: Literal["camel", "pascal"]) -> tuple[str, ...]:
        """What the 52 are called: as the engine does, else in the format's own spelling."""
        from engine.rig.engines import spelled

        return spelled(spelling) if self.engine is None else self.engine.shapes


@dataclass(frozen=True)
class RigExporter:
    """One format.

    id, suffix: "glb", ".glb".
    label:      English, translated by the window.
    holds:      "values" of the rig, the "model" that they describe, "movement" of its face, or a "script".
    write:      writes the file, read back and compared before it takes its place.
    heeds:      what of `ExportWishes` is found in it.
    usual:      whether it is ticked until somebody chooses.
    dressed:    whether what the head wears is found in it.
    """

    id: str
    label: str
    holds: Holds
    write: Callable[[Path, RigExport], Written]
    heeds: tuple[Wish, ...] = ()
    usual: bool = False
    dressed: bool = False

    @property
    def suffix(self) -> str:
        return f".{self.id}"


def _bytes(path: Path, export: RigExport) -> Written:
    from engine.rig.files.bytes_file import write_bytes

    write_bytes(path, export.values)
    return Written()


def _json(path: Path, export: RigExport) -> Written:
    from engine.rig.files.json_file import write_json

    write_json(path, export.values)
    return Written()


def _gltf(path: Path, export: RigExport) -> Written:
    from engine.rig.files.gltf_file import write_gltf

    return write_gltf(path, export.model(path.stem), export.shapes("camel"), export.movement)


def _obj(path: Path, export: RigExport) -> Written:
    from engine.rig.files.obj_file import write_obj

    write_obj(path, export.rigid(path.stem).parts)
    return Written()


def _vrm(path: Path, export: RigExport) -> Written:
    from engine.rig.files.vrm_file import write_vrm

    return write_vrm(path, export.model(path.stem), export.author)


def _shape_list(path: Path, export: RigExport) -> Written:
    from engine.rig.files.shape_list import write_shape_list
    from engine.rig.model import PERSONAL

    own = () if export.personal is None else (PERSONAL,)
    return write_shape_list(path, (*export.shapes("camel"), *own))


def _csv(path: Path, export: RigExport) -> Written:
    from engine.motion.csv_file import write_csv

    movement = export.moving
    write_csv(path, movement.take)
    return Written(len(movement.told), len(movement.take.track(movement.told[0]).times))  # as recorded, not evened out


def _vrma(path: Path, export: RigExport) -> Written:
    from engine.rig.files.vrma_file import write_vrma

    return write_vrma(path, export.model(path.stem), export.moving)


def _anim(path: Path, export: RigExport) -> Written:
    from engine.rig.files.unity_anim import write_anim
    from engine.rig.model import FACE, node_of

    nodes = (FACE, *(node_of(piece) for piece in export.pieces))
    return write_anim(path, export.moving, export.shapes("camel"), nodes)


def _a2f(path: Path, export: RigExport) -> Written:
    from engine.rig.files.audio2face import write_audio2face

    return write_audio2face(path, export.moving)


def _metahuman(path: Path, export: RigExport) -> Written:
    from engine.rig.files.curve_table import write_curve_table

    return write_curve_table(path, export.moving)


def _loader(path: Path, export: RigExport) -> Written:
    from engine.rig.files.unity_loader import write_loader

    write_loader(path, export.values.schema)
    return Written()


EXPORTERS: tuple[RigExporter, ...] = (
    RigExporter("bytes", ".bytes for the game's own tools", "values", _bytes, usual=True),
    RigExporter("json", "JSON with names", "values", _json, usual=True),
    RigExporter("glb", "glTF, one file (.glb), with 52 ARKit morph targets", "model", _gltf, ("take", "texture"),
                dressed=True),
    RigExporter("gltf", "glTF, text (.gltf)", "model", _gltf, ("take", "texture"), dressed=True),
    RigExporter("vrm", "VRM 1.0, with 52 expressions (.vrm)", "model", _vrm, ("author", "texture"), dressed=True),
    RigExporter("obj", "OBJ, without morph targets (.obj)", "model", _obj, ("texture",), dressed=True),
    RigExporter("cs", "Unity script that reads the .bytes (.cs)", "script", _loader),
    RigExporter("arkit.json", "List of the shapes' names (.arkit.json)", "script", _shape_list),
    RigExporter("csv", "Live Link Face recording (.csv)", "movement", _csv, ("take",)),
    RigExporter("vrma", "VRM animation (.vrma)", "movement", _vrma, ("take",)),
    RigExporter("anim", "Unity animation clip (.anim)", "movement", _anim, ("take",), dressed=True),
    RigExporter("a2f.json", "Audio2Face weights (.a2f.json)", "movement", _a2f, ("take",)),
    RigExporter("metahuman.csv", "Unreal curve table for MetaHuman (.metahuman.csv)", "movement", _metahuman,
                ("take",)),
)
"""In the order in which they are offered. Adding one opens its own file and this."""
STILL_EXPORTERS = tuple(exporter for exporter in EXPORTERS if exporter.holds != "movement")
"""Those that need no movement."""


def exporter_for(path: Path, *holds: Holds) -> RigExporter:
    """The format that a file's suffix names, the longest that fits. UsageError for another, or one that does not hold
    what is asked for (nothing named: whatever it holds)."""
    return format_of(path, [exporter for exporter in EXPORTERS if not holds or exporter.holds in holds])


def format_of(path: Path, offered: Sequence[RigExporter]) -> RigExporter:
    """The one of these formats that a file's suffix names, the longest that fits. UsageError for none of them."""
    fitting = [exporter for exporter in offered if path.name.lower().endswith(exporter.suffix)
               and len(path.name) > len(exporter.suffix)]
    if fitting:
        return max(fitting, key=lambda exporter: len(exporter.suffix))
    if path.suffix.lower() == ".fbx":
        raise UsageError(Text("{0}: FBX is not written, for no library that is kept up writes it", path), Text(
            "take .glb, which Blender, Unity, Unreal and Godot read; Blender makes an FBX of it"))
    raise UsageError(Text("{0}: the name must end in {1}", path, ", ".join(one.suffix for one in offered)))


def files_for(path: Path, engine: "EnginePreset", moving: bool) -> dict[str, Path]:
    """By format, everything that an engine takes, beside the file that was asked for, which is one of them.

    What holds movement is left out where there is none. UsageError for a file that the engine does not take.
    """
    if not engine.files:
        raise UsageError(Text("{0} takes no files, it is spoken to live", engine.label))
    taken = [exporter for exporter in EXPORTERS if exporter.id in engine.files]
    asked = exporter_for(path)
    if asked not in taken:
        raise UsageError(Text("{0}: {1} takes {2}", path, engine.label, ", ".join(one.suffix for one in taken)))
    stem = path.name[:-len(asked.suffix)]
    return {one.id: path if one is asked else path.with_name(stem + one.suffix)
            for one in taken if one is asked or moving or one.holds != "movement"}


def suffixes(holds: Collection[Holds]) -> str:
    """The endings of the formats that hold one of these, for help."""
    return ", ".join(exporter.suffix for exporter in EXPORTERS if exporter.holds in holds)
