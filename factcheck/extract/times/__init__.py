"""Time expressions: found in a text or typed in a form, read as EDTF, never guessed.

The way of a word: ``grammar`` tries the rules of ``named``, ``relative``, ``counted`` and ``numbered`` where
a trigger word stands and makes a mention. ``find`` joins mentions into ranges. ``resolve`` counts each from
what ``story`` knows (now, the last date told, a named happening), with ``calendar_names``, ``direction`` and
``days``. ``lead`` adds what stands before it: early, about, since. ``typed`` reads a form's date.
"""

from factcheck.extract.times.find import find_times
from factcheck.extract.times.model import Candidate, LocalAnchor, TimeExpression
from factcheck.extract.times.typed import understand

__all__ = ["Candidate", "LocalAnchor", "TimeExpression", "find_times", "understand"]
