"""The outline's text rewritten so that it says what the merge says, all else left as it was typed."""
