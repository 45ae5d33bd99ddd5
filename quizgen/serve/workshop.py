"""All that the pages work with: settings, drafts on disk, the desk, and the key of the tokens."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from quizgen.serve.desk import Desk
from quizgen.serve.draft import Draft
from quizgen.serve.settings import Settings
from quizgen.serve.store import Store

DATABASE = "drafts.sqlite3"


@dataclass(frozen=True, slots=True)
class Workshop:
    """One per server; every part of it may be used from any thread."""

    settings: Settings
    store: Store
    desk: Desk
    key: str

    @classmethod
    def open(cls, settings: Settings) -> "Workshop":
        """Open the drafts of the data folder.

        Raises:
            OutputError: if they cannot be opened.
        """
        store = Store(settings.data / DATABASE)
        return cls(settings, store, Desk(), store.secret("key", secrets.token_hex))

    def close(self) -> None:
        """Stop the workers and close the file."""
        self.desk.close()
        self.store.close()

    def draft(self, id: str) -> Draft:
        """Return a draft as it is now.

        Raises:
            NoSuchDraftError: if there is none.
        """
        return Draft(self.store.read(id))

    def token(self, session: str) -> str:
        """Return what a form of this session must bring along."""
        return hmac.new(self.key.encode(), session.encode(), hashlib.sha256).hexdigest()
