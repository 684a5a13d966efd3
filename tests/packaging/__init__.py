"""Tests of the application as it is handed out."""
