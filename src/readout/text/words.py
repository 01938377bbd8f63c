# SPDX-License-Identifier: Apache-2.0
"""Cut a text into words as Universal Dependencies does for English.

Contractions are two words ("do" + "n't", "Russia" + "’s"), hyphens and slashes stand alone ("face-to-face" is five
words), abbreviations and initials keep their stop. The rules follow the UD English guidelines on tokenisation; they
look at no word list but that of abbreviations, and they never fail: whatever is not white space is in some word.
"""

from __future__ import annotations

import re

from readout.text.span import Span

__all__ = ["words_of"]

_ABBREVIATIONS = (
    "Mr Mrs Ms Messrs Dr Prof Gen Lt Col Maj Capt Cpl Sgt Adm Cmdr Brig Sen Rep Reps Sens Gov Pres Rev Hon St Ste Mt Jr Sr "
    "Inc Corp Co Ltd Bros Feb Apr Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri vs etc Supt Det Insp "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt Wash Wis Wyo Ave Blvd Rd Dept Univ Assn No Nos"
)

_WORD = re.compile(
    r"""
      (?![Cc]annot\b)[^\W\d_]+(?=[\s,])                           # most: letters before a blank or comma
    | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]        # an address
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+                # an e-mail address
    | [@\#]\w+                                                   # a handle, a hashtag
    | (?:[^\W\d_]\.){2,}                                         # U.S., a.m.
    | \b(?:ABBREVIATIONS)\.(?=[\s,;)’'"”-])                      # Mr., Sen., Feb.
    | \b(?:Jan|Mar|Jun)\.(?=\s+\d|[,)])|(?<=\d\ )(?:Jan|Mar|Jun)\.  # a month, and not Dong Jun at the end of a sentence
    | \b(?:Ch|Chr|Fr|Kh|Ph|Th)\.(?=\s{1,3}[A-Z])                 # a given name cut short: Guðni Th. Jóhannesson
    | (?:\b[A-WYZ]|(?<!\bon\ )\bX)\.(?=\s{1,3}[A-Z][\w’'.])       # an initial, but not the site in "wrote on X."
    | \d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s)\b)?                   # 1,000.5  9:30  3rd  1990s
    | [Cc]an(?=not\b)
    | [^\W\d_][^\W_]*?(?=[nN]['’][tT]\b)                         # do + n't
    | [nN]['’][tT]\b
    | ['’](?:s|S|m|M|d|D|ll|LL|re|RE|ve|VE)\b
    | [^\W\d_]{1,2}['’](?=[^\W\d_]{3})[^\W_]+                    # O’Neill, d'Orsay
    | [^\W\d_][^\W_]*
    | \.{2,} | -{2,} | `` | ''
    | \S
    """.replace("ABBREVIATIONS", "|".join(_ABBREVIATIONS.split())),
    re.VERBOSE,
)


def words_of(text: str) -> list[Span]:
    """Find the words of a text.

    Args:
        text: Any text; control characters and lone surrogates are words like others.

    Returns:
        The words in text order. They do not overlap, hold no white space, and between them stands only white space.
    """
    return [Span(*match.span()) for match in _WORD.finditer(text)]
