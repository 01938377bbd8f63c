# SPDX-License-Identifier: Apache-2.0
"""Make one self-contained page of a record: the report, its statements marked, a card for each beside it.

The page asks no network for anything; its own policy forbids it to. It works without JavaScript, where marks
and cards are linked by anchors. Whatever comes from a record passes through `escape.safe`; a script in a
report is words like any other.
"""

from __future__ import annotations

from readout.cli.page.page import page_of

__all__ = ["page_of"]
