# SPDX-License-Identifier: Apache-2.0
"""Who is who in one report: mentions, names, titles and descriptions, and the entities that they stand for."""
