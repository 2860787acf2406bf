"""What follows the licence (开办后续事项): seal, tax, social insurance, housing fund, bank, handed in at once and followed until each is done."""
