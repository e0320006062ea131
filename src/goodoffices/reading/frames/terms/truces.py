"""How a truce is told: made, kept, carried on, broken off; or only wanted."""

import re

_TRUCE = r"(?:[\w-]+\s+){0,3}[\"“]?(?:[\w-]+\s+){0,2}(?:truce|cease-?fire|armistice|cessation of hostilities)\b"
_DONE = "declared|agreed|signed|reached|announced|proclaimed|concluded|mediated|brokered|negotiated|struck|sealed"
WANTED = re.compile(
    r"\b(?:call\w*|urg\w+|demand\w*|propos\w+|request\w*|appeal\w*|seek\w*|hope\w*|possible|immediate|for an?|need|"
    r"negotiate|talks on|discuss\w*|if|should|could|would|may|might|towards?|want\w*|support\w*|reject\w*|refus\w+|"
    r"implement\w*|violat\w+|breach\w*|comply|respect\w*|observ(?:e|es|ed|ing|ance)|maintain\w*|restor\w+|monitor\w*)\b[^.;]{0,60}$"
)
BROKEN = re.compile(
    r"(?:truce|cease-?fire|armistice)\s+(?:has |had |was |were |been |\w+ly )*"
    r"(?:collapsed|broke|broken|breached|shattered|unravell?ed)\b|"
    r"\b(?:called off|ended|abandoned|scrapped|tore up|withdr[ae]wn? from|pulled out of|declared an end to)\s+"
    rf"(?:the|a|an|its|their|his)\s+{_TRUCE}",
    re.IGNORECASE,
)
MADE = re.compile(
    rf"\b(?:an?|unilateral|\d+-hour|\d+-day|immediate)\s+{_TRUCE}[^.;]{{0,60}}?"
    rf"\b(?:was|were|has been|had been)\s+(?:{_DONE})|"
    rf"(?:{_DONE}|announcement of|declaration of)\s+(?:to\s+|on\s+|upon\s+)?an?\s+{_TRUCE}|"
    rf"(?:truce|cease-?fire|armistice)\s+(?:deal |agreement |accord )?(?:{_DONE})\s+(?:by|between|on|in|last)\b|"
    r"(?:truce|cease-?fire|armistice)\s+(?:took effect|came into (?:effect|force)|entered into force|went into effect|"
    r"began|(?:however |still |largely |officially )*(?:remain(?:s|ed) in (?:effect|force|place)|holds?|held|has held)|"
    r"(?:between [\w ]{3,60}? )?(?:\w+ly\s+)?(?:was|were|has been)\s+(?:\w+ly\s+)?"
    r"(?:maintained|observed|respected|upheld))",
    re.IGNORECASE,
)
REACHED = re.compile(  # "will discuss extending a ceasefire reached on Monday": wanted is another thing
    rf"(?:truce|cease-?fire|armistice)\s+(?:deal |agreement )?(?:{_DONE})\s+(?:by|between|on|in|last)\b", re.IGNORECASE
)
AGREED = re.compile(  # "immediate" and "for a" before the noun are wishes elsewhere
    rf"\b(?:{_DONE})\s+(?:to |on |upon )?(?:an? |the )?[\"“]?(?:[\w-]+\s+){{0,3}}[\"“]?$", re.IGNORECASE
)
EXTENDED = re.compile(
    r"\b(?:announced|agreed|declared|granted|accepted|decided|agree|agreement|decision)\b(?:\s+\w+){0,2}?\s+"
    r"(?:to\s+(?:extend|prolong|renew)|(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:extension|prolongation|renewal)\s+(?:of|to))\b",
    re.IGNORECASE,
)
