"""The view as a REFI-QDA project, for programs for qualitative analysis (method.md, 4): NVivo, ATLAS.ti, MAXQDA, QualCoder."""
