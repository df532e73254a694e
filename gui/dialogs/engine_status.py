"""What the engine is doing right now: what draws, how much memory it holds, which models are there."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from engine.base.errors import EngineError
from engine.base.jobs import single
from engine.facade import EngineStatus, HeldInMemory
from gui.controls.label import Label, add_row, label
from gui.controls.tip import set_tip
from gui.dialogs.job_dialog import Dialog
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank
from gui.words.engine_texts import shown, shown_error

_MB = 1 << 20


def process_memory() -> int:
    """Resident memory of this process in bytes, 0 when it cannot be told."""
    try:
        if sys.platform.startswith("linux"):
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
            import resource

            return pages * resource.getpagesize()
        if sys.platform == "darwin":
            import resource

            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    except (OSError, ValueError, IndexError):
        return 0
    return 0


class EngineStatusDialog(Dialog):
    """Shows an `EngineStatus`, and leads to the system report and the models."""

    def __init__(self, engine_thread: EngineThread, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Engine status"))
        self.setMinimumWidth(520)
        self._thread = engine_thread
        self.form = QFormLayout()
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(24)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._values: dict[str, Label] = {}
        for name, text in (("device", self.tr("Draws with")), ("opengl", self.tr("OpenGL")),
                           ("faces", self.tr("Prepared faces and networks")), ("held", self.tr("Held now")),
                           ("process", self.tr("Memory of the program")),
                           ("models", self.tr("Models present")), ("missing", self.tr("Models not fetched"))):
            caption, value = label(text, "dim"), label("…")
            caption.setWordWrap(False)
            caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._values[name] = value
            add_row(self.form, caption, value)
        self.body.addLayout(self.form)
        self._freed = label("", "good")
        self._freed.hide()
        self.body.addWidget(self._freed)
        self.free = self.button(self.tr("Free memory"), self._free)
        self.free.setEnabled(False)
        set_tip(self.free, self.tr("Lets go of everything held that is not in use now; what is needed again is "
                                   "loaded again"))
        self.button(self.tr("System report…"), self._report)
        self.button(self.tr("Close"), self.accept, default=True).setFocus()
        self._look()

    @property
    def freed(self) -> str:
        """What was freed last, in words; "" before."""
        return self._freed.text()

    def _look(self) -> None:
        Ask(self, "status", lambda engine: single(engine.status), Rank.QUIET) \
            .then(self._show).failed(self._fail).start(self._thread)

    def _free(self) -> None:
        self.free.setEnabled(False)
        Ask(self, "free", lambda engine: single(engine.release_all), Rank.QUIET) \
            .then(self._told).failed(self._fail).start(self._thread)

    def _told(self, freed: int) -> None:
        self._freed.setText(self.tr("{0} MB freed").format(round(freed / _MB)))
        self._freed.show()
        self._look()

    def value(self, name: str) -> str:
        """What stands beside a caption: device, opengl, faces, held, process, models, missing."""
        return self._values[name].text()

    def _show(self, status: EngineStatus) -> None:
        process = process_memory()
        put = {
            "device": status.device,
            "opengl": status.opengl,
            "faces": self.tr("{0}, holding {1} of {2} MB").format(
                status.faces, round(status.held / _MB), round(status.budget / _MB)),
            "held": "\n".join(map(_line, status.holdings)) or "–",
            "process": f"{process / _MB:.0f} MB" if process else self.tr("not known"),
            "models": ", ".join(name for name, present in status.models if present) or "–",
            "missing": ", ".join(name for name, present in status.models if not present) or "–",
        }
        for name, text in put.items():
            self._values[name].setText(text)
        self.free.setEnabled(bool(status.holdings))
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _fail(self, error: EngineError) -> None:
        self._values["device"].setText(shown_error(error))

    def _report(self) -> None:
        from gui.dialogs.doctor import DoctorDialog

        DoctorDialog(self._thread, self.parentWidget()).open()
        self.accept()


def _line(holding: HeldInMemory) -> str:
    """ "The face generator · 40 MB", and how many there are where there are several."""
    name = shown(holding.name) if holding.count == 1 else f"{shown(holding.name)} × {holding.count}"
    card = f" + {holding.card / _MB:.0f} MB (GPU)" if holding.card else ""
    return f"{name} · {holding.host / _MB:.0f} MB{card}"
