"""Words, forms and spelling: what vocabulary and language exercises are made of."""
