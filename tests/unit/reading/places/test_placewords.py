# SPDX-License-Identifier: Apache-2.0
"""What the words beside a name call it, found in time linear in the words, however many hyphens these have."""

from __future__ import annotations

import multiprocessing

from readout.reading.places.placewords import called
from readout.text import Span

HYPHENED = "-".join(["Ab"] * 10)


def _look() -> None:
    listed = ", ".join([HYPHENED] * 8)
    called(f"Sumy, {listed} and elsewhere.", Span(0, 4), ())
    before = f"the regions of {', '.join([HYPHENED] * 3)}, "
    called(f"{before}Sumy fell.", Span(len(before), len(before) + 4), ())


def test_lists_of_hyphened_names_do_not_stop_the_reading():
    """Every hyphen could be matched in two ways, so that a list of eight such names took longer than anybody waits."""
    process = multiprocessing.get_context("spawn").Process(target=_look)
    process.start()
    process.join(60)
    is_over = not process.is_alive()
    process.kill()
    assert is_over
