"""A Document in, proposals out: statements, events, people and dates found by rule.

A proposal is never a fact until a person accepts it. Each carries the basis of every guess and a
confidence from 0 to 1; a plan, a denial, a hypothetical or a question is not proposed as an event.

Door: ``extract.testimony`` for a Document with turns, ``extract.article`` for any other (Document ->
Proposals).
May import: core, errors
"""
