"""The head without OpenGL: the same picture in numpy, drawn at twice the size and averaged.

Every formula here stands in resources/shaders/head too; change both.
"""

from collections.abc import Callable, Sequence

import numpy as np

from engine.head.portrait.camera import DISTANCE, PIVOT, HeadView
from engine.head.portrait.colour import linear
from engine.head.portrait.formulas import develop, lit_by, mirrored, mix, row, sample, unit, wrapped
from engine.head.portrait.head_texture import Worn
from engine.head.portrait.iris import IRIS_REACH
from engine.head.portrait.lashes import Lashes
from engine.head.portrait.lighting import Lamps
from engine.head.portrait.maps import SkinMaps
from engine.head.portrait.piece import Piece
from engine.head.portrait.skin import Skin
from engine.head.portrait.surface import TEETH, HeadSurface, PosedHead
from engine.head.raster import fragments, rasterise

_OVER = 2  # samples per pixel each way
_MATERIALS = ("skin", "flesh", "eye")


def paint(surface: HeadSurface, lashes: Lashes, maps: SkinMaps, vertices: np.ndarray, posed: PosedHead, view: HeadView,
          size: int, skin: Skin, worn: Worn | None = None, pieces: Sequence[Piece] = ()) -> np.ndarray:
    """(size, size, 4) uint8, premultiplied; arguments as for `GlPainter.draw`."""
    mesh, tint, lamps = surface.mesh, surface.tint, view.light.shining()
    side = size * _OVER
    places = view.pixels(posed.position, side)
    triangles = np.concatenate([posed.visible[name] for name in _MATERIALS])
    material = np.repeat(np.arange(3), [len(posed.visible[name]) for name in _MATERIALS])
    face, barycentric = rasterise(places, triangles, (side, side))
    face, barycentric = face.ravel(), barycentric.reshape(-1, 3)
    picture = np.zeros((side * side, 4), np.float32)
    depth = np.full(side * side, np.inf, np.float32)
    eye_space = ((posed.position - PIVOT) @ view.turn.T).astype(np.float32)
    turned = posed.normal @ view.turn.T
    texel = mesh.texel * row(1, -1) + row(0, 1)
    atlas = mesh.uv * row(1, -1) + row(0, 1)
    hit = np.flatnonzero(face >= 0)
    kind = material[face[hit]]
    shaders: tuple[Callable[..., np.ndarray], ...] = (_skin, _flesh, _eye)
    for number, shader in enumerate(shaders):
        pixel = hit[kind == number]
        if not len(pixel):
            continue
        corner, weight = triangles[face[pixel]], barycentric[pixel][:, :, None]

        def carried(values: np.ndarray, corner: np.ndarray = corner, weight: np.ndarray = weight) -> np.ndarray:
            return (values[corner] * weight).sum(1)

        position = carried(eye_space)
        depth[pixel] = DISTANCE - position[:, 2]
        normal = unit(carried(turned))
        toward = unit(np.array([0, 0, DISTANCE], np.float32) - position)
        picture[pixel] = shader(normal, toward, carried(posed.light), carried(tint),
                                carried(mesh.uv if number == 2 else texel), maps, skin, carried(atlas), worn,
                                lamps)
    _hairs(picture, depth, lashes, vertices, view, side, skin, _strength(worn))
    if pieces:
        from engine.head.portrait.shade_pieces import lay_pieces

        lay_pieces(picture, depth, pieces, vertices, view, side, _strength(worn))
    # Average the samples; colours are premultiplied and coded, as the graphics card averages them.
    small = picture.reshape(size, _OVER, size, _OVER, 4).mean((1, 3))
    return (np.clip(small, 0, 1) * 255 + 0.5).astype(np.uint8)


