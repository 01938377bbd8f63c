# SPDX-License-Identifier: Apache-2.0
"""How fast Readout reads, and what it takes; and the same of what a user could take instead.

Everything is timed in child processes of its own (`jobs`), so that no measurement warms another's caches or counts
another's memory. Nothing here asserts a time: machines differ, and the figures only mean something beside the machine
that they name.
"""
