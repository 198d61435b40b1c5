"""Proposals from a transcript's turns: which answers matter, the question that drew each, day, place and
oath.

``choosing`` tells which sentences of an answer are a denial, a matter of memory or knowledge, or name
somebody known; ``oath`` where witnesses were sworn; ``proposing`` makes the proposals.
"""

from factcheck.extract.testimony.proposing import EXTRACTOR, propose, statement_at

__all__ = ["EXTRACTOR", "propose", "statement_at"]
