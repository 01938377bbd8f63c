# SPDX-License-Identifier: Apache-2.0
"""Run the command line as `python -m readout`."""

from __future__ import annotations

from readout.cli import main

if __name__ == "__main__":
    main()
