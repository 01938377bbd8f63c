# SPDX-License-Identifier: Apache-2.0
"""Count characters: spans, words and lines, all in code points of the text as it was given."""

from __future__ import annotations

from readout.text.span import Span
from readout.text.words import words_of

__all__ = ["Span", "words_of"]
