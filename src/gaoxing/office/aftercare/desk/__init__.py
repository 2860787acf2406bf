"""The steward's and the leader's desk of requests (专员台、领导台): lists, one request, its plan, what a leader decides."""
