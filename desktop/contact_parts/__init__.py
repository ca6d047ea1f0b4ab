"""What a contact is made of wherever it is written down: topic, memo, follow-up, keeping."""
