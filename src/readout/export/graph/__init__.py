# SPDX-License-Identifier: Apache-2.0
"""Who spoke to and of whom, who did what to whom, and who met whom: a collection as one network, in GraphML and GEXF.

A node is a person, a body, a group or a place, by name and country: what two reports call alike and place in the same country
is one node; spellings are not brought together. Those whom a report does not name are one node for each country and sector
("unnamed, RUS MIL"), and are left out where no country is known. An edge is one kind of tie from one node to another, with how
often it was found, in how many reports, and between which days.

| relation | from | to | type |
|---|---|---|---|
| `told` | speaker | addressee | the channel |
| `spoke_of` | speaker | whom the statement's words mention | kind of the statement |
| `relayed` | who passed a statement on | its speaker | |
| `event` | actor | recipient | the PLOVER type, with its `status` |
| `contact` | the party first in order of nodes | the other one: read it both ways | the medium |
"""
