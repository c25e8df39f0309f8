"""The view as tables: what the CSV files and the sheets of the workbook hold. A file each; none sees a record."""
