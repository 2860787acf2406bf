"""Reading what an enterprise says of its own figures for the ladder (企业培育自评数据的口述): years, amounts, people, rights, rounds, certificates."""
