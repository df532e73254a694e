"""Makes keys ready for a puppet: everything that depends on the pictures but not on the sliders, done once."""

from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.photo.arkit import ARKIT_INDEX
from engine.puppet.frame import PuppetFrame
from engine.puppet.keys.correspondence import Laid, Sitter, lay, sitter
from engine.puppet.keys.ground import SIDE, colour_gains, ground, pulled
from engine.puppet.keys.polish_key import KeyKind, PolishKey, word
from engine.puppet.keys.polish_keys import MouthKey, PolishKeys
from engine.puppet.keys.textures import SPLIT, combined, eyes_colour, lips_colour, mouth_tone
from engine.puppet.mouth.mouth import MouthLayer, prepare_mouth
from engine.puppet.mouth.reading import read_mouth
from engine.puppet.patches import as_unit, luminance, polygon_mask, step
from engine.puppet.puppet import Puppet
from engine.puppet.render.drawing import PolishSkin
from engine.puppet.tone import plain_tone

if TYPE_CHECKING:
    from engine.head.model import Head

LARGEST = 1024
"""Side of a key laid on the crop, at most: what a generator draws."""

_STILL_ABOVE, _MOVES_BELOW = 0.08, 0.20  # face heights below the eyes between which a key's shape fades in
_AT_REST, _LEAST_WAY = -4.0, 0.6  # what the network's mouthSmile is before it becomes a weight, of a face at rest
_OVERLAP = 0.004  # face heights by which lips that must close go past each other before they are held
_LIGHTER, _HUE = (0.75, 1.4), 0.75  # teeth, against those this photo shows or lets expect; share of their hue
_LIPS_OWN = 0.7  # of the photo's own colour that the key's lips are given
_PARTED = 0.04  # face heights that lipPart 1 and its like part lips by


def prepare_keys(puppet: Puppet, landmarks: np.ndarray, keys: Mapping[KeyKind, PolishKey],
                 head: "Head") -> Job[PolishKeys]:
    """A job that lays keys on a puppet's photo; `puppet.put_on` blends them in from then on.

    landmarks: (478, 2|3) of the photo in pixels of the puppet's crop. EngineError when a key's landmarks make no head.
    """
    if not keys:
        raise EngineError(Text("there is no key to blend in"))
    side = int(np.clip(puppet.side, SIDE, LARGEST))
    total = 2 + 2 * len(keys)
    yield Progress(0, total, Text("looking up the photo on the head"))
    of = _sitter(puppet, np.asarray(landmarks, np.float64)[:, :2] / puppet.side, head, side)
    yield Progress(1, total, Text("looking at the photo's skin"))
    on = ground(of, puppet.person.own.skin.photo)
    axes, mesh = of.mesh.axes, of.mesh
    eyes, eyes_at = None, None
    mouths: dict[KeyKind, MouthKey] = {}
    surfaces: dict[KeyKind, tuple[np.ndarray, np.ndarray]] = {}
    references: dict[int, Laid] = {}
    for number, (kind, key) in enumerate(keys.items()):
        yield Progress(2 + 2 * number, total, Text("laying on the {0} key", word(kind)))
        reference = references.get(id(key.reference))
        if reference is None:  # keys made together share it
            reference = lay(key.reference, key.reference_landmarks, key.reference_blendshapes, of, head, side)
            references[id(key.reference)] = reference
        yield Progress(2.5 + 2 * number, total, Text("laying on the {0} key", word(kind)))
        laid = lay(key.picture, key.landmarks, key.blendshapes, of, head, side)
        yield Progress(3 + 2 * number, total, Text("matching the {0} key's colours", word(kind)))
        shown, plain = pulled(laid, on), pulled(reference, on)
        yield Progress(3.5 + 2 * number, total, Text("matching the {0} key's colours", word(kind)))
        if kind == "closed-eyes":
            # Nothing around closed eyes is to change: whatever light the key has, the photo's is wanted.
            gain, _ = colour_gains(shown, on)
            eyes, eyes_at = eyes_colour(laid, gain, axes), laid.at
        else:
            gain, of_lips = colour_gains(plain, on)
            # Lips keep their colour in any expression: what the key makes of them counts for little.
            of_lips = of_lips ** (1 - _LIPS_OWN) * colour_gains(shown, on)[1] ** _LIPS_OWN
            surfaces[kind] = lips_colour(laid, gain, of_lips), mouth_tone(shown, plain, on)
            yield Progress(3.8 + 2 * number, total, Text("shaping the {0} key's mouth", word(kind)))
            mouths[kind] = yield from _mouth(puppet, of, laid, reference, gain, key)
    skins: dict[str, PolishSkin] = {}
    for kind, (lips, tone) in surfaces.items():
        skins[kind] = combined(eyes, lips, tone, on)
    if not skins:
        skins[""] = combined(eyes, None, None, on)
    yield Progress(total - 0.5, total, Text("getting ready to draw"))
    middle = (of.landmarks[33] + of.landmarks[263]) / 2
    off = (mesh.points - middle) / axes.height
    below = off @ axes.down > SPLIT
    across = np.clip(off @ axes.right / 0.08 + 0.5, 0, 1)
    smiling = [float(np.nan_to_num(puppet.facts.blendshapes[ARKIT_INDEX[f"mouthSmile{one}"]]))
               for one in ("Right", "Left")]
    reach = {name: _reach(skin, mouths[name].at if name in mouths else None, eyes_at, below, of)
             for name, skin in skins.items()}
    left = (across * across * (3 - 2 * across)).astype(np.float32)
    return PolishKeys(tuple(keys), mesh.points.astype(np.float32), skins, eyes_at, mouths, below, left, reach,
                (smiling[0], smiling[1]))


