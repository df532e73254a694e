"""What the rig system offers of a photo's faces: values fitted to them, the head they describe, files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.look import Look
from engine.base.note import Note
from engine.base.text import Text
from engine.head.measured_faces import MeasuredFaces
from engine.head.portrait.camera import pose_of
from engine.photo.identity import SAME_PERSON
from engine.photo.open_photo import OpenPhoto
from engine.render.photos import Photos
from engine.render.picture_export import refuse_to_replace
from engine.rig.exporters import ExportWishes, exporter_for
from engine.rig.game_head import GameHead
from engine.rig.hair.wardrobe import Wardrobe
from engine.rig.hair.wear import BARE, SUGGESTED, HeadWear
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.link.face_link import FaceLink
from engine.rig.looks import FaceLooks
from engine.rig.model import NO_TEXTURES
from engine.rig.pictures import pictures_of, pictures_of_pieces
from engine.rig.rest import resting
from engine.rig.staging import STUDIO, HeadStaging
from engine.rig.texture.photo_textures import USUAL_SIDE, PhotoTextures

if TYPE_CHECKING:
    from engine.head.portrait.piece import Piece
    from engine.head.portrait.skin import Skin
    from engine.photo.age_gender import AgeGenderNetwork
    from engine.render.shared import Shared
    from engine.rig.fit import RigFit
    from engine.rig.schema import RigSchema
    from engine.rig.texture.photo_texture import PhotoTexture
    from engine.rig.values import RigValues

HeadExpressions = Callable[[str, int, Look], Job[tuple[np.ndarray, float, float]]]
"""From a photo, a face and a look to ARKit weights (52,) and the degrees of yaw and pitch that the head turns by."""


class FaceRigs:
    """expressions: what a look comes to on the head. All raise EngineError for a photo that is not open or a face that
    there is not."""

    def __init__(self, photos: Photos, measured: MeasuredFaces, game_head: GameHead,
                 expressions: HeadExpressions, textures: PhotoTextures, wardrobe: Wardrobe,
                 looking: "Callable[[], AgeGenderNetwork | None]" = lambda: None) -> None:
        self._photos, self._measured, self._game_head, self._expressions = photos, measured, game_head, expressions
        self._textures, self._wardrobe = textures, wardrobe
        self._looking = looking
        self._looks: dict[tuple[str, int], FaceLooks | None] = {}
        self._link = FaceLink()
        self._personal: dict[tuple[tuple[str, ...], int, RigSchema], np.ndarray] = {}

    def fit(self, photo_id: str, face: int, schema: str, shape: str = "",
            more: Sequence[str] = ()) -> "Job[RigFit]":
        """A game rig's values for a face, with the residual that stays. more: photos whose largest face is the same
        person: the values are those of all together. shape: "" for the one that the face is told to have."""
        if more:
            return (yield from self.fit_together((photo_id, *more), schema, shape, face))
        from engine.rig.fit import fit_rig
        from engine.rig.looks import is_told, told_shape
        from engine.rig.schema import load_schema

        photo = self._photos[photo_id]
        yield Progress(0, 2, Text("fitting the head"))
        fit = self._measured.head_fit(photo, face)
        yield Progress(1, 2, Text("fitting the rig"))
        looks = self._looks_of(photo, face, again=True)
        told, notes = (shape, ()) if shape else told_shape(load_schema(schema), looks)
        found = fit_rig(schema, fit, photo.faces[face].landmarks, told, photo.picture.pixels, looks=looks)
        return replace(found, notes=notes, shape_told=bool(shape) or is_told(load_schema(schema), looks))

    def fit_together(self, photo_ids: Sequence[str], schema: str, shape: str = "", face: int = 0) -> "Job[RigFit]":
        """The same for several photos of one person: a face of the first, the largest of the others; who looks like
        somebody else is told."""
        from engine.rig.fit import fit_together
        from engine.rig.looks import is_told, told_shape
        from engine.rig.schema import load_schema

        fits, photos = [], [self._photos[photo_id] for photo_id in photo_ids]
        for done, photo in enumerate(photos):
            yield Progress(done, len(photos), Text("fitting the head"))
            fits.append(self._measured.head_fit(photo, face if done == 0 else 0))
        pictures = [(photo.picture.pixels, photo.faces[0 if place else face].landmarks)
                    for place, photo in enumerate(photos)]
        looks = self._looks_together(photos, face, again=True)
        told, notes = (shape, ()) if shape else told_shape(load_schema(schema), looks)
        found = fit_together(schema, fits, told, pictures, looks)
        return replace(found, notes=(*self.strangers(photo_ids, face), *notes),
                       shape_told=bool(shape) or is_told(load_schema(schema), looks))

    def role_shape(self, photo_id: str, face: int, schema: str) -> tuple[str, tuple[Text, ...]]:
        """The role shape of a schema that a face looks like, and what to tell of it; ("", ()) for one without."""
        from engine.rig.looks import told_shape
        from engine.rig.schema import load_schema

        return told_shape(load_schema(schema), self._looks_of(self._photos[photo_id], face, again=True))

    def _looks_of(self, photo: OpenPhoto, face: int, again: bool = False) -> "FaceLooks | None":
        """again: ask also where nobody could say it before; the model may have come since."""
        key = photo.id, face
        if key not in self._looks or (again and self._looks[key] is None):
            network = self._looking()
            self._looks[key] = None if network is None else FaceLooks(
                *network.estimate(photo.picture.pixels, photo.face(face)))
            if network is not None:
                self._drop_personal(photo.id)  # it was found without
        return self._looks[key]

    def _looks_together(self, photos: Sequence[OpenPhoto], face: int = 0, again: bool = False) -> "FaceLooks | None":
        """The middle of what several photos say; face: of the first."""
        each = [self._looks_of(photo, face if place == 0 else 0, again) for place, photo in enumerate(photos)]
        known = [one for one in each if one is not None]
        return FaceLooks(float(np.median([one.years for one in known])),
                         float(np.median([one.masculine for one in known]))) if known else None

    def strangers(self, photo_ids: Sequence[str], face: int = 0) -> tuple[Note, ...]:
        """What to tell of those of several photos that show somebody else than the first one's face."""
        return tuple(Note(Text("photo {0} may show somebody else than photo 1", number),
                          Text("photo {0} may be somebody else", number)) for number in self.strange(photo_ids, face))

    def strange(self, photo_ids: Sequence[str], face: int = 0) -> tuple[int, ...]:
        """Numbers, from 2, of those of several photos that show somebody else than the first one's face; of the others
        the largest is meant."""
        photos = [self._photos[photo_id] for photo_id in photo_ids]
        first = self._measured.identity(photos[0], face)
        away = [float(np.linalg.norm(self._measured.identity(photo, 0) - first)) for photo in photos[1:]]
        return tuple(number for number, distance in enumerate(away, 2) if distance > SAME_PERSON)

    def draw(self, values: "RigValues", look: Look | None, photo_id: str | None, face: int, yaw: float = 0.0,
             pitch: float = 0.0, zoom: float = 1.0, size: int = 512, likeness: HeadLikeness = PLAIN,
             staging: HeadStaging = STUDIO, wear: HeadWear = BARE, more: Sequence[str] = ()) -> Job[np.ndarray]:
        """The head that rig values describe, (size, size, 4) uint8 straight alpha.

        look:     shown on the head together with what the face shows itself; None for a head at rest. Where the values
                  are an expression too, each shape is as strong as the stronger of both.
        photo_id: takes skin, lips and eyes from this photo's face; None for plain ones.
        likeness: what else of this face it shows; its expression is that of the fit, and counts where `look` is None.
        wear:     hair and what else has a mesh of its own.
        more:     further photos whose largest face is the same person: texture and shape are those of all together.
        """
        from engine.head.portrait.head_texture import Worn
        from engine.rig.shaping import shown_weights

        expression = worn = personal = None
        turned = raised = 0.0
        if photo_id is not None:
            photo = self._photos[photo_id]
            if look is not None:
                expression, turned, raised = yield from self._expressions(photo_id, face, look)
                yaw, pitch = yaw + turned, pitch + raised
            elif likeness.expression:
                expression = np.float32(likeness.expression) * self._measured.head_fit(photo, face).expression
            if likeness.texture:
                worn = Worn((yield from self.texture(photo_id, face, more=more)).worn, likeness.texture)
            if likeness.shape:
                personal = np.float32(likeness.shape) * self._personal_shape(photo, face, values.schema, more)
            own = shown_weights(values)
            if staging.sent:
                self._link.show(values, _stronger(expression, own), turned, raised)
            if expression is not None:  # the fitted head has some of it at rest
                share = np.float32(likeness.expression if look is None else 1.0)
                expression = np.maximum(
                    expression - share * resting(self._measured.head_fit(photo, face).expression), 0)
                if own is not None:  # they are on the head already
                    expression = np.maximum(expression - own, 0)
        skin = yield from self._skin(photo_id, face)
        pieces = yield from self._pieces(wear, photo_id, face)
        return (yield from self._game_head.draw(values, staging.view(yaw, pitch, zoom), size, skin, expression, worn,
                                                personal, pieces, staging.whole))

    def link(self, name: str, host: str = "") -> Job[None]:
        """From now on tell what `draw` shows of a face over the live link of that name; "" is off. host: another
        machine's address, to which somebody said yes; "" for this one."""
        return (yield from self._link.turn(name, host))

    @property
    def linked(self) -> tuple[str, str]:
        """The name of the live link that is on, "" for none, and the other machine's address, "" for this one."""
        return self._link.name, self._link.host

    def close(self) -> None:
        """Send nothing more, and give back what the head holds on the graphics card."""
        self._link.close()
        self._game_head.release()

    def texture(self, photo_id: str, face: int, side: int = USUAL_SIDE,
                more: Sequence[str] = ()) -> "Job[PhotoTexture]":
        """The photo baked into the head's uv, `side` texels (1024, 2048 or 4096); baked once and kept. more: photos
        whose largest face is the same person."""
        others = [self._photos[one] for one in more]
        return (yield from self._textures.of(self._photos[photo_id], face, side, others))

    def forget(self, photo_id: str) -> None:
        """Let go of what was baked of a photo."""
        self._textures.forget(photo_id)
        self._wardrobe.forget(photo_id)
        self._drop_personal(photo_id)
        for looked in [looked for looked in self._looks if looked[0] == photo_id]:
            del self._looks[looked]

    def _drop_personal(self, photo_id: str) -> None:
        for key in [key for key in self._personal if photo_id in key[0]]:
            del self._personal[key]

    def export(self, values: "RigValues", paths: Mapping[str, Path], photo_id: str | None = None, face: int = 0,
               likeness: HeadLikeness = PLAIN, wanted: ExportWishes = ExportWishes(),  # noqa: B008
               wear: HeadWear = BARE, more: Sequence[str] = ()) -> Job[list[Text]]:
        """Write a rig's files by format (ids of `engine.rig.exporters`); each is read back and compared.

        likeness: what of the photo's face models have: pictures (or none: a file cannot mix them with plain skin), and
        how much of the shape that the rig cannot say. wear: what models wear besides. more: further photos whose
        largest face is the same person. UsageError when a file is a photo's own, and for movement without a take.
        """
        textures, personal = NO_TEXTURES, None
        pieces: tuple[Piece, ...] = ()
        modelled = any(exporter_for(path).holds == "model" for path in paths.values())
        if photo_id is not None:
            photo = self._photos[photo_id]
            for one in (photo_id, *more):
                refuse_to_replace(self._photos[one].picture, *paths.values())
            if likeness.texture and modelled:
                texture = yield from self.texture(photo_id, face, wanted.texture_side or USUAL_SIDE, more)
                textures = yield from on_thread(pictures_of(texture))
            if likeness.shape and modelled:
                personal = np.float32(likeness.shape) * self._personal_shape(photo, face, values.schema, more)
        if any(exporter_for(path).dressed for path in paths.values()):
            pieces = yield from self._pieces(wear, photo_id, face, wanted.texture_side)
        if modelled:
            textures = {**textures, **(yield from on_thread(pictures_of_pieces(pieces)))}
        skin = yield from self._skin(photo_id, face)
        lines = yield from self._game_head.export_all(values, paths, skin, wanted, textures, personal, pieces)
        bare = [path.name for path in paths.values() if exporter_for(path).holds == "values"]
        if photo_id is not None and likeness.shape and bare:
            lines.append(Text("{0}: the rig's values alone; the personal shape is in models only", ", ".join(bare)))
        return lines

    def pose(self, photo_id: str, face: int) -> tuple[float, float, float]:
        """Degrees of yaw, pitch and roll from which the photo sees a face, as `draw` takes them."""
        return pose_of(self._measured.head_fit(self._photos[photo_id], face).rotation)

    def suggested(self, photo_id: str, face: int) -> Job[HeadWear]:
        """The stock shapes that come nearest to what a photo shows of a face."""
        return (yield from self._wardrobe.told(HeadWear(SUGGESTED, SUGGESTED, SUGGESTED, SUGGESTED),
                                               self._photos[photo_id], face))

    def worn_instead(self, photo_id: str, face: int) -> "Job[Note | None]":
        """What a head wears instead of the photo's hair where nobody can tell what that is; None where it is told."""
        return (yield from self._wardrobe.instead(self._photos[photo_id], face))

    def _pieces(self, wear: HeadWear, photo_id: str | None, face: int,
                side: int | None = None) -> "Job[tuple[Piece, ...]]":
        photo = None if photo_id is None else self._photos[photo_id]
        return (yield from self._wardrobe.of(wear, photo, face, side))

    def _personal_shape(self, photo: OpenPhoto, face: int, schema: str, more: Sequence[str] = ()) -> np.ndarray:
        from engine.rig.fit import personal_shape
        from engine.rig.schema import load_schema

        key = (photo.id, *more), face, load_schema(schema)  # one that is loaded anew may be another of the same name
        if key not in self._personal:
            photos = [photo, *(self._photos[one] for one in more)]
            fits = [self._measured.head_fit(one, 0 if place else face) for place, one in enumerate(photos)]
            pictures = [(one.picture.pixels, one.faces[0 if place else face].landmarks)
                        for place, one in enumerate(photos)]
            self._personal[key] = personal_shape(schema, *fits, looks=self._looks_together(photos, face),
                                                 pictures=pictures)
        return self._personal[key]

    def _skin(self, photo_id: str | None, face: int) -> "Job[Skin]":
        """Colours for the game head from a face, or plain ones."""
        from engine.head.portrait.skin import Skin

        return Skin() if photo_id is None else (yield from self._textures.skin(self._photos[photo_id], face))


def _stronger(one: np.ndarray | None, other: np.ndarray | None) -> np.ndarray | None:
    """Of two expressions, shape by shape."""
    if one is None or other is None:
        return other if one is None else one
    return np.maximum(one, other)


def rigs_of(photos: Photos, shared: "Shared", measured: MeasuredFaces, expressions: HeadExpressions) -> FaceRigs:
    """The rig system on what an engine shares; everything is made when it is first asked for."""
    game_head = GameHead(lambda: shared.head, lambda: shared.context)
    textures = PhotoTextures(measured, lambda: shared.head, lambda: shared.parser, shared.residency)
    wardrobe = Wardrobe(measured, lambda: shared.head, textures, shared.residency)
    return FaceRigs(photos, measured, game_head, expressions, textures, wardrobe, lambda: _age_gender(shared))


def _age_gender(shared: "Shared") -> "AgeGenderNetwork | None":
    from engine.photo.age_gender import AGE_GENDER

    try:
        return shared.zoo.optional(AGE_GENDER)
    except EngineError:  # a damaged file: doctor tells of it, and the fit that nothing says what the face looks like
        return None
