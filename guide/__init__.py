"""A calm, offline conversation partner for people who help children stay safe."""

__version__ = "0.1.0"
