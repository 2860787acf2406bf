"""One folder a matter (事项), named by the contract's ids; `gaoxing.catalogue` finds them by walking."""
