"""The version that every reading carries."""

VERSION = "0.1.0"
