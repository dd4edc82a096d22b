"""What the product was asked for, row by row: the stories behind asked_for_test.py."""
