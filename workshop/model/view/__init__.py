"""The view and what it is made of: a report gets nothing else."""
