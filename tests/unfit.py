"""Files that `formats`, `divide`, `stability` and `forecast` refuse: which verb, what is written, and words of the rule
broken, of the value found and of the remedy. The command line and the pages are asked the same.
"""

from typing import NamedTuple

from tests.bargaining.stability.test_refused import CIRCLE


class Unfit(NamedTuple):
    """A file, and what is said of it."""

    verb: str
    text: str
    rule: str
    value: str
    remedy: str


FORMATS = """\
version: 1
formats:
- id: lakes
  name: Lakes Group
  adoption: {by: quota, quota: 2}
  seats: [{party: ard}, {party: bre}, {party: cor}]
stakeholders:
  parties: [{party: ard, weight: 2}]
"""
DIVISION = """\
division: 1
fictional: true
parties: [{id: lorn}, {id: pell}]
issues: [{id: quay}, {id: dues}]
points:
  lorn: {quay: 60, dues: 40}
  pell: {quay: 50, dues: 50}
"""
CONFLICT = """\
conflict: 1
fictional: true
parties: [{id: arden}, {id: bresk}]
options: [{id: build, party: arden}, {id: close, party: bresk}]
states: {now: NN}
status_quo: now
preferences:
  arden: {priorities: [build]}
  bresk: {ranking: [NN, NY, YN, YY]}
"""
QUESTION = """\
forecast: 1
fictional: true
question: How many tonnes?
actors:
- {id: arden, capability: 3, position: 40, salience: 0.9}
- {id: bresk, capability: 2, position: 65, salience: 0.5}
"""
RECORD = """\
forecasts: 1
record:
- {what: It opens, by: desk, probability: 0.7, came: yes}
"""
SOUND = {"formats": FORMATS, "divide": DIVISION, "stability": CONFLICT, "forecast": QUESTION, "scores": RECORD}
"""A file of each verb that is not refused; `scores` is `forecast --scores`."""

SIDEWAYS = "options: [{id: build, party: arden, moves: sideways}"
OPTIONS = "".join(f"- {{id: o{n}, party: arden}}\n" for n in range(30))
MANY = f"conflict: 1\nfictional: true\nparties: [{{id: arden}}]\noptions:\n{OPTIONS}"
CROWD = "".join(f"- {{id: a{n}, capability: 1, position: {n}, salience: 1}}\n" for n in range(400))
HALL = "".join(f"{{id: p{n}}}, " for n in range(30))
GIVEN = ", ".join(f"p{n}: {{quay: 1, dues: 1, a: 1, b: 1, c: 1, d: 1, e: 1}}" for n in range(30))
ISSUES = "{id: quay}, {id: dues}, {id: a}, {id: b}, {id: c}, {id: d}, {id: e}"
DIVIDED = f"division: 1\nfictional: true\nparties: [{HALL}]\nissues: [{ISSUES}]\npoints: {{{GIVEN}}}\n"

