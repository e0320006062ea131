"""What the parser often gets wrong in the sentences of this field, put right from tags and relations alone."""

_FINITE = ("VBZ", "VBD", "VBP")
_NOUNS = ("NN", "NNP", "NNS", "NNPS", "PRP")
_COMPLEMENTS = frozenset({"attr", "dobj", "oprd", "npadvmod", "dative", "ccomp"})
_SAYING = frozenset({"said", "says", "added", "told", "announced", "reported", "confirmed", "warned"})
_SAME_IN_PAST = frozenset(
    {
        "set",
        "cast",
        "cut",
        "hit",
        "put",
        "let",
        "shut",
        "quit",
        "read",
        "spread",
        "cost",
        "hurt",
        "split",
        "burst",
        "beat",
    }
)


def repair(words: list[str], heads: list[int], tags: list[str], deps: list[str]) -> None:
    """Puts one sentence right, in place. heads: number of the head of each word, its own for a root."""
    _conjoined(heads, tags, deps)
    if "''" in tags:
        _inverted(heads, tags, deps)
    if "parataxis" in deps:
        _interposed(heads, tags, deps)
    _retag(heads, tags, deps)
    if not _SAME_IN_PAST.isdisjoint(words):
        _in_the_past(words, heads, tags, deps)
    if "acl" in deps:
        _of_the_root(heads, tags, deps)
    if not _SAYING.isdisjoint(words):
        _closing(words, heads, tags, deps)


def _conjoined(heads: list[int], tags: list[str], deps: list[str]) -> None:
    """A finite verb joined to an infinitive ("… its wish to help and calls on …") goes with the finite verb above it:
    the commonest error of the parser in statements of bodies.
    """
    for i, dep in enumerate(deps):
        if dep != "conj" or tags[i] not in _FINITE or tags[heads[i]] not in ("VB", "VBG"):
            continue
        at = heads[i]
        while heads[at] != at and tags[at] not in _FINITE:
            at = heads[at]
        if at < i and tags[at] == tags[i] and not any(deps[n] == "nsubj" and h == i for n, h in enumerate(heads)):
            heads[i] = at


def _inverted(heads: list[int], tags: list[str], deps: list[str]) -> None:
    """ "“It is over,” warned the minister": the noun after a verb that closes a quotation is its subject."""
    for i, tag in enumerate(tags):
        if tag not in ("VBD", "VBZ") or not i or tags[i - 1] != "''":
            continue
        own = [n for n, head in enumerate(heads) if head == i and n != i]
        if any(deps[n] in ("nsubj", "nsubjpass") for n in own):
            continue
        after = [n for n in own if n > i and deps[n] in _COMPLEMENTS and tags[n] in _NOUNS]
        if after:
            deps[after[0]] = "nsubj"


def _interposed(heads: list[int], tags: list[str], deps: list[str]) -> None:
    """ "There will be no offer, Utopia said, unless …", "However, he said, …": who says it governs what is said, as
    where he closes it.
    """
    for i, dep in enumerate(deps):
        above = heads[i]
        if dep != "parataxis" or tags[i] not in ("VBD", "VBZ") or deps[above] != "ROOT":
            continue
        first = min(n for n in range(i + 1) if n == i or heads[n] == i)
        if above > i and tags[first - 1 : first] != [","] and tags[first : first + 1] != [","]:
            continue
        own = [deps[n] for n, head in enumerate(heads) if head == i]
        after = tags[i + 1] if i + 1 < len(tags) else ""
        if "nsubj" in own and not {"ccomp", "dobj", "xcomp", "attr", "acomp"} & set(own) and after in (",", ".", "``"):
            heads[above], deps[above] = i, "ccomp"
            heads[i], deps[i] = i, "ROOT"
            return


def _retag(heads: list[int], tags: list[str], deps: list[str]) -> None:
    """A sentence whose root is a plural noun after a name ("The Ministry rejects as baseless …") has taken its verb for
    a noun: statements in the present tense often do.
    """
    for i, head in enumerate(heads if "NNS" in tags else ()):
        if head == i and tags[i] == "NNS" and i and deps[i - 1] == "compound" and tags[i - 1].startswith("NNP"):
            if heads[i - 1] != i or any(t.startswith("VB") and heads[k] == i for k, t in enumerate(tags) if k < i):
                continue
            tags[i], deps[i - 1] = "VBZ", "nsubj"
            for k in range(i - 1):
                if heads[k] == i and deps[k] in ("det", "amod", "compound", "poss", "nmod"):
                    heads[k] = i - 1


def _in_the_past(words: list[str], heads: list[int], tags: list[str], deps: list[str]) -> None:
    """ "The resignation cast doubt", "Utopia set a date": a root with a subject and no auxiliary is no infinitive."""
    for i in (n for n, word in enumerate(words) if word in _SAME_IN_PAST and tags[n] == "VB"):
        if heads[i] == i:
            own = {deps[n] for n, above in enumerate(heads) if above == i and n < i}
            if "nsubj" in own and "aux" not in own:
                tags[i] = "VBD"


def _of_the_root(heads: list[int], tags: list[str], deps: list[str]) -> None:
    """ "The Utopian delegation left for the talks": a root that is a noun has taken its verb for a participle."""
    for i, dep in enumerate(deps):
        noun = heads[i]
        if dep != "acl" or tags[i] != "VBD" or heads[noun] != noun or noun > i or tags[noun] not in _NOUNS:
            continue
        if any(tags[n].startswith(("VB", "MD")) for n in range(i) if n != i) or "," in tags[:i] or ":" in tags[:i]:
            return
        heads[i], deps[i] = i, "ROOT"
        for k in (k for k, above in enumerate(heads) if above == noun and k > i):
            heads[k] = i
        heads[noun], deps[noun] = i, "nsubj"
        return


def _closing(words: list[str], heads: list[int], tags: list[str], deps: list[str]) -> None:
    """ "Nothing was reached in Utopia, the High Envoy Ann Ash said Wednesday", parsed as two sentences or without a
    subject: what stands before the comma is said.
    """
    roots = [i for i, dep in enumerate(deps) if dep == "ROOT" and heads[i] == i]
    last = roots[-1]
    if words[last] not in _SAYING or tags[last] not in ("VBD", "VBZ") or not last:
        return
    own = [n for n, head in enumerate(heads) if head == last and n != last]
    if any(deps[n] in ("dobj", "xcomp", "attr") for n in own if words[last] != "told") or any(
        n > last + 6 for n in own
    ):
        return
    first = roots[0] if len(roots) > 1 else next((n for n in own if deps[n] == "ccomp" and n < last), last)
    subject = next((n for n in own if deps[n] == "nsubj" and n < last), last - 1)
    if first >= subject or tags[first] not in (*_FINITE, "VBN") or "," not in words[first:subject]:
        return
    if heads[subject] != last and tags[subject] in ("NNP", "NN"):
        heads[subject], deps[subject] = last, "nsubj"
    if heads[subject] == last:
        heads[first], deps[first] = last, "ccomp"
