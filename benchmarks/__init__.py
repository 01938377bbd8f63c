# SPDX-License-Identifier: Apache-2.0
"""The scales: how well Readout reads (`benchmarks.quality`) and how fast (`benchmarks.speed`).

Neither is part of the product, neither is collected by pytest. `README.md` beside this file says what each figure
means.
"""
