"""Threshold Tool: what an area's threshold document says about a child's circumstances.

This package holds everything but the window: documents, cases, evaluation, reports and the
command line. It never imports Qt.
"""

__version__ = "0.1.0"
