"""How a control's value is written, read back, and rounded while the hand moves."""

import math

from engine.base.controls import Control
from engine.base.typed_number import plain_digits, typed_number
from gui.words.language import translated


def quantum(control: Control) -> float:
    """The step of an ordinary drag: the largest power of ten within the arrow-key step that makes a hundred stops;
    1 where only whole numbers can be set."""
    if control.whole:
        return 1.0
    widest = min(control.step, (control.maximum - control.minimum) / 100.0)
    return 10.0 ** math.floor(math.log10(widest) + 1e-9)


def decimals(control: Control) -> int:
    """Digits after the point that the number shows."""
    return max(0, round(-math.log10(quantum(control))))


def snap_step(control: Control) -> float:
    """The coarse grid of a drag with Ctrl: whole numbers where the step is finer than one, else five steps; where the
    numbers have names, each is a stop."""
    if control.choices:
        return control.step
    if control.step < 1.0 <= (control.maximum - control.minimum) / 4.0:
        return 1.0
    return control.step * 5.0


def rounded(control: Control, value: float, grid: float) -> float:
    """`value` on a grid counted from zero, whole where only whole numbers can be set, inside the control's range."""
    value = round(value / grid) * grid
    if control.whole:
        value = round(value)
    # 0.30000000000000004 would be saved and compared as something else than 0.3
    value = round(value, 9) + 0.0
    return min(max(value, control.minimum), control.maximum)


def name(control: Control, value: float) -> str:
    """What the control calls this value, in the language shown; "" for a plain number."""
    return next((translated("controls", choice.label) for choice in control.choices
                 if choice.value == value and "{0}" not in choice.label), "")


def written(control: Control, value: float) -> str:
    """The number as shown beside the slider: a sign where the control has two directions, its unit at the end; or its
    name, where it has one."""
    if named := name(control, value):
        return named
    text = f"{abs(value):.{decimals(control)}f}"
    if float(text) == 0.0 and value != 0.0:
        text = f"{abs(value):.{decimals(control) + 1}f}"
    sign = "−" if value < 0 and float(text) else "+" if value > 0 and control.minimum < 0 else ""
    return f"{sign}{text}{control.unit}"


def read(control: Control, text: str, current: float) -> float:
    """What somebody typed: a number in the digits and marks of any language, perhaps with the unit; or a change such
    as ``+=2`` or ``*=0.5``; or the name of one.

    Raises ValueError when it is no number; the range is not checked here (`Control.check` does).
    """
    asked = text.strip().casefold()
    for choice in control.choices:
        if asked and asked == name(control, choice.value).casefold():
            return choice.value
    text = plain_digits(text)
    operation = text[:2] if text[:2] in ("+=", "-=", "*=", "/=") else ""
    text = text[len(operation):].strip()
    unit = plain_digits(control.unit)
    if unit and text.endswith(unit):
        text = text[: -len(unit)]
    number = typed_number(text)
    if operation == "+=":
        return current + number
    if operation == "-=":
        return current - number
    if operation == "*=":
        return current * number
    if operation == "/=":
        if number == 0:
            raise ValueError(text)
        return current / number
    return number
