"""Work that may take too long or too much, done in a process of its own that is ended when it does."""

import multiprocessing
import resource
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from goodoffices.errors import BadArgument, GoodOfficesError, Unfinished, clipped

T = TypeVar("T")

MEMORY = 2 * 2**30
"""Bytes the process may write to."""


def within(seconds: float, remedy: str, work: Callable[..., T], *given: Any) -> T:
    """`work(*given)`, all of which can be pickled. Raises what it raises of ours; BadArgument with the `remedy` where
    it takes longer than `seconds` or more than MEMORY; Unfinished for any other fault.
    """
    context = multiprocessing.get_context("spawn")  # a fork amid another thread's work can leave a lock closed
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, work, given), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise BadArgument(f"a page is worked out in {seconds:g} seconds", "it takes longer", remedy)
        found, error = ours.recv()
    except EOFError:
        raise BadArgument("a page is worked out in the memory it may take", f"{MEMORY >> 30} GiB", remedy) from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if error is not None:
        raise error
    return found  # type: ignore[no-any-return]


def _work(answer: Connection, work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no paper of the office on the disk
    try:
        answer.send((work(*given), None))
    except MemoryError:
        return  # without an answer, which says it
    except GoodOfficesError as error:
        error.value = None if error.value is None else clipped(error.value)
        answer.send((None, type(error)(error.rule, error.value, error.remedy)))
    except Exception as error:
        fault = f"{type(error).__name__}: {clipped(error)}"
        answer.send(
            (None, Unfinished("what is asked on a page has an answer", fault, "Report it with what was asked."))
        )
