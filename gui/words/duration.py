"""How long something will take, in words no finer than anybody knows it."""

from PySide6.QtCore import QCoreApplication


def about(seconds: float) -> str:
    """"about 5 s", "about 3 min", "about 2 h"."""
    number, unit = _rounded(seconds)
    words = {"s": QCoreApplication.translate("Duration", "about {0} s"),
             "min": QCoreApplication.translate("Duration", "about {0} min"),
             "h": QCoreApplication.translate("Duration", "about {0} h")}[unit]
    return words.format(number)


def left(seconds: float) -> str:
    """"5 s left"."""
    number, unit = _rounded(seconds)
    words = {"s": QCoreApplication.translate("Duration", "{0} s left"),
             "min": QCoreApplication.translate("Duration", "{0} min left"),
             "h": QCoreApplication.translate("Duration", "{0} h left")}[unit]
    return words.format(number)


def _rounded(seconds: float) -> tuple[int, str]:
    if seconds < 10:
        return max(1, round(seconds)), "s"
    if seconds < 58:
        return 5 * round(seconds / 5), "s"
    if seconds < 58 * 60:
        return max(1, round(seconds / 60)), "min"
    return max(1, round(seconds / 3600)), "h"
