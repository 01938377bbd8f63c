# SPDX-License-Identifier: Apache-2.0
"""What a clause says: who does what to whom in it, and whether it happened, will, may or did not."""
