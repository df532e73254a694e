"""Which hair, brows, beard and glasses game heads wear, as it was chosen last."""

from dataclasses import fields

from PySide6.QtCore import QSettings

from engine.rig.hair.stock_file import stock_names
from engine.rig.hair.wear import KINDS, NONE, PHOTO, SUGGESTED, HeadWear
from engine.rig.likeness import HeadLikeness
from gui.model.face_key import FaceKey


def offered_wear(kind: str) -> tuple[str, ...]:
    """The names that can be chosen."""
    return (*((PHOTO,) if kind == "hair" else ()), SUGGESTED, NONE, *stock_names()[kind])


def remembered_wear() -> dict[str, str]:
    """By kind what was chosen last; the photo's hair and nothing else before anybody chooses."""
    settings, wear = QSettings(), {}
    for kind in KINDS:
        usual = PHOTO if kind == "hair" else NONE
        name = str(settings.value(f"rig/wear/{kind}", usual))
        wear[kind] = name if name in offered_wear(kind) else usual
    return wear


def remember_wear(kind: str, name: str) -> None:
    QSettings().setValue(f"rig/wear/{kind}", name)


def possible_wear(face: FaceKey | None, likeness: HeadLikeness) -> HeadWear:
    """What of it a head can wear."""
    return wearable(HeadWear(**remembered_wear()), face, likeness)


def wearable(wear: HeadWear, face: FaceKey | None, likeness: HeadLikeness) -> HeadWear:
    """What of some wear a head can wear: what a photo says needs a face, and the photo's hair its skin, too."""
    lacking = {SUGGESTED: face is None, PHOTO: face is None or not likeness.texture}
    names = {field.name: getattr(wear, field.name) for field in fields(HeadWear)}
    return HeadWear(**{kind: NONE if lacking.get(name, False) else name for kind, name in names.items()})
