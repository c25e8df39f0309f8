"""The view as an Excel workbook: a cover, the mirrored bars as a chart that can be edited, and a table a sheet."""
