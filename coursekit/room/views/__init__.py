"""What each of the three audiences is sent. A view is made from what may be in it, never by taking away."""
