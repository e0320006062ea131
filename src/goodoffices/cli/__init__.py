"""The command line: `goodoffices VERB CASE …`, each verb one method of `goodoffices.Case`."""

from goodoffices.cli.entry import main

__all__ = ["main"]
