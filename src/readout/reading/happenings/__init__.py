# SPDX-License-Identifier: Apache-2.0
"""The words that tell of an event or a contact, each in one of its senses, with the parties beside it."""
