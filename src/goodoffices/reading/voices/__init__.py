"""Whose word a clause is, which verb says it, how firmly, and under which condition."""
