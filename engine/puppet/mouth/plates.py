"""What is behind the lips as a puppet's own photo shows it, and what it goes on as where the photo shows nothing.

Made from a shared reading (`engine.puppet.mouth.reading`) and this photo's colours: first at the reading's texels what
was never seen (teeth under the lip, gum, the dark), then, for every size of frame, plates that sample the photo itself.

Plates are laid over one another, each with its own coverage. A plate's colour is what the photo shows less what lies
behind it, so that at rest all of them together are the photo again, whatever the coverages: nothing has to be faded in.
"""

from dataclasses import dataclass, replace

import numpy as np

from engine.base.opencv import cv2
from engine.photo.large_crop import SquarePixels, shrunk_to
from engine.puppet.facemap import FaceAxes, flatness
from engine.puppet.mouth.reading import TeethReading, along, blurred, lip_light
from engine.puppet.mouth.teeth import BOW, LOWER, boundaries, lightness, paint
from engine.puppet.patches import fill, luminance, step
from engine.puppet.tone import PhotoTone

_GAP = 0.2  # how much darker than a tooth the gap between two is, where both are continued
_GUM = np.array([0.86, 0.50, 0.49], np.float32)  # times the enamel's luminance
_LEAST_GUM = 0.56  # times the enamel's luminance
_DARK = (0.22, 0.42)  # times the enamel's luminance: nothing but the dark, surely something
_WIDE = (2.2, 3.4)  # mm between upper teeth and lower lip in which more than the dark can be seen
_TELLS = (2.5, 4.5)  # mm that are seen of a lower tooth: its edge, its shape
_SPECK = 0.9  # mm: what is not several times as wide is no tongue
_CORRIDOR = (2.0, 5.0)  # mm of dark seen beside the teeth: more teeth are to be expected, these are all


@dataclass(frozen=True, eq=False)
class HiddenParts:
    """At a reading's texels (h, w, 3) float32: upper, lower: what either row goes on as; lower_alpha (h, w): where the
    drawn one is, 0 all over for a row that the photo shows; lower_on (h, w): how far such a one goes on; gap:
    the dark between them, teeth left out; enamel (3,), dark (3,): the photo's darkest in the opening. Around the
    opening only: of_gap (h', w', 3) 0..1: what of the gap is the photo's own, what of it is no mere dark, and what lies
    nearer to the lower lip than to the upper teeth; inside (h', w'): the opening and a little beyond; lip: either lip's
    colour, carried over its edge."""

    upper: np.ndarray
    lower: np.ndarray
    lower_alpha: np.ndarray
    lower_on: np.ndarray
    gap: np.ndarray
    enamel: np.ndarray
    dark: np.ndarray
    of_gap: np.ndarray
    inside: np.ndarray
    lip: np.ndarray


