"""What heads wear, made when it is first asked for and kept while there is room."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.base.errors import UsageError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.note import Note
from engine.base.remedy import get_model
from engine.base.text import Text
from engine.head.measured_faces import MeasuredFaces
from engine.networks.face_parser import MODEL as FACE_PARSING
from engine.networks.residency import Residency
from engine.networks.resident import Bytes, Resident
from engine.photo.open_photo import OpenPhoto
from engine.rig.hair.wear import PHOTO, SUGGESTED, UNCLEAR, HeadWear
from engine.rig.texture.photo_textures import PhotoTextures

if TYPE_CHECKING:
    from engine.head.model import Head
    from engine.head.portrait.piece import Piece
    from engine.rig.texture.seen import SeenFace

_KEY, _STOCK, _NAME = "photo hair", "stock hair", Text("Hair, beards and glasses")


class Wardrobe:
    def __init__(self, measured: MeasuredFaces, head: "Callable[[], Head]", textures: PhotoTextures,
                 residency: Residency) -> None:
        self._measured, self._head, self._textures, self._residency = measured, head, textures, residency

    def of(self, wear: HeadWear, photo: OpenPhoto | None, face: int,
           side: int | None = None) -> "Job[tuple[Piece, ...]]":
        """What is worn, as meshes; the first time about a second, on a thread of its own.

        photo, face: whose hair it is, and whose colour; None for nobody's. side: texels of the hair's picture, None for
        what a window can show. Raises UsageError for the hair of a photo where there is none, and for a name that there
        is not. A head without hair wears none.
        """
        pieces: list[Piece] = []
        for kind, name in (yield from self.told(wear, photo, face)).chosen.items():
            if name == PHOTO and photo is not None:
                own = yield from self._own(photo, face, side)
                if isinstance(own, str):
                    pieces.append((yield from self._stock(kind, own, photo, face)))
                elif own is not None:
                    pieces.append(own)
            else:
                pieces.append((yield from self._stock(kind, name, photo, face)))
        return tuple(pieces)

    def told(self, wear: HeadWear, photo: OpenPhoto | None, face: int) -> Job[HeadWear]:
        """The same by names: what is to be suggested is looked up. UsageError as for `of`."""
        asked = [kind for kind, name in wear.chosen.items() if name == SUGGESTED]
        if photo is None and (asked or wear.hair == PHOTO):
            raise UsageError(Text("the hair of a photo, and what suits it, need a photo"))
        if not asked or photo is None:
            return wear
        key: Hashable = (_KEY, photo.id, face, SUGGESTED)
        kept = self._residency.get(key)
        if kept is None:
            kept = yield from on_thread(self._suggested(photo, face))
            self._residency.keep(key, Resident(kept, Bytes(0), name=_NAME))
        return replace(wear, **{kind: getattr(kept, kind) for kind in asked})

    def instead(self, photo: OpenPhoto, face: int) -> "Job[Note | None]":
        """What a head wears instead of a photo's hair where that cannot be told from what is behind it; None where it
        can."""
        own = yield from self._own(photo, face, None)
        if not isinstance(own, str):
            return None
        told = Text("without the face parsing network this photo's hair cannot be told from what is behind it: the "
                    "head wears the stock shape {0}", own)
        return Note(told, Text("stock hair, not the photo's"), get_model(FACE_PARSING))

    def _suggested(self, photo: OpenPhoto, face: int) -> Job[HeadWear]:
        from engine.rig.hair.suggestion import suggested

        seen, clear = yield from self._seen(photo, face)
        found = suggested(self._head(), self._measured.head_fit(photo, face), seen)
        return found if clear else replace(found, hair=UNCLEAR)

    def _seen(self, photo: OpenPhoto, face: int) -> "Job[tuple[SeenFace, bool]]":
        """What the photo shows, its hair by colour where no network tells it; and whether that can be told at all."""
        from engine.rig.hair.unparsed import with_hair

        seen = yield from self._textures.seen(photo, face)
        if seen.parsed:
            return seen, True
        found = with_hair(self._head(), self._measured.head_fit(photo, face), seen)
        return (seen, False) if found is None else (found, True)

    def _stock(self, kind: str, name: str, photo: OpenPhoto | None, face: int) -> "Job[Piece]":
        from engine.head.portrait.skin import Skin

        skin = Skin() if photo is None else (yield from self._textures.skin(photo, face))
        colour = skin.brow if kind == "brows" else skin.hair or Skin().brow
        key: Hashable = (_STOCK, kind, name, colour)
        kept = self._residency.get(key)
        if kept is None:
            kept = yield from on_thread(self._made(kind, name, colour))
            self._residency.keep(key, Resident(kept, Bytes(kept.cost), name=_NAME))
        return kept

    def _made(self, kind: str, name: str, colour: tuple[float, float, float]) -> "Job[Piece]":
        from engine.rig.hair.stock import stock_piece

        yield Progress(0, 1, Text("shaping the hair"))
        return stock_piece(self._head(), kind, name, colour)

    def _own(self, photo: OpenPhoto, face: int, side: int | None) -> "Job[Piece | str | None]":
        """The photo's hair; None where there is none, the name of a stock shape where it cannot be told."""
        key: Hashable = (_KEY, photo.id, face, side)
        kept = self._residency.get(key)
        if kept is None:
            kept = yield from on_thread(self._shaped(photo, face, side))
            cost = 0 if kept[0] is None or isinstance(kept[0], str) else kept[0].cost
            self._residency.keep(key, Resident(kept, Bytes(cost), name=_NAME))
        return kept[0]

    def _shaped(self, photo: OpenPhoto, face: int, side: int | None) -> "Job[tuple[Piece | str | None]]":
        from engine.rig.hair.photo_hair import SIDE, photo_hair

        seen, clear = yield from self._seen(photo, face)
        yield Progress(0, 1, Text("shaping the hair"))
        if not clear:
            return (UNCLEAR,)
        return (photo_hair(self._head(), self._measured.head_fit(photo, face), seen, side or SIDE),)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[:2] == (_KEY, photo_id))
