"""Papers as PDF: tagged, with their fonts inside, made by Typst where it is installed."""
