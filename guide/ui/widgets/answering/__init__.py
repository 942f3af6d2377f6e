"""The ways to answer: each shows what is asked, and posts the reply that was given."""
