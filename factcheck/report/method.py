"""The method note: what the tool does and what it does not do, in plain words, for a reader of the report."""

from __future__ import annotations

METHOD = (
    "This annex sets words said on the record beside what is documented to have happened. Software may "
    "propose a statement or an event; nothing it proposes becomes part of the case until a named person "
    "accepts it.",
    "A claim is one checkable proposition in a statement. It is printed with the question that drew it, "
    "with the words around it and, where there are several texts of the same words, with the others and "
    "their differences. A quotation stands in quotation marks; a paraphrase and a reviewer’s "
    "restatement are labelled as such and never do.",
    "Each link between a claim and something of the record is graded by a reviewer under the rubric "
    "printed in the key. A grade says how far the words lie from the record as it was known on the "
    "grade’s as-of date. When the evidence changes afterwards, the grade is marked stale and is not "
    "altered.",
    "The finding on a claim is computed by rule and is never an average: it is the highest degree among "
    "its links that contradict, qualify or support it, that were graded with medium or high confidence, "
    "and whose event is admitted, documented or in two or more independent reports. A link’s own grade "
    "is that of the adjudicator where there is one, else that on which its reviewers agree. Where "
    "reviewers differ and nobody has settled it, there is no finding and the range is printed. “Cannot "
    "tell” is no point on the scale. Dissents are printed unless the lead withholds one, and then that "
    "is said.",
    "An event that is only scheduled is printed as “scheduled for” and counts for no finding. Where "
    "sources disagree about an event, each keeps its own account.",
    "Every quotation was compared with the stored text of its source when this annex was made; the "
    "outcome of each comparison is printed. A match shows that the source has these words, not that the "
    "source is right. What could not be read is listed under what is not covered: absence from the text "
    "is not absence from the record.",
    "The tool records evidence of awareness at most (presence, a dated record, a later admission). It "
    "does not grade what anyone knew or meant, and it draws no legal conclusion.",
    "Reviewers’ names are declared, not proven. The digest of the ledger heads names the state of the "
    "case from which this annex was made; a copy of it kept elsewhere, such as this page, is what a "
    "rewritten case can be held against.",
)
