"""Numbers, sums and shares, and what passed from hand to hand."""
