"""Quotations of several sentences: whose word those are that stand before or after the one which tells who speaks."""

import re
from collections.abc import Iterator

from goodoffices.reading.scene import Scene, Sentence, Speech

_MARK = re.compile(r"[\"“”«»]")
_OPENING = "“«"
_LONGEST = 8  # sentences: a quotation that goes on for more lacks the mark that closes it


def note(scene: Scene) -> None:
    """Records whose word the sentences of a quotation are that do not say so themselves."""
    before: Speech | None = None  # who spoke in the sentence before, where that ended in his words
    for run, closed in _runs(scene):
        if not closed:
            before = before if run else None
            continue
        said = scene.content[slice(*run[-1].span)]
        told = _telling(run)
        if told is None and said.rstrip()[-1:] in '"”»' and _opens(scene, run[0]):
            told = before if "\n" not in _gap(scene, run[0]) else _told_last(scene, run)
        if told is not None:
            for quoted in run:
                if not quoted.speeches and not (quoted is run[-1] and len(run) > 1 and _tells(said)):
                    quoted.speeches.append(Speech(told.speakers, quoted.span, -1, by=told.by))
        before = told


def continued(scene: Scene) -> frozenset[int]:
    """The numbers of the sentences that go on with a quotation which another opens, before their trees are known."""
    return frozenset(sentence.number for run, _ in _runs(scene) for sentence in run[1:])


def _runs(scene: Scene) -> Iterator[tuple[list[Sentence], bool]]:
    """The sentences of every quotation, with whether it is closed; none for a sentence outside of all."""
    run: list[Sentence] = []
    for sentence in scene.sentences:
        said = scene.content[slice(*sentence.span)]
        if run and _left_open(scene, sentence, said, len(run)):
            yield run, False
            run = []
        if not run and _MARK.search(said) is None:
            yield [], False
            continue
        if run and "\n" in _gap(scene, sentence) and said[0] in '"“«':
            said = " " + said[1:]  # every paragraph of a quotation opens with a mark
        run.append(sentence)
        if not _unclosed(said, inside=len(run) > 1):
            yield run, True
            run = []
    yield run, False


def _unclosed(said: str, *, inside: bool) -> bool:
    """Whether the words end inside a quotation, which they may begin in."""
    for mark in _MARK.findall(said):
        inside = not inside if mark == '"' else mark in _OPENING
    return inside


def _left_open(scene: Scene, sentence: Sentence, said: str, length: int) -> bool:
    """Whether the quotation cannot go on: a paragraph begins that no mark opens, or it is too long."""
    return length >= _LONGEST or ("\n\n" in _gap(scene, sentence) and said[0] not in '"“«')


def _gap(scene: Scene, sentence: Sentence) -> str:
    """What stands between the sentence and the one before."""
    return scene.content[scene.sentences[sentence.number - 1].span[1] : sentence.span[0]] if sentence.number else "\n"


def _opens(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence begins with the quotation."""
    return scene.content[sentence.span[0]] in '"“«'


def _telling(run: list[Sentence]) -> Speech | None:
    """What tells who speaks, in the sentence that closes the quotation, else in the one that opens it."""
    for sentence in (run[-1], run[0]):
        named = _named(sentence)
        if named:
            return named[-1] if sentence is run[0] and len(run) > 1 else named[0]
        if sentence.speeches:
            return sentence.speeches[0]
    return None


def _named(sentence: Sentence) -> list[Speech]:
    """The speeches of which the sentence tells whose they are."""
    return [s for s in sentence.speeches if (s.speakers or s.by) and not s.stance]


def _told_last(scene: Scene, run: list[Sentence]) -> Speech | None:
    """Who spoke in the paragraph before a quotation that fills one of its own, as news goes on with its speaker."""
    after = run[-1].number + 1
    apart = after == len(scene.sentences) or "\n" in _gap(scene, scene.sentences[after])
    for earlier in scene.sentences[max(0, run[0].number - _BACK) : run[0].number][::-1] if apart else ():
        named = _named(earlier)
        if named or "\n" in _gap(scene, earlier):
            return named[0] if named else None
    return None


_BACK = 3  # sentences


def _tells(said: str) -> bool:
    """Whether words of the author follow the quotation that the sentence closes."""
    return len(said) - max(said.rfind(mark) for mark in '"”»') > _BESIDE


_BESIDE = 3  # characters: a stop and a space, no words
