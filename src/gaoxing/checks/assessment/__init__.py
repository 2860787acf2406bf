"""Where an enterprise stands (资质自评): criteria and scores of a rung, judged by one set of inputs, each with the gap that can be counted."""
