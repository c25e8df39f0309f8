"""The parts of the screens: each takes a value and shows it, and posts what a person did; none touches the store or another widget."""
