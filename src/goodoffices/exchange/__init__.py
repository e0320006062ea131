"""Import and export, one module per format."""
