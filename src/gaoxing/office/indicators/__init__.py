"""The zone's indicators (指标): defined once, computed from the records or entered with their source; nothing is overwritten, every number can be opened."""
