"""What is remembered: each made once, failures not kept, the oldest forgotten."""

import threading

import pytest

from quizgen.serve.memory import Memory


def test_a_result_is_made_once() -> None:
    memory: Memory[int] = Memory(5)
    made = [memory.get("a", lambda at=at: at) for at in (1, 2)]
    assert made == [1, 1]


def test_a_failure_is_told_and_tried_again() -> None:
    memory: Memory[int] = Memory(5)
    with pytest.raises(ZeroDivisionError):
        memory.get("a", lambda: 1 // 0)
    assert memory.get("a", lambda: 7) == 7


def test_the_oldest_are_forgotten() -> None:
    memory: Memory[int] = Memory(2)
    for key in ("a", "b", "a", "c"):
        memory.get(key, lambda: 1)
    assert memory.get("a", lambda: 2) == 1
    assert memory.get("b", lambda: 2) == 2


def test_threads_that_ask_for_the_same_wait_for_one_maker() -> None:
    memory: Memory[int] = Memory(5)
    makers: list[int] = []
    gate = threading.Event()

    def make() -> int:
        makers.append(1)
        gate.wait(5)
        return 3

    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(memory.get("a", make))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    gate.set()
    for thread in threads:
        thread.join()
    assert (found, len(makers)) == ([3] * 4, 1)
