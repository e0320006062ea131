"""The workbench: pages and an interface for programs over `goodoffices.Case`, for one case, from this machine."""

from goodoffices.web.app import application
from goodoffices.web.bench import Workbench

__all__ = ["Workbench", "application"]
