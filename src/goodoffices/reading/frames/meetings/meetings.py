"""Meetings: who met whom, when, where, at whose behest; who was present."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec.structs import replace

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.meetings.attendance import (
    BODIES,
    aside,
    attending,
    beside,
    between,
    bracketed,
    calls,
    company,
    fronted,
    leading,
    listed,
    named,
    named_before,
    own_words,
    owned,
    strangers,
    together,
)
from goodoffices.reading.frames.meetings.days_met import day_met
from goodoffices.reading.frames.meetings.meeting_words import lexicon
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, who
from goodoffices.reading.voices.places import place
from goodoffices.vocabulary.claim import Claim
from goodoffices.vocabulary.kinds import Meeting
from goodoffices.vocabulary.text import Span
from goodoffices.vocabulary.when import When

_PRESENT = re.compile(
    r"\b(?:present (?:at|were|was|in)|(?:was|were|been) present|attended|attending|in attendance|took part|taking part|"
    r"participated|participants (?:were|included|include|are)|was joined by|were joined by)\b",
    re.IGNORECASE,
)
_BEHEST = re.compile(
    r"at\s+(?P<of>[\w’' -]{2,40}?)\s+(?:behest|request|invitation|initiative)|"
    r"at\s+the\s+(?:behest|request|invitation|initiative)\s+of|"
    r"(?:initiated|convened|requested|called|hosted)\s+by|on\s+the\s+initiative\s+of",
    re.IGNORECASE,
)
_SPECIAL = re.compile(
    r"\b(?:special|emergency|extraordinary|urgent)\s+(?:session|meeting)|(?:in|on) the (?:margins|sidelines) of",
    re.IGNORECASE,
)
_LEVELS: tuple[tuple[Literal["heads", "ministers", "envoys"], re.Pattern[str]], ...] = (
    ("heads", re.compile(r"\b(?:summit|presidents?|heads? of state|prime ministers?|leaders)\b", re.IGNORECASE)),
    ("ministers", re.compile(r"\b(?:foreign ministers?|ministerial|secretary of state|ministers?)\b", re.IGNORECASE)),
    ("envoys", re.compile(r"\b(?:envoys?|special representatives?|mediators?)\b", re.IGNORECASE)),
)


PLANNED = "meeting.planned"  # the rule of those to come: what was held later is no part of them
_SPOKEN_OF = (PLANNED, "meeting.mentioned")


def propose(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """Proposes the meetings of a sentence, or adds to one told before who was present and at whose behest it was."""
    tree = sentence.tree
    if tree is None or sentence.adopted:
        return
    told = drafts.of_kind("meeting")
    made = [*_met(scene, sentence, drafts), *_held(scene, sentence, drafts)]
    if made:
        return
    _add_to(scene, sentence, drafts, told)


Rule = Callable[[Scene, Sentence, Drafts, int], bool]  # whether it proposed a meeting at a word


def first(scene: Scene, sentence: Sentence, drafts: Drafts, rules: Iterable[tuple[frozenset[str], Rule]]) -> None:
    """Proposes what the first of the rules finds at its words, outside of the meetings already told."""
    tree = sentence.tree
    assert tree is not None
    start, end = sentence.span
    told = [q for c in drafts.of_kind("meeting") if start <= (q := c.quotes[0]).start < end]
    for words, rule in rules:
        for i in tree.among(words):
            if not any(q.start <= tree.starts[i] < q.end for q in told) and rule(scene, sentence, drafts, i):
                return


def _met(scene: Scene, sentence: Sentence, drafts: Drafts) -> list[Claim]:
    """ "The Quartet met in Utopia", "A met with B"."""
    tree = sentence.tree
    assert tree is not None
    made = []
    for i in tree.among(lexicon().meet | lexicon().gather):
        if not _meets(tree, i) or not tree.verbal(i) or clauses.negated(tree, i):
            continue
        if (tree.tag[i] in ("VB", "VBG") and not managed(tree, i)) or _modal(tree, i):
            continue
        subject = clauses.subject(tree, i)
        parties = named(scene, sentence, subject) if subject is not None else ()
        parties = parties or leading(scene, sentence, subject) or _same_body(tree, subject, drafts)
        parties = parties or fronted(scene, sentence, tree.head[i] if tree.dep[i] == "conj" else i)
        other = tree.child(i, "dobj")
        others = who(scene, sentence, other) if other is not None else ()
        for noun in company(tree, i):
            others += bracketed(scene, sentence, noun) or (*who(scene, sentence, noun), *listed(scene, sentence, noun))
        unnamed = other is not None and not others and tree.low[other] in lexicon().people
        if (other is not None and not others and not unnamed) or not parties:
            continue  # "met its obligations"
        people = named_before(scene, sentence, subject, i) if scene.kind(parties[0]) in BODIES else ()
        if others and "(" in tree.text[subject:i]:
            people = ()  # the brackets explain the body
        span = clauses.clause(tree, i, without=aside(tree, i))
        alone = unnamed or (not others and (beside(tree, i) or together(tree, subject)))
        made.append(make(scene, sentence, drafts, span, (*parties, *others, *people), i, "meeting.met", alone=alone))
    return [m for m in made if m is not None]


def _meets(tree: Tree, i: int) -> bool:
    """ "Met"; "convened" and the like when they have no object."""
    return tree.low[i] in lexicon().meet or (
        tree.low[i] in lexicon().gather and tree.child(i, "dobj", "nsubjpass") is None
    )


def _same_body(tree: Tree, subject: int | None, drafts: Drafts) -> tuple[str, ...]:
    """ "They also met B": the body whose meeting was told last."""
    told = drafts.of_kind("meeting")
    if subject is None or not told or list(tree.low[subject : subject + 2]) != ["they", "also"]:
        return ()
    last = told[-1].content
    return (last.body,) if isinstance(last, Meeting) and last.body else ()


def managed(tree: Tree, i: int) -> bool:
    """ "Was able to meet", "managed to meet", "did meet", "after meeting B": it came to pass."""
    head = tree.head[i]
    if any(tree.low[k] == "did" for k in tree.children(i, "aux")):
        return True
    if tree.tag[i] == "VBG":  # "while meeting B", "after meeting B", "we have been meeting B"
        if any(tree.low[k] == "been" for k in tree.children(i, "aux")):
            return True
        beside = tree.dep[i] == "advcl" and any(tree.low[k] in ("while", "when") for k in tree.kids[i])
        return beside or (tree.dep[i] == "pcomp" and tree.low[head] in ("after", "upon", "following"))
    if tree.tag[head] == "VBD" and tree.low[head] in lexicon().journeys and tree.dep[i] in ("advcl", "xcomp"):
        return True  # "flew to Utopia to meet B"
    able = tree.low[head] == "able" and tree.low[tree.head[head]] in ("was", "were", "been")
    return able or (tree.dep[i] == "xcomp" and tree.low[head] in ("managed", "went"))


def _modal(tree: Tree, i: int) -> bool:
    return any(tree.tag[k] == "MD" for k in tree.children(i, "aux"))


def _held(scene: Scene, sentence: Sentence, drafts: Drafts) -> list[Claim]:
    """Talks that were held, took place, were convened; talks between named parties."""
    tree = sentence.tree
    assert tree is not None
    made: list[Claim] = []
    for i in (*tree.among(lexicon().nouns), *calls(tree)):
        if tree.tag[i] not in ("NN", "NNS", "NNP", "NNPS"):
            continue
        talking = between(scene, sentence, i)
        verb = holding(tree, i)
        strange = len(talking) == 1 and strangers(scene, sentence, i)
        if (verb is None and len(talking) < 2) or (verb is not None and clauses.negated(tree, verb)):
            continue
        if only_planned(tree, i, verb) or (
            any(t in ("disagreement", "dispute", "before", "after") for t in tree.low[max(0, i - 4) : i])
            and verb is None
        ):
            continue
        doer = clauses.subject(tree, verb) if verb is not None and tree.child(verb, "dobj") is not None else None
        if verb is not None and doer is None and tree.low[verb] == "attended":
            present = attending(scene, sentence, verb)
        elif verb is not None and doer is not None:
            present = named(scene, sentence, doer)
        elif verb is not None and tree.child(verb, "dobj") is not None:
            present = fronted(scene, sentence, verb)
        else:
            present = ()
        parties = tuple(dict.fromkeys((*present, *talking, *owned(scene, sentence, i))))
        if not parties or (verb is None and definite(tree, i) and _told_of(drafts, talking)):
            continue
        again = verb is not None and (doer is None or tree.low[verb] == "attended")
        if (
            again
            and definite(tree, i)
            and len(talking) < 2
            and any(c.rule not in _SPOKEN_OF for c in drafts.of_kind("meeting"))
        ):
            continue
        span = clauses.clause(tree, verb) if verb is not None else own_words(tree, i)
        alone = strange or (doer is not None and (beside(tree, i) or together(tree, doer)))
        at = verb if verb is not None else i
        claim = make(scene, sentence, drafts, span, parties, at, "meeting.held", alone=alone)
        if claim is not None:
            made.append(claim)
            break
    return made


def _told_of(drafts: Drafts, talking: tuple[str, ...]) -> bool:
    """Whether "the talks between A and B" may be talks told before: of nobody else."""
    told = [c.content for c in drafts.of_kind("meeting") if c.rule != PLANNED]
    return any(isinstance(m, Meeting) and (not m.participants or set(talking) & set(m.participants)) for m in told)


def definite(tree: Tree, i: int) -> bool:
    det = tree.child(i, "det")
    return det is not None and tree.low[det] in ("the", "this", "these", "those", "that")


def only_planned(tree: Tree, i: int, verb: int | None) -> bool:
    """Talks that are wanted, proposed or to come are no meeting yet."""
    if verb is not None and _went_on(tree, verb):
        return False
    if verb is not None and (
        tree.tag[verb] == "VB"
        or _modal(tree, verb)
        or (tree.tag[verb] == "VBG" and tree.dep[verb] in ("pcomp", "xcomp", "acl", "dobj"))
    ):
        return True
    if verb is None and any(tree.low[k] in lexicon().ahead for k in tree.children(i, "amod")):
        return True
    above = [tree.low[a] for a in tree.ancestors(i)]
    governor = next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
    if verb is None and governor is not None and (_modal(tree, governor) or _to_be(tree, governor)):
        return True
    if governor is not None and tree.low[governor] in ("scheduled", "due", "planned", "expected", "set", "slated"):
        return True
    return verb is None and not lexicon().planned.isdisjoint(above[:3])


def _to_be(tree: Tree, verb: int) -> bool:
    """ "Is to be held", "are to begin"."""
    return tree.low[verb] in ("is", "are") and any(tree.low[tree.left[k]] == "to" for k in tree.children(verb, "xcomp"))


def _went_on(tree: Tree, verb: int) -> bool:
    """ "Continued to hold talks"."""
    head = tree.head[verb]
    continued = tree.dep[verb] == "xcomp" and tree.low[head] in ("continued", "managed") and tree.tag[head] == "VBD"
    return continued and not clauses.negated(tree, head)


def holding(tree: Tree, i: int) -> int | None:
    """The verb by which the meeting was held, if any."""
    head = tree.head[i]
    held = lexicon().held
    if tree.dep[i] in ("nsubj", "nsubjpass", "dobj") and tree.verbal(head):
        if tree.low[head] in held:
            return head
        obj = tree.child(head, "dobj")
        if obj is not None and f"{tree.low[head]} {tree.low[obj]}" in held:
            return head
    if tree.dep[i] == "pobj" and tree.low[head] == "of" and tree.low[tree.head[head]] in _OF_MEETINGS:
        return holding(tree, tree.head[head])
    return None


_OF_MEETINGS = frozenset({"round", "series", "rounds", "number", "heads", "ministers", "committee"})


def make(
    scene: Scene,
    sentence: Sentence,
    drafts: Drafts,
    span: Span,
    parties: tuple[str, ...],
    verb: int,
    rule: str,
    *,
    alone: bool = False,
    nameless: bool = False,
    where: str = "",
    others: tuple[str, ...] = (),
) -> Claim | None:
    """The meeting of these parties, one told before where this is the same; None where fewer than a body or two sides
    are known, unless the other side has no name (`alone`) or place and day stand for who met (`nameless`).
    where: its place, if known; others: who met besides and means no party, in the words of the text.
    """
    parties = _without_parents(scene, tuple(dict.fromkeys(parties)))
    bodies = [p for p in parties if scene.kind(p) in BODIES]
    body = bodies[0] if len(bodies) == 1 and parties[0] == bodies[0] and not alone else ""
    guests = tuple(p for p in parties if p != body)
    in_session = rule in ("meeting.met", "meeting.held") and scene.kind(parties[0]) == "intergovernmental"
    if not nameless and not body and len(guests) < (1 if alone or in_session else 2):
        return None
    content = Meeting(
        body=body,
        participants=guests,
        others=others,
        place=where or place(sentence, span, lexicon().placed),
        level=_level(scene.words(sentence.span)),
        occasion=_occasion(scene.words(sentence.span)),
        behest=_behest(scene, sentence, sentence.span),
    )
    assert sentence.tree is not None
    another = any(sentence.tree.low[k] == "also" for k in sentence.tree.children(verb, "advmod"))
    verb_said = sentence.tree.verbal(verb) and rule == "meeting.met" and not another
    valid = day_met(scene, sentence, span, verb)
    known = next(
        (
            m
            for m in drafts.of_kind("meeting")
            if m.rule != PLANNED and _same(m, content, valid, definite=definite(sentence.tree, verb) or verb_said)
        ),
        None,
    )
    if known is not None:
        return known
    return drafts.add(content, [span], rule=rule, attribution=attributed(scene, sentence, span), valid=valid)


def _same(claim: Claim, content: Meeting, valid: When | None, *, definite: bool) -> bool:
    """Whether a meeting told before is this one: the same who, and the same day, or words that point back to it."""
    told = claim.content
    assert isinstance(told, Meeting)
    who_told = {told.body} if told.body else set(told.participants)
    who_now = {content.body} if content.body else set(content.participants)
    if who_told != who_now or (content.place and told.place and content.place != told.place):
        return False
    if valid is not None and valid.bounded:
        return claim.valid is not None and claim.valid.bounded and valid.compatible(claim.valid)
    return definite


def _level(said: str) -> Literal["", "heads", "ministers", "envoys", "officials"]:
    return next((level for level, pattern in _LEVELS if pattern.search(said)), "")


def _occasion(said: str) -> str:
    found = _SPECIAL.search(said)
    return found.group().lower() if found else ""


def _behest(scene: Scene, sentence: Sentence, span: Span) -> str:
    found = _BEHEST.search(scene.content, *span)
    if found is None:
        return ""
    inside = (
        scene.parties_in(found.span("of"))
        if found["of"]
        else scene.parties_in((found.end(), min(span[1], found.end() + 60)))
    )
    return inside[0] if inside else ""


def _add_to(scene: Scene, sentence: Sentence, drafts: Drafts, told: list[Claim]) -> None:
    """Who was present, and at whose behest, of the meeting told last, from a sentence that speaks of it."""
    said = scene.words(sentence.span)
    if not told or not re.search(
        r"\b(?:meeting|session|summit|talks|conference|gathering|it took place|joined by|attended|participants|"
        r"convened)\b",
        said,
        re.IGNORECASE,
    ):
        return
    claim = told[-1]
    meeting = claim.content
    assert isinstance(meeting, Meeting)
    if sentence.span[0] - claim.quotes[0].end > 1200:
        return
    changed = meeting
    if (_PRESENT.search(said) and not meeting.participants) or (_PRESENT.search(said) and meeting.body):
        present = tuple(p for p in _present(scene, sentence) if p != meeting.body)
        changed = replace(
            changed,
            participants=tuple(dict.fromkeys((*changed.participants, *present))),
            level=changed.level or _level(said),
        )
    behest = _behest(scene, sentence, sentence.span)
    if behest and not changed.behest:
        changed = replace(changed, behest=behest)
    if _occasion(said) and not changed.occasion:
        changed = replace(changed, occasion=_occasion(said))
    if changed != meeting:
        quotes = (*claim.quotes, scene.quote(clauses.capped(scene.content, sentence.span)))
        drafts.replace(claim, replace(claim, content=changed, quotes=quotes))


def _present(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Those named in the sentence."""
    return _without_parents(scene, tuple(dict.fromkeys(a.party for a in sentence.actors)))


def _without_parents(scene: Scene, named: tuple[str, ...]) -> tuple[str, ...]:
    """Parties without the state of a minister or the organisation of an office that is named beside it."""
    parents = {
        found.parent for p in named if (found := scene.party(p)) is not None and scene.kind(p) in ("person", "office")
    }
    return tuple(p for p in named if p not in parents or scene.kind(p) in BODIES)
