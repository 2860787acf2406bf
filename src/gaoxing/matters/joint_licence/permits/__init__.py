"""The joint window's catalogue (证照联办目录): trades, questions, licences, materials and fields as dated data, read, laid over by a zone, and checked."""
