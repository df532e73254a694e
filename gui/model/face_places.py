"""Which of the faces that a project knows is which of those that were found in its photo."""

from collections.abc import Sequence

from engine.photo.face import Box, Face
from engine.project.face_state import FaceState, Sides


def known_places(known: Sequence[FaceState], numbered: int, faces: Sequence[Face]) -> list[int | None]:
    """Which of the states a project holds is each face's, None when none is: found by where the faces lie, by their
    number when that was not noted. Each state is one face's. numbered: how many stand in the order of the faces."""
    shares = [(Box(*state.box).overlap(face.box), face.index, place) for place, state in enumerate(known)
              if state.box is not None for face in faces]
    found: dict[int, int] = {}
    for share, index, place in sorted(shares, key=lambda one: -one[0]):
        if share > 0.3 and index not in found and place not in found.values():
            found[index] = place
    for face in faces:
        if face.index not in found and face.index < numbered and known[face.index].box is None:
            found[face.index] = face.index
    return [found.get(face.index) for face in faces]


def sides(box: Box) -> Sides:
    return (float(box.x0), float(box.y0), float(box.x1), float(box.y1))
