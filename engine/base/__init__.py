"""What everything else stands on: errors, jobs, controls, looks, files. Imports no other room."""
