# SPDX-License-Identifier: Apache-2.0
"""Find and read the corpora's files, and note which were read."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

__all__ = ["Corpora", "MissingFile", "Sentence", "UsedFile"]


class MissingFile(Exception):
    """A file is not in the folder of corpora; the message is its name."""


@dataclass(frozen=True, slots=True)
class UsedFile:
    """A file as it was read: hash and size of its contents (uncompressed), so that .gz or not is the same file."""

    sha256: str
    characters: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank.

    Attributes:
        document: Name of its document.
        paragraph: Whether a paragraph begins with it.
        forms: Its words.
        upos: Universal part of speech of each word.
        heads: Head of each word, counted from 1 within the sentence; 0 for the root.
        relations: Relation of each word to its head, with subtypes.
    """

    document: str
    paragraph: bool
    forms: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


@dataclass(slots=True)
class Corpora:
    """A folder of corpora, one split of it.

    Attributes:
        folder: Holds the folders attribution, entities, syntax and so on.
        split: Which part to read: dev or test.
        limit: Documents (or sentences) to read of each file at most; None reads all.
        used: The files that were read so far.
    """

    folder: Path
    split: str
    limit: int | None = None
    used: dict[str, UsedFile] = field(default_factory=dict)

    def find(self, name: str) -> Path:
        """Return the path of a file such as "syntax/ewt-dev.conllu", packed (.gz) or not.

        Raises:
            MissingFile: If it is not there.
        """
        for path in (self.folder / name, self.folder / f"{name}.gz"):
            if path.is_file():
                return path
        raise MissingFile(name)

    def read(self, name: str) -> str:
        """Return a file's text, and note that it was read.

        Raises:
            MissingFile: If it is not there.
        """
        path = self.find(name)
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        text = data.decode("utf-8")
        self.used[name] = UsedFile(hashlib.sha256(data).hexdigest(), len(text))
        return text

    def records(self, name: str) -> list[dict[str, Any]]:
        """Return the records of a file of JSON lines, at most `limit`.

        Raises:
            MissingFile: If it is not there.
        """
        # Not splitlines: a text may hold U+2028 unescaped, which ends no line of JSON.
        lines = (line for line in self.read(name).split("\n") if line.strip())
        return [json.loads(line) for line in islice(lines, self.limit)]

    def documents(self, name: str) -> list[list[Sentence]]:
        """Return the documents of a treebank, at most `limit`.

        Raises:
            MissingFile: If it is not there.
        """
        documents: dict[str, list[Sentence]] = {}
        for sentence in _sentences(self.read(name)):
            documents.setdefault(sentence.document, []).append(sentence)
        return list(islice(documents.values(), self.limit))


def _sentences(text: str) -> Iterator[Sentence]:
    document, paragraph = "", True
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith(("# newdoc", "# newpar")):
            document = line.partition("=")[2].strip() if line.startswith("# newdoc") else document
            paragraph = True
        elif line[:1].isdigit():
            row = line.split("\t")
            if row[0].isdigit():  # neither a contraction's range of words nor an empty node
                rows.append(row)
        elif not line and rows:
            forms, upos, heads, relations = (tuple(row[column] for row in rows) for column in (1, 3, 6, 7))
            yield Sentence(document, paragraph, forms, upos, tuple(int(head) for head in heads), relations)
            rows, paragraph = [], False
