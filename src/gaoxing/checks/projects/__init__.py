"""What is judged of an investment project beyond its own numbers (企业投资项目审查): industrial policy, sums, likeness, changes, due days, guidance."""