def _hairs(picture: np.ndarray, depth: np.ndarray, lashes: Lashes, vertices: np.ndarray, view: HeadView, side: int,
           skin: Skin, photo: float) -> None:
    """Lay lashes over the picture (n, 4), in order, where nothing nearer stands."""
    places, cover = lashes.ribbons(vertices, lambda p, near: view.pixels(p, side, near), view.focal * side / 2,
                                   photo)
    found = fragments(places, lashes.triangles, (side, side))
    seen = found.depth <= depth[found.pixel]
    pixel = found.pixel[seen]
    corner = lashes.triangles[found.triangle[seen]]
    alpha = (cover[corner] * found.barycentric[seen]).sum(1)
    # Where hairs cross, what they let through multiplies; all have one colour, so their order does not matter.
    clear = np.ones(len(picture), np.float32)
    np.multiply.at(clear, pixel, 1.0 - alpha)
    touched = np.unique(pixel)
    picture[touched] *= clear[touched, None]
    picture[touched] += (1 - clear[touched, None]) * np.array([*skin.lash, 1.0], np.float32)


def _skin(n: np.ndarray, v: np.ndarray, light: np.ndarray, tint: np.ndarray, texel: np.ndarray, maps: SkinMaps,
          skin: Skin, atlas: np.ndarray, worn: Worn | None, lamps: Lamps) -> np.ndarray:
    tone, detail = sample(maps.tone, texel, True), sample(maps.detail, texel, True)
    flush = ((tone[:, 0] - 0.5019608) * 3.2 + tint[:, 0])[:, None]
    lip = (tone[:, 1] * tint[:, 3])[:, None]
    fine = ((tone[:, 3] - 0.5019608) * 2.0)[:, None]
    hair = (tone[:, 2] * tint[:, 3] * (skin.hair is not None))[:, None]
    brow = detail[:, skin.brow_style - 1][:, None]

    bare = fine * (1 - tone[:, 2:3])
    albedo = linear(skin.skin) * np.maximum(1 + flush * row(0.10, -0.24, -0.18) + bare * 0.5, 0.05)
    albedo = mix(albedo, linear(skin.lip) * np.maximum(1 + fine * 0.7, 0.05), lip * 0.82)
    albedo = mix(albedo, linear(skin.brow) * (0.85 + 0.3 * brow), brow)
    if skin.hair is not None:
        albedo = mix(albedo, linear(skin.hair) * np.maximum(1 + fine * 1.6, 0.1), hair)

    cover = np.maximum(hair, brow)
    if worn is not None:
        own = sample(worn.texture.base, atlas, False)
        albedo = mix(albedo, lit_by(own[:, :3]), np.float32(worn.strength))
        cover = mix(cover, own[:, 3:4], np.float32(worn.strength))

    toward = (n * v).sum(1, keepdims=True)
    mirror = 2 * toward * n - v
    slope = mix(row(0.694, 0.806, 0.855), row(0.87, 0.87, 0.87), cover)
    power, surroundings, shaded, shiny = lamps.shares(_strength(worn))
    light = 1 + (light - 1) * shaded
    lit = np.zeros_like(albedo)
    shine = np.zeros((len(n), 1), np.float32)
    for i, (direction, colour) in enumerate(zip(lamps.directions, lamps.colours, strict=True)):
        arrives = light[:, i:i + 1]
        facing = (n @ direction)[:, None]
        lit += power * colour * _warm(arrives, 1 - cover) * wrapped(facing, slope)
        broad = mirrored(mirror, direction)
        tight = broad**4
        tight = mix(tight, tight * tight * 2.2, lip)
        strength = colour[1] * (0.4 if i == 2 else 1.0)
        shine += strength * arrives * np.clip(facing * 3, 0, 1) * (0.45 * broad + (1.15 + 1.2 * lip) * tight)
    around = surroundings * mix(lamps.ground, lamps.sky, 0.5 + 0.5 * n[:, 1:2]) * _warm(light[:, 3:4], 0.8)
    fresnel = 0.028 + 0.45 * _schlick(toward)
    oil = shiny * detail[:, 3:4] * (1 - 0.8 * brow)
    result = albedo * (lit + around) + fresnel * oil * (2.2 * shine + 0.9 * around)
    return _with_alpha(develop(result * (1 + (tint[:, 1:2] - 1) * shaded))) * tint[:, 2:3]


