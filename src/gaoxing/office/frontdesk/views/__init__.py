"""The front desk's pages (前台), a module a page. Here, and only here, the clock is read."""
