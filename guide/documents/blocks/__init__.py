"""Papers as blocks: what DOCX and PDF are both written from, so that the two never say different things."""
