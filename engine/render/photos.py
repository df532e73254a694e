"""The photos that are open."""

from collections.abc import Callable
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread, retold, single
from engine.base.text import Text
from engine.photo.analyser import FaceAnalyser
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture, read_picture


class Photos:
    """analyser: finds faces. forgotten: called with a photo's id when it is closed, so that whatever was prepared for
    it is let go of."""

    def __init__(self, analyser: Callable[[], FaceAnalyser], forgotten: Callable[[str], None]) -> None:
        self._analyser, self._forgotten = analyser, forgotten
        self._open: dict[str, OpenPhoto] = {}

    def __len__(self) -> int:
        """How many are open."""
        return len(self._open)

    def __getitem__(self, photo_id: str) -> OpenPhoto:
        """A photo that is open. EngineError when it is not."""
        try:
            return self._open[photo_id]
        except KeyError:
            raise EngineError(Text("that photo is no longer open"), Text("open it again")) from None

    def open(self, path: Path | str) -> Job[OpenPhoto]:
        """Read a picture file and find its faces (there may be none). EngineError when it is not a sound picture."""
        yield Progress(0, 2, Text("reading"))
        reading = on_thread(single(lambda: read_picture(path)))  # large ones take a second
        picture = yield from retold(reading, lambda _: Progress(0, 2, Text("reading")))
        return (yield from self.open_picture(picture))

    def open_picture(self, picture: Picture) -> Job[OpenPhoto]:
        """The same from a picture that was read before, on whatever thread."""
        yield Progress(1, 2, Text("looking for faces"))
        photo = OpenPhoto(picture, (yield from self._analyser().find(picture.pixels)))
        self._open[photo.id] = photo
        return photo

    def forget(self, photo_id: str) -> None:
        """Close a photo and release what was prepared for it."""
        self._open.pop(photo_id, None)
        self._forgotten(photo_id)

    def clear(self) -> None:
        self._open.clear()
