"""Many briefs at once, each a task of its own: on this machine's processors, or on a cluster's."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager, ExitStack, contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

from briefgen.editions.build import build
from briefgen.editions.request import Built, Request
from briefgen.values import dataclass
from briefgen.world import RealWorld, WorldError


class NoSuchExecutor(ValueError):
    """The executor asked for is not one, or is not installed; the message says which and how to get it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One brief of many: what came of it, or how the world or the program failed it."""

    outline: Path
    built: Built | None = None
    failure: str = ""


def build_all(requests: Iterable[Request], executor: Executor) -> Iterator[Done]:
    """Build every request, in the order in which they are done. No failure stops another's."""
    with _interrupts_held_back():
        futures: dict[Future[Done], Request] = {
            executor.submit(build_one, request): request for request in requests
        }
    for future in as_completed(futures):
        try:
            yield future.result()
        except Exception as failure:
            yield Done(outline=futures[future].outline, failure=_words(failure))


def build_one(request: Request) -> Done:
    """Build one request on the machine that this runs on."""
    try:
        return Done(outline=request.outline, built=build(request, RealWorld(share=1)))
    except WorldError as failure:
        return Done(outline=request.outline, failure=str(failure))
    except Exception as failure:
        return Done(outline=request.outline, failure=_words(failure))


def executor_of(name: str, jobs: int) -> AbstractContextManager[Executor]:
    """The executor of that name: `local` for this machine, or `dask:ADDRESS` for a Dask cluster.

    The workers of a cluster must see the same folders under the same names.

    Raises:
        NoSuchExecutor: where it is neither, or Dask is not installed.
    """
    kind, _, address = name.partition(":")
    if name == "local":
        return _local(jobs)
    if kind == "dask" and address:
        return _dask(address)
    raise NoSuchExecutor(f"there is no executor “{name}”; there are: local, dask:ADDRESS")


@contextmanager
def _local(jobs: int) -> Iterator[Executor]:
    context = get_context("spawn")
    pool = ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=_end_with_the_program)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as failure:
        raise NoSuchExecutor("Dask is not installed: pip install 'briefgen[dask]'") from failure
    with ExitStack() as open_:
        try:
            client = open_.enter_context(Client(address, timeout=5))  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as failure:
            raise WorldError(f"no Dask scheduler answers at {address}: {failure}") from failure
        executor: Executor = client.get_executor(pure=False)
        yield executor


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let Ctrl-C wait; processes that are started meanwhile let it wait too, until they are ready for it."""
    if sys.platform == "win32":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end_with_the_program() -> None:
    """Have a worker end at once and without a word, at Ctrl-C and when the program is killed.

    An edition is there whole or not at all, whenever that is.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    program = parent_process()
    if program is not None:
        Thread(target=_end_after, args=(program,), daemon=True).start()


def _end_after(program: BaseProcess) -> None:
    program.join()
    signal.raise_signal(signal.SIGTERM)


def _words(failure: Exception) -> str:
    return f"{type(failure).__name__}: {failure}"
