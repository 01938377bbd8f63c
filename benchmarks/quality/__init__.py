# SPDX-License-Identifier: Apache-2.0
"""How well Readout reads: its findings against those of people, corpus by corpus.

A measure is a function that reads a corpus's file, has the model read the same text, and gives tables. It knows nothing
of floors; `floors` knows nothing of corpora. The scales do not lean on the forge: nothing here imports `training`.
"""
