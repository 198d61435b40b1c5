"""The one error a person sees: whatever is refused, or fails for a reason known, is raised as this."""


class FactcheckError(Exception):
    """Trouble put in words, for a person: what happened, to what, and what to do next.

    ``title`` is a short sentence without a full stop, ``detail`` the particulars (a path, a line, a number),
    ``hint`` the next step or empty, ``exit_code`` what a command ends with (1 trouble, 2 usage). The four are
    read-only and are the exception's ``args``, so that it survives the way back from a worker process.
    """

    def __init__(self, title: str, detail: str = "", hint: str = "", exit_code: int = 1) -> None:
        super().__init__(title, detail, hint, exit_code)

    @property
    def title(self) -> str:
        return str(self.args[0])

    @property
    def detail(self) -> str:
        return str(self.args[1])

    @property
    def hint(self) -> str:
        return str(self.args[2])

    @property
    def exit_code(self) -> int:
        return int(self.args[3])

    def __str__(self) -> str:
        return f"{self.title}: {self.detail}" if self.detail else self.title
