"""Conditions and sequences as a graph, without cycles."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from goodoffices.errors import CycleFound
from goodoffices.tracking.asked import contents
from goodoffices.tracking.held import names_of
from goodoffices.vocabulary.claim import Matter


def in_order(provisions: Sequence[Matter]) -> tuple[str, ...]:
    """The matter ids of `provisions` so that each comes after all it waits for or follows; else as they were given.

    Raises CycleFound, the cycle spelled out, when one waits for itself by way of others.
    """
    tracked = {known: p for p in provisions for known in names_of(p)}
    done: dict[str, None] = {}
    for start in provisions:
        _visit(start, tracked, done)
    return tuple(done)


def awaited_first(starts: Iterable[Matter], tracked: Mapping[str, Matter]) -> list[Matter]:
    """`starts` and all they wait for or follow, each once and after these, as far as no cycle forbids."""
    done: dict[str, Matter] = {}
    for start in starts:
        path, on_path = [(start, _awaited(start, tracked.get))], {start.id}
        while path:
            here, rest = path[-1]
            following = next((m for m in rest if m.id not in done and m.id not in on_path), None)
            if following is not None:
                on_path.add(following.id)
                path.append((following, _awaited(following, tracked.get)))
            else:
                done[here.id] = here
                path.pop()
    return list(done.values())


def refuse_cycle(start: Matter, tracked: Mapping[str, Matter], clear: dict[str, None]) -> None:
    """Raises CycleFound when `start` waits for itself by way of others, or for some that do. tracked: by every id;
    clear: the ids from which no cycle is reached, as far as known: those found here are added.
    """
    _visit(start, tracked, clear)


def refuse_closing(start: Matter, known: Callable[[str], Matter | None]) -> None:
    """Raises CycleFound when what `start` waits for, by way of others or none, is `start` itself. Cycles of others that
    it only leads to are not its fault. known: the matter that goes by an id.
    """
    reached, paths = {start.id}, [[start]]
    while paths:
        path = paths.pop()
        for following in _awaited(path[-1], known):
            if following.id == start.id:
                raise cycle([_title(m) for m in path])
            if following.id not in reached:
                reached.add(following.id)
                paths.append([*path, following])


def _visit(start: Matter, tracked: Mapping[str, Matter], done: dict[str, None]) -> None:
    if start.id in done:
        return
    path = [(start, _awaited(start, tracked.get))]  # a stack of our own: a chain may be longer than Python's
    on_path = {start.id}
    while path:
        here, rest = path[-1]
        following = next((m for m in rest if m.id not in done), None)
        if following is None:
            done[here.id] = None
            on_path.discard(here.id)
            path.pop()
        elif following.id in on_path:
            trail = [m for m, _ in path]
            first = next(n for n, m in enumerate(trail) if m.id == following.id)
            raise cycle([_title(m) for m in trail[first:]])
        else:
            on_path.add(following.id)
            path.append((following, _awaited(following, tracked.get)))


def cycle(titles: Sequence[str]) -> CycleFound:
    """The error that spells out a cycle: each of `titles` waits for the next, the last for the first."""
    spelled = " waits for ".join((*titles, titles[0]))
    return CycleFound(
        "conditions and sequences may not lead back to their start", spelled, "Take one of these links out."
    )


def _awaited(provision: Matter, known: Callable[[str], Matter | None]) -> Iterator[Matter]:
    for _, content in contents(provision) if provision.claims else ():
        counted_from = [r.anchor for r in content.deadline.readings()] if content.deadline else []
        own = names_of(provision)
        for wanted in (*content.depends_on, *content.after, *(a for a in counted_from if a not in own)):
            if (found := known(wanted)) is not None:
                yield found


def _title(provision: Matter) -> str:
    act = next((c.act for _, c in contents(provision) if c.act), "")
    return f"“{act}” ({provision.id})" if act else provision.id
