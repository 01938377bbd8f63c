# SPDX-License-Identifier: Apache-2.0
"""What the encoder says of speech: sources, cues and contents, what belongs to which and how sure that is; and quotation marks."""