# In the place of the first words of a sound file, the second.
CHANGED: dict[str, tuple[str, str, str, str, str, str]] = {
    "quota above the total": ("formats", "quota: 2", "quota: 4", "at most the total of 3", "4", "Lower it"),
    "quota of zero": ("formats", "quota: 2", "quota: 0", "a quota is above 0", "0", "Raise it"),
    "no quota": ("formats", ", quota: 2", "", "a quota is above 0", "0", "Raise it"),
    "negative quota": ("formats", "quota: 2", "quota: -2", "a quota is above 0", "-2", "Raise it"),
    "quota in words": ("formats", "quota: 2", "quota: two", "quota is a number", "two", "Write a number"),
    "quota of no number": ("formats", "quota: 2", "quota: .nan", "quota is a number", ".nan", "Write a number"),
    "no such rule": ("formats", "by: quota", "by: lot", "a word that is known", "lot", "consensus, unanimity"),
    "a quota beside consensus": ("formats", "by: quota", "by: consensus", "goes with", "consensus", "leave"),
    "misspelt key": ("formats", "quota: 2", "qouta: 2", "only known entries", "qouta", "Correct its name"),
    "a key twice": ("formats", "quota: 2", "quota: 2, quota: 3", "stands once", "quota", "Line 5"),
    "stranger with a veto": ("formats", "quota: 2", "quota: 2, vetoes: [zed]", "those of members", "zed", "Add them"),
    "empty coalition": ("formats", "quota, quota: 2", "coalitions, coalitions: [[]]", "has members", "[]", "Name them"),
    "no ways": ("formats", "quota, quota: 2", "ways", "a way to adopt", "0", "Add a way"),
    "share above one": (
        "formats", "quota, quota: 2", "ways, ways: [{chambers: [{name: all, weights: {ard: 1}, share: 3/2}]}]",
        "between 0 and 1", "3/2", "For example 2/3",
    ),
    "share beyond measure": (
        "formats", "quota, quota: 2", "ways, ways: [{chambers: [{name: all, weights: {ard: 1}, share: 1e999999999}]}]",
        "a share is a fraction", "1e999999999", "For example 2/3",
    ),
    "party twice": ("formats", "{party: bre}", "{party: ard}", "sits once", "ard", "Remove the second"),
    "nobody sits": ("formats", "[{party: ard}, {party: bre}, {party: cor}]", "[]", "somebody decides", "[]", "Seat"),
    "nobody votes": (
        "formats", "[{party: ard}, {party: bre}, {party: cor}]", "[{party: ard, capacity: observer}]",
        "somebody decides", "observer", "Seat a member",
    ),
    "negative weight": ("formats", "{party: bre}", "{party: bre, weight: -1}", "0 or more", "-1", "from 0"),
    "empty weight": ("formats", "{party: bre}", "{party: bre, weight: }", "weight is a number", "", "Write a number"),
    "all weigh nothing": (
        "formats", "{party: ard}, {party: bre}, {party: cor}", "{party: ard, weight: 0}", "total of 0", "2", "Lower it",
    ),
    "weight beyond measure": (
        "formats", "{party: bre}", "{party: bre, weight: 10000000000000000000000}", "2^62", "1e+22",
        "round the weights",
    ),
    "stakeholder without weight": ("formats", "weight: 2", "weight: 0", "weight is above 0", "0", "Leave it out"),
    "stakeholder of no number": ("formats", "weight: 2", "weight: nan", "weight is above 0", "nan", "Leave it out"),
    "stakeholder twice": ("formats", "weight: 2}", "weight: 2}, {party: ard}", "once in a list", "ard", "Remove"),
    "formats of no version": ("formats", "version: 1", "", "says its version", "formats", "version: 1"),
    "formats to come": ("formats", "version: 1", "version: 7", "of version 1", "7", "version: 1"),
    "format without a name": ("formats", "  name: Lakes Group\n", "", "has `name`", "none", "Add `name:`"),
    "formats without brackets closed": ("formats", "quota: 2}", "quota: 2", "YAML file", "line", "line it names"),
    "unequal points": ("divide", "quay: 60", "quay: 61", "same number of points", "lorn 101", "spread 100"),
    "negative points": ("divide", "quay: 60", "quay: -60", "zero or more", "-60", "wants instead"),
    "points of no number": ("divide", "quay: 60", "quay: .nan", "is a number", ".nan", "12.5 or 2/15"),
    "points beyond measure": ("divide", "quay: 60", "quay: 1e999999999", "is a number", "1e999999999", "12.5 or 2/15"),
    "no points": ("divide", "quay: 60", "quay: ", "is a number", "", "12.5 or 2/15"),
    "points left out": ("divide", "quay: 60, ", "", "a number for each issue", "quay", "Write 0"),
    "nothing wanted": (
        "divide", "quay: 60, dues: 40", "quay: 0, dues: 0", "an issue above zero", "0", "Leave the party",
    ),
    "one party": ("divide", ", {id: pell}", "", "two parties or more", "lorn", "Add what is missing"),
    "no issue": ("divide", "[{id: quay}, {id: dues}]", "[]", "and an issue", "issues none", "Add what is missing"),
    "issue twice": ("divide", "{id: dues}", "{id: quay}", "each name stands once", "quay", "Rename"),
    "points of a stranger": ("divide", "  pell:", "  zed:", "only known entries", "zed", "Known: lorn, pell"),
    "division to come": ("divide", "division: 1", "division: 2", "starts with 'division: 1'", "2", "convert"),
    "two ways to prefer": (
        "stability", "{priorities: [build]}", "{priorities: [build], weights: {build: 1}}", "in one way", "weights",
        "Keep one",
    ),
    "no preference": ("stability", "{priorities: [build]}", "{}", "in one way", "none", "Keep one"),
    "a state ranked twice": (
        "stability", "[NN, NY, YN, YY]", "[NN, NY, NN, YN, YY]", "above itself", "NN > NY > NN", "Keep one place",
    ),
    "pairs in a circle": (
        "stability", "ranking: [NN, NY, YN, YY]", "pairs: [[NN, NY], [NY, YN], [YN, NN]]", "in one order",
        "NN > NY > YN > NN", "call the states equal",
    ),
    "states not compared": (
        "stability", "ranking: [NN, NY, YN, YY]", "pairs: [[NN, NY], [NN, YN]]", "compares all states", "and",
        "Say which is better",
    ),
    "states not ranked": ("stability", "[NN, NY, YN, YY]", "[NN, NY]", "every feasible state", "YN", "ranks the rest"),
    "a state that cannot be": (
        "stability", "states:", "infeasible: [build and close]\nstates:", "ranks feasible states", "YY", "infeasible",
    ),
    "a status quo that cannot be": (
        "stability", "states:", "infeasible: [not build and not close]\nstates:", "feasible", "NN", "infeasible",
    ),
    "nothing that can be": ("stability", "states:", "infeasible: [--]\nstates:", "a feasible state", "none", "Loosen"),
    "status quo unknown": ("stability", "status_quo: now", "status_quo: then", "is a state", "then", "names: now"),
    "statement unfinished": ("stability", "[build]", "['build and']", "is a statement", "build and", "Options: build"),
    "statement without end": (
        "stability", "[build]", f"['{'not ' * 5000}build']", "at most 300 words", "5001", "Split it",
    ),
    "weight of no number": (
        "stability", "priorities: [build]", "weights: {build: nan}", "is a number", "nan", "12.5 or 2/15",
    ),
    "weights too fine": (
        "stability", "ranking: [NN, NY, YN, YY]", "weights: {build: 0.3333333333333333333333}",
        "can be summed exactly", "1", "fewer digits",
    ),
    "option of a stranger": ("stability", "party: bresk", "party: zed", "one of the parties", "zed", "Use their ids"),
    "option with a word's name": ("stability", "id: close", "id: and", "one word", "and", "open_gate"),
    "option moves oddly": (
        "stability", "options: [{id: build, party: arden}", SIDEWAYS, "is one of both", "sideways", "Leave",
    ),
    "coalition of a stranger": (
        "stability", "states:", "coalitions: [[zed]]\nstates:", "of the parties", "zed", "their ids",
    ),
    "coalitions no list": (
        "stability", "states:", "coalitions: arden\nstates:", "coalitions is a list", "arden", "dashes",
    ),
    "actor without stake": ("forecast", "capability: 3", "capability: 0", "a millionth at least", "0", "Leave out who"),
    "negative capability": (
        "forecast", "capability: 3", "capability: -3", "a millionth at least", "-3", "Leave out who",
    ),
    "capability of no number": ("forecast", "capability: 3", "capability: .nan", "is a number", ".nan", "12.5"),
    "salience in per cent": ("forecast", "salience: 0.9", "salience: 90", "between 0 and 1", "90", "per cents by 100"),
    "no position": ("forecast", "position: 40, ", "", "position is a number", "", "from: 0.2"),
    "position beyond measure": ("forecast", "position: 40", "position: 1e300", "too large", "1e300", "larger unit"),
    "range turned round": (
        "forecast", "position: 40", "position: {from: 9, to: 2}", "from <=", "9", "smaller number first",
    ),
    "actor twice": ("forecast", "id: bresk", "id: arden", "stands once", "arden", "Rename"),
    "unknown of an actor": (
        "forecast", "salience: 0.9", "salience: 0.9, zeal: 1", "only known entries", "zeal", "Known",
    ),
    "probability in per cent": ("scores", "0.7", "70", "between 0 and 1", "70", "per cents by 100"),
    "probability of no number": ("scores", "0.7", "nan", "is a number", "nan", "12.5"),
    "outcome unclear": ("scores", "came: yes", "came: perhaps", "yes, no or open", "perhaps", "Leave it out"),
    "forecast by nobody": ("scores", "by: desk, ", "", "has 'by'", "", "Add 'by:'"),
}  # fmt: skip

