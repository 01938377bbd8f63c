# SPDX-License-Identifier: Apache-2.0
"""What a user could take instead that installs by pip and needs no download afterwards.

None of them does what Readout does; each is the most that its package does on news without a further download.
`LEFT_OUT` lists what does more and cannot run so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["LEFT_OUT", "RIVALS", "Rival"]

Reader = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Rival:
    """A package to time beside Readout.

    Attributes:
        package: Its name on the package index.
        gives: What it finds.
        make: Imports it and returns a function that reads one text and returns how many of these it found.
    """

    package: str
    gives: str
    make: Callable[[], Reader]


def _spacy() -> Reader:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10_000_000
    return lambda text: len(list(nlp(text).sents))


def _pysbd() -> Reader:
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: len(segmenter.segment(text))


def _syntok() -> Reader:
    from syntok import segmenter

    return lambda text: sum(len(list(paragraph)) for paragraph in segmenter.process(text))


def _textblob() -> Reader:
    from textblob.en.parsers import PatternParser

    parser = PatternParser()
    return lambda text: len(parser.parse(text).split())


RIVALS = {
    "spaCy blank + sentencizer": Rival("spacy", "sentences, words", _spacy),
    "syntok": Rival("syntok", "sentences, words", _syntok),
    "pySBD": Rival("pysbd", "sentences", _pysbd),
    "TextBlob PatternParser": Rival("textblob", "sentences, words with part of speech and chunk", _textblob),
}

LEFT_OUT = {
    "spaCy, Stanza, Flair with a parser or names": "the pipelines are downloads of their own",
    "NLTK sent_tokenize, pos_tag, ne_chunk": "stop with LookupError until nltk.download() was run",
    "textacy direct_quotations": "finds none without tags and trees, from a spaCy pipeline to download",
    "sayswho": "needs en_core_web_lg and en_coreference_web_trf, both downloads",
    "BookNLP": "fetches its models when it first runs",
    "Citron": "not on the package index; needs a spaCy pipeline and NLTK's data",
    "CoreNLP quote annotator": "a Java server and 482 MB of models",
    "quotect": "German; its model is a download",
}
