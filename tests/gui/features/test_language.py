"""Another language while one works, chosen from the menu by mouse: every word changes, and no work does."""

from tests.gui.features.pointer import choose_from_bar
from tests.gui.features.window import Window


def test_the_window_speaks_another_language_and_comes_back(window: Window) -> None:
    window.drag("AU26", 30)
    window.rest()
    edited, english = window.face(), window.expression.panel.row("AU26").label
    for menu, entry, code, tab in ((("View", "Language"), "简体中文", "zh_CN", "表情"),
                                   (("视图(V)", "语言"), "繁體中文", "zh_TW", "表情"),
                                   (("檢視(V)", "語言"), "English", "en", "Expression")):
        old = window.window
        choose_from_bar(old, *menu, entry)
        window.qtbot.waitUntil(lambda old=old: window.window is not old, timeout=20_000)
        window.in_front()
        window.rest()
        assert window.window.tabs.tabText(0) == tab and window.face() == edited
        assert (window.expression.panel.row("AU26").label == english) is (code == "en")
    assert window.steps() == 1
