"""Words as such: what every room that compares or searches text builds on."""
