# SPDX-License-Identifier: Apache-2.0
"""A report's text as a page: its paragraphs and parts, and what on it is no part of the story."""
