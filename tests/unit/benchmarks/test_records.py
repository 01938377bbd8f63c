# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from typing import Any

import pytest

from benchmarks.quality.records import KINDS, name_key, score

GOLD: dict[str, Any] = {
    "parts": [{"kind": "headline", "span": [0, 50]}],
    "entities": {
        "lee": {"name": "Ann Lee", "aliases": ["the minister"], "country": "FRA", "sector": "GOV"},
        "agency": {"name": None, "aliases": ["The Wire"]},
    },
    "statements": [
        {
            "id": "s1",
            "kind": "direct",
            "content": [[60, 100]],
            "cue": [[101, 105]],
            "speaker": "lee",
            "relayed_by": ["agency"],
            "said": "2024-05-01",
        }
    ],
    "events": [
        {
            "id": "e1",
            "type": ["CONSULT", "AGREE"],
            "mode": "phone",
            "status": "occurred",
            "actors": ["lee"],
            "recipients": ["agency"],
            "date": "2024-05-01",
            "duration": "PT1H",
            "evidence": [[110, 150]],
        }
    ],
    "contacts": [
        {
            "parties": ["lee", "agency"],
            "medium": "phone",
            "date": "2024-05-01",
            "previous": "2024-02",
            "initiated_by": "FRA",
        }
    ],
}
RECORD: dict[str, Any] = {
    "report": {"parts": [{"kind": "headline", "start": 0, "end": 50}]},
    "entities": [
        {"id": "n1", "name": "Ann Lee", "aliases": [], "country": "FRA", "sector": "GOV"},
        {"id": "n2", "name": "the Wire", "aliases": []},
    ],
    "statements": [
        {
            "kind": "direct",
            "content": [[60, 100]],
            "cue": [[101, 105]],
            "speaker": "n1",
            "relayed_by": ["n2"],
            "said": "2024-05-01",
            "channel": None,
            "addressees": [],
        }
    ],
    "events": [
        {
            "type": "CONSULT",
            "mode": "phone",
            "status": "occurred",
            "actors": ["n2"],
            "recipients": ["n1"],
            "date": "2024-05-01",
            "duration": "PT1H",
            "evidence": [[140, 160]],
        }
    ],
    "contacts": [
        {
            "parties": ["n2", "n1"],
            "medium": "phone",
            "date": "2024-05-01",
            "previous": {"date": "2024-02"},
            "initiated_by": {"country": "FRA"},
        }
    ],
}


def changed(change) -> dict[str, Any]:
    record = copy.deepcopy(RECORD)
    change(record)
    return record


def misses(record, kinds=KINDS) -> list[str]:
    return [miss.partition(":")[0] for miss in score(record, GOLD, kinds).misses]


def test_score_of_a_right_record_has_every_fact_and_no_miss():
    found = score(RECORD, GOLD)
    assert (sum(found.right.values()), sum(found.total.values()), found.misses) == (23, 23, [])


@pytest.mark.parametrize(
    ("change", "missed"),
    [
        pytest.param(lambda r: r["report"]["parts"][0].update(end=20), ["part"], id="part too short"),
        pytest.param(lambda r: r["report"]["parts"][0].update(kind="body"), ["part"], id="part of another kind"),
        pytest.param(lambda r: r["entities"][0].update(country="DEU"), ["entity country"], id="country"),
        pytest.param(lambda r: r["entities"][0].update(sector=None), ["entity sector"], id="sector"),
        pytest.param(
            lambda r: r["entities"].append({"id": "n3", "name": "minister", "aliases": []}),
            ["entity not split"],
            id="entity in two pieces",
        ),
        pytest.param(lambda r: r["statements"][0].update(kind="mixed"), ["statement kind"], id="kind"),
        pytest.param(lambda r: r["statements"][0].update(cue=[]), ["statement cue"], id="cue"),
        pytest.param(lambda r: r["statements"][0].update(speaker="n2"), ["statement speaker"], id="speaker"),
        pytest.param(lambda r: r["statements"][0].update(speaker=None), ["statement speaker"], id="no speaker"),
        pytest.param(lambda r: r["statements"][0].update(relayed_by=[]), ["statement relay"], id="relay"),
        pytest.param(lambda r: r["statements"][0].update(said=None), ["statement date"], id="date"),
        pytest.param(
            lambda r: r["statements"][0].update(content=[[60, 70]]),
            ["statement", "statement kind", "statement speaker", "statement cue", "statement relay", "statement date"],
            id="statement too short, and so none of its fields",
        ),
        pytest.param(lambda r: r["events"][0].update(status="planned"), ["event status"], id="status"),
        pytest.param(
            lambda r: r["events"][0].update(type="AGREE"), ["event parties"], id="sides of an agreement turned"
        ),
        pytest.param(lambda r: r["events"][0].update(recipients=[]), ["event parties"], id="event with one side only"),
        pytest.param(lambda r: r["events"][0].update(mode=None), ["event mode"], id="mode"),
        pytest.param(
            lambda r: r["events"][0].update(evidence=[[150, 160]]), ["event parties"], id="event told elsewhere"
        ),
        pytest.param(
            lambda r: r["events"][0].update(type="AID"),
            ["event", "event parties", "event status", "event date", "event mode", "event duration"],
            id="event of another type, and so none of its fields",
        ),
        pytest.param(lambda r: r["contacts"][0].update(medium="visit"), ["contact medium"], id="medium"),
        pytest.param(lambda r: r["contacts"][0].update(previous=None), ["contact previous"], id="contact before"),
        pytest.param(lambda r: r["contacts"][0].update(initiated_by=None), ["contact initiative"], id="initiative"),
        pytest.param(
            lambda r: r["contacts"][0].update(parties=["n1"]),
            ["contact", "contact medium", "contact previous", "contact initiative"],
            id="contact with one party",
        ),
    ],
)
def test_score_misses(change, missed):
    assert misses(changed(change)) == missed