def hidden_parts(reading: TeethReading, patch: np.ndarray, expected: np.ndarray, lips: np.ndarray) -> HiddenParts:
    """patch (h, w, 3) 0..1, the photo at the reading's texels; expected (3,): enamel in this light, where none is seen;
    lips (3,)."""
    rows = np.arange(len(patch), dtype=np.float32)[:, None] + 0.5
    lit = patch / lip_light((rows - reading.ceiling) / reading.texel, reading.shade)[..., None]
    upper_seen, lower_seen = reading.enamel[..., 0], reading.enamel[..., 1]
    enamel = _enamel(lit, upper_seen if upper_seen.sum() > lower_seen.sum() else lower_seen, expected,
                     reading.texel)
    x0, y0, x1, y1 = reading.around
    inner, rows = np.s_[y0:y1, x0:x1], rows[y0:y1]
    shown, photo = (reading.seen * reading.opening)[inner], patch[inner]
    of_lip, light = float(luminance(lips)), luminance(photo)
    dark = np.array([0.10, 0.05, 0.05], np.float32) * of_lip
    if (shown > 0.5).sum() > 30:
        seen = light[shown > 0.5]
        dark = photo[shown > 0.5][seen <= np.percentile(seen, 2)].mean(0)
    dark = (dark * min(1.0, 0.16 * of_lip / max(float(luminance(dark)), 1e-3))).astype(np.float32)
    free = shown * (1 - step(0.0, 0.1, reading.rows[inner].max(-1)))
    light = light / max(float(luminance(enamel)), 1e-3)
    black = 1 - step(*_DARK, light)
    known = free * black
    gap = np.broadcast_to(dark, patch.shape).copy()
    if known.sum() > 20:
        gap = _filled(patch, _whole(known, inner, reading.shape), (0.5, 1.5, 5.0), 4)
    upper = _upper(reading, lit, gap, enamel, lips)
    lower, lower_alpha, lower_on = _lower(reading, patch, gap, enamel)
    # In a narrow gap what is not dark is the edge of a tooth or of the lip, and goes with these.
    wide = step(*_WIDE, blurred(reading.floor - reading.edge, reading.texel) / reading.texel)[x0:x1]
    near_lip = step(0.3, 0.7, ((rows - reading.edge[x0:x1]) / np.maximum(reading.floor - reading.edge, 1.0)[x0:x1]))
    lip = _filled(photo, step(0.85, 1.0, reading.fringe[inner].max(-1)), (0.75, 2.0, 6.0), 2)
    lasting = free * wide * step(0.22, 0.45, light)
    # A tongue outlasts an opening jaw; a speck or a line is the edge of a tooth that stays where it is.
    lasting = lasting * step(0.35, 0.75, cv2.GaussianBlur(lasting, (0, 0), _SPECK * reading.texel))
    of_gap = np.stack([free * np.maximum(black, wide), lasting, near_lip], -1)
    opening = reading.opening[inner]
    inside = step(0.02, 0.35, cv2.GaussianBlur(opening, (0, 0), 0.6 * reading.texel))
    return HiddenParts(upper, lower, lower_alpha, lower_on, gap, enamel, dark, of_gap.astype(np.float32), inside, lip)


def _whole(part: np.ndarray, window: tuple[slice, slice], shape: tuple[int, int]) -> np.ndarray:
    found = np.zeros(shape, np.float32)
    found[window] = part
    return found


