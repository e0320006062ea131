"""One way to write a value as bytes and to name it by them."""

import hashlib
from typing import Any

import msgspec

_ENCODER = msgspec.json.Encoder(order="sorted")


def canonical(value: Any) -> bytes:
    """`value` as canonical JSON: keys sorted, no white space, UTF-8."""
    return _ENCODER.encode(value)


def sha256(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def named(value: Any) -> str:
    """The SHA-256 of a value's canonical JSON: its name."""
    return sha256(canonical(value))
