"""Tests of the adapters to Qt's lists."""
