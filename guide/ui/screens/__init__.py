"""Whole screens; each composes, binds and routes, and knows no rules."""
