"""Forecasts of one question: where would it end, if positions, capabilities and salience are as stated?

Three models of different simplicity (`compromise`, `median`, `challenge`), each over uncertain inputs (`outlook`), and
a record of forecasts with what became of them (`scores`). A forecast is a help to thought about stated numbers, not
knowledge of what parties will do.
"""

from goodoffices.bargaining.forecast.challenge import CHOICES, Options, Round, challenge
from goodoffices.bargaining.forecast.means import compromise, median
from goodoffices.bargaining.forecast.outlook import Outlook, Spread, outlook
from goodoffices.bargaining.forecast.question import Actor, Question, Stand, read_question
from goodoffices.bargaining.forecast.scores import (
    Bin,
    Forecast,
    Scored,
    calibration,
    probability,
    read_forecasts,
    scored,
)

__all__ = [
    "CHOICES",
    "Actor",
    "Bin",
    "Forecast",
    "Options",
    "Outlook",
    "Question",
    "Round",
    "Scored",
    "Spread",
    "Stand",
    "calibration",
    "challenge",
    "compromise",
    "median",
    "outlook",
    "probability",
    "read_forecasts",
    "read_question",
    "scored",
]
