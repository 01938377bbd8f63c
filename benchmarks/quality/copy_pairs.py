# SPDX-License-Identifier: Apache-2.0
"""Make the 300 pairs of reports by which the finding of copies is measured, and write them down as recipes.

python -m benchmarks.quality.copy_pairs

Each half has families of its own (a family is an event, with both its tellings) and 150 pairs; some edits are made in the half held
aside only. The pairs are drawn by a seeded program, so that nobody chose the ones that come out well.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.quality.desk import CREDITS, FOOTERS, TEXTS, base_text, paragraphs_of, write

__all__ = ["PAIRS", "main"]

PAIRS = TEXTS.parent / "pairs.json"

Steps = list[list[object]]
Pair = dict[str, object]

# Both tellings of each event, by halves; the examples are of two or more times the length.
TOLD_TWICE = {
    False: [
        ("finland-1", "finland-2"), ("philae-1", "philae-2"), ("suez-1", "suez-2"), ("truss-1", "truss-2"),
        ("notredame-1", "notredame-2"), ("zambia-election", "zambia-2"),
    ],
    True: [
        ("higgs-1", "higgs-2"), ("blackhole-1", "blackhole-2"), ("chandrayaan-1", "chandrayaan-2"), ("highseas-1", "highseas-2"),
        ("ardern-1", "ardern-2"), ("turkey-syria-earthquake", "quake-2"), ("iran-saudi-agreement", "iran-saudi-2"),
    ],
}  # fmt: skip
TOLD_ONCE = {
    False: ["kigali-1", "croatia-1", "ireland-1", "belarus-sanctions", "karabakh-ceasefire"],
    True: ["dart-1", "abiy-1", "icj-order", "singapore-summit", "sri-lanka-protest"],
}
TEMPLATES = {False: ("weather", "results"), True: ("markets", "tremor")}
# ruff: noqa: E501  # what a desk adds
LATER = (
    "The talks were due to resume on the following day, two people familiar with the plans said late in the evening.",
    "Asked about it in the afternoon, a spokeswoman for the European Commission said that Brussels had taken note and would study the "
    "details before it drew any conclusions.",
    "Correspondents on the spot said that the streets were quiet after nightfall and that shops were expected to open as usual.",
    "An earlier version of this report gave less detail. More was to be made known at a news conference that had been called for noon.",
    "Markets in Asia barely moved in early trading, and analysts said that the outcome had been largely expected by investors.",
)
HEADLINES = (
    "What we know so far",
    "Morning briefing: the story that everyone is talking about",
    "As it happened",
    "News in brief",
)
BYLINES = ("By Jane Placeholder", "By Example Press Staff", "From our correspondent", "Staff and agencies")
DATELINES = ("NEW YORK (Example Press) —", "LONDON, (EP) -", "(EP) —")

# How many pairs of each kind in each half.
COUNTS = {
    "wire": 20, "retitled": 8, "copy": 7, "trimmed": 22, "updated": 22, "digest, first item": 5,
    "told anew": 26, "unrelated": 12, "same footer": 12, "same template": 12, "digest, second item": 4,
}  # fmt: skip


class Drawer:
    """Draws the pairs of one half."""

    def __init__(self, *, held: bool) -> None:
        self.held = held
        self.random = Random(f"copies {held}")
        self.twice = TOLD_TWICE[held]
        self.bases = [name for pair in self.twice for name in pair] + TOLD_ONCE[held]

    def pairs(self) -> Iterator[Pair]:
        """Yield the half's pairs."""
        makers: dict[str, Callable[[int], tuple[list[object], list[object]]]] = {
            "wire": self._wire, "retitled": self._retitled, "copy": self._copy, "trimmed": self._trimmed, "updated": self._updated,
            "digest, first item": self._digest_first, "told anew": self._told_anew, "unrelated": self._unrelated,
            "same footer": self._same_footer, "same template": self._same_template, "digest, second item": self._digest_second,
        }  # fmt: skip
        for kind, count in COUNTS.items():
            for number in range(count):
                two = list(makers[kind](number))
                while write(two[0]) == write(two[1]):  # house style that found nothing to change
                    two = list(makers[kind](number))
                turned = self.random.random() < 0.5  # the copy is added first
                is_copy = list(COUNTS).index(kind) < 6
                name = f"{kind} {number + 1}{' held' if self.held else ''}"
                yield {
                    "id": name,
                    "kind": kind,
                    "copy": is_copy,
                    "held": self.held,
                    "turned": turned,
                    "first": two[0],
                    "second": two[1],
                }

    def _base(self) -> str:
        return self.random.choice(self.bases)

    def _length(self, base: str) -> int:
        return len(paragraphs_of(base_text(base)))

    def _style(self) -> Steps:
        """House style."""
        spelling = ["american", "british", "straight", "curly", "digits", "spelled", "short months"]
        steps: Steps = [[name] for name in self.random.sample(spelling, self.random.randint(1, 3))]
        if self.held and self.random.random() < 0.4:
            steps.append(self.random.choice([["synonyms", 3], ["join"], ["wrap", 72], ["shuffle", 2, 3]]))
        return steps

    def _dress(self, base: str) -> Steps:
        """Another headline, byline, dateline, credit or footer; two to four of these."""
        drawn: Steps = [
            self.random.choice(
                [["headline from lead", 9], ["headline", self.random.choice(HEADLINES)], *self._other_headline(base)]
            ),
            ["byline", self.random.choice(BYLINES)],
            ["dateline", self.random.choice(DATELINES)],
            ["credit", self.random.randrange(len(CREDITS))],
            ["footer", self.random.randrange(3)],
            ["footer", 3 + self.random.randrange(len(FOOTERS) - 3)],
        ]
        chosen = self.random.sample(drawn, self.random.randint(2, 4))
        front: Steps = [["strip front"]] if self.random.random() < 0.5 else []
        return [*front, *chosen]

    def _other_headline(self, base: str) -> Steps:
        return [["headline of", b if base == a else a] for a, b in self.twice if base in (a, b)]

    def _wire(self, number: int) -> tuple[list[object], list[object]]:
        # Bulletins are copied too.
        base = f"{TEMPLATES[self.held][number % 2]}:{900 + number}" if number < 3 else self._base()
        return [base, *self._style()], [base, *self._dress(base), *self._style()]

    def _retitled(self, number: int) -> tuple[list[object], list[object]]:
        base = self._base()
        return [base], [
            base,
            self.random.choice([["headline from lead", 8], ["headline", HEADLINES[number % len(HEADLINES)]]]),
        ]

    def _copy(self, number: int) -> tuple[list[object], list[object]]:
        base = self._base()
        edits: Steps = [["straight"], ["curly"], ["wrap", 72], ["one line"], ["wrap", 40]]
        return [base], [base, edits[number % len(edits)]]

    def _trimmed(self, number: int) -> tuple[list[object], list[object]]:
        base = self._base()
        cuts: Steps = [["trim", round(self.random.uniform(0.2, 0.8), 2)]]
        if number % 3 == 0:
            story = self._length(base) - 3
            cuts = [["cut", *sorted(self.random.sample(range(1, story), max(1, story // 3)))]]
        dress = self._dress(base) if self.random.random() < 0.6 else []
        return [base, *self._style()], [base, *cuts, *dress, *self._style()]

    def _updated(self, number: int) -> tuple[list[object], list[object]]:
        base = self._base()
        edits: Steps = [["toll", self.random.randrange(6), self.random.randint(1, 90)]]
        if number % 2:
            edits.append(["say", self.random.choice(LATER), self.random.randint(1, 3)])
        if number % 3 == 0:
            edits.append(self._new_lead(base))
        if number % 4 == 0:
            edits.append(["trim", 0.75])
        if number % 5 == 0:
            edits += [["cut", 2], ["say", self.random.choice(LATER), 2]]
        dress = self._dress(base) if self.random.random() < 0.5 else []
        return [base, *self._style()], [base, *edits, *dress, *self._style()]

    def _new_lead(self, base: str) -> list[object]:
        """Put the other telling's lead on top; where there is none, what was heard later."""
        others = self._other_headline(base)
        return ["insert", others[0][1], 0, 0] if others else ["say", self.random.choice(LATER[1:]), 0]

    def _digest_first(self, number: int) -> tuple[list[object], list[object]]:
        base, other = self.random.sample(self.bases, 2)
        while self._family(base) == self._family(other):
            base, other = self.random.sample(self.bases, 2)
        return [base, *self._style()], [base, ["merge", other, 0.4]]

    def _digest_second(self, number: int) -> tuple[list[object], list[object]]:
        # An item of some paragraphs at the end of a report that is longer.
        other, base = self.random.choice(self.twice)[0], self.random.choice(TOLD_ONCE[self.held][-2:])
        if self.held and other == "turkey-syria-earthquake":
            other = "higgs-1"
        return [other, *self._style()], [base, ["merge", other, 0.6]]

    def _family(self, base: str) -> object:
        return next((pair for pair in self.twice if base in pair), base)

    def _told_anew(self, number: int) -> tuple[list[object], list[object]]:
        one, other = self.twice[number % len(self.twice)]
        first: list[object] = [one, *self._style()]
        second: list[object] = [other, *self._style()]
        if number >= len(self.twice):
            first += self._dress(one) if number % 2 else [["trim", 0.5]]
            second += [["trim", 0.5]] if number % 3 == 0 else []
            footer = self.random.randrange(len(FOOTERS))
            if number % 4 < 2:  # one publisher
                first.append(["footer", footer])
                second.append(["footer", footer])
        return first, second

    def _unrelated(self, number: int) -> tuple[list[object], list[object]]:
        one, other = self._strangers()
        return [one, *self._style(), *self._dress(one)], [other, *self._style(), *self._dress(other)]

    def _strangers(self) -> tuple[str, str]:
        one, other = self.random.sample(self.bases, 2)
        while self._family(one) == self._family(other):
            one, other = self.random.sample(self.bases, 2)
        return one, other

    def _same_footer(self, number: int) -> tuple[list[object], list[object]]:
        """Two reports of one series: short, and with the same long footer and byline."""
        one, other = self._strangers()
        furniture: Steps = [["byline", BYLINES[number % 4]], ["footer", 3 + number % 2]]
        if number % 3 == 0:
            furniture.append(["footer", 2])
        share = (0.25, 0.5, 1.0)[number % 3]
        return [one, ["trim", share], *furniture], [other, ["trim", share], *furniture]

    def _same_template(self, number: int) -> tuple[list[object], list[object]]:
        template = TEMPLATES[self.held][number % 2]
        footer: Steps = [["footer", number % len(FOOTERS)]] if number % 3 == 0 else []
        return [f"{template}:{2 * number}", *footer], [f"{template}:{2 * number + 1}", *footer]


def main() -> None:
    """Draw the pairs and write them, one to a line."""
    pairs = [pair for held in (False, True) for pair in Drawer(held=held).pairs()]
    lines = ",\n".join(json.dumps(pair, ensure_ascii=False) for pair in pairs)
    PAIRS.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"wrote {len(pairs)} pairs to {PAIRS.name}")


if __name__ == "__main__":
    main()
