"""How the head of a rig is shown: what turns it, what lights it, what lies over it, with what it is compared."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QSettings, Signal

from engine.rig.hair.wear import HeadWear
from engine.rig.likeness import HeadLikeness
from engine.rig.staging import LIGHTS, STUDIO, HeadStaging
from engine.rig.values import RigValues
from gui.model.person_photos import More

_LIGHT_PITCH = 60.0


@dataclass(frozen=True)
class KeptHead:
    """A head that is set aside to be compared with: its values, the face whose looks it wears, and how much of them as
    soon as they are baked (`likeness`); what else it wears, and the further photos that it is made of."""

    values: RigValues
    likeness: HeadLikeness
    photo_id: str | None
    face: int
    wear: HeadWear
    more: More = ()


class HeadShow(QObject):
    """changed: any of it, the buttons and menus that tell of it and the picture are to follow.

    possible: whether there is a face; without one nothing can be linked to a photo or follow it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings()
        self.possible = False
        self.spinning = self.linked = self.split = self.peeking = self.moves_light = False
        self.follow = self._settings.value("rig/follow", "true") in (True, "true")
        self.kept: KeptHead | None = None
        lamps = str(self._settings.value("rig/lamps", LIGHTS[0]))
        self._staging = replace(STUDIO, lamps=lamps if lamps in LIGHTS else LIGHTS[0])
        self._roll = 0.0

    @property
    def staging(self) -> HeadStaging:
        """As the engine takes it; a head leans only as long as it is turned as the photo's."""
        return replace(self._staging, roll=self._roll) if self.linked else self._staging

    def set_possible(self, on: bool) -> None:
        self.possible = on
        self.changed.emit()

    def set_spinning(self, on: bool) -> None:
        if on != self.spinning:
            self.spinning, self.linked = on, self.linked and not on
            self.changed.emit()

    def set_linked(self, on: bool) -> None:
        if on != self.linked:
            self.linked, self.spinning = on, self.spinning and not on
            self.changed.emit()

    def set_roll(self, degrees: float) -> None:
        """How the photo's head leans."""
        self._roll = degrees

    def set_follow(self, on: bool) -> None:
        if on != self.follow:
            self.follow = on
            self._settings.setValue("rig/follow", on)
            self.changed.emit()

    def set_wireframe(self, on: bool) -> None:
        self._stage(wireframe=on)

    def set_lamps(self, name: str) -> None:
        """Other lamps, where they usually stand."""
        self._settings.setValue("rig/lamps", name)
        self._stage(lamps=name, light_yaw=0.0, light_pitch=0.0)

    def next_lamps(self) -> None:
        self.set_lamps(LIGHTS[(LIGHTS.index(self._staging.lamps) + 1) % len(LIGHTS)])

    def set_moves_light(self, on: bool) -> None:
        """Whether a drag on the head turns the light in place of the head."""
        if on != self.moves_light:
            self.moves_light = on
            self.changed.emit()

    def turn_light(self, yaw: float, pitch: float) -> None:
        """By so many degrees, to the viewer's right and up."""
        staging = self._staging
        self._stage(light_yaw=(staging.light_yaw + yaw + 180.0) % 360.0 - 180.0,
                    light_pitch=min(max(staging.light_pitch + pitch, -_LIGHT_PITCH), _LIGHT_PITCH))

    def _stage(self, **changes: object) -> None:
        staging = replace(self._staging, **changes)  # type: ignore[arg-type]
        if staging != self._staging:
            self._staging = staging
            self.changed.emit()

    def keep(self, head: KeptHead | None) -> None:
        """Set a head aside as A; None for none."""
        self.kept = head
        self.split, self.peeking = head is not None, False
        self.changed.emit()

    def set_split(self, on: bool) -> None:
        """Whether A stands beside what is set now; only where there is one."""
        on = on and self.kept is not None
        if on != self.split:
            self.split = on
            self.changed.emit()

    def set_peeking(self, on: bool) -> None:
        """Whether A stands in place of what is set now, as long as it is held."""
        on = on and self.kept is not None
        if on != self.peeking:
            self.peeking = on
            self.changed.emit()
