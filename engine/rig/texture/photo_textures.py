"""The photos' textures, each baked once and kept while there is room."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.text import Text
from engine.head.measured_faces import MeasuredFaces
from engine.networks.residency import Residency
from engine.networks.resident import Bytes, Resident
from engine.photo.open_photo import OpenPhoto

if TYPE_CHECKING:
    from engine.head.fit import HeadFit
    from engine.head.model import Head
    from engine.head.portrait.skin import Skin
    from engine.networks.face_parser import FaceParser
    from engine.rig.texture.layout import AtlasLayout
    from engine.rig.texture.photo_texture import PhotoTexture
    from engine.rig.texture.seen import SeenFace

USUAL_SIDE = 2048
"""Texels a side; what a head in a window can show."""
_KEY = "photo texture"
_LAYOUT, _NAME = "texture layout", Text("Textures from photos")


class PhotoTextures:
    """parser: says which part of a person a pixel shows; None where it is not installed."""

    def __init__(self, measured: MeasuredFaces, head: "Callable[[], Head]",
                 parser: "Callable[[], FaceParser | None]", residency: Residency) -> None:
        self._measured, self._head, self._parser, self._residency = measured, head, parser, residency
        self._skins: dict[tuple[str, int], Skin] = {}
        self._open: dict[str, object] = {}  # by photo, for as long as nobody forgets it

    def of(self, photo: OpenPhoto, face: int, side: int = USUAL_SIDE,
           others: Sequence[OpenPhoto] = ()) -> "Job[PhotoTexture]":
        """A face's texture of `side` texels; the first time two to three seconds, on a thread of its own.

        others: photos whose largest face is the same person. Raises EngineError for a face that there is not,
        UsageError for a side that a texture cannot have."""
        key: Hashable = _key(photo, face, side, others)
        kept = self._residency.get(key)
        if kept is None:
            shots = [(photo, face), *((one, 0) for one in others)]
            fits = [self._measured.head_fit(one, number) for one, number in shots]
            opened = [self._open.setdefault(one.id, object()) for one, _ in shots]
            kept = yield from on_thread(self._baked(shots, fits, side))
            if [self._open.get(one.id) for one, _ in shots] != opened:
                return kept  # closed meanwhile: who asked has it, nobody else will
            self._residency.keep(key, Resident(kept, Bytes(kept.cost), name=_NAME))
        return kept

    def skin(self, photo: OpenPhoto, face: int) -> "Job[Skin]":
        """The colours of plain game skin for a face; the first time as long as looking at it takes."""
        key = photo.id, face
        if key not in self._skins:
            self._skins[key] = yield from on_thread(self._coloured(photo, face, self._measured.skin(photo, face)))
        return self._skins[key]

    def known(self, photo: OpenPhoto, face: int, side: int = USUAL_SIDE) -> "PhotoTexture | None":
        """A single photo's, where it is baked already."""
        return self._residency.get(_key(photo, face, side))

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._open.pop(photo_id, None)
        for key in [key for key in self._skins if key[0] == photo_id]:
            del self._skins[key]
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEY and photo_id in key[1])

    def _layout(self) -> "AtlasLayout":
        from engine.rig.texture.layout import atlas_layout

        kept = self._residency.get(_LAYOUT)
        if kept is None:
            kept = atlas_layout(self._head())
            self._residency.keep(_LAYOUT, Resident(kept, Bytes(kept.cost), name=_NAME))
        return kept

    def _baked(self, shots: Sequence[tuple[OpenPhoto, int]], fits: "Sequence[HeadFit]",
               side: int) -> "Job[PhotoTexture]":
        from engine.rig.texture.bake import bake

        seen = []
        for photo, face in shots:
            seen.append((yield from self.seen(photo, face)))
        others = list(zip(fits, seen, strict=True))[1:]
        return (yield from bake(self._layout(), self._head(), fits[0], seen[0], side, others))

    def _coloured(self, photo: OpenPhoto, face: int, unparsed: "Skin") -> "Job[Skin]":
        from engine.rig.texture.colours import plain_skin

        return plain_skin((yield from self.seen(photo, face)), unparsed)

    def seen(self, photo: OpenPhoto, face: int) -> "Job[SeenFace]":
        """What the photo shows of a face; some tenths of a second."""
        from engine.rig.texture.seen import look_at

        yield Progress(0, 0, Text("looking at the face"))
        try:
            parser = self._parser()
        except EngineError:  # a damaged file: doctor tells of it, the bake says that it went without
            parser = None
        return look_at(photo, face, parser)


def _key(photo: OpenPhoto, face: int, side: int, others: Sequence[OpenPhoto] = ()) -> Hashable:
    return _KEY, (photo.id, *(one.id for one in others)), face, side
