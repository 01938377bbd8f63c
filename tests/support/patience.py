# SPDX-License-Identifier: Apache-2.0
"""Tell work that grows too fast from work that is merely waiting for its turn."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds of processor time, which a busy machine does not use up: twenty times what the slowest of these tests needs, and a
# small part of what work that grows with the square of the text would take.
PATIENCE = 30.0


@contextmanager
def patience() -> Iterator[None]:
    """Fail where what is done inside grows with the square of its input: a hang, not a slow machine."""
    started = time.process_time()
    yield
    assert time.process_time() - started < PATIENCE
