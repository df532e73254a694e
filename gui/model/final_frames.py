"""Final pictures that were drawn, kept for undo and redo."""

from collections import OrderedDict
from dataclasses import dataclass

from engine.base.look import Look
from engine.expression.magicface.settings import MagicFaceSettings
from engine.render.request import Frame


@dataclass(frozen=True)
class Wanted:
    """One final picture: everything it depends on."""

    photo: str
    face: int
    look: Look
    renderer: str
    settings: MagicFaceSettings | None


class Finals:
    """Final pictures by what they depend on, the latest used up to `limit` bytes: undo and redo find them again."""

    def __init__(self, limit: int = 128 << 20) -> None:
        self.limit = limit
        self._frames: OrderedDict[Wanted, Frame] = OrderedDict()

    def get(self, wanted: Wanted) -> Frame | None:
        frame = self._frames.get(wanted)
        if frame is not None:
            self._frames.move_to_end(wanted)
        return frame

    def put(self, wanted: Wanted, frame: Frame) -> None:
        self._frames[wanted] = frame
        self._frames.move_to_end(wanted)
        while len(self._frames) > 1 and sum(map(_bytes, self._frames.values())) > self.limit:
            self._frames.popitem(last=False)

    def keep_only(self, photo_id: str | None) -> None:
        """Let go of every other photo's."""
        for wanted in [wanted for wanted in self._frames if wanted.photo != photo_id]:
            del self._frames[wanted]

def _bytes(frame: Frame) -> int:
    return 0 if frame.patch is None else frame.patch.nbytes
