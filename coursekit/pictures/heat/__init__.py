"""Heat: words of a text, the stronger the more readers marked them."""