def test_score_counts_statements_that_are_no_gold_ones():
    found = score(changed(lambda r: r["statements"].append({"content": [[200, 210]]})), GOLD)
    assert (found.beyond, found.misses) == (1, [])


def test_score_counts_only_the_kinds_that_are_asked_for():
    assert set(score(RECORD, GOLD, ["part"]).total) == {"part"}


def test_score_refuses_a_kind_that_it_does_not_know():
    with pytest.raises(ValueError, match="'quote', expected one of: part, entity, statement, event, contact"):
        score(RECORD, GOLD, ["quote"])


def test_score_share_is_over_the_kinds_that_begin_alike():
    record = changed(lambda r: r["statements"][0].update(kind="mixed", said=None))
    assert score(record, GOLD).share("statement") == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Kremlin", "kremlin"), ("Zoë", "Zoe"), ("People’s Daily", "People's  Daily"), ("U.N.", "UN")],
)
def test_name_key_is_the_same_for_spellings_of_one_name(one, other):
    assert name_key(one) == name_key(other)


def as_record(gold: dict[str, Any]) -> dict[str, Any]:
    """Make a record of a gold one: every third statement is missing, and some fields are wrong."""
    entities = [
        {"id": key, "name": value["aliases"][0], "aliases": value["aliases"][1:2], "country": value.get("country")}
        for key, value in gold["entities"].items()
    ]
    statements = [
        {
            "kind": "direct" if n % 2 else item["kind"],
            "content": item["content"],
            "cue": item["cue"],
            "speaker": item["speaker"],
            "channel": {"kind": item.get("channel"), "outlet": item.get("outlet")},
            "relayed_by": item.get("relayed_by", []),
            "addressees": [item["addressee"]] if n % 4 and item.get("addressee") else [],
            "anonymous": n % 5 == 0,
            "said": item.get("said"),
            "nested_in": item.get("nested_in"),
        }
        for n, item in enumerate(gold["statements"])
        if n % 3
    ]
    parts = [{"kind": part["kind"], "start": part["span"][0], "end": part["span"][1]} for part in gold["parts"][1:]]
    events = [
        {
            "type": item["type"] if isinstance(item["type"], str) else item["type"][-1],
            "status": item["status"] if n % 2 else "attempted",
            "actors": item["recipients"] if n % 4 == 1 else item["actors"],
            "recipients": item["actors"] if n % 4 == 1 else item["recipients"][:1],
            "evidence": item["evidence"],
            "date": item.get("date"),
            "mode": item.get("mode"),
        }
        for n, item in enumerate(gold["events"])
        if n % 3
    ]
    contacts = [{**item, "previous": None, "initiated_by": None} for item in gold["contacts"][1:]]
    return {
        "report": {"parts": parts},
        "entities": entities,
        "statements": statements,
        "events": events,
        "contacts": contacts,
    }


def test_score_agrees_with_the_tool_that_is_not_ours(shared, root, tmp_path):
    for path in sorted(root.glob("examples/*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        record = as_record(gold)
        (tmp_path / "record.json").write_text(json.dumps(record), encoding="utf-8")
        command = [sys.executable, shared / "tools" / "score_record.py", tmp_path / "record.json"]
        options = ["--gold", path, "--kinds", ",".join(KINDS)]
        printed = subprocess.run([*command, *options], check=True, capture_output=True, text=True).stdout
        theirs = {kind: (int(a), int(b)) for kind, a, b in re.findall(r"^(\w[\w ]*?) +(\d+) / (\d+)$", printed, re.M)}
        ours = score(record, gold)
        assert {kind: (ours.right[kind], number) for kind, number in ours.total.items()} == theirs
