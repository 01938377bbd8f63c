# SPDX-License-Identifier: Apache-2.0
"""Open a graph of the model and check that it is the one that the other files speak of."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path

import onnxruntime

from readout.errors import ModelError

__all__ = ["check_names", "open_session"]


def open_session(path: Path, sha256: str, *, threads: int) -> onnxruntime.InferenceSession:
    """Open a graph.

    Args:
        path: The file.
        sha256: The hash that it must have.
        threads: Threads of one run.

    Raises:
        ModelError: If the file is missing or is another one.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"cannot read the model's '{path.name}': {error}. Install readout-news again.") from error
    digest = hashlib.sha256(data).hexdigest()
    if digest != sha256:
        raise ModelError(
            f"{path.name} has hash {digest[:12]}…, heads.json was written for {sha256[:12]}…. "
            "The download is damaged or mixed: install readout-news again."
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def check_names(
    session: onnxruntime.InferenceSession, name: str, inputs: Collection[str], outputs: Sequence[str]
) -> None:
    """Check what a graph takes and gives.

    Raises:
        ModelError: If it is anything else.
    """
    takes, gives = {item.name for item in session.get_inputs()}, [item.name for item in session.get_outputs()]
    if takes != set(inputs) or gives != list(outputs):
        raise ModelError(
            f"{name} takes {sorted(takes)} and gives {gives}; expected {sorted(inputs)} and {list(outputs)}. "
            "Install readout-news again."
        )
