"""The audit (审计): every act as a row that nobody can change, chained by SM3 digests. The cellar: it imports no other app of the office."""
