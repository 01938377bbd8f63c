# SPDX-License-Identifier: Apache-2.0
"""Patterns of time expressions in English news, each with the name of its rule and its TIMEX3 type.

Extents follow TimeML 1.2.1: no preposition, but the article, the modifier ("late", "more than") and the words that make
the value ("ago", "of 2019").
"""

from __future__ import annotations

from typing import Literal

from readout.reading.times.feasts import FEASTS

__all__ = ["CLOCK_HEAD", "PATTERNS", "RANGE_HEAD", "RANGE_TAIL", "TRIGGERS", "YEAR_TAIL", "TimexType"]

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

_NUMBER = (
    r"(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+and\s+a\s+half|(?!0\d{3}\s+hours)\d+(?:[.,]\d+)*(?:\s+1/2)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|seven|"
    r"eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|(?:a|one|two|three)\s+(?:hundred|dozen)|(?:a\s+)?couple\s+of|half\s+an?|an?)"
)
_VAGUE = r"(?:several|a\s+few|few|some|(?<!as\s)many|a\s+number\s+of|dozens\s+of|hundreds\s+of|thousands\s+of|countless|a\s+couple)"
_UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|season|year|decade|centurie|century)"
_UNITS = r"(?:seconds|minutes|hours|days|nights|weeks|weekends|fortnights|months|quarters|seasons|years|decades|centuries|generations)"
_MODIFIER = (
    r"(?:(?P<mod>(?<!\d\s)(?<!\b(?:one|two|six|ten)\s)(?<!\b(?:four|five|nine)\s)(?<!\b(?:three|seven|eight)\s)"
    r"(?:more|less|fewer)\s+than|no\s+more\s+than|at\s+least|at\s+most|up\s+to|nearly|almost|about|around|"
    r"approximately|roughly|some)\s+)?"
)
_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
)
_WEEKDAY = (
    r"(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY|"
    r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.)"
)
_WEEKDAY_OF_DATE = rf"(?:{_WEEKDAY}|(?-i:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\b)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|:\d|\.\d|,\d{3})"
_ORDINAL_DAY = (
    r"(?:(?:twenty|thirty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
    r"nineteenth|twentieth|thirtieth)(?!\w|[-\s]quarter)"
)
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS_AND_ONES = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?"
_YEAR = r"(?:1[4-9]\d\d|20\d\d)(?!\d)"
_PART = r"(?:early\s+|late\s+|mid-?\s*)?(?:morning|afternoon|evening|night)"
_PARTS = r"(?:mornings|afternoons|evenings|nights)(?!\w)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_AFTER_PREPOSITION = r"(?:(?<=\bin\s)|(?<=\bover\s)|(?<=\bby\s)|(?<=\bduring\s)|(?<=\binto\s)|(?<=\buntil\s)|(?<=\bthroughout\s)|(?<=\bthis\s))"
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_ZONE = r"(?:\s+(?:(?-i:(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?[03]0)?(?!\d)|GMT|UTC|[ECMP][DS]T|ET|CES?T|EES?T|BST|IST|JST|KST|MSK|AE[DS]T|[WE]AT|SAST)|local\s+time|eastern\s+time|Moscow\s+time)|(?-i:Z))"
_AMPM = r"(?:[ap]\.\s?m\.?|[ap]m\b)"
_STAGE = r"(?:(?P<stage>early|late|mid|earlier|later|sometime|(?:end|start)(?=-))[-\s]+(?:in\s+(?:the\s+)?)?)?"
_AT = r"(?:(?<=\bat\s)|(?<=\bfrom\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\btill\s)|(?<=\bat\sabout\s)|(?<=\bat\saround\s)|(?<=\bat\sapproximately\s)|(?<=\bby\sabout\s))"
_HHMM = r"(?:[01]\d|2[0-3])[0-5]\d"
_HOURS = r"(?:hours|hrs)\b(?!\s+of)"
_TO_HOUR = r"(?:\s+(?:to|and|until|till)\s+|\s?[-–]\s?)"
_CLOCK = (
    rf"(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<ampm>{_AMPM})|(?P<hour24>[01]?\d|2[0-3])(?::(?P<minute24>[0-5]\d)(?::\d\d(?={_ZONE}))?(?!:\d)(?:\s?hrs\b)?|\.(?P<minute24b>[0-5]\d)(?={_ZONE}|\s+in\s+the\s+(?:morning|afternoon|evening)))|"
    rf"(?P<military>[0-2]\d[0-5]\d)(?={_ZONE})|(?P<run_hour>1[0-2]|[1-9])(?P<run_minute>[0-5]\d)\s(?P<run_half>(?-i:[AP]M))(?=\s+(?-i:[ECMPH][DS]T|AK[DS]T)\b)|"
    rf"{_AT}(?P<h_hour>[01]?\d|2[0-3])h(?P<h_minute>[0-5]\d)?(?=\W|$)|(?:{_AT}|(?=0)|(?<=from\s\d\d\d\d\sto\s)|(?<=between\s\d\d\d\d\sand\s)|(?<=\b0\d\d\d\sto\s)|(?<=\b0\d\d\d[-–])|(?<=\b0\d\d\dhrs\sto\s))(?P<hours>{_HHMM})\s?{_HOURS}|(?P<named>noon|midnight|midday)|(?P<oclock>\d{{1,2}}|one|two|three|four|five|"
    rf"six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock|{_AT}(?P<spoken>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s+in\s+the\s+(?:morning|afternoon|evening)(?!\s+[a-z]*(?:session|round|attack))))(?P<zone>{_ZONE})?(?:\s+in\s+the\s+(?P<half>morning|afternoon|evening)|\s+at\s+night)?"
)
_DAYS = r"(?:yesterday|today|tomorrow)"
_AND = r"(?:,\s+and\s+|\s+and\s+|,\s+)"


