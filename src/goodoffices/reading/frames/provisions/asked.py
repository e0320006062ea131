"""What a body asks of others or expects, and what somebody undertakes."""

import functools

from goodoffices.reading.drafts import Drafts
from goodoffices.reading.frames.exchanges.exchange_words import exchanged_for
from goodoffices.reading.frames.provisions.addressees import singled_out
from goodoffices.reading.frames.provisions.cited_texts import cited_text
from goodoffices.reading.frames.provisions.due import deadline
from goodoffices.reading.frames.provisions.setting import Setting, decision_before, setting
from goodoffices.reading.parser import Tree
from goodoffices.reading.scene import BODIES, Scene, Sentence
from goodoffices.reading.voices import clauses
from goodoffices.reading.voices.attribution import attributed, hedged, who
from goodoffices.reading.voices.conditions import conditions
from goodoffices.reading.voices.force_words import forces
from goodoffices.reading.voices.speakers import in_its_own_words, tellers
from goodoffices.reading.voices.unnamed import unnamed
from goodoffices.reading.voices.verbs import forms_of
from goodoffices.vocabulary.attribution import AUTHOR
from goodoffices.vocabulary.kinds import Force
from goodoffices.vocabulary.text import Span


def _infinitive(tree: Tree, verb: int) -> int | None:
    """What somebody is to do: the infinitive after a verb of asking, agreeing, undertaking."""
    for k in tree.children(verb, "xcomp", "ccomp", "advcl"):
        if tree.tag[k] == "VB" and k > verb:
            return k
    nouns = (tree.child(verb, "dobj"), *(tree.child(p, "pobj") for p in tree.children(verb, "prep")))
    inner = (j for noun in nouns if noun is not None for j in tree.children(noun, "acl", "relcl", "xcomp"))
    return next((j for j in inner if tree.tag[j] == "VB" and j > verb), None)


