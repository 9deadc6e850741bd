"""What authors write, read: TOML key by key, sealed files, and each fault with its file, line and key."""
