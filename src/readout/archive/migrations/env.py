# SPDX-License-Identifier: Apache-2.0
"""What Alembic runs: the migrations, in the transaction that `schema_versions` hands over."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="readout_schema")
with context.begin_transaction():
    context.run_migrations()
