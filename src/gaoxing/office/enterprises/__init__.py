"""The register of enterprises (登记簿): who is registered, found by code or by name; the rest of each record is sealed."""
