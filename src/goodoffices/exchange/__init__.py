"""Import and export of other programs' formats: one module per format."""
