"""The front desk (前台): one says what one wants, and watches the form fill."""
