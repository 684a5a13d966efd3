"""What went wrong, for the one place that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from ui.presenters.watched import Watched


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in plain words, with the way out; `details` are further lines, such as a file's problems."""

    text: str
    details: tuple[str, ...] = ()


class Messages(Watched[Message | None]):
    """The message that is shown, or None."""

    def __init__(self) -> None:
        super().__init__(None)

    def show(self, text: str, details: tuple[str, ...] = ()) -> None:
        """Shows a message in place of the one before."""
        self.change_to(Message(text, details))

    def dismiss(self) -> None:
        """The person has read it."""
        self.change_to(None)
