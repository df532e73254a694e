"""What is due at rest: when, and how often."""

from gui.model.rest import Rest


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_is_due_once_after_the_rest_that_follows_work() -> None:
    clock = Clock()
    rest = Rest(2.0, clock)
    assert rest.due_in() is None and not rest.take()
    rest.begin()
    assert rest.due_in() == 2.0 and not rest.take()
    clock.now += 2.0
    assert rest.due_in() == 0.0 and rest.take()
    assert rest.due_in() is None and not rest.take()


def test_who_comes_back_puts_it_off_and_brings_nothing_new() -> None:
    clock = Clock()
    rest = Rest(2.0, clock)
    rest.put_off()
    assert rest.due_in() is None
    rest.begin()
    clock.now += 1.5
    rest.put_off()
    assert rest.due_in() == 2.0
