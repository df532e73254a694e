"""The language of the window: loading translations, and translating the words that come from data files."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from engine.base.controls import Control
from engine.base.paths import RESOURCES

FOLDER = RESOURCES / "translations"
LANGUAGES = (("", "System"), ("en", "English"), ("zh_CN", "简体中文"), ("zh_TW", "繁體中文"))
"""What the settings offer: (code, its name in itself). The empty code follows the system."""

_installed: list[QTranslator] = []
_current = ["en"]


def chosen_language() -> str:
    """The code kept in the settings, "" when the system decides."""
    code = QSettings().value("language", "")
    return code if isinstance(code, str) and code in dict(LANGUAGES) else ""


def resolved(code: str) -> str:
    """The shipped language that a code stands for: "en", "zh_CN" or "zh_TW"; the empty code asks the system."""
    if code in ("en", "zh_CN", "zh_TW"):
        return code
    for name in QLocale.system().uiLanguages():
        parts = name.replace("_", "-").split("-")
        if parts[0] == "zh":
            return "zh_TW" if {"Hant", "TW", "HK", "MO"} & set(parts) else "zh_CN"
        if parts[0] == "en":
            return "en"
    return "en"


def install_language(code: str) -> str:
    """Load a language's translations into the application, replacing what was loaded; returns the code in use.

    Widgets that exist already keep their words until they are built again.
    """
    remove_language()
    language = resolved(code)
    _current[0] = language
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return language
    application = QCoreApplication.instance()
    for name, folder in ((f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
                         (f"facewright_{language}", str(FOLDER))):
        translator = QTranslator()
        if application is not None and translator.load(name, folder):
            application.installTranslator(translator)
            _installed.append(translator)
    return language


def remove_language() -> None:
    """Back to English."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    _current[0] = "en"


def current_language() -> str:
    """The language in use, "en" before any was installed."""
    return _current[0]


def translated(context: str, text: str) -> str:
    """Words that come from data files or the engine. context: what kind of words, as scripts/translations.py has it."""
    return QCoreApplication.translate(context, text) if text else ""


def without_side(label: str) -> str:
    """A two-sided control's label without its ", left" or ", right"."""
    return label.removesuffix(", left").removesuffix(", right")


def side(control: Control) -> str:
    """"left", "right" or "" for a control of one side of the face, the subject's own."""
    for name in ("left", "right"):
        if control.label.endswith(f", {name}"):
            return name
    return ""


def control_label(control: Control, with_side: bool = True) -> str:
    """A control's label in the language in use."""
    label = translated("controls", without_side(control.label))
    which = side(control) if with_side else ""
    if which == "left":
        return QCoreApplication.translate("controls", "{0}, left").format(label)
    if which == "right":
        return QCoreApplication.translate("controls", "{0}, right").format(label)
    return label


def control_help(control: Control) -> str:
    """A control's one sentence of help in the language in use."""
    return translated("controls", control.help)
