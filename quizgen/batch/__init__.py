"""Many articles at once: a folder, JSON Lines or Parquet in, Parquet tables out.

The input is cut into partitions. Each is read, worked on and written by itself, by the same
function on every engine, so that no engine, no order and no interruption changes a row.
``README.md`` beside this file has the columns of every table.
"""
