"""One set of materials and of answers for all the licences of a shop (一套材料、一张表), and what that saves."""
