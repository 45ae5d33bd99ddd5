"""Many articles at once: a folder, JSON Lines or Parquet in, Parquet tables out.

The input is cut into partitions. Each is read, worked on and written by itself, by the same
function on every engine, so that no engine, no order and no interruption changes a row.
``README.md`` beside this file has the columns of every table.
"""

from importlib.util import find_spec

from quizgen.errors import BatchError

for _package in ("pyarrow", "datasketch", "filelock"):
    if find_spec(_package) is None:
        raise BatchError(f"batch needs {_package}: pip install 'quizgen[batch]'")
