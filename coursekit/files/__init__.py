"""Files as disks, systems and people hand them over: written whole, locked, found in folders and archives, named."""
