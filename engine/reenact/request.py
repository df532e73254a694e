"""What a film is to be, in one."""

from dataclasses import dataclass

from engine.base.look import Look
from engine.reenact.drivers.driver import Driver
from engine.reenact.manner import DriveManner


@dataclass(frozen=True)
class FilmRequest:
    """photo, face: the portrait, open, and whose face of it. driver: what moves it, in which manner. look: what it
    wears besides. size: of the film's longer side, at most the photo's own; None for that."""

    photo: str
    face: int
    driver: Driver
    manner: DriveManner = DriveManner()
    look: Look = Look()
    size: int | None = None
