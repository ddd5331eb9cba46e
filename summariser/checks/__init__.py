"""The checks themselves, one kind of claim a file; `verification` walks an item and calls them."""