def _counted(*units: str) -> str:
    """Return what counts each of some units, all but the first joined to one before it: "two years, one month and a day"."""
    return "".join(rf"(?:(?:(?<=[a-z]){_AND})?(?P<{unit}s>{_NUMBER})\s+{unit}s?(?!\w))?" for unit in units)


_LONG_UNITS, _SHORT_UNITS = ("year", "month", "week", "day"), ("hour", "minute", "second")
_ORDERED = "|".join(
    rf"{_NUMBER}\s+{unit}s?{_AND}{_NUMBER}\s+(?:{'|'.join(f'{u}s?' for u in (*_LONG_UNITS, *_SHORT_UNITS)[at + 1 :])})(?!\w)"
    for at, unit in enumerate((*_LONG_UNITS, *_SHORT_UNITS)[:-1])
)
_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?P<of_year>(?:this|last|next|that|the\s+same|the\s+following|the\s+previous)\s+year)(?!['’\w]))?"

# name, type, kinds of words of which it has at least one, pattern; ordered only for the reader: the longest match from the
# first place wins.
PATTERNS: tuple[tuple[str, TimexType, str, str], ...] = (
    ("clock", "TIME", "digit", rf"(?:(?<=\bfrom\s)|(?<=\bbetween\s)|(?<![\d.,$])(?=0))(?P<hours>{_HHMM})(?:\s?{_HOURS})?(?:\s+(?:on\s+)?(?P<weekday>{_WEEKDAY}))?(?={_TO_HOUR}{_HHMM}\s?{_HOURS})"),
    # Dates of the calendar.
    ("iso_date", "DATE", "year", r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])(?!\d)"),
    ("numeric_date", "DATE", "digit", r"(?<![\d/.$-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?![\d/])"),
    ("month_day", "DATE", "month",
     rf"(?:(?:(?P<which>last|next|this|this\s+past|this\s+coming)\s+)?(?P<weekday>{_WEEKDAY_OF_DATE}),?\s+|(?P<which2>last|next|this)\s+)?{_STAGE}(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY}|{_ORDINAL_DAY})(?:,?\s+(?P<year>{_YEAR})|{_OF_YEAR})"),
    ("month_day", "DATE", "month",
     rf"(?:(?P<weekday>{_WEEKDAY_OF_DATE}),?\s+)?(?:the\s+)?(?<![\d.,$])(?P<day>{_DAY})\s+(?:of\s+(?:(?P<told>that|the\s+same)\s+)?)?(?P<month>{_MONTH})(?![\w])(?:,?\s+(?P<year>{_YEAR})|{_OF_YEAR})"),
    ("month_day", "DATE", "month", rf"the\s+(?P<day>{_ORDINAL_DAY})\s+of\s+(?P<month>{_MONTH})(?!\w)(?:,?\s+(?P<year>{_YEAR})|{_OF_YEAR})"),
    ("month_year", "DATE", "month", rf"{_STAGE}(?P<month>{_MONTH})(?:,?\s+(?:of\s+|in\s+)?)(?P<year>{_YEAR})"),
    ("month", "DATE", "month", rf"(?:(?P<which>last|next|this|this\s+past|this\s+coming|that|the\s+following|the\s+same)\s+)?{_STAGE}(?P<month>{_MONTH}){_OF_YEAR}(?!\w|-(?!to-{_MONTH}|{_MONTH}(?:\s+(?:of\s+)?{_YEAR}))|(?-i:\s+(?:for|of\s+the)\s+[A-Z]))"),
    ("year", "DATE", "year", rf"(?<![\d$£€#/.,-])(?:(?P<fiscal>fiscal)\s+(?:year\s+)?|(?:the\s+)?year\s+|(?P<around>pre|post)-)?{_STAGE}(?P<year>{_YEAR})(?![\w%]|[/:][\d]|,\d{{3}}|\.\d|-\d|-(?:page|member|seat|pound))"),
    ("year", "DATE", "fiscal_code", r"(?-i:(?P<fiscal>FY))[\s-]?(?P<year>20\d\d)(?![-–/]\d|\w)"),
    ("fiscal_code", "DATE", "fiscal_code", r"(?-i:FY)[\s-]?['’]?(?P<short>[0-4]\d)(?![-–/]\d|\w)"),
    ("year_range", "DATE", "year", rf"(?<![\d$£€#/.,–-])(?:fiscal\s+(?:year\s+)?|(?:the\s+)?year\s+)?(?P<year>{_YEAR})(?=[-–/](?:\d\d|{_YEAR})(?![\d%]|[-–/.,]\d))"),
    ("spoken_year", "DATE", "spoken",
     rf"(?:(?:the\s+)?(?:{_STAGE}(?P<month>{_MONTH})(?:\s+(?P<day>{_DAY}|{_ORDINAL_DAY}))?,?\s+|(?P<season>{_SEASON})\s+of\s+|year\s+))?(?P<high>nineteen|twenty)\s+(?P<low>{_TEENS}|{_TENS_AND_ONES})(?![-\w])"),
    ("spoken_year", "DATE", "spoken", rf"the\s+year\s+(?P<high>two\s+thousand)(?:\s+(?:and\s+)?(?P<low>{_TEENS}|{_TENS_AND_ONES}|one|two|three|four|five|six|seven|eight|nine))?(?![-\w])"),
    ("fiscal_year", "DATE", "year_word", rf"(?:the\s+)?(?:(?P<which>last|this|next|current|previous|coming|latest)\s+)?fiscal\s+year(?:\s+(?P<year>{_YEAR}))?"),
    ("decade", "DATE", "year digit decade",
     rf"(?:the\s+)?{_STAGE}(?:(?P<decade>(?:1[4-9]|20)\d)0['’]?s|['’](?P<short>\d)0s|"
     rf"(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?!\w)"),
    ("decade", "DATE", "bare_decade", rf"the\s+{_STAGE}(?P<bare>[3-9])0s(?![\w'’])"),
    ("century", "DATE", "century", rf"(?:the\s+)?{_STAGE}(?:(?P<nth>\d\d?)(?:st|nd|rd|th)|(?P<ordinal>fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
     rf"twenty-first))[-\s]century"),
    ("quarter", "DATE", "quarter",
     rf"(?:(?P<which>(?:this|last|next)\s+year)['’]s\s+|(?:the\s+(?!(?:fiscal\s+)?{_ORDINAL}-quarter))?(?:(?P<fiscal>fiscal)\s+)?(?:(?P<before>{_YEAR})\s+|(?P<ago>year-ago|year-earlier)\s+)?)?"
     rf"(?:(?P<fiscal2>fiscal)[-\s]+)?(?P<nth>{_ORDINAL})[-\s]+(?:(?P<fiscal3>fiscal)\s+)?quarter(?!\w)(?:\s+of\s+(?:(?:fiscal\s+)?(?P<year>{_YEAR})|(?P<of>(?:this|last|next)\s+year)|the\s+year))?"),
    ("quarter", "DATE", "code", rf"(?-i:Q(?P<code>[1-4]))(?:\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<of>(?:this|last|next)\s+year)))?(?![-:\w]|(?-i:\s+(?:of\s+)?FY))"),
    ("quarter_of_months", "DATE", "month",
     rf"(?:the\s+)?(?-i:(?P<q1>Jan(?:uary|\.)?\s?[-–]\s?Mar(?:ch|\.)?)|(?P<q2>Apr(?:il|\.)?\s?[-–]\s?Jun(?:e|\.)?)|(?P<q3>Jul(?:y|\.)?\s?[-–]\s?Sep(?:t?\.?|tember))|(?P<q4>Oct(?:ober|\.)?\s?[-–]\s?Dec(?:ember|\.)?))(?!\s?\d\d?\b)"
     rf"(?:\s+(?:period|quarter|months))?(?:,?\s+(?:of\s+|in\s+)?(?:(?P<year>{_YEAR})|(?P<of>(?:this|last|next)\s+year)))?(?!\w)"),
    ("quarter_of_months", "DATE", "month",
     rf"(?:the\s+)?(?-i:(?P<q1>March)|(?P<q2>June)|(?P<q3>September)|(?P<q4>December))[\s-]+quarter(?![-\w])(?:\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<of>(?:this|last|next)\s+year)))?"),
    ("quarter", "DATE", "quarter", rf"(?:the\s+)?(?P<nth>last|final)\s+quarter\s+of\s+(?:(?:fiscal\s+)?(?P<year>{_YEAR})|(?P<of>(?:this|last|next)\s+year)|the\s+year)(?!\w)"),
    ("half", "DATE", "code", rf"(?-i:H(?P<code>[12]))(?:\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<of>(?:this|last|next)\s+year)))?(?![-:\w])"),
    ("half", "DATE", "half", rf"(?:the\s+)?(?P<nth>first|second|last|latter)\s+half\s+of\s+(?:(?P<year>{_YEAR})|(?P<of>(?:this|last|next)\s+year|the\s+year))"),
    ("the_quarter", "DATE", "quarter",
     r"(?P<which>the\s+latest|the|this|that|last|next|the\s+current|the\s+(?:previous|prior|preceding)|the\s+year-ago|the\s+year-earlier|a\s+year-earlier)\s+quarter(?![-\w])"
     rf"(?:(?=\s+(?:that\s+)?ended\s+(?P<month>{_MONTH})))?"),
    ("quarter_of_year", "DATE", "quarter", rf"(?:the\s+(?P<year>{_YEAR})|(?P<which>(?:this|last|next)\s+year)['’]s)\s+quarter(?![-\w])"),
    ("season", "DATE", "season",
     rf"(?:(?P<which>last|next|this|this\s+past|this\s+coming)\s+{_STAGE}(?P<season>{_SEASON})(?!\w)|(?:the\s+)?(?P<stage2>early|late|mid)[-\s](?P<season2>spring|summer|autumn|winter)(?:\s+(?:of\s+)?(?P<year2>{_YEAR}))?|"
     rf"(?:the\s+)?(?P<season3>{_SEASON})\s+(?:of\s+)?(?P<year3>{_YEAR})|{_AFTER_PREPOSITION}the\s+(?P<season4>{_SEASON})(?![-\w]))"),
    ("part_of", "DATE", "edge",
     rf"(?:the\s+)?(?:very\s+)?(?P<stage>end|beginning|start|middle|close)\s+of\s+(?:(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?|(?P<year_only>{_YEAR})|(?P<which>the|this|last|next)\s+(?P<unit>day|week|month|quarter|year|decade|century))(?!\w)"),
    ("end_of", "DATE", "end", r"(?:the\s+)?(?P<unit>year|month|week|quarter)(?:['’]s\s+|[-\s])end(?!\w|\s+(?:report|results|accounts)\b)"),
    # Counted from a day that the report knows.
    ("day", "DATE", "day", rf"(?:(?P<stage>earlier|early|later|late)\s+)?(?P<which>{_DAYS})"),
    ("day_part", "TIME", "part", rf"(?:(?P<stage>earlier|later)\s+)?(?P<which>{_DAYS}|this|last)\s+(?P<part>{_PART})(?!\w)"),
    ("day_part", "TIME", "part", rf"(?P<part>{_PART})\s+(?P<which>{_DAYS})"),
    ("clock", "TIME", "clock", rf"(?P<which>{_DAYS})\s+(?:at\s+)?(?P<named>noon|midnight|midday)(?!\w)"),
    ("tonight", "TIME", "tonight", r"tonight"),
    ("overnight", "TIME", "overnight", rf"overnight\s+(?:in)?to\s+(?P<weekday>{_WEEKDAY})(?!\w)"),
    ("nth_weekday", "DATE", "weekday", rf"the\s+(?P<nth>first|second|third|fourth|last)\s+(?P<weekday>{_WEEKDAY})\s+(?:of|in)\s+(?:(?P<month>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?|(?P<each>each|every|the)\s+month)(?!\w)"),
    ("weekday", "DATE", "weekday", rf"(?<!-to-)(?:(?P<which>last|next|this|this\s+coming|this\s+past|the\s+following|the\s+previous)\s+)?(?:(?P<stage>earlier|early|later|late)\s+(?:on\s+)?)?(?P<weekday>{_WEEKDAY})(?!s\b|\w|-to-|(?:,\s+{_WEEKDAY})*,?\s+(?:and|or)\s+{_WEEKDAY}\s+{_PARTS})"),
    ("weekday_part", "TIME", "weekday", rf"(?:(?P<which>last|next|this)\s+)?(?:(?P<stage>early|late)\s+(?:on\s+)?)?(?P<weekday>{_WEEKDAY})\s+(?P<part>{_PART}|noon|midnight)(?!\w)"),
    ("weekday_week", "DATE", "weekday", rf"(?:(?<!for\s)(?P<n>a|one|two|three)\s+weeks?\s+(?P<from>on|from)\s+(?P<weekday>{_WEEKDAY})|(?:(?P<which>last)\s+)?(?P<weekday2>{_WEEKDAY})\s+week)(?!['’\w-])"),
    ("weekday_ago", "DATE", "weekday", rf"(?P<weekday>{_WEEKDAY})\s+(?P<which>last|next)\s+week"),
    ("day_part_alone", "TIME", "part", r"(?P<which>the\s+(?:next|following|previous|same)|that)\s+(?P<part>morning|afternoon|evening|night)(?!\w)"),
    ("unit_of", "DATE", "unit",
     r"(?:(?P<stage>early|late|earlier|later|mid|sometime)[-\s]+(?:in\s+)?)?(?P<which>last|next|this|this\s+past|this\s+coming|the\s+current|the\s+coming|the\s+previous|the\s+following|the\s+next|the\s+same|that(?:\s+same)?|that\s+very)\s+(?P<unit>day|week|weekend|month|year|decade|century|fortnight)(?![-\w])"),
    ("the_unit", "DATE", "unit", rf"(?:(?P<stage>earlier|later|late|early)\s+in\s+)?the\s+(?:full\s+)?(?P<unit>year)(?P<whole>(?=\s+(?:ended|ending|to\s+{_MONTH})))?(?![-\w]|\s+(?:before|after|of)\b|\s+{_TEENS})"),
    ("day_before_that", "DATE", "side", r"the\s+(?P<unit>day|week|month|year|night)\s+(?P<side>before|after)(?=[.,;:”\"!?])"),
    ("before_last", "DATE", "unit", r"the\s+(?P<unit>week|weekend|month|year)\s+(?P<side>before\s+last|after\s+next)(?!\w)"),
    ("the_period", "DATE", "period", rf"the\s+(?:(?P<year>{_YEAR})|(?P<which>latest))\s+period(?!\w)"),
    ("same_period", "DATE", "period unit",
     rf"the\s+(?:(?:same|corresponding|comparable|equivalent|similar)\s+(?P<unit>period|quarter|month|week|half)\s+(?:(?:of|in)\s+)?"
     rf"(?:(?P<year>{_YEAR})|last\s+year|the\s+(?:previous|prior)\s+year|the\s+year\s+before|a\s+year\s+(?:ago|earlier|before))|"
     rf"(?P<unit2>period|quarter)\s+a\s+year\s+(?:ago|earlier))(?!\w)"),
    ("the_weekend", "DATE", "unit", r"the\s+(?P<unit>weekend)(?!\w)"),
    ("day_of_month", "DATE", "ordinal",
     r"the\s+(?P<nth>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?:\s+of\s+(?P<which>this|last|next|the\s+same|that)\s+month|(?:(?<=\bon\sthe\s\d\d[a-z][a-z])|(?<=\bon\sthe\s\d[a-z][a-z])|(?<=\buntil\sthe\s\d\d[a-z][a-z])|(?<=\buntil\sthe\s\d[a-z][a-z])|(?<=\btill\sthe\s\d\d[a-z][a-z])|(?<=\btill\sthe\s\d[a-z][a-z]))(?=[.,;)]|$|\s+(?:and|but|after|before|when|while)\b|\s+(?-i:in|at|near|by|of)\s+(?-i:[A-Z])))"),
    ("week_of", "DATE", "month", rf"the\s+week\s+of\s+(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:,?\s+(?P<year>{_YEAR}))?"),
    ("ago", "DATE", "side",
     rf"{_MODIFIER}(?:(?P<n>{_NUMBER})|(?P<vague>{_VAGUE}))[-\s]+(?P<unit>{_UNITS}|{_UNIT})(?:\s+(?P<so>or\s+so|and\s+a\s+half))?\s+(?P<side>ago|(?:earlier|later)(?!\s+than\b|\s+(?:this|last)\s+(?:week|month|year|spring|summer|autumn|winter)\b)|before(?=[.,;”\"])|from\s+now|hence|previously|afterwards?|after(?=[.,;”\"]))(?!\w)"),
    ("ago", "DATE", "unit", rf"(?<=\bin\s){_MODIFIER}(?:(?P<n>{_NUMBER})|(?P<vague>{_VAGUE}))\s+(?P<unit>{_UNITS}|{_UNIT})(?:['’]s|(?<=s)['’])\s+(?P<side>time)(?!\w)"),
    ("ago_this", "DATE", "side", rf"{_MODIFIER}(?P<n>{_NUMBER})\s+(?P<unit>weeks?|months?|years?)\s+ago\s+(?:this\s+(?P<of>week|month)|(?P<of_day>today))(?!\w)"),
    ("ago", "DATE", "side", rf"(?P<vague>{_UNITS})\s+(?P<side>ago)(?!\w)"),
    ("ago", "DATE", "side", r"(?P<n>\d+)\s+(?P<unit>hrs?|mins?)\s+(?P<side>ago)(?!\w)"),
    ("year_ago", "DATE", "side", r"(?:(?:the\s+|a\s+)?(?P<side>year-ago|year-earlier)\s+(?P<what>period|quarter)|(?P<side2>year-ago|year-earlier))(?!\w)"),
    ("day_before", "DATE", "day", r"(?:the\s+)?day\s+(?P<side>before|after)\s+(?P<which>yesterday|tomorrow)(?!\w)"),
    # Spans.
    ("duration", "DURATION", "unit",
     rf"(?<!\d/){_MODIFIER}(?:(?P<frame>the\s+(?:past|last|next|first|final|coming|previous|preceding|following|latest)|past|last|next|first|the)\s+)?(?:(?P<n>{_NUMBER})|(?P<vague>{_VAGUE}))\s+"
     rf"(?!(?<=\ba\s)(?:second|quarter|season|night)\b)(?!(?<!past\sthree\s)(?<!next\sthree\s)(?<!last\sthree\s)(?<!first\sthree\s)(?<!final\sthree\s)(?<=three\s)quarters)(?:more\s+|full\s+|straight\s+|consecutive\s+|additional\s+|long\s+)?(?P<unit>{_UNITS}|{_UNIT})(?!['’]\s?s?\b|\w|-half|-long|-end\b|-placed?\b|-round|-hand|-old|\s+old\b|-ago|-earlier)(?:\s+(?P<so>or\s+so|or\s+two|and\s+a\s+half))?"),
    ("duration_part", "DURATION", "unit", rf"{_MODIFIER}(?P<part>a\s+quarter|three[\s-]quarters)\s+of\s+an?\s+(?P<unit>century|hour)(?!\w)"),
    ("duration_sum", "DURATION", "units",
     rf"(?<!between\s){_MODIFIER}(?:(?:the\s+)?(?:past|last|next|first|final)\s+|the\s+)?(?={_ORDERED}){_counted(*_LONG_UNITS, *_SHORT_UNITS)}(?!['’]|\s+(?:more|longer|before|after|later|earlier)\b)(?:\s+(?P<side>ago)(?!\w))?"),
    ("duration_range", "DURATION", "unit", rf"(?:the\s+(?:past|last|next)\s+)?(?!(?:(?<=from\s)|(?=0)){_HHMM}{_TO_HOUR}{_HHMM}\s+hours)(?P<n>{_NUMBER})(?:\s+(?:to|or)\s+|-)(?P<m>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)(?:\s+and\s+a\s+half)?\s+(?P<unit>{_UNITS})(?!\w)"),
    ("duration_possessive", "DURATION", "unit", rf"(?P<n>{_NUMBER})\s+(?P<unit>{_UNITS})['’](?=\s)"),
    ("duration_compound", "DURATION", "unit", rf"(?<!-)(?:(?P<n>{_NUMBER})(?P<so>-and-a-half)?|several|multi)-(?P<unit>{_UNIT})(?:-long)?(?![-\w])"),
    ("duration_long", "DURATION", "long", rf"(?P<unit>{_UNITS}|{_UNIT})[-]long(?!\w)"),
    ("duration_framed", "DURATION", "unit", r"the\s+(?:past|last)\s+(?P<unit>day|week|fortnight|month|year|decade|century|quarter|season)(?![-\w])"),
    ("duration_vague", "DURATION", "unit", rf"(?:(?:the\s+)?(?P<frame>recent|coming|past|next|early)\s+)(?P<unit>{_UNITS})(?!\w|(?<=\bearly\shours)\s+of\b)"),
    ("duration_bare", "DURATION", "unit", r"(?:(?<=for\s)|(?<=\bin\s)|(?<=within\s))(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?!\w)"),
    ("duration_ahead", "DURATION", "unit", r"the\s+(?P<unit>days|weeks|months|years)\s+ahead(?!\w)"),
    ("duration_around", "DURATION", "unit", r"the\s+(?P<unit>hours|days|weeks|months|years)(?=\s+(?:before|after|since|following|leading|that\s+follow))"),
    ("while", "DURATION", "while", r"(?:a\s+(?:long\s+)?while|(?<=for\s)(?:quite\s+)?some\s+time)(?!\w)"),
    # Again and again.
    ("every", "SET", "every", rf"(?!each\s+other\b)(?P<quant>every|each)\s+(?:(?P<n>{_NUMBER}|other|second|third|fourth)\s+)?(?:(?P<unit>{_UNITS}|{_UNIT})|(?P<weekday>{_WEEKDAY})|(?P<month>{_MONTH})|(?P<part>morning|afternoon|evening|night)|(?P<season>{_SEASON}))(?!\w)"),
    ("times_a", "SET", "times", rf"(?P<freq>once|twice|(?:{_NUMBER}|several)\s+times)\s+(?:a|an|per|each|every)\s+(?P<unit>day|week|month|quarter|year|decade)(?!\w)"),
    ("adverb_set", "SET", "adverb", r"(?P<word>hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|annually|yearly)(?!\w)"),
    ("per_unit", "SET", "unit", r"(?<=per\s)(?P<unit>minute|hour|day|night|week|month|quarter|year|annum)(?!\w)"),
    ("weekday_parts", "SET", "weekday",
     rf"(?P<weekday>{_WEEKDAY})(?:\s+(?P<part>{_PARTS})|(?=(?:,\s+{_WEEKDAY})*,?\s+(?:and|or)\s+{_WEEKDAY}\s+(?P<part2>{_PARTS})))(?!\w)"),
    ("weekdays", "SET", "weekday", r"(?P<weekday>(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))s(?:['’])?(?!\w)"),
    # Clock times.
    ("clock", "TIME", "digit clock", rf"(?<![\d$:.,])(?<!\D-){_CLOCK}(?:(?=\s+\([^()]{{1,30}}\),?\s+(?:on\s+)?(?P<weekday3>{_WEEKDAY})(?!\w))|,?\s+(?:on\s+)?(?:(?:(?P<week>last|next|this(?:\s+(?:coming|past))?)\s+)?(?P<weekday>{_WEEKDAY})(?!,?\s+(?:{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}))|(?P<which>{_DAYS}))|(?:,?\s+(?:on\s+)?(?:(?P<weekday2>{_WEEKDAY}),?\s+)?(?:(?P<month>{_MONTH})\s+(?P<day>{_DAY})|(?P<day2>{_DAY})\s+(?P<month2>{_MONTH}))(?:,?\s+(?P<year>{_YEAR}))?))?(?![\w%])"),
    ("part_alone", "TIME", "part", r"(?P<stage>early|late|mid)\s+(?P<part>morning|afternoon|evening)(?!\w)"),
    # Words for past, present and future.
    ("present", "DATE", "present", r"(?:right\s+now|now|currently|nowadays|these\s+days|at\s+(?=present\b)|presently|at\s+the\s+moment|current)(?!\w)"),
    ("past", "DATE", "past", r"(?:more\s+recently|most\s+recently|recently|in\s+the\s+recent\s+past|the\s+(?:recent\s+)?past(?=[.,;]|\s+(?:and|he|she|they|we)\b)|(?<=in\s)the\s+past(?=\s+(?:that|it|I)\b)|lately)(?!\w)"),
    ("future", "DATE", "future", r"(?:the\s+(?:near\s+|foreseeable\s+)?future|the\s+near\s+term|near\s+future)(?!\w)"),
    # Days with names.
    ("eleventh_september", "DATE", "nine", r"(?<![\d/])9/11(?![\d/])"),
    ("holiday", "DATE", "holiday",
     rf"(?:(?P<which>last|next|this)\s+)?(?P<name>(?-i:Christmas(?:\s+(?:Day|Eve))?|New\s+Year['’]s\s+(?:Day|Eve)|Thanksgiving(?:\s+Day)?|Easter(?:\s+(?:Sunday|Monday))?|Orthodox\s+(?:Christmas|Easter)|"
     rf"Shrove\s+Tuesday|Ash\s+Wednesday|Palm\s+Sunday|(?:Maundy|Holy)\s+Thursday|Holy\s+Saturday|Ascension\s+Day|Pentecost(?:\s+(?:Sunday|Monday))?|Whit\s+(?:Sunday|Monday)|"
     rf"Good\s+Friday|Boxing\s+Day|Bastille\s+Day|Election\s+Day|Independence\s+Day|Labor\s+Day|Memorial\s+Day|Veterans\s+Day|Armistice\s+Day|Columbus\s+Day|"
     rf"Epiphany|Assumption\s+Day|(?:the\s+)?Feast\s+of\s+the\s+Assumption|All\s+(?:Saints|Souls)['’]\s+Day|Anzac\s+Day|Australia\s+Day|Canada\s+Day|"
     rf"(?:St\.?|Saint)\s+Patrick['’]s\s+Day|International\s+Women['’]s\s+Day|Juneteenth|World\s+AIDS\s+Day|Earth\s+Day|Human\s+Rights\s+Day|Orthodox\s+Good\s+Friday|"
     rf"Presidents['’]\s+Day|Martin\s+Luther\s+King\s+Day|Valentine['’]s\s+Day|Halloween|May\s+Day))(?:\s+(?P<unit>week|weekend))?(?:,?\s+(?:(?:in|of)\s+)?(?P<year>{_YEAR}))?(?!\w)"),
    ("feast", "DATE", "feast", rf"(?:(?P<which>last|next|this)\s+)?(?P<name>(?-i:{FEASTS}))(?:,?\s+(?:(?:in|of)\s+)?(?P<year>{_YEAR}))?(?!\w|(?-i:\s+[Ww]ar\b))"),
)  # fmt: skip

# What makes two times of one expression: "Feb. 18 to 24", "between March 3 and 5".
RANGE_TAIL = rf"\s*(?:-|–|/(?=\d\d?(?![\d/]))|to|and|through|or)\s*(?P<day>{_DAY})(?:,?\s+(?P<year>{_YEAR}))?(?!\s*(?:{_MONTH}|percent|per\s+cent|%|people|million|{_UNITS}))"

RANGE_HEAD = rf"(?:(?<![\w/])(?P<day>{_DAY})\s*(?:-|–|/|to\b)\s*|(?<!\w)(?:between|on)\s+(?:the\s+)?(?P<day2>{_DAY})\s+and\s+)$"  # "10-12 May"
CLOCK_HEAD = r"(?<![\d.,:$€£-])\b(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?(?:\s?[-–]\s?|\s+(?:to|and|until)\s+)$"  # "6 to 9 p.m."
YEAR_TAIL = rf"[-–/](?P<year>{_YEAR}|\d\d)"  # "2023/24", "1999-2000"


# The words without which no pattern matches, by kind; "digit" and "year" are added for numbers, "units" for two units near each other. Only the text around them is scanned.
TRIGGERS: dict[str, str] = {
    "month": "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays "
    "mon tue tues wed thu thur thurs fri sat sun",
    "unit": "second minute hour day night week weekend fortnight month quarter season year decade century centurie seconds minutes "
    "hours days nights weeks weekends fortnights months quarters seasons years decades centuries generations annum hr hrs min mins",
    "decade": "twenties thirties forties fifties sixties seventies eighties nineties",
    "season": "spring summer autumn fall winter",
    "ordinal": "1st 2nd 3rd 21st 22nd 23rd 31st " + " ".join(f"{day}th" for day in (*range(4, 21), *range(24, 31))),
    "part": "morning afternoon evening night",
    "day": "yesterday today tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "century": "century",
    "bare_decade": "30s 40s 50s 60s 70s 80s 90s",
    "nine": "9",
    "code": "q1 q2 q3 q4 h1 h2",
    "quarter": "quarter",
    "half": "half",
    "period": "period",
    "edge": "end beginning start middle close",
    "end": "end",
    "spoken": "nineteen twenty two",
    "side": "ago earlier later before from hence previously afterward afterwards after",
    "long": "long",
    "while": "while time",
    "every": "every each",
    "times": "once twice times",
    "adverb": "hourly daily nightly weekly biweekly fortnightly monthly annually yearly",
    "clock": "noon midnight midday clock morning afternoon evening",
    "present": "now currently nowadays these at presently current",
    "past": "recently recent past lately",
    "future": "future near",
    "year_word": "fiscal",
    "fiscal_code": "fy " + " ".join(f"fy{year} fy{year % 100:02d}" for year in range(2000, 2050)),
    "feast": "eid ashura ashoura ashoora arbaeen arbain arba chinese lunar diwali deepavali nowruz norouz nowrouz navruz nowrooz newroz "
    "rosh yom sukkot sukot simchat passover purim shavuot",
    "holiday": "christmas year thanksgiving easter good boxing bastille election independence labor memorial veterans armistice columbus "
    "presidents martin valentine halloween may epiphany assumption feast all anzac australia canada st saint international juneteenth "
    "world earth human orthodox shrove ash palm maundy holy ascension pentecost whit",
}  # fmt: skip
