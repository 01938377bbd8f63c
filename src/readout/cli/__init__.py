# SPDX-License-Identifier: Apache-2.0
"""The terminal's door to the house: `readout read` and `readout explain`.

It reads the request, calls the pipeline, and shows what comes back; it knows no rule about news. What a
command needs is imported when the command runs, so that `readout --help` answers at once.

Exit codes: 0 all was read; 1 some of several reports failed, or Readout itself did; 2 misuse, or nothing that
could be read; 130 stopped by Ctrl-C. An error is one line on stderr.
"""

from __future__ import annotations

from readout.cli.app import app, main

__all__ = ["app", "main"]
