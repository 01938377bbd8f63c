# SPDX-License-Identifier: Apache-2.0
from readout.model import Model
from readout.pipeline import read


def test_figure_stands_on_the_statement_that_holds_it(model: Model):
    record = read("“We counted 300 boats,” the minister said.\n\nThe port has 40 cranes.", model=model)
    told, own = record.figures
    assert (told.low, told.according_to) == (300, record.statements[0].id)
    assert (own.low, own.according_to) == (40, None)


def test_length_is_a_figure_only_as_an_extent(model: Model):
    record = read("The debate lasted an hour. An hour later the hall was empty.", model=model)
    assert [(figure.low, figure.unit) for figure in record.figures] == [(1, "hour")]
