# SPDX-License-Identifier: Apache-2.0
"""Sentences, parts of speech and dependency trees, and the mending of slips that trees of news have."""