def _flesh(n: np.ndarray, v: np.ndarray, light: np.ndarray, tint: np.ndarray, texel: np.ndarray, maps: SkinMaps,
           skin: Skin, atlas: np.ndarray, worn: Worn | None, lamps: Lamps) -> np.ndarray:
    lit = mix(lamps.ground, lamps.sky, 0.5 + 0.5 * n[:, 1:2]) * 1.2
    shine = np.zeros((len(n), 1), np.float32)
    mirror = 2 * (n * v).sum(1, keepdims=True) * n - v
    for direction, colour in zip(lamps.directions[:2], lamps.colours[:2], strict=True):
        facing = (n @ direction)[:, None]
        lit = lit + colour * wrapped(facing, row(0.667, 0.741, 0.769))
        shine += colour[1] * np.clip(facing * 3, 0, 1) * mirrored(mirror, direction) ** 4
    albedo = tint[:, :3] ** 2 * np.where(tint[:, 3:4] > TEETH, linear(skin.teeth), 1)
    return _with_alpha(develop((albedo * lit + shine * tint[:, 3:4] * 0.25) * light[:, :1]))


def _eye(n: np.ndarray, v: np.ndarray, light: np.ndarray, tint: np.ndarray, texel: np.ndarray, maps: SkinMaps,
         skin: Skin, atlas: np.ndarray, worn: Worn | None, lamps: Lamps) -> np.ndarray:
    found = sample(maps.iris, (texel - 0.5) * (np.pi / IRIS_REACH) + 0.5, False)
    corner = tint[:, :1]
    white = mix(row(0.57, 0.54, 0.515), row(0.55, 0.33, 0.285), corner * 0.75)
    white = mix(white, row(0.55, 0.22, 0.18), found[:, 3:4] * (0.20 + 0.45 * corner))
    iris = linear(skin.iris) * (0.10 + 2.0 * found[:, :1] ** 2)
    iris = mix(iris, row(0.006, 0.006, 0.006), found[:, 2:3])
    on_iris = found[:, 1:2]
    albedo = mix(white, iris, on_iris)
    if worn is not None:
        own = sample(worn.texture.eyes, np.concatenate([0.5 * (atlas[:, :1] + tint[:, 1:2]), atlas[:, 1:]], 1), False)
        albedo = mix(albedo, lit_by(own[:, :3]), np.float32(worn.strength))

    lit = mix(lamps.ground, lamps.sky, 0.5 + 0.5 * n[:, 1:2]) * 1.15
    for direction, light_colour in zip(lamps.directions[:2], lamps.colours[:2], strict=True):
        lit = lit + light_colour * mix(wrapped((n @ direction)[:, None], row(0.690, 0.741, 0.769)),
                                        row(0.75, 0.75, 0.75), 0.35 * on_iris)
    t = np.clip(((n * unit(lamps.catch + v)).sum(1, keepdims=True) - 0.9805) / (0.9880 - 0.9805), 0, 1)
    catch_light = t * t * (3 - 2 * t) * (0.10 + 0.90 * on_iris) * lamps.shares(_strength(worn))[3]
    mirror = lamps.sky * (0.02 + 0.3 * _schlick((n * v).sum(1, keepdims=True))) * 1.2
    return _with_alpha(develop((albedo * lit + mirror) * light[:, :1] + 0.95 * catch_light * light[:, 1:2]))


def _strength(worn: Worn | None) -> float:
    return 0.0 if worn is None else worn.strength


def _warm(arrives: np.ndarray, amount: np.ndarray | float) -> np.ndarray:
    return arrives + arrives * (1 - arrives) * amount * row(0.30, 0.0, -0.10)


def _schlick(facing: np.ndarray) -> np.ndarray:
    return (1 - np.clip(facing, 0, 1)) ** 5


def _with_alpha(colour: np.ndarray) -> np.ndarray:
    return np.concatenate([colour, np.ones((len(colour), 1), np.float32)], 1)
