"""The screens and dialogs: they wire widgets to the verbs of the shelf and the workbook."""
