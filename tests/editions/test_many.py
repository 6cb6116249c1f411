"""Many briefs at once: on this machine, and on a small Dask cluster."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.editions.many import NoSuchExecutor, build_all, executor_of
from briefgen.editions.request import Request
from briefgen.world import WorldError
from tests.editions.harbour import Harbour


@pytest.fixture
def requests(tmp_path: Path) -> list[Request]:
    """Four briefs, of which the third cannot be built."""
    harbours = [Harbour(tmp_path / f"harbour-{number}") for number in range(4)]
    harbours[2].change("sources/note.txt", "40 ships", "44 ships")
    return [harbour.request("md") for harbour in harbours]


def outcomes(requests: list[Request], executor: str) -> dict[str, str]:
    with executor_of(executor, 2) as pool:
        done = list(build_all(requests, pool))
    return {one.outline.parent.name: one.built.outcome if one.built else one.failure for one in done}


EXPECTED = {
    "harbour-0": "published",
    "harbour-1": "published",
    "harbour-2": "failed",
    "harbour-3": "published",
}


def test_one_failing_brief_stops_no_other(requests: list[Request]) -> None:
    assert outcomes(requests, "local") == EXPECTED
    assert outcomes(requests[:2], "local") == {"harbour-0": "unchanged", "harbour-1": "unchanged"}


def test_a_cluster_does_the_same_work(requests: list[Request]) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        assert outcomes(requests, f"dask:{cluster.scheduler_address}") == EXPECTED


def test_pools_write_what_one_process_writes(requests: list[Request], tmp_path: Path) -> None:
    outcomes(requests[:2], "local")
    alone = Harbour(tmp_path / "alone" / "harbour-0")
    alone.build("md")
    for name in ("manifest.json", "harbour-0.md"):
        there = tmp_path / "harbour-0" / "outputs" / "harbour-0" / "latest" / name
        assert there.read_bytes() == (alone.editions / "latest" / name).read_bytes()


@pytest.mark.parametrize("name", ["cloud", "dask", "dask:"])
def test_other_executors_are_refused(name: str) -> None:
    with pytest.raises(NoSuchExecutor, match="there are: local, dask:ADDRESS"):
        executor_of(name, 2)


def test_where_no_scheduler_answers_it_is_said() -> None:
    pytest.importorskip("distributed")
    with (
        pytest.raises(WorldError, match="no Dask scheduler answers at tcp"),
        executor_of("dask:tcp://127.0.0.1:9", 2),
    ):
        raise AssertionError("never here")