def asked(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """What a body calls for: a provision as well as a statement."""
    tree = sentence.tree
    assert tree is not None
    forms = _asking()
    for i in tree.among(forms):
        lemma = forms[tree.low[i]]
        if not tree.verbal(i) or (
            tree.tag[i] in ("VB", "VBG") and tree.dep[i] not in ("advcl", "conj", "ROOT", "xcomp")
        ):
            continue
        passive = clauses.is_passive(tree, i)  # "the sides are urged to talk", by the body whose statement it is
        own = passive and in_its_own_words(scene, sentence, i)
        cited = passive and not own and cited_text(scene, sentence, tree, i)
        if clauses.negated(tree, i) or (passive and not own and not cited):
            continue
        speakers = (
            (scene.issuer,) if own else tellers(scene, sentence, i, clauses.subject(tree, i)) if not cited else ()
        )
        commanded = lemma in forces().commanding_verbs and tree.child(i, "dobj", "xcomp", "ccomp") is not None
        if not cited and (not speakers or not (commanded or all(_sets(scene, s) for s in speakers))):
            continue
        done = _infinitive(tree, i)
        asked = next(
            (
                k
                for k in tree.kids[i]
                if k > i and tree.low[k] in ("for", "on", "upon", "to") and tree.dep[k] in ("prep", "dative")
            ),
            None,
        )
        if lemma == "look" and (done is None or asked is None):
            continue  # "looks forward to the vote"
        clausal = tree.child(i, "ccomp")
        if done is None and asked is None and clausal is None and tree.child(i, "dobj") is None:
            continue
        first = clauses.words(tree, i, i)[0]
        further = clauses.further(tree, done)
        last = clauses.clause(tree, i, further)[1]
        span = first, max(first + 1, last)
        until = tree.starts[tree.left[done]] if done is not None and tree.left[done] > i else span[1]
        named = (*_addressees(scene, sentence, i), *singled_out(scene, (span[0], until)))
        addressees = tuple(p for p in dict.fromkeys(named) if p not in speakers)
        force: Force = "expected" if lemma == "expected" else "called_for"
        attribution = (
            hedged(scene, sentence, span, holder=speakers[0], source="declared")
            if speakers
            else attributed(scene, sentence, span)
        )
        setting(
            scene,
            drafts,
            span,
            Setting(decision_before(drafts, span[0]), force, addressees, attribution),
            "provision.asked",
        )
        for verb in further:
            setting(
                scene,
                drafts,
                clauses.words(tree, tree.left[verb], tree.right[verb], keep=verb),
                Setting(decision_before(drafts, span[0]), force, addressees, attribution),
                "provision.asked",
            )


@functools.cache
def _asking() -> dict[str, str]:
    """Forms of the verbs of asking and expecting; the lemma, "expected" for the latter."""
    return {**forms_of(forces().called_for_verbs), **dict.fromkeys(forms_of(forces().expected_verbs), "expected")}


def called(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "Reiterated its call for an immediate end to …": asked in a noun."""
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(("call", "calls", "appeal", "demand", "demands", "request")):
        verb = tree.head[i]
        if tree.dep[i] != "dobj":
            continue
        what = next(
            (
                k
                for k in tree.kids[i]
                if k > i and (tree.low[k] in ("for", "to", "that", "on", "upon") or tree.dep[k] in ("acl", "ccomp"))
            ),
            None,
        )
        speakers = tellers(scene, sentence, verb, clauses.subject(tree, verb))
        owned = tree.child(i, "poss") is not None or tree.low[verb] in _RENEWING
        if what is None or not tree.verbal(verb) or tree.tag[verb] == "VB" or not owned:
            continue
        if speakers and all(_sets(scene, s) for s in speakers) and not clauses.negated(tree, verb):
            last = max(tree.right[what], i)
            done = tree.child(verb, "advcl", "xcomp")  # "their call on the parties to implement": parsed as its purpose
            if tree.low[what] in ("on", "upon", "to") and done is not None and tree.left[done] == last + 1:
                last = tree.right[done]
            span = clauses.words(tree, tree.left[i], last, keep=i)
            attribution = hedged(scene, sentence, span, holder=speakers[0], source="declared")
            context = Setting(decision_before(drafts, span[0]), "called_for", (), attribution)
            setting(scene, drafts, span, context, "provision.called")


_RENEWING = forms_of(("reiterate", "renew", "repeat", "reaffirm", "restate"))


def _sets(scene: Scene, speaker: str) -> bool:
    """Whether what the speaker asks is set to be done: a body's word, that of states in their joint statement, or that
    of a body's envoy in his own document.
    """
    if scene.kind(speaker) in BODIES or speaker in scene.signatories:
        return True
    own = {p for p in (scene.voice, scene.issuer) if p}
    mine = speaker in own or (
        scene.kind(speaker) in ("person", "office") and scene.behalf(speaker) in map(scene.behalf, own)
    )
    return mine and scene.kind(scene.behalf(speaker)) in BODIES


def owed(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "The Trio stressed that Utopia must withdraw by 1 May", "a plan which provides that talks should begin within a
    month": a duty inside what a body says or a text sets, where a party is to bear it or a day is set.
    """
    tree = sentence.tree
    assert tree is not None
    for i in tree.among(_DUTIES):
        if tree.dep[i] != "aux":
            continue
        verb = tree.head[i]
        holder = _holder(scene, sentence, verb)
        if holder is None or (clauses.negated(tree, verb) and tree.low[i] in ("can", "could")):
            continue
        subject = tree.child(verb, "nsubj", "nsubjpass")
        bearers = tuple(p for p in who(scene, sentence, subject) if p != holder) if subject is not None else ()
        unnamed = subject is not None and holder == scene.issuer and tree.low[subject] in _BEARING
        span = clauses.clause(tree, verb)
        due = deadline(scene, span)
        if due is not None and due.earliest is not None and tree.low[i] in ("can", "could"):
            due = None  # "can take place in July": no last day
        if tree.dep[verb] in ("advcl", "acl") or (
            due is None and (not (bearers or unnamed) or tree.low[i] not in ("must", "should", "shall"))
        ):
            continue
        if tree.dep[verb] == "relcl" and (due is None or due.latest is None):
            continue
        setting(
            scene,
            drafts,
            span,
            Setting(
                decision_before(drafts, span[0]),
                "called_for" if tree.low[i] in ("must", "shall") else "expected",
                bearers,
                hedged(scene, sentence, span, holder=holder or AUTHOR, source="declared" if holder else "own"),
            ),
            "provision.owed",
        )


_DUTIES = frozenset({"must", "should", "shall", "can", "could"})
_BEARING = frozenset(
    {"parties", "sides", "states", "actors", "stakeholders", "countries", "forces", "groups", "factions"}
)


def _holder(scene: Scene, sentence: Sentence, verb: int) -> str | None:
    """Whose word sets the duty: the body that says it; "" for a text that provides it; None for nobody's."""
    tree = sentence.tree
    assert tree is not None
    above = tree.head[verb]
    if tree.dep[verb] == "ccomp" and tree.low[above] in forms_of(
        ("provide", "stipulate", "require", "specify", "envisage")
    ):
        return ""
    for speech in sentence.speeches:
        if speech.verb >= 0 and speech.speakers and speech.span[0] <= tree.starts[verb] < speech.span[1]:
            return speech.speakers[0] if all(_sets(scene, s) for s in speech.speakers) else None
    own = scene.issuer if scene.issuer and scene.kind(scene.issuer) in BODIES else ""
    return own or None


def _addressees(scene: Scene, sentence: Sentence, verb: int) -> tuple[str, ...]:
    tree = sentence.tree
    assert tree is not None
    nouns = [
        tree.child(verb, "dobj", "dative", "nsubjpass"),
        *(tree.child(p, "pobj") for p in tree.children(verb, "prep", "dative") if tree.low[p] in ("on", "upon", "to")),
    ]
    nouns += [tree.child(k, "nsubj") for k in tree.children(verb, "ccomp", "xcomp")]
    found: list[str] = []
    for noun in nouns:
        if noun is not None:
            found.extend(who(scene, sentence, noun))
    return tuple(dict.fromkeys(found))


@functools.cache
def _committing() -> frozenset[str]:
    """The nouns and forms of verbs from which an undertaking may begin."""
    return forces().commitment_nouns | forms_of(forces().undertaken_verbs).keys()


def committed(scene: Scene, sentence: Sentence, drafts: Drafts) -> None:
    """ "its commitment to …", "undertook to …": undertaken by whoever says it."""
    tree = sentence.tree
    assert tree is not None
    undertaking = forms_of(forces().undertaken_verbs)
    begun = tree.among(_committing())
    exchanged = exchanged_for(sentence) if begun else None
    for i in begun:
        if tree.low[i] == "assured" and clauses.is_passive(tree, i):
            continue  # "was assured by his ministers that …"
        noun = tree.low[i] in forces().commitment_nouns and tree.tag[i] == "NN"
        verb = tree.low[i] in undertaking and tree.verbal(i) and tree.tag[i] != "VB"
        if noun and any(a <= tree.starts[i] < b for a, b in conditions(sentence)):
            continue  # "if Utopia signs a pledge not to …": none is given yet
        if (not noun and not verb) or (exchanged and exchanged[0] <= tree.starts[i] < exchanged[1]):
            continue
        done = next((k for k in tree.children(i, "acl", "xcomp", "relcl", "advcl", "ccomp") if k > i), None)
        if done is None:
            done = next((tree.child(p, "pcomp") for p in tree.children(i, "prep") if tree.low[p] in ("to", "of")), None)
        bound = tree.low[i] in forms_of(("commit",))  # "committed to a truce of ten days"
        if done is None and bound and verb:
            done = next((_last_of(tree, p) for p in tree.children(i, "prep") if tree.low[p] == "to"), None)
        if (
            done is None
            or tree.tag[done] not in (("VB", "VBG", "NN", "NNS") if bound else ("VB", "VBG"))
            or clauses.negated(tree, i)
        ):
            continue
        if verb:
            subject = clauses.subject(tree, i)
            owners = who(scene, sentence, subject) if subject is not None else ()
            span = _with_time(scene, tree, i, clauses.words(tree, i, max(tree.right[done], i), keep=i))
        else:
            governor = next((a for a in tree.ancestors(i) if tree.verbal(a)), None)
            owner = tree.child(i, "poss")
            owners = who(scene, sentence, owner) if owner is not None else ()
            if owner is not None and tree.low[owner] == "their" and [scene.kind(p) for p in owners] == ["office"]:
                continue  # "the parties … their obligation": of those whom the text does not name
            if not owners and governor is not None and (subject := clauses.subject(tree, governor)) is not None:
                owners = who(scene, sentence, subject)
            span = clauses.words(tree, tree.left[i], max(tree.right[i], tree.right[done]), keep=i)
        own = verb and scene.agreement and tree.dep[i] in ("ROOT", "conj")  # "the Parties undertake to …"
        if owners or own or (verb and unnamed(scene, sentence, clauses.subject(tree, i))):
            attribution = hedged(scene, sentence, span, holder=owners[0], source="declared") if owners else None
            setting(
                scene,
                drafts,
                span,
                Setting(decision_before(drafts, span[0]), "undertaken", owners, attribution),
                "provision.undertaken",
            )


def _last_of(tree: Tree, prep: int) -> int | None:
    """The noun after a preposition: of "co-existence", which the parse takes apart, the last piece."""
    return max(tree.children(prep, "pobj"), default=None)


def _with_time(scene: Scene, tree: Tree, verb: int, span: Span) -> Span:
    """The words of an undertaking with the time that its clause gives after them: "to disarm all, within a week"."""
    last = clauses.clause(tree, verb)[1]
    return (span[0], last) if last > span[1] and scene.dates_in((span[1], last)) else span
