"""What ``mizumado-db`` does, one module a subcommand."""
