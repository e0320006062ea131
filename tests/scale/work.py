"""Work that other processes can import."""

import os
import time

import msgspec

from goodoffices.bargaining import read_scenario
from goodoffices.errors import BadScenario

OPEN = read_scenario("""\
scenario: 1
parties: [{id: a}, {id: b}]
issues: [{id: i, options: [x, y, z]}, {id: k, options: [low, high]}]
preferences:
  a: {weights: {i: {from: 0.3, to: 0.7}, k: unknown}, values: {i: {x: 100, y: 60, z: 0}, k: {low: 0, high: 100}}}
  b: {weights: {i: 0.5, k: 0.5}, values: {i: {x: 0, y: 70, z: 100}, k: {low: unknown, high: 0}}, reservation: 20}
""")


class Piece(msgspec.Struct, frozen=True):
    number: int
    fails: str = ""
    wait: float = 0.0

    @property
    def name(self) -> str:
        return f"piece {self.number}"


def square(piece: Piece) -> int:
    time.sleep(piece.wait)
    if piece.fails == "value":
        raise ValueError("one is too few")
    if piece.fails == "ours":
        raise BadScenario("a piece is whole", 7, "Mend it.")
    if piece.fails == "dies":
        os._exit(1)
    return piece.number**2