def _filled(image: np.ndarray, weight: np.ndarray, radii: tuple[float, ...], coarser: int) -> np.ndarray:
    """(h, w, 3) the known pixels spread over the others, `coarser` times as coarse; radii in pixels of that."""
    height, width = weight.shape
    small = (max(width // coarser, 2), max(height // coarser, 2))
    share = cv2.resize(weight.astype(np.float32), small, interpolation=cv2.INTER_AREA)
    colour = cv2.resize(image * weight[..., None].astype(np.float32), small, interpolation=cv2.INTER_AREA)
    spread = fill(colour / np.maximum(share, 1e-6)[..., None], share, radii)
    return cv2.resize(spread, (width, height), interpolation=cv2.INTER_LINEAR)


def _enamel(lit: np.ndarray, seen: np.ndarray, expected: np.ndarray, texel: float) -> np.ndarray:
    """(3,) by the brighter half of the teeth seen; the fewer there are, the more as is to be expected."""
    much = float(step(6.0, 60.0, seen.sum() / texel ** 2))  # a sliver lies in its lip's shade
    if much <= 0:
        return expected.astype(np.float32)
    colours = lit[seen > 0.5]
    light = luminance(colours)
    found = np.median(colours[light >= np.median(light)], axis=0)
    return np.asarray(expected + (found - expected) * much, np.float32)


def _upper(reading: TeethReading, lit: np.ndarray, gap: np.ndarray, enamel: np.ndarray,
           lips: np.ndarray) -> np.ndarray:
    """(h, w, 3) what the upper row is where the lip hides it, without the lip's shadow."""
    rows = np.arange(len(lit), dtype=np.float32)[:, None] + 0.5
    if reading.span is None:
        return _drawn_upper(reading, enamel)
    first, last = reading.span
    # What is seen goes on above as it is, ever smoother along the mouth.
    seen = reading.seen * step(0.5, 0.9, reading.rows[..., 0])
    begins = along(np.where(seen.max(0) > 0.5, (seen > 0.5).argmax(0), np.nan), 2)
    near, far = _columns(lit, seen, rows - begins, reading.texel)
    over = np.maximum(begins - rows, 0)
    made = near + (far - near) * step(0, 1.8 * reading.texel, over)[..., None]
    above = (reading.neck - rows) / reading.texel
    turn = (step(-0.6, 0.6, above) * step(0, 2.0 * reading.texel, over))[..., None]
    made = made * (1 - _GAP * reading.dips ** 1.5 * step(0, 1.8 * reading.texel, over))[..., None]
    # Necks are a little darker and yellower than what the lip left to be seen.
    made = made * (1 - np.array([0.02, 0.05, 0.10], np.float32) * step(0, 6 * reading.texel, over)[..., None])
    gum = _gum(reading, lit, enamel, lips)
    shade = (1 - 0.12 * step(1, 6, above)) * (1 - 0.6 * step(12, 24, np.abs(reading.across)))
    made = made + (gum * shade[..., None] - made) * turn
    # Beyond what is seen at all the dark goes on where the photo shows some beside the teeth, else more teeth do.
    x = np.arange(lit.shape[1], dtype=np.float32)
    known = np.flatnonzero(seen.max(0) > 0.5)
    beside = np.maximum(np.maximum(known[0] - x, x - known[-1]), 0) / reading.texel
    more = 1 - np.where(x < (first + last) / 2, step(*_CORRIDOR, (first - known[0]) / reading.texel),
                        step(*_CORRIDOR, (known[-1] - last) / reading.texel))
    aside = gap
    if (more * (beside > 0)).max() > 0:
        aside = gap + (_drawn_upper(reading, enamel) - gap) * more[:, None]
    ends = step(0.0, 1.5, beside)[:, None]
    ends = ends + (step(0.0, 9.0, beside)[:, None] - ends) * turn  # gums end nowhere
    return np.asarray(made + (aside - made) * ends, np.float32)


def _columns(lit: np.ndarray, seen: np.ndarray, into: np.ndarray,
             texel: float) -> tuple[np.ndarray, np.ndarray]:
    """(w, 3) twice: the colour near where what is seen (h, w) begins, and the same smoothed along the row. into (h, w):
    texels from there into the row."""
    weight = seen * (step(-0.2 * texel, 0.5 * texel, into) * (1 - step(0.9 * texel, 1.8 * texel, into)) + 1e-3)
    total, colour = weight.sum(0), (lit * weight[..., None]).sum(0)

    def spread(sigma: float) -> tuple[np.ndarray, np.ndarray]:
        share = blurred(total, sigma)
        return blurred(colour, sigma) / np.maximum(share, 1e-9)[:, None], share[:, None]

    wide, enough = spread(4 * texel)
    wide = np.where(enough > 1e-6, wide, colour.sum(0) / max(float(total.sum()), 1e-9))
    fine, soft = (np.where(share > 1e-4, found, wide)
                  for found, share in (spread(0.3 * texel), spread(1.3 * texel)))
    return fine.astype(np.float32), soft.astype(np.float32)


def _gum(reading: TeethReading, lit: np.ndarray, enamel: np.ndarray, lips: np.ndarray) -> np.ndarray:
    """(3,) gum in this light: as the photo shows it, as far as it does, and as it is between lips and teeth."""
    light = float(luminance(enamel))
    usual = (0.5 * lips + 0.5 * _GUM * light) * 1.1
    rows = np.arange(len(lit), dtype=np.float32)[:, None] + 0.5
    near = 0.6 * reading.texel
    shown = (reading.gum > 0.5) & (rows > reading.ceiling + near) & (rows < reading.top - near / 2)
    if shown.sum() > 20:
        much = float(step(4.0, 12.0, shown.sum() / reading.texel ** 2))
        usual = usual + (np.median(lit[shown], axis=0) - usual) * (0.25 + 0.55 * much)
    return np.asarray(usual * max(1.0, _LEAST_GUM * light / max(float(luminance(usual)), 1e-3)), np.float32)


def _drawn_upper(reading: TeethReading, enamel: np.ndarray) -> np.ndarray:
    """(h, w, 3) drawn teeth that go on where the photographed ones end."""
    across, down = reading.across[None], reading.down[:, None]
    place = across
    if reading.span is not None:
        ends = np.concatenate([[0.0], boundaries()])
        for end, sign in zip(reading.span, (-1.0, 1.0), strict=True):
            at = float(reading.across[end])
            nearest = sign * float(ends[np.abs(ends - sign * at).argmin()])
            place = np.where(place * sign > 0, place + np.float32(np.clip(nearest - at, -5, 5)), place)
    level, tilt, bow = (float(value) for value in reading.upper_edge)
    edge = level + tilt * across + bow * across ** 2 + BOW * place ** 2
    tooth = paint(True, np.broadcast_to(place, reading.shape), edge - down, enamel, 1 / reading.texel)
    behind = enamel * 0.12 * lightness(reading.across)[:, None]
    return behind * (1 - tooth[..., 3:]) + tooth[..., :3]


def _lower(reading: TeethReading, patch: np.ndarray, gap: np.ndarray,
           enamel: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(h, w, 3) what the lower row is where it is hidden, and (h, w) twice: where it is drawn altogether, and how far
    one that is seen goes on. gap (h, w, 3): what lies behind."""
    rows = np.arange(len(patch), dtype=np.float32)[:, None] + 0.5
    beyond = np.broadcast_to(reading.down[:, None] - np.float32(reading.lower_edge), reading.shape)
    drawn = paint(False, np.broadcast_to(reading.across, reading.shape), beyond, enamel * LOWER, 1 / reading.texel)
    tooth, cover = drawn[..., :3] / np.maximum(drawn[..., 3:], 1e-3), drawn[..., 3]
    if reading.lower <= 0:
        return tooth, cover, np.zeros_like(cover)
    seen = reading.enamel[..., 1]
    near, far = _columns(patch, seen, rows - reading.low_top, reading.texel)
    depth = (rows - reading.low_top) / reading.texel
    made = near + (far - near) * step(1.0, 4.0, depth)[..., None]
    made = made * (1 - _GAP * reading.low_dips ** 1.5 * step(0.5, 2.5, depth))[..., None]
    made = made * (1 - 0.25 * step(3.0, 8.0, depth))[..., None]
    # What only the edges are seen of tells no teeth's shape: below these go on as drawn ones.
    tall = blurred((reading.floor - reading.low_top) / reading.texel, 3 * reading.texel)
    hidden = (rows - reading.floor) / reading.texel
    made = made + (tooth - made) * (step(0.0, 1.5, hidden) * (1 - step(*_TELLS, tall)))[..., None]
    # Beside the outermost that is seen, drawn ones.
    x, here = np.flatnonzero(seen.any(0)), np.arange(patch.shape[1])
    beside = step(0, 2.0, np.maximum(np.maximum(x[0] - here, here - x[-1]), 0) / reading.texel)
    aside = gap + (tooth - gap) * cover[..., None]
    return (np.asarray(made + (aside - made) * beside[:, None], np.float32),
            np.asarray(cover * step(0.0, 0.5, 1 - reading.lower), np.float32),
            np.asarray(1 - beside * (1 - np.maximum(cover, seen)), np.float32))


@dataclass(frozen=True, eq=False)
class Plates:
    """For frames of `size` pixels, (h, w, 4) float32: colour times coverage, and coverage. In a window of the frame
    whose corner is `corner`: lower: the row that the photo hides, drawn; low, high: the rows. In one around the
    opening, whose corner is `opening`: gap, lasting: the dark between the rows and what of it outlasts an opening jaw;
    fringes: of upper and lower lip where they rest; parted: of lips that have left their place; loose: low and
    high as they are over anything else than at rest. hides_lower, shows_lower: whether lower, low hold anything. own:
    the same with the photo's own share for colour, where its tonal range asks for it.
    """

    size: int
    corner: np.ndarray
    opening: np.ndarray
    lower: np.ndarray
    low: np.ndarray
    high: np.ndarray
    gap: np.ndarray
    lasting: np.ndarray
    fringes: tuple[np.ndarray, np.ndarray]
    parted: tuple[np.ndarray, np.ndarray]
    loose: tuple[np.ndarray, np.ndarray]
    hides_lower: bool
    shows_lower: bool
    own: "Plates | None" = None


@dataclass(frozen=True, eq=False)
class _Placed:
    """A window of a frame of `size` pixels onto which maps at a reading's texels are brought: part x0, y0, x1, y1 of
    them."""

    low: np.ndarray
    high: np.ndarray
    affine: np.ndarray
    coarse: float
    part: tuple[int, int, int, int]

    @classmethod
    def of(cls, reading: TeethReading, axes: FaceAxes, size: int, part: tuple[int, int, int, int],
           rows: tuple[int, int]) -> "_Placed":
        """rows: of the frame, from and to."""
        flat = flatness(axes)
        upright, back = np.stack([axes.right, axes.down / flat]), np.stack([axes.right, axes.down * flat])
        x0, y0, x1, y1 = part
        corners = reading.origin + np.array([(x0, y0), (x1, y0), (x0, y1), (x1, y1)]) / reading.texels @ back
        low = np.clip(np.floor(corners.min(0) * size).astype(int), 0, size - 2)
        high = np.clip(np.ceil(corners.max(0) * size).astype(int), low + 2, size)
        low[1] = np.clip(rows[0], low[1], high[1] - 1)
        high[1] = np.clip(rows[1], low[1] + 1, high[1])
        matrix = upright * (reading.texels / size)
        shift = matrix @ (low + 0.5) - upright @ reading.origin * reading.texels - 0.5 - (x0, y0)
        return cls(low, high, np.column_stack([matrix, shift]), reading.texels / size, part)

    def bring(self, *maps: np.ndarray) -> np.ndarray:
        """(h, w, n) of maps that cover the whole reading."""
        x0, y0, x1, y1 = self.part
        return self.bring_part(*(one[y0:y1, x0:x1] for one in maps))

    def bring_part(self, *maps: np.ndarray) -> np.ndarray:
        """(h, w, n) of maps that cover the part."""
        whole = np.concatenate([one if one.ndim == 3 else one[..., None] for one in maps], -1)
        if self.coarse > 1.3:
            whole = cv2.GaussianBlur(whole, (0, 0), 0.4 * self.coarse)
        width, height = (int(n) for n in self.high - self.low)
        found = [cv2.warpAffine(whole[..., first:first + 4], self.affine, (width, height),
                                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
                 for first in range(0, whole.shape[2], 4)]
        return np.concatenate([one.reshape(height, width, -1) for one in found], -1)


def plates(reading: TeethReading, hidden: HiddenParts, axes: FaceAxes, photo: SquarePixels, tone: PhotoTone,
           size: int, rows: tuple[int, int] | None = None) -> Plates:
    """photo (side, side, 3), the crop, of any depth; rows: only those of the frame, from and to."""
    height, width = reading.shape
    rows = rows or (0, size)
    wide = _Placed.of(reading, axes, size, (0, 0, width, height), rows)
    near = _Placed.of(reading, axes, size, reading.around, (int(wide.low[1]), int(wide.high[1])))
    down = np.arange(height, dtype=np.float32)[:, None] + 0.5
    light = lip_light((down - reading.ceiling) / reading.texel, reading.shade)[..., None]
    colours = wide.bring(hidden.upper * light, reading.rows[..., 0],
                         hidden.lower, reading.rows[..., 1] * hidden.lower_on,
                         hidden.lower * hidden.lower_alpha[..., None], hidden.lower_alpha)
    high, low, drawn = (np.ascontiguousarray(colours[..., first:first + 4]) for first in (0, 4, 8))
    high[..., :3] *= high[..., 3:]
    low[..., :3] *= low[..., 3:]
    maps = near.bring(reading.fringe, reading.seen, reading.opening, hidden.gap)
    of_gap, inside, lip = np.split(near.bring_part(hidden.of_gap, hidden.inside, hidden.lip), [3, 4], -1)
    inner = np.s_[near.low[1] - wide.low[1]:near.high[1] - wide.low[1],
                  near.low[0] - wide.low[0]:near.high[0] - wide.low[0]]
    whole = shrunk_to(photo, size) if size < photo.shape[0] else photo
    seen = tone.unclipped(whole[near.low[1]:near.high[1], near.low[0]:near.high[0]])
    f_up, f_low, shown, opening = (maps[..., number, None] for number in range(4))
    shown = shown * opening
    a_up, a_low = high[inner][..., 3:], low[inner][..., 3:]
    hides = inside * (maps[..., 4:] + (seen - maps[..., 4:]) * of_gap[..., :1])
    rest = hides + (1 - inside) * drawn[inner][..., :3]
    # Each plate's colour is what is seen less what lies behind it.
    shown_low = shown * step(0.0, 0.02, a_low)
    low[inner][..., :3] += shown_low * (seen - (1 - a_low) * rest - low[inner][..., :3])
    rest = rest * (1 - a_low) + low[inner][..., :3]
    shown_up = shown * np.maximum(step(0.0, 0.02, a_up), 1 - of_gap[..., 2:])
    high[inner][..., :3] += shown_up * (seen - (1 - a_up) * rest - high[inner][..., :3])
    rest = rest * (1 - a_up) + high[inner][..., :3]
    loose = _loose(low, colours[..., 4:7], seen, inner), _loose(high, colours[..., :3], seen, inner)
    hard = [step(0.4, 0.85, one) for one in (f_up, f_low)]
    # What no plate explains belongs to the nearer lip.
    within = step(0.0, 0.5, np.maximum(opening, np.maximum(f_up, f_low)))
    bright = max(float(luminance(hidden.enamel)), 1e-3)
    left = step(0.03 * bright, 0.25 * bright, np.abs(seen - rest).max(-1, keepdims=True)) * within
    f_low = np.maximum(f_low, left * of_gap[..., 2:])
    f_up = np.maximum(f_up, left * (1 - of_gap[..., 2:]))
    # Of two fringes that overlap each has its share.
    left = (seen - (1 - f_up) * (1 - f_low) * rest) * within
    beneath = left * f_low / np.maximum(f_up + f_low, 1e-3) / np.maximum(1 - f_up, 0.2)
    fringes = np.concatenate([left - (1 - f_up) * beneath, f_up], -1), np.concatenate([beneath, f_low], -1)
    # A lip that has left is its own edge, without what shone through beside it.
    parted = [np.concatenate([much * (lip + (seen - lip) * step(0.8, 1.0, much)), much], -1) for much in hard]
    gap = np.concatenate([hides, inside], -1)
    found = Plates(size, wide.low, near.low, drawn, low, high, gap, gap * of_gap[..., 1:2], fringes,
                   (parted[0], parted[1]), loose, bool(drawn[..., 3].any()), bool(low[..., 3].any()))
    if tone.plain:
        return found
    nothing = np.zeros((*high.shape[:2], 1), np.float32)
    of_high, of_low = nothing.copy(), nothing.copy()
    of_high[inner], of_low[inner] = shown_up * a_up, shown_low * a_low
    of_gap = inside * of_gap[..., :1]
    shares = (_share(of_gap, inside), *(_share(f, f) for f in (f_up, f_low, *hard)))
    return replace(found, own=replace(found, lower=_share(nothing, drawn[..., 3:]), low=_share(of_low, low[..., 3:]),
                                      high=_share(of_high, high[..., 3:]), gap=shares[0], lasting=shares[0],
                                      fringes=(shares[1], shares[2]), parted=(shares[3], shares[4]),
                                      loose=(_share(of_low, low[..., 3:]), _share(of_high, high[..., 3:]))))


def _loose(plate: np.ndarray, made: np.ndarray, seen: np.ndarray, inner: tuple[slice, slice]) -> np.ndarray:
    """(h, w, 4) a row's plate over another ground than the photo's: its soft edge no longer carries what was seen
    there of that. made (h, w, 3): what the row goes on as; seen: the photo within `inner`."""
    found = plate.copy()
    cover, own = plate[inner][..., 3:], made[inner]
    found[inner][..., :3] = np.clip(plate[inner][..., :3], cover * np.minimum(seen, own), cover * np.maximum(seen, own))
    return found


def _share(own: np.ndarray, cover: np.ndarray) -> np.ndarray:
    return np.concatenate([own, own, own, cover], -1)
