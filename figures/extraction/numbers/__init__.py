"""Numbers with their scale and unit: what a text writes as an amount, a share or a multiple."""
