"""What a screen before a room of colleagues needs: its clock, its order of speaking, its numbers."""
