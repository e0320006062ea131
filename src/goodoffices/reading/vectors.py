"""The vectors of words in their sentences, as spaCy's tok2vec gives them, for half of its time.

A word's own vector is worked out once by spaCy's layers and kept; the layers that look at its neighbours are done here,
without the arrays that only training needs. docs/decisions/0023-vectors.md.
"""

import threading
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

KEPT = 32_768  # words whose vectors are kept, 13 MB; more begin anew
BLOCK = (
    64  # words worked out together, always as many: a product in one shape gives a row the same digits anywhere in it
)
_EMBED = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
_LAYER = ["dropout", "expand_window", "layernorm", "maxout"]
_TINY = 1e-8  # thinc adds it to a variance

Floats = NDArray[np.float32]


class Layer(NamedTuple):
    """A layer over three words: weights of shape (3 words * width, 3 pieces * width), one piece after the other."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


def giver(pipe: Any) -> Any:
    """`Vectors` in the place of `pipe`, its tok2vec; `pipe` itself where it is built otherwise than is known."""
    try:
        return Vectors(pipe)
    except (AttributeError, IndexError, KeyError, ValueError):
        return pipe


class Vectors:
    """What gives the vectors of spaCy's documents in the place of `pipe`, its tok2vec. ValueError: `pipe` is built
    otherwise than that of the small models of version 3.
    """

    def __init__(self, pipe: Any) -> None:
        embed, encode = pipe.model.get_ref("embed"), pipe.model.get_ref("encode")
        if _names(embed) != _EMBED or len(pipe.model.layers) != 2:
            raise ValueError(f"the first layers of a known tok2vec are {_EMBED}, not {_names(embed)}")
        self._pipe = pipe
        self._columns = embed.layers[0].attrs["columns"]
        self._hashed, self._mixed = embed.layers[2], embed.layers[3]
        self._layers = [_layer(residual) for residual in encode.layers[0].layers]
        self._pad = encode.attrs["pad"]
        self._width = pipe.model.get_dim("nO")
        self._held: tuple[dict[bytes, int], Floats] = ({}, np.empty((0, self._width), np.float32))
        self._lock = threading.Lock()

    def predict(self, docs: Sequence[Any]) -> list[Floats]:
        """For each document an array of as many rows as it has words."""
        if not any(map(len, docs)):
            return list(self._pipe.predict(docs))
        words = self._words(np.concatenate([doc.to_array(self._columns) for doc in docs]))
        lengths = [len(doc) for doc in docs]
        padded = np.zeros((len(words) + self._pad * (len(docs) + 1), self._width), np.float32)
        places: list[tuple[int, int]] = []
        at = self._pad
        for length in lengths:
            places.append((at, at + length))
            at += length + (self._pad if length else 0)
        done = 0
        for start, end in places:
            padded[start:end] = words[done : done + end - start]
            done += end - start
        for layer in self._layers:
            padded += _looked_around(padded, layer)
        return [padded[start:end] for start, end in places]

    def _words(self, features: NDArray[np.uint64]) -> Floats:
        """A row for each word, whatever stands beside it."""
        keys = np.ascontiguousarray(features).view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        numbers, rows = self._held
        if not numbers.keys() >= set(keys):
            with self._lock:
                numbers, rows = self._learnt(keys, features)
        return rows[[numbers[key] for key in keys]]

    def _learnt(self, keys: list[bytes], features: NDArray[np.uint64]) -> tuple[dict[bytes, int], Floats]:
        """What is held with the words of `keys` among it: a row is written before its number can be found."""
        first = {key: n for n, key in reversed(list(enumerate(keys)))}
        numbers, rows = self._held
        new = [key for key in first if key not in numbers]
        if len(numbers) + len(new) > len(rows):
            numbers, rows, new = {}, np.empty((max(KEPT, len(first)), self._width), np.float32), list(first)
        end = len(numbers) + len(new)
        rows[len(numbers) : end] = self._alone(features[[first[key] for key in new]])
        numbers.update(zip(new, range(len(numbers), end), strict=True))
        self._held = numbers, rows
        return self._held

    def _alone(self, features: NDArray[np.uint64]) -> Floats:
        hashed = self._hashed.predict(features)
        filled = np.zeros((-(-len(hashed) // BLOCK) * BLOCK, hashed.shape[1]), np.float32)
        filled[: len(hashed)] = hashed
        blocks = [self._mixed.predict(filled[n : n + BLOCK]) for n in range(0, len(filled), BLOCK)]
        return np.concatenate(blocks)[: len(hashed)]


def _looked_around(rows: Floats, layer: Layer) -> Floats:
    """What a layer adds to each row, from it and the rows before and behind it."""
    width = rows.shape[1]
    wide = np.zeros((len(rows), 3 * width), np.float32)
    wide[1:, :width] = rows[:-1]
    wide[:, width : 2 * width] = rows
    wide[:-1, 2 * width :] = rows[1:]
    pieces = wide @ layer.weights
    pieces += layer.bias
    best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    np.maximum(best, pieces[:, 2 * width :], out=best)
    best -= best.mean(axis=1, keepdims=True)
    best /= np.sqrt(np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(_TINY))[:, None]
    best *= layer.scale
    best += layer.shift
    return best


def _layer(residual: Any) -> Layer:
    parts = {part.name: part for part in residual.walk() if not part.layers}
    if sorted(parts) != _LAYER or not residual.name.startswith("residual("):
        raise ValueError(f"the later layers of a known tok2vec are {_LAYER}, not {residual.name}")
    window, maxout, norm = parts["expand_window"], parts["maxout"], parts["layernorm"]
    if window.attrs["window_size"] != 1 or maxout.get_dim("nP") != 3:
        raise ValueError("a known tok2vec looks one word around and takes the best of three")
    weights = maxout.get_param("W").transpose(1, 0, 2).reshape(-1, maxout.get_dim("nI"))
    return Layer(
        np.ascontiguousarray(weights.T),
        np.ascontiguousarray(maxout.get_param("b").T.ravel()),
        norm.get_param("G"),
        norm.get_param("b"),
    )


def _names(model: Any) -> list[str]:
    return [layer.name.split("(")[0] for layer in model.layers]
