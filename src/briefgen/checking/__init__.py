"""The field's rules as checks: small functions from a brief to what is wrong or doubtful in it."""
