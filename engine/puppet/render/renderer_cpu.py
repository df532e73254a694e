"""Draws a puppet's frames without OpenGL: the same picture from numpy and OpenCV, slowly."""

from collections.abc import Mapping

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.patches import as_unit, step
from engine.puppet.render.drawing import (
    EDGE_STILL,
    FOLD_STEP,
    LOWER_LID,
    TONE_STEP,
    Drawing,
    LayerSkin,
    PhotoSkin,
    PolishSkin,
)
from engine.puppet.render.parts import PartDrawing


class CpuRenderer:
    """One puppet's pictures at the sizes drawn so far."""

    def __init__(self, skin: PhotoSkin) -> None:
        self._skin = skin
        self._photo: tuple[int, np.ndarray] | None = None
        self._keys: Mapping[str, PolishSkin] = {}
        self._layers: LayerSkin | None = None

    def show(self, skin: PhotoSkin) -> None:
        """Draw from another photo of the same person from now on; of the same depth."""
        self._skin, self._photo = skin, None

    def put_on(self, skins: Mapping[str, PolishSkin]) -> None:
        """Keys' textures to draw from; none for the plain puppet."""
        self._keys = skins

    def lay(self, skin: LayerSkin, points: int, triangles: int) -> None:
        """Draw the head as layers, from now on, where a drawing says so."""
        self._layers = skin

    def draw(self, drawing: Drawing, size: int, smooth: bool = True, seen: np.ndarray | None = None,
             within: tuple[int, int, int, int] | None = None, contours: bool = True) -> np.ndarray:
        """(size, size, 4) like `GlRenderer.draw`, or the window of it. contours: are never anti-aliased here."""
        drawn = self._draw(drawing, size, smooth, self._scaled(size) if seen is None else as_unit(seen))
        if within is None:
            return drawn
        x0, y0, x1, y1 = within
        return drawn[y0:y1, x0:x1]

    def draw_part(self, there: PartDrawing, size: int) -> np.ndarray:
        """(n, n, 4) like `GlRenderer.draw_part`."""
        x0, y0, x1, y1 = there.reads
        return self._draw(there.drawing, there.part.side, True, as_unit(self._skin.photo[y0:y1, x0:x1]), size, there)

    def _draw(self, drawing: Drawing, size: int, smooth: bool, photo: np.ndarray, frame: int = 0,
              there: PartDrawing | None = None) -> np.ndarray:
        """size: of what is drawn; frame: of the frame that `there` is a part of."""
        from engine.head.raster import interpolate, rasterise

        deep = self._skin.photo.dtype == np.uint16
        result = np.zeros((size, size, 4), np.float32)
        below = np.zeros((size, size, 4), np.float32)
        layers = self._layers if drawing.layered else None
        if layers is not None:
            behind = self._behind(layers, size, frame or size, photo, there)
            result[..., :3], result[..., 3] = behind[..., :3], behind[..., 3] > _NOTHING
            result[result[..., 3] == 0] = 0
        for under in drawing.underlays:
            h, w = under.changed.shape
            window = np.s_[under.y0:under.y0 + h, under.x0:under.x0 + w]
            below[window][..., :3] = np.clip(under.colour, 0, 1)
            below[window][..., 3] = under.changed
            result[window] = below[window] * below[window][..., 3:]
        if len(drawing.triangles):
            # What the edge's coverage rejects must not hide what lies beneath: skirts lose against surfaces.
            depth = drawing.depth + np.where(drawing.edge < 0, 1.0, 0.0)
            if layers is not None:
                depth = depth + np.where(_look(layers.matte[..., 3:], drawing.target + drawing.offset) < 1, 1.0, 0.0)
            points = np.concatenate([drawing.target * size, depth[:, None]], 1)
            face, weights = rasterise(points, drawing.triangles, (size, size))
            lids_at = self._skin.lids.at if layers is None else layers.lids_at
            values = np.concatenate([drawing.offset, drawing.ratio[:, None], drawing.edge[:, None], lids_at], 1)
            if drawing.keyed is not None:
                values = np.concatenate([values, drawing.keyed.at, drawing.keyed.weight[:, None]], 1)
            if self._skin.placed is not None:
                values = np.concatenate([values, self._skin.placed], 1)
            field = interpolate(values, drawing.triangles, face, weights)
            cover = self._cover(drawing, size, face, field[..., 3])
            drawn, still = self._shade(drawing, frame or size, field, smooth, photo, there)
            over = drawn * cover[..., None] + below[..., :3] * (1 - cover[..., None])
            fresh = (face >= 0) & (cover > 0)
            if layers is not None:
                person = self._person(layers, field[..., :2], frame or size, there)
                over = behind[..., :3] + (over - behind[..., :3]) * person
                fresh &= person[..., 0] > _NOTHING
            kept = fresh & still & ((cover >= 1) | (below[..., 3] == 0))
            result[fresh, :3], result[fresh, 3] = np.clip(over[fresh], 0, 1), 1
            result[kept] = 0
        if deep:
            return (result * 65535 + 0.5).astype(np.uint16)
        return (result * 255 + 0.5).astype(np.uint8)

    def release(self) -> None:
        self._photo = None

    def _cover(self, drawing: Drawing, size: int, face: np.ndarray, edge: np.ndarray) -> np.ndarray:
        """Coverage of the openings' edges, from the distance to them in pixels."""
        a, b, c = (drawing.target[drawing.triangles[:, i]] * size for i in range(3))
        ea, eb, ec = (drawing.edge[drawing.triangles[:, i]] for i in range(3))
        area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
        area = np.where(np.abs(area) < 1e-12, 1e-12, area)
        slope_x = ((eb - ea) * (c[:, 1] - a[:, 1]) - (ec - ea) * (b[:, 1] - a[:, 1])) / area
        slope_y = ((ec - ea) * (b[:, 0] - a[:, 0]) - (eb - ea) * (c[:, 0] - a[:, 0])) / area
        slope = np.maximum(np.hypot(slope_x, slope_y) * drawing.rim_width, 1e-7)[np.maximum(face, 0)]
        return np.where(face >= 0, np.clip(edge / slope + 0.5, 0, 1), 0).astype(np.float32)

    def _shade(self, drawing: Drawing, size: int, field: np.ndarray, smooth: bool, photo: np.ndarray,
               part: PartDrawing | None) -> tuple[np.ndarray, np.ndarray]:
        """Every pixel's colour (n, n, 3) 0..1, and whether it is the source's own (n, n).

        size: of the frame; photo: 0..1, what `part` reads of it; field (n, n, 7 to 12): offset, ratio, edge and the
        lids' place, what the keys' part of the drawing says, and where folds are looked up.
        """
        skin, offset, ratio = self._skin, field[..., :2], field[..., 2]
        ys, xs = np.mgrid[:field.shape[0], :field.shape[1]].astype(np.float32) + np.float32(0.5)
        at = np.stack([xs, ys], -1)
        if part is not None:
            at += np.array([part.part.x0, part.part.y0], np.float32)
        source = at / np.float32(size) + offset
        layers = self._layers if drawing.layered else None
        at = (source if layers is None else _mirrored(source, layers.bounds)) * np.float32(size) - np.float32(0.5)
        if part is not None:
            at -= np.array(part.reads[:2], np.float32)
        colour = cv2.remap(photo, at[..., 0], at[..., 1], cv2.INTER_CUBIC if smooth else cv2.INTER_LINEAR,
                           borderMode=cv2.BORDER_REPLICATE)
        if layers is not None:
            own = _texture(layers.matte, source) / 255
            colour = colour + (own[..., :3] - colour) * np.clip((1 - own[..., 3:]) * 12, 0, 1)

        there = source if skin.placed is None else np.ascontiguousarray(field[..., -2:], np.float32)

        def texture(image: np.ndarray, where: np.ndarray = there) -> np.ndarray:
            place = where * np.float32(image.shape[0]) - np.float32(0.5)
            found = cv2.remap(image.astype(np.float32), place[..., 0], place[..., 1], cv2.INTER_LINEAR,
                              borderMode=cv2.BORDER_REPLICATE)
            return found

        point, across = skin.middle
        aside = (there - point.astype(np.float32)) @ across.astype(np.float32)
        lids = _lids(skin, field[..., 4:6], aside >= 0)
        if skin.placed is not None:
            lids[..., :3] *= np.array(skin.lid_light, np.float32)
        closed = np.where(aside < 0, drawing.lids[0], drawing.lids[1]).astype(np.float32)
        shut = lids[..., 3] * (closed + (step(*LOWER_LID, closed) - closed) * field[..., 6])
        crease = np.zeros(field.shape[:2], np.float32)
        if np.any(drawing.folds):
            left = _soft_side(aside)
            amounts = (drawing.folds[:, :4], drawing.folds[:, 4:])
            for image, (of_right, of_left) in zip(skin.folds, amounts, strict=True):
                relief = (texture(image) - 128) * FOLD_STEP
                crease += (relief @ of_right) * (1 - left) + (relief @ of_left) * left
        colour = colour + (lids[..., :3] - colour) * shut[..., None]
        still = ((np.abs(offset) * size < EDGE_STILL).all(-1) & (np.abs(ratio - 1) < 0.0005)
                 & (shut < 0.002) & (np.abs(crease) < 0.0008))
        if drawing.keyed is not None:
            key, much = self._keys[drawing.keyed.skin], field[..., 9]
            shows = texture(key.colour, field[..., 7:9]) / 255
            light = texture(key.tone)
            cover = (np.maximum(shows[..., 3], light[..., 3] / 255) * much)[..., None]
            tone = (light[..., :3] - 128) * (TONE_STEP * much)[..., None]
            colour = colour * np.exp(tone)
            colour = colour + (shows[..., :3] - colour) * cover
            still &= (cover[..., 0] < 0.002) & (np.abs(tone) < 0.0008).all(-1)
        colour = colour * (ratio * np.exp(crease))[..., None]
        return colour, still

    @staticmethod
    def _behind(layers: LayerSkin, side: int, size: int, photo: np.ndarray, part: PartDrawing | None) -> np.ndarray:
        """(side, side, 4) what is behind the head, and how far it takes the photo's place. size: of the frame."""
        here = _places(side, part)
        found = _texture(layers.plate, here / np.float32(size)) / 255
        at = here - np.float32(0.5)
        if part is not None:
            at = at - np.array(part.reads[:2], np.float32)
        own = cv2.remap(photo, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        found[..., :3] = own + (found[..., :3] - own) * found[..., 3:]
        return found

    @staticmethod
    def _person(layers: LayerSkin, offset: np.ndarray, size: int, part: PartDrawing | None) -> np.ndarray:
        """(n, n, 1) how much of each pixel the person is."""
        source = _places(len(offset), part) / np.float32(size) + offset
        return _texture(layers.matte, source)[..., 3:] / 255

    def _scaled(self, size: int) -> np.ndarray:
        from engine.puppet.render.surfaces_gl import scaled

        if self._photo is None or self._photo[0] != size:
            self._photo = (size, as_unit(scaled(self._skin.photo, size)))
        return self._photo[1]


_NOTHING = 0.004  # of a pixel


def _places(side: int, part: PartDrawing | None) -> np.ndarray:
    """(side, side, 2) float32 the pixels' centres in the frame."""
    ys, xs = np.mgrid[:side, :side].astype(np.float32) + np.float32(0.5)
    at = np.stack([xs, ys], -1)
    return at if part is None else at + np.array([part.part.x0, part.part.y0], np.float32)


def _texture(image: np.ndarray, where: np.ndarray) -> np.ndarray:
    """image (k, k, C) at places (h, w, 2) in its sides, bilinear, edges repeat: (h, w, C) float32."""
    place = (where * np.float32(image.shape[0]) - np.float32(0.5)).astype(np.float32)
    return cv2.remap(image.astype(np.float32), place[..., 0], place[..., 1], cv2.INTER_LINEAR,
                     borderMode=cv2.BORDER_REPLICATE)


def _look(image: np.ndarray, points: np.ndarray) -> np.ndarray:
    """(n,) of image (k, k, 1) at points (n, 2) in its sides."""
    side = len(image)
    x, y = np.clip((points * side).astype(int), 0, side - 1).T
    return np.asarray(image[y, x, 0])


def _mirrored(at: np.ndarray, bounds: tuple[float, float, float, float]) -> np.ndarray:
    low, high = np.array(bounds[:2], np.float32), np.array(bounds[2:], np.float32)
    return np.asarray(high - np.abs(high - (low + np.abs(at - low))))


def _soft_side(aside: np.ndarray) -> np.ndarray:
    """0 on the subject's right, 1 on the left, soft over the bridge of the nose; aside in crop sides."""
    t = np.clip(aside / 0.04 + 0.5, 0, 1)
    return t * t * (3 - 2 * t)


def _lids(skin: PhotoSkin, at: np.ndarray, left: np.ndarray) -> np.ndarray:
    """(h, w, 4) 0..1 the closed lids at (h, w, 2), crop sides; left (h, w) bool: the left eye's."""
    height, width = skin.lids.texture.shape[0], skin.lids.texture.shape[1] // 2
    boxes = np.array(skin.lids.boxes, np.float32)[left.astype(int)]
    place = np.clip((at - boxes[..., :2]) / boxes[..., 2:] * (width, height), 0.5, (width - 0.5, height - 0.5))
    place = (place - 0.5 + left[..., None] * np.array([width, 0])).astype(np.float32)
    found = cv2.remap(skin.lids.texture.astype(np.float32), place[..., 0], place[..., 1], cv2.INTER_LINEAR,
                      borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(found / 255, np.float32)
