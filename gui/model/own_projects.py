"""Which project files are ours: that of the work that is open, and those of other work that is still being
saved or kept in the tray."""

from collections.abc import Callable
from pathlib import Path

from gui.model.opening import ProjectOnDisk, is_same


class Place:
    """Where one work lies. It outlives the work while that is still being saved.

    on_disk: its project file; None while it was never saved. holds: for how many reasons it stays ours although other
    work is open: saves that are asked for and not done, a tray that keeps it.
    """

    def __init__(self, on_disk: ProjectOnDisk | None = None) -> None:
        self.on_disk = on_disk
        self.holds = 0


class OwnProjects:
    """The places of all works of this editor. A project that none of them lies in any more is let go of.

    release: lets go of a project, in the background.
    """

    def __init__(self, release: Callable[[ProjectOnDisk], object]) -> None:
        self._release = release
        self._left: list[Place] = []
        self.place = Place()

    @property
    def on_disk(self) -> ProjectOnDisk | None:
        """The file of the work that is open."""
        return self.place.on_disk

    def open(self, on_disk: ProjectOnDisk | None) -> None:
        """Other work is open from now on; what was open before stays ours while something holds it."""
        before, self.place = self.place, Place(on_disk)
        if before.holds:
            self._left.append(before)
        else:
            self._let_go(before.on_disk)

    def hold(self) -> Place:
        """The place of the work that is open; it stays ours, whatever is opened, until `let_go`."""
        self.place.holds += 1
        return self.place

    def move(self, place: Place, on_disk: ProjectOnDisk) -> None:
        """A work was saved, and lies there now."""
        before, place.on_disk = place.on_disk, on_disk
        self._let_go(before)

    def let_go(self, place: Place) -> None:
        """One of the reasons to hold a work is gone."""
        place.holds -= 1
        if place in self._left and not place.holds:
            self._left.remove(place)
            self._let_go(place.on_disk)

    def lying_at(self, path: Path) -> ProjectOnDisk | None:
        """What we hold of the project there; None when nothing. From any thread."""
        held = [place.on_disk for place in (self.place, *self._left)]
        return next((one for one in held if one is not None and is_same(path, one.path)), None)

    def close(self) -> None:
        """The end: let go of everything, at once."""
        for place in (self.place, *self._left):
            if place.on_disk is not None:
                place.on_disk.release()

    def _let_go(self, on_disk: ProjectOnDisk | None) -> None:
        held = [place.on_disk.lock for place in (self.place, *self._left) if place.on_disk is not None]
        if on_disk is not None and on_disk.lock is not None and on_disk.lock not in held:
            self._release(on_disk)
