"""How languages write one name: with case endings, with endings of gender and number. One module a language."""
