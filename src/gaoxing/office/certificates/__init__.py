"""Certificates (证照): unified social credit codes allotted from the authority's ranges, business licences and notices of registration, seals."""
