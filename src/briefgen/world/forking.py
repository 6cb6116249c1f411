"""Work done in a copy of this process, while the process itself goes on."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from traceback import format_exc
from typing import Any, NoReturn, TypeVar

from briefgen.world.contract import WorldError

T = TypeVar("T")

_FIRST_FILE = 3
"""The lowest number of an open file behind the three streams that every process has."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def copyable() -> bool:
    """Whether this process can be copied: on Linux, and while it has one thread, for a copy has no others."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def in_a_copy(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin `work` in a copy of this process; what is entered waits for its result, to be asked for once.

    Where nobody asks, the work is stopped in the end.

    Raises, where the result is asked for:
        WorldError: the work raised it, or the copy was killed before it had a result.
        RuntimeError: the work raised something else; the message is its traceback.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        try:
            yield lambda: _result(answer)
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _answer(work: Callable[[], object], writing: int) -> NoReturn:
    """Do the work and end, whatever happens, without a word and without what the process does at its end.

    Files that the process holds open are closed here, or a lock would last as long as the copy.
    """
    try:
        os.closerange(_FIRST_FILE, writing)
        os.closerange(writing + 1, os.sysconf("SC_OPEN_MAX"))
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, signal.SIG_DFL)
        with os.fdopen(writing, "wb") as answer:
            answer.write(_outcome(work))
    finally:
        os._exit(0)


def _outcome(work: Callable[[], object]) -> bytes:
    try:
        return pickle.dumps((True, work()))
    except WorldError as failure:
        return pickle.dumps((False, failure))
    except Exception:
        return pickle.dumps((False, RuntimeError(format_exc())))


def _result(answer: BufferedReader) -> Any:
    outcome = answer.read()
    if not outcome:
        raise WorldError(
            "a part of briefgen was stopped by the system, perhaps for want of memory; try again"
        )
    done, result = pickle.loads(outcome)
    if not done:
        raise result
    return result
