"""What covers a face: found once when it is opened, kept as the photo shows it while everything around it moves."""
