"""Where the work is done: here, in processes of this machine, or on a Dask cluster."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection

from goodoffices.errors import BadArgument, MissingExtra, Unreachable
from goodoffices.scale.spread import Progress, Spread

AHEAD = 3
"""Shards handed out per worker, so that none waits for the next one."""

PATIENCE = 10
"""Seconds a scheduler has to answer."""


@contextmanager
def spread(
    workers: int = 1,
    cluster: str = "",
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Spread]:
    """A `map` over `workers` processes here (1: this one), or over the Dask scheduler at address `cluster`.

    The workers of a cluster have the same version of Good Offices installed. Raises BadArgument, MissingExtra, or
    Unreachable when no scheduler answers.
    """
    if workers < 1:
        raise BadArgument("at least one worker does the work", workers, "Leave it out for one.")
    if cluster:
        with _cluster(cluster, progress, cancelled) as there:
            yield there
    elif workers == 1:
        yield Spread(progress=progress, cancelled=cancelled)
    else:
        with _processes(workers) as pool:
            yield Spread(pool, AHEAD * workers, progress=progress, cancelled=cancelled)


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    """Processes that end with the block, in the middle of their shards if there are results nobody took."""
    # Not forked: a fork in the middle of another thread's work can leave a lock closed for good.
    context = multiprocessing.get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, context, _obey, (theirs,))
    try:
        yield pool
    finally:
        ours.close()
        pool.shutdown()


def _obey(line: Connection) -> None:
    threading.Thread(target=_leave, args=(line,), daemon=True).start()


def _leave(line: Connection) -> None:
    """Leaves when the other end is closed, also by the death of its process. (An event would do, were it not that
    setting one waits for every process that waits for it, and one that died never answers.)"""
    line.poll(None)
    os._exit(1)


@contextmanager
def _cluster(address: str, progress: Progress | None, cancelled: Callable[[], bool] | None) -> Iterator[Spread]:
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingExtra("a cluster needs Dask", address, "Install goodoffices[cluster].") from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Unreachable(
            "a Dask scheduler answers at the address of the cluster", address, "It looks like tcp://host:8786."
        ) from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise Unreachable("a cluster has workers", f"{address}: none", "Start some with `dask worker`.")
        executor = client.get_executor(pure=False)
        try:
            yield Spread(executor, AHEAD * threads, progress=progress, cancelled=cancelled)
        finally:
            executor.shutdown(wait=False)
