"""What the field talks about: parties, issues, quotes, time, claims. Pure data; imports nothing else of ours."""
