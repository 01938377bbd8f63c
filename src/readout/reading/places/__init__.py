# SPDX-License-Identifier: Apache-2.0
"""Where: names of places, and which place of the gazetteer each one is."""
