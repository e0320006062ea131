"""What people make of proposals: verdicts, agreement of coders, rules that proved right, quotes in newer versions."""
