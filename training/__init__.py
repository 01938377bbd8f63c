# SPDX-License-Identifier: Apache-2.0
"""The forge: from corpora to the shipped model. The product never imports it."""
