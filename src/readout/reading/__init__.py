# SPDX-License-Identifier: Apache-2.0
"""The workshop: layers that each put one kind of finding on the reading of a report, in the order of `readout.pipeline`."""
