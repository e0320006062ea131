"""The table of claims as Apache Parquet. Needs the extra `parquet`."""

import io

from goodoffices.errors import MissingExtra
from goodoffices.exchange.tables import ColumnType, Table


def write(table: Table) -> bytes:
    """The table with typed columns. MissingExtra without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        remedy = "pip install 'goodoffices[parquet]'"
        raise MissingExtra("Parquet files need the extra `parquet`", "pyarrow", remedy) from error
    types: dict[ColumnType, pyarrow.DataType] = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "date": pyarrow.date32(),
        "datetime": pyarrow.timestamp("us", tz="UTC"),
    }
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [pyarrow.array(list(held), types[c.type]) for c, held in zip(table.columns, columns, strict=True)]
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(arrays, names=[c.name for c in table.columns]), out)
    return out.getvalue()
