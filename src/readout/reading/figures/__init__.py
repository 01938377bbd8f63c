# SPDX-License-Identifier: Apache-2.0
"""How many and how much: numbers, their units, what they count and what they are compared with."""
