# SPDX-License-Identifier: Apache-2.0
"""Calls, meetings, visits, letters and messages between persons of office, bodies and governments."""