UNFIT = {
    name: Unfit(verb, SOUND[verb].replace(old, new, 1), rule, value, remedy)
    for name, (verb, old, new, rule, value, remedy) in CHANGED.items()
} | {
    "circle": Unfit("stability", CIRCLE, "in one order", "now > ", "equal"),
    "formats empty": Unfit("formats", "", "a mapping", "", "name: value"),
    "division empty": Unfit("divide", "", "a mapping", "", "name: value"),
    "conflict a list": Unfit("stability", "- conflict", "a mapping", "conflict", "name: value"),
    "question in brackets": Unfit("forecast", "forecast: " + "[" * 5000, "at most 50 brackets", "51", "Close them"),
    "an alias": Unfit("forecast", "forecast: &a 1\nactors: *a\n", "without YAML aliases", "*", "Write the values out"),
    "thirty options": Unfit("stability", MANY, "at most 24 options", "30", "decides nothing"),
    "a crowd": Unfit("forecast", QUESTION + CROWD, "at most 300 actors", "402", "Take some together"),
    "thirty parties, seven issues": Unfit("divide", DIVIDED, "at most 200", "210", "Take issues together"),
    "no stake at all": Unfit(
        "forecast",
        QUESTION.replace("salience: 0.9", "salience: 0").replace("salience: 0.5", "salience: 0"),
        "matters to some actor",
        "0",
        "salience above zero",
    ),
}
"""Files that are refused, by what is wrong with them."""
