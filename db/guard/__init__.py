"""Who gets in and who may see what: the three seams that PostgreSQL will enforce itself."""
