# SPDX-License-Identifier: Apache-2.0
"""When: time expressions in TimeML, their values and anchors, and the day that a statement was made."""
