"""A folder shown in the user's own file browser."""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment, QUrl
from PySide6.QtGui import QDesktopServices

from engine.base.surroundings import users_environment


def show_folder(folder: Path) -> None:
    """Open a folder where the user looks at folders, and go on at once.

    On Linux what is opened inherits an environment, and whatever is started from there does: it is the user's own, as
    it was before this program told its libraries where to keep things.
    """
    url = QUrl.fromLocalFile(str(folder))
    opener = shutil.which("xdg-open") if sys.platform not in ("win32", "darwin") else None
    if opener is None:
        QDesktopServices.openUrl(url)
        return
    environment = QProcessEnvironment()
    for name, value in users_environment().items():
        environment.insert(name, value)
    process = QProcess()
    process.setProgram(opener)
    process.setArguments([url.toString()])
    process.setProcessEnvironment(environment)
    process.startDetached()
