"""The live slot alone, with a clock that only moves when told."""

from concurrent.futures import Future

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.render.request import Quality, RenderRequest
from gui.model.lanes import REPORT_SECONDS, REST_SECONDS, LiveSlot, Rank, Reports, RoundLane, Steps, Work, WorkLane
from tests.gui.fakes import counting


def request(value: float, face: int = 0, quality: Quality = Quality.DRAFT) -> RenderRequest:
    return RenderRequest("photo", face, Look((("AU26", value),)), 256, quality)


class Clock:
    now = 10.0

    def __call__(self) -> float:
        return self.now


def test_only_the_newest_request_of_a_face_is_drawn() -> None:
    slot = LiveSlot(Clock())
    for value in range(50):
        slot.put(request(value))
    assert slot.take() == request(49)
    assert slot.take() is None


def test_faces_do_not_push_each_other_out_and_the_newest_goes_first() -> None:
    slot = LiveSlot(Clock())
    slot.put(request(1, face=0))
    slot.put(request(2, face=1))
    slot.put(request(3, face=0))
    assert [slot.take(), slot.take(), slot.take()] == [request(3, face=0), request(2, face=1), None]


def test_the_final_frame_comes_when_the_hand_rests_and_not_before() -> None:
    clock = Clock()
    slot = LiveSlot(clock)
    final = request(1, quality=Quality.FINAL)
    slot.put(request(1), final)
    assert slot.take() == request(1) and slot.take() is None
    clock.now += REST_SECONDS * 0.9
    assert slot.take() is None and 0 < slot.due_in() <= REST_SECONDS * 0.11
    clock.now += REST_SECONDS * 0.2
    assert slot.take() == final and slot.take() is None and slot.due_in() is None


def test_moving_on_puts_the_final_frame_off() -> None:
    clock = Clock()
    slot = LiveSlot(clock)
    for value in range(10):
        slot.put(request(value), request(value, quality=Quality.FINAL))
        assert slot.take() == request(value)
        clock.now += REST_SECONDS * 0.9
        assert slot.take() is None


def test_letting_go_makes_it_due_at_once() -> None:
    slot = LiveSlot(Clock())
    slot.put(request(1), request(1, quality=Quality.FINAL))
    slot.take()
    slot.rest()
    assert slot.take() == request(1, quality=Quality.FINAL)


def test_work_that_is_seen_goes_before_quiet_work() -> None:
    lane = WorkLane()
    assert lane.current() is None
    quiet = Work(1, "thumbnails", lambda: counting(3), Rank.QUIET)
    seen = Work(2, "export", lambda: counting(3))
    lane.waiting += [quiet, seen]
    assert lane.current() is seen and lane.find(1) is quiet and lane.find(9) is None
    lane.waiting.remove(seen)
    assert lane.current() is quiet


def test_patient_work_goes_last_and_cancelled_work_first() -> None:
    lane = WorkLane()
    patient = Work(1, "MagicFace", lambda: counting(3), Rank.PATIENT)
    quiet = Work(2, "thumbnails", lambda: counting(3), Rank.QUIET)
    first, second = (Work(number, "export", lambda: counting(3)) for number in (3, 4))
    lane.waiting += [patient, quiet, first, second]
    order = []
    while lane.waiting:
        order.append(lane.current())
        lane.waiting.remove(order[-1])
    assert order == [first, second, quiet, patient]
    lane.waiting += [patient, first]
    patient.cancelled = True
    assert lane.current() is patient


def test_prompt_work_passes_every_other_job() -> None:
    lane = WorkLane()
    thumbnails = Work(1, "thumbnails", lambda: counting(3), Rank.QUIET)
    export = Work(2, "export", lambda: counting(3))
    head = Work(3, "head", lambda: counting(1), Rank.PROMPT)
    lane.waiting += [thumbnails, export, head]
    assert lane.current() is head
    thumbnails.cancelled = True
    assert lane.current() is thumbnails


def waiting_for(future: "Future[None]") -> Job[None]:
    yield Progress(0, 1, waiting=future)


def under_way(number: int, future: "Future[None]", rank: Rank = Rank.NORMAL) -> Work:
    """A job that has begun and waits for its thread."""
    work = Work(number, "export", lambda: waiting_for(future), rank, steps=Steps(waiting_for(future)))
    assert work.steps is not None
    work.steps.step(lambda: None)
    return work


def test_a_job_is_skipped_until_what_it_waits_for_is_done() -> None:
    future: Future[None] = Future()
    lane, first, second = WorkLane(), under_way(1, future), Work(2, "open", lambda: counting(3))
    lane.waiting += [first]
    assert lane.current() is None
    lane.waiting += [second]
    assert lane.current() is second
    future.set_result(None)
    assert lane.current() is first


def test_a_job_that_waits_is_cancelled_at_once() -> None:
    lane, work = WorkLane(), under_way(1, Future())
    lane.waiting += [Work(2, "open", lambda: counting(3)), work]
    work.cancelled = True
    assert lane.current() is work


def test_background_work_keeps_its_place_behind_one_that_waits() -> None:
    quiet, patient = (Work(number, "close", lambda: counting(1), rank)
                      for number, rank in ((2, Rank.QUIET), (3, Rank.PATIENT)))
    for rank in (Rank.NORMAL, Rank.QUIET, Rank.PATIENT):
        lane = WorkLane([under_way(1, Future(), rank), patient])
        assert lane.current() is None
    assert WorkLane([under_way(1, Future()), quiet]).current() is None
    assert WorkLane([under_way(1, Future(), Rank.QUIET), quiet]).current() is None
    assert WorkLane([under_way(1, Future(), Rank.PATIENT), quiet]).current() is quiet


def test_in_the_lanes_beside_the_engine_all_take_turns_whatever_their_rank() -> None:
    lane, held = RoundLane(), under_way(9, Future())
    save, again = Work(1, "save", lambda: counting(2)), Work(2, "again", lambda: counting(2), Rank.QUIET)
    lane.waiting += [held, save]
    assert lane.current() is save
    lane.waiting.append(again)  # asked for later, it never passes
    assert [lane.current() for _ in range(5)] == [save, again, save, again, save]
    held.cancelled = True
    assert lane.current() is held


def test_whoever_sleeps_is_woken_when_the_next_step_is_ready() -> None:
    future: Future[None] = Future()
    woken: list[int] = []
    steps = Steps(waiting_for(future))
    steps.step(lambda: woken.append(1))
    assert not steps.ready and not woken
    future.set_result(None)
    assert steps.ready and woken == [1]


def test_reports_come_no_oftener_than_eyes_see_and_the_newest_is_never_lost() -> None:
    clock = Clock()
    reports = Reports(clock)

    def told(done: int, preview: np.ndarray | None = None) -> list[float]:
        reports.put(7, Progress(done, 9, preview=preview))
        return [progress.done for _, progress in reports.take()]

    assert reports.due_in() is None
    assert told(1) == [1] and told(2) == [] and told(3) == []
    assert 0 < reports.due_in() <= REPORT_SECONDS
    clock.now += 2 * REPORT_SECONDS
    assert reports.due_in() == 0.0 and [progress.done for _, progress in reports.take()] == [3]
    assert told(3) == [] and reports.due_in() is None  # the same again, while it waits
    assert told(4, np.zeros((1, 1, 3), np.uint8)) == [4]
    assert told(5) == []
    reports.end(7)
    assert reports.due_in() is None and told(6) == [6]
