"""The machine that briefgen runs on."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from briefgen.world.contract import UNFINISHED, Busy, WorldError

LARGEST_FILE = 200_000_000
"""Bytes. Larger inputs are refused rather than read: no outline, source or template is this large."""

LONGEST_RUN = 60
"""Seconds that a program may take that is told of a failure."""


T = TypeVar("T")


class RealWorld:
    """The machine that briefgen runs on, or `share` of its processors."""

    def __init__(self, share: int | None = None) -> None:
        self._share = share
        self._copies = 0

    def read(self, path: Path) -> bytes:
        """The bytes of a file. Raises WorldError."""
        try:
            # Asked before opening: to open a pipe is to wait for whoever writes to it.
            mode = path.stat().st_mode
            if not stat.S_ISREG(mode):
                kind = "a folder" if stat.S_ISDIR(mode) else "no file"
                raise WorldError(f"cannot read {path}: it is {kind}")
            with path.open("rb", buffering=0) as file:
                found = os.fstat(file.fileno())
                if found.st_size > LARGEST_FILE:
                    raise WorldError(f"cannot read {path}: larger than {LARGEST_FILE // 1_000_000} MB")
                return file.readall()
        except OSError as failure:
            raise WorldError(f"cannot read {path}: {_reason(failure)}") from failure

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder at `path`; under a name too long for the disk there is none."""
        try:
            return path.exists()
        except OSError:
            return False

    def real(self, path: Path) -> Path:
        """The path with `..` and links followed, whether or not something is there."""
        return Path(os.path.realpath(path))

    def here(self) -> Path:
        """The current folder."""
        return Path.cwd()

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write all files: first each under a name of its own beside its place, then all renamed."""
        pending: list[tuple[Path, Path]] = []
        try:
            for path, data in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                temporary = _unfinished(path)
                pending.append((temporary, path))
                temporary.write_bytes(data)
            for temporary, _ in pending:
                _flush(temporary, 0o644)
            for temporary, path in pending:
                temporary.replace(path)
        except OSError as failure:
            where = failure.filename or next(iter(files), "")
            raise WorldError(f"cannot write {where}: {_reason(failure)}") from failure
        finally:
            for temporary, _ in pending:
                temporary.unlink(missing_ok=True)

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, sorted; none where there is no such folder."""
        try:
            return sorted(path.name for path in folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as failure:
            raise WorldError(f"cannot list {folder}: {_reason(failure)}") from failure

    def write_folder(self, folder: Path, files: Mapping[str, bytes]) -> None:
        """Write all files into a folder under another name, see them on the disk, and rename the folder."""
        import shutil

        temporary = _unfinished(folder)
        try:
            for name, data in files.items():
                path = temporary / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            for name in files:
                _flush(temporary / name, 0o444)
            for held in {(temporary / name).parent for name in files} | {temporary}:
                _flush_folder(held)
            if folder.exists():
                raise WorldError(f"cannot write {folder}: it is there already")
            temporary.rename(folder)
            _flush_folder(folder.parent)
        except OSError as failure:
            where = str(failure.filename or folder).replace(temporary.name, folder.name)
            raise WorldError(f"cannot write {where}: {_reason(failure)}") from failure
        finally:
            shutil.rmtree(temporary, ignore_errors=True)

    def link(self, path: Path, target: str) -> bool:
        """Make a link under another name and rename it."""
        temporary = _unfinished(path)
        try:
            temporary.symlink_to(target)
        except (OSError, NotImplementedError):
            return False
        try:
            temporary.replace(path)
        except OSError as failure:
            temporary.unlink(missing_ok=True)
            raise WorldError(f"cannot write {path}: {_reason(failure)}") from failure
        return True

    def linked(self, path: Path) -> str:
        """Where the link at `path` leads, as it was made; empty where there is no link."""
        try:
            return str(path.readlink())
        except OSError:
            return ""

    def remove(self, path: Path) -> None:
        """Rename what is there, then remove it, so that nobody meets half a folder."""
        import shutil

        if not path.is_symlink() and not path.exists():
            return
        try:
            if path.is_symlink() or not path.is_dir():
                path.unlink()
                return
            going = path if path.name.startswith(UNFINISHED) else path.rename(_unfinished(path))
            shutil.rmtree(going)
        except OSError as failure:
            raise WorldError(f"cannot remove {path}: {_reason(failure)}") from failure

    @contextmanager
    def lock(self, path: Path, patience: float) -> Iterator[None]:
        """Hold a lock of the operating system, which ends with the process however that ends."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as failure:
            in_the_way = next((above for above in path.parents if os.path.lexists(above)), path.parent)
            reason = _reason(failure) if in_the_way.is_dir() else f"{in_the_way} is not a folder"
            raise WorldError(f"cannot lock {path}: {reason}") from failure
        try:
            until = time.monotonic() + patience
            while not _locked(handle):
                if time.monotonic() >= until:
                    raise Busy(f"{path} is held by another briefgen; try again when it has finished")
                time.sleep(0.05)
            yield
        finally:
            os.close(handle)

    def stamp(self, path: Path) -> tuple[int, int] | None:
        """What changes when a file does: its time in nanoseconds and its size; None where there is none."""
        try:
            found = path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def clock(self) -> datetime:
        """The present moment in UTC, whatever SOURCE_DATE_EPOCH says."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        time.sleep(seconds)

    @contextmanager
    def meanwhile(self, work: Callable[[], T]) -> Iterator[Callable[[], T]]:
        """Begin work in a copy of this process, or have it wait where there is no processor to spare."""
        from briefgen.world.forking import copyable, in_a_copy, processors

        spare = (self._share or processors()) - 1
        if self._copies >= spare or not copyable():
            yield work
            return
        self._copies += 1
        try:
            with in_a_copy(work) as result:
                yield result
        finally:
            self._copies -= 1

    def post(self, address: str, body: bytes) -> None:
        """Send a JSON body over https, or over http to this machine; other answers than 2xx are failures."""
        from briefgen.world.posting import post

        post(address, body)

    def run(self, command: Sequence[str], body: bytes, folder: Path) -> None:
        """Run a program without a shell, and stop it where it takes too long."""
        import subprocess

        try:
            done = subprocess.run(
                list(command), input=body, cwd=folder, timeout=LONGEST_RUN, capture_output=True, check=False
            )
        except OSError as failure:
            raise WorldError(f"cannot run {command[0]}: {_reason(failure)}") from failure
        except subprocess.TimeoutExpired as failure:
            raise WorldError(f"{command[0]} took longer than {LONGEST_RUN} seconds") from failure
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise WorldError(f"{command[0]} ended with {done.returncode}: {' '.join(said)}".rstrip(": "))

    def now(self) -> datetime:
        """The present moment in UTC, or the one that SOURCE_DATE_EPOCH names."""
        epoch = self.environment("SOURCE_DATE_EPOCH")
        if epoch:
            try:
                return datetime.fromtimestamp(int(epoch), UTC)
            except (ValueError, OverflowError, OSError) as failure:
                raise WorldError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}") from failure
        return datetime.now(UTC)

    def environment(self, name: str) -> str:
        """An environment variable, empty where it is not set."""
        return os.environ.get(name, "")


def _unfinished(path: Path) -> Path:
    """A name beside the place, and no longer than names may be, however long that of the place is."""
    return path.with_name(f"{UNFINISHED}{os.urandom(8).hex()}")


def _flush(path: Path, mode: int) -> None:
    """See a file on the disk. Of several, all are written first, for one flush then carries the others."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
    path.chmod(mode)


def _flush_folder(folder: Path) -> None:
    """See a folder's names on the disk, where the system can do that for folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _locked(handle: int) -> bool:
    """Take the lock of an open file, unless another process holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as failure:
        if failure.errno in (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK):
            return False
        raise
    return True


def _reason(failure: OSError) -> str:
    return (failure.strerror or str(failure)).lower()
