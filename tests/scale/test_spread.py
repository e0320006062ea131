"""The same results in the same order, here, in processes and on a real Dask cluster."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from goodoffices.bargaining import robustness
from goodoffices.errors import BadArgument, BadScenario, Cancelled, Refused, Unfinished, Unreachable
from goodoffices.scale import Spread, spread, workers
from tests.scale.work import OPEN as SCENARIO
from tests.scale.work import Piece, square


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
        yield cluster.scheduler_address


@pytest.fixture(params=["here", "processes", "cluster"])
def there(request: pytest.FixtureRequest) -> Iterator[Spread]:
    address = request.getfixturevalue("scheduler") if request.param == "cluster" else ""
    with spread(2 if request.param == "processes" else 1, address) as found:
        yield found


def test_results_come_in_the_order_of_the_shards(there: Spread) -> None:
    shards = [Piece(n, wait=0.02 * (n % 3)) for n in range(20)]
    assert list(there(square, shards)) == [n * n for n in range(20)]


def test_a_failed_shard_is_carried_with_its_name_and_the_rest_goes_on(there: Spread) -> None:
    shards = [Piece(0), Piece(1, fails="value"), Piece(2), Piece(3, fails="ours"), Piece(4)]
    found = list(there.outcomes(square, shards))
    assert [one for one in found if not isinstance(one, Refused)] == [0, 4, 16]
    bad = [one for one in found if isinstance(one, Refused)]
    assert [one.item for one in bad] == ["piece 1", "piece 3"]
    assert isinstance(bad[0].error, Unfinished)
    assert "piece 1: ValueError: one is too few" in str(bad[0].error)
    assert isinstance(bad[1].error, BadScenario)
    assert "piece 3: 7" in str(bad[1].error)


def test_as_a_map_it_raises_the_first_error_with_the_name_of_its_shard(there: Spread) -> None:
    with pytest.raises(Unfinished, match="piece 1: ValueError"):
        list(there(square, [Piece(0), Piece(1, fails="value"), Piece(3, fails="ours")]))


def test_robustness_is_the_same_wherever_it_is_computed(there: Spread) -> None:
    assert robustness(SCENARIO, draws=60, seed=4, map=there) == robustness(SCENARIO, draws=60, seed=4)


@pytest.mark.parametrize("count", [1, 2])
def test_work_is_followed_by_name_and_stops_when_asked(count: int) -> None:
    seen: list[tuple[str, int, int]] = []
    shards = [Piece(n, wait=0.05) for n in range(200)]
    with (
        spread(
            count,
            progress=lambda name, done, total: seen.append((name, done, total)),
            cancelled=lambda: len(seen) >= 3,
        ) as there,
        pytest.raises(Cancelled),
    ):
        list(there(square, shards))
    assert seen[:3] == [("piece 0", 1, 200), ("piece 1", 2, 200), ("piece 2", 3, 200)]
    assert len(seen) < 20


def test_a_long_shard_is_not_waited_for_when_the_caller_asks_to_stop() -> None:
    begun = time.monotonic()
    with (
        spread(2, cancelled=lambda: time.monotonic() > begun + 1) as there,
        pytest.raises(Cancelled),
    ):
        list(there(square, [Piece(n, wait=30) for n in range(6)]))
    assert time.monotonic() - begun < 20


def test_an_endless_stream_of_shards_is_not_read_ahead_of_the_workers() -> None:
    made: list[int] = []

    def endless() -> Iterator[Piece]:
        while True:
            made.append(len(made))
            yield Piece(len(made))

    with spread(2) as there:
        results = there(square, endless())
        assert [next(results) for _ in range(5)] == [1, 4, 9, 16, 25]
    assert len(made) < 20


def test_a_lost_worker_is_an_error_that_names_the_shard(tmp_path: Path) -> None:
    with spread(2) as there:
        found = list(there.outcomes(square, [Piece(0), Piece(1, fails="dies")]))
    assert isinstance(found[1], Refused)
    assert found[1].item == "piece 1"
    assert "fewer workers" in str(found[1].error)


def test_no_scheduler_and_no_worker_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 1)
    with pytest.raises(Unreachable, match="scheduler answers"), spread(cluster="tcp://127.0.0.1:9"):
        pass
    with pytest.raises(Unreachable, match="scheduler answers"), spread(cluster="nonsense://x"):
        pass
    with (
        LocalCluster(n_workers=0, dashboard_address=":0") as empty,
        pytest.raises(Unreachable, match="has workers"),
        spread(cluster=empty.scheduler_address),
    ):
        pass
    with pytest.raises(BadArgument, match="at least one worker"), spread(0):
        pass
