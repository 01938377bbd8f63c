# SPDX-License-Identifier: Apache-2.0
"""Who did what to whom, in the PLOVER ontology: with status, date, place and on whose word."""
