"""The whole sheet: its areas, what stands in them, and everybody's mark on the line."""
