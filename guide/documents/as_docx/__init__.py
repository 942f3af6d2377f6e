"""Papers as DOCX: real headings, lists and tables that can be edited, where python-docx is installed."""
