"""The verbs and nouns by which prose says that something took place, gathered by the sort of happening."""

from __future__ import annotations

from factcheck.extract.wordlists import words

_VERBS: dict[str, str] = {
    "contact": (
        "met spoke talked discussed conferred dined lunched phoned telephoned called contacted greeted "
        "communicated conversed huddled visited hosted emailed e-mailed texted corresponded briefed "
        "interviewed exchanged"
    ),
    "post": (
        "joined resigned fired dismissed ousted hired appointed named nominated quit retired promoted "
        "elected confirmed inaugurated sworn recused stepped left took reassigned suspended removed"
    ),
    "travel": (
        "traveled travelled flew arrived departed drove went returned landed boarded crossed fled moved "
        "sailed stayed"
    ),
    "act": (
        "signed sold bought purchased paid received gave sent wrote transferred donated delivered shipped "
        "filed submitted withdrew deposited wired borrowed lent loaned destroyed deleted shredded handed "
        "accepted ordered approved authorized authorised awarded launched opened closed founded began "
        "started ended released published posted leaked hacked installed removed inspected shut announced "
        "issued introduced passed voted vetoed ratified enacted broke seized bombed attacked killed shot "
        "died won lost married crashed collapsed exploded beat defeated led raised cut"
    ),
    "law": (
        "arrested charged indicted sued convicted pleaded pled sentenced testified acquitted deposed "
        "subpoenaed searched raided questioned settled"
    ),
    "gathering": (
        "attended gathered convened addressed appeared held celebrated rallied protested marched debated "
        "campaigned"
    ),
}

EVENT_VERBS: dict[str, str] = {verb: sort for sort, verbs in _VERBS.items() for verb in verbs.split()}
"""Each past form with the sort of happening; two passages can tell of one event only if their sorts agree.
"""

_NOUNS: dict[str, str] = {
    "contact": (
        "meeting conversation call discussion talk lunch dinner breakfast encounter visit interview "
        "exchange telephone"
    ),
    "gathering": (
        "hearing conference briefing rally debate convention deposition trial summit ceremony reception "
        "party inauguration vote testimony session inspection"
    ),
}

EVENT_NOUNS: dict[str, str] = {noun: sort for sort, nouns in _NOUNS.items() for noun in nouns.split()}

TAKES_PLACE = words("took occurred happened held was were came")

STATED_PLACES = (
    "office|hotel|building|room|house|home|embassy|consulate|tower|restaurant|residence|headquarters|"
    "apartment|church|school|airport|court|courthouse|club|resort|"
    "ranch|mansion|palace|center|centre|hall|lobby|plant|warehouse|site|station|convention|factory|"
    "hospital|garage|yard|bank"
)
