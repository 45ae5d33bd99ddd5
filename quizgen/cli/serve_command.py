"""``quizgen serve``."""

from pathlib import Path

import click

from quizgen.cli._output import note


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--allow-host", multiple=True, metavar="NAME", help="A further name that browsers may use."
)
@click.option("--no-browser", is_flag=True, help="Do not open the page.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of your drafts; the user's own data folder if not given.",
)
@click.option(
    "--allow-private", is_flag=True, help="Fetch pages from addresses in private networks too."
)
@click.option("--language", type=click.Choice(["id", "en"]), default="id", help="Of a first visit.")
def command(
    port: int,
    host: str,
    allow_host: tuple[str, ...],
    no_browser: bool,
    data: Path | None,
    allow_private: bool,
    language: str,
) -> None:
    """Open the teacher's page in the browser; nothing leaves this machine.

    Example: quizgen serve --port 8765
    """
    from quizgen.serve.server import serve
    from quizgen.serve.settings import LOOPBACK, Settings, data_folder

    settings = Settings(
        data=data or data_folder(),
        host=host,
        port=port,
        hosts=allow_host,
        private=allow_private,
        language=language,
    )
    if host not in LOOPBACK:
        note(
            f"{host}: others in your network can open your drafts. They need a name of this machine"
            " that you allow with --allow-host."
        )
    note(f"Drafts are kept in {settings.data}.")
    serve(settings, browser=not no_browser, tell=lambda url: click.echo(url))
