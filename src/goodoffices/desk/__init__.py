"""The use cases, one function each: they open the record, call the pure rooms, and write back."""
