"""The report of `facewright doctor` in a window: what this machine has, what it lacks, what to do."""

from html import escape

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser, QWidget

from engine.base.errors import EngineError
from engine.base.jobs import on_thread, single
from engine.doctor import NOTE, PROBLEM, Finding, examine
from engine.models.store import ModelStore
from gui.controls.label import label, set_role
from gui.dialogs.job_dialog import Dialog, JobLine
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane
from gui.style.theme import tokens
from gui.words.engine_texts import sentence, shown


class DoctorDialog(Dialog):
    """Looks at everything, then lists it, problems first. Needs no engine: it may be what does not start."""

    def __init__(self, engine_thread: EngineThread, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("System report"))
        self.resize(640, 480)
        self.summary = label(self.tr("Looking at this machine…"), "heading")
        self.report = QTextBrowser()
        self.report.setAccessibleName(self.windowTitle())
        self.job = JobLine()
        self._findings: list[Finding] = []
        self.body.addWidget(self.summary)
        self.body.addWidget(self.report, 1)
        self.body.addWidget(self.job)
        self.copy_button = self.button(self.tr("Copy"), self.copy)
        self.copy_button.setEnabled(False)
        self.button(self.tr("Close"), self.accept, default=True).setFocus()
        ask = Ask(self, self.tr("Looking at this machine"), lambda: on_thread(single(lambda: examine(ModelStore()))),
                  lane=Lane.FILES)
        self.job.watch(ask.then(self.show_findings).failed(self._failed).start(engine_thread))
        self.finished.connect(ask.drop)

    def show_findings(self, findings: list[Finding]) -> None:
        self._findings = findings
        problems = sum(finding.state == PROBLEM for finding in findings)
        if problems:
            self.summary.setText(self.tr("%n problem(s) found", "", problems))
            set_role(self.summary, "warn")
        else:
            self.summary.setText(self.tr("Everything that is needed is here."))
            set_role(self.summary, "good")
        colours = tokens()
        marks = {PROBLEM: (colours.bad, "✕"), NOTE: (colours.warn, "!")}
        rows = []
        for finding in sorted(findings, key=lambda found: (found.state != PROBLEM, found.state != NOTE)):
            colour, mark = marks.get(finding.state, (colours.good, "✓"))
            cure = escape(shown(finding.cure))
            cure = f"<br><span style='color:{colours.text_dim}'>{cure}</span>" if cure else ""
            rows.append(f"<tr><td style='color:{colour}'>{mark}</td><td><b>{escape(shown(finding.name))}</b></td>"
                        f"<td style='padding-left:12px'>{escape(shown(finding.value))}{cure}</td></tr>")
        self.report.setHtml(f"<table cellpadding='3'>{''.join(rows)}</table>")
        self.copy_button.setEnabled(True)

    def _failed(self, error: EngineError) -> None:
        self.summary.setText(sentence(error.message))
        set_role(self.summary, "bad")
        self.report.setPlainText(sentence(error.hint))

    def copy(self) -> None:
        """The report as plain text, for a bug report."""
        lines = [f"[{finding.state}] {finding.name}: {finding.value}" + (f" -> {finding.cure}" if finding.cure else "")
                 for finding in self._findings]
        QGuiApplication.clipboard().setText("\n".join(lines))
