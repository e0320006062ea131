"""Fitting words into widths without a font at hand: an estimate that errs on the wide side for Latin script."""

WIDE = 0.58
"""Mean width of a character in parts of the type size; sans serif, with a margin."""


def width(text: str, size: float = 13) -> float:
    """About how many pixels wide `text` is."""
    return len(text) * WIDE * size


def fitting(room: float, size: float = 13) -> int:
    """About how many characters fit into `room` pixels; four at least."""
    return max(4, int(room / (WIDE * size)))


def wrapped(text: str, room: float, size: float = 13, most: int = 3) -> tuple[str, ...]:
    """`text` in up to `most` lines of `room` pixels; what does not fit ends in an ellipsis."""
    fits = fitting(room, size)
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= fits or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [clipped(line, fits) for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = clipped(f"{lines[most - 1]} {lines[most]}", fits)
        kept[-1] = kept[-1] if kept[-1].endswith("…") else f"{kept[-1][: fits - 1]}…"
    return tuple(kept)


def clipped(text: str, most: int) -> str:
    """`text` in at most `most` characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def signed(value: float) -> str:
    """A number with its sign, a true minus, and 0 without one."""
    shown = f"{value:+.1f}"
    return "0" if float(shown) == 0 else shown.replace("-", "−")
