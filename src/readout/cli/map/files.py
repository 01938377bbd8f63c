# SPDX-License-Identifier: Apache-2.0
"""Write a map as a page that asks for nothing, or as a picture."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import vl_convert

from readout.cli.map.chart import map_of
from readout.cli.page.escape import safe
from readout.cli.wording import title_of
from readout.record import Record

__all__ = ["write_map"]

_GLOBAL = "window.vegaEmbed = vegaEmbed;"
_DRAW = "vegaEmbed('#map', MAP, {actions: false, renderer: 'svg', tooltip: {theme: 'light'}});"
_SHARPNESS = 2.0  # pixels of the picture for one of the chart


def write_map(record: Record, path: Path) -> None:
    """Write the map of a record's places to a file that ends in `.html` or `.png`.

    Raises:
        ConfigError: If the record has no place with coordinates.
    """
    chart = map_of(record).to_dict()
    if path.suffix.lower() == ".png":
        path.write_bytes(vl_convert.vegalite_to_png(chart, scale=_SHARPNESS))
    else:
        path.write_text(_page(chart, title=title_of(record)), encoding="utf-8", newline="\n")


def _page(chart: object, *, title: str) -> str:
    # Words of a report stand in the chart; "<" is written so that none of them can end the script.
    data = json.dumps(chart, separators=(",", ":")).replace("<", "\\u003c")
    script = f"{vl_convert.javascript_bundle(_GLOBAL)}\nconst MAP = {data};\n{_DRAW}"
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    # Vega makes functions of its expressions ('unsafe-eval') and sets styles; nothing may be fetched.
    policy = f"default-src 'none'; script-src 'sha256-{digest}' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{safe(policy)}">
<title>{safe(title)} · map · Readout</title>
<link rel="icon" href="data:,">
<style>body {{ margin: 0; background: #fdfcf9; overflow-x: auto; }}</style>
</head>
<body>
<div id="map"></div>
<script type="module">{script}</script>
</body>
</html>
"""
