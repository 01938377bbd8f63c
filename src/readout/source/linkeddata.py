# SPDX-License-Identifier: Apache-2.0
"""What a page tells search engines of its article, in JSON-LD with the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

__all__ = ["articles_in", "name_of", "names_in"]

# What JSON holds. `object`, so that everything read from a page is looked at before it is used.
Value = object

# The kinds of things that are a report, of which a page about other things may carry a list.
_ARTICLES = (
    "NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle "
    "AskPublicNewsArticle Article BlogPosting LiveBlogPosting TechArticle ScholarlyArticle SocialMediaPosting Report"
)
_IS_ARTICLE = frozenset(_ARTICLES.split())
# Pages nest the article in a graph or in the description of the page, no deeper.
_DEEPEST = 4


def articles_in(scripts: Iterable[str]) -> list[Mapping[str, Value]]:
    """Find the articles that a page describes as its own.

    Args:
        scripts: The texts of its scripts of the type application/ld+json.

    Returns:
        The descriptions in the page's order. A list of other stories is not looked into.
    """
    articles: list[Mapping[str, Value]] = []
    for script in scripts:
        try:
            # Not strict: many have line breaks within strings.
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        articles.extend(_articles_of(data, _DEEPEST))
    return articles


def _articles_of(data: Value, depth: int) -> Iterator[Mapping[str, Value]]:
    if isinstance(data, list) and depth:
        for item in data:
            yield from _articles_of(item, depth - 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if _IS_ARTICLE.intersection(
            kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
        ):
            yield data
        elif depth:
            for key in ("@graph", "mainEntity"):
                yield from _articles_of(data.get(key), depth - 1)


def name_of(thing: Value) -> str | None:
    """Return the name of a person or an organisation, which may stand there as a name alone."""
    return next(iter(names_in(thing)), None)


def names_in(things: Value) -> list[str]:
    """Return the names of one or several persons or organisations."""
    if isinstance(things, list):
        return [name for thing in things for name in names_in(thing if not isinstance(thing, list) else None)]
    if isinstance(things, dict):
        things = things.get("name")
        return names_in(things) if isinstance(things, str | list) else []
    return [things.strip()] if isinstance(things, str) and things.strip() else []
