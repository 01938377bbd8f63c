# SPDX-License-Identifier: Apache-2.0
"""Records as tables: which there are and what their columns hold, the same for CSV and for Parquet."""
