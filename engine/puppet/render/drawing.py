"""One frame of a puppet before it is pixels: what both renderers draw."""

from dataclasses import dataclass

import numpy as np

from engine.photo.large_crop import SquarePixels

FOLD_CHANNELS = ("forehead", "glabella", "noseRoot", "nasolabial", "smile", "eyes", "chin", "mouthCorners")
"""Where skin folds; order of `Drawing.folds` and of the fold textures' channels."""


@dataclass(frozen=True, eq=False)
class Underlay:
    """What is seen through one opening: a patch of the frame.

    x0, y0:  its corner in frame pixels.
    colour:  (h, w, 3) float32 0..1; valid all over.
    changed: (h, w) bool: differs from the source's own pixel.
    own:     (h, w) float32 0..1: how much of it is the photo itself rather than painted; None for nothing.
    """

    x0: int
    y0: int
    colour: np.ndarray
    changed: np.ndarray
    own: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class Keyed:
    """The part of a frame that comes from keys (see `engine.puppet.keys`).

    skin: name of the texture; at (N, 2) float32 where each point looks in it, crop sides; weight (N,) 0..1 how much;
    shows (N,) bool: points near which it shows anything.
    """

    skin: str
    at: np.ndarray
    weight: np.ndarray
    shows: np.ndarray


@dataclass(frozen=True, eq=False)
class Drawing:
    """target, offset (N, 2) float32 crop sides: where each point of the mesh is drawn, and from there to where its
    colour is; depth (N,) 0..1, smaller is nearer; ratio (N,) by which relighting multiplies; edge (N,) distance from
    the rim in crop sides, negative on the skirt; triangles (M, 3) int32: those to draw, everything else stands still;
    lids: (right, left) 0..1 how far a lid shows its closed texture; folds: (2, 8) right and left side, per
    `FOLD_CHANNELS`, + deepens, - smooths; underlays: the openings that changed; keyed: None when no key shows;
    rim_width: pixels over which the openings' edges fade; relief (N,) bool: points near which folds or lids show.
    outline (M,) bool: the points are those of a head cut out of the photo, over what is behind it (`LayerSkin`), and
    in these triangles it is not all of every pixel; None for a head in one sheet with what is behind.
    """

    target: np.ndarray
    offset: np.ndarray
    depth: np.ndarray
    ratio: np.ndarray
    edge: np.ndarray
    triangles: np.ndarray
    lids: tuple[float, float]
    folds: np.ndarray
    relief: np.ndarray
    underlays: tuple[Underlay, ...]
    keyed: Keyed | None = None
    rim_width: float = 1.0
    outline: np.ndarray | None = None

    @property
    def layered(self) -> bool:
        return self.outline is not None


@dataclass(frozen=True, eq=False)
class LidSkin:
    """What closed lids look like, each as it lies when shut.

    texture: (h, 2w, 4) uint8: the right eye's tile and beside it the left eye's; RGB of a closed lid, A where it
             applies, 0 along a tile's border.
    boxes:   of either tile: x, y, width, height in crop sides.
    at:      (N, 3) float32: where each point of the mesh lies when its lids are shut, crop sides; and 1 for what
             belongs to a lower lid.
    """

    texture: np.ndarray
    boxes: tuple[tuple[float, float, float, float], tuple[float, float, float, float]]
    at: np.ndarray


@dataclass(frozen=True, eq=False)
class PhotoSkin:
    """The mesh's textures: a photo, and what lids and folds of the person in it look like.

    photo:   (side, side, 3) uint8 or uint16.
    lids:    what closed lids look like; the right eye's half of the face and the left's are told apart by `middle`.
    folds:   (a, a, 4) and (b, b, 4) uint8: log of the brightness ratio of each channel's folds, 128 = none, 64 steps =
             0.25.
    middle:  (point, direction) of the line between the eyes, crop sides: left of it lies the right eye.
    placed:  (N, 2) float32 where each point of the mesh lies in folds and middle when these were read off another
             picture of the person; None when off this one.
    lid_light: by how much this picture's light differs from that one's, a factor on the lids' colours.
    """

    photo: SquarePixels
    lids: LidSkin
    folds: tuple[np.ndarray, np.ndarray]
    middle: tuple[np.ndarray, np.ndarray]
    placed: np.ndarray | None = None
    lid_light: tuple[float, float, float] = (1.0, 1.0, 1.0)


@dataclass(frozen=True, eq=False)
class LayerSkin:
    """What a head that turns is cut out by, and what is behind it: (m, m, 4) uint8 over the crop.

    matte:  the person's own colour where the person is but part of a pixel, and how much of it that is.
    plate:  what is behind, and how far it takes the place of the photo's pixels.
    bounds: x0, y0, x1, y1 of the photo in the crop, crop sides: what is beyond is mirrored.
    lids_at: (M, 3) float32 as `LidSkin.at`, of the finer mesh's points.
    """

    matte: np.ndarray
    plate: np.ndarray
    bounds: tuple[float, float, float, float]
    lids_at: np.ndarray


@dataclass(frozen=True, eq=False)
class PolishSkin:
    """What the mesh's surface takes from keys.

    colour: (k, k, 4) uint8, laid on the crop: looked up by where a point lies in the key; A is where it applies.
    tone:   (a, a, 4) uint8 in the photo's geometry: log ratio of each colour, 128 none, in steps of `TONE_STEP`; A is
            where the key's colour applies besides.
    """

    colour: np.ndarray
    tone: np.ndarray


FOLD_STEP = 0.25 / 64
"""Log ratio of one step of a fold texture."""
TONE_STEP = 0.6 / 127
"""Log ratio of one step of a tone texture."""
LOWER_LID = 0.5, 1.0
"""How far an upper lid is down when its lashes begin to show on the lower one, and show there wholly."""
EDGE_STILL = 1e-3
"""Pixels: what moves less than this has not moved."""