def _sitter(puppet: Puppet, landmarks: np.ndarray, head: "Head", side: int) -> Sitter:
    from engine.head.fit import fit_head

    fit = fit_head(head, landmarks * side, puppet.facts.blendshapes)
    return sitter(puppet.person.own.motion.mesh, puppet.person.own.motion.apertures, landmarks * side, head, fit, side)


def _mouth(puppet: Puppet, of: Sitter, laid: Laid, reference: Laid, gain: np.ndarray,
           key: PolishKey) -> Generator[Progress, None, MouthKey]:
    mesh = of.mesh
    axes = mesh.axes
    middle = (of.landmarks[33] + of.landmarks[263]) / 2
    down = (mesh.points - middle) @ axes.down / axes.height
    move = (laid.at - reference.at) * step(_STILL_ABOVE, _MOVES_BELOW, down)[:, None]
    if key.kind == "neutral":
        move *= _until_at_rest(key)
        _close(puppet, move)
    rims = np.concatenate(mesh.rims["mouth"])
    shift = (mesh.points[rims] - reference.at[rims]).mean(0)
    opening = laid.openings["mouth"]
    gap = float(opening.gap.max()) / axes.height
    inside = None
    if key.kind == "smile":
        yield Progress(0, 0, Text("completing the key's teeth"))
        inside = _inside(puppet.person.own, laid, gain)
    return MouthKey(laid.at, move.astype(np.float32), inside, shift, float(np.clip(gap / _PARTED, 0, 1)))


def _until_at_rest(key: PolishKey) -> float:
    """Share of the way to a neutral key at which the smile is gone: what goes beyond is another expression."""
    smiles = [[key_shapes[ARKIT_INDEX[f"mouthSmile{side}"]] for side in ("Left", "Right")]
              for key_shapes in (key.reference_blendshapes, key.blendshapes)]
    before, after = (float(np.mean(np.log(p / (1 - p)))) for p in np.clip(smiles, 1e-7, 1 - 1e-7).astype(np.float64))
    return float(np.clip((before - _AT_REST) / max(before - after, 1e-6), _LEAST_WAY, 1))


def _close(puppet: Puppet, move: np.ndarray) -> None:
    """Let the lips meet when the key is on, whatever it shows. move (N, 2), changed in place."""
    meeting = next(one for one in puppet.person.own.motion.meetings if one.name == "mouth")
    now = puppet.person.own.motion.rest[:, :2] + move
    gap = (now[meeting.lower] - now[meeting.upper]) @ meeting.down
    push = -gap - _OVERLAP * meeting.unit
    push[[0, -1]] = 0
    share = meeting.upper_share
    along = meeting.lower_response @ ((1 - share) * push) - meeting.upper_response @ (share * push)
    move[meeting.members] += along[:, None] * meeting.down


def _inside(of: PuppetFrame, laid: Laid, gain: np.ndarray) -> MouthLayer:
    """The key's mouth, its teeth as light as this photo's are or would be."""
    own, side, own_axes = of.mouth, laid.picture.shape[0], of.motion.mesh.axes
    opening = laid.openings["mouth"]
    picture = of.tone.even(as_unit(laid.picture) * cv2.resize(gain, (side, side), interpolation=cv2.INTER_LINEAR))

    seen = (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
    reading = read_mouth(opening, own_axes, seen)

    def made(colours: np.ndarray) -> MouthLayer:
        shown = (np.clip(colours, 0, 1) * 255 + 0.5).astype(np.uint8)
        # white and skin only matter where teeth must be drawn: those of the photo's own mouth
        mouth = prepare_mouth(reading, shown, shown, plain_tone(), own.enamel, own.enamel, own.lips, own.enamel)
        return mouth.lit_as(own)

    mouth = made(picture)
    if reading.teeth is None or not reading.teeth.enamel.any():
        return mouth
    ratio = own.enamel / np.maximum(mouth.enamel, 0.02)
    light = float(luminance(own.enamel)) / max(float(luminance(mouth.enamel)), 0.02)
    lighter = np.clip(light, *_LIGHTER) * np.clip((ratio / light) ** _HUE, 0.8, 1.3).astype(np.float32)
    within = polygon_mask((side, side), opening.outline * side, max(0.003 * own_axes.height * side, 0.5))[..., None]
    return made(picture * (1 + (lighter - 1) * within))


def _reach(skin: PolishSkin, mouth_at: np.ndarray | None, eyes_at: np.ndarray | None, below: np.ndarray,
           of: Sitter) -> np.ndarray:
    """(N,) bool near which points of the mesh the texture shows anything."""
    points, unit = of.mesh.points, of.mesh.axes.height

    def near(shows: np.ndarray, at: np.ndarray) -> np.ndarray:
        side = shows.shape[0]
        around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * int(0.06 * unit * side) + 3,) * 2)
        where = np.clip((at * side).astype(int), 0, side - 1)
        return np.asarray(cv2.dilate(shows.astype(np.uint8), around)[where[:, 1], where[:, 0]] > 0)

    shows = skin.colour[..., 3] > 0
    found = near((skin.tone[..., :3] != 128).any(-1) | (skin.tone[..., 3] > 0), points)
    if mouth_at is not None:
        found |= below & near(shows, mouth_at)
    if eyes_at is not None:
        found |= ~below & near(shows, eyes_at)
    return found
