"""Final pictures that were drawn, kept for undo and redo."""

from collections import OrderedDict

from engine.render.request import Frame, RenderRequest


class FinalFrames:
    """Final pictures by what was asked for, the latest used up to `limit` bytes: undo and redo find them again."""

    def __init__(self, limit: int = 128 << 20) -> None:
        self.limit = limit
        self._frames: OrderedDict[RenderRequest, Frame] = OrderedDict()

    def get(self, request: RenderRequest) -> Frame | None:
        frame = self._frames.get(request)
        if frame is not None:
            self._frames.move_to_end(request)
        return frame

    def put(self, frame: Frame) -> None:
        self._frames[frame.request] = frame
        self._frames.move_to_end(frame.request)
        while len(self._frames) > 1 and sum(map(_bytes, self._frames.values())) > self.limit:
            self._frames.popitem(last=False)

    def keep_only(self, photo_id: str | None) -> None:
        """Let go of every other photo's."""
        for request in [request for request in self._frames if request.photo != photo_id]:
            del self._frames[request]


def _bytes(frame: Frame) -> int:
    return 0 if frame.patch is None else frame.patch.nbytes
