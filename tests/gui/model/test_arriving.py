"""What a job brings, and the hand that has moved on meanwhile."""

from engine.project.face_state import LOOK
from gui.model.arriving import Arriving
from gui.model.document import ProjectDocument


def test_what_was_moved_since_stays_and_the_rest_comes(document: ProjectDocument) -> None:
    document.set_controls({"AU26": 2.0, "AU9L": 1.0}, "Before")
    arriving = Arriving(document, LOOK)
    document.set_controls({"AU26": 3.0, "AU9L": 0.0, "AU15L": 1.0}, "Hand")
    arriving.put({"AU26": 5.0, "AU9L": 4.0, "AU17": 2.0}, "Job")
    assert dict(document.look().items()) == {"AU26": 3.0, "AU15L": 1.0, "AU17": 2.0}
    document.undo()
    assert dict(document.look().items()) == {"AU26": 3.0, "AU15L": 1.0}


def test_nothing_comes_for_a_face_that_is_not_chosen_any_more(document: ProjectDocument) -> None:
    arriving = Arriving(document, LOOK)
    document.select(1)
    arriving.put({"AU26": 5.0}, "Job")
    assert not arriving.wanted and document.undo_stack.count() == 0
    document.select(0)
    arriving.put({"AU26": 5.0}, "Job")
    assert document.look()["AU26"] == 5.0


def test_it_waits_until_the_hand_lets_go_and_comes_once(document: ProjectDocument) -> None:
    arriving = Arriving(document, LOOK)
    document.begin_gesture("Jaw drop")
    document.drag(LOOK, {"AU26": 1.0})
    arriving.put({"AU26": 5.0, "AU9L": 2.0}, "Job")
    assert document.in_gesture and "AU9L" not in document.look()
    document.drag(LOOK, {"AU26": 2.0})
    document.end_gesture()
    assert document.look()["AU26"] == 2.0 and document.look()["AU9L"] == 2.0 and document.undo_stack.count() == 2
    document.begin_gesture("Jaw drop")
    document.end_gesture()
    assert document.undo_stack.count() == 2
