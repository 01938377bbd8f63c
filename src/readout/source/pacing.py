# SPDX-License-Identifier: Apache-2.0
"""How long to wait: between two requests to a host, and before asking again one that is busy."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["Pace", "back_off", "seconds_asked"]

# A server that says "later" without a number is asked again after about 2, 4, 8 … seconds.
_FIRST_WAIT = 2.0


class Pace:
    """Leaves time between the requests to each host; safe to use from several threads."""

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._free: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, delay: float) -> None:
        """Wait until a host may be asked again, and take the turn."""
        with self._lock:
            now = self._clock()
            start = max(now, self._free.get(host, now))
            self._free[host] = start + delay
        if start > now:
            self._sleep(start - now)


def back_off(attempt: int, *, first: float = _FIRST_WAIT, longest: float, chance: random.Random) -> float:
    """Return how long to wait after a failure: twice as long each time, half of it by chance, so that many do not come at once.

    Args:
        attempt: 0 after the first failure.
        first: Seconds after the first.
        longest: Seconds at most.
        chance: Where the chance comes from.
    """
    # The exponent is bounded: 2.0 ** 2000 is no number.
    whole = min(longest, first * 2.0 ** min(attempt, 40))
    return whole * chance.uniform(0.5, 1.0)


def seconds_asked(retry_after: str | None, *, now: datetime | None = None) -> float | None:
    """Read the header Retry-After: seconds, or a moment.

    Args:
        retry_after: The header.
        now: The time; asked from the clock where None.
    """
    given = (retry_after or "").strip()
    if given.isascii() and given.isdigit():
        return float(given[:9])
    try:
        moment = parsedate_to_datetime(given)
    except (ValueError, TypeError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
