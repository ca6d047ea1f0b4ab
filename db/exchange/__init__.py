"""What enters and leaves the database as files: the billing host's, and backups."""
