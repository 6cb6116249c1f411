"""Documents as files. Every renderer is a function from values to bytes: equal inputs, equal bytes."""
