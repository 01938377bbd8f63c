# SPDX-License-Identifier: Apache-2.0
"""Who said what to whom, through which channel and by whose relay."""
