"""Names under pictures are read in every script."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.attributes.directions import Direction, Directions
from engine.attributes.labels.report import draw_report
from engine.generator.sample import sheet
from engine.photo import lettering
from engine.photo.contact_sheet import SIZE, contact_sheet


def drawn(text: str) -> np.ndarray:
    image = Image.new("RGB", (300, 24))
    lettering.write(ImageDraw.Draw(image), (4, 2), text, SIZE, (255, 255, 255))
    return np.array(image)


@pytest.mark.parametrize("name", ["Zoë", "Анна", "Ελένη", "مريم", "Łukasz"])
def test_letters_of_the_bundled_font_are_drawn_and_no_box(name: str) -> None:
    parts = lettering.runs(name, SIZE)
    assert "".join(part for _, part in parts) == name
    assert all(lettering._has(font, letter) for font, part in parts for letter in part)


def test_letters_that_nobody_has_are_told_by_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lettering, "_system_fonts", lambda letter: [])
    lettering._font_of.cache_clear()
    try:
        assert "".join(part for _, part in lettering.runs("小x\udce9", SIZE)) == "[5C0F]x[DCE9]"
    finally:
        lettering._font_of.cache_clear()


def test_other_letters_come_from_the_systems_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def offered(letter: str) -> list[tuple[str, int]]:
        asked.append(letter)
        return [("/nowhere/font.ttf", 0), (str(lettering.BUNDLED), 0)]

    monkeypatch.setattr(lettering, "_system_fonts", offered)
    monkeypatch.setattr(lettering, "fonts", lambda size: (ImageFont.load_default(size=size),))
    lettering._font_of.cache_clear()
    try:
        assert "".join(part for _, part in lettering.runs("Анна", SIZE)) == "Анна" and asked == ["А", "н", "а"]
    finally:
        lettering._font_of.cache_clear()


def test_plain_names_look_as_ever() -> None:
    image = Image.new("RGB", (300, 24))
    ImageDraw.Draw(image).text((4, 2), "Ag_photo (1).jpg", fill=(255, 255, 255), font=ImageFont.load_default(size=SIZE))
    assert np.array_equal(drawn("Ag_photo (1).jpg"), np.array(image))


def test_a_sheet_tells_names_apart() -> None:
    picture = np.zeros((60, 60, 3), np.uint8)
    sheets = [contact_sheet(["source"], [(name, [picture])]) for name in ("Анна", "Ольга")]
    assert not np.array_equal(*sheets)
    assert contact_sheet(["source"], [("小" * 255, [picture])]).shape == sheets[0].shape


def test_pictures_of_faces_and_reports_tell_names_apart() -> None:
    picture = np.zeros((60, 60, 3), np.uint8)
    assert not np.array_equal(*(sheet([picture], [name]) for name in ("Анна", "Ольга")))
    matrix, directions = np.full((1, 1), np.nan), Directions((Direction("one", np.eye(8, dtype=np.float32)[0]),))
    reports = [draw_report(directions, [name], matrix, "") for name in ("Анна", "Ольга")]
    assert not np.array_equal(*reports)
