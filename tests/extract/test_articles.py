"""Whole invented articles, read as a careful person reads them: nothing wrong or invented, little missed."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.extract import articles_courts, articles_records, articles_talk, articles_wire, articles_world
from tests.extract.articles import read
from tests.extract.articles_reading import Article, verdicts

ARTICLES = (
    *articles_wire.ARTICLES,
    *articles_talk.ARTICLES,
    *articles_courts.ARTICLES,
    *articles_records.ARTICLES,
    *articles_world.ARTICLES,
)


@pytest.mark.parametrize("article", ARTICLES, ids=[article.name for article in ARTICLES])
def test_reading(article: Article) -> None:
    found = list(verdicts(article, read(article.text, article.published)))
    assert [verdict for verdict in found if verdict.how in ("wrong", "spurious")] == []
    assert [v.detail for v in found if v.how == "missed" and v.detail not in article.missed] == []


def test_known_misses_are_still_missed() -> None:
    """What is listed as missed and is found after all is taken off the list."""
    for article in ARTICLES:
        found = verdicts(article, read(article.text, article.published))
        assert set(article.missed) <= {verdict.detail for verdict in found if verdict.how == "missed"}, (
            article.name
        )


def test_most_that_a_careful_person_reads_is_found() -> None:
    counts: Counter[str] = Counter()
    for article in ARTICLES:
        for verdict in verdicts(article, read(article.text, article.published)):
            counts[verdict.how] += 1
    assert counts["missed"] <= 0.02 * counts["right"]
